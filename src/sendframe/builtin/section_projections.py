"""What the plans expect.

What it shows
    Each projection of a plan in force: the indicator, with or without what the plan does, what is
    taken for granted, and who worked it out.

What it needs
    Projections that state what they rest on.

Where that is missing
    The section is left out, and so is a projection without words.
"""

from sendframe.plugins import N_, Cell, NoOptions, Section, SectionKind, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    filled_table,
    plans_in_force,
    section_of,
    words_of_code,
)

_COLUMNS = (N_("What is expected of"), N_("Case"), N_("Taken for granted"), N_("Worked out by"))


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table of projections; None without any."""
    rows = (
        (
            Cell(context.names.get(projection.indicator, "")),
            Cell(words_of_code(projection.scenario).capitalize()),
            Cell(more=tuple(Cell(context.words(text)) for text in projection.assumptions)),
            Cell(projection.source or ""),
        )
        for plan in plans_in_force(context)
        for projection in plan.projections
        if projection.assumptions or projection.source
    )
    title = context.words(section.title)
    table = filled_table(title, tuple(map(_, _COLUMNS)), rows, hides_caption=True)
    return section_of(context, section, [table] if table else [])


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("projections", "What the plans expect", __doc__ or "", build)]
