"""The documents of a portfolio as the files of a folder, without the folder."""

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import Diagnostic, Location
from sendframe.jsontext import too_large

from ._file import name_problem, refused_name
from ._folder_reader import FolderReader
from ._missing_manifest import MANIFEST, RECORD
from ._set_figures import table_path

if TYPE_CHECKING:
    from sendframe.model import Document, Observations, Portfolio

__all__ = ["MemoryReader", "PortfolioFiles", "document_files", "picture_files", "table_files"]


@attrs.frozen(eq=False)
class PortfolioFiles:
    """The documents of a portfolio, each with its path.

    Attributes:
        documents: The documents by path: the manifest, each document that it names, and the record
            of what was published.
        unnamed: Documents that the manifest does not name, by id.
    """

    documents: "Mapping[str, Document]"
    unnamed: "Mapping[str, Document]"


def document_files(portfolio: "Portfolio") -> PortfolioFiles:
    """Return the documents of a portfolio with the paths that its manifest names for them.

    The paths and the documents are in the same order. Documents of plug-ins, which are the last,
    have no path and are left out. A record of what was published needs none.
    """
    from sendframe.model import ShownRecord

    paths = portfolio.manifest.documents
    own = _own_documents(portfolio)
    documents: dict[str, Document] = {MANIFEST: portfolio.manifest}
    for path, document in zip(paths, own, strict=False):
        if name_problem(path) is None:
            documents.setdefault(path, document)
    unnamed: dict[str, Document] = {}
    for document in own[len(paths) :]:
        if isinstance(document, ShownRecord) and RECORD not in documents:
            documents[RECORD] = document
            continue
        name = document.id
        while name in documents or name in unnamed:
            name += "+"  # two documents have one id: that is reported, with both
        unnamed[name] = document
    return PortfolioFiles(documents, unnamed)


def _own_documents(portfolio: "Portfolio") -> "tuple[Document, ...]":
    """Return the documents that are files of the folder: all but those of plug-ins."""
    uses = portfolio.manifest.uses
    count = len(portfolio.documents)
    for id_ in reversed(portfolio.taken_in):
        if not count or portfolio.documents[count - 1].id != id_ or id_ not in uses:
            break
        count -= 1
    return portfolio.documents[:count]


def table_files(portfolio: "Portfolio", documents: "Mapping[str, Document]") -> dict[str, bytes]:
    """Return the tables that observation sets name, by path, with the figures read from each."""
    from sendframe.model import ObservationSet

    from ._table_text import written_table

    tables = {
        table_path(path, document.table)
        for path, document in documents.items()
        if isinstance(document, ObservationSet) and document.table is not None
    }
    figures = portfolio.observations
    return {
        path: written_table(_rows_of(figures, path), as_read=True)
        for path in sorted(tables)
        if name_problem(path) is None
    }


def picture_files(portfolio: "Portfolio", taken: Container[str]) -> dict[str, bytes]:
    """Return the pictures of a portfolio by path; none whose path another file has."""
    return {
        picture.path: picture.data
        for picture in portfolio.pictures
        if picture.data and picture.path not in taken and name_problem(picture.path) is None
    }


def _rows_of(figures: "Observations", file: str) -> "Observations":
    """Return the rows that were read from a table, in their order."""
    codes = [code for code, name in enumerate(figures.origin_file.values) if name == file]
    origins = figures.origin_file.buffer
    entries = figures.origin_entry
    rows = [row for row, code in enumerate(origins) if code in codes and entries[row] is None]
    return figures.take(rows)


@attrs.define(eq=False)
class MemoryReader(FolderReader):
    """Reads files that are in memory as if they were in a folder.

    Attributes:
        files: Their contents by path.
    """

    files: Mapping[str, bytes] = attrs.Factory(dict)

    def other_files(self) -> list[str]:
        """Return an empty list: files that are in memory are there to be read."""
        return []

    def has(self, relative: str) -> bool:
        """Say whether a file of this name is in memory."""
        return relative in self.files

    def content(
        self, relative: str, shown: str, limit: int
    ) -> tuple[bytes, tuple[Diagnostic, ...]]:
        """Return the bytes of a file, or nothing and what is wrong with it."""
        location = Location(shown)
        data = self.files.get(relative)
        if data is not None:
            return (b"", (too_large(limit, shown),)) if len(data) > limit else (data, ())
        problem = name_problem(relative)
        if problem is not None:
            return b"", (refused_name(problem, location),)
        message = "the portfolio has no document for this path"
        help_ = "Add the document, in the order of the paths, or remove its path."
        return b"", (Diagnostic("SFR017", message, location, help=help_),)
