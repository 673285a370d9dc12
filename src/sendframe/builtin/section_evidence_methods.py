"""How the evidence was made.

What it shows
    Each piece of evidence with its summary, how it was made, the question that was asked, whom it
    is about, and who made and collected it.

What it needs
    Evidence.

Where that is missing
    The section is left out, and so is each column in which nothing stands. Reports for the public
    leave out evidence that is not publishable, and by whom it was made and collected: that may be
    one person.
"""

from sendframe.plugins import (
    N_,
    Cell,
    Evidence,
    EvidenceRegister,
    NoOptions,
    Section,
    SectionKind,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    filled_table,
    section_of,
)

_COLUMNS = (N_("Evidence"), N_("How it was made"), N_("About whom"), N_("By whom"))


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table of the evidence; None without any."""
    table = filled_table(
        context.words(section.title),
        tuple(map(_, _COLUMNS)),
        (
            _row(context, evidence)
            for register in context.portfolio.of(EvidenceRegister)
            for evidence in register.evidence
        ),
        hides_caption=True,
    )
    return section_of(context, section, [table] if table else [])


def _row(context: BuildContext, evidence: Evidence) -> tuple[Cell, ...]:
    summary = context.words(evidence.summary) if evidence.summary else ""
    method = context.words(evidence.method) if evidence.method else ""
    asked = (
        _("Asked: {question}", question=context.words(evidence.question))
        if evidence.question
        else ""
    )
    who = [evidence.source_body or ""]
    if not context.profile.public:
        for done, role in (
            (_("Made by: {role}", role=evidence.produced_by), evidence.produced_by),
            (_("Collected by: {role}", role=evidence.collected_by), evidence.collected_by),
        ):
            who.append(done if role else "")
    return (
        Cell(context.words(evidence.title), note=summary),
        Cell(more=tuple(map(Cell, filter(None, (method, asked))))),
        Cell(evidence.population or ""),
        Cell(more=tuple(map(Cell, filter(None, who)))),
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("evidence-methods", "How the evidence was made", __doc__ or "", build)]
