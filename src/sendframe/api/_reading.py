"""Reading a file that somebody publishes with the reader of a plug-in."""

import os
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from sendframe.documents import opened
from sendframe.errors import PluginFailure, UnknownName
from sendframe.evaluation import Fence, NotAccepted, Provided
from sendframe.model import EMPTY, FrozenMap, Json
from sendframe.plugins import Catalogue, Import, Reader, ReaderSource

__all__ = ["Imported", "read_file"]


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


def read_file(
    path: str | os.PathLike[str],
    reader: str,
    *,
    options: FrozenMap[Json] = EMPTY,
    catalogue: Catalogue | None = None,
) -> Imported:
    """Read a file with a reader.

    Args:
        path: The file. The reader is handed the open file and never learns where it lies.
        reader: Id of the reader.
        options: Options of the reader.
        catalogue: The plug-ins; those installed unless given. Whoever calls names the reader, so
            no portfolio has to.

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
        source = ReaderSource(place.name, size, stream)
        made = fence.run(provided, reader, partial(_read, provided, source, chosen))
    return Imported(made, provided.made_by, tuple(fence.failures))


def _read(provided: Provided[Reader], source: ReaderSource, options: object) -> Import:
    made: Any = provided.record.read(source, options)  # whatever a plug-in gives
    if type(made) is not Import:
        raise NotAccepted("it gives something else than an Import")
    if not made.account.is_complete:
        raise NotAccepted("its account does not say what became of every row")
    return made
