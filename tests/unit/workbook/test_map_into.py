"""A table that people keep by hand is read into a plan, each value and problem at its cell."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import validate_path, write_files
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.model import TableColumn, Text, WorkbookMapping
from sendframe.validation import schema_id
from sendframe.workbook import CellError, CellValue, Grid, ReadWorkbook, map_into

AREA = "ZZ0000001"
COLUMNS = {
    "KPI": "measure",
    "Indicator": "indicator",
    "Baseline / Level": "baseline",
    "Baseline / When": "baseline_period",
    "Target by {when}": "target",
    "Target": "target",
    "Due": "target_due",
    "{when} / Target": "milestone",
    "{when} / Actual": "figure",
    "Notes*": "left_out",
}
HEADINGS: tuple[tuple[CellValue, ...], ...] = (
    ("KPI", "Indicator", "Baseline", None, "2025", None, "Target by July 2027"),
    (None, None, "Level", "When", "Target", "Actual"),
)
MERGED = ("A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3")


def mapping(**given: Any) -> WorkbookMapping:
    """Return a mapping of the columns above."""
    columns: Any = tuple(TableColumn(heading=k, holds=v) for k, v in COLUMNS.items())  # type: ignore[arg-type]  # its words are checked
    known: dict[str, Any] = {
        "plan": "plan",
        "figures": "figures",
        "recognised_by": ("KPI",),
        "heading_rows": 2,
        "skipped_rows": ("Total*",),
        "columns": columns,
    }
    return WorkbookMapping(id="m", title=Text(default="M"), **known | given)


def document(kind: str, id_: str, /, **members: Any) -> bytes:
    """Return a document."""
    raw = {"$schema": schema_id(kind), "id": id_, "title": {"default": id_}, **members}
    return json.dumps(raw, indent=2).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a plan, an indicator and a set of figures."""
    names = [{"source": "us", "name": "Wyeford"}]
    area = {"id": "a", "code": AREA, "names": names, "fictional": True}
    rate = {"id": "rate", "title": {"default": "Plans in time"}, "unit": "percent",
            "unit_text": "%", "period_type": "calendar_year"}  # fmt: skip
    listed = [{"code": AREA, "name": "Wyeford", "kind": "local-authority"}]
    paths = ["plan.json", "indicators.json", "figures.json", "other.json"]
    same = {"id": "same", "statement": {"default": "Plans in 20 weeks"}}
    files = {
        "portfolio.json": document("portfolio", "p", area=area, documents=paths),
        "plan.json": document("strategy", "plan", kind="strategy", area=AREA, status="draft"),
        "other.json": document(
            "strategy", "other", kind="strategy", area=AREA, status="draft", measures=[same]
        ),
        "indicators.json": document("indicator-set", "indicators", indicators=[rate]),
        "figures.json": document("observations", "figures", areas=listed),
    }
    write_files(tmp_path, files)
    return tmp_path


def grid(*rows: tuple[CellValue, ...], name: str = "KPIs") -> Grid:
    """Return a table below a title and two rows of headings."""
    return Grid(name, (("Our KPIs",), *HEADINGS, *rows), MERGED)


def read(folder: Path, *grids: Grid, faulty: bool = False, **given: Any) -> ReadWorkbook:
    """Return what tables lead to, and write it."""
    result = map_into(folder, grids, mapping(**given), "k.xlsx", except_faulty=faulty)
    write_files(folder, result.files)
    assert not result.files or validate_path(folder) == ()
    return result


def raw(folder: Path, name: str) -> Any:
    """Return a document as JSON."""
    return json.loads((folder / f"{name}.json").read_bytes())


