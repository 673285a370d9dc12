"""The header of a table of figures: which columns it may have, and what is wrong with it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sendframe.errors import Diagnostic, Location, child_list_error
from sendframe.model import dimension_of
from sendframe.validation import did_you_mean, quote_key

__all__ = ["COLUMNS", "MOST_COLUMNS", "dimension_columns", "header_problems"]

COLUMNS = {
    "indicator": True,
    "area": True,
    "period_kind": True,
    "period": True,
    "value": True,
    "numerator": False,
    "denominator": False,
    "status": False,
    "release": False,
    "retrieved_on": False,
    "source_file": False,
    "source_row": False,
}
"""The columns of a table, and whether each must be there; ``dimension.NAME`` may be added."""

_NAMES = f"Columns are: {', '.join(COLUMNS)}, dimension.NAME."
_MOST_PLACES = 3
_BEGINS_AS_NUMBER = re.compile(r"\W*[0-9]")

MOST_COLUMNS = 1000
"""More columns than these are no table of figures."""


_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def _other_separator(line: str) -> str | None:
    """Return what separates the names of columns in place of commas; None where nothing does."""
    return next(
        (sign for sign in _SEPARATORS if {"indicator", "area"} <= set(line.split(sign))), None
    )


def dimension_columns(header: Sequence[str]) -> dict[str, str]:
    """Return the dimension that each column of dimensions is about, by name of the column."""
    dimensions = {name: dimension_of(name) for name in header}
    return {name: dimension for name, dimension in dimensions.items() if dimension}


def header_problems(header: Sequence[str], file: str | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with the header of a table (SFR402), or that it lists children (SFR705)."""
    where = Location(file, "", 1, 1)
    if refused := child_list_error(header, where):
        yield refused
        return
    if not header:
        yield Diagnostic("SFR402", "the table is empty", where, help="Write the header first.")
        return
    if len(header) == 1 and (sign := _other_separator(header[0])):
        message = f"the cells are separated by {_SEPARATORS[sign]}, not by commas"
        help_ = "Save it as CSV with commas (in a spreadsheet: CSV UTF-8)."
        yield Diagnostic("SFR402", message, where, help=help_)
        return
    if len(header) > MOST_COLUMNS:
        message = f"the table has {len(header):,} columns"
        help_ = f"Leave out what is not needed: {MOST_COLUMNS:,} are read at most."
        yield Diagnostic("SFR402", message, where, help=help_)
        return
    named = [name for name in header if name.strip()]
    if len(named) < len(header):
        blank = len(header) - len(named)
        message = "a column has no name" if blank == 1 else f"{blank} columns have no name"
        help_ = "Delete the empty columns: such a spreadsheet has cells that look empty."
        yield Diagnostic("SFR402", message, where, help=help_)
    # In a table without a header they are figures, which no message repeats.
    numbers = [at for at, name in enumerate(header, 1) if _BEGINS_AS_NUMBER.match(name)]
    if numbers:
        places = ", ".join(map(str, numbers[:_MOST_PLACES])) + (
            ", ..." if numbers[_MOST_PLACES:] else ""
        )
        message = f"the first line has numbers in place of names, in column {places}"
        yield Diagnostic("SFR402", message, where, help=f"Write the header first. {_NAMES}")
        named = [name for name in named if not _BEGINS_AS_NUMBER.match(name)]
    for name in sorted(name for name, times in Counter(named).items() if times > 1):
        message = f"the column {quote_key(name)} stands twice"
        yield Diagnostic("SFR402", message, where, help="Keep one of them.")
    unknown = [n for n in named if n not in COLUMNS and not dimension_of(n)]
    missing = [name for name, needed in COLUMNS.items() if needed and name not in header]
    for name in unknown:
        near = did_you_mean(name, missing or list(COLUMNS))
        missing = [column for column in missing if column != near]
        yield Diagnostic(
            "SFR402",
            f"the column {quote_key(name)} is not known",
            where,
            help=_NAMES,
            suggestion=near,
        )
    for name in missing:
        message = f"the column '{name}' is missing"
        yield Diagnostic("SFR402", message, where, help=f"Add the column '{name}'.")
