"""The headings of a table that people keep by hand: merged cells, and words with a pattern."""

import re
from functools import cache

from sendframe.errors import Diagnostic, InvalidDocument, Location

from ._cells import canonical
from ._grid import CellValue, Grid

__all__ = ["filled", "fits", "plain"]

_WHEN = "{when}"
_LONGEST = 500  # characters of a heading
_WIDEST = 1_000
_HIGHEST = 5  # rows of headings
_MOST_MERGED = 1_000_000
_RANGE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})")


def plain(cell: CellValue) -> str:
    """Return the words of a cell on one line."""
    return " ".join(canonical(cell).split())


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return what words of a mapping fit, where ``*`` and ``{when}`` stand for any.

    Nothing that ``*`` stands for is tried a second time, so that no heading takes long.
    """
    first, *others = " ".join(words.split()).split("*")
    inner = "".join(f"(?>.*?{_literal(part)})" for part in others[:-1])
    last = f".*{_literal(others[-1])}" if others else ""
    return re.compile(f"{_literal(first)}{inner}{last}", re.IGNORECASE)


def _literal(words: str) -> str:
    return re.escape(words).replace(re.escape(_WHEN), "(?P<when>.+)")


def fits(pattern: str, words: str) -> re.Match[str] | None:
    """Compare words with those of a mapping; the group ``when`` is what ``{when}`` stands for."""
    return _pattern(pattern).fullmatch(words) if len(words) <= _LONGEST else None


def filled(grid: Grid, file: str) -> list[list[CellValue]]:
    """Return the rows of a table with the value of a merged heading in all of its cells.

    Raises:
        InvalidDocument: So much is merged that it is no table of people.
    """
    rows = [list(row) for row in grid.rows]
    count = 0
    for range_ in grid.merged:
        match = _RANGE.fullmatch(range_)
        if match is None:
            continue
        left, right = (min(_column_number(match[group]), _WIDEST) for group in (1, 3))
        top, bottom = (int(match[group]) - 1 for group in (2, 4))
        if bottom - top >= _HIGHEST or top >= len(rows) or left >= len(rows[top]):
            continue
        count += (right + 1 - left) * (bottom + 1 - top)
        if count > _MOST_MERGED:
            message = f"the sheet has more than {_MOST_MERGED:,} merged cells"
            place = Location(file, sheet=grid.name)
            help_ = "Delete the sheet, or name the others in the mapping."
            raise InvalidDocument((Diagnostic("SFR420", message, place, help=help_),))
        for row in rows[top : bottom + 1]:
            row.extend([None] * (right + 1 - len(row)))
            row[left : right + 1] = [rows[top][left]] * (right + 1 - left)
    return rows


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
