"""Not scored.

What it shows
    Every rule that refused to score, with its reason, every indicator without a figure, and every
    plug-in that failed or is missing. A report whose profile has no such section lists the last at
    its end.

When it is left out
    Never. Where everything was scored it says so.

Source
    The refusals and failures of the evaluation, and of the sections of the report, which are all
    built before this one.
"""

from sendframe.plugins import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    Table,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, plugin_problems


def build(context: BuildContext, section: ProfileSection, options: object) -> Section:
    """Return the refusals, the indicators without figures and the problems of plug-ins."""
    del options
    blocks: list[Block] = []
    rows = _refusals(context)
    if rows:
        blocks.append(
            Table(_("Rules that did not score"), (_("About"), _("Rule"), _("Why not")), rows)
        )
    without_figures = tuple(
        Sentence(_("No figure for {title}: not scored.", title=result.title))
        for result in context.evaluation.indicators
        if result.latest is None and not result.breakdowns
    )
    if without_figures:
        blocks.append(Bullets(without_figures))
    blocks += plugin_problems(context)
    if not blocks:
        blocks.append(Paragraph((Sentence(_("Every rule that was chosen has scored.")),)))
    return Section(section.id, context.words(section.title), tuple(blocks))


def _refusals(context: BuildContext) -> tuple[tuple[Cell, ...], ...]:
    """Return a row for each refusal about an indicator, then for each about a subject."""
    of_indicators = [
        (Cell(result.title), Cell(refusal.rule), Cell(refusal.reason, refusal.facts))
        for result in context.evaluation.indicators
        for refusal in result.refusals
    ]
    of_subjects = [
        (
            Cell(f"{subject.label.capitalize()}. {subject.title}"),
            Cell(refusal.rule),
            Cell(refusal.reason),
        )
        for subject in context.evaluation.subjects
        for refusal in subject.refusals
    ]
    return (*of_indicators, *of_subjects)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("not-scored", "What was not scored, and why", __doc__ or "", build)]
