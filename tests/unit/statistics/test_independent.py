"""The formulas against SciPy, statsmodels and numpy, which were written by others.

All that needs SciPy or statsmodels is in this file. Their import takes seconds, and so it is done
in the tests, not where tests are collected.
"""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendframe.statistics import (
    between_areas,
    byar_interval,
    difference_interval,
    expected_along,
    funnel_limits,
    overdispersion,
    quartiles,
    rank,
    ranks,
    rate_difference_interval,
    rate_interval,
    wilson_interval,
    xmr_limits,
)
from tests.unit.statistics.published import counts

PAIRS = st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("events", "total", "lower", "upper"),
    [
        (81, 263, 0.255289, 0.366210),
        (225, 333, 0.623641, 0.723704),
        (39_407, 84_866, 0.460990, 0.467701),
    ],
)
def test_wilson_gives_the_worked_numbers(
    events: int, total: int, lower: float, upper: float
) -> None:
    """To six places, as worked out in R; statsmodels gives the same."""
    from statsmodels.stats.proportion import proportion_confint

    found = wilson_interval(events, total)
    assert (round(found.lower, 6), round(found.upper, 6)) == (lower, upper)
    other = proportion_confint(events, total, method="wilson")
    assert (found.lower, found.upper) == pytest.approx(other, rel=1e-12)


@given(PAIRS, st.sampled_from([0.8, 0.95, 0.998]))
def test_wilson_is_that_of_statsmodels(pair: tuple[int, int], confidence: float) -> None:
    """For any counts and confidence."""
    from statsmodels.stats.proportion import proportion_confint

    found = wilson_interval(*pair, confidence=confidence)
    other = proportion_confint(*pair, alpha=1 - confidence, method="wilson")
    assert (found.lower, found.upper) == pytest.approx(other, abs=1e-11)


@given(PAIRS, PAIRS)
def test_a_difference_is_that_of_statsmodels(one: tuple[int, int], two: tuple[int, int]) -> None:
    """Newcombe's interval, without a correction for continuity."""
    from statsmodels.stats.proportion import confint_proportions_2indep

    found = difference_interval(one, two)
    other = confint_proportions_2indep(*one, *two, method="newcomb", compare="diff")
    assert (found.lower, found.upper) == pytest.approx(other, abs=1e-9)


@given(st.integers(10, 5_000))
def test_byar_is_close_to_the_exact_interval(events: int) -> None:
    """From ten events on it is within half a per cent of what the chi-squared distribution gives."""
    from scipy.stats import chi2
    from statsmodels.stats.rates import confint_poisson

    found = byar_interval(events)
    exact = confint_poisson(events, 1, method="exact-c")
    assert (found.lower, found.upper) == pytest.approx(exact, rel=0.005)
    assert exact[0] == pytest.approx(chi2.ppf(0.025, 2 * events) / 2)


@given(
    st.tuples(st.integers(30, 3_000), st.integers(1_000, 90_000)),
    st.tuples(st.integers(30, 3_000), st.integers(1_000, 90_000)),
)
def test_a_difference_of_rates_is_close_to_that_of_statsmodels(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    """Both put the limits together from those of the parts: ours from Byar's, theirs from exact ones."""
    from statsmodels.stats.rates import confint_poisson_2indep

    found = rate_difference_interval(one, two)
    other = confint_poisson_2indep(
        *one, *two, compare="diff", method="mover", method_mover="exact-c"
    )
    width = other[1] - other[0]
    assert (found.lower, found.upper) == pytest.approx(other, abs=0.01 * width)
    wide = rate_interval(*one)
    assert wide.lower < one[0] / one[1] < wide.upper


@settings(max_examples=60)
@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_quartiles_are_the_default_of_numpy(values: list[float]) -> None:
    """Definition 7 of Hyndman and Fan, which is R's default as well."""
    assert quartiles(sorted(values)) == pytest.approx(
        tuple(np.quantile(values, [0.25, 0.5, 0.75])), rel=1e-9, abs=1e-9
    )


@given(st.lists(st.integers(0, 9).map(float), min_size=1, max_size=40))
def test_ranks_are_those_of_scipy(values: list[float]) -> None:
    """Equal figures share the best place they take, whichever way is better."""
    from scipy.stats import rankdata

    upward = tuple(rankdata(values, method="min"))
    downward = tuple(rankdata([-each for each in values], method="min"))
    assert ranks(values, "lower") == upward
    assert ranks(values, "higher") == downward
    ordered = sorted(values)
    assert tuple(rank(each, ordered, "higher") for each in values) == downward


AREAS = st.lists(
    st.integers(2, 900).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n))),
    min_size=2,
    max_size=30,
)


