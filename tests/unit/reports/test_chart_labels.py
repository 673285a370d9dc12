"""Labels of charts: folded to the width that they have, and kept apart."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendframe.reports._flag_layout import Flag, PlacedFlag, place_flags, rows_of
from sendframe.reports._label_layout import Box, Segment, stack
from sendframe.reports._peers_svg import mark_rows
from sendframe.reports._text_measure import fold, text_width


def test_long_words_are_folded() -> None:
    """A word too long for its room is cut, and a text of too many lines ends in an ellipsis."""
    lines = fold("W" * 100, 100.0, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(text_width(line) <= 100.0 for line in lines)
    assert fold("", 100.0) == ()


def test_a_narrow_space_stands_before_a_percent_sign() -> None:
    """It does not break, whether the text had no space or one."""
    assert fold("75% or 80 %", 200.0) == ("75\u202f% or 80\u202f%",)


def test_widths_depend_on_letters() -> None:
    """Narrow letters, capitals, wide signs and combining marks differ, and bold is wider."""
    assert text_width("ill") < text_width("abc") < text_width("ABC") < text_width("漢字漢")
    assert text_width("e\u0301") == text_width("e")
    assert text_width("a", bold=True) > text_width("a")


def test_stacked_labels_keep_their_order_and_distance() -> None:
    """Labels that would meet are pushed apart, the higher staying the higher."""
    tops = stack([(50.0, 20.0), (50.0, 20.0), (52.0, 20.0), (200.0, 20.0)], 0.0, 210.0)
    assert sorted(tops[:3]) == list(tops[:3])
    for first, second in combinations(tops, 2):
        assert abs(first - second) >= 25.0
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


def test_words_stand_beside_their_upright() -> None:
    """They stand after it, or before it where there is no room after it."""
    left, right = place_flags([Flag(50.0, ("left",)), Flag(280.0, ("right side",))], 0.0, 300.0)
    placed = {flag.flag.lines[0]: flag for flag in (left, right)}
    assert placed["left"].left == 55.0
    assert placed["right side"].left < 280.0 - placed["right side"].flag.width
    assert rows_of([left, right]) == 1
    assert rows_of([]) == 0


FLAGS = st.lists(
    st.builds(
        Flag,
        x=st.floats(0.0, 300.0),
        lines=st.lists(st.text("abW ", min_size=1, max_size=12), max_size=3).map(tuple),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(FLAGS)
def test_no_words_cover_others_and_no_upright_passes_through(flags: list[Flag]) -> None:
    """Words stay within their room; an upright that would pass through words ends below them."""
    placed = place_flags(flags, 0.0, 300.0)
    assert len(placed) == len(flags)
    for flag in placed:
        assert flag.left >= 0.0
        assert flag.left + flag.flag.width <= 300.0 + 1e-9
    for first, second in combinations(placed, 2):
        assert not first.meets(second) or not (first.is_tied and second.is_tied)
        assert not _overlap(first, second)


def _overlap(first: PlacedFlag, second: PlacedFlag) -> bool:
    across = (
        first.left < second.left + second.flag.width and second.left < first.left + first.flag.width
    )
    return across and first.row < second.top_row and second.row < first.top_row


def test_an_upright_ends_below_words_that_it_cannot_pass() -> None:
    """Where three stand close together, one of them reaches the plot's top only."""
    flags = [Flag(x, ("A country of",)) for x in (54.0, 82.0, 152.0)]
    placed = place_flags(flags, 3.0, 317.0)
    assert min(flag.upright_rows for flag in placed) == 0
    assert not any(_overlap(*pair) for pair in combinations(placed, 2))


@given(st.lists(st.floats(0.0, 200.0), max_size=30))
def test_marks_of_one_row_stand_side_by_side(centres: list[float]) -> None:
    """Down to the last row, which takes what no row has space for; rows above are full then."""
    rows = mark_rows(centres)
    last = max(rows, default=0)
    for row in range(last):
        places = sorted(centre for centre, own in zip(centres, rows, strict=True) if own == row)
        assert all(after - before >= 12.0 for before, after in pairwise(places))
    if centres:
        assert rows[0] == 0, "the first mark is on the line"
