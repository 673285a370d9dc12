"""The validation of portfolios that were made in Python, by the rules for folders."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import ParseLimits

from ._conflicting_figures import conflicting_figures
from ._converter import dump
from ._file import name_problem, refused_name
from ._folder import index_of, read_portfolio
from ._library import LibrarySource, no_library
from ._missing_manifest import MANIFEST
from ._portfolio_files import MemoryReader, PortfolioFiles, document_files
from ._position import with_positions
from ._set_figures import inline_problems, table_path, unknown_indicators
from ._unnamed_documents import dangling_diagnostics

if TYPE_CHECKING:
    from sendframe.model import Document, Portfolio

__all__ = ["portfolio_problems", "read_files", "require_valid"]

_NO_LIMITS = ParseLimits(bytes=2**31 - 1, depth=200, digits=4000, values=2**31 - 1)


def require_valid(portfolio: "Portfolio", library: LibrarySource = no_library) -> None:
    """Raise if a portfolio has problems, unless it is known to have none.

    Args:
        portfolio: The portfolio. It is marked as valid, so that this is done once.
        library: Returns the data of plug-ins, which is called only where it is used.

    Raises:
        InvalidDocument: It has problems; the exception contains all of them.
    """
    from sendframe.model import Portfolio  # whoever has one has imported it

    given: object = portfolio  # callers without a type checker may give anything
    if not isinstance(given, Portfolio):
        message = f"a Portfolio is needed, as sendframe.load returns it, not {type(given).__name__}"
        raise TypeError(message)
    if portfolio.is_valid:
        return
    diagnostics = portfolio_problems(portfolio, library)
    if any(diagnostic.severity != "note" for diagnostic in diagnostics):
        raise InvalidDocument(diagnostics)
    portfolio.mark_valid()


def portfolio_problems(
    portfolio: "Portfolio", library: LibrarySource = no_library
) -> tuple[Diagnostic, ...]:
    """Return every problem of a portfolio that was made in Python, and notes on what is missing.

    The rules and codes are those of a folder. The file of a location is the path that the
    manifest names for a document, or else the id of the document; there are no lines.
    """
    files = document_files(portfolio)
    everything = {**files.documents, **files.unnamed}
    contents = {path: dump(document) for path, document in everything.items()}
    reader = MemoryReader(Path(), "", _NO_LIMITS, files=contents)
    read_files(reader, portfolio, files, library)
    if not reader.problems.problems:
        _check_figures(reader, portfolio, everything)
    return with_positions(reader.problems.all(), {})


def _check_figures(
    reader: MemoryReader, portfolio: "Portfolio", documents: "Mapping[str, Document]"
) -> None:
    """Check the figures of a portfolio whose documents are sound."""
    from sendframe.model import ObservationSet

    figures = portfolio.observations
    inline: set[str] = set()  # their indicators are references of a document
    for path, document in documents.items():
        if isinstance(document, ObservationSet):
            reader.problems.add(inline_problems(path, document))
            problem = document.table and name_problem(table_path(path, document.table))
            if problem:
                reader.problems.add([refused_name(problem, Location(path, "/table"))])
            inline.update(row.indicator for row in document.observations)

    def place(row: int) -> Location:
        origin = figures.origin(row)
        return Location(origin.file, "", origin.line, origin.line and 1)

    absent = reader.missing_plugins
    register = index_of(reader)
    unknown = unknown_indicators(figures, register, absent, place, inline)
    reader.problems.add(dangling_diagnostics(reader, register, unknown))
    reader.problems.add(conflicting_figures(figures, str))


def read_files(
    reader: MemoryReader, portfolio: "Portfolio", files: PortfolioFiles, library: LibrarySource
) -> None:
    """Read the documents of a portfolio as a folder is read, and report what no folder can have."""
    read_portfolio(reader, library, files.unnamed)
    reader.problems.add(_unnamed(files))
    reader.problems.add(_not_taken_in(reader, portfolio))


def _unnamed(files: PortfolioFiles) -> Iterator[Diagnostic]:
    for name in files.unnamed:
        message = 'the manifest of the portfolio names no path for this document in "documents"'
        help_ = "Name a path for each document, in the same order."
        yield Diagnostic("SFR211", message, Location(name), help=help_)


def _not_taken_in(reader: MemoryReader, portfolio: "Portfolio") -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document of a plug-in that is used and not in the portfolio."""
    there = {raw.raw["id"] for _, raw in reader.plugin_documents} - {*portfolio.taken_in}
    for index, id_ in enumerate(portfolio.manifest.uses):
        if id_ in there:
            message = "the portfolio does not contain this document of a plug-in"
            help_ = "Add it after the other documents, and its id to `taken_in`."
            location = Location(MANIFEST, f"/uses/{index}")
            yield Diagnostic("SFR211", message, location, help=help_)
