"""The figures of one observation set, without the portfolio it may belong to."""

from pathlib import Path
from typing import TYPE_CHECKING

from sendframe.errors import InvalidDocument
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._folder_reader import FolderReader
from ._raw_document import build_document
from ._set_figures import set_figures

if TYPE_CHECKING:
    from sendframe.model import Observations

__all__ = ["load_figures"]


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
    from sendframe.model import ObservationSet

    reading = FolderReader(path.parent, path.parent.as_posix(), limits)
    raw = reading.read_document(path.name, wanted="observations")
    document, problems = (None, ()) if raw is None or not raw.is_sound else build_document(raw)
    reading.problems.add(problems)
    if not isinstance(document, ObservationSet):
        raise InvalidDocument(reading.located_problems())
    figures = set_figures(reading, path.name, document, None)
    if reading.problems.problems:
        raise InvalidDocument(reading.located_problems())
    return figures
