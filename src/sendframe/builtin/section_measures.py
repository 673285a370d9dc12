"""Measures of the plans in force.

What it shows
    Each measure in its own words with who leads it, its starting point, its target, its milestones
    in words, where it stands in words, the latest figure with its reading, and why it is measured.
    Beside a local target stands what the law requires.

What it needs
    Measures in a plan in force.

Where that is missing
    The section is left out, and so is each line without words and each column without any.
"""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Cell,
    Mark,
    Measure,
    Section,
    SectionKind,
    TargetPosition,
    TypedFigure,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    duty_level,
    figure,
    filled_table,
    latest_text,
    newer_sentence,
    once_a_report,
    people_text,
    plans_in_force,
    section_of,
    target_sentence,
    trust_suffix,
    typed_point,
)


@attrs.frozen
class Names:
    """Who is named.

    Attributes:
        names_roles: Whether roles below director level are named, and not only their bodies.
    """

    names_roles: bool = False


_COLUMNS = (N_("Measure"), N_("Led by"), N_("Where it began"), N_("Target"), N_("Latest"))


def build(context: BuildContext, section: ProfileSection, options: Names) -> Section | None:
    """Return a table of measures; None without any."""
    seen: set[str] = set()
    rows = tuple(
        (
            Cell(
                context.words(measure.statement),
                note=context.words(measure.rationale) if measure.rationale else "",
            ),
            Cell(people_text(context, measure.leads, names_roles=options.names_roles)),
            Cell(more=tuple(_start(context, measure))),
            Cell(more=tuple(_target(context, measure))),
            Cell(more=tuple(_latest(context, measure, seen))),
        )
        for plan in plans_in_force(context)
        for measure in plan.measures
    )
    columns = tuple(map(_, _COLUMNS))
    table = filled_table(context.words(section.title), columns, rows, hides_caption=True)
    return section_of(context, section, [table] if table else [])


def _start(context: BuildContext, measure: Measure) -> Iterator[Cell]:
    start = measure.baseline
    if start is None:
        return
    result = next((context.results[i] for i in measure.indicators if i in context.results), None)
    if start.value is not None and result is not None:
        typed = TypedFigure(
            result.indicator,
            start.value,
            result.unit,
            result.decimals,
            "baseline",
            period=start.period,
        )
        when = str(start.period) if start.period else ""
        positions = _positions(context).get((result.indicator, measure.id), ())
        marks = dict.fromkeys(map(trust_suffix, positions))
        yield Cell(f"{figure(result, start.value)}{''.join(marks)}", note=when, typed=typed)
    if start.statement:
        yield Cell(context.words(start.statement))


@once_a_report
def _positions(context: BuildContext) -> dict[tuple[str, str | None], list[TargetPosition]]:
    """Return how figures stand to targets, by indicator and measure."""
    found: dict[tuple[str, str | None], list[TargetPosition]] = defaultdict(list)
    for id_, result in context.results.items():
        for position in result.targets:
            found[id_, position.measure].append(position)
    return found


def _target(context: BuildContext, measure: Measure) -> Iterator[Cell]:
    target = measure.target
    positions = [
        Cell(target_sentence(position, duty_level(context, context.results[id_])), (position.fact,))
        for id_ in measure.indicators
        for position in _positions(context).get((id_, measure.id), ())
    ]
    yield from positions
    if target is not None and target.kind == "words" and not positions:
        due = (
            _("by {due}", due=target.due)
            if target.due and target.due.is_dated
            else str(target.due or "")
        )
        yield Cell(context.words(target.statement), note=due)
    if target is not None and target.rationale:
        yield Cell(context.words(target.rationale))
    for step in measure.milestones:
        if step.statement:
            yield Cell(context.words(step.statement), note=str(step.due))


def _latest(context: BuildContext, measure: Measure, seen: set[str]) -> Iterator[Cell]:
    actual = measure.actual
    if actual is not None:
        yield Cell(context.words(actual.statement), note=str(actual.on) if actual.on else "")
    for id_ in measure.indicators:
        result = context.results.get(id_)
        if result is None or result.latest is None:
            continue
        if id_ in seen:
            yield Cell(_("as above"))
            continue
        seen.add(id_)
        newer = newer_sentence(context, result)
        yield Cell(
            latest_text(result, result.latest),
            (result.latest.fact,),
            note=newer.text if newer else "",
            typed=typed_point(result, result.latest, with_reading=True),
        )
        for mark in result.reading.marks if result.reading else ():
            yield Cell(mark=Mark(mark.label, mark.shape, mark.tone))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("measures", "Measures of the plans", __doc__ or "", build, Names)]
