"""Charts of indicators, from their results."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sendframe.figures import why_periods_not_comparable
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
from ._context import BuildContext
from ._figure_words import moved_from
from ._phrase import figure_text

__all__ = [
    "column_chart",
    "level_sentence",
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
_NEW_WAY, _OTHER_PERIOD = N_("new way of counting"), N_("another kind of period")
_IN_DOUBT = N_("figure in doubt")


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
        description=_description(context, result, lines),
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
    return TrendChart(
        id=f"{prefix}-{result.indicator}",
        title=trend_title(result, {}),
        description=_beside_its_figure(context, result),
        unit=result.unit_text or "",
        points=_points(context, result),
        area=context.area.name,
    )


def _beside_its_figure(context: BuildContext, result: IndicatorResult) -> str:
    """Return the text alternative of a series beside which its latest figure is printed.

    That figure is not repeated, nor is the one that it is compared with.
    """
    known = [point for point in result.points if point.value is not None]
    text = f"{result.title}, {context.area.name}"
    if known and known[0] not in (known[-1], moved_from(result)):
        begun = f"{figure_text(result, known[0])} {known[0].period.phrase}"
        text = _(
            "{title}: {figure}; up to {period}.", title=text, figure=begun, period=known[-1].period
        )
    elif known:
        first, last = str(known[0].period), str(known[-1].period)
        span = first if first == last else _("{first} to {last}", first=first, last=last)
        text += f": {span}."
    else:
        text += f": {_('no figure')}."
    return " ".join((text, *_break_sentences(context, result)))


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
        description=_description(context, result, ()),
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
    reasons = ["", *(_why_not(indicator, *pair) for pair in pairwise(result.points))]
    signals = signals_of(indicator, result)
    return tuple(
        ChartPoint(
            label=str(point.period),
            value=point.value,
            text=figure_text(result, point),
            facts=(point.fact,),
            follows=not reason,
            why_not=reason,
            signal=signal.tone if signal else None,
            outside=bool(signal and signal.is_outside),
        )
        for point, reason, signal in zip(result.points, reasons, signals, strict=False)
    )


def _why_not(indicator: Indicator, before: Point, after: Point) -> str:
    """Return in a few words why two points may not be compared; an empty text where they may."""
    if before.fault is not None or after.fault is not None:
        return _(_IN_DOUBT)
    reason = why_periods_not_comparable(indicator, before.period, after.period)
    if reason is None:
        return ""
    return _(_NEW_WAY if reason.code == "break" else _OTHER_PERIOD)


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


def _description(
    context: BuildContext, result: IndicatorResult, lines: Sequence[ReferenceLine]
) -> str:
    """Return the text alternative: the ends of the series, its breaks, and the levels."""
    parts = [f"{result.title}, {context.area.name}"]
    known = [point for point in result.points if point.value is not None]
    ends = dict.fromkeys((0, len(known) - 1)) if known else {}
    figures = [f"{figure_text(result, known[at])} {known[at].period.phrase}" for at in ends]
    shown = ", ".join(figures) or _("no figure")
    parts[0] += f": {shown}."
    levels = map(level_sentence, lines)
    return " ".join((*parts, *_break_sentences(context, result), *levels))


def _break_sentences(context: BuildContext, result: IndicatorResult) -> list[str]:
    """Return where a series may not be compared with what was before, and why."""
    return [
        _(
            "{label} is not comparable with what was before: {why_not}.",
            label=point.label,
            why_not=point.why_not,
        )
        for point in _points(context, result)
        if not point.follows
    ]


def level_sentence(line: ReferenceLine) -> str:
    """Return a target, or a benchmark with both ends of its past, as a sentence."""
    past = [point for point in line.past if point.value is not None]
    if line.kind == "target":
        return f"{line.label}."
    if len(past) > 1:
        first, last = past[0], past[-1]
        return f"{line.label}: {first.text} ({first.label}), {last.text} ({last.label})."
    return f"{line.label}: {line.text}."
