"""Two releases of one series: which figures were restated, withdrawn or added."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import attrs

from sendframe.model import FrozenMap, Observation, Observations, Period, period_text
from sendframe.statistics import rounded

from ._figure import keyed

__all__ = ["REVISION_KINDS", "Revision", "RevisionKind", "counted", "revised"]

RevisionKind = Literal["restated", "withdrawn", "relabelled", "added"]
REVISION_KINDS: tuple[RevisionKind, ...] = ("restated", "withdrawn", "relabelled", "added")
"""What may become of a figure, in the order in which it is told.

``restated``: value, numerator or denominator is another. ``withdrawn``: a figure became a symbol,
or is gone. ``relabelled``: another symbol stands where one stood. ``added``: there was no figure.
"""


@attrs.frozen
class Revision:
    """What became of one figure from one release to the next. Fields and kinds are API.

    Attributes:
        kind: What became of it.
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period.
        dimensions: Which part of the whole it is about; empty for the whole.
        old: What the old release holds; None where it holds nothing.
        new: What the new release holds; None where it holds nothing.
        whole_period: True where the other release holds nothing at all of this indicator and
            period: then the release reaches less or more far, and no single figure was revised.
    """

    kind: RevisionKind
    indicator: str
    area: str
    period: Period
    dimensions: FrozenMap[str]
    old: Observation | None
    new: Observation | None
    whole_period: bool = False

    @property
    def difference(self) -> float | None:
        """New less old figure, in the indicator's unit, unrounded; None without one of them."""
        if self.old is None or self.new is None:
            return None
        before, after = self.old.value, self.new.value
        return None if before is None or after is None else after - before


def revised(
    old: Observations,
    new: Observations,
    *,
    indicators: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
) -> tuple[Revision, ...]:
    """Return what became of each figure between two releases of a series.

    A figure is the same where indicator, area, period and dimensions are. Where a table holds
    several releases of it, the newest counts. A rate that is only printed with other decimals,
    over the same counts, is no revision.

    Args:
        old: The older release.
        new: The newer release.
        indicators: Ids of the indicators that are looked at; all unless given.
        areas: Codes of the areas that are looked at; all unless given.

    Returns:
        Revisions by indicator, kind (see `REVISION_KINDS`), period, area and part.
    """
    before, after = keyed(old), keyed(new)
    wanted = None if indicators is None else frozenset(indicators)
    places = None if areas is None else frozenset(areas)
    held_before, held_after = _periods(before.values()), _periods(after.values())
    found: list[Revision] = []
    for key in {**before, **after}:
        one, two = before.get(key), after.get(key)
        about = two or one
        if about is None or not _is_in(about, wanted, places):
            continue
        kind = _kind(one, two)
        if kind is not None:
            other = held_after if two is None else held_before
            alone = (one is None or two is None) and (about.indicator, about.period) not in other
            found.append(
                Revision(
                    kind,
                    about.indicator,
                    about.area,
                    about.period,
                    about.dimensions,
                    one,
                    two,
                    whole_period=alone,
                )
            )
    return tuple(sorted(found, key=_order))


def _periods(figures: Iterable[Observation]) -> frozenset[tuple[str, Period]]:
    return frozenset((each.indicator, each.period) for each in figures)


def _is_in(
    figure: Observation, indicators: frozenset[str] | None, areas: frozenset[str] | None
) -> bool:
    return (indicators is None or figure.indicator in indicators) and (
        areas is None or figure.area in areas
    )


def _kind(old: Observation | None, new: Observation | None) -> RevisionKind | None:
    """Return what became of a figure; None where nothing did."""
    had = old is not None and old.value is not None
    has = new is not None and new.value is not None
    if had != has:
        return "withdrawn" if had else "added"
    if old is None or new is None:
        return None  # a symbol alone was no figure, and its coming or going is no revision
    if _counts(old) != _counts(new) or (had and not _is_alike(old, new)):
        return "restated"
    return "relabelled" if old.symbol != new.symbol else None


def _counts(figure: Observation) -> tuple[float | None, float | None]:
    return figure.numerator, figure.denominator


def _is_alike(old: Observation, new: Observation) -> bool:
    """Say whether two figures with the same counts are the same, but for decimals cut off."""
    one, two = old.value or 0.0, new.value or 0.0
    if one == two:
        return True
    if None in _counts(old):
        return False  # nothing says that only its decimals are others
    places = min(_decimals(one), _decimals(two))
    return rounded(one, places) == rounded(two, places)


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _order(found: Revision) -> tuple[object, ...]:
    period = found.period
    return (
        found.indicator,
        REVISION_KINDS.index(found.kind),
        period.last_day,
        period.kind,
        period_text(period),
        found.area,
        tuple(sorted(found.dimensions.items())),
    )


def counted(found: Iterable[Revision]) -> tuple[tuple[RevisionKind, int], ...]:
    """Return how often each kind was found, in their order; those that were not are left out."""
    number = Counter(each.kind for each in found)
    return tuple((kind, number[kind]) for kind in REVISION_KINDS if number[kind])
