"""What a workbook must do before people are sent one: the examples, as they are and as people type.

Each test is one of the acceptance tests of workbooks. Three copies in six orders, faults at their
cells and files that must not be opened are in `tests/unit/workbook`; the plans of the law are in
`tests/property`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sendframe import api
from sendframe.model import Portfolio, full_text
from sendframe.workbook import ReadWorkbook

ROOT = Path(__file__).parents[2]
SHAPES = ROOT / "tests" / "data" / "shapes"
EXAMPLES = (
    *(ROOT / "examples" / name for name in ("wyeford", "herefordshire")),
    *(pytest.param(each, marks=pytest.mark.thorough) for each in sorted(SHAPES.iterdir())),
)
KPI = SHAPES / "kpi-table"


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.json"))}


def told(result: ReadWorkbook) -> list[str]:
    """Return what a workbook changes, and what is told about it."""
    return [*(f"{c.location}: {c.heading}" for c in result.changes), *map(str, result.diagnostics)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_untouched_workbook_changes_nothing(example: Path, tmp_path: Path) -> None:
    """Export and read: 0 changes, nothing told, all bytes equal; small shapes with ``--thorough``."""
    folder = Path(shutil.copytree(example, tmp_path / "plan"))
    before = contents(folder)
    (workbook,) = api.export_workbook(folder, tmp_path / "plan.xlsx")
    assert told(api.read_workbook(workbook, folder)) == []
    assert contents(folder) == before


@pytest.mark.thorough
def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    """Two processes with other hash seeds, time zones and folders write the same workbook."""
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed / "plan.xlsx"
        words = ["workbook", "export", str(ROOT / "src/sendframe/api/starter"), "--out", str(out)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        subprocess.run([sys.executable, "-m", "sendframe", *words], check=True, env=environment)
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_values_are_equal_on_the_way(tmp_path: Path) -> None:
    """Python, folder, workbook, the same folder, Python: an equal portfolio."""
    portfolio = api.load(ROOT / "examples" / "herefordshire", Portfolio)
    api.dump(portfolio, tmp_path / "plan")
    (workbook,) = api.export_workbook(tmp_path / "plan", tmp_path / "plan.xlsx")
    book: Any = openpyxl.load_workbook(workbook)
    sheet = book["Priorities"]
    sheet.cell(2, heading(sheet, "Title")).value = "Find out"
    book.save(workbook)
    api.read_workbook(workbook, tmp_path / "plan")
    changed = api.load(tmp_path / "plan", Portfolio)
    assert changed != portfolio
    (undone,) = api.export_workbook(tmp_path / "plan", tmp_path / "undone.xlsx")
    book = openpyxl.load_workbook(undone)
    book["Priorities"].cell(2, heading(book["Priorities"], "Title")).value = None
    book.save(undone)
    api.read_workbook(undone, tmp_path / "plan")
    assert api.load(tmp_path / "plan", Portfolio) == portfolio


def soffice() -> str:
    """Return the program of LibreOffice; skip the test where there is none."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs soffice of LibreOffice Calc")
    return program


@pytest.mark.office
def test_saved_by_libreoffice(tmp_path: Path) -> None:
    """Opened and saved anew by LibreOffice the workbook of the example changes nothing."""
    folder = Path(shutil.copytree(ROOT / "examples" / "wyeford", tmp_path / "plan"))
    (workbook,) = api.export_workbook(folder, tmp_path / "plan.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = [soffice(), home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    done = subprocess.run(
        [*words, "--outdir", str(tmp_path / "out"), str(workbook)],
        capture_output=True,
        timeout=120,
        check=False,
        text=True,
    )
    saved = tmp_path / "out" / "plan.xlsx"
    assert saved.is_file(), done.stderr
    assert saved.read_bytes() != workbook.read_bytes()
    before = contents(folder)
    assert told(api.read_workbook(saved, folder)) == []
    assert contents(folder) == before


