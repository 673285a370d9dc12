"""What was found wrong, where, and what to do about it."""

from typing import Literal

import attrs

from ._location import Location

__all__ = ["Diagnostic", "Related", "Severity"]

Severity = Literal["error", "warning", "note"]
"""``error`` stops the work, ``warning`` does not, ``note`` is for information."""


@attrs.frozen
class Related:
    """Another place that belongs to the same finding, such as the other end of a reference.

    Attributes:
        location: The other place.
        message: What stands there, as one short phrase.

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    location: Location
    message: str


@attrs.frozen
class Diagnostic:
    """One finding about a document, in parts that a program can use.

    Codes and fields are API; the wording of ``message`` and ``help`` is not.

    Attributes:
        code: Stable code, such as ``SFR101``; ``sendframe explain CODE`` prints its manual.
        message: What is wrong, as one sentence without a full stop.
        location: Where it is.
        severity: ``error``, ``warning`` or ``note``.
        help: How to put it right, as one sentence; empty where nothing more can be said.
        suggestion: The key, id or value that was probably meant.
        related: Other places that belong to the finding.
        source: Which distribution the check that found it came from.
        about: Id of the thing it is about, where it is about one.
        facts: Ids of the facts it rests on.

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    code: str
    message: str
    location: Location = Location()
    severity: Severity = "error"
    help: str = ""
    suggestion: str | None = None
    related: tuple[Related, ...] = ()
    source: str = "sendframe"
    about: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order of diagnostics: by file, line, column, pointer, code and message."""
        where = self.location
        return (
            where.file or "",
            where.line or 0,
            where.column or 0,
            where.pointer,
            self.code,
            self.message,
        )

    def __str__(self) -> str:
        return f"{self.location}: {self.severity} {self.code}: {self.message}"