def brief(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    """Return cell, severity and code of each diagnostic."""
    return [(str(d.location.cell), d.severity, d.code) for d in diagnostics]


ROW: tuple[CellValue, ...] = ("Plans in 20 weeks", "rate", "48%", "2024", 55, "52.5%", 65)


def test_a_row_becomes_a_measure_with_its_figures(folder: Path) -> None:
    """Merged headings of two rows, with dates in them; percentages as text and as numbers.

    Another plan may have a measure of the same words; it stays as it is.
    """
    other = (folder / "other.json").read_bytes()
    result = read(folder, grid(ROW, ("Total of all", None, 99)))
    assert result.diagnostics == ()
    assert (folder / "other.json").read_bytes() == other
    (measure,) = raw(folder, "plan")["measures"]
    assert measure == {
        "id": "plans-in-20-weeks",
        "statement": {"default": "Plans in 20 weeks"},
        "indicators": ["rate"],
        "baseline": {"value": 48, "period": {"kind": "calendar_year", "year": 2024}},
        "target": {
            "kind": "level",
            "level": 65,
            "due": {"kind": "month", "year": 2027, "month": 7},
        },
        "milestones": [{"due": {"kind": "calendar_year", "year": 2025}, "level": 55}],
    }
    assert raw(folder, "figures")["observations"] == [
        {
            "indicator": "rate",
            "area": AREA,
            "period": {"kind": "calendar_year", "year": 2025},
            "value": 52.5,
            "status": "management-information",
        }
    ]
    cells = {change.heading: str(change.location) for change in result.changes}
    assert cells["Baseline"] == "k.xlsx[KPIs]!C4"
    assert cells["Target due"] == "k.xlsx[KPIs]!G2"
    assert cells["Value"] == "k.xlsx[KPIs]!F4"
    assert "Area" not in cells


def test_a_table_is_read_twice_and_nothing_is_new(folder: Path) -> None:
    """What it says otherwise the second time is changed where it stands, and nothing is removed."""
    read(folder, grid(ROW))
    plan = raw(folder, "plan")
    plan["measures"][0]["rationale"] = {"default": "Mine."}
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    again = read(folder, grid(ROW))
    assert (again.changes, again.files, again.diagnostics) == ((), {}, ())
    other = read(folder, grid(("plans in 20  weeks", None, "48%", "2024", 57, 53, 65)))
    assert [(c.heading, c.before, c.after) for c in other.changes] == [
        ("Level", "55", "57"),
        ("Value", "52.5", "53"),
    ]
    (measure,) = raw(folder, "plan")["measures"]
    assert measure["rationale"] == {"default": "Mine."}
    assert measure["milestones"] == [{"due": {"kind": "calendar_year", "year": 2025}, "level": 57}]
    assert [each["value"] for each in raw(folder, "figures")["observations"]] == [53]


def test_a_measure_that_stands_twice_is_refused(folder: Path) -> None:
    """Nobody knows which of the two rows counts; the second is named."""
    result = read(folder, grid(ROW, (), ("plans in  20 weeks", None, 1)))
    assert ("A6", "error", "SFR202") in brief(result.diagnostics)
    assert result.files == {}


def test_headings_that_are_repeated_count_anew(folder: Path) -> None:
    """The second block has other dates; rows above the first one, and empty rows, are left out."""
    first, second = HEADINGS
    later: tuple[CellValue, ...] = (*first[:4], "2026", *first[5:])
    rows = (*HEADINGS, ROW, (), later, second, ("Heard", None, None, None, 70))
    merged = (*MERGED, "A6:A7", "B6:B7", "C6:D6", "E6:F6", "G6:G7", "A1:B1", "Z90:AA91", "odd")
    assert read(folder, Grid("KPIs", (("Title",), *rows), merged)).diagnostics == ()
    years = [m["milestones"][0]["due"]["year"] for m in raw(folder, "plan")["measures"]]
    assert years == [2025, 2026]


def test_stars_stand_for_any_words_and_take_no_time(folder: Path) -> None:
    """A heading of many words and a pattern of many stars are compared at once."""
    stars = TableColumn(heading="*a" * 20 + "*b {when}, *", holds="left_out")
    columns = (TableColumn(heading="K*P*", holds="measure"), stars)
    rows = (("KPI, old", "a" * 400, "aX" * 20 + "b 2027, x", "b" * 600), ("Heard", 1, 2, 3))
    result = read(
        folder, Grid("KPIs", rows), heading_rows=1, columns=columns, recognised_by=("*P*",)
    )
    assert brief(result.diagnostics) == [("B1", "warning", "SFR421"), ("D1", "warning", "SFR421")]


def test_merged_cells_have_a_limit(folder: Path) -> None:
    """Cells that are merged over many rows are no headings; millions are no table."""
    rows = (("T",), *HEADINGS, ROW)
    assert read(folder, Grid("KPIs", rows, (*MERGED, "A1:XFD9"))).diagnostics == ()
    with pytest.raises(InvalidDocument, match="1,000,000 merged cells"):
        read(folder, Grid("KPIs", rows, (*MERGED, *["A1:XFD5"] * 200)))


def test_words_stand_for_levels(folder: Path) -> None:
    """A level without digits is one in words; a target may have its date in a column."""
    rows = (("KPI", "Target", "Due", "Notes, old"), ("Heard", "More each year", "2026/27", "x"))
    plain = tuple(
        TableColumn(heading=h, holds=COLUMNS[h]) for h in ("KPI", "Target", "Due", "Notes*")
    )  # type: ignore[arg-type]  # its words are checked
    read(folder, Grid("KPIs", rows), heading_rows=1, years="financial", columns=plain, figures=None)
    (measure,) = raw(folder, "plan")["measures"]
    assert measure["target"] == {
        "kind": "words",
        "statement": {"default": "More each year"},
        "due": {"kind": "financial_year", "start_year": 2026},
    }


@pytest.mark.parametrize(
    ("cell", "column"),
    [("3.7*", 5), ("<0.3", 4), ("tbc", 2), ("N/A", 6), ("–", 5), (CellError("#N/A"), 4)],
)
def test_what_is_no_number_is_refused_at_its_cell(
    folder: Path, cell: CellValue, column: int
) -> None:
    """Nothing is written; what is missing because of it is no second problem."""
    row = (*ROW[:column], cell, *ROW[column + 1 :])
    result = read(folder, grid(row))
    assert brief(result.diagnostics) == [(f"{'ABCDEFG'[column]}4", "error", "SFR403")]
    assert result.files == {}
    left = read(folder, grid(row), grid(("Heard", None, 54), name="B"), faulty=True)
    assert {d.severity for d in left.diagnostics} == {"warning"}
    assert "heard" in [measure["id"] for measure in raw(folder, "plan")["measures"]]


def test_what_is_in_no_line_of_the_mapping_is_named(folder: Path) -> None:
    """With the number of its cells, and only where it has some."""
    first, second = HEADINGS
    more = ((*ROW, "x"), (*[None] * 7, "y"))
    rows = (("T",), (*first, "Owner", "Empty"), second, *more)
    result = read(folder, Grid("KPIs", rows, MERGED))
    (warning,) = result.diagnostics
    assert brief((warning,)) == [("H2", "warning", "SFR421")]
    assert warning.message == "the mapping has no column 'Owner': 2 cells were not read"
    only = read(folder, Grid("KPIs", rows[:4], MERGED)).diagnostics
    assert "1 cell was not read" in only[0].message


def test_a_figure_needs_an_indicator(folder: Path) -> None:
    """That of its row, or the only one of the measure; otherwise it is named and not read."""
    row: tuple[CellValue, ...] = ("Heard", None, None, None, None, 60)
    result = read(folder, grid(row))
    assert brief(result.diagnostics) == [("F4", "warning", "SFR421")]
    assert "observations" not in raw(folder, "figures")
    wrong = read(folder, grid(("Heard", "rat", None, None, None, 60)))
    assert ("B4", "error", "SFR201") in brief(wrong.diagnostics)
    plan = raw(folder, "plan")
    plan["measures"][0]["indicators"] = ["rate"]
    (folder / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    assert read(folder, grid(row)).diagnostics == ()
    assert raw(folder, "figures")["observations"][0]["value"] == 60


def test_a_row_without_a_measure_is_refused(folder: Path) -> None:
    """At its first cell that would have been read, in a dated column too."""
    result = read(folder, grid(ROW, (None, None, 12), (None, None, None, None, None, 12)))
    assert brief(result.diagnostics) == [("C5", "error", "SFR102"), ("F6", "error", "SFR102")]
    assert result.files == {}
    assert read(folder, grid(ROW, (None, None, 12)), faulty=True).files


def test_a_date_of_a_heading_that_cannot_be_read_is_refused_once(folder: Path) -> None:
    """Also that of a year which may be an academic or a financial one."""
    first, second = HEADINGS
    rows = (("T",), (*first[:4], "2024/25", None, "Target by 2027"), second, ROW, ("Heard",))
    table = Grid("KPIs", rows, MERGED)
    result = read(folder, table)
    assert brief(result.diagnostics) == [("E2", "error", "SFR403"), ("F2", "error", "SFR403")]
    assert read(folder, table, years="academic").diagnostics == ()
    (figure,) = raw(folder, "figures")["observations"]
    assert figure["period"] == {"kind": "academic_year", "start_year": 2024}


def test_only_the_sheets_of_the_mapping_are_read(folder: Path) -> None:
    """By their names, whatever the case; where none has the headings, that is an error."""
    sheets = (grid(ROW, name="KPIs 2025"), grid(("Other",), name="Old"))
    read(folder, *sheets, sheets=("kpis*",))
    assert [each["id"] for each in raw(folder, "plan")["measures"]] == ["plans-in-20-weeks"]
    result = read(folder, *sheets, sheets=("none",))
    assert [d.code for d in result.diagnostics] == ["SFR421"]
    assert "no row of 0 sheets of 2 has the headings KPI" in result.diagnostics[0].message
    assert result.files == {}


def test_a_mapping_must_name_what_the_folder_has(folder: Path) -> None:
    """The plan and the set of figures are named by their ids; problems of the folder come first."""
    for wrong in ({"plan": "figures"}, {"figures": "other"}):
        with pytest.raises(InvalidDocument) as caught:
            read(folder, grid(ROW), **wrong)
        (problem,) = caught.value.diagnostics
        assert problem.code == "SFR201"
        assert f"'{next(iter(wrong.values()))}'" in problem.message
    (folder / "plan.json").write_bytes(b"{")
    with pytest.raises(InvalidDocument):
        read(folder, grid(ROW))


def test_a_day_in_a_baseline_column_is_a_snapshot(folder: Path) -> None:
    """Days are read as in any other sheet; parts of totals are other figures."""
    part = {"indicator": "rate", "area": AREA, "value": 1, "dimensions": {"need": "autism"},
            "period": {"kind": "calendar_year", "year": 2025}}  # fmt: skip
    figures = raw(folder, "figures") | {"observations": [part]}
    figures["code_lists"] = [
        {"id": "needs", "dimension": "need", "version": "1", "codes": {"autism": "Autism"}}
    ]
    (folder / "figures.json").write_text(json.dumps(figures), encoding="utf-8")
    row = ("Plans in 20 weeks", "rate", 48, date(2024, 12, 31), None, 52)
    result = read(folder, grid(row))
    assert [d for d in result.diagnostics if d.severity == "error"] == []
    (measure,) = raw(folder, "plan")["measures"]
    assert measure["baseline"]["period"] == {"kind": "snapshot", "on": "2024-12-31"}
    assert [each["value"] for each in raw(folder, "figures")["observations"]] == [1, 52]
