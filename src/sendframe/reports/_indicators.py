"""The figures: an overview of all, then each with its charts, counts and caveats."""

from sendframe.model import (
    Change,
    Comparison,
    IndicatorResult,
    Point,
    ProfileSection,
)
from sendframe.scoring import RuleKind
from sendframe.statistics import amount, difference

from ._chart_data import dots_of, trend_chart
from ._context import NOTHING, BuildContext, counts, figure, joined, mark_of
from ._model import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Section,
    Sentence,
    Table,
)
from ._ratings import what_rules_say

__all__ = ["indicators", "overview"]

STATISTICAL: RuleKind = "interval"
TARGET: RuleKind = "target"
_METHODS = {
    "single": "own figure",
    "mean": "plain mean",
    "pooled": "pooled",
    "median": "median",
}


def _change(result: IndicatorResult) -> Cell:
    if result.change is None:
        return Cell(NOTHING, number=True)
    by = amount(result.change.amount, result.decimals)
    unit = " points" if result.unit == "percent" else ""
    sign = "+" if result.change.amount > 0 else ""
    return Cell(f"{sign}{by}{unit}".replace("-", "−"), (result.change.fact,), number=True)


def _benchmark(result: IndicatorResult, comparator: str) -> Cell:
    for each in result.comparisons:
        if each.comparator == comparator and each.value is not None:
            text = amount(each.value, result.decimals, result.unit_text)
            return Cell(text, (each.fact,), number=True)
    return Cell(NOTHING, number=True)


def _rating(result: IndicatorResult, kind: RuleKind) -> Cell:
    for score in result.scores:
        if score.kind == kind:
            return Cell("", score.facts, mark_of(score))
    if result.direction == "neutral":
        return Cell("neutral")
    if any(refusal.kind == kind for refusal in result.refusals):
        return Cell("not scored")
    return Cell(NOTHING)


