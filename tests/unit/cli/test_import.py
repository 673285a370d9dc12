"""``sendframe import``: a file becomes figures by a reader of a plug-in."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.command import out
from tests.unit.plugins.fake import install

pytestmark = pytest.mark.usefixtures("own_place")


READER = """
from sendframe.model import Evidence, Text
from sendframe.plugins import (
    Account, Diagnostic, Import, LeftOut, Location, ObservationSet, Reader, hookimpl,
)

def read(source, options):
    text = source.stream.read().decode()
    if text == "fail":
        raise KeyError("Ann")
    if text == "wrong":
        return Import(diagnostics=(Diagnostic("kent.t", "no good", Location(source.name, "", 1, 1)),))
    if text == "note":
        where = Location(source.name)
        told = Diagnostic("kent.t", "odd", where, severity="note")
        return Import(diagnostics=(told,), account=Account(1, 0, (LeftOut("odd", 1, 1),)))
    figures = ObservationSet(id="f", title=Text(default="Figures"))
    evidence = Evidence(id="e", kind="document", title=Text(default="A paper"))
    return Import(figures, (evidence,), Account(2, 2))

@hookimpl.readers
def readers():
    return [Reader("kent.t", "Table", "A manual.", read)]
"""


@pytest.fixture
def table(site: Path, tmp_path: Path) -> Path:
    """Install a reader, and return a file for it."""
    install(site, "sendframe-kent", "shown_r", READER, "[sendframe.readers]\nkent = shown_r\n")
    path = tmp_path / "table.csv"
    path.write_text("a", encoding="utf-8")
    return path


WORDS = ("import", "table.csv", "--reader", "kent.t", "--out", "figures.json")


def test_a_file_becomes_figures(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What became of its rows is told; evidence is written where somebody says where."""
    printed, told = out(capsys, 0, *WORDS)
    assert printed == "figures.json\n"
    assert "1 of evidence left out" in told
    assert "2 rows read, 2 used" in told
    printed, _ = out(capsys, 0, *WORDS, "--evidence-out", "evidence.json", "--force")
    assert printed.splitlines() == ["figures.json", "evidence.json"]
    assert json.loads(Path("evidence.json").read_text(encoding="utf-8"))["evidence"][0]["id"] == "e"
    assert table.is_file()


@pytest.mark.parametrize(("text", "code"), [("fail", 3), ("wrong", 1)])
def test_a_file_that_cannot_be_used_writes_nothing(
    table: Path, text: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failing reader is named; what a reader finds is told by row and column."""
    table.write_text(text, encoding="utf-8")
    printed, told = out(capsys, code, *WORDS)
    assert "Ann" not in printed + told
    assert "kent" in printed + told
    assert not Path("figures.json").exists()


def test_a_file_without_figures_is_told(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rows that were left out are told with the reason; a note stops nothing."""
    table.write_text("note", encoding="utf-8")
    printed, told = out(capsys, 0, *WORDS)
    assert "note kent.t: odd" in printed
    assert "The file holds no figures" in told
    assert "1 left out, the first in row 1: odd" in told


READER_WITH_OPTIONS = """
import attrs

from sendframe.plugins import Account, Diagnostic, Import, Location, Reader, hookimpl

@attrs.frozen
class Options:
    year: int = 0
    name: str = ""

def read(source, options):
    told = f"the options are {options.year!r} and {options.name!r}"
    note = Diagnostic("kent.t", told, Location(source.name), severity="note")
    return Import(diagnostics=(note,), account=Account(1, 1))

@hookimpl.readers
def readers():
    return [Reader("kent.t", "Table", "A manual.", read, Options)]
"""


@pytest.fixture
def with_options(site: Path, tmp_path: Path) -> None:
    """Install a reader that has options, and write a file for it."""
    points = "[sendframe.readers]\nkent = shown_o\n"
    install(site, "sendframe-kent", "shown_o", READER_WITH_OPTIONS, points)
    (tmp_path / "table.csv").write_text("a", encoding="utf-8")


@pytest.mark.usefixtures("with_options")
def test_a_reader_is_given_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    """A value is JSON where it is JSON, and text where it is not; one row is one row."""
    words = ("--option", "year=2024", "--option", "name=Middle Vale")
    printed, told = out(capsys, 0, *WORDS, *words)
    assert "the options are 2024 and 'Middle Vale'" in printed
    assert "1 row read, 1 used" in told


@pytest.mark.usefixtures("with_options")
def test_options_that_do_not_fit_are_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as a failure, with exit code 3."""
    _, told = out(capsys, 3, *WORDS, "--option", "month=3")
    assert told.startswith("failed: plug-in 'kent'")
    assert "not scored" not in told


@pytest.mark.usefixtures("with_options")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--option", "year"], "is not NAME=VALUE"),
        (["--option", "=1"], "is not NAME=VALUE"),
        (["--option", "year=1", "--option", "year=2"], "is given twice"),
        (["--evidence-out", "./figures.json"], "is the same file as --out"),
        (["--evidence-out", "table.csv", "--force"], "is the same file as FILE"),
        (["--evidence-out", "there.json"], "is there already"),
    ],
)
def test_a_call_that_is_not_understood_writes_nothing(
    words: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong options, and files that would be written over, are errors of the call."""
    Path("there.json").write_text("mine", encoding="utf-8")
    _, told = out(capsys, 2, *WORDS, *words)
    assert reason in " ".join(told.split())
    assert not Path("figures.json").exists()
    assert Path("there.json").read_text(encoding="utf-8") == "mine"
    assert Path("table.csv").read_text(encoding="utf-8") == "a"
