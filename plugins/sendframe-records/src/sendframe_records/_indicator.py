"""Indicators of records: a function over the columns of a kind of record."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs

from ._column import Column, DayColumn
from ._expression import Expression
from ._measure import Measure, Quantile, Rate, Share
from ._record_type import Record

__all__ = ["RecordIndicator", "indicator"]

_Kind = TypeVar("_Kind", bound=Record)
_UNITS = {"%": "percent"}


@attrs.frozen(eq=False)
class RecordIndicator:
    """An indicator and how it is computed.

    Attributes:
        id: Id of its definition in an indicator set.
        unit: Unit of its figures: ``percent``, ``count``, ``weeks`` or ``rate``.
        record: The kind of record.
        measure: What is computed.
        dimensions: What it is broken down by, one at a time, beside area and year.
        manual: Its docstring.
    """

    id: str
    unit: str
    record: type[Record]
    measure: Measure
    dimensions: tuple[str, ...]
    manual: str

    @property
    def columns(self) -> frozenset[str]:
        """The names of the columns that it is computed from."""
        return frozenset(part.name for part in self.expressions() if isinstance(part, Column))

    def expressions(self) -> Iterator[Expression]:
        """Yield every expression that its measure is made of."""
        measure = self.measure
        roots: list[Expression] = [measure.of]
        if isinstance(measure, Share):
            roots.append(measure.part)
        if isinstance(measure, Quantile):
            roots.append(measure.time)
        if measure.when is not None:
            roots.append(measure.when)
        for root in roots:
            yield from root.walk()


def indicator(
    id: str,  # noqa: A002  # the field's name
    *,
    unit: str,
    by: tuple[str, ...] = ("area", "year"),
) -> Callable[[Callable[[type[_Kind]], Measure]], RecordIndicator]:
    """Declare an indicator: a function from the columns of a record to a measure.

    Args:
        id: Id of its definition in an indicator set.
        unit: ``%`` or ``percent`` for a share, ``count``, ``weeks`` or ``rate``.
        by: ``area`` always; ``year`` if its measure has a day that decides it; and codes or bands
            of the record, which it is broken down by one at a time.

    Raises:
        NotPortable: The measure is not the same on every engine.
        TypeError: The function does not say its kind of record, or returns no measure.
        ValueError: The unit is not that of the measure; or the record has no such breakdown; or
            ``year`` and the day that decides it are not both given.

    Examples:
        >>> from sendframe_records import Request, days, share
        >>> @indicator("ehc.within-20-weeks", unit="%", by=("area", "year"))
        ... def within_20_weeks(r: type[Request]) -> Measure:
        ...     \"\"\"Plans issued within 20 weeks of the request.\"\"\"
        ...     on_time = r.plan_issued_on <= r.requested_on + days(140)
        ...     return share(on_time, of=r.plan_issued_on.known, when=r.plan_issued_on)
        >>> sorted(within_20_weeks.columns)
        ['plan_issued_on', 'requested_on']
    """
    unit_code = _UNITS.get(unit, unit)

    def declare(function: Callable[[type[_Kind]], Measure]) -> RecordIndicator:
        record = _record_of(function)
        measure = function(record)
        if unit_code != _unit_of(measure):
            message = f"{id}: a measure of {_unit_of(measure)} has not the unit {unit}"
            raise ValueError(message)
        if "area" not in by or ("year" in by) != (measure.when is not None):
            message = (
                f"{id}: give area, and year with a measure that has a day for it, and only then"
            )
            raise ValueError(message)
        if measure.when is not None and not isinstance(measure.when, DayColumn):
            inner = [part for part in measure.when.walk() if isinstance(part, DayColumn)]
            if len(inner) != 1:
                message = f"{id}: the day that decides the year needs one column"
                raise ValueError(message)
        dimensions = tuple(name for name in by if name not in ("area", "year"))
        for name in dimensions:
            record.breakdown(name)
        return RecordIndicator(
            id, unit_code, record, measure, dimensions, (function.__doc__ or "").strip()
        )

    return declare


def _record_of(function: Callable[..., object]) -> type[Any]:
    hints = get_type_hints(function)
    hints.pop("return", None)
    for hint in hints.values():
        if get_origin(hint) is type and issubclass(get_args(hint)[0], Record):
            kind: type[Any] = get_args(hint)[0]
            return kind
    message = f"{function.__name__} needs its record as type, such as r: type[Request]"
    raise TypeError(message)


def _unit_of(measure: object) -> str:
    if isinstance(measure, Share):
        return "percent"
    if isinstance(measure, Quantile):
        return "weeks"
    if isinstance(measure, Rate):
        return "rate"
    if isinstance(measure, Measure):
        return "count"
    message = f"an indicator returns a measure, not {type(measure).__name__}"
    raise TypeError(message)
