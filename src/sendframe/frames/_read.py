"""Read the columns of a data frame as plain values of Python."""

from datetime import date, datetime
from decimal import Decimal
from math import nan
from typing import Any, Final

from ._library import narwhals

__all__ = ["UNREADABLE", "is_missing", "read_frame"]


class _Unreadable:
    """The type of `UNREADABLE`."""

    def __repr__(self) -> str:
        return "UNREADABLE"


UNREADABLE: Final = _Unreadable()
"""Stands for a value that is neither text, a number, true, false nor a day."""

_MIDNIGHT = datetime.min.time()


def is_missing(value: object) -> bool:
    """Return whether a cell holds nothing: None, NaN, or a text without a letter."""
    if isinstance(value, float):
        return value != value  # noqa: PLR0124  # NaN differs from itself
    return value is None or (isinstance(value, str) and not value)


def read_frame(frame: Any) -> list[tuple[object, list[Any]]]:
    """Return name and values of each column of a data frame, in order.

    Values are text, ``bool``, ``int``, ``float``, ``date``, None for a missing value, and
    `UNREADABLE` for everything else. NaN stays NaN.

    Args:
        frame: A frame of polars, pandas, pyarrow or any library that narwhals reads at once.

    Raises:
        LibraryMissing: narwhals is not installed.
        TypeError: It is no data frame, or a lazy one.
        ValueError: Two columns have one name.
    """
    nw = narwhals()
    try:
        eager = nw.from_native(frame, eager_only=True)
    except TypeError as error:
        lazy = nw.from_native(frame, pass_through=True)
        if isinstance(lazy, nw.LazyFrame):
            message = "a lazy frame has no rows yet: give frame.collect()"
        else:
            message = f"a data frame is needed, not {type(frame).__name__}"
        raise TypeError(message) from error
    except nw.exceptions.DuplicateError as error:
        message = "two columns of the frame have one name"
        raise ValueError(message) from error
    return [(name, _values(eager[:, place])) for place, name in enumerate(eager.columns)]


def _values(column: Any) -> list[Any]:
    missing = column.is_null().to_list()
    return [
        None if is_null else _plain(value)
        for value, is_null in zip(column.to_list(), missing, strict=True)
    ]


def _plain(value: Any) -> Any:
    """Return a value as one of Python's own types."""
    kind = type(value)
    if kind in (str, float, int, bool, date):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Decimal):
        return nan if value.is_nan() else float(value)  # float() refuses signalling NaN
    if isinstance(value, float):
        return float(value)
    if isinstance(value, datetime):
        is_day = value.time() == _MIDNIGHT and value.tzinfo is None
        return value.date() if is_day else UNREADABLE
    # Scalars of numpy, which is not imported for them.
    inner = value.item() if getattr(value, "ndim", None) == 0 else value
    return inner if type(inner) in (str, float, int, bool, date) else UNREADABLE
