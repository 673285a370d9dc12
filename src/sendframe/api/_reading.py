"""Reading files that somebody publishes with the reader of a plug-in."""

import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import attrs

from sendframe.documents import dump, opened, written_table
from sendframe.errors import Diagnostic, PluginFailure, UnknownName
from sendframe.evaluation import Fence, NotAccepted, Provided
from sendframe.model import EMPTY, FrozenMap, Json, paused_garbage_collection
from sendframe.plugins import Catalogue, Import, Reader, ReaderSource

from ._merging import Merged, merge
from ._watched import watched

if TYPE_CHECKING:
    from sendframe.model import Observations, ObservationSet

__all__ = ["Imported", "ImportedFiles", "figure_files", "read_file", "read_files"]

Watch = Callable[[int], None]
"""Is told how many bytes more of a file were read."""


@attrs.frozen
class Imported:
    """What became of a file.

    Attributes:
        made: What the reader made of it; None where it failed.
        made_by: The plug-in of the reader, with distribution and version.
        failures: The failure of the reader, where it failed.
    """

    made: Import | None
    made_by: str
    failures: tuple[PluginFailure, ...] = ()


@attrs.frozen(eq=False)
class ImportedFiles:
    """What became of several files.

    Attributes:
        each: What became of each, in order.
        merged: Their figures together; None where one of them cannot be used.
        diagnostics: What is wrong with the files, and with what they say together.
        failures: The failures of the reader.
    """

    each: tuple[Imported, ...]
    merged: Merged | None
    diagnostics: tuple[Diagnostic, ...]
    failures: tuple[PluginFailure, ...]


def read_file(
    path: str | os.PathLike[str],
    reader: str,
    *,
    options: FrozenMap[Json] = EMPTY,
    catalogue: Catalogue | None = None,
    watch: Watch | None = None,
) -> Imported:
    """Read a file with a reader.

    Args:
        path: The file. The reader is handed the open file and never learns where it lies.
        reader: Id of the reader.
        options: Options of the reader.
        catalogue: The plug-ins; those installed unless given. Whoever calls names the reader, so
            no portfolio has to.
        watch: Told how far the reader has come.

    Raises:
        UnknownName: There is no such reader.
        InvalidDocument: The file cannot be opened, or is none.
    """
    known = Catalogue.discover() if catalogue is None else catalogue
    if reader not in known.readers:
        raise UnknownName("reader", reader, tuple(known.readers))
    provided = known.readers[reader]
    fence = Fence(debug=known.debug)
    chosen = fence.options(provided, FrozenMap({reader: options}))
    if chosen is None:
        return Imported(None, provided.made_by, tuple(fence.failures))
    place = Path(path)
    with opened(place, place.as_posix()) as (stream, size):
        handed: BinaryIO = stream if watch is None else watched(stream, watch)
        source = ReaderSource(place.name, size, handed)
        made = fence.run(provided, reader, partial(_read, provided, source, chosen))
    return Imported(made, provided.made_by, tuple(fence.failures))


def _read(provided: Provided[Reader], source: ReaderSource, options: object) -> Import:
    with paused_garbage_collection():
        made: Any = provided.record.read(source, options)  # whatever a plug-in gives
    if type(made) is not Import:
        raise NotAccepted("it gives something else than an Import")
    if not made.account.is_complete:
        raise NotAccepted("its account does not say what became of every row")
    return made


def read_files(  # noqa: PLR0913  # each is a choice of its own
    paths: Iterable[str | os.PathLike[str]],
    reader: str,
    *,
    id: str = "imported",  # noqa: A002  # the field's name
    options: FrozenMap[Json] = EMPTY,
    catalogue: Catalogue | None = None,
    watch: Watch | None = None,
) -> ImportedFiles:
    """Read several files with a reader, and put their figures together.

    Args:
        paths: The files.
        reader: Id of the reader.
        id: Id of the set of figures, where several files hold some.
        options: Options of the reader.
        catalogue: The plug-ins; those installed unless given.
        watch: Told how far the reader has come.

    Returns:
        What became of each, and the figures together. A figure that two files give alike is kept
        once; one that they give differently is an error.

    Raises:
        UnknownName: There is no such reader.
        InvalidDocument: A file cannot be opened, or is none.
    """
    known = Catalogue.discover() if catalogue is None else catalogue
    each = tuple(
        read_file(path, reader, options=options, catalogue=known, watch=watch) for path in paths
    )
    failures = tuple(dict.fromkeys(failure for one in each for failure in one.failures))
    made = [one.made for one in each if one.made is not None]
    told = tuple(found for one in made for found in one.diagnostics)
    if failures or any(found.severity == "error" for found in told):
        return ImportedFiles(each, None, told, failures)
    merged = merge(made, id)
    told += merged.diagnostics
    sound = all(found.severity != "error" for found in merged.diagnostics)
    return ImportedFiles(each, merged if sound else None, told, failures)


def figure_files(known: "ObservationSet", table: "Observations", name: str) -> Mapping[str, bytes]:
    """Return figures as the files of an observation set.

    Args:
        known: What symbols, areas and releases mean.
        table: The figures.
        name: Name of the file. With the ending ``.csv`` it is the table, and the document of the
            same name with the ending ``.json`` lies beside it; with any other it is the document,
            which then holds the figures too.
    """
    if not name.endswith(".csv"):
        return {name: dump(known.changed(observations=tuple(table)))}
    beside = f"{name.removesuffix('.csv')}.json"
    shown = name.rpartition("/")[2]
    return {name: written_table(table), beside: dump(known.changed(table=shown))}
