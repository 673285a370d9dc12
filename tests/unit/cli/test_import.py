"""``sendframe import``: a file becomes figures by a reader of a plug-in."""

import json
from io import StringIO
from pathlib import Path

import pytest

from sendframe import cli
from sendframe.cli._progress import progress
from tests.unit.cli.command import out
from tests.unit.plugins.fake import install

pytestmark = pytest.mark.usefixtures("own_place")


READER = """
from sendframe.model import Evidence, Review, Text
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
    review = Review(id="r-1", title=Text(default=f"Review {text}"), area="ZZ0000001", kind="inspection")
    account = Account(2, 2, (), "'Waits' of 'Kent 2025'", ("Ward", "Note"))
    return Import(figures, (evidence,), (review,), account)

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


def test_a_reader_that_cannot_be_imported_has_failed(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is there: to say that it is not would send its user to install it again."""
    points = "[sendframe.readers]\nkent = shown_broken\n"
    install(site, "sendframe-kent", "shown_broken", "import no_such_thing", points)
    (tmp_path / "table.csv").write_text("a", encoding="utf-8")
    printed, messages = out(capsys, 3, *WORDS)
    assert printed == ""
    assert messages.count("left out: ") == 1
    assert "ModuleNotFoundError: no module 'no_such_thing'" in messages
    _, messages = out(capsys, 2, *WORDS[:3], "kant.t", *WORDS[4:])
    assert "no reader is called 'kant.t'" in messages


WORDS = ("import", "table.csv", "--reader", "kent.t", "--out", "figures.json")