def overview(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return all indicators in one table: value, change, target, benchmarks, ratings."""
    found = context.evaluation.indicators
    results = [(each, each.latest) for each in found if each.latest is not None]
    if not results:
        return None
    compared = list({each.kind: each for each in reversed(context.comparators.values())}.values())
    compared.reverse()  # the first set of each kind; all of them stand with each indicator
    rated = not context.is_partial  # no band is a headline about an area that did not ask
    targets = rated and any(each.targets for each, _ in results)
    columns = ["Indicator", "Latest", "Change"]
    columns += ["Target", "Against the target"] if targets else []
    columns += ["Statistical reading"] if rated else []
    columns += [str(each.title) for each in compared]
    rows = tuple(
        (
            *_overview_row(each, latest),
            *(_target_cells(each) if targets else ()),
            *((_rating(each, STATISTICAL),) if rated else ()),
            *(_benchmark(each, comparator.id) for comparator in compared),
        )
        for each, latest in results
    )
    note = "Change is from the figure before, which need not be of the year before. "
    if rated:
        note += (
            "The statistical reading sets the 95% Wilson interval of the area's own figure against "
            "the benchmark it names. Neutral: no way is better, so it is not rated. "
        )
    note += "Counts have no benchmark, because they grow with the size of an area."
    table = Table(f"Indicators of {context.area.name}", tuple(columns), rows, note)
    return Section(section.id, str(section.title), (table,))


def _overview_row(result: IndicatorResult, latest: Point) -> tuple[Cell, ...]:
    beside = counts(latest)
    said = f"{figure(result, latest)}{f' ({beside})' if beside else ''}, {latest.period}"
    return Cell(result.title), Cell(said, (latest.fact,)), _change(result)


def _target_cells(result: IndicatorResult) -> tuple[Cell, Cell]:
    target = Cell(NOTHING)
    if result.targets:
        first = result.targets[0]
        target = Cell(first.statement, (first.fact,))
    return target, _rating(result, TARGET)


def indicators(context: BuildContext, section: ProfileSection) -> Section | None:
    """Return each indicator in a section of its own."""
    parts = tuple(
        _indicator(context, each, section.id)
        for each in context.evaluation.indicators
        if each.points or each.breakdowns
    )
    if not parts:
        return None
    return Section(section.id, str(section.title), (), parts)


def _indicator(context: BuildContext, result: IndicatorResult, prefix: str) -> Section:
    blocks: list[Block] = [_summary(context, result)]
    if _worth_a_chart(context, result):
        blocks.append(trend_chart(context, result))
    blocks += dots_of(context, result)
    if result.points and (result.denominator or result.shown_with):
        blocks.append(_beside(context, result))
    if result.comparisons:
        blocks.append(_comparisons(result))
    for breakdown in result.breakdowns:
        rows = tuple(
            (Cell(name), Cell(figure(result, point), (point.fact,), number=True))
            for name, point in breakdown.parts.items()
        )
        heads = breakdown.dimension.capitalize(), "Number" if result.is_count else "Figure"
        caption = f"{result.title} by {breakdown.dimension}, {breakdown.period}"
        hidden = "Small numbers are hidden (c)." if breakdown.hidden else ""
        blocks.append(Table(caption, heads, rows, hidden))
    ratings = what_rules_say(result.title, result.scores, result.refusals)
    if ratings:
        blocks.append(ratings)
    noted = [*_breaks(context, result), *(Sentence(each) for each in result.caveats)]
    if noted:
        blocks.append(Bullets(tuple(noted)))
    return Section(f"{prefix}-{result.indicator}", result.title, tuple(blocks))


def _worth_a_chart(context: BuildContext, result: IndicatorResult) -> bool:
    """Say whether a picture adds anything: counts that stand beside a rate are shown there.

    A line through figures that are not compared would show a trend that nobody worked out.
    """
    if result.not_compared is not None:
        return False
    beside = any(result.indicator in each.shown_with for each in context.results.values())
    known = sum(each.value is not None for each in result.points)
    return known > 1 and not (beside and result.is_count)


def _breaks(context: BuildContext, result: IndicatorResult) -> list[Sentence]:
    """Say across which points of its series nothing is compared, and why."""
    if not result.points:
        return []
    first, last = result.points[0].period, result.points[-1].period
    return [
        Sentence(f"Nothing is compared across the beginning of {each.first_period}: {each.reason}")
        for each in context.indicators[result.indicator].breaks
        if first.last_day < each.first_period.first_day <= last.last_day
    ]


def _summary(context: BuildContext, result: IndicatorResult) -> Paragraph:
    latest = result.latest
    if not result.points:
        counted = f" Counted: {result.numerator}; of: {result.denominator}."
        said = counted if result.numerator and result.denominator else ""
        return Paragraph(
            (Sentence(f"There is no figure of the whole: its parts are below.{said}"),)
        )
    if latest is None:
        newest = result.points[-1]
        text = f"{newest.period}: {figure(result, newest)}."
        return Paragraph((context.sentence(text, newest.fact),))
    said = counts(latest)
    text = f"{latest.period}: {figure(result, latest)}{f' ({said})' if said else ''}."
    sentences = [context.sentence(text, latest.fact)]
    if result.denominator and result.numerator:
        sentences.append(Sentence(f"Counted: {result.numerator}; of: {result.denominator}."))
    if result.change is not None:
        sentences.append(context.sentence(_change_words(result, result.change), result.change.fact))
    if result.not_compared is not None:
        sentences.append(Sentence(result.not_compared))
    if result.direction == "neutral":
        sentences.append(Sentence("No way is better: it is not rated."))
    return Paragraph(tuple(sentences))


def _change_words(result: IndicatorResult, change: Change) -> str:
    if change.amount == 0:
        return f"It did not change from {change.before} to {change.after}."
    verb = "rose" if change.amount > 0 else "fell"
    by = difference(abs(change.amount), result.decimals, result.unit, result.unit_text)
    return f"It {verb} by {by} from {change.before} to {change.after}."


def _beside(context: BuildContext, result: IndicatorResult) -> Table:
    """Return the series with its counts, and the indicators without which it misleads."""
    others = [context.results[id_] for id_ in result.shown_with if id_ in context.results]
    has_counts = any(counts(each) for each in result.points)
    columns = ["Period", result.title, *(["Counts"] if has_counts else [])]
    columns += [each.title for each in others]
    rows = []
    for point in result.points:
        row = [Cell(str(point.period)), Cell(figure(result, point), (point.fact,), number=True)]
        if has_counts:
            row.append(Cell(counts(point) or NOTHING, (point.fact,), number=True))
        row += [_same_period(each, point) for each in others]
        rows.append(tuple(row))
    note = "Read together: the first figure alone can mislead." if others else ""
    return Table(f"{result.title}: {context.area.name}", tuple(columns), tuple(rows), note)


def _same_period(result: IndicatorResult, point: Point) -> Cell:
    for each in result.points:
        if each.period == point.period:
            return Cell(figure(result, each), (each.fact,), number=True)
    return Cell(NOTHING, number=True)


def _rests_on(comparison: Comparison) -> str:
    if comparison.method == "single":
        return _METHODS["single"]
    total = comparison.areas + len(comparison.missing)
    return f"{_METHODS[comparison.method]} of {comparison.areas} of {total} areas"


def _comparisons(result: IndicatorResult) -> Block:
    period = result.comparisons[0].period
    if all(each.value is None for each in result.comparisons):
        names = joined(each.title for each in result.comparisons)
        facts = tuple(each.fact for each in result.comparisons)
        return Paragraph((Sentence(f"No figure to compare with for {period}: {names}.", facts),))
    rows = tuple(
        (
            Cell(each.title),
            Cell(
                amount(each.value, result.decimals, result.unit_text)
                if each.value is not None
                else "no figure",
                (each.fact,),
                number=True,
            ),
            Cell(_rests_on(each)),
            Cell(", ".join(_missing_names(each)) or "none"),
        )
        for each in result.comparisons
    )
    columns = ("Compared with", "Figure", "How it is made", "Areas without a figure")
    return Table(f"{result.title}: benchmarks, {period}", columns, rows)


def _missing_names(comparison: Comparison) -> list[str]:
    names = {each.area: each.name for each in comparison.members}
    return [names.get(code, code) for code in comparison.missing]
