"""Rows of one class as the columns of a data frame."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from sendframe.frames import ColumnKind, column_kind

from ._period import Period
from ._period_text import period_text

__all__ = ["period_columns", "row_columns", "value_columns"]

FrameColumns = dict[str, tuple[ColumnKind, Sequence[Any]]]
"""Kind and values of each column, by its name."""


def row_columns(
    cls: type, rows: Sequence[object], *, omit: Iterable[str] = (), **before: Sequence[Any]
) -> FrameColumns:
    """Return a column for each field of a class, and two for a period.

    Args:
        cls: The class of all rows.
        rows: The rows.
        omit: Fields without a column.
        before: Columns of text that come first.
    """
    types = {field.name: field.type for field in attrs.fields(cls) if field.name not in omit}
    columns = {name: [getattr(row, name) for row in rows] for name in types}
    texts: FrameColumns = {name: ("text", values) for name, values in before.items()}
    return texts | value_columns(types, columns)


def value_columns(types: Mapping[str, Any], columns: Mapping[str, Sequence[Any]]) -> FrameColumns:
    """Return the columns of fields: two for a period, and several ids in one text, with spaces.

    Args:
        types: Type of each field, by its name.
        columns: Values of each field.
    """
    made: FrameColumns = {}
    for name, hint in types.items():
        if hint == Period:
            made |= period_columns(columns[name], name)
        else:
            made[name] = column_kind(hint), [_cell(value) for value in columns[name]]
    return made


def period_columns(periods: Iterable[Period], name: str = "period") -> FrameColumns:
    """Return the two columns of a period: its kind, and its text."""
    pairs = [(str(period.kind), period_text(period)) for period in periods]
    return {
        f"{name}_kind": ("text", [kind for kind, _ in pairs]),
        name: ("text", [text for _, text in pairs]),
    }


def _cell(value: object) -> object:
    return " ".join(value) or None if isinstance(value, tuple) else value
