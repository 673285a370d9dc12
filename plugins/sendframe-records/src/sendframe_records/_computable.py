"""Which indicators a mapping has the columns of."""

from collections.abc import Sequence

import attrs

from ._indicator import RecordIndicator
from ._library import INDICATORS
from ._mapping import RecordsMapping
from ._measure import Rate
from ._problem import RecordsProblem

__all__ = ["computable"]


def computable(
    mapping: RecordsMapping, indicators: Sequence[RecordIndicator] = INDICATORS
) -> tuple[tuple[RecordIndicator, ...], dict[str, tuple[str, ...]]]:
    """Return the indicators that a mapping has the columns of, and what the others lack.

    A breakdown whose column is not mapped is dropped.

    Raises:
        RecordsProblem: There is no indicator left.
    """
    usable: list[RecordIndicator] = []
    lacking: dict[str, tuple[str, ...]] = {}
    mapped = frozenset(mapping.columns)
    for indicator in indicators:
        if indicator.record is not mapping.record:
            continue
        measure = indicator.measure
        optional = _OPTIONAL if measure.when is None else frozenset()
        missing = sorted(indicator.columns - mapped - optional)
        if isinstance(measure, Rate) and measure.population not in mapping.populations:
            missing.append(f"the population {measure.population}")
        if missing:
            lacking[indicator.id] = tuple(missing)
        else:
            usable.append(_narrowed(indicator, mapped))
    if not usable:
        names = sorted({name for names in lacking.values() for name in names})
        message = f"no indicator can be computed; the mapping lacks {', '.join(names)}"
        raise RecordsProblem(message)
    return tuple(usable), lacking


_OPTIONAL = frozenset({"ended_on", "refused_plan_on", "seen_on", "ceased_on"})
"""Days that end a case. A table of cases without such an end need not have them, for what is counted
as at a day."""


def _narrowed(indicator: RecordIndicator, mapped: frozenset[str]) -> RecordIndicator:
    kept = []
    for name in indicator.dimensions:
        breakdown = indicator.record.breakdown(name)
        groups = getattr(breakdown, "groups", None)
        needed = (
            {name}
            if groups is None
            else {
                part.name
                for condition in groups.values()
                for part in condition.walk()
                if hasattr(part, "name")
            }
        )
        if needed <= mapped:
            kept.append(name)
    return attrs.evolve(indicator, dimensions=tuple(kept))
