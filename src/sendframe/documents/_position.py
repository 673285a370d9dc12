"""Lines and columns of diagnostics, found only when there is something to report."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import Diagnostic, Location, Related

if TYPE_CHECKING:
    from sendframe.jsontext import Position

__all__ = ["with_positions"]


def with_positions(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str | None, bytes]
) -> tuple[Diagnostic, ...]:
    """Give diagnostics their lines and columns, and sort them.

    Args:
        diagnostics: Diagnostics whose locations have a file and a pointer.
        sources: The bytes of each file.
    """
    diagnostics = list(diagnostics)
    if not diagnostics:
        return ()
    from sendframe.jsontext import locate  # most documents need no positions

    pointers: dict[str | None, set[str]] = {}
    for diagnostic in diagnostics:
        related = (other.location for other in diagnostic.related)
        for location in (diagnostic.location, *related):
            if location.line is None and location.file in sources:
                pointers.setdefault(location.file, set()).add(location.pointer)
    positions = {file: locate(sources[file], wanted) for file, wanted in pointers.items()}

    def positioned(location: Location, *, at_key: bool = False) -> Location:
        if location.line is not None:
            return location
        position: Position | None = positions.get(location.file, {}).get(location.pointer)
        if position is None:
            return location
        line, column = position.key if at_key and position.key else position.value
        return attrs.evolve(location, line=line, column=column)

    return tuple(
        sorted(
            (
                attrs.evolve(
                    diagnostic,
                    location=positioned(diagnostic.location, at_key=diagnostic.code == "SFR103"),
                    related=tuple(
                        Related(positioned(other.location), other.message)
                        for other in diagnostic.related
                    ),
                )
                for diagnostic in diagnostics
            ),
            key=lambda diagnostic: diagnostic.sort_key,
        )
    )
