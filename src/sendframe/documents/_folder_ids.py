"""The ids that the documents of a folder define, as far as they can be read."""

from collections.abc import Mapping
from pathlib import Path

from sendframe.jsontext import DEFAULT_LIMITS

from ._document_ids import MAX_ID_LENGTH
from ._folder import index_of, read_portfolio
from ._folder_documents import ReplacingReader
from ._library import LibrarySource, no_library
from ._missing_manifest import MANIFEST, missing_manifest

__all__ = ["folder_ids"]


def folder_ids(
    folder: Path, files: Mapping[str, bytes] | None = None, library: LibrarySource = no_library
) -> dict[str, tuple[str, ...]]:
    """Return the ids that the documents of a folder define, sorted, by kind of thing.

    The documents need not be valid; what cannot be read is left out. There are no ids where the
    folder has no ``portfolio.json``.

    Args:
        folder: The folder.
        files: Contents, by path in the folder, that are read in place of those of the folder.
        library: Returns the data of plug-ins, whose documents a portfolio may use.
    """
    reader = ReplacingReader(folder, folder.as_posix(), DEFAULT_LIMITS, files=files or {})
    if MANIFEST not in reader.files and missing_manifest(folder, reader.shown) is not None:
        return {}
    read_portfolio(reader, library)
    return {
        kind: tuple(sorted(id_ for id_ in ids if len(id_) <= MAX_ID_LENGTH))
        for kind, ids in sorted(index_of(reader).defined.items())
    }
