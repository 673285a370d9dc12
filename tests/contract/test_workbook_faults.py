"""Faults that people make in a workbook are reported at their cells, with the codes of JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sendframe.workbook import CellError, CellValue
from tests.unit.workbook.plan import Plan, copy_of

ROOT = Path(__file__).parents[2]

FAULTS: list[tuple[str, int, str, CellValue, str]] = [
    ("Actions", 1, "Due", "12/31/2026", "SFR403"),
    ("Actions", 2, "Due", "Easter 2026", "SFR403"),
    ("Actions", 3, "Due", "2026/27", "SFR403"),
    ("Actions", 4, "Start", 45992, "SFR403"),
    ("Actions", 5, "Title", None, "SFR102"),
    ("Actions", 6, "Leads", "manager @ Wyford Council", "SFR201"),
    ("Actions", 7, "Delivery", "On trck", "SFR201"),
    ("Actions", 8, "Delivery", CellError("#N/A"), "SFR403"),
    ("Actions", 9, "Depends on", "An action that nobody has", "SFR201"),
    ("Actions", 10, "Closed on", "not a date 7", "SFR403"),
    ("Measures", 1, "Intended direction", "upwards", "SFR104"),
    ("Measures", 2, "Target", "lots", "SFR403"),
    ("Measures", 3, "Baseline period", "Q3 2024", "SFR403"),
    ("Measures", 4, "Tolerance", True, "SFR403"),
    ("Milestones", 1, "Due", None, "SFR102"),
    ("Moved dates", 1, "Changed on", "March 2025", "SFR403"),
    ("Bodies", 1, "Chair is independent", "perhaps", "SFR403"),
    ("Contributors", 1, "Count", 2.5, "SFR403"),
    ("Risks", 1, "Change", "worse", "SFR104"),
    ("Updates", 1, "Action", "Nothing of that name", "SFR201"),
]
"""Faults of one cell: sheet, row, heading, what is typed, and the code."""

RULES: list[tuple[str, int, str, CellValue, str]] = [
    ("Actions", 1, "Start", "1/1/2030", "SFR110"),
    ("Publications", 1, "Link", "somewhere", "SFR105"),
    ("Publications", 2, "Kind", "two words!", "SFR105"),
    ("Indicators", 1, "Decimals", 9, "SFR107"),
    ("Contributors", 1, "Count", -1, "SFR107"),
    ("Priorities", 1, "Order", 0, "SFR107"),
    ("Bodies", 1, "Days between meetings", 400, "SFR107"),
]
"""Faults that only the documents' own rules find, each with its code."""


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
    assert all(each.help or each.suggestion for each in result.diagnostics)
    return {(d.code, str(d.location)) for d in result.diagnostics if d.severity == "error"}


def cell(plan: Plan, sheet: str, row: int, heading: str) -> str:
    """Return the place of a cell."""
    from sendframe.workbook import cell_name

    return f"plan.xlsx[{sheet}]!{cell_name(row, plan.place(sheet, heading))}"


def test_faults_of_cells(fresh: Callable[[], Plan], folder: Path) -> None:
    """Each is found at its cell, all in one reading, and nothing else is."""
    plan = fresh()
    for sheet, row, heading, value, _ in FAULTS:
        plan.set(sheet, row, heading, value)
    assert found(plan, folder) == {
        (code, cell(plan, sheet, row, heading)) for sheet, row, heading, _, code in FAULTS
    }


def test_faults_that_the_documents_find(fresh: Callable[[], Plan], folder: Path) -> None:
    """Forms of text, ranges and rules between fields: the codes are those of the documents."""
    plan = fresh()
    for sheet, row, heading, value, _ in RULES:
        plan.set(sheet, row, heading, value)
    wanted = {(code, cell(plan, sheet, row, heading)) for sheet, row, heading, _, code in RULES}
    wanted -= {rule for rule in wanted if rule[0] == "SFR110"}  # asked when the schemas are kept
    assert found(plan, folder) == wanted
    plan = fresh()
    plan.set("Actions", 1, "Start", "1/1/2030")
    assert found(plan, folder) == {("SFR110", cell(plan, "Actions", 1, "Due"))}


def test_a_status_of_another_scale(fresh: Callable[[], Plan], folder: Path) -> None:
    """The delivery of an action is not a value of the impact scale, by whichever words."""
    plan = fresh()
    plan.set("Actions", 1, "Delivery", "wyeford-no-difference")
    assert found(plan, folder) == {("SFR212", cell(plan, "Actions", 1, "Delivery"))}
