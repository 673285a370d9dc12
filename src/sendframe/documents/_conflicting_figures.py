"""Figures that two documents of a portfolio give differently."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, Location, Related

if TYPE_CHECKING:
    from sendframe.model import Observations, Origin

__all__ = ["conflicting_figures"]

_HELP = "Remove one of the two, or name the release that each is from."


def conflicting_figures(
    figures: "Observations", name: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that another file gives differently.

    A release gives a figure once. Files that give the same figure are accepted: separate imports
    may overlap. Two rows of one file are reported where that file is read.

    Args:
        figures: The figures with their origins.
        name: Returns the name of a file in the report.
    """
    files = figures.origin_file
    if len(files.values) < 2:  # noqa: PLR2004  # no other file
        return
    first: dict[int, int] = {}
    for row, identity in enumerate(figures.identities()):
        other = first.setdefault(identity, row)
        if files[other] != files[row] and _content(figures, other) != _content(figures, row):
            message = "another document gives this figure of the same release differently"
            related = Related(_location(figures.origin(other), name), "the other figure is here")
            location = _location(figures.origin(row), name)
            yield Diagnostic("SFR405", message, location, help=_HELP, related=(related,))


def _content(figures: "Observations", row: int) -> tuple[object, ...]:
    columns = (figures.value, figures.symbol, figures.numerator, figures.denominator)
    return tuple(column[row] for column in columns)


def _location(origin: "Origin", name: Callable[[str], str]) -> Location:
    pointer = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
    return Location(name(str(origin.file)), pointer, origin.line, origin.line and 1)
