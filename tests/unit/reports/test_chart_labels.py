"""Labels of charts: folded to their room and kept apart."""

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from sendframe.reports import ChartPoint, ReferenceLine, TrendChart, charts
from sendframe.reports._label_layout import Box, Segment, stack
from sendframe.reports._palette import PAPER
from sendframe.reports._svg import fold, text_width


def test_long_words_are_folded() -> None:
    """A word too long for its room is cut, and a text of too many lines ends in an ellipsis."""
    lines = fold("W" * 100, 100.0, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line) <= 100.0 for line in lines)
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


def levels(count: int) -> TrendChart:
    """Return a flat trend in the middle of so many levels, three apart."""
    return TrendChart(
        "t",
        "A title",
        "A description.",
        "%",
        (ChartPoint("2023", 50.0, "50.0%"), ChartPoint("2024", 50.0, "50.0%")),
        tuple(
            ReferenceLine(f"Level {n}", 50.0 + 3.0 * (n - count // 2), f"{n}b", "benchmark")
            for n in range(count)
        ),
    )


@pytest.mark.parametrize(("count", "blanked"), [(0, False), (1, False), (7, True)])
def test_a_figure_that_a_level_crosses_stands_on_a_blank(count: int, *, blanked: bool) -> None:
    """Where every free place is crossed by a level, the level stops behind the figure."""
    shapes = list(ET.fromstring(charts.svg(levels(count))).iter())
    names = [each.tag.rpartition("}")[2] for each in shapes]
    first = next(
        at
        for at, each in enumerate(shapes)
        if names[at] == "text" and "".join(each.itertext()) == "50.0%"
    )
    behind = shapes[first - 1]
    assert (names[first - 1] == "rect") is blanked
    if blanked:
        left, top, wide, high = (float(behind.get(n, "0")) for n in ("x", "y", "width", "height"))
        x, y = (float(shapes[first].get(n, "0")) for n in ("x", "y"))
        assert behind.get("fill") == PAPER
        assert abs(left + wide / 2 - x) < 0.2
        assert top < y < top + high
