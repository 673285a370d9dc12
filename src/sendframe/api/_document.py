"""Load, validate and write documents and portfolios."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.documents import load_document, load_folder, validate_path
from sendframe.errors import Diagnostic
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

if TYPE_CHECKING:
    from sendframe.documents import Library
    from sendframe.model import Document, Portfolio
    from sendframe.plugins import Catalogue

__all__ = ["dump", "library_of", "load", "validate"]

PathLike = str | os.PathLike[str]


def library_of(catalogue: "Catalogue | None") -> "Library":
    """Return the data documents of plug-ins, without importing any.

    Args:
        catalogue: The plug-ins; those installed unless given.
    """
    if catalogue is not None:
        return catalogue.library
    from sendframe.plugins import library  # only when a document needs it

    return library()


def load(
    path: PathLike, *, limits: ParseLimits = DEFAULT_LIMITS, catalogue: "Catalogue | None" = None
) -> "Document | Portfolio":
    """Read a document, or the portfolio of a folder.

    Args:
        path: A JSON document, or a folder that holds a ``portfolio.json``.
        limits: How much of each document is accepted.
        catalogue: The plug-ins whose data documents a portfolio may use, and which define
            extensions; those installed unless given. None is imported.

    Returns:
        The document as a value of its class; a `Portfolio` for a folder.

    Raises:
        InvalidDocument: The document is not valid; the exception holds every diagnostic.
    """
    file = Path(path)
    library = partial(library_of, catalogue)
    if file.is_dir():
        return load_folder(file, limits, library)
    return load_document(file, limits, library)


def validate(
    path: PathLike, *, limits: ParseLimits = DEFAULT_LIMITS, catalogue: "Catalogue | None" = None
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a document, or of a folder of documents.

    Args:
        path: A JSON document, or a folder that holds a ``portfolio.json``.
        limits: How much of each document is accepted.
        catalogue: The plug-ins whose data documents are used; those installed unless given.

    Returns:
        Diagnostics in the order of the files; empty if there are none. A diagnostic of severity
        ``note`` is not an error. References to other documents are checked in folders only.
    """
    return validate_path(Path(path), limits, partial(library_of, catalogue))


def dump(document: "Document", path: PathLike | None = None) -> bytes:
    """Return a document as JSON text, and write it to *path* if given.

    The file is replaced in one step: it contains the old text or the new, never a part.

    Raises:
        CannotWrite: The file could not be written; nothing was changed.
    """
    from sendframe.documents import dump as text_of  # needs the model

    data = text_of(document)
    if path is not None:
        from sendframe.documents import write_file

        write_file(Path(path), data)
    return data
