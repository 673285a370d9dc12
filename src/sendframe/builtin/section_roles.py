"""Who does what, by role.

What it shows
    Of each priority, measure, workstream and action the roles that lead it and that answer for it, and the
    roles that reported on an action, each with the days.

What it needs
    Priorities, measures, workstreams or actions with roles.

Where that is missing
    The section is left out, and so is each line without a role. Reports for the public leave it
    out: a role below director level may be one person.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    Action,
    Cell,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    Span,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    action_leads_text,
    filled_table,
    joined,
    people_text,
    plans_in_force,
    section_of,
)

_COLUMNS = (N_("What"), N_("Led by"), N_("Answered for by"), N_("Reported by"))

Row = tuple[Cell, ...]


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a table of roles; None without any, and in a report for the public."""
    if context.profile.public:
        return None
    groups = {
        _("Priorities"): tuple(_priorities(context)),
        _("Measures"): tuple(_measures(context)),
        _("Work that is led together"): tuple(_workstreams(context)),
        _("Actions"): tuple(filter(None, (_action(context, a) for a in context.actions.values()))),
    }
    rows: list[Row] = []
    spans: list[Span] = []
    for heading, members in groups.items():
        if members:
            spans.append(Span(len(rows), Sentence(heading)))
            rows += members
    title = context.words(section.title)
    table = filled_table(
        title, tuple(map(_, _COLUMNS)), rows, spans=tuple(spans), hides_caption=True
    )
    return section_of(context, section, [table] if table else [])


def _priorities(context: BuildContext) -> Iterator[Row]:
    for plan in plans_in_force(context):
        for priority in plan.priorities:
            text = priority.title or priority.statement
            if priority.leads and text:
                leads = people_text(context, priority.leads, names_roles=True)
                yield Cell(context.words(text)), Cell(leads), Cell(), Cell()


def _measures(context: BuildContext) -> Iterator[Row]:
    for plan in plans_in_force(context):
        for measure in plan.measures:
            if measure.leads:
                leads = people_text(context, measure.leads, names_roles=True)
                yield Cell(context.words(measure.statement)), Cell(leads), Cell(), Cell()


def _workstreams(context: BuildContext) -> Iterator[Row]:
    for plan in plans_in_force(context):
        for stream in plan.workstreams:
            if stream.leads:
                leads = people_text(context, stream.leads, names_roles=True)
                yield Cell(context.words(stream.title)), Cell(leads), Cell(), Cell()


def _action(context: BuildContext, action: Action) -> Row | None:
    """Return the roles of an action, ended ones included; None without any."""
    leads = action_leads_text(context, action, names_roles=True)
    owners = people_text(context, action.senior_responsible_owners, names_roles=True)
    reported = _reported(action)
    if not (leads or owners or reported):
        return None
    return Cell(context.words(action.title)), Cell(leads), Cell(owners), Cell(more=reported)


def _reported(action: Action) -> tuple[Cell, ...]:
    """Return each role that reported on an action, with when it did."""
    days: dict[str, list[str]] = {}
    for update in action.updates:
        if update.role is not None:
            days.setdefault(update.role, []).extend([str(update.on)] if update.on else [])
    return tuple(Cell(role, note=joined(dict.fromkeys(when))) for role, when in days.items())


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("roles", "Who does what, by role", __doc__ or "", build)]
