"""Faults that people make in a workbook are reported at their cells, with the codes of JSON.

Each fault is made twice: typed into a cell of the example, and written into its documents. A word
that no JSON value can be made of is SFR403 in a cell; in JSON it is of the wrong type or form.
"""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from sendframe.documents import read_documents
from sendframe.errors import json_pointer
from sendframe.jsontext import new_text
from sendframe.workbook import Book, CellError, CellValue, Column, cell_name, columns_of
from tests.unit.workbook.plan import Plan, copy_of

ROOT = Path(__file__).parents[2]
WRONG_FORM = {"SFR101", "SFR105"}
"""What JSON calls a value of the wrong type or form."""


@attrs.frozen
class Fault:
    """A fault of one value.

    Attributes:
        sheet: The sheet.
        row: The row, from 1.
        heading: The column.
        typed: What is typed.
        written: What is written into the document; None to remove the value.
        code: The code at the cell.
    """

    sheet: str
    row: int
    heading: str
    typed: CellValue
    written: Any
    code: str


FAULTS = (
    Fault("Actions", 1, "Due", "12/31/2026", {"kind": "day", "on": "2026-31-12"}, "SFR403"),
    Fault("Actions", 2, "Due", "Easter 2026", "Easter 2026", "SFR403"),
    Fault("Actions", 3, "Due", "2026/27", "2026/27", "SFR403"),
    Fault("Actions", 4, "Start", 45992, 45992, "SFR403"),
    Fault("Actions", 5, "Title", None, None, "SFR102"),
    Fault("Actions", 6, "Leads", "manager @ Wyford Council",
          [{"role": "manager", "body": "wyford-council"}], "SFR201"),
    Fault("Actions", 7, "Delivery", "On trck", "on-trck", "SFR201"),
    Fault("Actions", 8, "Delivery", CellError("#N/A"), "#N/A", "SFR403"),
    Fault("Actions", 9, "Depends on", "An action that nobody has", ["nobody-has"], "SFR201"),
    Fault("Actions", 10, "Closed on", "not a date 7", "not a date 7", "SFR403"),
    Fault("Actions", 11, "Senior responsible owners", "director @ Moon", [{"role": "director", "body": "moon"}], "SFR201"),
    Fault("Measures", 1, "Intended direction", "upwards", "upwards", "SFR104"),
    Fault("Measures", 1, "Target", "lots", "lots", "SFR403"),
    Fault("Measures", 3, "Baseline period", "Q3 2024", "Q3 2024", "SFR403"),
    Fault("Measures", 4, "Tolerance", True, True, "SFR403"),
    Fault("Measures", 5, "Indicators", "Nothing measured", ["nothing-measured"], "SFR201"),
    Fault("Measures", 6, "Serves", "No priority", ["no-priority"], "SFR201"),
    Fault("Milestones", 1, "Due", None, None, "SFR102"),
    Fault("Moved dates", 1, "Changed on", "March 2025", "March 2025", "SFR403"),
    Fault("Bodies", 1, "Chair is independent", "perhaps", "perhaps", "SFR403"),
    Fault("Bodies", 2, "Days between meetings", 400, 400, "SFR107"),
    Fault("Contributors", 1, "Count", 2.5, 2.5, "SFR403"),
    Fault("Contributors", 2, "Count", -1, -1, "SFR107"),
    Fault("Risks", 1, "Change", "worse", "worse", "SFR104"),
    Fault("Publications", 1, "Link", "somewhere", "somewhere", "SFR105"),
    Fault("Publications", 2, "Kind", "two words!", "two words!", "SFR105"),
    Fault("Indicators", 1, "Decimals", 9, 9, "SFR107"),
    Fault("Indicators", 2, "Direction", "sideways", "sideways", "SFR104"),
    Fault("Priorities", 1, "Order", 0, 0, "SFR107"),
    Fault("Priorities", 2, "Criteria", "A question nobody asks", ["nobody-asks"], "SFR201"),
    Fault("Self-evaluation", 1, "Judgement", "Splendid", "splendid", "SFR201"),
    Fault("Self-evaluation", 2, "Judged on", "2025", "2025", "SFR403"),
    Fault("Meetings", 1, "Body", "No such board", "no-such-board", "SFR201"),
    Fault("Figures", 2, "Indicator", "No such figure", "no-such-figure", "SFR201"),
    Fault("Figures", 3, "Value", "<0.3", "<0.3", "SFR403"),
)  # fmt: skip
"""Faults that are reported together."""

ALONE = (
    Fault("Actions", 1, "Start", "1/1/2030", {"kind": "day", "on": "2030-01-01"}, "SFR110"),
    Fault("Actions", 1, "Delivery", "wyeford-no-difference", "wyeford-no-difference", "SFR212"),
    Fault("Priorities", 1, "Order", 2, 2, "SFR213"),
    Fault("Figures", 17, "Symbol", "zz", "zz", "SFR404"),
)
"""Faults of rules between values, which are reported where nothing else is wrong."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the example, which is never written into."""
    return copy_of(ROOT / "examples" / "wyeford", tmp_path_factory.mktemp("f") / "plan")


