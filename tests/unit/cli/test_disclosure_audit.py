"""`sendframe disclosure audit`, on what the other commands write."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from sendframe import dump, load
from sendframe.api import dump_package, report_folder
from sendframe.model import ShownRecord
from sendframe.plugins import Catalogue
from tests.unit.cli.command import out, printed
from tests.unit.conftest import EXAMPLES

AUDIT = ("disclosure", "audit", "--portfolio", "wyeford")
PART = "wyeford-ehc-plans ZZ0000001 snapshot 2025-01-16 setting={} value"
FACT = "indicator/wyeford-ehc-plans/setting/{}/snapshot-2025-01-16"
NOT_AUDITED = "not audited, no figure of the portfolio on its day: "
FORMATS = ("json", "html", "csv")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the portfolio, two reports in three formats, and the record of them."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copytree(EXAMPLES / "wyeford", folder / "wyeford")
    catalogue = Catalogue.discover(third_party=False)
    report_folder(
        folder / "wyeford",
        folder / "build",
        formats=FORMATS,
        catalogue=catalogue,
        published=folder / "shown.json",
    )
    return folder


@pytest.fixture
def published(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the reports, in a copy that is the working directory."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Path("build")


def result(capsys: pytest.CaptureFixture[str], code: int, *files: str) -> dict[str, object]:
    """Return the result as JSON."""
    words, errors = out(capsys, code, *AUDIT, *files, "--output-format", "json")
    read: dict[str, object] = json.loads(words)
    assert errors.count(NOT_AUDITED) == len(read["not_held"])
    return read


@pytest.mark.usefixtures("published")
def test_reports_that_give_nothing_away_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """The numbers of all formats are read back; the record prints at least as many.

    The record beside the reports has an earlier edition as well, with two small counts more.
    """
    by_format = []
    for name in FORMATS:
        files = [str(file) for file in sorted(Path("build").glob(f"[!.s]*.{name}"))]
        data = result(capsys, 0, *files)
        assert data["narrow"] == data["undecided"] == data["not_held"] == []
        assert data["protected"] == 4
        by_format.append(data["figures"])
    record = result(capsys, 0, "shown.json")["figures"]
    assert all(100 <= number <= record for number in by_format)
    text = printed(capsys, 0, *AUDIT, "build", "shown.json")
    assert text.startswith("Small counts: 6; printed figures: ")
    assert "Worked out exactly: 0; more closely than 4 values: 0; " in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_number_too_much_in_a_report_is_found(
    published: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A figure that was hidden for another's sake, printed by one report in one format."""
    hidden, other = PART.format("early-years"), FACT.format("elsewhere")
    leak = {
        "json": json.dumps(
            {
                "format": "sendframe report",
                "as_at": "2026-01-31",
                "cells": [{"text": "41 plans", "facts": [other]}],
            }
        ),
        "html": f'<td data-facts="{other}"><b>41</b> plans</td>',
        "csv": f"section,title,row,column,text,value,facts\na,b,c,d,41 plans,41.0,{other}\n",
    }[name]
    (published / f"leak.{name}").write_text(leak, encoding="utf-8")
    words, errors = out(capsys, 1, *AUDIT, "build")
    assert f"can be worked out exactly: {hidden}\n" in words
    assert errors == ""


@pytest.mark.usefixtures("published")
def test_figures_and_data_packages_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever publishes all figures gives every small count away."""
    portfolio = load("wyeford")
    dump_package(portfolio.observations, "package", id="figures", title="Figures")
    data = result(capsys, 1, "package")
    assert [count["cell"] for count in data["narrow"]] == [
        "wyeford-complaints ZZ0000001 financial_year 2024-25 step",
        PART.format("early-years"),
    ]
    assert [count["values"] for count in data["narrow"]] == [1, 1]
    assert data["not_held"] == ["wyeford-ehc-plans ZZ0000001 15 January 2026"]  # of another day
    assert result(capsys, 1, "package/observations.json")["narrow"] == data["narrow"]


@pytest.mark.usefixtures("published")
def test_a_figure_of_an_edition_that_is_gone_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """It was not audited, and that is printed."""
    record = load("shown.json", ShownRecord)
    (edition,) = record.editions
    cell = edition.cells[0].changed(area="ZZ0000099")
    gone = record.changed(editions=(edition.changed(cells=(*edition.cells, cell)),))
    Path("gone.json").write_bytes(dump(gone))
    _, errors = out(capsys, 0, *AUDIT, "gone.json")
    assert errors.startswith(f"{NOT_AUDITED}{cell.indicator} ZZ0000099")


@pytest.mark.usefixtures("published")
def test_evaluations_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    """That of shown figures gives nothing away; the internal one, published by mistake, does."""
    words = ("evaluate", "wyeford", "--no-plugins", "--output")
    out(capsys, 0, *words, "made/e.json", "--shown")
    assert result(capsys, 0, "made/e.json")["narrow"] == []
    out(capsys, 0, *words, "e.json")
    cells = [each["cell"] for each in result(capsys, 1, "e.json")["narrow"]]
    assert PART.format("early-years") in cells


@pytest.mark.usefixtures("published")
def test_other_files_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Each with its name; nothing is audited."""
    Path("a.csv").write_text("indicator,area\nx,y\n", encoding="utf-8")
    Path("b.json").write_text('{"format": "sendframe report", "as_at": 3}', encoding="utf-8")
    Path("c.txt").write_text("c", encoding="utf-8")
    Path("d.json").write_text("{", encoding="utf-8")
    Path("f.csv").write_text(f"row,text,value,facts\n{'x' * 140_000},,,\n", encoding="utf-8")
    Path("empty").mkdir()
    files = ("a.csv", "b.json", "c.txt", "d.json", "e.json", "empty", "f.csv")
    text, _ = out(capsys, 1, *AUDIT, *files, "wyeford/indicators.json")
    for name in (*files, "wyeford/indicators.json"):
        assert f"{name}" in text
    assert text.count("none of what is published") == 3


@pytest.mark.usefixtures("published")
def test_the_extra_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the solver nothing is audited, and the message says what to install."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    _, errors = out(capsys, 1, *AUDIT, "build")
    assert errors == (
        "SFR031: highspy is not installed: python -m pip install 'sendframe[audit]'\n"
    )


def test_the_portfolio_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    """It states what is counted."""
    _, errors = out(capsys, 2, "disclosure", "audit", "shown.json")
    assert "Missing option '--portfolio'" in errors
