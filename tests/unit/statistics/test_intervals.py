"""Intervals of counts and differences, and limits of a funnel, against published numbers."""

from math import exp, fsum, lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import (
    FUNNEL_CONFIDENCE,
    between_areas,
    byar_interval,
    difference_interval,
    funnel_limits,
    is_overdispersed,
    overdispersion,
    rate_interval,
    wilson_interval,
)

ENGLAND = 39_407 / 84_866


@pytest.mark.parametrize(
    ("confidence", "lower", "upper"), [(0.95, 0.410778, 0.517910), (0.998, 0.379888, 0.548800)]
)
def test_funnel_limits_are_those_of_the_published_method(
    confidence: float, lower: float, upper: float
) -> None:
    """England 2024 as the baseline, and an area the size of Herefordshire."""
    assert confidence in FUNNEL_CONFIDENCE
    found = funnel_limits(ENGLAND, 333, confidence=confidence)
    assert (round(found.lower, 6), round(found.upper, 6)) == (lower, upper)
    assert found.upper < 225 / 333


@given(
    st.floats(0.01, 0.99),
    st.integers(1, 100_000),
    st.sampled_from(FUNNEL_CONFIDENCE),
)
def test_a_funnel_narrows_around_its_baseline(
    baseline: float, total: int, confidence: float
) -> None:
    """The baseline lies within, and a larger area has narrower limits, where any lie inside 0 to 1."""
    found = funnel_limits(baseline, total, confidence=confidence)
    assert found.lower <= baseline + 1e-9
    assert found.upper >= baseline - 1e-9
    larger = funnel_limits(baseline, total * 4, confidence=confidence)
    narrower = larger.upper - larger.lower < found.upper - found.lower
    assert narrower or (larger.lower, larger.upper) == (0.0, 1.0)


@given(st.integers(1, 2_000), st.floats(0.05, 0.95))
def test_an_area_at_its_limit_has_the_baseline_at_the_end_of_its_interval(
    total: int, baseline: float
) -> None:
    """Funnel and Wilson interval say the same, the one turned round."""
    found = funnel_limits(baseline, total)
    for events in range(0, total + 1, max(1, total // 20)):
        share = events / total
        inside = found.lower < share < found.upper
        interval = wilson_interval(events, total)
        edge = min(abs(share - found.lower), abs(share - found.upper))
        if edge > 1e-6:
            assert inside == (interval.lower < baseline < interval.upper)


@pytest.mark.parametrize("total", [1, 7, 12, 333])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.998])
def test_an_interval_of_none_or_all_ends_there(total: int, confidence: float) -> None:
    """It ends at 0 and 1 exactly, and not a rounding error beside them."""
    assert wilson_interval(0, total, confidence=confidence).lower == 0
    assert wilson_interval(total, total, confidence=confidence).upper == 1


@pytest.mark.parametrize(
    ("baseline", "total", "confidence"),
    [(0.0, 10, 0.95), (1.0, 10, 0.95), (0.5, 0, 0.95), (0.5, 10, 1.0), (0.5, 10, 0.0)],
)
def test_a_funnel_of_nothing_is_refused(baseline: float, total: int, confidence: float) -> None:
    """A baseline, a size or a confidence that is none raises, and the message says which."""
    with pytest.raises(ValueError, match=r"total must be|baseline and confidence must"):
        funnel_limits(baseline, total, confidence=confidence)


def test_limits_of_a_small_area_end_at_nought_and_one() -> None:
    """By chance alone 0.1 +- 1.96 x 0.3 and 0.9 +- 1.96 x 0.3 would lead out of 0 to 1."""
    low, high = funnel_limits(0.1, 1), funnel_limits(0.9, 1)
    assert (low.lower, high.upper) == (0.0, 1.0)
    assert (low.upper, high.lower) == pytest.approx((0.687989, 0.312011))


def test_nothing_below_nought_stands_between_areas() -> None:
    """A variance below 0 raises; a large one does not lead out of 0 to 1."""
    with pytest.raises(ValueError, match="between must be at least 0"):
        funnel_limits(0.5, 10, between=-0.1)
    found = funnel_limits(0.5, 10, between=4.0)
    assert (found.lower, found.upper) == (0.0, 1.0)


def test_a_rate_of_nobody_is_refused() -> None:
    """Nothing can happen to a population of nobody."""
    with pytest.raises(ValueError, match="population must be above 0"):
        rate_interval(12, 0)


def test_areas_that_differ_by_chance_alone_are_not_overdispersed() -> None:
    """The same proportion everywhere gives 0; ten times the distance a hundred times as much."""
    assert overdispersion([5, 50, 500], [10, 100, 1000]) == 0
    near = overdispersion([49, 51], [100, 100])
    far = overdispersion([40, 60], [100, 100])
    assert near is not None
    assert far is not None
    assert far / near == pytest.approx(100)


@pytest.mark.parametrize(
    ("measure", "areas", "is_significant"),
    [(1.4, 50, False), (1.41, 50, True), (2.0, 8, False), (2.01, 8, True), (1.2, 151, False)],
)
def test_areas_are_overdispersed_from_two_standard_deviations(
    measure: float, areas: int, is_significant: bool
) -> None:
    """Of 50 areas the measure has one of a fifth about 1, of 8 one of a half."""
    assert is_overdispersed(measure, areas) is is_significant


@pytest.mark.parametrize(
    ("events", "totals"),
    [([], []), ([1], [2]), ([1, 0], [2, 0]), ([0, 0], [5, 5]), ([5, 5], [5, 5])],
)
def test_without_two_areas_or_any_difference_there_is_no_measure(
    events: list[int], totals: list[int]
) -> None:
    """Areas without a denominator are left out, and never counted as 0."""
    assert overdispersion(events, totals) is None
    assert between_areas(events, totals) is None


def tail(events: int, expected: float) -> float:
    """Return how likely so many or fewer events are, of a Poisson count, worked out term by term."""
    return fsum(exp(k * log(expected) - expected - lgamma(k + 1)) for k in range(events + 1))


@pytest.mark.parametrize("events", [10, 25, 100, 400])
def test_byar_is_close_to_the_exact_limits(events: int) -> None:
    """At the limits a count is as far out as it is, by chance, once in forty times."""
    found = byar_interval(events)
    assert tail(events, found.upper) == pytest.approx(0.025, rel=0.02)
    assert 1 - tail(events - 1, found.lower) == pytest.approx(0.025, rel=0.02)


@given(st.integers(0, 10_000), st.floats(0.5, 0.999))
def test_a_count_lies_within_its_interval(events: int, confidence: float) -> None:
    """And a higher confidence is never narrower."""
    found = byar_interval(events, confidence=confidence)
    assert found.lower <= events <= found.upper
    wider = byar_interval(events, confidence=(1 + confidence) / 2)
    assert wider.lower <= found.lower
    assert wider.upper >= found.upper


def test_a_count_below_nought_is_refused() -> None:
    """So is a confidence that is none."""
    with pytest.raises(ValueError, match="at least 0"):
        byar_interval(-1)
    with pytest.raises(ValueError, match="confidence"):
        byar_interval(3, confidence=1.0)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_differences_are_those_that_newcombe_published(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    """Method 10 of the paper, to the four places it prints."""
    found = difference_interval(first, second)
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_difference_turned_round_is_the_same(one: int, two: int) -> None:
    """First minus second is second minus first with the other sign."""
    there = difference_interval((one, 50), (two, 50))
    back = difference_interval((two, 50), (one, 50))
    assert there.lower == pytest.approx(-back.upper)
    assert there.lower <= (one - two) / 50 <= there.upper
