"""The record of what was published, as `sendframe report` keeps it."""

import json
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


@pytest.mark.usefixtures("wyeford_copy")
def test_it_says_where_earlier_editions_are_not_known(capsys: pytest.CaptureFixture[str]) -> None:
    """Only reports that are to be published need a record; a document of the portfolio is one."""
    made = ("report", "wyeford", "--profile", "strategy", "--format", "json", "--no-plugins")
    words = (*made, "--out", "build", "--publishable")
    assert NONE not in out(capsys, 0, *words)[1]
    manifest = Path("wyeford", "portfolio.json")
    text = manifest.read_text("utf-8")
    manifest.write_text(text.replace(',\n    "shown.json"', ""), encoding="utf-8")
    Path("wyeford", "shown.json").unlink()
    assert NONE in out(capsys, 0, *words)[1]
    assert NONE not in out(capsys, 0, *made, "--out", "build")[1]
    assert NONE not in out(capsys, 0, *words, "--published", "shown.json")[1]
