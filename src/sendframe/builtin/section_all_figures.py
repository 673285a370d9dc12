"""All figures on one page.

What it shows
    A row for each indicator: its latest figure with counts and period, its series in small, its
    change, the country and areas like it, its place among them, and how it is to be read. Rows stand
    under the priority that they serve, those of drafts after those of adopted plans; then what no
    plan names; then counts of which no direction is better. Counts behind a rate stand under it.

What it needs
    A latest figure; everything else is optional.

Where that is missing
    The cell stays empty. Indicators without a figure are named below.
"""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Cell,
    Comparison,
    IndicatorResult,
    Mark,
    Section,
    SectionKind,
    Sentence,
    Span,
    Strategy,
    SubjectResult,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    annex_link,
    change_text,
    companion_changes,
    country_comparison,
    counts_text,
    doubted,
    figure,
    is_secondary,
    joined,
    near_comparison,
    newer_sentence,
    peers_chart,
    place_among,
    plans_in_force,
    point_text,
    section_of,
    short_period,
    spark,
    typed_benchmark,
    typed_change,
    typed_point,
)

_SAID_ABOVE = (N_("no target"), N_("neither high nor low is better"))
"""Remarks that the heading of the rows, or an empty cell, says as well."""

_NO_PLAN = N_("Monitored, not in a plan")
_HEADING = 14
"""A heading of rows has at most so many words of a priority."""

_NAMED = 6
"""Below the table so many figures are named that have no row."""

_COUNTS = N_("Counts, neither better nor worse")


