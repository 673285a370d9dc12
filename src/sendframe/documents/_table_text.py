"""Figures written as a table that `read_table` reads back."""

import re
from collections.abc import Iterable, Sequence

from sendframe.model import Observations, Period, period_text

from ._table_header import COLUMNS

__all__ = ["written_table"]

_SPECIAL = re.compile('[",\r\n]')
_NEEDED = tuple(name for name, needed in COLUMNS.items() if needed)


def written_table(table: Observations) -> bytes:
    """Return the figures of a table of columns, sorted, without columns that would stand empty.

    The order is that of indicator, area, period and parts; it never depends on the order in
    which the figures came.
    """
    periods = {id(each): (str(each.kind), _quoted(period_text(each))) for each in table.period}
    kinds, texts = _period_cells(table.period, periods)
    dimensions = sorted({name for each in set(table.dimensions) for name in each})
    columns: dict[str, list[str]] = {
        "indicator": _words(table.indicator),
        "area": _words(table.area),
        "period_kind": kinds,
        "period": texts,
        "value": [_quoted(_value(*each)) for each in zip(table.value, table.symbol, strict=True)],
        "numerator": [_cell(each) for each in table.numerator],
        "denominator": [_cell(each) for each in table.denominator],
        "status": _words(table.status),
        "release": _words(table.release),
        "source_file": _words(table.source_file),
        "source_row": [_cell(each) for each in table.source_row],
    }
    for name in dimensions:
        columns[f"dimension.{name}"] = _words([each.get(name) for each in table.dimensions])
    kept = {name: each for name, each in columns.items() if name in _NEEDED or any(each)}
    rows = zip(*kept.values(), strict=True)
    keys = [*_NEEDED[:-1], *(name for name in kept if name.startswith("dimension.")), "release"]
    places = [list(kept).index(name) for name in keys if name in kept]
    ordered = sorted(rows, key=lambda row: [row[place] for place in places])
    lines = [",".join(kept), *map(",".join, ordered)]
    return "".join(f"{line}\n" for line in lines).encode()


def _period_cells(
    column: Sequence[Period], known: dict[int, tuple[str, str]]
) -> tuple[list[str], list[str]]:
    found = [known[id(each)] for each in column]
    return [kind for kind, _ in found], [text for _, text in found]


def _words(column: Iterable[str | None]) -> list[str]:
    """Return a column of words as cells; each different word is looked at once."""
    words = list(column)
    cells = {word: "" if word is None else _quoted(word) for word in set(words)}
    return [cells[word] for word in words]


def _value(value: float | None, symbol: str | None) -> str:
    return (symbol or "") if value is None else repr(value)


def _cell(value: float | None) -> str:
    return "" if value is None else repr(value)


def _quoted(text: str) -> str:
    # Until Python 3.13 csv.writer leaves a lone carriage return as it is, and csv.reader fails.
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text