# statsmodels divides by what it has just found to be nothing: areas that do not differ.
@pytest.mark.filterwarnings("ignore:.*(divide by zero|invalid value):RuntimeWarning")
@settings(max_examples=60)
@given(AREAS)
def test_what_areas_differ_by_is_that_of_statsmodels(areas: list[tuple[int, int]]) -> None:
    """The method of moments of DerSimonian and Laird, about the proportion of all together."""
    from statsmodels.stats.meta_analysis import combine_effects

    tops, bottoms = (list(each) for each in zip(*areas, strict=True))
    share = sum(tops) / sum(bottoms)
    chance = [share * (1 - share) / each for each in bottoms]
    effects = np.array(tops) / np.array(bottoms)
    other = combine_effects(effects, np.array(chance), method_re="dl")
    assert between_areas(tops, bottoms) == pytest.approx(max(0.0, other.tau2), abs=1e-12)
    measure = overdispersion(tops, bottoms)
    assert measure is not None
    assert measure * len(areas) == pytest.approx(other.q)


def test_funnel_limits_are_quantiles() -> None:
    """By chance alone they invert Wilson's interval; with a variance between areas they are normal."""
    from scipy.stats import norm
    from statsmodels.stats.proportion import proportion_confint

    for confidence in (0.95, 0.998):
        z = norm.ppf((1 + confidence) / 2)
        wide = funnel_limits(0.4, 300, confidence=confidence, between=0.01)
        reach = z * sqrt(0.4 * 0.6 / 300 + 0.01)
        assert (wide.lower, wide.upper) == pytest.approx((0.4 - reach, 0.4 + reach))
        near = funnel_limits(0.4, 300, confidence=confidence)
        for share in (near.lower, near.upper):
            lower, upper = proportion_confint(
                share * 300, 300, alpha=1 - confidence, method="wilson"
            )
            assert min(abs(lower - 0.4), abs(upper - 0.4)) < 1e-9


def test_all_areas_of_england_give_the_same_as_statsmodels() -> None:
    """151 intervals of published counts, to the twelfth place."""
    from statsmodels.stats.proportion import proportion_confint

    tops, bottoms = (np.array(each) for each in zip(*counts().values(), strict=True))
    lower, upper = proportion_confint(tops, bottoms, method="wilson")
    found = [wilson_interval(*each) for each in counts().values()]
    assert [each.lower for each in found] == pytest.approx(list(lower), abs=1e-12)
    assert [each.upper for each in found] == pytest.approx(list(upper), abs=1e-12)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=30))
def test_control_limits_are_those_of_the_formula_in_numpy(values: list[float]) -> None:
    """The mean, and 2.66 times the mean step from one figure to the next either way."""
    found = xmr_limits(values)
    assert found is not None
    step = float(np.abs(np.diff(values)).mean())
    assert found.mean == pytest.approx(float(np.mean(values)), abs=1e-9)
    assert found.lower == pytest.approx(float(np.mean(values)) - 2.66 * step, abs=1e-9)
    assert found.upper == pytest.approx(float(np.mean(values)) + 2.66 * step, abs=1e-9)


@given(
    st.lists(st.floats(0, 100), min_size=1, max_size=6),
    st.integers(-50, 700),
)
def test_a_trajectory_is_a_line_through_its_steps(levels: list[float], day: int) -> None:
    """What is expected on a day is what numpy finds between the steps."""
    from datetime import date, timedelta

    start = date(2024, 1, 1)
    steps = [(start + timedelta(100 * at), level) for at, level in enumerate(levels)]
    other = np.interp(day, [100 * at for at in range(len(levels))], levels)
    assert expected_along(start + timedelta(day), steps) == pytest.approx(float(other), abs=1e-9)
