"""Compute the limits of an XmR chart: the range of a series by chance alone."""

from collections.abc import Sequence
from itertools import pairwise, repeat
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
        mean_range: The mean absolute difference of figures that follow each other; None without
            such figures.
        lower: The lower limit; None without a mean range.
        upper: The upper limit; None without a mean range.
        trial: True below twelve points.
    """

    points: int
    mean: float
    mean_range: float | None
    lower: float | None
    upper: float | None
    trial: bool


def xmr_limits(
    values: Sequence[float], *, screened: bool = False, follows: Sequence[bool] | None = None
) -> ControlLimits | None:
    """Return the XmR limits of a series.

    A moving range is the step from one period to the next. Across a period without a figure there
    is none: the step of two months is not a step of one.

    Args:
        values: The figures of comparable periods, oldest first.
        screened: Whether steps of `SCREENING_FACTOR` times the mean step or more are removed from
            the mean step, once. Without screening a single large step widens the limits.
        follows: Whether each figure is of the period right after that of the one before; all are
            unless given. See `sendframe.plugins.follows_of`.

    Returns:
        Mean and limits, unrounded; None without figures. There are no limits where no two figures
        follow each other.

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
        >>> xmr_limits([1.0, 2.0, 9.0, 8.0], follows=[False, True, False, True]).mean_range
        1.0

    Source:
        Wheeler (1993), Understanding Variation; the factor 2.66 and no screening as in the
        spreadsheet of Making Data Count (NHS England). NHSRplotthedots screens by default. Moving
        ranges beside a missing figure are left out as in the individuals chart of qicharts2
        (Anhøj).
    """
    if not values:
        return None
    average = fsum(values) / len(values)
    neighbours = repeat(object=True) if follows is None else follows[1:]
    steps = [
        abs(later - earlier)
        for (earlier, later), is_step in zip(pairwise(values), neighbours, strict=False)
        if is_step
    ]
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