@attrs.frozen
class Cap:
    """How many rows there are.

    Attributes:
        monitored: At most so many of the indicators that no plan names: those that got worse or are
            doubted first. The others are named below the table. Absent for all.
        rows: At most so many rows in all: those of figures that got worse or are doubted first. The
            others are named below the table. Absent for all.
    """

    monitored: int | None = None
    rows: int | None = None


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the table; None without a figure."""
    groups = list(grouped(context))
    left_out = [
        result
        for result in context.evaluation.indicators
        if result.latest is not None and not result.is_count and _stands_elsewhere(context, result)
    ]
    for place, (heading, results) in enumerate(groups):
        if heading == _(_NO_PLAN):
            kept = _most_urgent(context, results, options.monitored)
            groups[place] = (heading, [r for r in results if r.indicator in kept])
    kept = _most_urgent(context, [r for _, results in groups for r in results], options.rows)
    left_out += [r for _, results in grouped(context) for r in results if r.indicator not in kept]
    groups = [
        (heading, shown)
        for heading, results in groups
        if (shown := [r for r in results if r.indicator in kept])
    ]
    rows: list[tuple[Cell, ...]] = []
    spans = []
    for heading, results in groups:
        if len(groups) > 1:
            spans.append(Span(len(rows), Sentence(heading)))
        rows += [_row(context, result) for result in results]
    if not rows:
        return None
    country = next(
        (c for r in context.evaluation.indicators if (c := country_comparison(context, r))), None
    )
    near = next(
        (c for r in context.evaluation.indicators if (c := near_comparison(context, r))), None
    )
    columns = (
        _("Indicator"),
        _("Latest"),
        _("Trend, and change"),
        country.title if country else _("Country"),
        _("Areas like it") if near else _("Others"),
        _("Worst to best"),
        _("How it reads"),
    )
    filled = [index for index in range(len(columns)) if any(_filled(row[index]) for row in rows)]
    table = Table(
        caption=context.words(section.title),
        columns=tuple(columns[index] for index in filled),
        rows=tuple(tuple(row[index] for index in filled) for row in rows),
        note=_note(context, left_out),
        spans=tuple(spans),
        hides_caption=True,
    )
    return section_of(context, section, [table])


def _most_urgent(
    context: BuildContext, results: list[IndicatorResult], most: int | None
) -> set[str]:
    """Return the indicators of at most so many results: those that got worse or are doubted first."""
    ordered = sorted(results, key=lambda result: _urgency(context, result))
    return {result.indicator for result in ordered[:most]}


def _filled(cell: Cell) -> bool:
    return bool(cell.text or cell.mark or cell.chart or cell.note or cell.more)


def grouped(context: BuildContext) -> Iterator[tuple[str, list[IndicatorResult]]]:
    """Yield each group of indicators with its heading; each indicator once."""
    shown = {
        result.indicator: result
        for result in context.evaluation.indicators
        if result.latest is not None and not _stands_elsewhere(context, result)
    }
    for plan, subject in _priorities(context):
        mine = [shown.pop(id_) for id_ in subject.indicators if id_ in shown]
        if mine:
            yield _heading(plan, subject), mine
    of_plans = [result for result in shown.values() if result.measures]
    if of_plans:
        yield _("The plans as a whole"), of_plans
    rest = [result for result in shown.values() if not result.measures]
    counts = [result for result in rest if result.is_count and result.direction == "neutral"]
    others = [r for r in rest if not (r.is_count and r.direction == "neutral")]
    if others:
        yield _(_NO_PLAN), others
    if counts:
        yield _(_COUNTS), counts


def _stands_elsewhere(context: BuildContext, result: IndicatorResult) -> bool:
    """Whether a figure has no row of its own: a count behind a rate, another form of a rated one."""
    return is_secondary(context, result) and (result.is_count or not result.measures)


def _priorities(context: BuildContext) -> Iterator[tuple[Strategy, SubjectResult]]:
    """Yield the priorities of the plans in force, adopted plans first, in their own order."""
    by_plan: dict[str, list[SubjectResult]] = defaultdict(list)
    for subject in context.evaluation.subjects:
        if subject.kind == "priority":
            by_plan[subject.within].append(subject)
    for plan in plans_in_force(context):
        for subject in sorted(by_plan[plan.id], key=lambda subject: subject.order):
            yield plan, subject


def _heading(plan: Strategy, subject: SubjectResult) -> str:
    draft = _(" (draft)") if plan.status == "draft" else ""
    label = f"{subject.label[:1].upper()}{subject.label[1:]}"
    words = subject.title.rstrip(".").split()
    title = " ".join(words[:_HEADING]) + ("…" if words[_HEADING:] else "")
    return f"{label}{draft}: {title}"


def _row(context: BuildContext, result: IndicatorResult) -> tuple[Cell, ...]:
    latest, country = result.latest, country_comparison(context, result)
    near, change = near_comparison(context, result), result.change
    value = point_text(result, latest)
    facts = (latest.fact,) if latest else ()
    typed = typed_point(result, latest, with_reading=True) if latest else None
    when = (
        ""
        if latest is None
        else ", ".join(filter(None, (counts_text(latest), short_period(latest.period))))
    )
    companions = tuple(companion_changes(context, result))
    counts = "; ".join(companion.text for companion in companions)
    has_series = sum(point.value is not None for point in result.points) > 1
    return (
        Cell(
            result.name,
            tuple(fact for companion in companions for fact in companion.facts),
            note=f"{counts[:1].upper()}{counts[1:]}",
            link=annex_link(context, result.indicator),
        ),
        Cell(
            value,
            facts,
            note=f"{when}{_newer(context, result)}",
            strong=True,
            typed=typed,
        ),
        Cell(
            chart=spark(context, result) if has_series else None,
            note=change_text(result),
            facts=(change.fact,) if change else (),
            typed=typed_change(result),
        ),
        Cell()
        if country is None or country.value is None
        else Cell(
            figure(result, country.value),
            (country.fact,),
            typed=typed_benchmark(result, country.comparator, country.latest),
        ),
        Cell()
        if near is None or near.value is None
        else Cell(
            figure(result, near.value),
            (near.fact,),
            note=_how_many(near),
            typed=typed_benchmark(result, near.comparator, near.latest),
        ),
        Cell(chart=peers_chart(context, result)),
        _reading_cell(context, result),
    )


def _newer(context: BuildContext, result: IndicatorResult) -> str:
    """Return in few words that newer figures than the latest are not shown; empty for none."""
    return f"; {_('newer not shown')}" if newer_sentence(context, result) else ""


def _how_many(near: Comparison) -> str:
    """Return how many areas the figure of several is of, where some of them have none."""
    some_missing = len(near.figures) < len(near.members)
    return (
        _("{number} of {total}", number=len(near.figures), total=len(near.members))
        if some_missing
        else ""
    )


def _reading_cell(context: BuildContext, result: IndicatorResult) -> Cell:
    """Return how a figure reads: its marks, what to bear in mind, and its place among others."""
    reading = result.reading
    if reading is None:
        return Cell()
    marks = [Mark(mark.label, mark.shape, mark.tone) for mark in reading.marks]
    place = place_among(context, result)
    above = set(map(_, _SAID_ABOVE))
    words = [remark for remark in reading.remarks if remark not in above]
    words += [place.text] if place else []
    return Cell(
        "",
        reading.facts,
        marks[0] if marks else None,
        more=tuple(Cell(mark=mark) for mark in marks[1:]),
        note="; ".join(words),
    )


def _urgency(context: BuildContext, result: IndicatorResult) -> tuple[bool, bool]:
    """Return a key that sorts what got worse and what is doubted before all else."""
    is_worse = result.reading is not None and result.reading.movement == "worse"
    return not is_worse, result.indicator not in doubted(context)


def _note(context: BuildContext, left_out: list[IndicatorResult]) -> str:
    names = [
        result.name
        for result in context.evaluation.indicators
        if result.latest is None and not result.breakdowns
    ]
    note = _(
        "The change is from the figure before. “Could be random variation”: the 95% interval of the "
        "change includes zero. “2nd of 5”: its place among areas like it. Each trend has a scale of "
        "its own; a dashed upright in it is a new way of counting."
    )
    if left_out:
        others = _named([result.name for result in left_out])
        note = " ".join((note, _("Also monitored: {others}.", others=others)))
    if names:
        note = " ".join((note, _("No figure yet: {names}.", names=_named(names))))
    return note


def _named(names: list[str]) -> str:
    """Return names in a sentence; of many the first ones, and how many more there are."""
    more = (
        [_("{number} more, which are in the annex", number=len(names) - _NAMED)]
        if names[_NAMED:]
        else []
    )
    return joined([*names[:_NAMED], *more])


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("all-figures", "All figures on one page", __doc__ or "", build, Cap)]
