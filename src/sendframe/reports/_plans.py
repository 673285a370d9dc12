"""Words about a plan that several sections share."""

from sendframe.model import Strategy

from ._action_state import plans_in_force
from ._context import BuildContext

__all__ = ["main_plans", "period_and_status"]

_STRATEGY = "strategy"


def main_plans(context: BuildContext) -> tuple[Strategy, ...]:
    """Return the strategies in force; without any, all plans in force.

    Pages that tell what an area wants are about its strategy, and not about each plan below it.
    """
    plans = plans_in_force(context)
    return tuple(plan for plan in plans if plan.kind == _STRATEGY) or plans


def period_and_status(plan: Strategy) -> str:
    """Return the period of a plan, if it has one, and its status, as a sentence."""
    if plan.period is None:
        return f"Status: {plan.status}."
    text = f"{plan.period.starts} to {plan.period.ends}; status: {plan.status}."
    return text[:1].upper() + text[1:]
