"""Values of documents as cells, and cells as values of documents."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from math import isfinite
from typing import Any

import attrs

from sendframe.documents import converter
from sendframe.errors import pointer_tokens
from sendframe.model import Period, When
from sendframe.validation import did_you_mean

from ._columns import Column
from ._days import UnreadableDate, YearMeaning, day_words, read_day, read_period, read_when
from ._grid import CellError, CellValue, plain_text
from ._names import CellProblem, Names, Scope

__all__ = [
    "LONGEST",
    "TOO_LONG",
    "Context",
    "canonical",
    "read_cell",
    "shown_cell",
    "shown_lines",
    "value_at",
]

TOO_LONG = "(longer than a cell can hold: it stays in the file)"
"""Stands in a cell for a text that does not fit."""

LONGEST = 32_767
_BREAK = " ⏎ "
_NONE_YET = "None yet: "
_PERCENT = re.compile(r"(-?[0-9][0-9,]*(?:\.[0-9]+)?|-?\.[0-9]+) ?%?")


@attrs.frozen
class Context:
    """What the reading of a cell depends on beside its column.

    Attributes:
        names: All things that a cell may refer to.
        scope: The ids among which words are looked up first.
        years: What ``2024/25`` is.
    """

    names: Names
    scope: Scope = None
    years: YearMeaning = "ask"


def value_at(value: Any, path: tuple[str, ...]) -> Any:
    """Return the value at the end of a path; None where there is none."""
    for step in path:
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


@cache
def _date_words(reading: str, items: tuple[tuple[str, Any], ...]) -> str:
    hint: Any = When if reading == "date" else Period
    return day_words(converter().structure(dict(items), hint))


def shown_cell(column: Column, value: Any, context: Context) -> CellValue:
    """Return what a cell holds for a value; None for no value."""
    if value is None or value == []:
        return None
    match column.reading:
        case "yes or no":
            return "yes" if value else "no"
        case "number" | "whole number":
            return float(f"{value:.15g}") if isinstance(value, float) else int(value)
        case "choice":
            return str(value).replace("_", " ")
        case "day":
            return date.fromisoformat(value)
        case "date" | "period":
            return _fitting(_date_words(column.reading, tuple(value.items())))
        case "link":
            return context.names.shown(column.kinds, value, context.scope)
        case "links" | "lines" | "texts" | "people" | "differences":
            return _fitting("\n".join(shown_lines(column, value, context)))
        case _:
            return _fitting(str(value))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else TOO_LONG


def shown_lines(column: Column, items: list[Any], context: Context) -> list[str]:
    """Return the lines of a cell with several values."""
    lines = (_shown_item(column, item, context) for item in items)
    return [line.replace("\r\n", "\n").replace("\n", _BREAK) for line in lines]


def _shown_item(column: Column, item: Any, context: Context) -> str:
    match column.reading:
        case "links":
            return context.names.shown(column.kinds, item, context.scope)
        case "texts":
            return str(item["default"])
        case "people":
            role = str(item["role"])
            if "body" not in item:
                return role if " @ " not in role else f"{role} @ "
            return f"{role} @ {context.names.shown(column.kinds, item['body'])}"
        case "differences":
            if "none_yet" in item:
                return f"{_NONE_YET}{item['none_yet']['default']}"
            return str(item["text"]["default"])
        case _:
            return str(item)


def canonical(cell: CellValue) -> str:
    """Return a cell as the text that is compared: whoever saved it, the same content is equal.

    Examples:
        >>> canonical(55.1401869158878), canonical(date(2025, 1, 2)), canonical(3.0)
        ('55.1401869158878', '2025-01-02', '3')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return f"{cell:.15g}"
    if isinstance(cell, date):
        return cell.isoformat()
    return plain_text(cell.text if isinstance(cell, CellError) else cell)


def read_cell(column: Column, cell: CellValue, context: Context, before: Any = None) -> Any:
    """Return the value of a cell that is not empty.

    Args:
        column: Its column.
        cell: What it holds.
        context: What its reading depends on.
        before: The value that is there, whose items are kept where their lines are.

    Raises:
        CellProblem: It cannot be read.
    """
    if isinstance(cell, CellError):
        raise CellProblem(f"the cell holds the error {cell.text}", "Correct its formula.")
    if cell == TOO_LONG:
        raise CellProblem(
            "the words that stand here say that a text is too long", "Write the text."
        )
    try:
        return _READERS[column.reading](column, cell, context, before)
    except UnreadableDate as error:
        raise CellProblem(error.problem, error.help) from error


def _text(_column: Column, cell: CellValue, _context: Context, _before: Any) -> str:
    if isinstance(cell, date):
        return day_words(cell)
    return canonical(cell).strip()


