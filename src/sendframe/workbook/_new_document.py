"""Documents that are made for rows which no document of the folder can hold."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from sendframe.documents import MANIFEST
from sendframe.model import DOCUMENT_CLASSES, short_repr
from sendframe.validation import schema_id

from ._change import Beginnings
from ._columns import children_of
from ._edit import made_id
from ._names import CellProblem
from ._rows import Book, Row
from ._sheets import ValueClass, sheet_of

__all__ = ["NewDocuments", "holders_of"]


@cache
def holders_of(cls: ValueClass) -> tuple[tuple[str, ValueClass], ...]:
    """Return the kind and the class of the documents that hold rows of a class."""
    classes: dict[str, ValueClass] = dict(DOCUMENT_CLASSES)
    return tuple(
        (kind, document_class)
        for kind, document_class in classes.items()
        if any(child.sheet.cls is cls for child in children_of(document_class))
    )


def _holder(cls: ValueClass) -> tuple[str, ValueClass]:
    """Return the first of them that is no row.

    Raises:
        CellProblem: A document of that kind is a row itself, which must be there first.
    """
    kinds = holders_of(cls)
    for kind, holder in kinds:
        if sheet_of(holder) is None:
            return kind, holder
    sheet = sheet_of(kinds[0][1])
    assert sheet is not None  # noqa: S101  # the loop has looked
    raise CellProblem(
        "no document of the folder can hold this row", f"Add a row on {sheet.name} first.", "SFR428"
    )


@attrs.define(eq=False)
class NewDocuments:
    """Makes documents and names them in the manifest.

    Attributes:
        book: The rows of the documents, which get the new ones.
        taken: All ids.
        beginnings: How documents are begun that the folder does not have.
    """

    __repr__ = short_repr

    book: Book
    taken: set[str]
    beginnings: Beginnings

    def for_rows(self, cls: ValueClass) -> Row:
        """Make the document that holds rows of a class.

        Raises:
            CellProblem: A document of that kind is a row itself, which must be there first.
        """
        kind, holder = _holder(cls)
        words = kind.replace("-", " ").capitalize()
        row = self._make(
            kind, holder, made_id(words, self.taken), {"title": {"default": words}}, ""
        )
        for name, member in self.beginnings.starts.get(kind, {}).items():
            ids = [member["id"], *(value["id"] for value in member["values"])]
            if self.taken.isdisjoint(ids):
                row.value[name] = member
                self.taken.update(ids)
                for value in member["values"]:
                    self.book.name("scale-value", value["id"], value)
        return row

    def for_row(self, cls: ValueClass, id_: str, file: str) -> Row:
        """Make the document that is a row itself.

        Raises:
            CellProblem: A file of that name is there.
        """
        return self._make(cls.kind_of_thing, cls, id_, {}, file)

    def _make(
        self, kind: str, cls: ValueClass, id_: str, members: Mapping[str, Any], file: str
    ) -> Row:
        if file and (file in self.book.documents or self.beginnings.is_taken(file)):
            problem = f"the folder has a file {file} already, which is another document"
            raise CellProblem(problem, "Empty File, or write another name.", "SFR428")
        names = (f"{id_}{f'-{n}' if n > 1 else ''}.json" for n in range(1, len(self.taken) + 9_999))
        free = (
            n for n in names if n not in self.book.documents and not self.beginnings.is_taken(n)
        )
        value = {"$schema": schema_id(kind), "id": id_, **members}
        manifest = self.book.documents[MANIFEST].value
        if attrs.fields_dict(cls).get("area") is not None:
            value["area"] = manifest["area"]["code"]
        row = Row(file or next(free), cls, value, (), id_)
        self.book.documents[row.file] = row
        manifest["documents"] = [*manifest.get("documents", ()), row.file]
        return row
