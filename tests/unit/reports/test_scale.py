"""The range of figures that a chart shows."""

import pytest

from sendframe.reports._axis_scale import AxisScale


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
