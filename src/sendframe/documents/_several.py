"""Documents that belong together though no portfolio names them, such as figures and indicators."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, InvalidDocument, Location

from ._folder import hold_references, make_all, told_of
from ._parse import DEFAULT_LIMITS, Limits
from ._reading import Reading

if TYPE_CHECKING:
    from sendframe.model import Document, Observations

__all__ = ["load_documents"]


def load_documents(
    paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS
) -> "tuple[tuple[Document, ...], Observations]":
    """Return some documents, and the figures of all observation sets among them.

    References between them are held against each other, and tables beside them are read, as in
    a portfolio. What stands under ``extensions`` is kept and not looked at.

    Args:
        paths: The documents; one that is named twice is read once.
        limits: How much of each is accepted.

    Returns:
        The documents in the order of *paths*, and their figures.

    Raises:
        InvalidDocument: Something is wrong; every problem found is told.
    """
    files = list(dict.fromkeys(Path(os.path.realpath(each)) for each in paths))
    folder = Path(os.path.commonpath([each.parent for each in files]))
    reading = Reading(folder, _shown(folder), limits)
    for each in files:
        relative = each.relative_to(folder).as_posix()
        found = reading.read_document(relative)
        if found is not None and found.kind == "portfolio":
            message = "a portfolio is more than one document"
            help_ = "Name the folder that it lies in, and nothing else."
            where = Location(found.file)
            reading.problems.add([Diagnostic("SFR013", message, where, help=help_)])
    known = all(each.names is not None and not each.cut for _, each in reading.documents)
    hold_references(reading, complete=known and len(reading.documents) == len(files))
    made = make_all(reading)
    if made is None:
        raise InvalidDocument(told_of(reading))
    documents, figures = made
    return tuple(document for _, document in documents), figures


def _shown(folder: Path) -> str:
    """Return a folder as people name it: from where they are, if it lies below."""
    here = Path(os.path.realpath("."))
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()
