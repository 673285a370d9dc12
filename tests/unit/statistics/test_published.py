"""The formulas on the published figures of all areas of England, 2024, first release."""

from collections import Counter

import pytest

from sendframe.statistics import (
    between_areas,
    funnel_limits,
    is_overdispersed,
    overdispersion,
    quartile_band,
    quartiles,
    rank,
    ranks,
)
from tests.unit.statistics.published import HEREFORDSHIRE, counts, rates

ENGLAND = 39_407 / 84_866


def _standing(share: float, total: int, **more: float) -> str:
    """Return where an area stands in the funnel, as PHEindicatormethods writes it."""
    for confidence, level in ((0.998, "001"), (0.95, "025")):
        limits = funnel_limits(ENGLAND, total, confidence=confidence, **more)
        if share > limits.upper:
            return f"High.{level}"
        if share < limits.lower:
            return f"Low.{level}"
    return "not significant"


def test_england_is_all_areas_together() -> None:
    """151 areas have a rate; their counts add up to the national row."""
    pairs = counts().values()
    assert len(pairs) == 151
    assert (sum(top for top, _ in pairs), sum(bottom for _, bottom in pairs)) == (39_407, 84_866)


def test_most_areas_lie_outside_the_limits_of_chance() -> None:
    """71 high and 58 low at 99.8%, 5 and 0 more at 95%, 17 inside: so no area is special for it."""
    found = Counter(_standing(top / bottom, bottom) for top, bottom in counts().values())
    assert found == {"High.001": 71, "Low.001": 58, "High.025": 5, "not significant": 17}
    assert _standing(225 / 333, 333) == "High.001"


def test_the_measure_of_overdispersion_says_so() -> None:
    """It is far above 1, and with what areas differ by beside chance most lie inside."""
    tops, bottoms = zip(*counts().values(), strict=True)
    measure = overdispersion(tops, bottoms)
    assert measure is not None
    assert measure > 100
    assert is_overdispersed(measure, len(tops))
    between = between_areas(tops, bottoms)
    assert between is not None
    found = Counter(
        _standing(top / bottom, bottom, between=between) for top, bottom in counts().values()
    )
    assert found["not significant"] > 140
    assert _standing(225 / 333, 333, between=between) == "not significant"


def test_quartiles_and_rank_are_the_worked_ones() -> None:
    """3.2, 29.15, 52.3, 79.4 and 100; Herefordshire is 67.6, band B, rank 56 of 151."""
    ordered = sorted(rates().values())
    bounds = quartiles(ordered)
    assert (ordered[0], ordered[-1]) == (3.2, 100)
    assert bounds == pytest.approx((29.15, 52.3, 79.4))
    own = rates()[HEREFORDSHIRE]
    assert own == 67.6
    assert quartile_band(own, bounds, "higher") == "B"
    assert rank(own, ordered, "higher") == 56
    placed = ranks(list(rates().values()), "higher")
    assert placed is not None
    assert dict(zip(rates(), placed, strict=True))[HEREFORDSHIRE] == 56
