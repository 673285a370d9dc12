"""A portfolio as a workbook, and a workbook read into it."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from sendframe.documents import MANIFEST, read_bytes, read_documents, write_files, write_results
from sendframe.errors import CannotWrite, Diagnostic, InvalidDocument
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import DOCUMENT_CLASSES, Strategy
from sendframe.plugins import Catalogue
from sendframe.workbook import (
    MARK,
    Book,
    Grid,
    Options,
    ReadWorkbook,
    csv_files,
    exported_in,
    read_csv_grids,
    read_grids,
    read_into,
    sheets_in,
    tables_of,
    xlsx_bytes,
)

from ._document import library_of
from ._new_documents import delivery_scale, new_manifest, start_documents

__all__ = ["export_workbook", "new_workbook", "printed_fields", "read_workbook"]

_LARGEST = 50_000_000


def printed_fields() -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return the built-in profiles whose reports print a field, by class, field and variant."""
    path = Path(__file__).with_name("printed-fields.json")
    fields: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        (owner, field, variant): tuple(profiles)
        for name, profiles in fields.items()
        for owner, field, variant in [name.split(".")]
    }


def export_workbook(  # noqa: PLR0913  # keyword arguments
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    sheets: Iterable[str] = (),
    format: Literal["xlsx", "csv"] = "xlsx",  # noqa: A002  # as the option of the command
    mark: str = MARK,
    overwrite: bool = False,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
) -> tuple[Path, ...]:
    """Write the documents of a folder as a workbook.

    Args:
        folder: The folder of a ``portfolio.json``.
        out: The workbook; with the format ``csv``, a folder for one CSV file a sheet.
        sheets: Names of sheets; those that have rows unless given.
        format: ``xlsx`` or ``csv``.
        mark: The handling mark of the workbook.
        overwrite: Whether files are replaced that sendframe did not write itself.
        limits: How much of each document is accepted.
        catalogue: The plug-ins; those installed unless given.

    Returns:
        The files written, which are recorded in ``.sendframe-written.json`` beside them.

    Raises:
        InvalidDocument: The folder has problems.
        UnknownName: There is no sheet of a name.
        CannotWrite: A file could not be written, or is there and sendframe did not write it;
            nothing was changed.
        LibraryMissing: xlsxwriter is not installed.
    """
    documents = read_documents(Path(folder), limits=limits, library=partial(library_of, catalogue))
    if not documents.is_sound:
        raise InvalidDocument(documents.diagnostics)
    values = {path: raw.raw for path, raw in documents.documents.items()}
    book = Book.of(documents, values)
    tables = tables_of(book, tuple(sheets))
    target = Path(out)
    if format == "csv":
        files = csv_files(tables, book, mark)
        return write_results(target, files, overwrite=overwrite)
    data = xlsx_bytes(tables, book, mark, printed_fields())
    return write_results(target.parent, {target.name: data}, overwrite=overwrite)


def new_workbook(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    kinds: Iterable[str],
    area: str | None = None,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write documents to begin with, and a workbook with every sheet that they may fill.

    Args:
        folder: The folder of the documents; see `start_documents`.
        out: The workbook.
        kinds: Kinds of document, or of plan.
        area: Code of the area; it may be left out where there is a ``portfolio.json``.
        overwrite: Whether a workbook is replaced that sendframe did not write itself.

    Returns:
        The files written, the workbook last.

    Raises:
        UnknownName: There is no such kind.
        UnknownArea: There is no such area.
        InvalidDocument: The portfolio that is there is not valid.
        CannotWrite: As for `start_documents` and `export_workbook`.
        LibraryMissing: xlsxwriter is not installed.
    """
    wanted = list(kinds)
    made = start_documents(folder, wanted, area=area)
    classes = [DOCUMENT_CLASSES.get(kind, Strategy) for kind in wanted]
    sheets = {name for cls in classes for name in sheets_in(cls)}
    documents = (path for path in made.written if path.parent == Path(folder))
    return (*documents, *export_workbook(folder, out, sheets=sheets, overwrite=overwrite))


def read_workbook(  # noqa: PLR0913  # keyword arguments
    workbook: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    new: bool = False,
    area: str | None = None,
    check: bool = False,
    remove: bool = False,
    take: Literal["", "workbook", "files"] = "",
    keep: Iterable[str] = (),
    except_faulty: bool = False,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: Catalogue | None = None,
) -> ReadWorkbook:
    """Merge a workbook into the documents of a folder, cell by cell; all of it is written or nothing.

    Args:
        workbook: The workbook, or a folder with its sheets as CSV files.
        folder: The folder of the ``portfolio.json`` that it was made from.
        new: Whether the folder is empty or absent, and all documents are made from the workbook. What
            it has no cell for is named (SFR429).
        area: Code of the area of a new folder, where the workbook was not exported from one.
        check: Whether nothing is written.
        remove: Whether rows are removed that are gone from the workbook.
        take: Which side is taken where both were changed since the workbook was made; neither
            unless given.
        keep: Headings of authors' own columns that are kept under ``extensions``.
        except_faulty: Whether cells with something wrong stay as they are in the documents.
        limits: How much of each document is accepted.
        catalogue: The plug-ins; those installed unless given.

    Returns:
        The changes, and every problem and note at its cell. Where there is an error, nothing was
        written.

    Raises:
        InvalidDocument: The workbook cannot be read, or the folder has problems without it.
        CannotWrite: A document could not be written, or the folder should be new and is not empty;
            nothing was changed.
        UnknownArea: There is no such area.
        LibraryMissing: openpyxl is not installed.
    """
    path, target = Path(workbook), Path(folder)
    shown = path.as_posix()
    notes: tuple[Diagnostic, ...] = ()
    if path.is_dir():
        grids = read_csv_grids(path)
    else:
        data, problems = read_bytes(path, shown=shown, limit=_LARGEST)
        if problems:
            raise InvalidDocument(problems)
        grids, notes = read_grids(data, shown)
    begun = _begun(target, grids, area) if new else {}
    result = read_into(
        target,
        grids,
        shown,
        Options(remove, take, tuple(keep)),
        notes=notes,
        except_faulty=except_faulty,
        begun=begun,
        starts={"action-register": {"delivery_scale": delivery_scale()}},
        limits=limits,
        library=partial(library_of, catalogue),
    )
    if not check:
        write_files(target, result.files, new=new)
    return result


def _begun(folder: Path, grids: Sequence[Grid], area: str | None) -> Mapping[str, bytes]:
    """Return the documents that a workbook remembers, or the portfolio of an area.

    Raises:
        UnknownArea: There is no such area.
        CannotWrite: The folder is not empty, or it is not known which area it is about.
    """
    if folder.is_dir() and any(
        not path.name.startswith(".sendframe-") for path in folder.iterdir()
    ):
        raise CannotWrite(folder.as_posix(), "the folder is not empty")
    return exported_in(grids).frames or {MANIFEST: new_manifest(folder, area)}
