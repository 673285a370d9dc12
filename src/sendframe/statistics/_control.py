"""How far figures of one series wander by chance: the limits of an XmR chart."""

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
"""A moving range of this many times the mean one or more is screened out, where that is asked."""


@attrs.frozen
class ControlLimits:
    """The limits of an XmR chart (individual figures and moving ranges).

    Limits are not cut off where a rate cannot go, such as below 0.

    Attributes:
        points: How many figures they rest on.
        mean: The mean of the figures.
        mean_range: The mean of the steps from each figure to the next, their sign left out;
            None of one figure.
        lower: The lower limit; None of one figure.
        upper: The upper limit; None of one figure.
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
        values: The figures of comparable periods, oldest first. A period without a figure is
            passed over.
        screened: Whether steps that are `SCREENING_FACTOR` times the mean step or more are left
            out of the mean step, once. Without it a single leap widens the limits.

    Returns:
        Mean and limits, unrounded; None of no figures.

    Examples:
        >>> found = xmr_limits([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])
        >>> round(found.mean, 2), round(found.lower, 2), round(found.upper, 2), found.trial
        (1.94, -3.06, 6.95, False)
        >>> series = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
        >>> found = xmr_limits(series, screened=True)
        >>> round(found.lower, 2), round(found.upper, 2)
        (-0.72, 4.6)
        >>> xmr_limits([1.0]).lower is None
        True

    Source:
        Wheeler (1993), Understanding Variation; the factor 2.66 and no screening as in the
        spreadsheet of Making Data Count (NHS England). NHSRplotthedots screens unless told not
        to.
    """
    if not values:
        return None
    average = fsum(values) / len(values)
    steps = [abs(two - one) for one, two in pairwise(values)]
    trial = len(values) < FIRM_POINTS
    if not steps:
        return ControlLimits(len(values), average, None, None, None, trial)
    step = fsum(steps) / len(steps)
    if screened:
        kept = [each for each in steps if each < SCREENING_FACTOR * step]
        step = fsum(kept) / len(kept) if kept else step
    reach = XMR_FACTOR * step
    return ControlLimits(len(values), average, step, average - reach, average + reach, trial)
