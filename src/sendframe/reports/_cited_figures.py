"""The figures that cited evidence names: what changed most, and their series up to the cut-off."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

import attrs

from sendframe.figures import why_points_not_comparable
from sendframe.language import gettext as _
from sendframe.model import CriterionEntry, Evidence, IndicatorResult, Point, known_by, short_repr
from sendframe.statistics import amount

from ._chart_data import joins_of, role_of, target_lines
from ._chart_model import ChartPoint, ReferenceLine, TrendChart
from ._chart_words import level_sentence
from ._context import BuildContext
from ._cut_off import cut_off_of, is_publication_known, points_known_on, was_published_by
from ._figure_words import newer_text, points_after
from ._phrase import counts_text, figure_text

__all__ = ["KnownChange", "cited_results", "figure_notes", "largest_changes", "trend_until"]

MAX_BENCHMARKS = 1
"""So many comparators are drawn beside the area's own series."""


@attrs.frozen
class KnownChange:
    """The change of a figure between two editions.

    Attributes:
        result: The indicator.
        before: What was known at the cut-off of the edition before.
        now: What was known at the cut-off of the newest one.
    """

    __repr__ = short_repr

    result: IndicatorResult
    before: Point
    now: Point

    @property
    def size(self) -> float:
        """The distance between the two figures, in the unit of the indicator."""
        return abs((self.now.value or 0.0) - (self.before.value or 0.0))


def cited_results(context: BuildContext, entry: CriterionEntry) -> tuple[IndicatorResult, ...]:
    """Return the indicators that the published evidence of an entry names, in its order."""
    found: dict[str, IndicatorResult] = {}
    for id_ in entry.evidence:
        item = context.evidence.get(id_)
        for indicator in item.indicators if isinstance(item, Evidence) else ():
            if indicator in context.results:
                found[indicator] = context.results[indicator]
    return tuple(found.values())


def largest_changes(context: BuildContext, count: int) -> tuple[KnownChange, ...]:
    """Return the largest changes among the percentages that cited evidence names.

    Of figures that are to be read together only the largest change is returned.

    Before is the newest figure that was known at the cut-off of the edition before; without such
    an edition, the figure of the period before. Both must be comparable.
    """
    edition, previous = context.edition, context.previous_edition
    results = {
        result.indicator: result
        for entry in (edition.entries if edition else ())
        for result in cited_results(context, entry)
    }
    day = cut_off_of(context)
    since = previous.data_cut_off if previous else None
    changes = [
        change
        for result in results.values()
        if result.unit == "percent" and result.not_compared is None
        and (change := _change(context, result, since, day))
    ]  # fmt: skip
    changes.sort(key=lambda change: (-change.size, change.result.title))
    kept: list[KnownChange] = []
    for change in changes:
        if not any(_belong_together(change.result, other.result) for other in kept):
            kept.append(change)
    return tuple(kept[:count])


def _belong_together(first: IndicatorResult, second: IndicatorResult) -> bool:
    return first.indicator in second.shown_with or second.indicator in first.shown_with


def _change(
    context: BuildContext, result: IndicatorResult, since: date | None, day: date
) -> KnownChange | None:
    known = points_known_on(context, result, day)
    earlier = known[:-1] if since is None else points_known_on(context, result, since)
    if not known or not earlier or earlier[-1].period == known[-1].period:
        return None
    before, now = earlier[-1], known[-1]
    indicator = context.indicators[result.indicator]
    if why_points_not_comparable(indicator, before, now) is not None:
        return None
    change = KnownChange(result, before, now)
    return change if change.size else None


def trend_until(
    context: BuildContext, result: IndicatorResult, points: Iterable[Point], id_: str
) -> TrendChart:
    """Return a chart of the figures that were known, with the target and one benchmark.

    A benchmark is drawn only where its figures were published with the area's own by then.
    """
    shown = tuple(points)
    day = cut_off_of(context)
    indicator = context.indicators[result.indicator]
    place = {point.fact: number for number, point in enumerate(result.points)}
    # A point with a symbol or a fault, which is not shown, is between two others.
    between = [place[second.fact] - place[first.fact] > 1 for first, second in pairwise(shown)]
    chart_points = tuple(
        ChartPoint(
            str(point.period),
            point.value,
            figure_text(result, point),
            (point.fact,),
            joins and not is_between,
            words,
        )
        for point, (joins, words), is_between in zip(
            shown, joins_of(indicator, shown), (False, *between), strict=True
        )
    )
    targets = (line for target in result.targets[:1] for line in target_lines(result, target))
    lines = (*targets, *_benchmarks(context, result, shown, day))
    first, last = shown[0], shown[-1]
    counts = f" ({counts_text(last)})" if counts_text(last) else ""
    begun = f"{figure_text(result, first)} {first.period.phrase}"
    ended = f"{figure_text(result, last)}{counts} {last.period.phrase}"
    sentences = (f"{context.area.name}: {begun}, {ended}.", *map(level_sentence, lines))
    return TrendChart(
        id=id_,
        title=result.title,
        description=" ".join(sentences),
        unit=result.unit_text or "",
        points=chart_points,
        lines=lines,
        area=context.area.name,
    )


def figure_notes(
    context: BuildContext, result: IndicatorResult, points: Iterable[Point]
) -> list[str]:
    """Return what a reader must know of figures: caveats, and when they were published.

    A figure that was known before its release is printed as the later release has it.
    """
    shown, day = tuple(points), cut_off_of(context)
    last = max(shown, key=lambda point: point.period.last_day)
    later = [
        point
        for point in points_after(result, last)
        if known_by(point.period.last_day, day) and was_published_by(context, point, day)
    ]
    newer = newer_text(last, later)
    notes = [newer] if newer else []
    notes += result.caveats
    if not all(was_published_by(context, point, day) for point in shown):
        notes.append(_("Printed as in a later release."))
    if not all(is_publication_known(context, point) for point in shown):
        notes.append(_("When it was published is not recorded."))
    return notes


def _benchmarks(
    context: BuildContext, result: IndicatorResult, shown: tuple[Point, ...], day: date
) -> list[ReferenceLine]:
    """Return the first benchmark of one place, where all these figures were published by a day."""
    if not all(was_published_by(context, point, day) for point in shown):
        return []
    lines: list[ReferenceLine] = []
    for comparison in result.comparisons:
        past = tuple(comparison.at(point.period) for point in shown)
        last = past[-1]
        if comparison.method != "single" or last is None or last.value is None:
            continue
        points = tuple(
            ChartPoint(
                str(own.period),
                point.value if point else None,
                _("no figure")
                if point is None or point.value is None
                else amount(point.value, result.decimals, result.unit_text),
                (point.fact,) if point else (),
            )
            for own, point in zip(shown, past, strict=True)
        )
        text = amount(last.value, result.decimals, result.unit_text)
        role = role_of(context, comparison)
        lines.append(
            ReferenceLine(
                comparison.title, last.value, text, "benchmark", (last.fact,), points, role
            )
        )
    return lines[:MAX_BENCHMARKS]
