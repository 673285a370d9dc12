"""Writing a portfolio as a folder, which `load_folder` reads back as an equal portfolio."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._converter import dump
from ._folder import build_documents, load_bytes
from ._library import LibrarySource, no_library
from ._portfolio_files import MemoryReader, document_files, picture_files, table_files
from ._portfolio_validation import read_files
from ._position import with_positions
from ._write import write_files

if TYPE_CHECKING:
    from sendframe.model import Document, Observations, Portfolio

__all__ = ["dump_portfolio", "valid_bytes"]


def valid_bytes(
    document: "Document",
    limits: ParseLimits = DEFAULT_LIMITS,
    library: LibrarySource = no_library,
) -> bytes:
    """Return the text of a document that `load_document` accepts.

    Args:
        document: The document.
        limits: How much is accepted when it is loaded.
        library: Returns the data of plug-ins, which is called only where it is used.

    Raises:
        InvalidDocument: It has problems; the exception contains all of them.
    """
    data = dump(document)
    loaded, problems = load_bytes(data, None, limits, library)
    if loaded is None:
        raise InvalidDocument(problems)
    return data


def dump_portfolio(
    portfolio: "Portfolio",
    folder: Path,
    limits: ParseLimits = DEFAULT_LIMITS,
    library: LibrarySource = no_library,
    *,
    new: bool = False,
) -> tuple[Path, ...]:
    """Write the manifest, the documents that it names, and the tables and pictures that these name.

    Files of these names are replaced. All files are written or none.

    Args:
        portfolio: The portfolio.
        folder: The folder; created where it does not exist.
        limits: How much is accepted when the folder is loaded.
        library: Returns the data of plug-ins, which is called only where it is used.
        new: Whether a folder is refused that has files.

    Returns:
        The paths written, sorted by name.

    Raises:
        InvalidDocument: The folder could not be loaded, or would be another portfolio; the
            exception contains every problem, and nothing was written.
        CannotWrite: A file could not be written; nothing was changed.
    """
    files = document_files(portfolio)
    contents = table_files(portfolio, files.documents)
    everything = {**files.documents, **files.unnamed}
    contents |= {path: dump(document) for path, document in everything.items()}
    contents |= picture_files(portfolio, contents)
    reader = MemoryReader(Path(), "", limits, files=contents)
    read_files(reader, portfolio, files, library)
    built = build_documents(reader)
    if built is not None:
        documents, figures = built
        of_plugins = documents[len(reader.documents) :]
        reader.problems.add(_changed_documents(portfolio, of_plugins))
        if not _same_figures(figures, portfolio.observations):
            message = "the figures of the portfolio are not those of its observation sets"
            help_ = "Give each figure to an observation set, or to the table that it names."
            reader.problems.add([Diagnostic("SFR412", message, Location(), help=help_)])
    if reader.problems.problems:
        raise InvalidDocument(with_positions(reader.problems.all(), {}))
    return write_files(folder, contents, new=new)


def _changed_documents(
    portfolio: "Portfolio", documents: "list[tuple[str, Document]]"
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document of a plug-in that its plug-in has otherwise."""
    for name, document in documents:
        if document not in portfolio.documents:
            message = "the portfolio has another text of this document than its plug-in"
            help_ = "Take it in as it is, or make it a document of your own with a path."
            yield Diagnostic("SFR211", message, Location(name), help=help_)


def _same_figures(loaded: "Observations", given: "Observations") -> bool:
    """Return whether two tables have the same figures, wherever these were read."""
    return all(getattr(loaded, name) == getattr(given, name) for name in given.columns)
