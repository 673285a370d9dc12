"""The record of what was published, as `sendframe report` keeps it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from sendframe import load
from sendframe.model import ShownRecord
from tests.unit.cli.command import out
from tests.unit.cli.test_cli import wyeford_copy

__all__ = ["wyeford_copy"]

REPORT = ("report", "wyeford", "--profile", "annex", "--format", "json", "--no-plugins")
NONE = "No record of earlier editions"


def record() -> ShownRecord:
    """Return the record in the working directory."""
    return load("shown.json", ShownRecord)


@pytest.mark.usefixtures("wyeford_copy")
def test_each_publication_adds_what_it_changed(capsys: pytest.CaptureFixture[str]) -> None:
    """The file is created, read and extended; the same reports leave it as it is."""
    first_words = (*REPORT, "--profile", "board", "--out", "one", "--as-at", "2025-10-31")
    out(capsys, 0, *first_words, "--published", "shown.json")
    first = Path("shown.json").read_bytes()
    out(capsys, 0, *first_words, "--published", "shown.json")
    assert Path("shown.json").read_bytes() == first
    out(capsys, 0, *REPORT, "--out", "two", "--published", "shown.json")
    earlier, later = record().editions
    assert (earlier.as_at, later.as_at) == (date(2025, 10, 31), date(2026, 1, 31))
    assert not set(earlier.cells) & set(later.cells)
    assert earlier.profiles == ("annex", "board")
    assert "wyeford-voice-youth-quiet" in earlier.voices


@pytest.mark.usefixtures("wyeford_copy")
def test_an_old_day_does_not_reveal_what_was_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure that the first edition hid is hidden on the day before it was published, too."""
    published = {
        "indicator": "wyeford-ehc-requests",
        "area": "ZZ0000001",
        "period": {"kind": "calendar_year", "year": 2021},
    }
    edition = {"as_at": "2026-01-31", "policy": "cautious", "cells": [published]}
    names = {"$schema": "https://sendframe.example/schemas/v1/shown-figures.schema.json"}
    contents = {**names, "id": "s", "title": {"default": "Shown"}, "editions": [edition]}
    Path("shown.json").write_text(json.dumps(contents), encoding="utf-8")
    day = ("--as-at", "2025-10-31")
    out(capsys, 0, *REPORT, *day, "--out", "open")
    out(capsys, 0, *REPORT, *day, "--out", "closed", "--published", "shown.json")
    fact = '"indicator/wyeford-ehc-requests/2021"'
    open_, closed = (Path(name, "annex.json").read_text("utf-8") for name in ("open", "closed"))
    assert fact in open_
    assert ": 171" in open_
    assert ": 171" not in closed


def forget_record(wyeford: Path) -> None:
    """Remove the record from the example, and its name from the manifest."""
    manifest = wyeford / "portfolio.json"
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace(',\n    "shown.json"', ""), encoding="utf-8")
    (wyeford / "shown.json").unlink()


