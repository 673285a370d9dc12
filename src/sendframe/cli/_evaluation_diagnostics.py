"""Return the notices and discrepancies of an evaluation as diagnostics with line and column."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from sendframe.documents import MANIFEST, read_bytes, with_positions
from sendframe.errors import Diagnostic, Location, Related
from sendframe.model import Evaluation, RelatedPlace

__all__ = ["PUBLIC_FORMATS", "diagnostics_of", "for_the_public"]

PUBLIC_FORMATS = ("github", "gitlab", "sarif")
"""Formats of diagnostics whose readers are more than those who may see every figure."""

_NOT_PRINTED = (
    "what was found depends on a figure that may not be shown; "
    "'sendframe check' in a terminal prints it"
)


def diagnostics_of(evaluation: Evaluation, folder: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of an evaluation in order, without accepted ones.

    Args:
        evaluation: The evaluation of the folder.
        folder: The folder, as the user named it.
    """
    diagnostics: list[Diagnostic] = []
    data: dict[str | None, bytes] = {}

    def with_file(location: Location) -> Location:
        """Return a location with the path of its file, and read the file to find lines."""
        if location.file is not None and ":" in location.file:
            return location  # a document of a plug-in, which is not in the folder
        path = Path(folder, location.file or MANIFEST)
        file = path.as_posix()
        if file not in data:
            data[file] = read_bytes(path, shown=file, limit=2**31 - 1)[0]
        return attrs.evolve(location, file=file)

    for diagnostic in (*_notices(evaluation), *_discrepancies(evaluation)):
        related = tuple(
            attrs.evolve(other, location=with_file(other.location)) for other in diagnostic.related
        )
        diagnostics.append(
            attrs.evolve(diagnostic, location=with_file(diagnostic.location), related=related)
        )
    return with_positions(diagnostics, data)


def for_the_public(
    diagnostics: Iterable[Diagnostic], shown: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return diagnostics without the words of those that depend on a hidden figure.

    Code, place and severity are kept, so that the result of a command is that of every format.

    Args:
        diagnostics: Those of all figures.
        shown: Those of the figures that may be shown.
    """
    public = set(shown)
    return tuple(
        each
        if each in public
        else attrs.evolve(
            each, message=_NOT_PRINTED, help="", suggestion=None, related=(), facts=()
        )
        for each in diagnostics
    )


def _notices(evaluation: Evaluation) -> Iterator[Diagnostic]:
    for notice in evaluation.notices:
        if notice.accepted is None:
            yield Diagnostic(
                notice.code,
                notice.message,
                Location(notice.document, notice.pointer or "", notice.line),
                severity=notice.severity,
                help=notice.help or "",
                related=_related(notice.related),
                source=notice.made_by,
                about=notice.about,
            )


def _discrepancies(evaluation: Evaluation) -> Iterator[Diagnostic]:
    for discrepancy in evaluation.discrepancies:
        if discrepancy.accepted is None:
            yield Diagnostic(
                discrepancy.code,
                discrepancy.question,
                Location(discrepancy.document, discrepancy.pointer or "", discrepancy.line),
                severity="note",
                related=_related(discrepancy.related),
                source=discrepancy.made_by,
                about=discrepancy.about,
                facts=discrepancy.facts,
            )


def _related(places: Iterable[RelatedPlace]) -> tuple[Related, ...]:
    return tuple(
        Related(Location(place.document, place.pointer or ""), place.message) for place in places
    )
