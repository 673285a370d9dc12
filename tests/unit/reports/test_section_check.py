"""What a plug-in returns is compared with the model, down to the cells of tables."""

from datetime import date
from typing import Any

import pytest

from sendframe.reports import (
    Bar,
    BarChart,
    Bullets,
    Callout,
    Cell,
    Columns,
    Ladder,
    LadderStep,
    Mark,
    Section,
    Sentence,
    Table,
    Timeline,
    TimelineRow,
    section_problem,
)
from sendframe.testing import small_report


def test_every_kind_of_block_is_accepted() -> None:
    """The sample report of the test kit has a block of every kind."""
    assert [section_problem(part) for part in small_report().sections] == [None, None]


WRONG: dict[str, tuple[Any, str]] = {
    "nothing": (None, "a NoneType"),
    "a title": (Section("a", 7), "an int in the title of a Section"),  # type: ignore[arg-type]  # wrong on purpose
    "a list": (Section("a", "A", []), "a list in the blocks of a Section"),  # type: ignore[arg-type]  # wrong on purpose
    "a part": (
        Section("a", "A", (), ("b",)),  # type: ignore[arg-type]  # wrong on purpose
        "a str in the sections of a Section",
    ),
    "a boolean for a text": (
        Section("a", "A", (Bullets((Sentence(True),)),)),  # type: ignore[arg-type]  # wrong on purpose
        "a bool in the text of a Sentence",
    ),
    "a text for a boolean": (
        Section("a", "A", (Bullets((Sentence("a", quoted="no"),)),)),  # type: ignore[arg-type]  # wrong on purpose
        "a str in the quoted of a Sentence",
    ),
    "a boolean for a number": (
        Section("a", "A", (BarChart("b", "B", "B", (Bar("a", True, "1"),)),)),
        "a bool in the value of a Bar",
    ),
    "a word": (
        Section("a", "A", (Callout("a", (), "loud"),)),  # type: ignore[arg-type]  # wrong on purpose
        "an unknown word in the weight of a Callout",
    ),
    "a mark within a mark": (
        Section("a", "A", mark=Mark(Mark("a"))),  # type: ignore[arg-type]  # wrong on purpose
        "a Mark in the label of a Mark",
    ),
    "a cell that is none": (
        Section("a", "A", (Table("t", ("a",), (("x",),)),)),  # type: ignore[arg-type]  # wrong on purpose
        "a str in the rows of a Table",
    ),
    "a short row": (
        Section("a", "A", (Table("t", ("a", "b"), ((Cell("x"),),)),)),
        "a row with more or fewer cells than columns in the rows of a Table",
    ),
    "a class of its own": (
        Section("a", "A", (type("Ann aged 9", (), {})(),)),
        "something else in the blocks of a Section",
    ),
    "a subclass": (
        Section("a", "A", (type("Other", (Bullets,), {})(()),)),
        "something else in the blocks of a Section",
    ),
    "a step that is none": (
        Section("a", "A", (Ladder("l", "L", "L", (LadderStep("a"),), 1.5),)),  # type: ignore[arg-type]  # wrong on purpose
        "a float in the now of a Ladder",
    ),
    "a day that is none": (
        Section(
            "a",
            "A",
            (Timeline("t", "T", "T", date(2026, 1, 1), (TimelineRow("a", (1,), "", ""),)),),  # type: ignore[arg-type]  # wrong on purpose
        ),
        "an int in the days of a TimelineRow",
    ),
    "columns that are none": (
        Section("a", "A", (Columns((Sentence("a"),)),)),  # type: ignore[arg-type]  # wrong on purpose
        "a Sentence in the columns of a Columns",
    ),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_what_does_not_belong_is_named(name: str) -> None:
    """The type and its place are named; a type of a plug-in's own is not, since it may say anything."""
    section, problem = WRONG[name]
    assert section_problem(section) == problem


def test_a_whole_number_is_a_figure() -> None:
    """An int stands for a float, as everywhere in Python."""
    assert (
        section_problem(Section("a", "A", (BarChart("b", "B", "B", (Bar("a", 1, "1"),)),))) is None
    )
