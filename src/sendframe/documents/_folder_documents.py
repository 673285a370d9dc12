"""The documents of a folder as JSON, with some files of it replaced by others."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from sendframe.errors import Diagnostic
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, too_large
from sendframe.model import short_repr

from ._folder import build_documents, read_portfolio
from ._folder_reader import FolderReader
from ._library import LibrarySource, no_library
from ._missing_manifest import MANIFEST, missing_manifest
from ._raw_document import RawDocument

__all__ = ["FolderDocuments", "ReplacingReader", "read_documents"]


@attrs.frozen(eq=False)
class FolderDocuments:
    """What a folder holds, as JSON.

    Attributes:
        documents: Its documents by path, the manifest first.
        of_plugins: The documents of plug-ins that it uses.
        diagnostics: Every problem and note, with line and column.
    """

    __repr__ = short_repr

    documents: Mapping[str, RawDocument]
    of_plugins: tuple[RawDocument, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_sound(self) -> bool:
        """Whether it has no problem; notes are not problems."""
        return all(diagnostic.severity == "note" for diagnostic in self.diagnostics)


@attrs.define(eq=False)
class ReplacingReader(FolderReader):
    """Reads a folder as if some of its files had other contents.

    Attributes:
        files: The other contents, by path.
    """

    files: Mapping[str, bytes] = attrs.Factory(dict)

    def content(
        self, relative: str, shown: str, limit: int
    ) -> tuple[bytes, tuple[Diagnostic, ...]]:
        """Return the bytes of a file, or nothing and what is wrong with it."""
        data = self.files.get(relative)
        if data is None:
            return super().content(relative, shown, limit)
        return (b"", (too_large(limit, shown),)) if len(data) > limit else (data, ())


def read_documents(
    folder: Path,
    files: Mapping[str, bytes] | None = None,
    limits: ParseLimits = DEFAULT_LIMITS,
    library: LibrarySource = no_library,
) -> FolderDocuments:
    """Read and validate the documents of a folder, as `load_folder` does.

    Args:
        folder: The folder of a ``portfolio.json``.
        files: Contents, by path in the folder, that are read in place of those of the folder; with
            a manifest among them the folder need not exist.
        limits: How much of each document is accepted.
        library: Returns the data of plug-ins.
    """
    shown = folder.as_posix()
    reader = ReplacingReader(folder, shown, limits, files=files or {})
    problem = missing_manifest(folder, shown)
    if problem is not None and MANIFEST not in reader.files:
        return FolderDocuments({}, (), (problem,))
    read_portfolio(reader, library)
    build_documents(reader)
    return FolderDocuments(
        dict(reader.documents),
        tuple(document for _, document in reader.plugin_documents),
        reader.located_problems(),
    )
