"""Faults of a workbook: each at its cell, and nothing is written."""

from pathlib import Path

import pytest

from sendframe.errors import InvalidDocument
from sendframe.workbook import CellError, CellValue
from tests.unit.workbook.plan import (
    Plan,
    document,
    told,
)


def test_faults_of_the_documents_stand_at_their_cells(folder: Path) -> None:
    """Rules between fields, missing parts of a part, and forms of text: with the codes of JSON."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    plan.set("Actions", 1, "Closed on", "1/1/2026")
    plan.set(
        "Publications" if "Publications" in plan.sheets else "Releases", 1, "Link", "somewhere"
    )
    plan.set("Measures", 1, "Target due", None)
    plan.set("Indicators", 1, "Decimals", 9)
    found = {
        (code, cell) for severity, code, cell in told(plan.read(folder)) if severity == "error"
    }
    assert {
        ("SFR105", "Releases!E2"),
        ("SFR102", "Measures!J2"),
        ("SFR107", "Indicators!AN2"),
    } <= found
    assert ("SFR102", "Actions!Q2") in found
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    assert told(plan.read(folder)) == [("error", "SFR110", "Actions!H2")]


def test_everything_but_what_is_faulty(folder: Path) -> None:
    """Faulty cells keep what the files have, new rows with one are left out, the rest is written."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Start", "1/1/2030")
    plan.set("Actions", 1, "Description", "Kept only with its row.")
    plan.set("Priorities", 1, "Why it matters", "Because.")
    plan.set("Measures", 1, "Target", "lots")
    plan.add("Calendar", {"Title": "T", "Kind": "not a code!"})
    plan.add("Calendar", {"Title": "U", "Kind": "board"})
    plan.add("Updates", {"Text": "Lost", "Action": "Open the moon"})
    result = plan.read(folder, except_faulty=True)
    assert {(severity, code) for severity, code, _ in told(result)} == {
        ("warning", "SFR110"), ("warning", "SFR403"), ("warning", "SFR105"), ("warning", "SFR201"),
    }  # fmt: skip
    assert [change.after for change in result.changes] == ["Because.", "U", "board"]
    assert list(result.files) == ["strategy.json", "governance.json"]


def test_a_fault_that_no_cell_makes_good(folder: Path) -> None:
    """A row that is removed although it is named elsewhere stays an error."""
    plan = Plan.of(folder)
    plan.sheets = {
        name: rows for name, rows in plan.sheets.items() if name in ("Evidence", "_sendframe")
    }
    del plan.sheets["Evidence"][1]
    result = plan.read(folder, remove=True, except_faulty=True)
    assert any(each.severity == "error" for each in result.diagnostics)
    assert dict(result.files) == {}


