"""Actions in tables: who leads them, and how they stand."""

from collections.abc import Collection, Iterable

from sendframe.model import Action, Responsible

from ._context import BuildContext
from ._phrase import joined
from ._report_model import Cell, Mark, Table

__all__ = ["action_titles", "actions_table", "roles_text", "status_cell"]


def roles_text(context: BuildContext, people: Iterable[Responsible]) -> str:
    """Return the roles that are responsible, each with its body."""
    roles = []
    for person in people:
        body = context.bodies.get(person.body or "")
        roles.append(f"{person.role} ({body})" if body else person.role)
    return joined(roles)


def action_titles(context: BuildContext, ids: Iterable[str]) -> str:
    """Return the titles of actions, with semicolons between them."""
    actions = context.actions
    return "; ".join(context.words(actions[id_].title) for id_ in ids if id_ in actions)


def status_cell(context: BuildContext, action: Action, aspect: str) -> Cell:
    """Return the ``delivery`` or ``impact`` status of an action, as a word with its shape."""
    status = action.delivery if aspect == "delivery" else action.impact
    if status is None:
        return Cell("no status given")
    value = context.statuses.get((aspect, status.value))
    return Cell(status.value) if value is None else Cell("", mark=Mark(value.name, value.shape))


def actions_table(
    context: BuildContext, actions: Iterable[Action], overdue: Collection[str]
) -> Table:
    """Return a table of actions; *overdue* holds the ids of those that are overdue."""
    rows = tuple(
        (
            Cell(context.words(action.title)),
            Cell(roles_text(context, action.action_leads) or "no owner"),
            Cell(
                (str(action.due) if action.due else "no date")
                + (" (overdue)" if action.id in overdue else "")
                + (" (moved)" if action.due_history else "")
            ),
            status_cell(context, action, "delivery"),
            status_cell(context, action, "impact"),
        )
        for action in actions
    )
    return Table("Actions", ("Action", "Led by", "Due", "Delivery", "Impact"), rows)
