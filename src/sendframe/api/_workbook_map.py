"""A table that people keep by hand, read into a portfolio."""

import os
from functools import partial
from pathlib import Path

from sendframe.documents import read_bytes, read_raw, with_positions, write_files
from sendframe.errors import Diagnostic, InvalidDocument
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import WorkbookMapping
from sendframe.plugins import Catalogue
from sendframe.workbook import Grid, ReadWorkbook, map_into, read_grids, read_tables

from ._document import library_of, load

__all__ = ["map_workbook"]

_LARGEST = 50_000_000


def map_workbook(  # noqa: PLR0913  # keyword arguments
    table: str | os.PathLike[str],
    mapping: str | os.PathLike[str] | WorkbookMapping,
    folder: str | os.PathLike[str],
    *,
    check: bool = False,
    except_faulty: bool = False,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
) -> ReadWorkbook:
    """Read a table of measures that people keep by hand into a plan; all is written or nothing.

    Where the documents say otherwise, the table counts; what it does not have stays.

    Args:
        table: A workbook (.xlsx), or a text (.docx) with the table.
        mapping: Where measures, targets and figures are in it, or the document that says so.
        folder: The folder of the ``portfolio.json``.
        check: Whether nothing is written.
        except_faulty: Whether cells with something wrong stay as they are in the documents.
        limits: How much of each document is accepted.
        catalogue: The plug-ins; those installed unless given.

    Returns:
        The changes, and every problem and note at its cell. Where there is an error, nothing was
        written.

    Raises:
        InvalidDocument: The table or the mapping cannot be read, or the folder has problems without
            them.
        CannotWrite: A document could not be written; nothing was changed.
        LibraryMissing: openpyxl is not installed.
    """
    if not isinstance(mapping, WorkbookMapping):
        _require_mapping(Path(mapping), limits)
        mapping = load(mapping, WorkbookMapping, limits=limits, catalogue=catalogue)
    path, target = Path(table), Path(folder)
    grids, notes = _tables(path)
    result = map_into(
        target,
        grids,
        mapping,
        path.as_posix(),
        notes=notes,
        except_faulty=except_faulty,
        limits=limits,
        library=partial(library_of, catalogue),
    )
    if not check:
        write_files(target, result.files)
    return result


def _require_mapping(path: Path, limits: ParseLimits) -> None:
    """Refuse a file that is no mapping.

    Raises:
        InvalidDocument: It cannot be read, is a document of another kind, or does not fit its schema.
    """
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=limits.bytes)
    if not problems:
        raw = read_raw(data, shown, limits, wanted="workbook-mapping")
        problems = () if raw.is_sound else with_positions(raw.diagnostics, {shown: data})
    if problems:
        raise InvalidDocument(problems)


def _tables(path: Path) -> tuple[tuple[Grid, ...], tuple[Diagnostic, ...]]:
    """Return the sheets of a workbook or the tables of a text, with notes."""
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=_LARGEST)
    if problems:
        raise InvalidDocument(problems)
    if path.suffix.lower() == ".docx":
        return read_tables(data, shown), ()
    return read_grids(data, shown)
