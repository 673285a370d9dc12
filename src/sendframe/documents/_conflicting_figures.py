"""Figures that two documents of a portfolio give differently."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, Location, Related

if TYPE_CHECKING:
    from sendframe.model import Observation, Origin

__all__ = ["conflicting_figures"]

_HELP = "Remove one of the two, or name the release that each is from."


def conflicting_figures(
    figures: "Sequence[tuple[Observation, Origin]]", name: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that another file gives differently.

    A release gives a figure once. Files that give the same figure are accepted: separate imports
    may overlap. Two rows of one file are reported where that file is read.

    Args:
        figures: The figures with their origins.
        name: Returns the name of a file in the report.
    """
    if len({origin.file for _, origin in figures}) == 1:
        return
    first: dict[tuple[object, ...], tuple[Observation, Origin]] = {}
    for row, origin in figures:
        key = (row.indicator, row.area, row.period, row.dimensions, row.release)
        other, other_origin = first.setdefault(key, (row, origin))
        if other_origin.file != origin.file and _content(other) != _content(row):
            message = "another document gives this figure of the same release differently"
            related = Related(_location(other_origin, name), "the other figure is here")
            location = _location(origin, name)
            yield Diagnostic("SFR405", message, location, help=_HELP, related=(related,))


def _content(row: "Observation") -> tuple[object, ...]:
    return row.value, row.symbol, row.numerator, row.denominator


def _location(origin: "Origin", name: Callable[[str], str]) -> Location:
    pointer = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
    return Location(name(str(origin.file)), pointer, origin.line, origin.line and 1)
