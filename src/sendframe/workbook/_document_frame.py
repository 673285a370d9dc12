"""What a workbook remembers of documents, so that they can be made again in an empty folder.

A frame is a document without its rows: what it cannot be valid without, and the things without a
sheet that cells name, such as scales, criteria and comparator sets.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from sendframe.documents import MANIFEST
from sendframe.jsontext import new_text

from ._columns import children_of, columns_of, sheets_in
from ._rows import Book, Row
from ._sheets import ROW_KINDS, SHEETS

__all__ = ["frame_rows", "frames_of", "judgement_rows"]

_LONGEST = 30_000  # characters of a cell of the record
_ALWAYS = ("$schema", "wording", "as_at", "uses", "symbols")


@cache
def _named_kinds() -> frozenset[str]:
    """Return the kinds of thing that cells name and that have no sheet."""
    columns = (column for sheet in SHEETS for column in columns_of(sheet.cls))
    named = {kind for column in columns for kind in column.kinds}
    return frozenset(named - ROW_KINDS - {"judgement"})


def frames_of(book: Book, sheets: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return the frames of the documents that may have rows on some sheets, or hold what cells name.

    Args:
        book: The rows.
        sheets: The names of the sheets.
    """
    frames: dict[str, dict[str, Any]] = {}
    for path, row in book.documents.items():
        named = book.members_with(path, _named_kinds())
        if path == MANIFEST or named or not {*sheets_in(row.cls)}.isdisjoint(sheets):
            frames[path] = _frame(row, named)
    frames[MANIFEST]["documents"] = [path for path in frames if path != MANIFEST]
    return frames


def _frame(row: Row, named: Collection[str]) -> dict[str, Any]:
    arrays = {child.path[0] for child in children_of(row.cls)}
    fields = attrs.fields(row.cls)
    needed = {field.name for field in fields if field.default is attrs.NOTHING}
    wanted = {*_ALWAYS, *needed, *named} - arrays
    return {name: value for name, value in row.value.items() if name in wanted}


def frame_rows(frames: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the record with the frames, each in pieces that a cell can hold."""
    for path, frame in frames.items():
        text = new_text(frame).decode()
        pieces = (text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))
        yield ("document", path, *pieces)


def judgement_rows(book: Book, sheets: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the record with the ids of judgements, which claims name."""
    for name in sheets:
        for row in book.rows[name]:
            judgement = row.value.get("judgement")
            if isinstance(judgement, dict):
                yield ("judgement", row.key, str(judgement["id"]))
