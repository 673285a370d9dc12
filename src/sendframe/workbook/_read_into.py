"""Reading a workbook into a folder: merge, validate, and find the cell of each problem."""

import os
import re
import string
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from sendframe.documents import MANIFEST, FolderDocuments, LibrarySource, no_library, read_documents
from sendframe.errors import (
    Diagnostic,
    InvalidDocument,
    Location,
    Step,
    json_pointer,
    pointer_tokens,
)
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, is_same, new_text, rewrite
from sendframe.model import short_repr

from ._cells import column_at
from ._change import Beginnings, Change, Options
from ._columns import columns_of
from ._grid import Grid
from ._merge import Merge, merge
from ._place import Line
from ._rows import Row
from ._tables import exported_in
from ._without_cell import Without, notes_without

__all__ = ["ReadWorkbook", "place_of", "read_into", "row_of"]

_NONE: Mapping[str, Any] = {}
_KEY = re.compile("""["']([a-z_]+)["']""")


@attrs.frozen
class ReadWorkbook:
    """What reading a workbook into a folder leads to.

    Attributes:
        changes: What it changes.
        diagnostics: What is wrong, and what is told, each at its cell.
        files: The documents that are changed, by path in the folder, with their new content; none
            where something is wrong.
        begun: The documents that are new, in their order.
        without: What the workbook has no cell for, and new documents lack.
    """

    __repr__ = short_repr

    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    begun: tuple[str, ...] = ()
    without: tuple[Without, ...] = ()


def read_into(  # noqa: PLR0913  # keyword arguments
    folder: Path,
    grids: Sequence[Grid],
    file: str,
    options: Options,
    *,
    notes: Sequence[Diagnostic] = (),
    except_faulty: bool = False,
    begun: Mapping[str, bytes] = _NONE,
    starts: Mapping[str, Mapping[str, Any]] = _NONE,
    limits: ParseLimits = DEFAULT_LIMITS,
    library: LibrarySource = no_library,
) -> ReadWorkbook:
    """Merge the sheets of a workbook into the documents of a folder, without writing them.

    Args:
        folder: The folder of a ``portfolio.json`` without problems.
        grids: The sheets.
        file: The name of the workbook in the report.
        options: How it is merged.
        notes: What is told about the workbook besides.
        except_faulty: Whether cells with something wrong are left as they are in the documents.
        begun: Documents that the folder does not have yet, as the record of the workbook has them.
        starts: What a document of a kind that is made for new rows begins with after its title:
            scales, by the names of their members.
        limits: How much of each document is accepted.
        library: Returns the data of plug-ins.

    Raises:
        InvalidDocument: The folder has problems without the workbook.
    """
    before = read_documents(folder, begun, limits, library)
    if not (before.is_sound or begun):
        raise InvalidDocument(before.diagnostics)
    if begun:
        _require_frames(before, file)
    known = {(note.code, note.message) for note in before.diagnostics if note.severity == "note"}

    def is_taken(path: str) -> bool:
        return os.path.lexists(folder / path)

    beginnings = Beginnings(is_taken, starts, bool(begun))

    faulty: dict[tuple[str | None, str | None, str], Diagnostic] = {}
    while True:
        merged = merge(before, grids, file, options, beginnings)
        files = dict(_files(before, merged, begun))
        diagnostics = [*merged.diagnostics]
        if files:
            after = read_documents(folder, files, limits, library)
            new = (
                diagnostic
                for diagnostic in after.diagnostics
                if (diagnostic.code, diagnostic.message) not in known
            )
            diagnostics += _at_cells(new, merged, folder, file)
        errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
        places = {(error.location.sheet, error.location.cell) for error in errors}
        if not (except_faulty and errors and all(cell for _, cell in places)):
            break
        faulty |= {
            (error.location.sheet, error.location.cell, error.code): attrs.evolve(
                error, severity="warning"
            )
            for error in errors
        }
        if places <= options.left_out:  # what contradicts them stands in other cells of their rows
            places |= {
                (change.location.sheet, change.location.cell)
                for change in merged.changes
                if row_of(change.location) in {row_of(error.location) for error in errors}
            }
        if places <= options.left_out:
            break
        options = attrs.evolve(options, left_out=options.left_out | places)
    if errors:
        files = {}
    numbers = {grid.name: number for number, grid in enumerate(grids)}
    without = tuple(exported_in(grids).without) if begun else ()
    listed = [*notes, *notes_without(without, file), *faulty.values(), *diagnostics]
    ordered = sorted(listed, key=lambda diagnostic: place_of(diagnostic, numbers))
    return ReadWorkbook(
        tuple(merged.changes),
        tuple(ordered),
        files,
        tuple(path for path in files if path in begun or path not in before.documents),
        without,
    )