def heading(sheet: Any, name: str) -> int:
    """Return the number of a column."""
    return next(c.column for c in sheet[1] if str(c.value).rstrip("*") == name)


def test_ten_edits_are_ten_changes(tmp_path: Path) -> None:
    """Nine cells and a new row: exactly these, and only their files and lines differ."""
    folder = Path(shutil.copytree(ROOT / "examples" / "wyeford", tmp_path / "plan"))
    (path,) = api.export_workbook(folder, tmp_path / "plan.xlsx")
    book: Any = openpyxl.load_workbook(path)
    edits = [
        ("Actions", 2, "Due", "Dec 26"), ("Actions", 3, "Title", "Agree a rota"),
        ("Actions", 5, "Delivery", "Behind"), ("Priorities", 2, "Why it matters", "Because it does."),
        ("Measures", 2, "Target", "70%"), ("Measures", 3, "Leads", "head of data"),
        ("Updates", 2, "Role", "hub manager"), ("Risks", 2, "Mitigation", "We ask again."),
        ("Bodies", 3, "Cadence", "monthly"),
    ]  # fmt: skip
    for name, row, column, value in edits:
        book[name].cell(row, heading(book[name], column)).value = value
    actions = book["Actions"]
    new = actions.max_row + 1
    for column, value in (
        ("Title", "Open a drop-in"),
        ("File", "actions.json"),
        ("Belongs to", "wyeford-p-early"),
    ):
        actions.cell(new, heading(actions, column)).value = value
    book.save(path)
    before = {Path(name).name: data for name, data in contents(folder).items()}
    result = api.read_workbook(path, folder)
    assert [str(d) for d in result.diagnostics if d.severity == "error"] == []
    changed = {(str(change.location.sheet), change.heading) for change in result.changes}
    assert changed == {(name, column) for name, _, column, _ in edits} | {
        ("Actions", "Title"), ("Actions", "Belongs to"),
    }  # fmt: skip
    after = {Path(name).name: data for name, data in contents(folder).items()}
    assert {name for name in after if after[name] != before[name]} == set(result.files)
    added = removed = 0
    for name in result.files:
        old, lines = before[name].decode().split("\n"), after[name].decode().split("\n")
        removed += len([line for line in old if line not in lines])
        added += len([line for line in lines if line not in old])
    assert removed <= 14
    assert added <= 20
    assert told(api.read_workbook(path, folder)) == []


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def typed(when: dict[str, Any]) -> str:
    """Return a date as people write it in a table."""
    match when:
        case {"kind": "month", "year": year, "month": month}:
            return f"{MONTHS[month - 1]}-{year % 100}"
        case {"kind": "term", "academic_year": start, "term": term}:
            return f"{term} {start + (term != 'autumn')}"
        case {"kind": "words", "text": text}:
            return str(text)
        case {"kind": "calendar_year", "year": year}:
            return str(year)
        case {"kind": "academic_year" | "financial_year" as kind, "start_year": start}:
            return f"{kind.replace('_', ' ')} {start}/{(start + 1) % 100:02d}"
    raise AssertionError(when)


def words(text: dict[str, Any] | None) -> str | None:
    """Return the words of a text."""
    return None if text is None else text["default"]