def test_a_file_becomes_figures(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What became of its rows is reported; evidence is written where somebody says where."""
    printed, messages = out(capsys, 0, *WORDS)
    assert printed == "figures.json\n"
    assert "Evidence is not written (1)" in messages
    assert "Reviews are not written (1)" in messages
    assert "2 rows read, 2 used" in messages
    assert "read as 'Waits' of 'Kent 2025'\n2 columns not read: Ward, Note\n" in messages
    printed, _ = out(capsys, 0, *WORDS, "--evidence-out", "evidence.json", "--force")
    assert printed.splitlines() == ["figures.json", "evidence.json"]
    assert json.loads(Path("evidence.json").read_text(encoding="utf-8"))["evidence"][0]["id"] == "e"
    assert table.is_file()


def test_reviews_become_one_document_each(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is enough to write to; a file is named for the id of its review."""
    words = ("import", "table.csv", "--reader", "kent.t", "--reviews-out", "reviews")
    printed, messages = out(capsys, 0, *words)
    assert printed == "reviews/r-1.json\n"
    assert "Figures are not written: give --out." in messages
    assert json.loads(Path("reviews/r-1.json").read_text(encoding="utf-8"))["area"] == "ZZ0000001"
    _, messages = out(capsys, 2, *words)
    assert "exists already" in " ".join(messages.split())
    printed, _ = out(capsys, 0, *words, "--force")
    assert printed == "reviews/r-1.json\n"
    table.write_text("note", encoding="utf-8")
    _, messages = out(capsys, 0, *words)
    assert "The files contain no reviews" in messages


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "Give --out, --evidence-out"),
        (("--out", "reviews/r-1.json", "--reviews-out", "reviews"), "is read or written already"),
    ],
)
def test_places_to_write_to_are_named_and_differ(
    words: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a place to write to, or with one place for two things, nothing is written."""
    _, messages = out(capsys, 2, "import", "table.csv", "--reader", "kent.t", *words)
    assert reason in " ".join(messages.split())
    assert not Path("reviews").exists()


def test_two_reviews_of_one_id_are_refused(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Alike they are one; where they differ nothing is written."""
    Path("b.csv").write_text("a", encoding="utf-8")
    words = ("import", table.name, "b.csv", "--reader", "kent.t", "--reviews-out", "reviews")
    printed, _ = out(capsys, 0, *words)
    assert printed == "reviews/r-1.json\n"
    Path("b.csv").write_text("other", encoding="utf-8")
    _, messages = out(capsys, 2, *words, "--force")
    assert "two reviews have the id 'r-1'" in " ".join(messages.split())


@pytest.mark.parametrize(("text", "code"), [("fail", 3), ("wrong", 1)])
def test_a_file_that_cannot_be_used_writes_nothing(
    table: Path, text: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A failing reader is named; what a reader finds is reported by row and column."""
    table.write_text(text, encoding="utf-8")
    printed, messages = out(capsys, code, *WORDS)
    assert "Ann" not in printed + messages
    assert "kent" in printed + messages
    assert not Path("figures.json").exists()


def test_a_file_without_figures_is_reported(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rows that were left out are reported with the reason; a note stops nothing."""
    table.write_text("note", encoding="utf-8")
    printed, messages = out(capsys, 0, *WORDS)
    assert "note kent.t: odd" in printed
    assert "The files contain no figures" in messages
    assert "1 left out, the first in row 1: odd" in messages


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
    printed, messages = out(capsys, 0, *WORDS, *words)
    assert "the options are 2024 and 'Middle Vale'" in printed
    assert "1 row read, 1 used" in messages


@pytest.mark.usefixtures("with_options")
def test_options_that_do_not_fit_are_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    """It is reported as a failure, with exit code 3."""
    _, messages = out(capsys, 3, *WORDS, "--option", "month=3")
    assert messages.startswith("left out: plug-in 'kent'")
    assert "not scored" not in messages


@pytest.mark.usefixtures("with_options")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--option", "year"], "is not NAME=VALUE"),
        (["--option", "=1"], "is not NAME=VALUE"),
        (["--option", "year=1", "--option", "year=2"], "is given twice"),
        (["--evidence-out", "./figures.json"], "is the same file as --out"),
        (["--evidence-out", "table.csv", "--force"], "is the same file as FILE"),
        (["--evidence-out", "there.json"], "exists already"),
        (
            ["--option", "name=@there.json", "--evidence-out", "there.json", "--force"],
            "is the same file as --option name",
        ),
    ],
)
def test_a_call_that_is_not_understood_writes_nothing(
    words: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong options, and files that would be written over, are errors of the call."""
    Path("there.json").write_text("[1]", encoding="utf-8")
    _, messages = out(capsys, 2, *WORDS, *words)
    assert reason in " ".join(messages.split())
    assert not Path("figures.json").exists()
    assert Path("there.json").read_text(encoding="utf-8") == "[1]"
    assert Path("table.csv").read_text(encoding="utf-8") == "a"


COLUMNS_READER = """
import csv
import io

from sendframe.model import CalendarYear, Text
from sendframe.plugins import (
    Account, FrozenMap, Import, Observations, ObservationSet, ObservedArea, Reader, Release,
    SymbolMeaning, hookimpl,
)

def read(source, options):
    rows = list(csv.DictReader(io.TextIOWrapper(source.stream, "utf-8")))
    release = Release(id=source.name, title=source.name, publisher="Kenton")
    known = ObservationSet(
        id=source.name,
        title=Text(default=source.name),
        symbols=FrozenMap({"c": SymbolMeaning(kind="suppressed", meaning=rows[0]["meaning"])}),
        areas=(ObservedArea(code="ZZ0000001", name="Kenton", kind="local-authority"),),
        releases=(release,),
    )
    values = [None if each["value"] == "c" else float(each["value"]) for each in rows]
    table = Observations.of_columns(
        indicator=["late"] * len(rows),
        area=["ZZ0000001"] * len(rows),
        period=[CalendarYear(year=int(each["year"])) for each in rows],
        value=values,
        symbol=["c" if each is None else None for each in values],
        release=[each.get("release") or source.name for each in rows],
        source_file=[source.name] * len(rows),
        source_row=list(range(2, len(rows) + 2)),
        sets=[known],
    )
    return Import(known, account=Account(len(rows), len(rows)), table=table)

@hookimpl.readers
def readers():
    return [Reader("kent.t", "Table", "A manual.", read)]
"""


@pytest.fixture
def columns(site: Path) -> None:
    """Install a reader that hands back columns, and write two files for it."""
    points = "[sendframe.readers]\nkent = shown_c\n"
    install(site, "sendframe-kent", "shown_c", COLUMNS_READER, points)
    head = "year,value,meaning\n"
    Path("a.csv").write_text(f"{head}2024,7,hidden\n2023,c,hidden\n", encoding="utf-8")
    Path("b.csv").write_text(f"{head}2025,8,not shown\n2022,c,not shown\n", encoding="utf-8")


READ_BOTH = ("import", "a.csv", "b.csv", "--reader", "kent.t", "--out", "our/figures.csv")


@pytest.mark.usefixtures("own_place", "columns")
def test_several_files_become_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The table lies beside its document; each figure keeps file and row; symbols their meaning."""
    printed, messages = out(capsys, 0, *READ_BOTH)
    assert printed.splitlines() == ["our/figures.csv", "our/figures.json"]
    assert "a.csv: 2 rows read, 2 used" in messages
    lines = Path("our/figures.csv").read_text(encoding="utf-8").splitlines()
    assert (
        lines[0] == "indicator,area,period_kind,period,value,status,release,source_file,source_row"
    )
    assert lines[1] == "late,ZZ0000001,calendar_year,2022,c,final,b.csv,b.csv,3"
    document = json.loads(Path("our/figures.json").read_text(encoding="utf-8"))
    assert (document["id"], document["table"]) == ("figures", "figures.csv")
    assert {name: symbol["meaning"] for name, symbol in document["symbols"].items()} == {
        "a.csv c": "hidden",
        "b.csv c": "not shown",
    }
    assert cli.run(["validate", "our/figures.json"]) == 0


@pytest.mark.usefixtures("own_place", "columns")
def test_a_figure_given_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """Alike it is kept once, with a note; where the two differ it is an error with both places."""
    head = "year,value,meaning,release\n"
    Path("b.csv").write_text(f"{head}2024,7,hidden,a.csv\n", encoding="utf-8")
    printed, _ = out(capsys, 0, *READ_BOTH)
    assert "1 figure is present twice with the same value" in printed
    assert len(Path("our/figures.csv").read_text(encoding="utf-8").splitlines()) == 3
    Path("b.csv").write_text(f"{head}2024,9,hidden,a.csv\n", encoding="utf-8")
    printed, _ = out(capsys, 1, *READ_BOTH, "--force")
    assert "b.csv:2: error SFR405" in printed
    assert "a.csv:2" in printed
    assert len(Path("our/figures.csv").read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.usefixtures("own_place", "columns")
def test_more_problems_than_are_reported_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Of figures that differ the first hundred are reported."""
    years = range(1950, 2060)
    head = "year,value,meaning,release\n"
    for name, value in (("a.csv", 1), ("b.csv", 2)):
        rows = "".join(f"{year},{value},hidden,a.csv\n" for year in years)
        Path(name).write_text(head + rows, encoding="utf-8")
    printed, _ = out(capsys, 1, *READ_BOTH)
    assert "10 more that occur twice and differ are not shown" in printed


@pytest.mark.usefixtures("own_place", "columns")
def test_one_document_holds_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """With another ending than .csv the figures are in the document."""
    out(capsys, 0, "import", "a.csv", "--reader", "kent.t", "--out", "figures.json")
    document = json.loads(Path("figures.json").read_text(encoding="utf-8"))
    assert [item.get("value") for item in document["observations"]] == [7, None]
    assert document["observations"][0]["source_row"] == 2


@pytest.mark.usefixtures("own_place", "columns")
def test_the_document_of_a_table_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    """The document beside a table is read before anything is read."""
    Path("our").mkdir()
    Path("our/figures.json").write_text("mine", encoding="utf-8")
    _, messages = out(capsys, 2, *READ_BOTH)
    assert "'our/figures.json' exists already" in " ".join(messages.split())
    assert Path("our/figures.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.usefixtures("with_options")
def test_an_option_from_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A file holds JSON; a document of ours is validated, and stands without its $schema."""
    Path("year.json").write_text("2031", encoding="utf-8")
    printed, _ = out(capsys, 0, *WORDS, "--option", "year=@year.json")
    assert "the options are 2031" in printed
    Path("year.json").write_text("{", encoding="utf-8")
    printed, _ = out(capsys, 1, *WORDS, "--option", "year=@year.json")
    assert "year.json:1:" in printed
    out(capsys, 1, *WORDS, "--option", "year=@absent.json")
    document = {"$schema": "https://sendframe.example/schemas/v1/glossary.schema.json"}
    Path("year.json").write_text(json.dumps(document), encoding="utf-8")
    printed, _ = out(capsys, 1, *WORDS, "--option", "year=@year.json")
    assert "SFR1" in printed
    full = {
        **document,
        "id": "g",
        "title": {"default": "Words"},
        "terms": [{"id": "t", "term": "x", "meaning": {"default": "y"}}],
    }
    Path("year.json").write_text(json.dumps(full), encoding="utf-8")
    _, messages = out(capsys, 3, *WORDS, "--option", "year=@year.json")
    assert "year" in messages


def test_progress_is_shown_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a second a bar shows how far the work has come; elsewhere nothing is printed."""
    seconds = iter([0.0, 0.5, 2.0, 3.0])
    shown = StringIO()
    monkeypatch.setattr("time.monotonic", lambda: next(seconds))
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setattr(shown, "isatty", lambda: True)
    with progress(10, "Reading") as step:
        step(2)
        assert shown.getvalue() == ""
        step(3)
        step(5)
    assert "Reading" in shown.getvalue()
    assert "100%" in shown.getvalue()
