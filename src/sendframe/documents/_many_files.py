"""Documents that belong together though no portfolio names them, such as figures and indicators."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._folder import build_documents, check_references
from ._folder_reader import FolderReader

if TYPE_CHECKING:
    from sendframe.model import Document, Observations

__all__ = ["load_documents"]


def load_documents(
    paths: Iterable[Path], limits: ParseLimits = DEFAULT_LIMITS
) -> "tuple[tuple[Document, ...], Observations]":
    """Load some documents, and the figures of all observation sets among them.

    References between them are checked, and tables beside them are read, as in a portfolio.
    ``extensions`` are kept and not checked.

    Args:
        paths: The documents; one that is named twice is read once.
        limits: How much of each is accepted.

    Returns:
        The documents in the order of *paths*, and their figures.

    Raises:
        InvalidDocument: Something is wrong; it contains every problem.
    """
    files = list(dict.fromkeys(Path(os.path.realpath(path)) for path in paths))
    folder = Path(os.path.commonpath([file.parent for file in files]))
    reader = FolderReader(folder, _shown(folder), limits)
    for file in files:
        document = reader.read_document(file.relative_to(folder).as_posix())
        if document is not None and document.kind == "portfolio":
            message = "a portfolio is more than one document"
            help_ = "Name its folder, and nothing else."
            location = Location(document.file)
            reader.problems.add([Diagnostic("SFR013", message, location, help=help_)])
    all_read = all(raw.ids is not None and not raw.is_cut for _, raw in reader.documents)
    check_references(reader, complete=all_read and len(reader.documents) == len(files))
    built = build_documents(reader)
    if built is None:
        raise InvalidDocument(reader.located_problems())
    documents, figures = built
    return tuple(document for _, document in documents), figures


def _shown(folder: Path) -> str:
    """Return the name of a folder in the report: relative where it is below the working directory."""
    here = Path(os.path.realpath("."))
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()
