"""The range of figures that a chart shows."""

import math

import pytest

from sendframe.reports._axis_scale import AxisScale, finite


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ((90.0,), 0.0, 100.0),
        ((-350.0, 90.0), -400.0, 100.0),
        ((50.0, 120.0), 0.0, 150.0),
        ((), 0.0, 100.0),
    ],
)
def test_a_scale_of_percentages_ends_at_a_hundred_unless_a_figure_passes_it(
    values: tuple[float, ...], low: float, high: float
) -> None:
    """However wide the steps are, no room is kept for more than 100 % where no figure is there."""
    scale = AxisScale.around(values, "%")
    assert (scale.low, scale.high) == (low, high)
    assert all(scale.low <= tick <= scale.high for tick, _ in scale.ticks())


def test_other_units_may_pass_a_hundred() -> None:
    """Only percentages end at 100."""
    assert AxisScale.around((-350.0, 90.0), "points").high == 200.0


@pytest.mark.parametrize("values", [(1000.1, 1000.4), (-5.0, -4.9), (3.0,), ()])
def test_every_scale_has_nought_on_it(values: tuple[float, ...]) -> None:
    """Figures far from 0 are drawn far from it."""
    scale = AxisScale.around(values, "weeks")
    assert scale.low <= 0.0 <= scale.high
    assert any(scale.is_base(tick) for tick, _ in scale.ticks())


def test_the_highest_tick_carries_the_sign() -> None:
    """The percent sign is printed once."""
    labels = [label for _, label in AxisScale.around((60.0,), "%").ticks()]
    assert labels == ["0", "20", "40", "60\u202f%"]


def test_ticks_have_as_many_decimals_as_they_need() -> None:
    """Small steps are printed in full, and very large or small numbers are cut."""
    assert AxisScale.around((0.5,), "").ticks()[1][1] == "0.2"
    assert AxisScale.around((3e20,), "").ticks()[1][1] == "1e+20"
    assert AxisScale.around((-30.0,), "points").ticks()[0][1] == "\N{MINUS SIGN}30"


def test_what_is_no_number_has_no_place() -> None:
    """Missing, infinite and undefined figures are left out, and the largest are held in."""
    assert finite(None) is finite(math.inf) is finite(math.nan) is None
    assert finite(1e308) == 1e300
