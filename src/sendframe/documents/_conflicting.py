"""Figures that two documents of a portfolio give, and give differently."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, Location, Related

if TYPE_CHECKING:
    from sendframe.model import Observations, Origin

__all__ = ["conflicting"]

_HELP = "Leave one of the two out, or name the release that each is from."


def conflicting(figures: "Observations", name: Callable[[str], str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that another file gives differently.

    One release gives a figure once. Files that say the same of it are in order: separate imports
    may overlap. Two rows of one file are reported where that file is read.

    Args:
        figures: The figures with where each was read.
        name: Gives the name of a file as people know it.
    """
    files = figures.origin_file
    if len(files.values) < 2:  # noqa: PLR2004  # no other file
        return
    first: dict[int, int] = {}
    for row, identity in enumerate(figures.identities()):
        other = first.setdefault(identity, row)
        if files[other] != files[row] and _content(figures, other) != _content(figures, row):
            message = "another document gives this figure of the same release differently"
            related = Related(_place(figures.origin(other), name), "it stands here")
            place = _place(figures.origin(row), name)
            yield Diagnostic("SFR405", message, place, help=_HELP, related=(related,))


def _content(figures: "Observations", row: int) -> tuple[object, ...]:
    columns = (figures.value, figures.symbol, figures.numerator, figures.denominator)
    return tuple(column[row] for column in columns)


def _place(origin: "Origin", name: Callable[[str], str]) -> Location:
    pointer = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
    return Location(name(str(origin.file)), pointer, origin.line, origin.line and 1)
