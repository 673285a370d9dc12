"""Reading a table that people keep by hand into a folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from sendframe.documents import LibrarySource, no_library, read_documents
from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import WorkbookMapping

from ._change import Options
from ._grid import Grid
from ._known_rows import KnownRows
from ._mapped import mapped_tables
from ._names import CellProblem
from ._read_into import ReadWorkbook, place_of, read_into, row_of
from ._rows import Book

__all__ = ["map_into"]


def map_into(  # noqa: PLR0913  # keyword arguments
    folder: Path,
    grids: Sequence[Grid],
    mapping: WorkbookMapping,
    file: str,
    *,
    notes: Sequence[Diagnostic] = (),
    except_faulty: bool = False,
    limits: ParseLimits = DEFAULT_LIMITS,
    library: LibrarySource = no_library,
) -> ReadWorkbook:
    """Merge the measures and figures of tables into the documents of a folder, without writing them.

    Args:
        folder: The folder of a ``portfolio.json`` without problems.
        grids: The tables.
        mapping: Where the measures and figures are in them.
        file: The name of their file in the report.
        notes: What is told about the file besides.
        except_faulty: Whether cells with something wrong are left as they are in the documents.
        limits: How much of each document is accepted.
        library: Returns the data of plug-ins.

    Returns:
        The changes, and every problem and note at the cell of the table that it is about.

    Raises:
        InvalidDocument: The folder has problems, or lacks what the mapping names.
    """
    documents = read_documents(folder, limits=limits, library=library)
    if not documents.is_sound:
        raise InvalidDocument(documents.diagnostics)
    values = {path: raw.raw for path, raw in documents.documents.items()}
    try:
        known = KnownRows.of(Book.of(documents, values), mapping)
    except CellProblem as problem:
        location = Location(folder.as_posix())
        diagnostic = Diagnostic("SFR201", problem.problem, location, help=problem.help)
        raise InvalidDocument((diagnostic,)) from problem
    mapped = mapped_tables(grids, mapping, known, file)
    result = read_into(
        folder,
        mapped.grids,
        file,
        Options(),
        except_faulty=except_faulty,
        limits=limits,
        library=library,
    )
    own = [
        attrs.evolve(each, severity="warning")
        if except_faulty and each.severity == "error" and each.location.cell
        else each
        for each in mapped.diagnostics
    ]
    # What cannot be read is missing as well, which is no second problem.
    unread = {row_of(each.location) for each in result.diagnostics if each.code == "SFR403"}
    moved = [
        _moved(each, mapped.origins)
        for each in result.diagnostics
        if each.code not in ("SFR102", "SFR110") or row_of(each.location) not in unread
    ]
    numbers = {grid.name: number for number, grid in enumerate(grids)}
    told = sorted([*notes, *own, *moved], key=lambda diagnostic: place_of(diagnostic, numbers))
    return ReadWorkbook(
        tuple(
            attrs.evolve(change, location=_origin(change.location, mapped.origins))
            for change in result.changes
            if (change.location.sheet, change.location.cell) not in mapped.of_mapping
        ),
        tuple(dict.fromkeys(told)),
        {} if any(each.severity == "error" for each in own) else result.files,
    )


def _moved(diagnostic: Diagnostic, origins: Mapping[tuple[str, str], Location]) -> Diagnostic:
    """Return a diagnostic at the cell of the table that it is about."""
    related = tuple(
        attrs.evolve(each, location=_origin(each.location, origins)) for each in diagnostic.related
    )
    location = _origin(diagnostic.location, origins)
    return attrs.evolve(diagnostic, location=location, related=related)


def _origin(location: Location, origins: Mapping[tuple[str, str], Location]) -> Location:
    return origins.get((location.sheet or "", location.cell or ""), location)
