"""Compute the limits of an XmR chart: the range of a series by chance alone."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

import attrs

__all__ = ["FIRM_POINTS", "SCREENING_FACTOR", "XMR_FACTOR", "ControlLimits", "xmr_limits"]

FIRM_POINTS = 12
"""With fewer points than this, limits are only a trial, and no icon is shown."""

XMR_FACTOR = 2.66
"""Three standard deviations, estimated from the mean moving range (3 divided by 1.128)."""


SCREENING_FACTOR = 3.267
"""Moving ranges from this many times the mean are removed where screening is requested."""


@attrs.frozen
class ControlLimits:
    """The limits of an XmR chart (individual figures and moving ranges).

    Limits are not restricted to the possible values of a rate, such as 0 and above.

    Attributes:
        points: Number of figures.
        mean: The mean of the figures.
        mean_range: The mean absolute difference of successive figures; None for one figure.
        lower: The lower limit; None for one figure.
        upper: The upper limit; None for one figure.
        trial: True below twelve points.
    """

    points: int
    mean: float
    mean_range: float | None
    lower: float | None
    upper: float | None
    trial: bool


def xmr_limits(values: Sequence[float], *, screened: bool = False) -> ControlLimits | None:
    """Return the XmR limits of a series.

    Args:
        values: The figures of comparable periods, oldest first. Periods without a figure are
            skipped.
        screened: Whether steps of `SCREENING_FACTOR` times the mean step or more are removed from
            the mean step, once. Without screening a single large step widens the limits.

    Returns:
        Mean and limits, unrounded; None without figures.

    Examples:
        >>> limits = xmr_limits([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
        >>> round(limits.mean, 2), round(limits.lower, 2), round(limits.upper, 2), limits.trial
        (1.94, -3.06, 6.95, False)
        >>> series = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
        >>> limits = xmr_limits(series, screened=True)
        >>> round(limits.lower, 2), round(limits.upper, 2)
        (-0.72, 4.6)
        >>> xmr_limits([1.0]).lower is None
        True

    Source:
        Wheeler (1993), Understanding Variation; the factor 2.66 and no screening as in the
        spreadsheet of Making Data Count (NHS England). NHSRplotthedots screens by default.
    """
    if not values:
        return None
    average = fsum(values) / len(values)
    steps = [abs(later - earlier) for earlier, later in pairwise(values)]
    trial = len(values) < FIRM_POINTS
    if not steps:
        return ControlLimits(len(values), average, None, None, None, trial)
    mean_step = fsum(steps) / len(steps)
    if screened:
        kept = [step_size for step_size in steps if step_size < SCREENING_FACTOR * mean_step]
        mean_step = fsum(kept) / len(kept) if kept else mean_step
    distance = XMR_FACTOR * mean_step
    return ControlLimits(
        len(values), average, mean_step, average - distance, average + distance, trial
    )
