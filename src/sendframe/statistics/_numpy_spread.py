"""Differences, distances and funnels over columns with numpy."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

import numpy as np

from ._engine import Funnels, Numbers
from ._funnel import FUNNEL_CONFIDENCE
from ._interval import z_score
from ._numpy_array import Floats, Truths, plain

__all__ = ["differences", "distances", "funnels"]


def _are_shares(top: Floats, bottom: Floats) -> Truths:
    """Say in which rows there are counts of a share."""
    found: Truths = (top >= 0) & (top <= bottom) & (bottom >= 1)
    found &= (top == np.floor(top)) & (bottom == np.floor(bottom))
    return found


def _wilson(top: Floats, bottom: Floats) -> tuple[Floats, Floats]:
    z = z_score(0.95)
    middle = 2 * top + z * z
    spread = z * np.sqrt(z * z + 4 * top * (1 - top / bottom))
    below = 2 * (bottom + z * z)
    low = np.where(top == 0, 0.0, (middle - spread) / below)
    high = np.where(top < bottom, (middle + spread) / below, 1.0)
    return np.where(low > 0.0, low, 0.0), np.where(high < 1.0, high, 1.0)


def differences(
    top: Floats, bottom: Floats, other: Floats, of_other: Floats
) -> tuple[Numbers, Numbers]:
    """Return each difference; see `Engine.differences`."""
    there = _are_shares(top, bottom) & _are_shares(other, of_other)
    with np.errstate(all="ignore"):
        p, q = top / bottom, other / of_other
        one, two = _wilson(top, bottom), _wilson(other, of_other)
        below = np.sqrt((p - one[0]) * (p - one[0]) + (two[1] - q) * (two[1] - q))
        above = np.sqrt((one[1] - p) * (one[1] - p) + (q - two[0]) * (q - two[0]))
        return plain(p - q - below, there), plain(p - q + above, there)


def distances(baseline: Floats, target: Floats, figure: Floats) -> Numbers:
    """Return each distance; see `Engine.distances`."""
    there = ~(np.isnan(baseline) | np.isnan(target) | np.isnan(figure))
    with np.errstate(all="ignore"):
        way = target - baseline
        return plain((figure - baseline) / way, there & (way != 0))


def _baselines(
    top: Floats, bottom: Floats, shares: Truths, starts: Sequence[int]
) -> tuple[Floats, Truths]:
    """Return the share of all areas of a group for each row, and whether there is one."""
    counted, of = np.where(shares, top, 0.0).tolist(), np.where(shares, bottom, 0.0).tolist()
    pairs = [(fsum(counted[start:end]), fsum(of[start:end])) for start, end in pairwise(starts)]
    found = np.array([top / bottom if bottom else 0.0 for top, bottom in pairs], dtype=np.float64)
    share: Floats = np.repeat(found, [end - start for start, end in pairwise(starts)])
    there: Truths = shares & (share > 0) & (share < 1)
    return share, there


def funnels(top: Floats, bottom: Floats, starts: Sequence[int]) -> Funnels:
    """Return each funnel; see `Engine.funnels`."""
    shares = _are_shares(top, bottom)
    share, there = _baselines(top, bottom, shares, starts)
    limits = []
    with np.errstate(all="ignore"):
        for confidence in FUNNEL_CONFIDENCE:
            z = z_score(confidence)
            square = z * z
            first = share * (bottom / square + 1)
            last = 1 / square + 1 / bottom
            under = (8 * first) * (8 * first) - 64 * last * share * (
                bottom * (share * (bottom / square + 2) - 1) + square * (share - 1)
            )
            reach = np.sqrt(np.where(under > 0.0, under, 0.0)) / 8
            limits.append(plain((first - reach) / last / bottom, there))
            limits.append(plain((first + reach) / last / bottom, there))
        score = (top / bottom - share) / np.sqrt(share * (1 - share) / bottom)
        squares = (score * score).tolist()
    measures: Numbers = []
    known = there.tolist()
    for start, end in pairwise(starts):
        kept = [squares[row] for row in range(start, end) if known[row]]
        measures.append(fsum(kept) / len(kept) if len(kept) > 1 else None)
    near, far = limits[:2], limits[2:]
    return Funnels(plain(share, there), near[0], near[1], far[0], far[1], measures)
