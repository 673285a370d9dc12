"""Differences, distances and funnels over columns in plain Python."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from ._engine import Column, Funnels, Numbers
from ._funnel import FUNNEL_CONFIDENCE, funnel_limits, overdispersion
from ._interval import difference_interval
from ._progress import distance_travelled

__all__ = ["differences", "distances", "funnels"]

Counts = tuple[int, int]


def _share(top: float | None, bottom: float | None) -> Counts | None:
    """Return counts of a share; None where they are none."""
    if top is None or not bottom or not 0 <= top <= bottom or top % 1 or bottom % 1:
        return None
    return int(top), int(bottom)


def differences(
    tops: Column, bottoms: Column, others: Column, of_others: Column
) -> tuple[Numbers, Numbers]:
    """Return each difference; see `Engine.differences`."""
    lower: Numbers = []
    upper: Numbers = []
    for row in zip(tops, bottoms, others, of_others, strict=True):
        one, two = _share(*row[:2]), _share(*row[2:])
        found = None if one is None or two is None else difference_interval(one, two)
        lower.append(None if found is None else found.lower)
        upper.append(None if found is None else found.upper)
    return lower, upper


def distances(baselines: Column, targets: Column, figures: Column) -> Numbers:
    """Return each distance; see `Engine.distances`."""
    return [
        None if None in row else distance_travelled(*row)
        for row in zip(baselines, targets, figures, strict=True)
    ]


def funnels(tops: Column, bottoms: Column, starts: Sequence[int]) -> Funnels:
    """Return each funnel; see `Engine.funnels`."""
    found = Funnels([], [], [], [], [], [])
    columns = (found.lower, found.upper, found.far_lower, found.far_upper)
    for start, end in pairwise(starts):
        group = [_share(tops[row], bottoms[row]) for row in range(start, end)]
        known = [each for each in group if each is not None]
        total = fsum(bottom for _, bottom in known)
        share = fsum(top for top, _ in known) / total if total else 0.0
        for each in group:
            if each is None or not 0 < share < 1:
                for column in (found.baseline, *columns):
                    column.append(None)
                continue
            near, far = (
                funnel_limits(share, each[1], confidence=confidence)
                for confidence in FUNNEL_CONFIDENCE
            )
            found.baseline.append(share)
            for column, limit in zip(
                columns, (near.lower, near.upper, far.lower, far.upper), strict=True
            ):
                column.append(limit)
        found.measure.append(
            overdispersion(*([*each] for each in zip(*known, strict=True))) if known else None
        )
    return found
