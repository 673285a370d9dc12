"""When open actions are due, and which dates have moved.

What it shows
    A timeline of the open actions by due date, with the dates that held before. A term, quarter or
    year stands at its last day.

What it needs
    Open actions with due dates.

Where that is missing
    The section is left out.
"""

import attrs

from sendframe.plugins import (
    Action,
    Section,
    SectionKind,
    Timeline,
    TimelineRow,
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
    section_of,
    short_period,
    state_of,
)


@attrs.frozen
class Cap:
    """How many actions are shown.

    Attributes:
        most: At most so many, those due first.
    """

    most: int = 14


def build(context: BuildContext, section: ProfileSection, options: Cap) -> Section | None:
    """Return the timeline; None without an open action that has a date."""
    open_actions = [
        (action, state)
        for action in actions_in_force(context)
        if action.due is not None
        and action.due.is_dated
        and not (state := state_of(context, action)).is_closed
    ]
    if not open_actions:
        return None
    ordered = sorted(open_actions, key=lambda pair: (_due(pair[0]), pair[0].id))
    rows = tuple(_row(context, action, state) for action, state in ordered[: options.most])
    title = due_date_title(ordered)
    description = ngettext(
        "{number} open action by due date; a term, quarter or year stands at its last day.",
        "{number} open actions by due date; a term, quarter or year stands at its last day.",
        len(ordered),
    )
    if len(ordered) > options.most:
        later = len(ordered) - options.most
        description = " ".join((description, _("{number} more are due later.", number=later)))
    chart = Timeline(section.id, title, description, context.evaluation.as_at, rows)
    return section_of(context, section, [chart], title=title)


def due_date_title(actions: list[tuple[Action, ActionState]]) -> str:
    """Return what is to be seen: how many are overdue, and how many dates have moved."""
    overdue = sum(state.is_overdue for _, state in actions)
    moved = sum(bool(action.due_history) for action, _ in actions)
    first = (
        ngettext("{number} action is overdue", "{number} actions are overdue", overdue)
        if overdue
        else _("No action is overdue")
    )
    second = (
        ngettext("{number} date has moved", "{number} dates have moved", moved)
        if moved
        else _("no date has moved")
    )
    return f"{first}; {second}"


def _due(action: Action) -> int:
    return action.due.last_day.toordinal() if action.due else 0


def _row(context: BuildContext, action: Action, state: ActionState) -> TimelineRow:
    earlier = (change.due.last_day for change in action.due_history if change.due.is_dated)
    due = action.due
    days = (*earlier, *([due.last_day] if due else []))
    return TimelineRow(
        label=action_name(context, action),
        days=days,
        due=short_period(due) if due else "",
        state=state.word,
        shape=state.shape,
        tone=state.tone,
    )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("due-dates", "A timeline of due dates", __doc__ or "", build, Cap)]
