"""Words about a plan that several sections share."""

from datetime import date

from sendframe.language import gettext as _
from sendframe.model import Strategy, begun_by, over_by

from ._action_state import plans_in_force
from ._context import BuildContext

__all__ = ["main_plans", "period_and_status", "plan_remark"]

_STRATEGY = "strategy"
_DRAFTS = ("draft", "in-consultation")


def main_plans(context: BuildContext) -> tuple[Strategy, ...]:
    """Return the strategies in force; without any, other plans in force; without any, drafts.

    Pages that tell what an area wants are about its strategy, and not about each plan below it. A
    plan that begins later is left out while another one holds.
    """
    as_at = context.evaluation.as_at
    plans = plans_in_force(context)
    for chosen in (
        [plan for plan in plans if plan.kind == _STRATEGY and _holds(plan, as_at)],
        [plan for plan in plans if _holds(plan, as_at)],
        [plan for plan in plans if plan.kind == _STRATEGY],
    ):
        if chosen:
            return tuple(chosen)
    return plans


def _holds(plan: Strategy, as_at: date) -> bool:
    """Whether a plan is no draft and has begun."""
    return plan.status not in _DRAFTS and (
        plan.period is None or begun_by(plan.period.starts, as_at)
    )


def plan_remark(context: BuildContext, plan: Strategy) -> str:
    """Return what is missing where a plan is a draft, or its time is over; empty where it holds."""
    as_at = context.evaluation.as_at
    if not _holds(plan, as_at):
        return _("a plan in force. This one is a draft, or begins later.")
    ends = plan.extended_to or (plan.period.ends if plan.period else None)
    if ends is not None and over_by(ends, as_at):
        return _("a plan in force. The time of this one ended with {ends}.", ends=ends)
    return ""


def period_and_status(plan: Strategy) -> str:
    """Return the period of a plan, if it has one, and its status, as a sentence."""
    if plan.period is None:
        return _("Status: {status}.", status=plan.status)
    text = _(
        "{starts} to {ends}; status: {status}.",
        starts=plan.period.starts,
        ends=plan.period.ends,
        status=plan.status,
    )
    return text[:1].upper() + text[1:]
