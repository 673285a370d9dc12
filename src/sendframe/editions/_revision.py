"""Compare two releases of a series: figures restated, withdrawn, relabelled or added."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from decimal import Decimal
from typing import Literal

import attrs

from sendframe.figures import Fault, row_doubts, row_faults
from sendframe.model import (
    FrozenMap,
    Indicator,
    Observation,
    Observations,
    Period,
    period_text,
    short_repr,
)
from sendframe.statistics import rounded

from ._paired_rows import one_sided, paired_rows

__all__ = ["REVISION_KINDS", "Revision", "RevisionKind", "count_by_kind", "find_revisions"]

RevisionKind = Literal["restated", "withdrawn", "relabelled", "added"]
REVISION_KINDS: tuple[RevisionKind, ...] = ("restated", "withdrawn", "relabelled", "added")
"""What may happen to a figure, in the order in which revisions are reported.

``restated``: value, numerator or denominator changed. ``withdrawn``: a figure became a symbol, or
is gone. ``relabelled``: a symbol became another symbol. ``added``: there was no figure before.
"""


@attrs.frozen
class Revision:
    """The change of one figure from one release to the next. Fields and kinds are API.

    Attributes:
        kind: What happened to it.
        indicator: Id of the indicator.
        area: Code of the area.
        period: The period.
        dimensions: Dimensions of its part of the total; empty for the total.
        old: Figure in the old release; None where it has none.
        new: Figure in the new release; None where it has none.
        whole_period: True where the other release has no figure at all of this indicator and
            period: then the releases cover other periods, and no single figure was revised.
        old_fault: How the old figure contradicts itself; None where it does not, or where nobody
            defines its indicator.
        new_fault: The same of the new figure.
        old_doubts: Codes of the checks that doubt the old figure beside its own series in the old
            release, sorted; none where nobody defines its indicator.
        new_doubts: The same of the new figure, in the new release.
    """

    __repr__ = short_repr

    kind: RevisionKind
    indicator: str
    area: str
    period: Period
    dimensions: FrozenMap[str]
    old: Observation | None
    new: Observation | None
    whole_period: bool
    old_fault: Fault | None = None
    new_fault: Fault | None = None
    old_doubts: tuple[str, ...] = ()
    new_doubts: tuple[str, ...] = ()

    @property
    def difference(self) -> float | None:
        """New less old figure, in the indicator's unit, unrounded; None without one of them."""
        if self.old is None or self.new is None:
            return None
        before, after = self.old.value, self.new.value
        return None if before is None or after is None else after - before


def find_revisions(
    old: Observations,
    new: Observations,
    *,
    indicators: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
    definitions: Iterable[Indicator] = (),
) -> tuple[Revision, ...]:
    """Return the figures that changed between two releases of a series.

    Figures are paired by indicator, area, period and dimensions. Where a table has several
    releases of a figure, the newest counts. A rate with the same counts that is only printed with
    other decimals is no revision. Areas and breakdowns that only one table covers are not
    compared: `one_sided` returns them.

    Args:
        old: The older release.
        new: The newer release.
        indicators: Ids of the indicators to compare; all unless given.
        areas: Codes of the areas to compare; all unless given.
        definitions: Definitions of indicators, by which figures are found that contradict
            themselves or are in doubt.

    Returns:
        Revisions sorted by indicator, kind (see `REVISION_KINDS`), period, area and dimensions.
    """
    wanted_indicators = None if indicators is None else frozenset(indicators)
    wanted_areas = None if areas is None else frozenset(areas)
    alone = {(part.release, part.kind, part.indicator, part.name) for part in one_sided(old, new)}
    periods = {"old": _periods(old), "new": _periods(new)}
    defined = tuple(definitions)
    old_faults, new_faults = row_faults(old, defined), row_faults(new, defined)
    old_doubts, new_doubts = row_doubts(old, defined), row_doubts(new, defined)
    revisions: list[Revision] = []
    for old_row, new_row in paired_rows(old, new):
        if old_row is not None and new_row is not None and _is_same_row(old, old_row, new, new_row):
            continue
        old_figure = None if old_row is None else old[old_row]
        new_figure = None if new_row is None else new[new_row]
        figure = new_figure or old_figure
        if figure is None or not _is_selected(figure, wanted_indicators, wanted_areas):
            continue
        kind = _kind(old_figure, new_figure)
        side, other = ("new", "old") if old_figure is None else ("old", "new")
        is_alone = old_figure is None or new_figure is None
        if kind is None or (is_alone and _is_one_sided(figure, side, alone)):
            continue
        is_whole_period = is_alone and (figure.indicator, figure.period) not in periods[other]
        revisions.append(
            Revision(
                kind,
                figure.indicator,
                figure.area,
                figure.period,
                figure.dimensions,
                old_figure,
                new_figure,
                is_whole_period,
                None if old_row is None else old_faults[old_row],
                None if new_row is None else new_faults[new_row],
                () if old_row is None else old_doubts.get(old_row, ()),
                () if new_row is None else new_doubts.get(new_row, ()),
            )
        )
    revisions.sort(key=_order(revisions))
    return tuple(revisions)


