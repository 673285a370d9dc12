"""What charts show, as data: a trend with its benchmarks, an area among others."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sendframe.figures import why_periods_not_comparable
from sendframe.model import Comparison, IndicatorResult, Refusal, Score
from sendframe.statistics import amount

from ._context import BuildContext, figure
from ._model import ChartPoint, Dot, DotChart, ReferenceLine, TrendChart

__all__ = ["dots_of", "trend_chart"]

FEWEST_DOTS = 3
"""With fewer areas than this a table says it better."""


def _label(result: IndicatorResult, value: float) -> str:
    return amount(value, result.decimals, result.unit_text)


def trend_chart(context: BuildContext, result: IndicatorResult) -> TrendChart:
    """Return the series over time, with targets and the benchmarks of the latest period."""
    points = tuple(
        ChartPoint(str(each.period), each.value, figure(result, each), (each.fact,), follows)
        for each, follows in zip(result.points, _follows(context, result), strict=True)
    )
    lines = []
    for target in result.targets:
        ends = {"from": target.low, "to": target.high}
        levels = {end: level for end, level in ends.items() if level is not None}
        if len(set(levels.values())) == 1:
            levels = {"": next(iter(levels.values()))}
        for end, level in levels.items():
            label = f"Target {end}".strip()
            text = _label(result, level)
            lines.append(ReferenceLine(label, level, text, "target", (target.fact,)))
    lines += [
        _benchmark(result, comparison, points)
        for comparison in result.comparisons
        if comparison.value is not None and comparison.method == "single"
    ]
    lines += _limits(result)
    known = [each for each in points if each.value is not None]
    first, last = known[0], known[-1]
    described = (
        f"{result.title}, {context.area.name}: {first.text} in {first.label}, "
        f"{last.text} in {last.label}."
    )
    for line in lines:
        past = [point for point in line.past if point.value is not None]
        if past[1:]:
            described += f" {line.label}: {line.text}; in {past[0].label} it was {past[0].text}."
        else:
            described += f" {line.label}: {line.text}."
    return TrendChart(
        id=f"trend-{result.indicator}",
        title=f"{result.title}, {context.area.name}",
        description=described,
        unit=result.unit_text or "",
        points=points,
        lines=tuple(lines),
    )


def _benchmark(
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
                text="no figure" if value is None else _label(result, value),
                facts=() if benchmark is None else (benchmark.fact,),
                follows=point.follows,
            )
        )
    level = comparison.value or 0.0
    return ReferenceLine(
        label=f"{comparison.title}, {comparison.period}",
        value=level,
        text=_label(result, level),
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


def _limits(result: IndicatorResult) -> list[ReferenceLine]:
    """Return the limits that the first rule to work some out gives, its mean between them."""
    verdicts: list[Score | Refusal] = [*result.scores, *result.refusals]
    found = ((each, each.limits) for each in verdicts if each.limits is not None)
    verdict, limits = next(found, (None, None))
    if verdict is None or limits is None:
        return []
    trial = " (trial)" if limits.trial else ""
    levels = {"Upper limit": limits.upper, "Mean": limits.mean, "Lower limit": limits.lower}
    return [
        ReferenceLine(f"{name}{trial}", value, _label(result, value), "limit", verdict.facts)
        for name, value in levels.items()
    ]


def _group(result: IndicatorResult) -> Comparison | None:
    """Return the first comparison that rests on single areas worth showing one by one."""
    for each in result.comparisons:
        enough = len(each.members) >= FEWEST_DOTS and each.value is not None
        if each.method != "single" and enough:
            return each
    return None


def dots_of(context: BuildContext, result: IndicatorResult) -> list[DotChart]:
    """Return the area among the areas it is compared with, the highest figure first."""
    group, latest = _group(result), result.latest
    own = None if latest is None else latest.sound
    if group is None or latest is None or own is None:
        return []
    dots = [Dot(context.area.name, own, figure(result, latest), "own", (latest.fact,))]
    for member in group.members:
        text = "no figure" if member.value is None else _label(result, member.value)
        facts = () if member.value is None else (group.fact,)
        dots.append(Dot(member.name, member.value, text, "other", facts))
    for each in result.comparisons:
        if each.value is not None:
            label = f"{each.title}"
            text = _label(result, each.value)
            dots.append(Dot(label, each.value, text, "benchmark", (each.fact,)))
    dots.sort(key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.label))
    higher = sum(dot.kind == "other" and (dot.value or 0.0) > own for dot in dots)
    known = sum(dot.kind == "other" and dot.value is not None for dot in dots)
    described = (
        f"{context.area.name}: {figure(result, latest)} in {latest.period}. "
        f"{higher} of {known} areas of {group.title} have a higher figure."
    )
    return [
        DotChart(
            id=f"dots-{result.indicator}",
            title=f"{result.title}, {latest.period}: {context.area.name} among others",
            description=described,
            unit=result.unit_text or "",
            dots=tuple(dots),
        )
    ]