@pytest.fixture(scope="module")
def fresh(folder: Path) -> Callable[[], Plan]:
    """Return what makes a workbook of the example as it was exported."""
    plan = Plan.of(folder)

    def make() -> Plan:
        return Plan({name: [list(row) for row in rows] for name, rows in plan.sheets.items()})

    return make


def found(plan: Plan, folder: Path) -> set[tuple[str, Any]]:
    """Return code and place of each error."""
    result = plan.read(folder, write=False)
    assert dict(result.files) == {}
    assert all(diagnostic.help or diagnostic.suggestion for diagnostic in result.diagnostics)
    return {(d.code, str(d.location)) for d in result.diagnostics if d.severity == "error"}


def cell(plan: Plan, fault: Fault) -> str:
    """Return the place of a cell."""
    place = plan.place(fault.sheet, fault.heading)
    return f"plan.xlsx[{fault.sheet}]!{cell_name(fault.row, place)}"


def in_json(folder: Path, faults: tuple[Fault, ...], *, anywhere: bool = False) -> list[set[str]]:
    """Write faults into the documents, and return the codes at the value of each, or anywhere."""
    documents = read_documents(folder)
    values = {path: copy.deepcopy(raw.raw) for path, raw in documents.documents.items()}
    book = Book.of(documents, values)
    places: list[tuple[str, str]] = []
    for fault in faults:
        row = book.rows[fault.sheet][fault.row - 1]
        column = next(c for c in columns_of(row.cls) if c.heading == fault.heading)
        path = path_of(column)
        write(row.value, path, fault.written)
        at = path if fault.written is not None else path[:-1]
        places.append((row.file, json_pointer((*row.steps, *at))))
    files = {path: new_text(value) for path, value in values.items()}
    diagnostics = read_documents(folder, files).diagnostics
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    return [
        {
            diagnostic.code
            for diagnostic in errors
            if anywhere
            or (
                str(diagnostic.location.file).endswith(f"/{file}")
                and f"{diagnostic.location.pointer}/".startswith(f"{pointer}/")
            )
        }
        for file, pointer in places
    ]


def path_of(column: Column) -> tuple[str, ...]:
    """Return the steps to the value of a column, a whole text."""
    return column.path[:-1] if column.reading == "text" else column.path


def write(value: Any, path: tuple[str, ...], written: Any) -> None:
    """Write a value at the end of a path, or remove what is there."""
    for step in path[:-1]:
        value = value.setdefault(step, {})
    if written is None:
        del value[path[-1]]
    else:
        value[path[-1]] = written


def test_faults_are_told_at_their_cells(fresh: Callable[[], Plan], folder: Path) -> None:
    """All in one reading, and nothing else is."""
    plan = fresh()
    for fault in FAULTS:
        plan.set(fault.sheet, fault.row, fault.heading, fault.typed)
    assert len(FAULTS) + len(ALONE) >= 31
    assert found(plan, folder) == {(fault.code, cell(plan, fault)) for fault in FAULTS}


def test_the_same_faults_in_json(folder: Path) -> None:
    """They have the same codes; what no JSON value can be made of is of the wrong type or form."""
    for fault, codes in zip(FAULTS, in_json(folder, FAULTS), strict=True):
        if fault.code == "SFR403":
            assert codes, fault
            assert codes <= WRONG_FORM, fault
        else:
            assert codes == {fault.code}, fault


@pytest.mark.parametrize("fault", ALONE, ids=lambda fault: f"{fault.code} {fault.sheet}")
def test_faults_of_rules_between_values(
    fault: Fault, fresh: Callable[[], Plan], folder: Path
) -> None:
    """A workbook and JSON have the same code for each."""
    plan = fresh()
    plan.set(fault.sheet, fault.row, fault.heading, fault.typed)
    codes = {code for code, _ in found(plan, folder)}
    assert codes == {fault.code}
    assert codes == in_json(folder, (fault,), anywhere=True)[0]


def test_a_copied_row_and_its_json(fresh: Callable[[], Plan], folder: Path) -> None:
    """Two things with one id have the same code as two rows."""
    plan = fresh()
    plan.sheets["Risks"].append([*plan.sheets["Risks"][1]])
    assert {code for code, _ in found(plan, folder)} == {"SFR202"}
    documents = read_documents(folder)
    values = {path: copy.deepcopy(raw.raw) for path, raw in documents.documents.items()}
    risks = values["strategy.json"]["risks"]
    risks.append(risks[0])
    diagnostics = read_documents(
        folder, {"strategy.json": new_text(values["strategy.json"])}
    ).diagnostics
    assert {diagnostic.code for diagnostic in diagnostics if diagnostic.severity == "error"} == {
        "SFR202"
    }