def type_plan(path: Path, plan: dict[str, Any], indicators: dict[str, Any]) -> None:
    """Type a plan into a workbook as people do: names as links, dates in short, and no ids."""
    book: Any = openpyxl.load_workbook(path)

    def add(name: str, cells: dict[str, Any], row: int | None = None) -> None:
        sheet = book[name]
        number = row or sheet.max_row + 1
        for column, value in cells.items():
            if value is not None:
                sheet.cell(number, heading(sheet, column)).value = value

    add(
        "Plans",
        {"Starts": typed(plan["period"]["starts"]), "Ends": typed(plan["period"]["ends"])},
        2,
    )
    titles = {each["id"]: words(each["title"]) for each in plan["priorities"]}
    for each in plan["priorities"]:
        leads = "\n".join(lead["role"] for lead in each["leads"])
        add("Priorities", {"Title": words(each["title"]), "Order": each["order"], "Leads": leads})
    for each in indicators["indicators"]:
        add("Indicators", {
            "Title": words(each["title"]), "Unit": each["unit"], "Unit text": each.get("unit_text"),
            "Direction": each.get("direction"), "Period type": each.get("period_type"),
            "Decimals": each.get("decimals"), "Counts of": each.get("counts_of"),
            "Sampled": "yes" if each.get("sampled") else None,
        })  # fmt: skip
    names_of = {each["id"]: words(each["title"]) for each in indicators["indicators"]}
    for each in plan["measures"]:
        target, baseline = each.get("target", {}), each.get("baseline", {})
        add("Measures", {
            "Measure": words(each["statement"]),
            "Indicators": "\n".join(names_of[id_] for id_ in each.get("indicators", ())) or None,
            "Baseline": baseline.get("value"),
            "Baseline period": typed(baseline["period"]) if "period" in baseline else None,
            "Baseline in words": words(baseline.get("statement")),
            "Target": target.get("level"), "Target in words": words(target.get("statement")),
            "Target due": typed(target["due"]) if "due" in target else None,
            "Actual in words": words(each.get("actual", {}).get("statement")),
            "Serves": "\n".join(titles[id_] for id_ in each["serves"]),
        })  # fmt: skip
        for milestone in each.get("milestones", ()):
            add("Measure milestones", {
                "Measure": words(each["statement"]), "Due": typed(milestone["due"]),
                "Level": milestone.get("level"), "Statement": words(milestone.get("statement")),
            })  # fmt: skip
    book.save(path)


def test_a_plan_typed_from_nothing_equals_its_json(tmp_path: Path) -> None:
    """A table of indicators, typed without ids, names as links and dates in short: the same JSON."""
    plan, indicators = (
        json.loads((KPI / f"{n}.json").read_text("utf-8")) for n in ("plan", "indicators")
    )
    folder = tmp_path / "plan"
    folder.mkdir()
    manifest = json.loads((KPI / "portfolio.json").read_text("utf-8"))
    manifest["documents"] = ["plan.json", "indicators.json"]
    empty = {k: v for k, v in plan.items() if k not in ("priorities", "measures", "period")}
    for name, data in (
        ("portfolio", manifest),
        ("plan", empty),
        ("indicators", {**indicators, "indicators": []}),
    ):
        (folder / f"{name}.json").write_text(json.dumps(data, indent=2), encoding="utf-8")
    names = ("Plans", "Priorities", "Indicators", "Measures", "Measure milestones")
    (path,) = api.export_workbook(folder, tmp_path / "plan.xlsx", sheets=names)
    type_plan(path, plan, indicators)
    result = api.read_workbook(path, folder)
    assert [str(each) for each in result.diagnostics] == []
    assert told(api.read_workbook(path, folder)) == []

    made = {
        n: json.loads((folder / f"{n}.json").read_text("utf-8")) for n in ("plan", "indicators")
    }
    ids = {
        new["id"]: old["id"]
        for name, document in (("plan", plan), ("indicators", indicators))
        for key in ("priorities", "measures", "indicators")
        for new, old in zip(made[name].get(key, ()), document.get(key, ()), strict=True)
    }

    def renamed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: renamed(member, name) for name, member in value.items()}
        if isinstance(value, list):
            return [renamed(member, key) for member in value]
        is_link = key in ("id", "serves", "indicators")
        return ids.get(value, value) if is_link else value

    assert renamed(made["plan"]) == plan
    assert renamed(made["indicators"]) == indicators
    assert all(re.fullmatch("[a-z0-9-]{3,50}", id_) for id_ in ids)
    (report,) = api.make_reports(api.load(folder), ["strategy"])
    assert "Annual reviews completed on time" in full_text(report.model)
