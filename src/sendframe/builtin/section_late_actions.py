"""Actions that are late or in doubt.

What it shows
    Overdue actions by days, then those behind or moved, then those not begun that nobody leads, each
    with its due date, how it stands and who leads it. Actions on track are never in it. A line
    below counts the actions without a date, and those that there was no space for.

What it needs
    Actions with due dates, earlier due dates, delivery statuses and leads.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import (
    N_,
    Action,
    Cell,
    Section,
    SectionKind,
    Table,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    ActionState,
    BuildContext,
    ProfileSection,
    action_name,
    actions_in_force,
    joined,
    lead_text,
    section_of,
    state_of,
)

_MOVES = {1: N_("moved once"), 2: N_("moved twice")}


@attrs.frozen
class Cap:
    """How many actions are shown.

    Attributes:
        most: At most so many.
    """

    most: int = 8


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the table; None without a late action."""
    late = late_actions(context)
    undated = [
        action
        for action in actions_in_force(context)
        if action.due is None and not state_of(context, action).is_closed
    ]
    if not (late or undated):
        return None
    notes = []
    if undated:
        names = joined(f"“{action_name(context, action)}”" for action in undated)
        notes.append(
            ngettext(
                "{number} open action has no due date: {names}.",
                "{number} open actions have no due date: {names}.",
                len(undated),
                names=names,
            )
        )
    if late[options.most :]:
        notes.append(_("{number} more are late or in doubt.", number=len(late) - options.most))
    rows = tuple(_row(context, action, state) for action, state in late[: options.most])
    title = context.words(section.title)
    columns = (_("Action"), _("Due"), _("Where it stands"), _("Led by"))
    table = Table(title, columns, rows, " ".join(notes), hides_caption=True)
    return section_of(context, section, [table])


def late_actions(context: BuildContext) -> list[tuple[Action, ActionState]]:
    """Return what is late or in doubt, the most pressing first.

    Overdue actions by days; then those behind or moved, the most often moved first; then those not
    begun that nobody leads.
    """
    pairs = [(action, state_of(context, action)) for action in actions_in_force(context)]
    late = [(action, state) for action, state in pairs if _is_late(action, state)]
    return sorted(late, key=lambda pair: _order(*pair))


def _is_late(action: Action, state: ActionState) -> bool:
    if state.is_overdue:
        return True
    if state.is_closed:
        return False
    unled = not lead_text(action)
    return state.tone == "between" or (unled and state.progress != "under_way")


def _order(action: Action, state: ActionState) -> tuple[int, int, str]:
    if state.is_overdue and action.due is not None:
        return 0, action.due.last_day.toordinal(), action.id
    if state.tone == "between":
        return 1, -len(action.due_history), action.id
    return 2, 0, action.id


def _row(context: BuildContext, action: Action, state: ActionState) -> tuple[Cell, ...]:
    moves = len(action.due_history)
    moved = ngettext("moved {number} time", "moved {number} times", moves) if moves else ""
    if moves in _MOVES:
        moved = _(_MOVES[moves])
    days = ""
    if state.is_overdue and action.due is not None:
        days = ngettext(
            "{number} day", "{number} days", (context.evaluation.as_at - action.due.last_day).days
        )
    return (
        Cell(action_name(context, action), note=tally_text(action)),
        Cell(str(action.due) if action.due else _("no date")),
        Cell(", ".join(filter(None, (days, moved))), mark=state.mark),
        Cell(lead_text(action) or _("nobody"), strong=not lead_text(action)),
    )


def tally_text(action: Action) -> str:
    """Return how much of an action is done: by its newest update, else by what is not reached yet."""
    tallies = [
        *(update.tally for update in reversed(action.updates)),
        *(item.tally for item in action.success_criteria if item.state != "met"),
        *(item.tally for item in action.milestones if item.reached_on is None),
    ]
    first = next((tally for tally in tallies if tally is not None), None)
    return str(first) if first else ""


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("late-actions", "Actions that are late or in doubt", __doc__ or "", build, Cap)
    ]