def _require_frames(documents: FolderDocuments, file: str) -> None:
    """Refuse frames that somebody changed: a frame lacks nothing but its rows.

    Raises:
        InvalidDocument: They are no frames.
    """
    raws = documents.documents
    errors = {problem.code for problem in documents.diagnostics if problem.severity == "error"}
    if MANIFEST in raws and errors <= {"SFR102"} and all("id" in raw.raw for raw in raws.values()):
        return
    message = "what the workbook remembers of its documents is damaged"
    help_ = "Read it with --into, into the folder that it was made from, or export it again."
    raise InvalidDocument((Diagnostic("SFR420", message, Location(file), help=help_),))


def row_of(place: Location) -> tuple[str | None, str]:
    return place.sheet, (place.cell or "").lstrip(string.ascii_uppercase)


def place_of(diagnostic: Diagnostic, numbers: Mapping[str, int]) -> tuple[int, int, int, str, str]:
    """Return what diagnostics are sorted by: sheet, row, column, code and message."""
    place = diagnostic.location
    letters = (place.cell or "").rstrip("0123456789")
    row = int((place.cell or "")[len(letters) :] or 0)
    sheet = numbers.get(place.sheet or "", -1)
    return sheet, row, len(letters), letters, f"{diagnostic.code} {diagnostic.message}"


def _files(
    before: FolderDocuments, merged: Merge, begun: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield each document that is changed or new, with its text."""
    for path, value in merged.values.items():
        raw = before.documents.get(path)
        if raw is None:
            yield path, new_text(value)
        elif path in begun or not is_same(raw.raw, value):
            yield path, rewrite(raw.data, raw.raw, value)


def _at_cells(
    diagnostics: Iterator[Diagnostic], merged: Merge, folder: Path, file: str
) -> Iterator[Diagnostic]:
    """Yield diagnostics of documents at the cells that their values come from."""
    prefix = len(f"{folder.as_posix()}/") if folder.as_posix() != "." else 0
    lines: dict[tuple[str, str], Line] | None = None
    for diagnostic in diagnostics:
        if lines is None:
            lines = _lines_by_pointer(merged)
        place = diagnostic.location
        document = (place.file or "")[prefix:]
        cell = _cell_of(document, diagnostic, lines)
        yield (
            diagnostic
            if cell is None
            else attrs.evolve(diagnostic, location=attrs.evolve(cell, file=file))
        )


def _cell_of(
    document: str, diagnostic: Diagnostic, lines: Mapping[tuple[str, str], Line]
) -> Location | None:
    steps = pointer_tokens(diagnostic.location.pointer)
    for count in range(len(steps), -1, -1):
        line = lines.get((document, json_pointer(steps[:count])))
        if line is None or line.row is None:
            continue
        rest = steps[count:]
        key = _KEY.search(diagnostic.message) if diagnostic.code == "SFR102" else None
        if key is not None:
            rest = (*rest, key[1])
        columns = (
            each
            for each in column_at(columns_of(line.row.cls), json_pointer(rest))
            if line.column(each.path) is not None
        )
        return line.place(next(columns, None))
    return None


def _lines_by_pointer(merged: Merge) -> dict[tuple[str, str], Line]:
    """Return the rows of the workbook by document and pointer, as these are after the merge."""
    places: dict[int, int] = {}
    pointers: dict[int, tuple[Step, ...]] = {}
    arrays: set[int] = set()

    def steps_of(row: Row) -> tuple[Step, ...]:
        if row.owner is None or row.array is None:
            return ()
        if id(row.value) not in pointers:
            if id(row.array) not in arrays:
                arrays.add(id(row.array))
                places.update((id(value), number) for number, value in enumerate(row.array))
            number = places.get(id(row.value), -1)
            pointers[id(row.value)] = (*steps_of(row.owner), *row.path, number)
        return pointers[id(row.value)]

    return {
        (line.row.file, json_pointer(steps_of(line.row))): line
        for line in merged.lines
        if line.row is not None
    }
