"""Data frames of polars, pandas and pyarrow in and out, through narwhals; nothing needs them.

narwhals is the extra ``sendframe[frames]``, and the library of the frames is the user's own. Both
are imported when a frame is made or read.
"""

from ._column_kind import ColumnKind, column_kind
from ._library import FrameLibrary
from ._make import make_frame
from ._read import UNREADABLE, is_missing, read_frame

__all__ = [
    "UNREADABLE",
    "ColumnKind",
    "FrameLibrary",
    "column_kind",
    "is_missing",
    "make_frame",
    "read_frame",
]
