"""What a row is part of: of a new row by its cells, and of one that is moved to another."""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sendframe.model import short_repr
from sendframe.validation import did_you_mean

from ._columns import PARENT, Column, children_of, columns_of
from ._names import CellProblem
from ._new_document import NewDocuments, holders_of
from ._rows import Book, Row, parent_kinds
from ._sheets import ValueClass

__all__ = ["Owners"]


@attrs.define(eq=False)
class Owners:
    """Finds the rows and documents that others are part of.

    Attributes:
        book: The rows of the documents.
        new: Makes documents.
    """

    __repr__ = short_repr

    book: Book
    new: NewDocuments
    _by_key: dict[str, dict[str, list[Row]]] = attrs.Factory(dict)

    def rows(self, sheet: str, key: str) -> list[Row]:
        """Return the rows of a sheet with a key."""
        return self._of_sheet(sheet)[key]

    def add(self, sheet: str, row: Row) -> None:
        """Add a new row."""
        self._of_sheet(sheet)[row.key].append(row)

    def _of_sheet(self, sheet: str) -> dict[str, list[Row]]:
        if sheet not in self._by_key:
            self._by_key[sheet] = defaultdict(list)
            for row in self.book.rows[sheet]:
                self._by_key[sheet][row.key].append(row)
        return self._by_key[sheet]

    def of_new(self, cls: ValueClass, parent: str, file: str) -> tuple[Row, tuple[str, ...]]:
        """Return what a new row is part of, and the path of the array that it goes into.

        Args:
            cls: The class of the row.
            parent: What its cell says that it is part of; empty for nothing.
            file: What its cell says of the document; empty for nothing.

        Raises:
            CellProblem: The cells do not say it.
        """
        if parent:
            return self._named(cls, parent)
        documents = self._documents(cls)
        if file in documents:
            return documents[file]
        if len(documents) == 1 and not file:
            return next(iter(documents.values()))
        column = next((column for column in columns_of(cls) if column.path == PARENT), None)
        if column is not None and not holders_of(cls):
            raise CellProblem(
                f"a new row needs '{column.heading}'", "Name what it is part of.", "SFR102"
            )
        if not documents:
            new = self.new.for_rows(cls)
            return new, next(_paths_to(new.cls, cls))
        files = ", ".join(documents)
        if file:
            raise self._no_document(file, documents)
        raise CellProblem(
            f"several documents may hold this row: {files}", "Write one of them in File.", "SFR428"
        )

    def of_moved(self, row: Row, column: Column, given: str) -> tuple[Row, tuple[str, ...]]:
        """Return what a row that is there is part of by its cell, and the path of the array there.

        Args:
            row: The row.
            column: The column of its owner or of its file.
            given: What the cell says.

        Raises:
            CellProblem: Nothing of that name can hold the row.
        """
        if row.owner is None:
            problem = "a document is not moved by its 'File'"
            raise CellProblem(problem, "Rename the file, and its name in portfolio.json.", "SFR428")
        documents = self._documents(row.cls)
        if column.path == PARENT:
            if given:
                return self._named(row.cls, given)
            if row.file not in documents:
                message = f"'{column.heading}' must not be empty"
                raise CellProblem(message, "Name what the row is part of.", "SFR102")
            return documents[row.file]
        if row.owner.owner is not None:
            problem = "a row is in the document of what it is part of"
            raise CellProblem(problem, "Change what it is part of, not its File.", "SFR428")
        if given not in documents:
            raise self._no_document(given, documents)
        return documents[given]

    def _named(self, cls: ValueClass, parent: str) -> tuple[Row, tuple[str, ...]]:
        kinds = parent_kinds(cls)
        key = self.book.names.read(kinds, parent)
        row = next(row for kind in kinds for row in self.rows(kind.removeprefix("="), key))
        return row, next(_paths_to(row.cls, cls))

    def _documents(self, cls: ValueClass) -> dict[str, tuple[Row, tuple[str, ...]]]:
        """Return the documents that may hold rows of a class, by path."""
        return {
            file: (document, path)
            for file, document in self.book.documents.items()
            for path in _paths_to(document.cls, cls)
        }

    def _no_document(
        self, file: str, documents: dict[str, tuple[Row, tuple[str, ...]]]
    ) -> CellProblem:
        return CellProblem(
            f"there is no document {file} that can hold this row",
            f"Write one of: {', '.join(documents)}.",
            "SFR428",
            did_you_mean(file, documents),
        )


def _paths_to(owner: ValueClass, cls: ValueClass) -> Iterator[tuple[str, ...]]:
    """Yield the paths of the arrays of a class whose members are of another."""
    return (child.path for child in children_of(owner) if child.sheet.cls is cls)
