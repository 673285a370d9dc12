"""Figures that two documents of a portfolio give, and give differently."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, Location, Related

if TYPE_CHECKING:
    from sendframe.model import Observation, Origin

__all__ = ["conflicting"]

_HELP = "Leave one of the two out, or name the release that each is from."


def conflicting(
    figures: "Sequence[tuple[Observation, Origin]]", name: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that another file gives differently.

    One release gives a figure once. Files that say the same of it are in order: separate imports
    may overlap. Two rows of one file are told where that file is read.

    Args:
        figures: The figures with where each was read.
        name: Gives the name of a file as people know it.
    """
    if len({origin.file for _, origin in figures}) == 1:
        return
    first: dict[tuple[object, ...], tuple[Observation, Origin]] = {}
    for row, origin in figures:
        key = (row.indicator, row.area, row.period, row.dimensions, row.release)
        other, where = first.setdefault(key, (row, origin))
        if where.file != origin.file and _said(other) != _said(row):
            message = "another document gives this figure of the same release differently"
            related = Related(_place(where, name), "it stands here")
            place = _place(origin, name)
            yield Diagnostic("SFR405", message, place, help=_HELP, related=(related,))


def _said(row: "Observation") -> tuple[object, ...]:
    return row.value, row.symbol, row.numerator, row.denominator


def _place(origin: "Origin", name: Callable[[str], str]) -> Location:
    pointer = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
    return Location(name(str(origin.file)), pointer, origin.line, origin.line and 1)
