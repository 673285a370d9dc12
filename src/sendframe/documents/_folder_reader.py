"""The state of a folder while its documents are read: what was read, and what is wrong."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import ParseLimits
from sendframe.validation import parse_schema_id

from ._diagnostic_list import DiagnosticList
from ._file import being_replaced, folder_too_large, open_file, read_bytes, resolve_inside
from ._library import LibrarySource
from ._missing_manifest import MANIFEST
from ._position import with_positions
from ._raw_document import RawDocument, read_raw
from ._unfinished import is_unfinished

__all__ = ["FolderReader"]

_MAX_TOTAL = 10  # the size of all documents and tables together, in largest documents
_MAX_OTHERS = 1000  # files that no document names
_MAX_FOLDERS = 1000
_BEGINNING = 4096  # bytes of a file in which its "$schema" is looked for
_SCHEMA = re.compile(rb'"\$schema"[ \t\r\n]*:[ \t\r\n]*"([ -!#-~]*)"')


@attrs.define(eq=False)
class FolderReader:
    """Reads files of one folder, and collects their problems.

    Attributes:
        folder: The folder.
        shown: Its name in the report.
        limits: How much of each document is accepted.
        documents: The documents read so far, the manifest first, with their paths in the folder.
        problems: Their problems and notes, without line and column.
        data: The bytes of each file, by its name in the report.
        size: How many bytes that is.
        plugin_documents: Documents of plug-ins that the portfolio uses, with their names in the
            report.
        missing: A sentence for each document of a plug-in that is named and not there.
        missing_plugins: Names of the plug-ins of these documents.
        library: Returns the data of plug-ins; None where there is no manifest.
        unnamed: Documents that the manifest should name, as they were reported.
    """

    folder: Path
    shown: str
    limits: ParseLimits
    documents: list[tuple[str, RawDocument]] = attrs.Factory(list)
    problems: DiagnosticList = attrs.Factory(DiagnosticList)
    data: dict[str | None, bytes] = attrs.Factory(dict)
    size: int = 0
    plugin_documents: list[tuple[str, RawDocument]] = attrs.Factory(list)
    missing: list[str] = attrs.Factory(list)
    missing_plugins: set[str] = attrs.Factory(set)
    library: LibrarySource | None = None
    unnamed: set[str] = attrs.Factory(set)

    @property
    def all_documents(self) -> list[tuple[str, RawDocument]]:
        """The documents of the folder, followed by those of plug-ins."""
        return [*self.documents, *self.plugin_documents]

    def name(self, relative: str) -> str:
        """Return the name of a file in the report."""
        return relative if self.shown in ("", ".") else f"{self.shown.rstrip('/')}/{relative}"

    def located_problems(self) -> tuple[Diagnostic, ...]:
        """Return all problems and notes, sorted, with line and column."""
        return with_positions(self.problems.all(), self.data)

    def read(self, relative: str, named_at: Location | None = None) -> bytes | None:
        """Return the bytes of a file in the folder; None where it cannot be read.

        Args:
            relative: Its path in the folder.
            named_at: Where a document names it; None for the manifest.
        """
        shown = self.name(relative)
        total = _MAX_TOTAL * self.limits.bytes
        bytes_left = total - self.size
        data, problems = self.content(relative, shown, min(self.limits.bytes, bytes_left))
        codes = [problem.code for problem in problems]
        if bytes_left < self.limits.bytes and codes == ["SFR011"]:
            problems = (folder_too_large(total, shown),)
        if problems:
            self.problems.add(
                attrs.evolve(problem, location=named_at) if named_at else problem
                for problem in problems
            )
            return None
        self.data[shown] = data
        self.size += len(data)
        return data

    def other_files(self) -> list[str]:
        """Return the JSON files of the folder, and of folders in it, that were not read, sorted.

        Hidden folders, and folders with a portfolio of their own, are left out.
        """
        read = {relative for relative, _ in self.documents}
        walked = (
            Path(folder, name).relative_to(self.folder).as_posix()
            for folder, names in islice(self._folders(), _MAX_FOLDERS)
            for name in names
            if name.endswith(".json")
        )
        return sorted({*islice(walked, _MAX_OTHERS)} - read)

    def has(self, relative: str) -> bool:
        """Say whether a file of this name lies in the folder."""
        return os.path.lexists(self.folder / relative)

    def _folders(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the folders, each with the names of its files."""
        for folder, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            if MANIFEST in names and not self.folder.samefile(folder):
                folders.clear()
            else:
                yield folder, names

    def kind_of_file(self, relative: str) -> str | None:
        """Return the kind of document that the beginning of a file states; None where it is none."""
        path, _ = resolve_inside(self.folder, relative)
        if path is None:
            return None
        try:
            with open_file(path, relative, self.limits.bytes) as (file, _):
                found = _SCHEMA.search(file.read(_BEGINNING))
        except InvalidDocument:
            return None
        name = parse_schema_id(found[1].decode()) if found else None
        return None if name is None else name.kind

    def content(
        self, relative: str, shown: str, limit: int
    ) -> tuple[bytes, tuple[Diagnostic, ...]]:
        """Return the bytes of a file in the folder, or nothing and what is wrong with it."""
        path, problems = resolve_inside(self.folder, relative, location=Location(shown))
        if path is None:
            return b"", problems
        if is_unfinished(path.parent):
            return b"", (being_replaced(shown),)
        return read_bytes(path, shown=shown, limit=limit)

    def read_document(
        self, relative: str, named_at: Location | None = None, wanted: str | None = None
    ) -> RawDocument | None:
        """Read a document of the folder and validate it against its schema.

        Args:
            relative: Its path in the folder.
            named_at: Where another document names it; None for the manifest.
            wanted: The kind of document it must be; None for any.
        """
        data = self.read(relative, named_at)
        if data is None:
            return None
        document = read_raw(data, self.name(relative), self.limits, wanted=wanted)
        self.documents.append((relative, document))
        self.problems.add(document.diagnostics)
        return document
