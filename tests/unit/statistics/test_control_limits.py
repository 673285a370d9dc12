"""XmR limits against worked numbers."""

import pytest

from sendframe.statistics import xmr_limits

WORKED = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)


def test_limits_are_those_worked_out_without_screening() -> None:
    """The worked series with one leap: mean 1.94, limits -3.06 and 6.95."""
    found = xmr_limits([float(each) for each in WORKED])
    assert found is not None
    assert (found.points, found.trial) == (18, False)
    assert found.lower is not None
    assert found.upper is not None
    assert [round(each, 2) for each in (found.mean, found.lower, found.upper)] == [
        1.94,
        -3.06,
        6.95,
    ]


def test_limits_of_herefordshire_are_a_trial() -> None:
    """Plans within 20 weeks, 2019 to 2024: mean 81.0, limits 65.5 and 96.5, from six points only."""
    found = xmr_limits([90.1, 91.0, 85.5, 74.7, 77.1, 67.6])
    assert found is not None
    assert found.trial
    assert found.lower is not None
    assert found.upper is not None
    assert [round(each, 1) for each in (found.mean, found.lower, found.upper)] == [81.0, 65.5, 96.5]


@pytest.mark.parametrize(("points", "trial"), [(11, True), (12, False)])
def test_twelve_points_are_no_trial(points: int, trial: bool) -> None:
    """Eleven points give trial limits, twelve do not."""
    found = xmr_limits([1.0] * points)
    assert found is not None
    assert found.trial is trial
    assert (found.lower, found.upper) == (1.0, 1.0)


def test_one_figure_has_no_limits() -> None:
    """A single figure is its own mean and has no range; no figure has nothing."""
    found = xmr_limits([5.0])
    assert found is not None
    assert (found.mean, found.mean_range, found.lower, found.upper) == (5.0, None, None, None)
    assert xmr_limits([]) is None


@pytest.mark.parametrize(
    ("follows", "step"),
    [
        (None, 10 / 3),
        ((False, True, True, True), 10 / 3),
        ((False, True, False, True), 1.0),
        ((False, False, True, False), 8.0),
        ((False, False, False, False), None),
    ],
)
def test_a_step_leads_from_one_period_to_the_next(
    follows: tuple[bool, ...] | None, step: float | None
) -> None:
    """Across a period without a figure there is none; without any step there are no limits."""
    found = xmr_limits([1.0, 2.0, 10.0, 9.0], follows=follows)
    assert found is not None
    assert (found.points, found.mean) == (4, 5.5)
    if step is None:
        assert (found.mean_range, found.lower, found.upper) == (None, None, None)
    else:
        assert found.mean_range == pytest.approx(step)
        assert found.upper == pytest.approx(5.5 + 2.66 * step)


def test_screening_leaves_out_a_step_across_a_gap_first() -> None:
    """It is in no mean step, so that it hides no large step of one period."""
    values = [1.0, 2.0, 1.0, 2.0, 60.0, 61.0]
    follows = [False, True, True, True, False, True]
    found = xmr_limits(values, screened=True, follows=follows)
    assert found is not None
    assert found.mean_range == 1.0
