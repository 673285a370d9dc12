"""Quantiles, bands, ranks and averages against published and worked numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import mean, pooled, quantile, quartile_band, quartiles, rank

FIGURES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30).map(sorted)


@pytest.mark.parametrize(
    ("share", "expected"), [(0, 1.0), (0.25, 3.25), (0.5, 5.5), (0.75, 7.75), (1, 10.0)]
)
def test_quantiles_are_those_of_r(share: float, expected: float) -> None:
    """The quantiles of 1 to 10 are those that R's ``quantile(1:10)`` prints."""
    assert quantile([float(each) for each in range(1, 11)], share) == expected


def test_quantiles_fall_on_figures_where_they_can() -> None:
    """Of five figures the quartiles are the second, the third and the fourth."""
    assert quartiles([3.2, 29.15, 52.3, 79.4, 100.0]) == (29.15, 52.3, 79.4)


def test_equal_figures_are_not_moved_by_rounding() -> None:
    """A quantile between two equal figures is that figure, though its parts do not add up to it."""
    assert 0.9 * 0.3 + 0.1 * 0.3 != 0.3
    assert quantile([0.3, 0.3], 0.1) == 0.3


@pytest.mark.parametrize(("ordered", "share"), [([], 0.5), ([1.0], -0.1), ([1.0], 1.1)])
def test_quantiles_refuse_what_has_none(ordered: list[float], share: float) -> None:
    """No figures, and a share outside 0 to 1, are refused."""
    with pytest.raises(ValueError, match="must"):
        quantile(ordered, share)


@pytest.mark.parametrize(
    ("value", "bounds", "band"),
    [(67.6, (29.15, 52.3, 79.4), "B"), (77.1, (32.35, 55.9, 82.12), "B")],
)
def test_bands_are_those_published_for_herefordshire(
    value: float, bounds: tuple[float, float, float], band: str
) -> None:
    """Plans within 20 weeks, 2024 and 2023, by the quartiles of all areas: band B both times."""
    assert quartile_band(value, bounds, "higher") == band


@pytest.mark.parametrize(
    ("direction", "bands"),
    [("lower", "AABBCCDD"), ("higher", "DDCCBBAA")],
)
def test_a_tie_on_a_bound_is_better_where_lower_is(direction: str, bands: str) -> None:
    """Bounds belong to the quarter below: the better band for lower, the worse one for higher."""
    values = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)
    found = [quartile_band(each, (1.0, 2.0, 3.0), direction) for each in values]
    assert "".join(filter(None, found)) == bands


@pytest.mark.parametrize("direction", ["neutral", "range"])
def test_where_no_way_is_better_there_is_no_band_and_no_rank(direction: str) -> None:
    """Neither neutral indicators nor those with a range to be in are banded or ranked."""
    assert quartile_band(1.0, (1.0, 2.0, 3.0), direction) is None
    assert rank(1.0, [1.0, 2.0], direction) is None


@given(FIGURES)
def test_ranks_count_those_that_are_better(ordered: list[float]) -> None:
    """A rank is one more than the number of areas that are strictly better."""
    for value in ordered:
        better = [each for each in ordered if each > value]
        worse = [each for each in ordered if each < value]
        assert rank(value, ordered, "higher") == 1 + len(better)
        assert rank(value, ordered, "lower") == 1 + len(worse)


@given(FIGURES, st.floats(0, 1))
def test_a_quantile_lies_between_its_neighbours(ordered: list[float], share: float) -> None:
    """A quantile is never below the least figure nor above the greatest, and grows with its share."""
    found = quantile(ordered, share)
    slack = 1e-9
    assert ordered[0] - slack <= found <= ordered[-1] + slack
    assert quantile(ordered, 0) == ordered[0]
    assert quantile(ordered, 1) == ordered[-1]


def test_a_mean_weighs_areas_alike_and_a_pooled_figure_people() -> None:
    """The mean of rates and the rate of all counts differ; neither needs an area to have a figure."""
    assert mean([50.0, 0.0]) == 25.0
    assert pooled([1.0, 0.0], [2.0, 98.0]) == 0.01
    assert mean([]) is None
    assert pooled([], []) is None


@given(
    st.lists(st.floats(-1e9, 1e9), min_size=1).flatmap(
        lambda x: st.tuples(st.just(x), st.permutations(x))
    )
)
def test_a_mean_does_not_depend_on_order(both: tuple[list[float], list[float]]) -> None:
    """The sum is rounded once, so any order gives the same mean, to the last bit."""
    one, other = both
    assert mean(one) == mean(other)
