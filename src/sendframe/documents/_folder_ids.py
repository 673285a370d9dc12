"""The ids that the documents of a folder define, as far as they can be read."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from sendframe.errors import Diagnostic
from sendframe.jsontext import DEFAULT_LIMITS

from ._document_ids import MAX_ID_LENGTH
from ._folder import index_of, read_portfolio
from ._folder_reader import FolderReader
from ._library import LibrarySource, no_library
from ._missing_manifest import MANIFEST, missing_manifest

__all__ = ["folder_ids"]

_NONE: Mapping[str, bytes] = {}


@attrs.define(eq=False)
class _ChangedFolder(FolderReader):
    """Reads a folder as it will be.

    Attributes:
        changed: The contents of files that are not written yet, by path.
    """

    changed: Mapping[str, bytes] = _NONE

    def content(
        self, relative: str, shown: str, limit: int
    ) -> tuple[bytes, tuple[Diagnostic, ...]]:
        """Return the bytes of a file, or nothing and what is wrong with it."""
        if relative in self.changed:
            return self.changed[relative], ()
        return super().content(relative, shown, limit)


def folder_ids(
    folder: Path, changed: Mapping[str, bytes] = _NONE, library: LibrarySource = no_library
) -> dict[str, tuple[str, ...]]:
    """Return the ids that the documents of a folder define, sorted, by kind of thing.

    The documents need not be valid; what cannot be read is left out. There are no ids where the
    folder has no ``portfolio.json``.

    Args:
        folder: The folder.
        changed: The contents of files that are not written yet, by path.
        library: Returns the data of plug-ins, whose documents a portfolio may use.
    """
    reader = _ChangedFolder(folder, folder.as_posix(), DEFAULT_LIMITS, changed=changed)
    if MANIFEST not in changed and missing_manifest(folder, reader.shown) is not None:
        return {}
    read_portfolio(reader, library)
    return {
        kind: tuple(sorted(id_ for id_ in ids if len(id_) <= MAX_ID_LENGTH))
        for kind, ids in sorted(index_of(reader).defined.items())
    }
