"""Charts as data: a series over time with its levels, and an area among its peers."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sendframe.figures import why_periods_not_comparable
from sendframe.model import Comparison, IndicatorResult, Refusal, Score
from sendframe.statistics import amount

from ._context import BuildContext
from ._phrase import figure_text
from ._report_model import ChartPoint, Dot, DotChart, ReferenceLine, TrendChart

__all__ = ["dot_charts", "trend_chart"]

MIN_AREAS = 3
"""Fewest areas for which a dot chart is drawn."""


def _amount_text(result: IndicatorResult, value: float) -> str:
    return amount(value, result.decimals, result.unit_text)


def trend_chart(context: BuildContext, result: IndicatorResult) -> TrendChart:
    """Return the series over time, with targets and the benchmarks of the latest period."""
    points = tuple(
        ChartPoint(
            str(point.period), point.value, figure_text(result, point), (point.fact,), follows
        )
        for point, follows in zip(result.points, _follows(context, result), strict=True)
    )
    lines = []
    for target in result.targets:
        ends = {"from": target.low, "to": target.high}
        levels = {end: level for end, level in ends.items() if level is not None}
        if len(set(levels.values())) == 1:
            levels = {"": next(iter(levels.values()))}
        for end, level in levels.items():
            label = f"Target {end}".strip()
            text = _amount_text(result, level)
            lines.append(ReferenceLine(label, level, text, "target", (target.fact,)))
    lines += [
        _benchmark_line(result, comparison, points)
        for comparison in result.comparisons
        if comparison.value is not None and comparison.method == "single"
    ]
    lines += _limit_lines(result)
    with_value = [point for point in result.points if point.value is not None]
    first, last = (
        f"{figure_text(result, point)} {point.period.phrase}"
        for point in (with_value[0], with_value[-1])
    )
    description = f"{result.title}, {context.area.name}: {first}, {last}."
    for line in lines:
        description += f" {line.label}: {line.text}"
        past = [
            (own.period.phrase, point.text)
            for own, point in zip(result.points, line.past, strict=bool(line.past))
            if point.value is not None
        ]
        if past[1:]:
            when, text = past[0]
            description += f"; {when} it was {text}"
        description += "."
    return TrendChart(
        id=f"trend-{result.indicator}",
        title=f"{result.title}, {context.area.name}",
        description=description,
        unit=result.unit_text or "",
        points=points,
        lines=tuple(lines),
    )


def _benchmark_line(
    result: IndicatorResult, comparison: Comparison, points: Sequence[ChartPoint]
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
                text="no figure" if value is None else _amount_text(result, value),
                facts=() if benchmark is None else (benchmark.fact,),
                follows=point.follows,
            )
        )
    level = comparison.value or 0.0
    return ReferenceLine(
        label=f"{comparison.title}, {comparison.period}",
        value=level,
        text=_amount_text(result, level),
        kind="benchmark",
        facts=(comparison.fact,),
        past=tuple(past),
    )


def _follows(context: BuildContext, result: IndicatorResult) -> Iterator[bool]:
    """Yield for each point whether it may be compared with the one before."""
    indicator = context.indicators[result.indicator]
    yield True
    for before, after in pairwise(result.points):
        faulty = before.fault is not None or after.fault is not None
        yield (
            not faulty
            and why_periods_not_comparable(indicator, before.period, after.period) is None
        )


def _limit_lines(result: IndicatorResult) -> list[ReferenceLine]:
    """Return the limits of the first rule that computed some, with the mean between them."""
    rule_results: list[Score | Refusal] = [*result.scores, *result.refusals]
    with_limits = ((item, item.limits) for item in rule_results if item.limits is not None)
    rule_result, limits = next(with_limits, (None, None))
    if rule_result is None or limits is None:
        return []
    trial = " (trial)" if limits.trial else ""
    levels = {"Upper limit": limits.upper, "Mean": limits.mean, "Lower limit": limits.lower}
    return [
        ReferenceLine(
            f"{name}{trial}", value, _amount_text(result, value), "limit", rule_result.facts
        )
        for name, value in levels.items()
    ]


def _peer_group(result: IndicatorResult) -> Comparison | None:
    """Return the first comparison with enough areas for a dot chart."""
    for comparison in result.comparisons:
        enough = len(comparison.members) >= MIN_AREAS and comparison.value is not None
        if comparison.method != "single" and enough:
            return comparison
    return None


def dot_charts(context: BuildContext, result: IndicatorResult) -> list[DotChart]:
    """Return a chart of the area among its peers, the highest figure first; none without peers."""
    group, latest = _peer_group(result), result.latest
    own = None if latest is None else latest.sound
    if group is None or latest is None or own is None:
        return []
    dots = [Dot(context.area.name, own, figure_text(result, latest), "own", (latest.fact,))]
    for member in group.members:
        text = "no figure" if member.value is None else _amount_text(result, member.value)
        facts = () if member.value is None else (group.fact,)
        dots.append(Dot(member.name, member.value, text, "other", facts))
    for comparison in result.comparisons:
        if comparison.value is not None:
            text = _amount_text(result, comparison.value)
            dots.append(
                Dot(comparison.title, comparison.value, text, "benchmark", (comparison.fact,))
            )
    dots.sort(key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.label))
    higher = sum(dot.kind == "other" and (dot.value or 0.0) > own for dot in dots)
    with_figure = sum(dot.kind == "other" and dot.value is not None for dot in dots)
    description = (
        f"{context.area.name}: {figure_text(result, latest)} {latest.period.phrase}. "
        f"{higher} of {with_figure} areas of {group.title} have a higher figure."
    )
    return [
        DotChart(
            id=f"dots-{result.indicator}",
            title=f"{result.title}, {latest.period}: {context.area.name} among others",
            description=description,
            unit=result.unit_text or "",
            dots=tuple(dots),
        )
    ]
