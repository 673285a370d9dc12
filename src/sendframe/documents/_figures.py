"""The figures of one observation set, without the portfolio it may belong to."""

from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import InvalidDocument, Location
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._folder_reader import FolderReader
from ._raw_document import build_document
from ._set_figures import set_figures

if TYPE_CHECKING:
    from sendframe.model import Observations

__all__ = ["figures_of_set", "load_figures"]


def load_figures(path: Path, limits: ParseLimits = DEFAULT_LIMITS) -> "Observations":
    """Return the figures of one observation set, those of its table included.

    Nothing is asked of the ids of indicators: what they mean may stand elsewhere.

    Args:
        path: The JSON document; a table that it names lies beside it.
        limits: How much of each file is accepted.

    Raises:
        InvalidDocument: Something is wrong with the document or its table; every problem found
            is told.
    """
    return figures_of_set(FolderReader(path.parent, path.parent.as_posix(), limits), path.name)


def figures_of_set(
    reader: FolderReader, relative: str, named_at: Location | None = None
) -> "Observations":
    """Return the figures of an observation set of a folder; see `load_figures`.

    Args:
        reader: Reads the files of the folder.
        relative: Path of the document in the folder.
        named_at: Where another document names it.
    """
    from sendframe.model import ObservationSet

    raw = reader.read_document(relative, named_at, wanted="observations")
    document, problems = (None, ()) if raw is None or not raw.is_sound else build_document(raw)
    reader.problems.add(problems)
    if not isinstance(document, ObservationSet):
        raise InvalidDocument(reader.located_problems())
    figures = set_figures(reader, relative, document, None)
    if reader.problems.problems:
        raise InvalidDocument(reader.located_problems())
    return figures