def test_the_folder_must_be_sound_before(folder: Path) -> None:
    """Otherwise its own problems are reported, not those of the workbook."""
    plan = Plan.of(folder)
    (folder / "evidence.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidDocument):
        plan.read(folder)


def test_a_workbook_of_another_portfolio(folder: Path) -> None:
    """It is refused: ids would meet by chance."""
    plan = Plan.of(folder)
    plan.sheets["_sendframe"][0][2] = "elsewhere"
    assert [each.code for each in plan.read(folder).diagnostics] == ["SFR428"]


def test_whose_words_new_texts_are(folder: Path) -> None:
    """Start here says it once; a document that says so itself is not repeated."""
    plan = Plan.of(folder)
    plan.sheets["Start here"] = [
        ["Title"], [], ["Years written 2024/25 are", "financial"], ["New words are", "verbatim"],
    ]  # fmt: skip
    plan.set("Actions", 1, "Description", "As in the plan.")
    plan.set("Actions", 1, "Due", "2026/27")
    plan.read(folder)
    action = document(folder, "actions.json")["actions"][0]
    assert action["description"] == {"default": "As in the plan.", "wording": "verbatim"}
    assert action["due"] == {"kind": "financial_year", "start_year": 2026}
    plan.sheets["Start here"][2][1] = "calender"
    assert told(plan.read(folder))[-1] == ("error", "SFR403", "Start here!B3")


def test_sheets_and_columns_that_are_not_known(folder: Path) -> None:
    """They are named with the number of cells, and one of one's own may be kept."""
    plan = Plan.of(folder)
    plan.sheets["Action"] = [["x", None], ["y"]]
    plan.sheets["actions "] = [["x"]]
    plan.sheets["Nothing"] = []
    rows = plan.sheets["Actions"]
    rows[0] += ["Budget code", None]
    rows[1] += ["B-7", "note", "beyond"]
    warnings = [(each.message, each.suggestion) for each in plan.read(folder).diagnostics]
    assert warnings == [
        ("the column 'Budget code' is not known: 1 cell was not read", None),
        ("a column has no heading: 1 cell was not read", None),
        ("a column has no heading: 1 cell was not read", None),
        ("the sheet 'Action' is not known: 2 cells were not read", "Actions"),
        ("the sheet 'actions ' is not known: 1 cell was not read", "Actions"),
    ]
    result = plan.read(folder, keep=("Budget code",))
    assert [change.heading for change in result.changes] == ["Budget code"]
    assert document(folder, "actions.json")["actions"][0]["extensions"] == {
        "workbook": {"Budget code": "B-7"}
    }
    again = Plan.of(folder)
    assert again.get("Actions", 1, "Budget code") == "B-7"
    assert again.read(folder).changes == ()


def test_one_sheet_with_few_columns_and_rows_above(folder: Path) -> None:
    """Titles above the headings, other columns, no hidden sheet: what is there is read."""
    plan = Plan({
        "Actions": [
            ["SEND plan of Sampleford"],
            [None, "as at January"],
            ["Id", "title ", "Due", "Title (friendly)", "Nothing (friendly)"],
            ["one-team", None, "March 2027", "One team"],
            [],
        ],
        "Voices": [["only"], ["words"]],
    })  # fmt: skip
    result = plan.read(folder)
    assert [(each.code, each.location.sheet) for each in result.diagnostics] == [
        ("SFR427", "Actions"), ("SFR421", "Voices"),
    ]  # fmt: skip
    assert [change.heading for change in result.changes] == ["Due", "Title (friendly)"]


def test_a_heading_that_was_renamed_since(folder: Path) -> None:
    """A workbook of an older release names its columns by what they were, and is read."""
    plan = Plan.of(folder)
    place = plan.place("Actions", "Due")
    plan.sheets["Actions"][0][place] = "By when"
    for row in plan.sheets["_sendframe"]:
        if row[:3] == ["column", "Actions", "due"]:
            row[3] = "By when"
    plan.sheets["_sendframe"] += [
        ["something", "new"],
        ["column", "Actions", "gone.default", "Gone"],
    ]
    plan.sheets["Actions"][0].append("Gone")
    plan.sheets["Actions"][1][place] = "2027"
    assert [change.heading for change in plan.read(folder).changes] == ["Due"]


def test_a_record_that_is_not_ours(folder: Path) -> None:
    """A hidden sheet of that name with something else in it is no record."""
    plan = Plan.of(folder)
    plan.sheets["_sendframe"] = [["something else"]]
    plan.set("Actions", 1, "Due", None)
    assert plan.read(folder).changes == ()


@pytest.mark.parametrize("cell", [CellError("#REF!"), "=A1"])
def test_what_excel_could_not_compute(folder: Path, cell: CellValue) -> None:
    """An error of Excel is one of its cell; a text that looks like a formula is a text."""
    plan = Plan.of(folder)
    plan.set("Actions", 1, "Description", cell)
    codes = [each.code for each in plan.read(folder).diagnostics]
    assert codes == (["SFR403"] if isinstance(cell, CellError) else [])


def test_a_list_cell_keeps_its_items(folder: Path) -> None:
    """Items whose line is there stay as they are; a line that is new is a new item."""
    plan = Plan.of(folder)
    place = plan.get("Self-evaluation", 2, "Working well")
    plan.set("Self-evaluation", 2, "Working well", f"New.\n{place}")
    plan.set("Self-evaluation", 2, "Difference it made", None)
    plan.set("Measures", 1, "Serves", None)
    plan.read(folder)
    entry = document(folder, "self-evaluation-2025-autumn.json")["entries"][0]
    assert [each["default"] for each in entry["working_well"]] == ["New.", place]
    assert "difference" not in entry
    assert "serves" not in document(folder, "strategy.json")["measures"][0]
