"""Charts of indicators, from their results."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sendframe.figures import follows_of, why_points_not_comparable
from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import (
    Comparison,
    DateInWords,
    Indicator,
    IndicatorResult,
    Point,
    TargetPosition,
)
from sendframe.statistics import amount

from ._chart_model import (
    ChartPoint,
    ColumnChart,
    ColumnSeries,
    Dot,
    PeersChart,
    ReferenceLine,
    SeriesRole,
    TrendChart,
)
from ._chart_signal import limits_of, signals_of
from ._chart_title import peers_title, trend_title
from ._chart_words import series_description, words_beside_figure
from ._context import BuildContext
from ._phrase import figure_text, trust_suffix

__all__ = [
    "column_chart",
    "peers_chart",
    "role_of",
    "spark",
    "target_lines",
    "trend_chart",
]

_FEWEST_MEMBERS = 3
_MOST_COMPARATORS = 3
_HUNDRED = 100.0
_COUNTRIES = {"country", "england", "northern-ireland", "scotland", "united-kingdom", "wales"}
_OTHER_PERIOD = N_("another kind of period")
_WHY_NOT = {
    "break": N_("new way of counting"),
    "fault": N_("figure contradicts itself"),
    "status": N_("published and own figures"),
}
"""Few words for each reason why two points are not connected, by its code."""


def role_of(context: BuildContext, comparison: Comparison) -> SeriesRole:
    """Return whose figures a comparison shows, by the kind of its comparator set."""
    comparator = context.comparators.get(comparison.comparator)
    kind = "" if comparator is None else comparator.kind
    if kind in _COUNTRIES:
        return "country"
    if kind == "region":
        return "region"
    return "near" if kind.endswith("neighbours") else "other"


def trend_chart(context: BuildContext, result: IndicatorResult) -> TrendChart:
    """Return the series with its targets, its limits and those it is compared with."""
    points = _points(context, result)
    compared = _compared(context, result)
    lines = [
        *(line for target in result.targets for line in target_lines(result, target)),
        *(_past_line(result, comparison, points, role) for role, comparison in compared.items()),
        *_limit_lines(result),
    ]
    return TrendChart(
        id=f"trend-{result.indicator}",
        title=trend_title(result, compared),
        description=series_description(context, result, points, lines),
        unit=result.unit_text or "",
        points=points,
        lines=tuple(lines),
        area=context.area.name,
    )


def spark(context: BuildContext, result: IndicatorResult, *, prefix: str = "spark") -> TrendChart:
    """Return the series alone, to be drawn small.

    Args:
        context: What the report is built from.
        result: The result of the indicator.
        prefix: Beginning of its id, so that a report can show it in several places.
    """
    points = _points(context, result)
    return TrendChart(
        id=f"{prefix}-{result.indicator}",
        title=trend_title(result, {}),
        description=words_beside_figure(context, result, points),
        unit=result.unit_text or "",
        points=points,
        area=context.area.name,
    )


def column_chart(
    context: BuildContext, result: IndicatorResult, *parts: IndicatorResult
) -> ColumnChart:
    """Return counts as columns, with those that are part of them.

    Args:
        context: What the report is built from.
        result: The whole.
        parts: Counts of parts of it, each with figures for the same periods.
    """
    points = _points(context, result)
    series = [ColumnSeries(result.numerator or result.title, points)]
    for part in parts:
        by_period = {point.period: point for point in part.points}
        matching = [by_period.get(point.period) for point in result.points]
        series.append(
            ColumnSeries(
                part.numerator or part.title,
                tuple(
                    ChartPoint(
                        label=whole.label,
                        value=None if point is None else point.value,
                        text=figure_text(part, point),
                        facts=() if point is None else (point.fact,),
                        follows=whole.follows,
                        why_not=whole.why_not,
                    )
                    for whole, point in zip(points, matching, strict=True)
                ),
            )
        )
    return ColumnChart(
        id=f"columns-{result.indicator}",
        title=trend_title(result, {}),
        description=series_description(context, result, points, ()),
        unit=result.unit_text or "",
        series=tuple(series),
    )


def peers_chart(context: BuildContext, result: IndicatorResult) -> PeersChart | None:
    """Return the area among others in its latest period.

    None for counts, where neither direction is better, and without an area to compare it with.
    """
    latest = result.latest
    own = None if latest is None else latest.sound
    if latest is None or own is None or result.is_count:
        return None
    if result.direction not in {"higher", "lower"}:
        return None
    comparisons = [
        comparison
        for comparison in result.comparisons
        if comparison.period == latest.period and comparison.value is not None
    ]
    members = _member_dots(context, result, comparisons)
    singles = _single_dots(context, result, comparisons)
    if not members or (not singles and len(members) < _FEWEST_MEMBERS):
        return None
    area = Dot(context.area.name, own, figure_text(result, latest), "area", (latest.fact,))
    dots = sorted(
        (area, *members, *singles),
        key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.label),
    )
    lower = result.direction == "lower"
    title = peers_title(result, own, members, latest.period)
    figures = ", ".join(f"{dot.label} {dot.text}" for dot in dots)
    return PeersChart(
        id=f"peers-{result.indicator}",
        title=title,
        description=f"{result.title}, {latest.period}: {figures}.",
        unit=result.unit_text or "",
        dots=tuple(dots),
        lower_is_better=lower,
    )


def _member_dots(
    context: BuildContext, result: IndicatorResult, comparisons: Sequence[Comparison]
) -> list[Dot]:
    """Return the areas with a figure of the first comparison that has several areas."""
    for comparison in comparisons:
        if comparison.method != "single":
            role = role_of(context, comparison)
            return [
                Dot(
                    member.name, member.value, _text(result, member.value), role, (comparison.fact,)
                )
                for member in comparison.members
                if member.value is not None
            ]
    return []


def _single_dots(
    context: BuildContext, result: IndicatorResult, comparisons: Sequence[Comparison]
) -> list[Dot]:
    return [
        Dot(
            comparison.title,
            comparison.value,
            _text(result, comparison.value),
            role_of(context, comparison),
            (comparison.fact,),
        )
        for comparison in comparisons
        if comparison.method == "single" and comparison.value is not None
    ]


def _text(result: IndicatorResult, value: float) -> str:
    return amount(value, result.decimals, result.unit_text)


def _level_text(result: IndicatorResult, value: float) -> str:
    """Return a target's level, without decimals where it is a whole number."""
    return amount(value, 0 if value == round(value) else result.decimals, result.unit_text)


