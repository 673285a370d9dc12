"""``map_workbook`` and its command read a workbook or a text, and write all or nothing."""

import json
from pathlib import Path

import pytest
import xlsxwriter

from sendframe import cli
from sendframe.api import load, map_workbook, validate
from sendframe.errors import InvalidDocument
from sendframe.model import Strategy, WorkbookMapping
from sendframe.validation import schema_id
from tests.unit.workbook.test_docx import cell, table, text

MAPPING = {
    "$schema": schema_id("workbook-mapping"),
    "id": "kpis",
    "title": {"default": "KPIs"},
    "plan": "strategy",
    "recognised_by": ["KPI"],
    "columns": [
        {"heading": "KPI", "holds": "measure"},
        {"heading": "Target by {when}", "holds": "target"},
    ],
}
TEXT = text(
    table(cell("Other table")), table(cell("KPI") + cell("Target by 2027"), cell("A") + cell("70%"))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a plan and a mapping, and the table twice."""
    assert cli.run(["new", str(tmp_path / "area"), "--kind", "strategy", "--area", "884"]) == 0
    (tmp_path / "kpis.json").write_text(json.dumps(MAPPING), encoding="utf-8")
    workbook = xlsxwriter.Workbook(str(tmp_path / "kpis.xlsx"))
    sheet = workbook.add_worksheet("KPIs")
    for number, row in enumerate((("KPI", "Target by 2027"), ("A", "70%"))):
        sheet.write_row(number, 0, row)
    workbook.close()
    (tmp_path / "kpis.docx").write_bytes(TEXT)
    return tmp_path


@pytest.mark.parametrize(("name", "sheet"), [("kpis.xlsx", "KPIs"), ("kpis.docx", "table 2")])
def test_workbooks_and_texts_are_read_alike(folder: Path, name: str, sheet: str) -> None:
    """With the mapping as a file or as a value; ``check`` writes nothing."""
    mapping, area = folder / "kpis.json", folder / "area"
    before = (area / "strategy.json").read_bytes()
    result = map_workbook(folder / name, mapping, area, check=True)
    assert (area / "strategy.json").read_bytes() == before
    places = {str(change.location) for change in result.changes}
    assert f"{(folder / name).as_posix()}[{sheet}]!B2" in places
    assert (
        map_workbook(folder / name, load(mapping, WorkbookMapping), area).changes == result.changes
    )
    (measure,) = load(area / "strategy.json", Strategy).measures
    assert (measure.id, measure.target.level if measure.target else 0) == ("a", 70)  # type: ignore[union-attr]  # it is a level
    assert validate(area) == ()


def test_the_command_prints_each_change_with_its_cell(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A faulty cell is an error at its place, and then nothing is written."""
    area = str(folder / "area")
    words = ["workbook", "map", str(folder / "kpis.docx"), "--mapping", str(folder / "kpis.json")]
    capsys.readouterr()
    assert cli.run([*words, "--into", area]) == 0
    captured = capsys.readouterr()
    assert "kpis.docx[table 2]!B2: a: Target: nothing -> '70%'\n" in captured.out
    assert captured.out.endswith("3 changes in strategy.json, written.\n")
    (folder / "kpis.docx").write_bytes(
        text(table(cell("KPI") + cell("Target by 2027"), cell("B") + cell("3.7*")))
    )
    assert cli.run([*words, "--into", area]) == 1
    captured = capsys.readouterr()
    assert "kpis.docx[table 1]!B2: error SFR403: '3.7*' is not a number" in captured.out
    assert "nothing was written" in captured.out
    assert cli.run([*words, "--into", area, "--except-faulty"]) == 0
    assert [m.id for m in load(folder / "area" / "strategy.json", Strategy).measures] == ["a"]


def test_what_is_no_table_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, a file of another kind, and a mapping that is none."""
    area = folder / "area"
    for name in ("gone.xlsx", "kpis.json"):
        with pytest.raises(InvalidDocument):
            map_workbook(folder / name, folder / "kpis.json", area)
    words = ["workbook", "map", str(folder / "kpis.xlsx"), "--into", str(area)]
    for mapping, problem in (
        (area / "strategy.json", "expected a document of the kind 'workbook-mapping'"),
        (folder / "gone.json", "there is no such file"),
    ):
        capsys.readouterr()
        assert cli.run([*words, "--mapping", str(mapping)]) == 1
        assert problem in "".join(capsys.readouterr())
