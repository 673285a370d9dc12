"""Packaged icons: drawn the same each time, safe to place in a page, and known by name."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.errors import UnknownName
from sendframe.reports import ICON_NAMES, ICON_SUBJECTS, Icon, charts

_NUMBER = re.compile(r"\d+\.\d{3,}")


def test_names_are_sorted_and_plain() -> None:
    """There are 26 icons; each name is words of small letters, and says what it shows."""
    assert len(ICON_NAMES) == 26
    assert list(ICON_NAMES) == sorted(ICON_NAMES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ICON_NAMES)
    assert tuple(ICON_SUBJECTS) == ICON_NAMES
    assert len(set(ICON_SUBJECTS.values())) == len(ICON_NAMES)


@pytest.mark.parametrize("name", ICON_NAMES)
def test_an_icon_is_a_sound_drawing(name: str) -> None:
    """It is well-formed, is hidden from screen readers, and has the colour of the text around it."""
    drawn = charts.icon(name)
    root = ET.fromstring(drawn)  # our own drawing
    assert root.attrib["viewBox"] == "0 0 48 48"
    assert root.attrib["aria-hidden"] == "true"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "3"
    assert "fill-opacity" in drawn, "one part is tinted"
    assert not _NUMBER.search(drawn)
    tags = {child.tag.rpartition("}")[2] for child in root.iter()}
    assert tags <= {"svg", "path", "circle", "rect"}
    names = {key for child in root.iter() for key in child.attrib}
    assert not names & {"id", "style", "href"}
    assert charts.icon(name) == drawn


def test_no_two_icons_are_the_same() -> None:
    """Each name has a drawing of its own."""
    assert len({charts.icon(name) for name in ICON_NAMES}) == len(ICON_NAMES)


def test_an_unknown_icon_is_named_with_the_nearest() -> None:
    """A misspelt name ends with an error that says which icon has a name like it."""
    wrong = ICON_NAMES[0] + "s"
    with pytest.raises(UnknownName, match=f"{wrong}.*{ICON_NAMES[0]}"):
        charts.icon(wrong)


@given(st.text())
def test_no_other_name_is_drawn(name: str) -> None:
    """A name from outside never becomes part of a drawing or of a report."""
    if name in ICON_NAMES:
        return
    with pytest.raises(UnknownName):
        charts.icon(name)
    with pytest.raises(ValueError, match="must be in"):
        Icon(name, "A clock")
