"""A folder while it is read: what was found so far, and what is wrong with it."""

from pathlib import Path

import attrs

from sendframe.errors import Location
from sendframe.jsontext import ParseLimits

from ._document import RawDocument, read_raw
from ._file import read_bytes, resolve_inside, too_large_together
from ._findings import Findings

__all__ = ["Reading"]

_MOST_FULL = 10  # all documents and tables together, in largest documents


@attrs.define(eq=False)
class Reading:
    """A folder while it is read.

    Attributes:
        folder: The folder.
        shown: Its name in the report.
        limits: How much of each document is accepted.
        documents: What was read, the manifest first, with its path in the folder.
        problems: What is wrong, not yet placed.
        data: The bytes of each file, by its name in the report.
        size: How many bytes that is.
        taken: Documents that were taken in from plug-ins, with the name they are shown by.
        missing: What is named and not there, a sentence each.
        absent: Names of plug-ins whose documents are not there.
    """

    folder: Path
    shown: str
    limits: ParseLimits
    documents: list[tuple[str, RawDocument]] = attrs.Factory(list)
    problems: Findings = attrs.Factory(Findings)
    data: dict[str | None, bytes] = attrs.Factory(dict)
    size: int = 0
    taken: list[tuple[str, RawDocument]] = attrs.Factory(list)
    missing: list[str] = attrs.Factory(list)
    absent: set[str] = attrs.Factory(set)

    @property
    def everything(self) -> list[tuple[str, RawDocument]]:
        """The documents of the folder, and after them those that were taken in."""
        return [*self.documents, *self.taken]

    def name(self, relative: str) -> str:
        """Return a file's name in the report."""
        return relative if self.shown in ("", ".") else f"{self.shown}/{relative}"

    def read(self, relative: str, named_at: Location | None = None) -> bytes | None:
        """Return the bytes of a file in the folder; None where it cannot be read."""
        where = named_at or Location(self.name(relative))
        path, problems = resolve_inside(self.folder, relative, location=where)
        if path is None:
            self.problems.add(problems)
            return None
        shown = self.name(relative)
        most = _MOST_FULL * self.limits.bytes
        room = most - self.size
        data, problems = read_bytes(path, shown=shown, limit=min(self.limits.bytes, room))
        if room < self.limits.bytes and [each.code for each in problems] == ["SFR011"]:
            problems = (too_large_together(most, shown),)
        if problems:
            self.problems.add(
                attrs.evolve(each, location=named_at) if named_at else each for each in problems
            )
            return None
        self.data[shown] = data
        self.size += len(data)
        return data

    def read_document(
        self, relative: str, named_at: Location | None = None, wanted: str | None = None
    ) -> RawDocument | None:
        """Read a document of the folder and hold it against its schema."""
        data = self.read(relative, named_at)
        if data is None:
            return None
        document = read_raw(data, self.name(relative), self.limits, wanted=wanted)
        self.documents.append((relative, document))
        self.problems.add(document.diagnostics)
        return document
