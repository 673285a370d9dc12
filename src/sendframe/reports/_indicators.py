"""The sections of figures: an overview of all indicators, and each in detail."""

from sendframe.model import (
    Breakdown,
    Change,
    Comparison,
    IndicatorResult,
    Point,
    ProfileSection,
)
from sendframe.scoring import RuleKind
from sendframe.statistics import amount, difference

from ._chart_data import dot_charts, trend_chart
from ._context import BuildContext
from ._phrase import (
    NOTHING,
    change_cell,
    counts_text,
    figure_text,
    joined,
    latest_text,
    mark_of,
)
from ._report_model import Block, Bullets, Cell, Paragraph, Section, Sentence, Table
from ._rule_results import rule_results_table

__all__ = ["indicators", "overview"]

STATISTICAL: RuleKind = "interval"
TARGET: RuleKind = "target"
_METHODS = {
    "single": "own figure",
    "mean": "plain mean",
    "pooled": "pooled",
    "median": "median",
}


def overview(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return all indicators in one table: value, change, target, benchmarks, ratings."""
    results = [
        (result, result.latest)
        for result in context.evaluation.indicators
        if result.latest is not None
    ]
    if not results:
        return None
    # The first set of each kind; the section of each indicator has them all.
    first_sets = {
        comparator.kind: comparator for comparator in reversed(context.comparators.values())
    }
    comparators = list(reversed(first_sets.values()))
    rated = not context.is_partial  # no band is a headline about an area that did not ask
    targets = rated and any(result.targets for result, _ in results)
    columns = ["Indicator", "Latest", "Change"]
    columns += ["Target", "Against the target"] if targets else []
    columns += ["Statistical reading"] if rated else []
    columns += [str(comparator.title) for comparator in comparators]
    rows = tuple(
        (
            Cell(result.title),
            Cell(latest_text(result, latest), (latest.fact,)),
            change_cell(result),
            *(_target_cells(result) if targets else ()),
            *((_rating_cell(result, STATISTICAL),) if rated else ()),
            *(_benchmark_cell(result, comparator.id) for comparator in comparators),
        )
        for result, latest in results
    )
    note = "Change is from the figure before, which need not be of the year before. "
    if rated:
        note += (
            "The statistical reading sets the 95% Wilson interval of the area's own figure against "
            "the benchmark it names. Neutral: neither direction is better, so it is not rated. "
        )
    note += "Counts have no benchmark, because they grow with the size of an area."
    table = Table(f"Indicators of {context.area.name}", tuple(columns), rows, note)
    return Section(section.id, str(section.title), (table,))


def _benchmark_cell(result: IndicatorResult, comparator: str) -> Cell:
    for comparison in result.comparisons:
        if comparison.comparator == comparator and comparison.value is not None:
            text = amount(comparison.value, result.decimals, result.unit_text)
            return Cell(text, (comparison.fact,), number=True)
    return Cell(NOTHING, number=True)


def _rating_cell(result: IndicatorResult, kind: RuleKind) -> Cell:
    for score in result.scores:
        if score.kind == kind:
            return Cell("", score.facts, mark_of(score))
    if result.direction == "neutral":
        return Cell("neutral")
    if any(refusal.kind == kind for refusal in result.refusals):
        return Cell("not scored")
    return Cell(NOTHING)


def _target_cells(result: IndicatorResult) -> tuple[Cell, Cell]:
    target = Cell(NOTHING)
    if result.targets:
        first = result.targets[0]
        target = Cell(first.statement, (first.fact,))
    return target, _rating_cell(result, TARGET)


def indicators(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each indicator with figures in a section of its own."""
    parts = tuple(
        _indicator_section(context, result, section.id)
        for result in context.evaluation.indicators
        if result.points or result.breakdowns
    )
    if not parts:
        return None
    return Section(section.id, str(section.title), (), parts)


def _indicator_section(context: BuildContext, result: IndicatorResult, prefix: str) -> Section:
    blocks: list[Block] = [_summary(result)]
    if _has_trend_chart(context, result):
        blocks.append(trend_chart(context, result))
    blocks += dot_charts(context, result)
    if result.points and (result.denominator or result.shown_with):
        blocks.append(_series_table(context, result))
    if result.comparisons:
        blocks.append(_benchmarks(result))
    blocks += [_breakdown_table(result, breakdown) for breakdown in result.breakdowns]
    rule_results = rule_results_table(result.title, result.scores, result.refusals)
    if rule_results:
        blocks.append(rule_results)
    notes = [*_breaks(context, result), *result.caveats]
    if notes:
        blocks.append(Bullets(tuple(Sentence(note) for note in notes)))
    return Section(f"{prefix}-{result.indicator}", result.title, tuple(blocks))


def _breakdown_table(result: IndicatorResult, breakdown: Breakdown) -> Table:
    rows = tuple(
        (Cell(name), Cell(figure_text(result, point), (point.fact,), number=True))
        for name, point in breakdown.parts.items()
    )
    columns = breakdown.dimension.capitalize(), "Number" if result.is_count else "Figure"
    caption = f"{result.title} by {breakdown.dimension}, {breakdown.period}"
    note = "Small numbers are hidden (c)." if breakdown.hidden else ""
    return Table(caption, columns, rows, note)


def _has_trend_chart(context: BuildContext, result: IndicatorResult) -> bool:
    """Return whether a line chart adds anything; the counts of a rate are shown in its table.

    A line through figures that are not compared would show a trend that nobody computed.
    """
    if result.not_compared is not None:
        return False
    shown_with_rate = any(
        result.indicator in other.shown_with for other in context.results.values()
    )
    values = sum(point.value is not None for point in result.points)
    return values > 1 and not (shown_with_rate and result.is_count)


def _breaks(context: BuildContext, result: IndicatorResult) -> list[str]:
    """Return a sentence for each break within the series, with its reason."""
    if not result.points:
        return []
    first, last = result.points[0].period, result.points[-1].period
    return [
        f"Nothing is compared across the beginning of {item.first_period}: {item.reason}"
        for item in context.indicators[result.indicator].breaks
        if first.last_day < item.first_period.first_day <= last.last_day
    ]


def _summary(result: IndicatorResult) -> Paragraph:
    """Return the latest figure, its change, and why it is not compared or rated."""
    definition = f"Counted: {result.numerator}; of: {result.denominator}."
    has_definition = bool(result.numerator and result.denominator)
    if not result.points:
        text = "There is no total. The figures of the parts are below."
        return Paragraph((Sentence(f"{text} {definition}" if has_definition else text),))
    latest = result.latest
    if latest is None:
        newest = result.points[-1]
        text = f"{newest.period}: {figure_text(result, newest)}."
        return Paragraph((Sentence(text, (newest.fact,)),))
    counts = counts_text(latest)
    brackets = f" ({counts})" if counts else ""
    text = f"{latest.period}: {figure_text(result, latest)}{brackets}."
    sentences = [Sentence(text, (latest.fact,))]
    if has_definition:
        sentences.append(Sentence(definition))
    if result.change is not None:
        sentences.append(Sentence(_change_text(result, result.change), (result.change.fact,)))
    if result.not_compared is not None:
        sentences.append(Sentence(result.not_compared))
    if result.direction == "neutral":
        sentences.append(Sentence("Neither direction is better, so it is not rated."))
    return Paragraph(tuple(sentences))


def _change_text(result: IndicatorResult, change: Change) -> str:
    if change.amount == 0:
        return f"It did not change from {change.before} to {change.after}."
    verb = "rose" if change.amount > 0 else "fell"
    size = difference(abs(change.amount), result.decimals, result.unit, result.unit_text)
    return f"It {verb} by {size} from {change.before} to {change.after}."


def _series_table(context: BuildContext, result: IndicatorResult) -> Table:
    """Return the series with its counts and the indicators that it must be read with."""
    companions = [context.results[id_] for id_ in result.shown_with if id_ in context.results]
    has_counts = any(counts_text(point) for point in result.points)
    columns = ["Period", result.title, *(["Counts"] if has_counts else [])]
    columns += [companion.title for companion in companions]
    rows = []
    for point in result.points:
        row = [
            Cell(str(point.period)),
            Cell(figure_text(result, point), (point.fact,), number=True),
        ]
        if has_counts:
            row.append(Cell(counts_text(point) or NOTHING, (point.fact,), number=True))
        row += [_same_period_cell(companion, point) for companion in companions]
        rows.append(tuple(row))
    note = "Read together: the first figure alone can mislead." if companions else ""
    return Table(f"{result.title}: {context.area.name}", tuple(columns), tuple(rows), note)


def _same_period_cell(result: IndicatorResult, other: Point) -> Cell:
    for point in result.points:
        if point.period == other.period:
            return Cell(figure_text(result, point), (point.fact,), number=True)
    return Cell(NOTHING, number=True)


def _benchmarks(result: IndicatorResult) -> Block:
    """Return a table of benchmarks; a sentence where none has a figure."""
    period = result.comparisons[0].period
    if all(comparison.value is None for comparison in result.comparisons):
        names = joined(comparison.title for comparison in result.comparisons)
        facts = tuple(comparison.fact for comparison in result.comparisons)
        return Paragraph((Sentence(f"No figure to compare with for {period}: {names}.", facts),))
    has_gaps = any(comparison.missing for comparison in result.comparisons)
    rows = tuple(
        (
            Cell(comparison.title),
            Cell(
                amount(comparison.value, result.decimals, result.unit_text)
                if comparison.value is not None
                else "no figure",
                (comparison.fact,),
                number=True,
            ),
            Cell(_method_text(comparison)),
            *((Cell(", ".join(_missing_names(comparison)) or NOTHING),) if has_gaps else ()),
        )
        for comparison in result.comparisons
    )
    columns = ["Compared with", "Figure", "How it is made"]
    columns += ["Areas without a figure"] if has_gaps else []
    return Table(f"{result.title}: benchmarks, {period}", tuple(columns), rows)


def _method_text(comparison: Comparison) -> str:
    if comparison.method == "single":
        return _METHODS["single"]
    total = comparison.areas + len(comparison.missing)
    return f"{_METHODS[comparison.method]} of {comparison.areas} of {total} areas"


def _missing_names(comparison: Comparison) -> list[str]:
    names = {member.area: member.name for member in comparison.members}
    return [names.get(code, code) for code in comparison.missing]
