"""The actions of a criterion: what is still to be done, who leads on it, and by when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sendframe.language import joined
from sendframe.model import Action, Commitment, CriterionEntry, Responsible

from ._action_state import state_of
from ._context import BuildContext, once_a_report
from ._edition_index import (
    commitments_by_id,
    criterion_results,
    finding_actions_by_criterion,
    with_any,
)
from ._judged_criteria import judged_criteria

__all__ = [
    "action_leads_text",
    "actions_of_entry",
    "claims_of_entry",
    "next_actions",
    "people_text",
    "priorities_of",
]  # fmt: skip

_DIRECTORS = ("director", "chief", "executive")


def priorities_of(context: BuildContext, criterion: str) -> tuple[str, ...]:
    """Return the ids of the priorities that are about a criterion."""
    result = criterion_results(context).get(criterion)
    return result.related if result else ()


@once_a_report
def _by_action(context: BuildContext) -> dict[str, list[str]]:
    """Return the commitments that each action carries out, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, (_, commitment) in commitments_by_id(context).items():
        for action in commitment.actions:
            found[action].append(id_)
    return found


@once_a_report
def _by_priority(context: BuildContext) -> dict[str, list[Commitment]]:
    """Return the commitments of each priority, by its id."""
    found: dict[str, list[Commitment]] = defaultdict(list)
    for priority, commitment in commitments_by_id(context).values():
        found[priority].append(commitment)
    return found


def _named(context: BuildContext, entry: CriterionEntry) -> tuple[list[str], list[str]]:
    """Return the commitments and actions that an entry names itself, by id."""
    commitments = [promise.commitment for promise in entry.promises if promise.commitment]
    actions = [id_ for area in entry.areas_for_development for id_ in area.actions]
    actions += [id_ for promise in entry.promises for id_ in promise.actions]
    by_id = commitments_by_id(context)
    for id_ in commitments:
        actions += by_id[id_][1].actions if id_ in by_id else ()
    commitments += with_any(_by_action(context), dict.fromkeys(actions))
    return list(dict.fromkeys(commitments)), list(dict.fromkeys(actions))


@once_a_report
def _named_by_entries(context: BuildContext) -> frozenset[str]:
    """Return the ids of the commitments and actions that any entry names itself."""
    entries = (judged.entry for judged in judged_criteria(context) if judged.entry)
    return frozenset(id_ for entry in entries for ids in _named(context, entry) for id_ in ids)


def claims_of_entry(context: BuildContext, entry: CriterionEntry) -> tuple[str, ...]:
    """Return the ids of the commitments and actions of an entry.

    They are those it names. Where it names none, they are the commitments of the priorities that
    are about its criterion, and the actions of the findings that are set beside it, as far as no
    other entry names them.
    """
    commitments, actions = _named(context, entry)
    if commitments or actions:
        return (*commitments, *actions)
    others = _named_by_entries(context)
    for commitment in with_any(_by_priority(context), priorities_of(context, entry.criterion)):
        if commitment.id not in others:
            commitments.append(commitment.id)
            actions += commitment.actions
    actions += finding_actions_by_criterion(context).get(entry.criterion, ())
    actions = [action for action in actions if action not in others]
    return (*commitments, *dict.fromkeys(actions))


def actions_of_entry(context: BuildContext, entry: CriterionEntry) -> tuple[Action, ...]:
    """Return the actions of an entry, each once."""
    ids = claims_of_entry(context, entry)
    return tuple(context.actions[id_] for id_ in ids if id_ in context.actions)


def next_actions(context: BuildContext, entry: CriterionEntry) -> tuple[Action, ...]:
    """Return the actions of an entry that are not over: overdue ones first, then by due date."""
    open_actions = [
        action
        for action in actions_of_entry(context, entry)
        if not state_of(context, action).is_closed
    ]
    open_actions.sort(
        key=lambda action: (
            not state_of(context, action).is_overdue,
            action.due.last_day if action.due else date.max,
        )
    )
    return tuple(open_actions)


def action_leads_text(context: BuildContext, action: Action, *, names_roles: bool) -> str:
    """Return who leads on an action, as `people_text` names them."""
    bodies_only, all_names = _leads(context)[action.id]
    return all_names if names_roles else bodies_only


@once_a_report
def _leads(context: BuildContext) -> dict[str, tuple[str, str]]:
    """Return who leads on each action, by its id: without roles below director level, with all."""
    return {
        id_: (
            people_text(context, action.action_leads, names_roles=False),
            people_text(context, action.action_leads, names_roles=True),
        )
        for id_, action in context.actions.items()
    }


def people_text(context: BuildContext, people: Iterable[Responsible], *, names_roles: bool) -> str:
    """Return who is responsible: bodies and, at director level or if wanted, roles.

    A role below that level may be one person, whom a published page does not point at.
    """
    names = (_name(context, person, names_roles=names_roles) for person in people)
    return joined(dict.fromkeys(filter(None, names)))


def _name(context: BuildContext, person: Responsible, *, names_roles: bool) -> str:
    """Return a role with its body, unless it names the body itself; else the body alone."""
    body = context.bodies.get(person.body or "", "")
    if not _is_named(person.role, names_roles=names_roles):
        return body
    return f"{person.role}, {body}" if body and body not in person.role else person.role


def _is_named(role: str, *, names_roles: bool) -> bool:
    return names_roles or any(word in role.lower() for word in _DIRECTORS)