def _periods(table: Observations) -> frozenset[tuple[str, Period]]:
    pairs = set(zip(table.indicator.buffer, table.period.buffer, strict=True))
    return frozenset(
        (table.indicator.values[indicator], table.period.values[period])
        for indicator, period in pairs
    )


def _is_same_row(old: Observations, old_row: int, new: Observations, new_row: int) -> bool:
    """Say whether two rows have the same figure, so that none need be made of either."""
    return (
        old.value[old_row] == new.value[new_row]
        and old.symbol[old_row] == new.symbol[new_row]
        and old.numerator[old_row] == new.numerator[new_row]
        and old.denominator[old_row] == new.denominator[new_row]
    )


def _is_one_sided(
    figure: Observation, side: str, alone: Container[tuple[str, str, str | None, str]]
) -> bool:
    """Say whether the other table covers neither the figure's area nor its breakdown."""
    names = ", ".join(sorted(figure.dimensions))
    return (side, "area", None, figure.area) in alone or (
        (side, "breakdown", figure.indicator, names) in alone
    )


def _is_selected(
    figure: Observation, indicators: frozenset[str] | None, areas: frozenset[str] | None
) -> bool:
    return (indicators is None or figure.indicator in indicators) and (
        areas is None or figure.area in areas
    )


def _kind(old: Observation | None, new: Observation | None) -> RevisionKind | None:
    """Return the kind of a figure's revision; None where it was not revised."""
    had_value = old is not None and old.value is not None
    has_value = new is not None and new.value is not None
    if had_value != has_value:
        return "withdrawn" if had_value else "added"
    if old is None or new is None:
        return None  # a symbol is no figure: one that appears or disappears is no revision
    if _counts(old) != _counts(new) or (had_value and not _is_same_value(old, new)):
        return "restated"
    return "relabelled" if old.symbol != new.symbol else None


def _counts(figure: Observation) -> tuple[float | None, float | None]:
    return figure.numerator, figure.denominator


def _is_same_value(old: Observation, new: Observation) -> bool:
    """Say whether two different values of the same counts agree at the fewer decimals of the two."""
    old_value, new_value = old.value or 0.0, new.value or 0.0
    if None in _counts(old):
        return False  # without counts, other decimals may be another figure
    places = min(_decimals(old_value), _decimals(new_value))
    return rounded(old_value, places) == rounded(new_value, places)


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _order(revisions: Sequence[Revision]) -> Callable[[Revision], tuple[str, int, int, str, int]]:
    """Return the key by which revisions are sorted, which takes little memory for each."""
    periods = sorted(
        {revision.period for revision in revisions},
        key=lambda period: (period.last_day, period.kind, period_text(period)),
    )
    parts = sorted(
        {revision.dimensions for revision in revisions}, key=lambda part: sorted(part.items())
    )
    place_of_period = {period: place for place, period in enumerate(periods)}
    place_of_part = {part: place for place, part in enumerate(parts)}
    return lambda revision: (
        revision.indicator,
        REVISION_KINDS.index(revision.kind),
        place_of_period[revision.period],
        revision.area,
        place_of_part[revision.dimensions],
    )


def count_by_kind(revisions: Iterable[Revision]) -> tuple[tuple[RevisionKind, int], ...]:
    """Return the number of revisions of each kind that occurs, in the order of the kinds."""
    counts = Counter(revision.kind for revision in revisions)
    return tuple((kind, counts[kind]) for kind in REVISION_KINDS if counts[kind])
