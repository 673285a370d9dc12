"""The rows of all sheets: where each value of the documents is, and what it is called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from sendframe.documents import FolderDocuments, RawDocument
from sendframe.errors import Step
from sendframe.model import Document, document_class, short_repr

from ._cells import Context, canonical, shown_cell, value_at
from ._columns import BELONGS, FILE, ID, PARENT, Column, children_of, columns_of
from ._grid import CellValue
from ._names import Names, Scope, scope_of, short_codes, words_of
from ._sheets import BELONGS_TO, SHEETS, Sheet, ValueClass, sheet_of

__all__ = ["Book", "Row", "array_at", "parent_kinds"]


@attrs.define(eq=False)
class Row:
    """A row of a sheet, or a document that has rows.

    Attributes:
        cls: The class of its value.
        value: Its value, as JSON.
        steps: The steps from the document to it.
        key: What it is recognised by: its id, or the place from the nearest thing that has one.
        owner: The row, or the document, that it is part of; None for a document.
        path: The steps from its owner to that array.
        array: The array that it is an item of; None for a document.
    """

    __repr__ = short_repr

    _file: str
    cls: ValueClass
    value: dict[str, Any]
    steps: tuple[Step, ...]
    key: str
    owner: "Row | None" = None
    path: tuple[str, ...] = ()
    array: list[Any] | None = None

    @classmethod
    def part_of(
        cls, owner: "Row", path: tuple[str, ...], sheet: Sheet, array: list[Any], index: int
    ) -> "Row":
        """Return the row of an item of an array of another row."""
        value = array[index]
        key = value.get("id") if "id" in value else f"{owner.key}/{'/'.join(path)}/{index + 1}"
        steps = (*owner.steps, *path, index)
        return cls(owner.file, sheet.cls, value, steps, str(key), owner, path, array)

    @property
    def file(self) -> str:
        """The path of the document in the folder."""
        return self._file if self.owner is None else self.owner.file

    def take_out(self) -> None:
        """Take the value out of the array that it is in, and the array away if it is empty then."""
        array, owner = self.array, self.owner
        assert array is not None  # noqa: S101  # it is no document
        assert owner is not None  # noqa: S101  # it is no document
        array[:] = [value for value in array if value is not self.value]
        if not array and self.path[1:] == ():
            owner.value.pop(self.path[0], None)

    def move(self, owner: "Row", path: tuple[str, ...]) -> None:
        """Move the value to the end of the array at a path of another owner."""
        self.take_out()
        self.owner, self.path = owner, path
        self.array = array_at(owner.value, path)
        self.array.append(self.value)

    @property
    def document(self) -> "Row":
        """The document that it is in."""
        return self if self.owner is None else self.owner.document


@attrs.define(eq=False)
class Book:
    """All rows of a folder, by sheet, and the words that its things are known by.

    Attributes:
        rows: The rows of each sheet, in the order of the documents.
        documents: The documents, by path.
        names: All things that a cell may refer to.
        belongs: What each action belongs to: the ids, in the order of the documents.
        ends: The things that actions belong to, by id.
    """

    __repr__ = short_repr

    rows: dict[str, list[Row]]
    documents: dict[str, Row]
    names: Names
    belongs: dict[str, list[str]] = attrs.Factory(dict)
    ends: dict[str, Row] = attrs.Factory(dict)
    _members: dict[str, dict[str, set[str]]] = attrs.Factory(dict)
    _order: dict[str, int] = attrs.Factory(dict)

    @classmethod
    def of(cls, folder: FolderDocuments, values: Mapping[str, Any]) -> "Book":
        """Return the rows of some documents.

        Args:
            folder: The folder; its documents of plug-ins give names only.
            values: The JSON of each document of the folder, by path.
        """
        book = cls({sheet.name: [] for sheet in SHEETS}, {}, Names())
        for path, raw in folder.documents.items():
            document = document_class(str(raw.kind))
            row = Row(path, document, values[path], (), values[path]["id"])
            book.documents[path] = row
            book._add(row)
        of_plugins = (("", raw) for raw in folder.of_plugins)
        for path, raw in (*folder.documents.items(), *of_plugins):
            book._members[path] = book._name_things(raw)
        for sheet in SHEETS:
            for row in book.rows[sheet.name]:
                book.name_row(sheet, row)
        return book

    def _add(self, row: Row) -> None:
        sheet = sheet_of(row.cls)
        if sheet is not None:
            self.rows[sheet.name].append(row)
        if row.cls.__name__ in BELONGS_TO:
            self.ends[row.value["id"]] = row
            for id_ in row.value.get("actions", ()):
                self.belongs.setdefault(id_, []).append(row.value["id"])
        for path, child in children_of(row.cls):
            array = value_at(row.value, path)
            for index in range(len(array or ())):
                self._add(Row.part_of(row, path, child, array, index))

    def _name_things(self, raw: RawDocument) -> dict[str, set[str]]:
        """Name the things of a document, and return by kind the members of it that hold them."""
        members: dict[str, set[str]] = {}
        assert raw.ids is not None  # noqa: S101  # the folder is sound
        for occurrence in raw.ids.defined:
            steps: list[Step] = []
            chain = occurrence.chain
            while chain is not None:
                chain, step = chain
                steps.insert(0, step)
            value = raw.raw
            for step in steps[:-1]:
                value = value[step]
            self.name(occurrence.kinds[0], occurrence.text, value)
            members.setdefault(occurrence.kinds[0], set()).add(str(steps[0]))
        return members

    def members_with(self, path: str, kinds: Iterable[str]) -> set[str]:
        """Return the members of a document that hold things of some kinds."""
        members = self._members[path]
        return {name for kind in kinds for name in members.get(kind, ())}

    def is_in_order(self, actions: Sequence[str]) -> bool:
        """Return whether actions are in the order of the sheet, and no other is among them."""
        if not self._order:
            self._order.update((row.key, at) for at, row in enumerate(self.rows["Actions"]))
        places = [self._order.get(id_, -1) for id_ in actions]
        return places == sorted({*places}) and -1 not in places

    def name(self, kind: str, id_: str, value: Mapping[str, Any]) -> None:
        """Give a thing its words, so that cells can refer to it."""
        self.names.add(kind, id_, words_of(value), short_codes(value))

    def name_row(self, sheet: Sheet, row: Row) -> None:
        """Give a row its words, so that rows of other sheets can name it as what they belong to."""
        words = words_of(row.value) or self.required_words(row)
        self.names.add(f"={sheet.name}", row.key, words, short_codes(row.value))

    def required_words(self, row: Row) -> str:
        """Return the cells of a row that it cannot be without, as its words."""
        cells = (
            canonical(self.cell(column, row)) for column in columns_of(row.cls) if column.required
        )
        return ", ".join(" ".join(cell.split()) for cell in cells if cell)

    def context(self, column: Column, row: Row) -> Context:
        """Return what the cells of a column depend on in a row."""
        is_status = column.kinds == ("scale-value",)
        return Context(self.names, self._scope(column, row) if is_status else None)

    def _scope(self, column: Column, row: Row) -> Scope:
        """Return the values of the scale that a status is on, where the documents say which."""
        document = row.document.value
        if column.path[0] in ("delivery", "impact"):
            scales = [document.get(f"{column.path[0]}_scale")]
        else:
            wanted = document.get("criteria_sets", ())
            of_sets = [each.value for each in self.documents.values() if each.value["id"] in wanted]
            scales = [each.get("rating_scale") for each in of_sets]
        return scope_of([value["id"] for scale in scales if scale for value in scale["values"]])

    def cell(self, column: Column, row: Row) -> CellValue:
        """Return what the cell of a row holds in a column."""
        if column.path == FILE:
            return row.file
        if column.path == ID:
            return row.key
        if column.path == PARENT:
            return self._parent_words(row)
        if column.path == BELONGS:
            ends = self.belongs.get(row.value["id"], [])
            lines = [self.names.shown(column.kinds, id_) for id_ in ends]
            return "\n".join(lines) or None
        return shown_cell(column, value_at(row.value, column.path), self.context(column, row))

    def _parent_words(self, row: Row) -> str | None:
        """Return the words of what a row is part of; None for a plan where rows have another owner."""
        owner = row.owner
        assert owner is not None  # noqa: S101  # it is the column of a part
        kinds = parent_kinds(row.cls)
        sheet = sheet_of(owner.cls)
        is_document = issubclass(owner.cls, Document)
        if sheet is None or (is_document and len(kinds) > 1):
            return None
        return self.names.shown(kinds, owner.key)

    def all_rows(self) -> Iterator[tuple[Sheet, Row]]:
        """Yield each row with its sheet."""
        for sheet in SHEETS:
            for row in self.rows[sheet.name]:
                yield sheet, row


def array_at(value: dict[str, Any], path: tuple[str, ...]) -> list[Any]:
    """Return the array at a path, which is made where there is none."""
    for step in path[:-1]:
        value = value.setdefault(step, {})
    array: list[Any] = value.setdefault(path[-1], [])
    return array


@cache
def parent_kinds(cls: ValueClass) -> tuple[str, ...]:
    """Return the kinds of what a row of a class may be part of, as names have them."""
    return tuple(
        f"={sheet.name}"
        for sheet in SHEETS
        if any(child.sheet.cls is cls for child in children_of(sheet.cls))
    )
