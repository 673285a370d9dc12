"""Make a data frame of columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from ._column_kind import ColumnKind
from ._library import FrameLibrary, narwhals, require_library

__all__ = ["make_frame"]

_TYPES: dict[ColumnKind, str] = {
    "text": "String",
    "number": "Float64",
    "whole": "Int64",
    "truth": "Boolean",
}


def make_frame(
    columns: Mapping[str, tuple[ColumnKind, Sequence[Any]]], library: FrameLibrary
) -> Any:
    """Return a data frame of columns, with None as a missing value of its library.

    Columns of whole numbers are of 64 bits; in pandas, whose plain columns of whole numbers hold
    no missing value, those with one are of floating-point numbers.

    Args:
        columns: Kind and values of each column by its name, all of the same length.
        library: The library.

    Raises:
        LibraryMissing: narwhals or the library is not installed.
        UnknownName: It is none of `FrameLibrary`.
    """
    nw = narwhals()
    require_library(library)
    types = {
        name: getattr(nw, _TYPES[_kind(kind, values, library)])()
        for name, (kind, values) in columns.items()
    }
    data = {name: list(values) for name, (_, values) in columns.items()}
    return nw.from_dict(data, types, backend=library).to_native()


def _kind(kind: ColumnKind, values: Sequence[Any], library: FrameLibrary) -> ColumnKind:
    return "number" if library == "pandas" and kind == "whole" and None in values else kind
