"""Loading, validating and writing documents and whole portfolios."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.documents import (
    DEFAULT_LIMITS,
    Limits,
    check_path,
    load_document,
    load_folder,
)
from sendframe.errors import Diagnostic

if TYPE_CHECKING:
    from sendframe.model import Document, Portfolio

__all__ = ["dump", "load", "validate"]

PathLike = str | os.PathLike[str]


def load(path: PathLike, *, limits: Limits = DEFAULT_LIMITS) -> "Document | Portfolio":
    """Read a document, or the portfolio of a folder.

    Args:
        path: A JSON document, or a folder that holds a ``portfolio.json``.
        limits: How much of each document is accepted.

    Returns:
        The document as a value of its class; a `Portfolio` for a folder.

    Raises:
        InvalidDocument: Something is wrong; the exception holds every problem found.
    """
    place = Path(path)
    return load_folder(place, limits) if place.is_dir() else load_document(place, limits)


def validate(path: PathLike, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a document, or with a folder of documents.

    Args:
        path: A JSON document, or a folder that holds a ``portfolio.json``.
        limits: How much of each document is accepted.

    Returns:
        Diagnostics in the order of the files; empty where all is well. A note, such as that a
        document is of an older version, is nothing wrong. References to other documents can only
        be held against each other for a folder.
    """
    return check_path(Path(path), limits)


def dump(document: "Document", path: PathLike | None = None) -> bytes:
    """Return a document as the JSON text of a file, and write it where *path* says.

    The file is replaced in one step: it holds the old text or the new, never a part.

    Raises:
        CannotWrite: The file could not be written; nothing was changed.
    """
    from sendframe.documents import dump as text_of  # needs the model

    data = text_of(document)
    if path is not None:
        from sendframe.documents import write_file

        write_file(Path(path), data)
    return data
