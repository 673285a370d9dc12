"""What is done when all cells are read: ids of judgements, rows that are there twice, and order.

Order does not depend on which of several copies of a workbook is read first: what one workbook adds
stays as it was typed, and what several add is put in order by its ids, or by its text.
"""

from collections import Counter
from collections.abc import Callable, Collection
from typing import Any, TypeAlias

import attrs

from sendframe.documents import canonical as canonical_json
from sendframe.documents import converter
from sendframe.model import When, short_repr

from ._cells import canonical, value_at
from ._change import Change
from ._columns import BELONGS, FILE, ID, PARENT, Column, children_of, columns_of
from ._edit import in_order, made_id
from ._place import Line
from ._rows import Book, Row
from ._sheets import sheet_of
from ._tables import Exported, digest

__all__ = ["Finish"]

_Paths: TypeAlias = tuple[tuple[str, ...], ...]
_Cells: TypeAlias = tuple[str, ...]


@attrs.define(eq=False)
class Finish:
    """Finishes the rows of a workbook that was merged.

    Attributes:
        book: The rows of the documents.
        exported: What the workbook held when it was exported.
        lines: The rows of the workbook.
        changes: What was changed; that of rows that are there already is taken back.
        taken: All ids.
        moved: The rows that are part of something else now.
        joined: The actions that belong to something now and did not before, by its id.
    """

    __repr__ = short_repr

    book: Book
    exported: Exported
    lines: list[Line]
    changes: list[Change]
    taken: set[str]
    moved: list[Line] = attrs.Factory(list)
    joined: dict[str, set[str]] = attrs.Factory(dict)
    _equal: dict[int, dict[_Paths, Counter[_Cells]]] = attrs.Factory(dict)

    def run(self, *, is_begun: bool) -> None:
        """Finish all rows; in documents that are begun all are as the workbook remembers them."""
        for line in self.lines:
            if line.row is None:
                continue
            judgement = line.row.value.get("judgement")
            if judgement and "id" not in judgement:
                made = self.exported.judgements.get(line.row.key)
                made = made or made_id(f"{line.row.key}-judgement", self.taken)
                line.row.value["judgement"] = {"id": made, **judgement}
            in_order(line.row.value, line.row.cls)
        if is_begun:
            return
        for line in self.lines:
            if line.is_new and line.row is not None and self._is_there(line, line.row):
                self._take_back(line, line.row)
        self._order_arrays()
        self._order_actions()

    def _is_there(self, line: Line, row: Row) -> bool:
        """Return whether another row of the array says what a new one says."""
        has_key = "id" in row.value and canonical(line.cell(ID)).strip()
        has_parts = any(value_at(row.value, child.path) for child in children_of(row.cls))
        if has_key or has_parts or row.array is None:
            return False
        paths = tuple(
            column.path
            for number, column in line.read.columns.items()
            if number < len(line.cells) and line.cells[number] is not None
            if column.path not in (ID, FILE, PARENT)
        )
        of_array = self._equal.setdefault(id(row.array), {})
        if paths not in of_array:
            twins = (attrs.evolve(row, value=value) for value in row.array)
            of_array[paths] = Counter(self._cells(line, twin, paths) for twin in twins)
        return of_array[paths][self._cells(line, row, paths)] > 1

    def _cells(self, line: Line, row: Row, paths: _Paths) -> _Cells:
        columns = (line.column(path) for path in paths)
        return tuple(canonical(self.book.cell(column, row)) for column in columns if column)

    def _take_back(self, line: Line, row: Row) -> None:
        for paths, counts in self._equal[id(row.array)].items():
            counts[self._cells(line, row, paths)] -= 1
        row.take_out()
        places = {line.place(column) for column in line.read.columns.values()}
        self.changes[:] = [change for change in self.changes if change.location not in places]
        line.row = None

    def _order_arrays(self) -> None:
        lines = [line for line in self.lines if line.is_new] + self.moved
        rows = [line.row for line in lines if line.row is not None and line.row.array is not None]
        added = {id(row.value) for row in rows}
        arrays = {id(row.array): row for row in rows}
        original: set[int] = set()
        for line in self.lines:
            row = line.row
            if row is None or id(row.array) not in arrays or id(row.value) in added:
                continue
            if all(self._is_as_exported(line, row, path) for path in (PARENT, FILE)):
                original.add(id(row.value))
        for row in arrays.values():
            assert row.array is not None  # noqa: S101  # so they were chosen
            _put_in_order(row.array, id, added, self._known(original), _day_of(row))

    def _order_actions(self) -> None:
        """Put the actions in order that belong to something now and did not before."""
        if not self.joined:
            return
        original: set[str] = set()
        for line in self.lines:
            row = line.row
            if row is None or row.cls.__name__ != "Action":
                continue
            if self._is_as_exported(line, row, BELONGS):
                original.add(row.key)
        for end, joined in self.joined.items():
            actions = self.book.ends[end].value.get("actions", [])
            _put_in_order(actions, str, joined, self._known(original - joined), None)

    def _known(self, original: set[Any]) -> set[Any] | None:
        """Return what was there when the workbook was exported; None where it does not say."""
        return original if self.exported.sheets else None

    def _is_as_exported(self, line: Line, row: Row, path: tuple[str, ...]) -> bool:
        column = line.column(path)
        recorded = (line.hashes or {}).get(".".join(path), "")
        return column is None or digest(canonical(self.book.cell(column, row))) == recorded


def _put_in_order(
    array: list[Any],
    key: Callable[[Any], Any],
    added_here: Collection[Any],
    original: Collection[Any] | None,
    day: Callable[[Any], tuple[bool, Any]] | None,
) -> None:
    """Put an array in order by day, or what was added to it behind what was there.

    Args:
        array: The array, with what is added at its end.
        key: Returns what an item is recognised by.
        added_here: What this workbook adds.
        original: What was there when it was exported; None where that is unknown.
        day: Returns the day of an item; None where the array is not ordered by days.
    """
    if original is None:
        added = [False] * len(array)
    else:
        added = [key(item) not in original for item in array]
    is_from_others = any(
        is_added and key(item) not in added_here
        for item, is_added in zip(array, added, strict=True)
    )
    words = [
        _words(item) if is_added and is_from_others else b""
        for item, is_added in zip(array, added, strict=True)
    ]
    items = [*zip(array, added, words, strict=True)]
    if day is not None:
        items.sort(key=lambda item: (*day(item[0]), *item[1:]))
    else:
        at = len(items)
        while at and items[at - 1][1]:
            at -= 1
        items[at:] = sorted(items[at:], key=lambda item: item[2])
    array[:] = [item for item, _, _ in items]


def _words(item: Any) -> bytes:
    """Return what items are in order by: their ids, or all that they say."""
    id_ = item if isinstance(item, str) else item.get("id")
    return canonical_json(item) if id_ is None else str(id_).encode()


def _day_of(row: Row) -> Callable[[Any], tuple[bool, Any]] | None:
    """Return what gives the last day of an item of the array of a row; those without one come first."""
    column = _day_column(row)
    if column is None:
        return None

    def day(item: Any) -> tuple[bool, Any]:
        value = value_at(item, column.path)
        if value is None:
            return False, ""
        if isinstance(value, str):
            return True, value
        hint: Any = When
        return True, converter().structure(value, hint).last_day.isoformat()

    return day


def _day_column(row: Row) -> Column | None:
    sheet = sheet_of(row.cls)
    field = sheet.ordered_by if sheet else ""
    return next((column for column in columns_of(row.cls) if column.path == (field,)), None)
