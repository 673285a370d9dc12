"""Columns follow from the classes: nothing of a class is forgotten, and each stay has its reason."""

from collections import Counter

import attrs
import pytest

from sendframe import workbook
from sendframe.model import ActionRegister, Profile, Review, Strategy
from sendframe.workbook import SHEETS, Column, Sheet, columns_of, sheets_in
from sendframe.workbook._columns import children_of, kept_fields, stays
from sendframe.workbook._sheets import HEADINGS, STAYS, STAYS_IN


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_each_field_has_a_place(sheet: Sheet) -> None:
    """A field is a column, a sheet of its own, the other end of Belongs to, or stays for a reason."""
    assert [name for name in kept_fields(sheet.cls) if name not in STAYS] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_headings_are_told_apart(sheet: Sheet) -> None:
    """No two columns of a sheet have one heading or one path, and a name of a sheet fits Excel."""
    columns = columns_of(sheet.cls)
    assert max(Counter(each.heading.casefold() for each in columns).values()) == 1
    assert max(Counter(each.path for each in columns).values()) == 1
    assert all(each.about for each in columns)
    assert len(sheet.name) <= 31
    assert columns[-1].heading == "File"
    assert columns[-2].heading in {"Id", "Row"}


def test_what_is_declared_is_used() -> None:
    """No heading and no reason stands for a field that is not there."""
    paths = {(sheet.cls.__name__, *each.path) for sheet in SHEETS for each in columns_of(sheet.cls)}
    assert [key for key in HEADINGS if key not in paths] == []
    kept = {name for sheet in SHEETS for name in kept_fields(sheet.cls)}
    assert set(STAYS) - kept == set()
    assert all(name in STAYS for name in STAYS_IN)


def test_a_field_stays_in_one_class_only() -> None:
    """Where a name is another thing elsewhere, it has a column there."""
    by_name = {sheet.name: sheet.cls for sheet in SHEETS}
    assert stays(by_name["Reviews"], "area")
    assert not stays(by_name["Figures"], "area")
    assert stays(by_name["Actions"], "extensions")


def columns(name: str) -> dict[str, Column]:
    """Return the columns of a sheet by heading."""
    (sheet,) = (each for each in SHEETS if each.name == name)
    return {each.heading: each for each in columns_of(sheet.cls)}


def test_readings() -> None:
    """How a cell is read follows from the type of its field."""
    actions, measures = columns("Actions"), columns("Measures")
    wanted = {
        "Title": "text", "Belongs to": "links", "Leads": "people", "Start": "date",
        "Delivery": "link", "Depends on": "links",
    }  # fmt: skip
    assert {name: actions[name].reading for name in wanted} == wanted
    assert measures["Baseline"].reading == "number"
    assert measures["Baseline period"].reading == "period"
    assert measures["Intended direction"].choices == ("higher", "lower", "range", "neutral")
    assert measures["Target"].union == ("target",)
    assert columns("Self-evaluation")["Difference it made"].reading == "differences"
    assert columns("Self-evaluation")["Wanted"].reading == "texts"
    assert columns("Bodies")["Chair is independent"].reading == "yes or no"
    assert columns("Moved dates")["Changed on"].reading == "day"
    assert columns("Voices")["Consent profiles"].reading == "lines"
    assert columns("Contributors")["Count"].reading == "whole number"


def test_first_columns() -> None:
    """The words of a row stand first, then what it is part of."""
    assert list(columns("Updates"))[:2] == ["Text", "Action"]
    assert list(columns("Views of partners"))[1] == "Entry or step"
    assert list(columns("Findings and criteria"))[:2] == ["Criterion", "Finding"]
    assert "Plan" not in columns("Actions")


def test_names_of_the_package() -> None:
    """Modules are imported when a name is first used; a name that is not there is an error."""
    missing = "nothing"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(workbook, missing)
    assert all(getattr(workbook, name) for name in workbook.__all__)


def test_sheets_of_a_document() -> None:
    """A document may fill its own sheet and those of all its parts."""
    assert sheets_in(ActionRegister) == (
        "Actions", "Updates", "Success criteria", "Milestones", "Moved dates", "Funding",
    )  # fmt: skip
    assert sheets_in(Review)[0] == "Reviews"
    assert sheets_in(Profile) == ()
    assert sheets_in(Strategy)[:3] == ("Plans", "Priorities", "Outcomes")


def test_rows_within_rows() -> None:
    """Arrays are sheets, those of a part of the row included."""
    (entry,) = (each.cls for each in SHEETS if each.name == "Self-evaluation")
    assert ("judgement", "views") in [child.path for child in children_of(entry)]
    assert all(attrs.has(sheet.cls) for sheet in SHEETS)
