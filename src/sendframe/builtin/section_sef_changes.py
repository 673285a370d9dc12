"""What changed most since the edition before.

What it shows
    The largest changes among the percentages that the cited evidence names, each between what was
    known at the cut-off of the edition before and of this one; and the promises, counted by state.

What it needs
    Evidence that the edition cites and that names indicators, with figures known at its cut-off;
    promises of the edition.

Where that is missing
    Without such figures and without promises with a state the section is left out. Figures that
    may not be compared are not compared here either.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Block,
    Bullets,
    ChartPoint,
    Column,
    Columns,
    FigureCard,
    Section,
    SectionKind,
    Sentence,
    Tone,
    TrendChart,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    KnownChange,
    ProfileSection,
    count_promises,
    counts_text,
    cut_off_of,
    figure_notes,
    figure_text,
    judged_criteria,
    largest_changes,
    points_known_on,
    section_of,
    translated,
    typed_point,
)


@attrs.frozen
class ChangesOptions:
    """Options of the section.

    Attributes:
        figures: How many changed figures are shown, at least 0.
    """

    figures: int = 2


def build(
    context: BuildContext, section: ProfileSection, options: ChangesOptions
) -> Section | None:
    """Return the largest changes and the promises beside each other."""
    columns = [
        Column("", (_card(context, section, change),))
        for change in largest_changes(context, options.figures)
    ]
    if promises := _promises(context):
        columns.append(promises)
    if not columns:
        return None
    return section_of(context, section, (Columns(tuple(columns)),))


def _card(context: BuildContext, section: ProfileSection, change: KnownChange) -> FigureCard:
    result, before, now = change.result, change.before, change.now
    points = points_known_on(context, result, cut_off_of(context))
    chart = TrendChart(
        id=f"{section.id}-{result.indicator}",
        title=result.title,
        description=_(
            "{name}, {first} to {last}.",
            name=context.area.name,
            first=points[0].period,
            last=points[-1].period,
        ),
        unit=result.unit_text or "",
        points=tuple(
            ChartPoint(str(point.period), point.value, figure_text(result, point), (point.fact,))
            for point in points
        ),
    )
    return FigureCard(
        title=result.title,
        figure=figure_text(result, now),
        beside=f"{now.period}; {figure_text(result, before)} {before.period.phrase}",
        facts=(now.fact, before.fact),
        sentences=tuple(_details(context, change)),
        chart=chart if points[1:] else None,
        tone=_tone(change),
        typed=typed_point(result, now),
    )


def _details(context: BuildContext, change: KnownChange) -> Iterator[Sentence]:
    before, now = counts_text(change.before), counts_text(change.now)
    facts = (change.now.fact, change.before.fact)
    if before and now:
        yield Sentence(_("{now}, after {before}.", now=now, before=before), facts)
    for note in figure_notes(context, change.result, (change.now, change.before))[:1]:
        yield Sentence(note)


def _tone(change: KnownChange) -> Tone:
    """Return the colour of a change: neutral where no direction is better."""
    rises = (change.now.value or 0.0) > (change.before.value or 0.0)
    if change.result.direction not in ("higher", "lower"):
        return "neutral"
    return "better" if rises == (change.result.direction == "higher") else "worse"


def _promises(context: BuildContext) -> Column | None:
    promises = [
        promise
        for judged in judged_criteria(context)
        if judged.entry
        for promise in judged.entry.promises
    ]
    counted = count_promises(context, promises)
    if not counted:
        return None
    items = tuple(Sentence(f"{len(found)}", mark=translated(mark)) for mark, found in counted)
    made = ngettext("Promises: {number} was made", "Promises: {number} were made", len(promises))
    blocks: tuple[Block, ...] = (Bullets(items),)
    return Column(made, blocks)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("sef-changes", "What changed most", __doc__ or "", build, ChangesOptions)]
