"""Words about a plan that several sections share."""

from sendframe.model import Strategy

__all__ = ["period_and_status"]


def period_and_status(plan: Strategy) -> str:
    """Return the period of a plan, if it has one, and its status, as a sentence."""
    if plan.period is None:
        return f"Status: {plan.status}."
    text = f"{plan.period.starts} to {plan.period.ends}; status: {plan.status}."
    return text[:1].upper() + text[1:]
