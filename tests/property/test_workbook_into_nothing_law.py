"""Law: read into an empty folder, a workbook gives every value back but those that it names."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings

import sendframe
import sendframe.testing
from sendframe import api
from sendframe.documents import read_documents
from sendframe.model import Portfolio
from sendframe.workbook import Book, Without


def without(folder: Path, left: tuple[Without, ...]) -> dict[str, Any]:
    """Return the documents of a folder without the values that a workbook names."""
    documents = read_documents(folder)
    assert documents.is_sound, documents.diagnostics
    values: dict[str, Any] = {path: raw.raw for path, raw in documents.documents.items()}
    rows = Book.of(documents, values).rows
    for lack in left:
        if not lack.path:
            if not lack.sheet:
                values.pop(lack.file, None)
            continue
        of_file = [row.value for row in rows.get(lack.sheet, ()) if row.file == lack.file]
        for value in of_file if lack.sheet else [values[lack.file]]:
            remove(value, lack.path.split("."))
    # What distinguishes figures are their dimensions, which have no cell.
    for row in rows["Figures"]:
        if row.value.get("dimensions") and row.array is not None:
            row.array.remove(row.value)
    values["portfolio.json"].pop("documents", None)
    return {path: bare(value) for path, value in values.items()}


def remove(value: Any, steps: list[str]) -> None:
    """Remove what is at the end of some steps, if it is there."""
    for step in steps[:-1]:
        value = value.get(step, {})
    value.pop(steps[-1], None)


def bare(value: Any) -> Any:
    """Return a value without what is empty, its numbers to 15 digits."""
    if isinstance(value, dict):
        made = {name: bare(member) for name, member in value.items()}
        return {name: member for name, member in made.items() if member not in ({}, [])}
    if isinstance(value, float):
        return float(f"{value:.15g}")  # what a workbook holds
    return [*map(bare, value)] if isinstance(value, list) else value


@settings(max_examples=settings().max_examples // 25)  # each takes a second
@given(sendframe.testing.portfolios())
def test_what_comes_back_is_all_but_what_is_named(portfolio: Portfolio) -> None:
    """As a workbook: the new folder is valid, and equal but for what is listed without a cell."""
    with tempfile.TemporaryDirectory() as name:
        folder, new = Path(name, "plan"), Path(name, "new")
        sendframe.dump(portfolio, folder)
        (workbook,) = api.export_workbook(folder, Path(name, "plan.xlsx"))
        result = api.read_workbook(workbook, new, new=True)
        assert {note.code for note in result.diagnostics} <= {"SFR429"}
        assert without(new, result.without) == without(folder, result.without)
        sendframe.load(new)
