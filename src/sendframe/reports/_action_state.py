"""The one state that an action has in all reports, and which actions are in force."""

from collections.abc import Iterator

import attrs

from sendframe.language import gettext as _
from sendframe.model import Action, ScaleValue, Strategy, Tone, overdue_on, short_repr

from ._context import BuildContext, once_a_report
from ._report_model import Mark

__all__ = [
    "ActionState",
    "action_name",
    "actions_in_force",
    "is_over",
    "lead_text",
    "plans_in_force",
    "state_of",
]

_OVER = ("superseded", "expired")
_CLOSED = ("complete", "stopped")


def is_over(plan: Strategy) -> bool:
    """Whether a plan is no longer in force: another one follows it, or its time is over."""
    return plan.status in _OVER


@once_a_report
def plans_in_force(context: BuildContext) -> tuple[Strategy, ...]:
    """Return the plans that are not over, adopted ones before drafts."""
    plans = [plan for plan in context.plans if not is_over(plan)]
    return tuple(sorted(plans, key=lambda plan: plan.status == "draft"))


def _named_actions(plan: Strategy) -> Iterator[str]:
    yield from plan.actions
    for commitment in plan.commitments:
        yield from commitment.actions
    for stream in plan.workstreams:
        yield from stream.actions
    for priority in plan.priorities:
        yield from priority.actions
        for commitment in priority.commitments:
            yield from commitment.actions


@once_a_report
def actions_in_force(context: BuildContext) -> tuple[Action, ...]:
    """Return the actions, in the order of the registers; none that only ended plans name."""
    ended = {id_ for plan in context.plans if is_over(plan) for id_ in _named_actions(plan)}
    kept = {id_ for plan in plans_in_force(context) for id_ in _named_actions(plan)}
    return tuple(
        action for id_, action in context.actions.items() if id_ in kept or id_ not in ended
    )


@attrs.frozen
class ActionState:
    """How an action stands.

    Attributes:
        word: Its state in a word.
        shape: The shape printed with it.
        tone: Whether it may be coloured.
        progress: ``not_started``, ``under_way``, ``complete`` or ``stopped``; None where its
            status does not say.
        is_overdue: Whether its last possible day is over, and it is neither complete nor stopped.
    """

    __repr__ = short_repr

    word: str
    shape: str
    tone: Tone
    progress: str | None = None
    is_overdue: bool = False

    @property
    def mark(self) -> Mark:
        """The state as a mark."""
        return Mark(self.word, self.shape, self.tone)

    @property
    def is_closed(self) -> bool:
        """Whether it is complete or stopped."""
        return self.progress in _CLOSED


def state_of(context: BuildContext, action: Action) -> ActionState:
    """Return how an action stands on the day of the evaluation.

    That it is overdue is computed, and comes before the status that people gave it; so does that it
    was closed.
    """
    value = context.statuses.get(("delivery", action.delivery.value)) if action.delivery else None
    progress = value.progress if value else None
    closed = action.closing is not None or progress in _CLOSED
    if not closed and overdue_on(action.due, context.evaluation.as_at):
        return ActionState(_("overdue"), "triangle", "worse", progress, is_overdue=True)
    if action.closing is not None and progress not in _CLOSED:
        return ActionState(_("closed"), "square", "neutral", "complete")
    if value is None:
        return ActionState(_("no status given"), "ring", "neutral")
    return ActionState(value.name.lower(), value.shape, _tone(value), progress)


def _tone(value: ScaleValue) -> Tone:
    """Return the tone of a delivery status: a circle says that what is under way goes well."""
    if value.progress == "complete":
        return "better"
    if value.progress == "under_way":
        return "better" if value.shape == "circle" else "between"
    return "neutral"


def action_name(context: BuildContext, action: Action) -> str:
    """Return the short title of an action; its title where there is none."""
    return context.words(action.short_title or action.title)


def lead_text(action: Action) -> str:
    """Return the roles that lead an action; an empty text for none."""
    return ", ".join(person.role for person in action.action_leads)
