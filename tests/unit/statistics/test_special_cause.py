"""The four rules of an XmR chart, one by one, screening, and assurance."""

from math import isclose
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import ControlLimits, assurance, special_causes, xmr_limits

LIMITS = ControlLimits(12, mean=10.0, mean_range=1.0, lower=7.0, upper=13.0, trial=False)
EACH_SIDE = [9.5, 10.5]


def reasons(*values: float) -> list[str | None]:
    """Return why each point is more than chance, against limits of 7 and 13 around 10."""
    return list(special_causes(values, LIMITS))


def test_a_point_outside_the_limits_is_more_than_chance() -> None:
    """On the limit is within it."""
    assert reasons(10.1, 13.0, 9.9, 13.1, 9.9, 7.0, 10.1, 6.9) == [
        *(None, None, None, "outside", None, None, None, "outside"),
    ]


def test_seven_points_one_way_are_a_trend() -> None:
    """Six steps with one sign; equal neighbours break it."""
    rising = [9.1, 9.3, 9.6, 9.9, 10.2, 10.5, 10.8]
    assert reasons(*rising) == ["trend"] * 7
    assert reasons(*reversed(rising)) == ["trend"] * 7
    assert reasons(*rising[:6]) == [None] * 6
    assert reasons(9.1, 9.3, 9.6, 9.6, 9.9, 10.2, 10.5) == [None] * 7


def test_two_of_three_far_out_on_one_side_are_more_than_chance() -> None:
    """All three on that side of the mean are told; on two sides none is."""
    assert reasons(9.9, 12.5, 10.1, 12.5, 9.9) == [None, *["two_of_three"] * 3, None]
    assert reasons(7.5, 9.9, 7.5) == ["two_of_three"] * 3
    assert reasons(12.5, 9.9, 12.5) == [None] * 3
    assert reasons(12.0, 10.1, 12.0) == [None] * 3  # on two thirds of the way, not beyond


def test_seven_points_on_one_side_are_a_shift() -> None:
    """A point on the mean breaks it."""
    above = [10.5, 10.2, 10.6, 10.3, 10.5, 10.1, 10.4]
    assert reasons(*above) == ["shift"] * 7
    assert reasons(*above[:6]) == [None] * 6
    assert reasons(*above[:3], 10.0, *above[3:]) == [None] * 8


@pytest.mark.parametrize("gap", range(1, 7))
def test_a_gap_interrupts_a_run(gap: int) -> None:
    """Seven points that rise, or lie on one side, are no run with a period missing between."""
    follows = [place not in (0, gap) for place in range(7)]
    rising = [9.1, 9.3, 9.6, 9.9, 10.2, 10.5, 10.8]
    above = [10.5, 10.2, 10.6, 10.3, 10.5, 10.1, 10.4]
    for values, cause in ((rising, "trend"), (above, "shift")):
        assert list(special_causes(values, LIMITS)) == [cause] * 7
        assert list(special_causes(values, LIMITS, follows)) == [None] * 7
        longer = [*values[:gap], *values]
        assert len(special_causes(longer, LIMITS, [*follows[:gap], *follows])) == 7 + gap


def test_a_gap_interrupts_two_of_three_and_leaves_what_is_outside() -> None:
    """Points far out beside a gap are no two of three; one outside the limits is outside."""
    values, follows = [12.5, 10.1, 12.5], [False, True, False]
    assert list(special_causes(values, LIMITS)) == ["two_of_three"] * 3
    assert list(special_causes(values, LIMITS, follows)) == [None] * 3
    assert list(special_causes([9.9, 13.1], LIMITS, [False, False])) == [None, "outside"]


def test_a_run_after_a_gap_is_told_at_its_place() -> None:
    """Positions are those of all figures."""
    above = [10.5, 10.2, 10.6, 10.3, 10.5, 10.1, 10.4]
    follows = [False, True, False, *[True] * 6]
    found = special_causes([9.9, 10.5, *above], LIMITS, follows)
    assert list(found) == [None, None, *["shift"] * 7]


def test_the_first_reason_is_told() -> None:
    """A point that is outside and in a run is told as outside."""
    values = [10.5, 10.2, 10.6, 14.0, 10.5, 10.1, 10.4]
    assert reasons(*values) == [*["shift"] * 3, "outside", *["shift"] * 3]


def test_one_figure_has_no_limits_and_so_no_reason() -> None:
    """Nothing can be more than chance, and no target is passed or failed."""
    limits = xmr_limits([3.0])
    assert limits is not None
    assert special_causes([3.0], limits) == (None,)
    assert assurance(2.0, limits, "higher") is None


@pytest.mark.parametrize(
    ("target", "direction", "said"),
    [
        (14.0, "higher", "fails"),
        (14.0, "lower", "passes"),
        (6.0, "higher", "passes"),
        (6.0, "lower", "fails"),
        (13.0, "higher", "hit_or_miss"),
        (7.0, "lower", "hit_or_miss"),
    ],
)
def test_assurance_depends_on_the_side_of_the_target(
    target: float, direction: Literal["higher", "lower"], said: str
) -> None:
    """On a limit chance may still reach it."""
    assert assurance(target, LIMITS, direction) == said


SERIES = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_screening_leaves_out_the_leap() -> None:
    """The published series: screened and not, to two places."""
    plain, screened = xmr_limits(SERIES), xmr_limits(SERIES, screened=True)
    assert plain is not None
    assert screened is not None
    assert round(plain.mean, 2) == round(screened.mean, 2) == 1.94
    assert [round(each or 0, 2) for each in (plain.lower, plain.upper)] == [-3.06, 6.95]
    assert [round(each or 0, 2) for each in (screened.lower, screened.upper)] == [-0.72, 4.6]


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20))
def test_screening_never_widens(values: list[float]) -> None:
    """Steps are left out that are larger than the mean step, and never all of them."""
    plain, screened = xmr_limits(values), xmr_limits(values, screened=True)
    assert plain is not None
    assert screened is not None
    assert plain.mean_range is not None
    assert screened.mean_range is not None
    closer = screened.mean_range <= plain.mean_range
    assert closer or isclose(screened.mean_range, plain.mean_range)
