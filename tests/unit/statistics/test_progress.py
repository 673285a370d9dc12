"""How far a figure has come, and where it should be by now."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import distance_travelled, expected_along, expected_by

START, END = date(2025, 1, 1), date(2026, 1, 1)


@pytest.mark.parametrize(
    ("baseline", "target", "current", "percent"),
    [(10.9, 10, 10.3, 66.7), (10.9, 10, 12.2, -144.4), (0.28, 0.13, 0.02, 173.3)],
)
def test_published_distances(
    baseline: float, target: float, current: float, percent: float
) -> None:
    """Both ways, past the target and the wrong way; nothing is cut off."""
    found = distance_travelled(baseline, target, current)
    assert found is not None
    assert round(found * 100, 1) == percent


def test_a_target_that_is_to_stay_has_no_distance() -> None:
    """There is no way to be part of."""
    assert distance_travelled(80, 80, 75) is None


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3).filter(lambda each: abs(each) > 1e-3))
def test_the_ends_of_the_way_are_nought_and_one(baseline: float, way: float) -> None:
    """Whichever way it leads."""
    target = baseline + way
    assert distance_travelled(baseline, target, baseline) == 0
    assert distance_travelled(baseline, target, target) == 1


def test_a_straight_line_is_met_at_its_ends_and_in_the_middle() -> None:
    """Before it begins the baseline is expected, after it ends the target."""

    def at(day: date) -> float:
        return expected_by(day, baseline=60, baseline_on=START, target=70, due_on=END)

    assert at(START - timedelta(9)) == at(START) == 60
    assert at(END) == at(END + timedelta(9)) == 70
    assert at(START + timedelta(73)) == pytest.approx(62)


def test_a_line_without_length_is_refused() -> None:
    """A target that is due on the day of its baseline has no way there."""
    with pytest.raises(ValueError, match="after that of the baseline"):
        expected_by(START, baseline=1, baseline_on=START, target=2, due_on=START)


@pytest.mark.parametrize("steps", [[], [(END, 1.0), (START, 2.0)], [(START, 1.0), (START, 2.0)]])
def test_steps_that_are_no_way_are_refused(steps: list[tuple[date, float]]) -> None:
    """There is at least one, and each lies after the one before."""
    with pytest.raises(ValueError, match="order of their days"):
        expected_along(START, steps)
