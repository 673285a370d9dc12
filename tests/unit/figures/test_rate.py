"""The rate behind a figure: from its counts where there are any."""

from math import copysign, inf, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.figures import rate_of


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "factor", "rate"),
    [
        (67.6, 225.0, 333.0, 100.0, 225 / 333 * 100),
        (67.6, 225.0, 333.0, None, 67.6),
        (67.6, None, 333.0, 100.0, 67.6),
        (67.6, 225.0, None, 100.0, 67.6),
        (67.6, nan, 333.0, 100.0, 67.6),
        (67.6, 225.0, nan, 100.0, 67.6),
        (67.6, 225.0, 0.0, 100.0, 67.6),
        (0.0, 0.0, 333.0, 100.0, 0.0),
        (0.5, 1.0, 2.0, 1.0, 0.5),
    ],
)
def test_a_rate_is_worked_out_where_there_are_counts(
    value: float,
    numerator: float | None,
    denominator: float | None,
    factor: float | None,
    rate: float,
) -> None:
    """Unrounded; without a factor, or without one of the counts, it is the figure as published."""
    assert rate_of(value, numerator, denominator, factor) == rate


def test_where_a_symbol_stands_there_is_no_rate() -> None:
    """Though there are counts: the publisher gave none."""
    assert rate_of(None, 225.0, 333.0, 100.0) is None
    assert isnan(rate_of(nan, 225.0, 333.0, 100.0))


@given(st.sampled_from([-0.0, 0.0]), st.sampled_from([-0.0, 0.0, None]))
def test_nought_has_no_sign(value: float, numerator: float | None) -> None:
    """So that equal figures look alike, to the last bit."""
    for denominator in (None, 4.0):
        assert copysign(1, rate_of(value, numerator, denominator, 100.0)) == 1


def test_a_figure_beyond_all_numbers_stays_what_it_is() -> None:
    """Nothing is rounded or cut off here."""
    assert rate_of(inf, None, None, 100.0) == inf