def _number(column: Column, cell: CellValue, _context: Context, before: Any) -> int | float:
    number: int | float | None = None
    if isinstance(cell, str):
        match = _PERCENT.fullmatch(cell.strip())
        number = float(match[1].replace(",", "")) if match else None
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        number = cell
    if (
        number is None
        or not isfinite(number)
        or (column.reading == "whole number" and not float(number).is_integer())
    ):
        kind = "a whole number" if column.reading == "whole number" else "a number"
        raise CellProblem(f"'{canonical(cell)}' is not {kind}", "Write digits only, such as 12.5.")
    if isinstance(before, (int, float)) and f"{before:.15g}" == f"{number:.15g}":
        return before
    return int(number) if float(number).is_integer() else number


def _yes_or_no(_column: Column, cell: CellValue, _context: Context, _before: Any) -> bool:
    word = canonical(cell).strip().casefold()
    if word in {"yes", "y", "true"}:
        return True
    if word in {"no", "n", "false"}:
        return False
    raise CellProblem(f"'{canonical(cell)}' is neither yes nor no", "Write yes or no.")


def _choice(column: Column, cell: CellValue, _context: Context, _before: Any) -> str:
    word = " ".join(canonical(cell).replace("_", " ").split()).casefold()
    words = {choice.replace("_", " "): choice for choice in column.choices}
    if word in words:
        return words[word]
    listed = ", ".join(words)
    raise CellProblem(
        f"'{canonical(cell)}' is none of the words of this column",
        f"Write one of: {listed}.",
        "SFR104",
        did_you_mean(word, words),
    )


def _day(_column: Column, cell: CellValue, _context: Context, _before: Any) -> str:
    return read_day(cell).isoformat()


def _period(column: Column, cell: CellValue, context: Context, _before: Any) -> Any:
    read: Callable[[object, YearMeaning], Any] = (
        read_when if column.reading == "date" else read_period
    )
    hint: Any = When if column.reading == "date" else Period
    return converter().unstructure(read(cell, context.years), unstructure_as=hint)


def _link(column: Column, cell: CellValue, context: Context, _before: Any) -> str:
    return context.names.read(column.kinds, canonical(cell).strip(), context.scope)


def _lines_of(cell: CellValue) -> list[str]:
    lines = canonical(cell).split("\n")
    return [line.strip().replace(_BREAK.strip(), "\n") for line in lines if line.strip()]


def _lines(_column: Column, cell: CellValue, _context: Context, _before: Any) -> list[str]:
    return [line.replace(" \n ", "\n") for line in _lines_of(cell)]


def _links(column: Column, cell: CellValue, context: Context, _before: Any) -> list[str]:
    ids: list[str] = []
    for line in _lines_of(cell):
        parts = [line] if ";" not in line else _parts(column, line, context)
        ids += [context.names.read(column.kinds, part, context.scope) for part in parts]
    return ids


def _parts(column: Column, line: str, context: Context) -> list[str]:
    """Return the links of one line, which may be separated by semicolons."""
    try:
        context.names.read(column.kinds, line, context.scope)
    except CellProblem:
        return [part for part in map(str.strip, line.split(";")) if part]
    return [line]


def _items(column: Column, cell: CellValue, context: Context, before: Any) -> list[Any]:
    """Return the items of a cell; one whose line is there already stays the value that it is."""
    kept: dict[str, list[Any]] = {}
    items = before if isinstance(before, list) else []
    for line, item in zip(shown_lines(column, items, context), items, strict=True):
        kept.setdefault(line.strip(), []).append(item)
    made = []
    for line in (line.strip() for line in canonical(cell).split("\n") if line.strip()):
        same = kept.get(line)
        made.append(same.pop(0) if same else _item(column, line.replace(_BREAK, "\n"), context))
    return made


def _item(column: Column, line: str, context: Context) -> Any:
    if column.reading == "people":
        role, at, body = f"{line} ".rpartition(" @ ")
        if not at:
            return {"role": line}
        if not body.strip():
            return {"role": role}
        return {"role": role.strip(), "body": context.names.read(column.kinds, body.strip())}
    if column.reading == "differences":
        is_none = line.casefold().startswith(_NONE_YET.casefold())
        words = {"default": line[len(_NONE_YET) :] if is_none else line}
        return {"none_yet" if is_none else "text": words}
    return {"default": line}


_READERS: dict[str, Callable[[Column, CellValue, Context, Any], Any]] = {
    "text": _text,
    "line": _text,
    "number": _number,
    "whole number": _number,
    "yes or no": _yes_or_no,
    "choice": _choice,
    "day": _day,
    "date": _period,
    "period": _period,
    "link": _link,
    "links": _links,
    "lines": _lines,
    "texts": _items,
    "people": _items,
    "differences": _items,
}


def column_at(columns: tuple[Column, ...], pointer: str) -> Iterator[Column]:
    """Yield the columns that a pointer within a row leads to, the nearest first."""
    steps = pointer_tokens(pointer)
    ranked = [
        (_common(steps, column.path), -number, column) for number, column in enumerate(columns)
    ]
    yield from (column for common, _, column in sorted(ranked, key=lambda r: r[:2])[::-1] if common)


def _common(steps: tuple[str, ...], path: tuple[str, ...]) -> int:
    count = 0
    for step, other in zip(steps, path, strict=False):
        if step != other:
            break
        count += 1
    return count
