"""What stands in a column of a council's table as a value of a record: a day, a code, a number."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import narwhals as nw

from ._column import CodeColumn, Column, DayColumn, FlagColumn
from ._mapping import MappedColumn
from ._problem import RecordsProblem

__all__ = ["codes_of", "record_value", "trimmed"]

_TIME = r"(?:[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?$"

_FORMATS = {
    "yyyy-mm-dd": (r"^(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", (0, 5, 8)),
    "dd/mm/yyyy": (r"^[0-9]{2}/[0-9]{2}/(?:19|20)[0-9]{2}", (6, 3, 0)),
    "dd-mm-yyyy": (r"^[0-9]{2}-[0-9]{2}-(?:19|20)[0-9]{2}", (6, 3, 0)),
    "yyyy-mmm-dd": (r"^(?:19|20)[0-9]{2}-[A-Za-z]{3}-[0-9]{2}", (0, 5, 9)),
    "yyyymmdd": (r"^(?:19|20)[0-9]{6}", (0, 4, 6)),
}
"""The pattern of each format, and where year, month and day begin in it."""

_FIRST, _LAST = date(1900, 1, 1), date(2099, 12, 31)
"""The days that are understood, in all formats and types."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NAMES = {
    DayColumn: "text, dates, or times without a time zone",
    CodeColumn: "text or whole numbers",
    FlagColumn: "text, whole numbers, or true and false",
}


def trimmed(name: str, stripped: str | None) -> nw.Expr:
    """Return a text without blanks around it; null where nothing is left."""
    text = nw.col(name).cast(nw.String).str.strip_chars(stripped)
    return nw.when(text != "").then(text).alias(name)


def codes_of(
    name: str, mapped: MappedColumn, schema: Any
) -> dict[str, tuple[str, Mapping[str, str]]]:
    """Return the codes of a column; nothing where its type has none."""
    if schema[f"_{name}"] == nw.String:
        return {f"_code_{name}": (f"_{name}", mapped.codes)}
    return {}


def record_value(
    column: Column, mapped: MappedColumn | None, schema: Any, name: str, dates: list[str]
) -> nw.Expr:
    """Return a column of the record; add its name to *dates* if it is text that becomes a date."""
    if mapped is None:
        return nw.lit(None).cast(_type_of(column))
    source, kind = nw.col(f"_{name}"), schema[f"_{name}"]
    if isinstance(column, DayColumn) and kind == nw.String:
        dates.append(name)
        return _iso_text(source, mapped.format)
    if isinstance(column, CodeColumn) and f"_code_{name}" in codes_of(name, mapped, schema):
        return _or_blank(nw.col(f"_code_{name}"), source, mapped)
    value = (
        _of_text(column, mapped, source)
        if kind == nw.String
        else _of_type(column, mapped, source, kind)
    )
    if value is None:
        wanted = _NAMES.get(type(column), "text or whole numbers")
        message = f"{name}: column {mapped.column!r} holds {kind}, not {wanted}"
        raise RecordsProblem(message)
    return value


def _of_text(column: Column, mapped: MappedColumn, source: nw.Expr) -> nw.Expr:
    if isinstance(column, FlagColumn):
        return _flagged(source, mapped)
    return nw.when(source.str.contains("^[0-9]{1,9}$")).then(source).cast(nw.Int64)


def _of_type(column: Column, mapped: MappedColumn, source: nw.Expr, kind: Any) -> nw.Expr | None:
    """Return a column that is no text; None where its type does not fit."""
    if isinstance(column, DayColumn):
        has_no_zone = kind == nw.Datetime and kind.time_zone is None
        if not (kind == nw.Date or has_no_zone):
            return None
        day = source.cast(nw.Date) if has_no_zone else source
        # Systems write days such as 9999-12-31 and 0001-01-01 where there is none.
        return nw.when((day >= _FIRST) & (day <= _LAST)).then(day)
    if isinstance(column, FlagColumn) and kind == nw.Boolean:
        return source
    if not kind.is_integer():
        return None
    return _flagged(source.cast(nw.String), mapped) if isinstance(column, FlagColumn) else source


def _type_of(column: Column) -> Any:
    if isinstance(column, DayColumn):
        return nw.Date
    if isinstance(column, CodeColumn):
        return nw.String
    return nw.Boolean if isinstance(column, FlagColumn) else nw.Int64


def _iso_text(source: nw.Expr, format_: str) -> nw.Expr:
    """Return days of a format as texts such as 2024-02-29; null for another format."""
    pattern, (year, month, day) = _FORMATS[format_]
    is_named = format_ == "yyyy-mmm-dd"
    number = _month(source.str.slice(month, 3)) if is_named else source.str.slice(month, 2)
    parts = [source.str.slice(year, 4), number, source.str.slice(day, 2)]
    return nw.when(source.str.contains(pattern + _TIME)).then(nw.concat_str(parts, separator="-"))


def _month(name: nw.Expr) -> nw.Expr:
    """Return the number of a month such as Sep in two digits; null for another text."""
    number = nw.lit(None).cast(nw.String)
    for index, month in enumerate(_MONTHS, start=1):
        number = (
            nw.when(name.str.to_lowercase() == month).then(nw.lit(f"{index:02d}")).otherwise(number)
        )
    return number


def _or_blank(code: nw.Expr, source: nw.Expr, mapped: MappedColumn) -> nw.Expr:
    if mapped.blank is None:
        return code
    return nw.when(source.is_null()).then(nw.lit(mapped.blank)).otherwise(code)


def _flagged(source: nw.Expr, mapped: MappedColumn) -> nw.Expr:
    value = nw.lit(None).cast(nw.Boolean)
    for texts, truth in ((mapped.no, False), (mapped.yes, True)):
        for text in texts:
            is_text = source == text if text else source.is_null()
            value = nw.when(is_text).then(nw.lit(truth)).otherwise(value)
    return value
