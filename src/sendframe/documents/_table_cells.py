"""What the cells of a table of figures may hold, for both ways of reading one."""

import re
from datetime import date

from sendframe.model import ObservationSet

__all__ = ["explained_symbols", "parse_day", "parse_row_number"]

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # fromisoformat also takes 2026-W01-1
_ROW = re.compile("[1-9][0-9]{0,9}")


def explained_symbols(meta: ObservationSet) -> frozenset[str]:
    """Return the symbols that a set of figures explains, of whichever release."""
    return frozenset(symbol.split(" ")[-1] for symbol in meta.symbols)


def parse_day(text: str) -> date:
    """Return the day that is written as YYYY-MM-DD.

    Raises:
        ValueError: It is none.
    """
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def parse_row_number(text: str) -> int:
    """Return the number of a row, counted from 1.

    Raises:
        ValueError: It is none.
    """
    if not _ROW.fullmatch(text):
        raise ValueError(text)
    return int(text)