def _points(context: BuildContext, result: IndicatorResult) -> tuple[ChartPoint, ...]:
    """Return the series, with what each point is a signal of, and where nothing is drawn across."""
    indicator = context.indicators[result.indicator]
    signals = signals_of(indicator, result)
    return tuple(
        ChartPoint(
            label=str(point.period),
            value=point.value,
            text=figure_text(result, point),
            facts=(point.fact,),
            follows=joins,
            why_not=reason,
            signal=signal.tone if signal else None,
            outside=bool(signal and signal.is_outside),
        )
        for point, (joins, reason), signal in zip(
            result.points, joins_of(indicator, result.points), signals, strict=True
        )
    )


def joins_of(indicator: Indicator, points: Sequence[Point]) -> tuple[tuple[bool, str], ...]:
    """Return whether a line leads to each point from the one before, and in few words why not.

    No line leads across a period without a figure; then there are no words.
    """
    joins = [(True, "")]
    follows = follows_of([point.period for point in points])
    for (before, after), is_next in zip(pairwise(points), follows[1:], strict=True):
        reason = why_points_not_comparable(indicator, before, after)
        words = "" if reason is None else _(_WHY_NOT.get(reason.code, _OTHER_PERIOD))
        joins.append((is_next and not words, words))
    return tuple(joins[: len(points)])


def _compared(context: BuildContext, result: IndicatorResult) -> dict[SeriesRole, Comparison]:
    """Return the first comparison of each role; with the area, at most four lines are drawn."""
    first: dict[SeriesRole, Comparison] = {}
    for comparison in result.comparisons:
        if comparison.value is not None:
            first.setdefault(role_of(context, comparison), comparison)
    if result.is_count:
        return {}
    order: tuple[SeriesRole, ...] = ("country", "region", "near", "other")
    present = [role for role in order if role in first]
    return {role: first[role] for role in present[:_MOST_COMPARATORS]}


def _past_line(
    result: IndicatorResult,
    comparison: Comparison,
    points: Sequence[ChartPoint],
    role: SeriesRole,
) -> ReferenceLine:
    """Return a benchmark as a line through its own figure of each period."""
    past = []
    for own, point in zip(result.points, points, strict=True):
        benchmark = comparison.at(own.period)
        value = None if benchmark is None else benchmark.value
        past.append(
            ChartPoint(
                label=point.label,
                value=value,
                text=_("no figure") if value is None else _text(result, value),
                facts=() if benchmark is None else (benchmark.fact,),
                follows=point.follows,
                why_not=point.why_not,
            )
        )
    level = comparison.value or 0.0
    return ReferenceLine(
        label=comparison.title,
        value=level,
        text=_text(result, level),
        kind="benchmark",
        facts=(comparison.fact,),
        past=tuple(past),
        role=role,
    )


def target_lines(result: IndicatorResult, target: TargetPosition) -> Iterator[ReferenceLine]:
    """Yield a target as a line, with the side on which it is reached as a band."""
    low, high = target.low, target.high
    if low == 0 and high:
        low = None
    elif high == _HUNDRED and result.unit == "percent" and low != high:
        high = None
    until: float | None = None
    if low is not None and high is not None:
        level, text = low, _level_text(result, low)
        if low != high:
            text, until = _("{low} to {high}", low=text, high=_level_text(result, high)), high
    elif low is not None:
        text = _("{level} or more", level=_level_text(result, low))
        level, until = low, math.inf
    elif high is not None:
        text = _("{level} or less", level=_level_text(result, high))
        level, until = high, -math.inf
    else:
        return
    due = target.due
    label = _("Target: {level}", level=text)
    if isinstance(due, DateInWords):
        label = _("Target: {level}, {when}", level=text, when=due)
    elif due is not None:
        label = _("Target: {level}, by {due}", level=text, due=due)
    label += trust_suffix(target)
    yield ReferenceLine(label, level, text, "target", (target.fact,), until=until)


def _limit_lines(result: IndicatorResult) -> list[ReferenceLine]:
    """Return the limits that a rule worked out, with the mean between them."""
    item = limits_of(result)
    if item is None or item.limits is None:
        return []
    limits = item.limits
    levels = {
        _("upper limit"): limits.upper,
        _("mean"): limits.mean,
        _("lower limit"): limits.lower,
    }
    since, first = limits.since, 0
    if since is not None:
        levels = {
            _("{level} from {period} on", level=name, period=since): value
            for name, value in levels.items()
        }
        begins = (point.period.first_day >= since.first_day for point in result.points)
        first = next((index for index, has_begun in enumerate(begins) if has_begun), 0)
    return [
        ReferenceLine(name, value, _text(result, value), "limit", item.facts, first=first)
        for name, value in levels.items()
    ]
