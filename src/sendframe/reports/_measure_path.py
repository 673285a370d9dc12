"""The way of a measure from its start to its aim."""

from collections import defaultdict
from collections.abc import Iterator

from sendframe.figures import why_periods_not_comparable
from sendframe.language import gettext as _
from sendframe.model import (
    Baseline,
    BenchmarkTarget,
    IndicatorResult,
    LevelTarget,
    Measure,
    PeriodValue,
    Point,
    Priority,
    RangeTarget,
    overdue_on,
)
from sendframe.statistics import amount

from ._context import BuildContext, once_a_report
from ._figure_words import figure, newer_text, points_after
from ._movement import doubted
from ._phrase import short_period, when_in_plain_words
from ._shape_model import PathChart, PathStop

__all__ = ["measures_of", "path_chart"]


def measures_of(context: BuildContext, priority: Priority) -> Iterator[Measure]:
    """Yield the measures that serve a priority, its outcomes, aims or commitments, each once."""
    served = _measures_by_served(context)
    parts = (priority, *priority.outcomes, *priority.aims, *priority.commitments)
    by_id = {measure.id: measure for part in parts for measure in served.get(part.id, ())}
    yield from by_id.values()


@once_a_report
def _measures_by_served(context: BuildContext) -> dict[str, list[Measure]]:
    """Return the measures of all plans by the ids of what they serve."""
    served: dict[str, list[Measure]] = defaultdict(list)
    for plan in context.plans:
        for measure in plan.measures:
            for id_ in measure.serves:
                served[id_].append(measure)
    return served


def path_chart(context: BuildContext, measure: Measure, prefix: str) -> PathChart | None:
    """Return start, now and aim of a measure; None where one of them is no figure.

    Shares are out of a hundred, and have no unit.

    Args:
        context: What the report is built from.
        measure: The measure.
        prefix: Beginning of the id of the chart.
    """
    results = (context.results.get(id_) for id_ in measure.indicators)
    result = next((result for result in results if result is not None and result.latest), None)
    if result is None or result.latest is None or measure.baseline is None:
        return None
    now, level = result.latest, _level(measure, result)
    if now.sound is None or level is None or result.indicator in doubted(context):
        return None
    if (result.indicator, measure.id) in _not_compared(context):
        return None
    later = points_after(result, now)
    start, fact = _start(context, measure.baseline, result, now)
    if start is None:
        return None
    period = measure.baseline.period
    due = measure.target.due if measure.target else None
    plain = context.profile.theme == "youth"
    aim = _when(_("Aim"), due, plain=plain)
    if overdue_on(due, context.evaluation.as_at):
        aim = _("{aim} (passed)", aim=aim)
    stops = (
        PathStop(_when(_("Start"), period, plain=plain), start, _text(result, start), fact),
        PathStop(
            _when(_("Latest shown") if later else _("Now"), now.period, plain=plain),
            now.sound,
            _text(result, now.sound),
            (now.fact,),
        ),
        PathStop(aim, level, _text(result, level)),
    )
    title = context.words(measure.short_title or measure.statement).rstrip(".")
    out_of = _("{title} (out of 100)", title=title)
    return PathChart(
        f"{prefix}-{measure.id}",
        out_of if result.unit == "percent" else title,
        f"{'; '.join(f'{stop.label}: {stop.text}' for stop in stops)}. "
        f"{newer_text(now, later, plain=plain)}".rstrip(),
        *stops,
    )


@once_a_report
def _not_compared(context: BuildContext) -> frozenset[tuple[str, str]]:
    """Return the indicators whose figure may not be compared with a target, and its measure."""
    return frozenset(
        (id_, target.measure)
        for id_, result in context.results.items()
        for target in result.targets
        if target.not_compared
    )


def _start(
    context: BuildContext, baseline: Baseline, result: IndicatorResult, now: Point
) -> tuple[float | None, tuple[str, ...]]:
    """Return the figure of the series in the period of the start, else the one written down.

    None where it may not be compared with the newest one, or where the series has that period and
    its figure is hidden or contradicts itself.
    """
    indicator = context.indicators[result.indicator]
    period = baseline.period
    if period and why_periods_not_comparable(indicator, period, now.period) is not None:
        return None, ()
    for point in result.points:
        if point.period == period:
            return point.sound, (point.fact,)
    return baseline.value, ()


def _level(measure: Measure, result: IndicatorResult) -> float | None:
    """Return the level aimed at; of a range the end that is reached first.

    Where no direction is better there is no aim: a level is an assumption then.
    """
    if result.direction not in ("higher", "lower"):
        return None
    match measure.target:
        case LevelTarget(level=level):
            return level
        case BenchmarkTarget(value=value):
            return value
        case RangeTarget(low=low, high=high):
            return {"higher": low, "lower": high}.get(result.direction)
    return None


def _when(label: str, when: PeriodValue | None, *, plain: bool) -> str:
    if when is None:
        return label
    return f"{label}, {when_in_plain_words(when) if plain else short_period(when)}"


def _text(result: IndicatorResult, value: float) -> str:
    return amount(value) if result.unit == "percent" else figure(result, value)
