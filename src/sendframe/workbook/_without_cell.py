"""Which values of the documents have no cell in a workbook, or none that holds them exactly."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

import attrs

from sendframe.documents import MANIFEST
from sendframe.errors import Diagnostic, Location
from sendframe.model import short_repr

from ._cells import LONGEST, Context, read_cell, shown_cell, value_at
from ._columns import Column, children_of
from ._edit import set_kind
from ._grid import plain_text
from ._names import CellProblem, Names
from ._rows import Book, Row
from ._sheets import BELONGS_TO, ValueClass

__all__ = ["Without", "has_place", "notes_without", "without_cell"]

_HELP = "Take it over from the folder that the workbook was made from, where you need it."
_ID, _JUDGEMENT_ID = ("id",), ("judgement", "id")


@attrs.frozen
class Without:
    """Values without a cell.

    Attributes:
        file: The document.
        sheet: The sheet of the rows that have them; empty for the document itself.
        path: The steps to each from its row, with dots between; empty for the document, or for
            rows, as a whole.
        count: How many there are.
    """

    __repr__ = short_repr

    file: str
    sheet: str
    path: str
    count: int


def notes_without(without: Sequence[Without], file: str) -> Iterator[Diagnostic]:
    """Yield a note for each document that lacks what a workbook has no cell for.

    Args:
        without: What it has no cell for.
        file: Its name in the report.
    """
    for document, of_document in groupby(without, key=attrgetter("file")):
        left = [*of_document]
        if not (left[0].sheet or left[0].path):
            message = f"the document {document} is not made: it has no sheet"
        else:
            sheets = groupby(left, key=attrgetter("sheet"))
            listed = "; ".join(_listed(sheet, [*of_sheet]) for sheet, of_sheet in sheets)
            message = f"{document} lacks what no cell holds, or not exactly: {listed}"
        yield Diagnostic("SFR429", message, Location(file), "note", help=_HELP)


def _listed(sheet: str, left: Sequence[Without]) -> str:
    words = ", ".join(map(_words, left))
    return f"on {sheet}: {words}" if sheet else words


def _words(left: Without) -> str:
    """Return a path as people say it, such as "wording of title in 3 rows"."""
    rows = "1 row" if left.count == 1 else f"{left.count:,} rows"
    if not left.path:
        return rows
    steps = [step.replace("_", " ") for step in left.path.split(".") if step != "default"]
    if "variants" in steps:
        at = steps.index("variants")
        steps[at - 1 : at + 2] = [f"{steps[at - 1]} ({left.path.split('.')[at + 1]})"]
    if steps[-1] == "actions":
        steps[-1] = "order of actions"
    words = " of ".join(reversed(steps))
    return f"{words} in {rows}" if left.sheet else words


def has_place(row: Row) -> bool:
    """Return whether cells identify a row; a figure with dimensions is identified by these too."""
    return not row.value.get("dimensions")


def without_cell(
    book: Book,
    columns: Mapping[ValueClass, Sequence[Column]],
    frames: Mapping[str, Mapping[str, Any]],
) -> Iterator[Without]:
    """Yield the values of a folder that neither sheets nor frames hold exactly.

    Args:
        book: The rows.
        columns: The columns of each sheet of the workbook, by the class of its rows.
        frames: What the workbook remembers of each document.
    """
    shapes = _Shapes(columns)
    counts: Counter[tuple[str, str, str]] = Counter()
    for path, document in book.documents.items():
        if path not in frames:
            counts[path, "", ""] = 1
            continue
        framed = {*frames[path], *(("documents",) if path == MANIFEST else ())}
        value = {name: member for name, member in document.value.items() if name not in framed}
        for left in _left(book, document, value, shapes):
            counts[path, "", left] += 1
    for sheet, row in book.all_rows():
        if sheet.cls not in columns or row.owner is None or row.file not in frames:
            continue
        left_out = _left(book, row, row.value, shapes) if has_place(row) else ("",)
        for left in left_out:
            counts[row.file, sheet.name, left] += 1
    places = {path: at for at, path in enumerate(book.documents)}
    ordered = sorted(counts.items(), key=lambda item: places[item[0][0]])
    yield from (Without(*key, count) for key, count in ordered)


class _Shape:
    """Which values of a class have a place in a workbook, by their steps.

    Attributes:
        columns: Those with a column.
        arrays: The class of the rows of each array with a sheet.
        beginnings: Those in which one of the others is.
        unions: A column of each value of which there are several kinds.
        is_end: Whether the sheet of actions says which belong to it.
    """

    def __init__(self, cls: ValueClass, columns: Mapping[ValueClass, Sequence[Column]]) -> None:
        own = columns.get(cls, ())
        self.columns = {column.path: column for column in own}
        self.arrays = {child.path: child.sheet.cls for child in children_of(cls)}
        paths = (*self.columns, *self.arrays)
        self.beginnings = {path[:n] for path in paths for n in range(1, len(path))}
        self.unions = {column.union: column for column in own if column.union}
        has_actions = any(cls.__name__ == "Action" for cls in columns)
        self.is_end = has_actions and cls.__name__ in BELONGS_TO


class _Shapes(dict[ValueClass, _Shape]):
    """The shape of each class, which is made once."""

    def __init__(self, columns: Mapping[ValueClass, Sequence[Column]]) -> None:
        super().__init__()
        self.sheets = columns

    def __missing__(self, cls: ValueClass) -> _Shape:
        self[cls] = _Shape(cls, self.sheets)
        return self[cls]


def _left(book: Book, row: Row, value: Mapping[str, Any], shapes: _Shapes) -> Iterator[str]:
    """Yield the path of each value of a row that has no cell."""
    shape = shapes[row.cls]

    def walk(part: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
        for name, member in part.items():
            here = (*path, name)
            if here in shape.columns:
                is_held = _is_exact(shape.columns[here], member, row, book)
            elif here in shape.arrays:
                is_held = not member or shape.arrays[here] in shapes.sheets
            elif here in shape.beginnings and isinstance(member, dict) and member:
                yield from walk(member, here)
                continue
            elif name == "kind" and path in shape.unions:
                is_held = _is_inferred(shape.unions[path], value)
            else:
                is_actions = shape.is_end and here == ("actions",) and book.is_in_order(member)
                is_held = here in (_ID, _JUDGEMENT_ID) or is_actions
            if not is_held:
                yield ".".join(here)

    yield from walk(value, ())


def _is_exact(column: Column, value: Any, row: Row, book: Book) -> bool:
    """Return whether the cell of a value, read into an empty document, gives the same value."""
    if column.reading in ("link", "key", "choice", "yes or no", "day", "number", "whole number"):
        return True  # numbers to 15 digits, which is what a workbook holds
    if column.reading in ("text", "line"):
        return bool(value == plain_text(value).strip() and len(value) <= LONGEST)
    try:
        if column.reading in ("date", "period"):
            return _is_exact_date(column, tuple(value.items()))
        context = book.context(column, row)
        return bool(read_cell(column, shown_cell(column, value, context), context) == value)
    except CellProblem:
        return False


@cache
def _is_exact_date(column: Column, items: tuple[tuple[str, Any], ...]) -> bool:
    context = Context(Names())
    return bool(read_cell(column, shown_cell(column, dict(items), context), context) == dict(items))


def _is_inferred(column: Column, value: Mapping[str, Any]) -> bool:
    """Return whether the kind of a value follows from its other members."""
    part = value_at(value, column.union)
    copy = dict(part)
    root: dict[str, Any] = copy
    for step in reversed(column.union):
        root = {step: root}
    set_kind(root, column)
    return len(part) > 1 and value_at(root, column.union)["kind"] == part["kind"]
