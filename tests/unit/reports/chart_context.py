"""Results of the examples that charts are drawn of."""

from sendframe.model import IndicatorResult
from sendframe.reports._context import BuildContext

__all__ = ["in_time", "waits"]


def in_time(context: BuildContext) -> IndicatorResult:
    """Return the plans within 20 weeks."""
    return next(
        result
        for key, result in context.results.items()
        if key.removeprefix("wyeford-") == "ehc-plans-within-20-weeks"
    )


def waits(context: BuildContext) -> IndicatorResult:
    """Return the waits for therapy, a monthly series with limits."""
    return context.results["wyeford-therapy-waits-over-18-weeks"]
