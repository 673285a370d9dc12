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
