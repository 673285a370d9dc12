"""Labels of charts: folded to their room and kept apart."""

from itertools import combinations

import pytest

from sendframe.reports._label import Box, Segment, stack
from sendframe.reports._svg import fold, width


def test_long_words_are_folded() -> None:
    """A word too long for its room is cut, and a text of too many lines ends in an ellipsis."""
    lines = fold("W" * 100, 100.0, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width(line) <= 100.0 for line in lines)
    assert fold("", 100.0) == ()


def test_stacked_labels_keep_their_order_and_distance() -> None:
    """Labels that would meet are pushed apart, the higher staying the higher."""
    tops = stack([(50.0, 20.0), (50.0, 20.0), (52.0, 20.0), (200.0, 20.0)], 0.0, 210.0)
    assert sorted(tops[:3]) == list(tops[:3])
    for one, other in combinations(tops, 2):
        assert abs(one - other) >= 25.0
    assert tops[3] == 190.0


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        (Segment(0, 0, 10, 10), True),
        (Segment(0, 5, 10, 5), True),
        (Segment(5, 0, 5, 10), True),
        (Segment(0, 0, 10, 0), False),
        (Segment(0, 9, 3, 9), False),
        (Segment(0, 7, 7, 14), False),
        (Segment(9, 0, 9, 10), False),
    ],
)
def test_a_box_knows_what_crosses_it(line: Segment, *, crosses: bool) -> None:
    """Steep, level and slanting lines are told from those that pass by."""
    assert Box(4, 4, 6, 6).crossed_by(line) is crosses
