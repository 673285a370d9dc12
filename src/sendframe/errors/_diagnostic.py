"""Diagnostics: what is wrong, where, and what to do about it."""

from typing import Literal

import attrs

from sendframe.identifiers import masked

from ._location import Location

__all__ = ["Diagnostic", "Related", "Severity"]

Severity = Literal["error", "warning", "note"]
"""``error`` stops the work, ``warning`` does not, ``note`` is for information."""


@attrs.frozen
class Related:
    """Another location of the same diagnostic, such as the other end of a reference.

    Attributes:
        location: The other location.
        message: What is there, as one short phrase.

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    location: Location
    message: str


@attrs.frozen
class Diagnostic:
    """One problem or note about a document, in parts that a program can use.

    Codes and fields are API; the wording of ``message`` and ``help`` is not. In both, what may
    identify a person is replaced by what it is, such as ``[UPN]``.

    Attributes:
        code: Stable code, such as ``SFR101``; ``sendframe explain CODE`` prints its manual.
        message: What is wrong, as one sentence without a full stop.
        location: Where it is.
        severity: ``error``, ``warning`` or ``note``.
        help: How to correct it, as sentences; empty where there is nothing to add.
        suggestion: The nearest correct key, id or value.
        related: Other locations.
        source: The distribution of the check that reported it.
        about: Id of the thing it concerns, where it concerns one.
        facts: Ids of the facts it rests on.

    Hooks: ``sendframe_checks`` and ``sendframe_readers``.
    """

    code: str
    message: str = attrs.field(converter=masked)
    location: Location = Location()
    severity: Severity = "error"
    help: str = attrs.field(default="", converter=masked)
    suggestion: str | None = None
    related: tuple[Related, ...] = ()
    source: str = "sendframe"
    about: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order of diagnostics: by file, line, column, pointer, code and message."""
        location = self.location
        return (
            location.file or "",
            location.line or 0,
            location.column or 0,
            location.pointer,
            self.code,
            self.message,
        )

    def __str__(self) -> str:
        return f"{self.location}: {self.severity} {self.code}: {self.message}"
