"""Read published files with the reader of a plug-in."""

import csv
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from sendframe.documents import open_file
from sendframe.errors import (
    Diagnostic,
    InvalidDocument,
    Location,
    PluginFailure,
    UnknownName,
    child_list_error,
)
from sendframe.evaluation import NotAccepted, PluginIsolation, Provided
from sendframe.model import EMPTY, FrozenMap, Json, paused_garbage_collection, short_repr
from sendframe.plugins import Catalogue, Import, Reader, ReaderSource

from ._import_merge import MergedFigures, merge_imports
from ._imported_faults import imported_faults
from ._progress_stream import with_progress

__all__ = ["ImportedFile", "ImportedFiles", "read_file", "read_files"]

_BEGINNING = 65_536  # bytes
_TITLES = 10  # lines that may stand above the names of columns, and these

OnProgress = Callable[[int], None]
"""Called with the number of further bytes that were read."""


@attrs.frozen
class ImportedFile:
    """The import of a file.

    Attributes:
        made: What the reader returned; None if it failed.
        made_by: The plug-in of the reader, with distribution and version.
        failures: The failure of the reader, if it failed.
    """

    __repr__ = short_repr

    made: Import | None
    made_by: str
    failures: tuple[PluginFailure, ...] = ()


@attrs.frozen(eq=False)
class ImportedFiles:
    """The imports of several files.

    Attributes:
        files: The import of each file, in order.
        merged: Their merged figures; None if one of the files cannot be used.
        diagnostics: The problems of the files, and of merging them; and each figure that
            contradicts itself, where a plug-in defines its indicator.
        failures: The failures of the reader.
    """

    __repr__ = short_repr

    files: tuple[ImportedFile, ...]
    merged: MergedFigures | None
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[PluginFailure, ...]


def read_file(  # noqa: PLR0913  # keyword arguments
    path: str | os.PathLike[str],
    reader: str,
    *,
    options: FrozenMap[Json] = EMPTY,
    catalogue: Catalogue | None = None,
    on_progress: OnProgress | None = None,
    limit: int = 500_000_000,
) -> ImportedFile:
    """Read a file with a reader.

    Args:
        path: The file. The reader gets the open file, not its path.
        reader: Id of the reader.
        options: Options of the reader.
        catalogue: The plug-ins; those installed unless given. No portfolio has to allow them.
        on_progress: Called with the number of further bytes that were read.
        limit: How many bytes the file may have.

    Returns:
        What the reader made; a failure where it, or the plug-in that has it, failed.

    Raises:
        UnknownName: There is no such reader.
        InvalidDocument: The file cannot be opened, is not a file, is too large, or was changed
            while it was read.
    """
    known = Catalogue.discover() if catalogue is None else catalogue
    if reader not in known.readers:
        failed = tuple(filter(partial(_may_have_given, reader), known.reader_failures))
        if failed:  # it is there, and cannot be used
            return ImportedFile(None, failed[0].distribution, failed)
        raise UnknownName("reader", reader, tuple(known.readers))
    provided = known.readers[reader]
    isolation = PluginIsolation(debug=known.debug)
    chosen = isolation.options(provided, FrozenMap({reader: options}))
    if chosen is None:
        return ImportedFile(None, provided.made_by, tuple(isolation.failures))
    file = Path(path)
    with open_file(file, file.as_posix(), limit) as (stream, size):
        reader_stream: BinaryIO = (
            stream if on_progress is None else with_progress(stream, on_progress)
        )
        _refuse_children(stream, file.as_posix())
        source = ReaderSource(file.name, size, reader_stream)
        made = isolation.run(provided, reader, partial(_read, provided, source, chosen))
    return ImportedFile(made, provided.made_by, tuple(isolation.failures))


def _refuse_children(stream: BinaryIO, file: str) -> None:
    """Refuse a list of children before any reader sees it; columns may be named below a title.

    Raises:
        InvalidDocument: One of the first lines names columns about single children.
    """
    beginning = stream.read(_BEGINNING).decode("utf-8", "replace").splitlines()
    stream.seek(0)
    for number, line in enumerate(beginning[:_TITLES], 1):
        cells = next(csv.reader([line]), [])
        if refused := child_list_error(cells, Location(file, "", number, 1)):
            raise InvalidDocument((refused,))


def _may_have_given(reader: str, failure: PluginFailure) -> bool:
    """Return whether a failure is the reason why there is no reader of an id."""
    if failure.contribution is not None:
        return failure.contribution == reader
    return reader == failure.plugin or reader.startswith(f"{failure.plugin}.")


def _read(provided: Provided[Reader], source: ReaderSource, options: object) -> Import:
    with paused_garbage_collection():
        made: Any = provided.record.read(source, options)  # whatever a plug-in returns
    if type(made) is not Import:
        raise NotAccepted("it returns something else than an Import")
    if not made.account.is_complete:
        raise NotAccepted("its account does not cover every row")
    return made


def read_files(  # noqa: PLR0913  # keyword arguments
    paths: Iterable[str | os.PathLike[str]],
    reader: str,
    *,
    id: str = "imported",  # noqa: A002  # the field's name
    options: FrozenMap[Json] = EMPTY,
    catalogue: Catalogue | None = None,
    on_progress: OnProgress | None = None,
    limit: int = 500_000_000,
) -> ImportedFiles:
    """Read several files with a reader, and merge their figures.

    Args:
        paths: The files.
        reader: Id of the reader.
        id: Id of the observation set, if several files contain figures.
        options: Options of the reader.
        catalogue: The plug-ins; those installed unless given.
        on_progress: Called with the number of further bytes that were read.
        limit: How many bytes each file may have.

    Returns:
        The import of each file, and the merged figures. A figure that is the same in two files is
        kept once; one that differs is an error.

    Raises:
        UnknownName: There is no such reader.
        InvalidDocument: A file cannot be opened, is not a file, is too large, or was changed
            while it was read.
    """
    known = Catalogue.discover() if catalogue is None else catalogue
    read = partial(
        read_file,
        reader=reader,
        options=options,
        catalogue=known,
        on_progress=on_progress,
        limit=limit,
    )
    imported = tuple(map(read, paths))
    failures = tuple(dict.fromkeys(failure for file in imported for failure in file.failures))
    made = [file.made for file in imported if file.made is not None]
    diagnostics = tuple(diagnostic for import_ in made for diagnostic in import_.diagnostics)
    if failures or any(diagnostic.severity == "error" for diagnostic in diagnostics):
        return ImportedFiles(imported, None, diagnostics, failures)
    merged = merge_imports(made, id)
    diagnostics += merged.diagnostics
    sound = all(diagnostic.severity != "error" for diagnostic in merged.diagnostics)
    if sound:
        diagnostics += tuple(imported_faults(merged.table, known.library, diagnostics))
    return ImportedFiles(imported, merged if sound else None, diagnostics, failures)