def test_what_is_published_is_recorded_beside_the_portfolio(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so; the file needs no name in the manifest, and the same reports stay the same."""
    forget_record(wyeford_copy)
    words = (*REPORT[:2], *REPORT[4:], "--profile", "strategy", "--publishable")
    first = out(capsys, 0, *words, "--out", "one")[1]
    assert "Recorded in wyeford/shown.json: what these reports show and hide." in first
    assert NONE in first
    data = (wyeford_copy / "shown.json").read_bytes()
    again = out(capsys, 0, *words, "--out", "two")[1]
    assert again == first.replace(f"{NONE}: what they hid may follow from these reports.\n", "")
    assert (wyeford_copy / "shown.json").read_bytes() == data
    for file in Path("one").iterdir():
        assert file.read_bytes() == Path("two", file.name).read_bytes()


def test_reports_that_are_not_published_record_nothing(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A trial, another day or another profile does not bind what is published later."""
    forget_record(wyeford_copy)
    for words in (REPORT, (*REPORT, "--as-at", "2025-10-31")):
        assert "Recorded" not in out(capsys, 0, *words, "--out", "build")[1]
    out(capsys, 0, "evaluate", "wyeford", "--no-plugins")
    assert not (wyeford_copy / "shown.json").exists()


def test_the_record_beside_the_portfolio_binds_every_report(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a publication hid is hidden on a day before it too, though no option names the record."""
    forget_record(wyeford_copy)
    day = ("--as-at", "2025-10-31")
    out(capsys, 0, *REPORT, *day, "--out", "open")
    hidden = {
        "indicator": "wyeford-ehc-requests",
        "area": "ZZ0000001",
        "period": {"kind": "calendar_year", "year": 2021},
    }
    contents = {
        "$schema": "https://sendframe.example/schemas/v1/shown-figures.schema.json",
        "id": "shown",
        "title": {"default": "Shown"},
        "editions": [{"as_at": "2026-01-31", "policy": "cautious", "cells": [hidden]}],
    }
    (wyeford_copy / "shown.json").write_text(json.dumps(contents), encoding="utf-8")
    out(capsys, 0, *REPORT, *day, "--out", "closed")
    open_, closed = (Path(name, "annex.json").read_text("utf-8") for name in ("open", "closed"))
    assert ": 171" in open_
    assert ": 171" not in closed
    _, errors = out(capsys, 1, "evaluate", "wyeford", "--output", "wyeford/shown.json")
    assert "wyeford/shown.json" in errors


def test_another_document_of_that_name_is_an_error(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not skipped: what was published would be forgotten."""
    forget_record(wyeford_copy)
    shutil.copy(wyeford_copy / "glossary.json", wyeford_copy / "shown.json")
    text = out(capsys, 1, "validate", "wyeford")[0]
    assert "wyeford/shown.json" in text
    assert "SFR013" in text


def editions(file: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return day and reports of each edition of a record."""
    record = load(file, ShownRecord)
    return [(edition.as_at.isoformat(), edition.profiles) for edition in record.editions]


def test_each_report_has_its_record_beside_it(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it hides is in it without numbers; with --published it is the same record."""
    forget_record(wyeford_copy)
    assert "build/shown.json\n" in out(capsys, 0, *REPORT, "--out", "build")[0]
    record = load("build/shown.json", ShownRecord)
    hidden = [cell for edition in record.editions for cell in edition.cells if cell.hidden]
    assert len(hidden) == 3
    assert {(cell.value, cell.numerator, cell.denominator) for cell in hidden} == {(None,) * 3}
    first = Path("build/shown.json").read_bytes()
    out(capsys, 0, *REPORT, "--out", "build")
    assert Path("build/shown.json").read_bytes() == first
    out(capsys, 0, *REPORT, "--out", "other", "--published", "kept.json")
    assert Path("kept.json").read_bytes() == first == Path("other/shown.json").read_bytes()


@pytest.mark.usefixtures("wyeford_copy")
def test_the_record_beside_reports_continues_that_of_the_portfolio(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With --published it continues both, and what was published is not changed by a trial."""
    before = Path("wyeford/shown.json").read_bytes()
    out(capsys, 0, *REPORT, "--out", "build")
    first, last = editions("wyeford/shown.json"), ("2026-01-31", ("annex",))
    assert editions("build/shown.json") == [*first, last]
    assert Path("wyeford/shown.json").read_bytes() == before
    day = ("--as-at", "2025-10-31")
    out(capsys, 0, *REPORT, *day, "--out", "old", "--published", "build/shown.json")
    assert editions("old/shown.json") == [*first, last, ("2025-10-31", ("annex",))]


def test_it_describes_all_reports_of_the_folder(
    wyeford_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where other reports stay there their edition stays too; what is replaced is forgotten."""
    forget_record(wyeford_copy)
    january, october = ("2026-01-31", ("annex",)), ("2025-10-31", ("board",))
    board = (*REPORT[:2], "--profile", "board", *REPORT[4:], "--as-at", "2025-10-31")
    out(capsys, 0, *REPORT, "--out", "build")
    out(capsys, 0, *board, "--out", "build")
    assert editions("build/shown.json") == [january, october]
    both = (*board, "--profile", "annex", "--out", "build")
    out(capsys, 0, *both)
    assert editions("build/shown.json") == [("2025-10-31", ("annex", "board"))]


@pytest.mark.usefixtures("wyeford_copy")
def test_a_record_is_never_lost(capsys: pytest.CaptureFixture[str]) -> None:
    """One of the user's is refused, and continued with --force; beside a portfolio none is made."""
    kept = ("--out", "build", "--published", "build/shown.json", "--as-at", "2025-10-31")
    out(capsys, 0, *REPORT, *kept)
    before = editions("build/shown.json")
    assert "build/shown.json" in out(capsys, 1, *REPORT, "--out", "build")[1]
    assert editions("build/shown.json") == before
    out(capsys, 0, *REPORT, "--out", "build", "--force")
    assert set(before) < set(editions("build/shown.json"))
    Path("build/shown.json").write_text("[]", encoding="utf-8")
    assert "build/shown.json" in out(capsys, 1, *REPORT, "--out", "build")[1]
    portfolio = Path("wyeford/shown.json").read_bytes()
    assert "shown.json" not in out(capsys, 0, *REPORT, "--out", "wyeford")[0]
    assert Path("wyeford/shown.json").read_bytes() == portfolio


@pytest.mark.usefixtures("wyeford_copy")
def test_an_evaluation_of_what_is_shown_reads_and_writes_records(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It holds no hidden number; without --shown all numbers are in it and nothing is recorded."""
    words = ("evaluate", "wyeford", "--no-plugins")
    shown = (*words, "--shown", "--published", "kept.json")
    printed, errors = out(capsys, 0, *shown, "--output", "made/e.json")
    assert printed == "made/e.json\nmade/shown.json\n"
    assert "Recorded in kept.json" in errors
    assert editions("kept.json") == [("2026-01-31", ())]
    assert editions("made/shown.json") == [*editions("wyeford/shown.json"), ("2026-01-31", ())]
    fact = "indicator/wyeford-ehc-plans/setting/early-years/snapshot-2025-01-16"
    public = json.loads(Path("made/e.json").read_text("utf-8"))
    internal = json.loads(out(capsys, 0, *words)[0])
    numbers = [
        {each["id"]: each.get("value") for each in data["facts"]}.get(fact)
        for data in (public, internal)
    ]
    assert numbers[0] is None
    assert numbers[1] is not None
    assert json.loads(out(capsys, 0, *words, "--shown")[0]) == public
    assert not Path("shown.json").exists()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--shown", "--all-areas", "--out", "x"), "--shown does not go with --all-areas"),
        (("--published", "x.json"), "--published goes with --shown only"),
    ],
)
@pytest.mark.usefixtures("wyeford_copy")
def test_only_what_is_public_is_recorded(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], reason: str
) -> None:
    """Options that would record something else are refused, and nothing is written."""
    assert reason in out(capsys, 2, "evaluate", "wyeford", *words)[1]
    assert not Path("x").exists()
    assert not Path("x.json").exists()


@pytest.mark.usefixtures("wyeford_copy")
def test_what_is_no_record_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A document of another kind, a folder, an empty name: nothing is written, and it is named."""
    before = Path("wyeford/portfolio.json").read_bytes()
    words = (*REPORT, "--out", "build", "--published")
    text, _ = out(capsys, 1, *words, "wyeford/portfolio.json")
    assert "wyeford/portfolio.json: error SFR013: this is no record of what was shown" in text
    assert "wyeford: error SFR" in out(capsys, 1, *words, "wyeford")[0]
    assert "it is empty: name a file or a folder" in out(capsys, 2, *words, "")[1]
    shown = (
        "evaluate",
        "wyeford",
        "--no-plugins",
        "--shown",
        "--published",
        "wyeford/strategy.json",
    )
    assert "error SFR013" in out(capsys, 1, *shown)[0]
    assert Path("wyeford/portfolio.json").read_bytes() == before
    assert not Path("build").exists()


@pytest.mark.usefixtures("wyeford_copy")
def test_no_result_takes_the_name_of_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    """It would replace the record beside it."""
    words = ("evaluate", "wyeford", "--no-plugins", "--shown", "--output", "made/shown.json")
    assert "give another" in out(capsys, 1, *words)[1]
    assert not Path("made").exists()


@pytest.mark.usefixtures("wyeford_copy")
def test_it_says_where_earlier_editions_are_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """Only reports that are to be published need a record; a document of the portfolio is one."""
    made = ("report", "wyeford", "--profile", "strategy", "--format", "json", "--no-plugins")
    words = (*made, "--out", "build", "--publishable")
    assert NONE not in out(capsys, 0, *words)[1]
    forget_record(Path("wyeford"))
    assert NONE in out(capsys, 0, *words, "--published", "shown.json")[1]
    assert NONE not in out(capsys, 0, *made, "--out", "build")[1]
    assert NONE not in out(capsys, 0, *words, "--published", "shown.json")[1]


@pytest.mark.usefixtures("wyeford_copy")
@pytest.mark.parametrize("folder", ["out", "."])
def test_nothing_is_recorded_where_results_are_refused(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of the user's in the way leaves the record as it was: no edition is in it."""
    Path("out").mkdir()
    Path("out/annex.json").write_text("mine", encoding="utf-8")
    kept = f"{folder}/kept.json"
    out(capsys, 1, *REPORT, "--out", "out", "--published", kept)
    out(
        capsys,
        1,
        "evaluate",
        "wyeford",
        "--shown",
        "--published",
        kept,
        "--output",
        "out/annex.json",
    )
    assert sorted(path.name for path in Path("out").iterdir()) == ["annex.json"]
    assert not Path(kept).exists()
    out(capsys, 0, *REPORT, "--out", "out", "--published", kept, "--force")
    assert len(load(kept, ShownRecord).editions) == 1
