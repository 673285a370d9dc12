"""The exceptions of sendframe."""

from typing import ClassVar

import attrs

from ._diagnostic import Diagnostic
from ._failure import PluginFailure

__all__ = [
    "CannotCompare",
    "CannotWrite",
    "InvalidDocument",
    "InvalidValue",
    "LibraryMissing",
    "MissingDate",
    "PluginFailed",
    "PluginMissing",
    "SendframeError",
    "UnknownId",
    "UnknownName",
]

_MAX_LISTED = 100
"""Where there are more names than this, the message lists only those that are near."""


class SendframeError(Exception):
    """The root of every exception that sendframe raises on purpose.

    Hooks: every one.
    """

    code: ClassVar[str] = "SFR000"


@attrs.frozen
class InvalidValue(SendframeError, ValueError):
    """A value breaks a rule of its class.

    Attributes:
        owner: Name of the class.
        pointer: JSON pointer from the object to the value, such as ``/due`` or ``/actions/2``.
        problem: What is wrong, as one sentence without a full stop.
    """

    code: ClassVar[str] = "SFR110"
    owner: str
    pointer: str
    problem: str

    def __str__(self) -> str:
        return f"{self.owner}{self.pointer}: {self.problem}"


@attrs.frozen
class InvalidDocument(SendframeError, ValueError):
    """A document, or a folder of documents, is invalid.

    Attributes:
        diagnostics: Every problem, in order.
    """

    code: ClassVar[str] = "SFR100"
    diagnostics: tuple[Diagnostic, ...]

    def __str__(self) -> str:
        count = len(self.diagnostics)
        heading = f"{count} problem{'' if count == 1 else 's'} found"
        return "\n".join([heading, *map(str, self.diagnostics)])


@attrs.frozen
class CannotCompare(SendframeError, ValueError):
    """Two documents are of different kinds, so that they cannot be compared.

    Attributes:
        old: Kind of the older one.
        new: Kind of the newer one.
    """

    code: ClassVar[str] = "SFR025"
    old: str
    new: str

    def __str__(self) -> str:
        return f"'{self.old}' and '{self.new}' cannot be compared: name two documents of one kind"


@attrs.frozen
class CannotWrite(SendframeError, OSError):
    """A file could not be written; existing files are unchanged.

    Attributes:
        file: The file, with ``/`` between folders.
        reason: The reason of the operating system.
    """

    code: ClassVar[str] = "SFR018"
    file: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.file}: {self.reason}; nothing was changed"


@attrs.frozen
class MissingDate(SendframeError, ValueError):
    """Neither the call nor ``portfolio.json`` gives a date to evaluate at."""

    code: ClassVar[str] = "SFR019"

    def __str__(self) -> str:
        return 'no date to evaluate at: give as_at, or write "as_at" in portfolio.json'


@attrs.frozen
class UnknownName(SendframeError, LookupError):
    """There is nothing with a given name.

    Attributes:
        kind: The kind of thing, such as ``profile``, ``schema`` or ``check``.
        name: The given name.
        known: The existing names, sorted.
    """

    code: ClassVar[str] = "SFR020"
    kind: str
    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        message = f"no {self.kind} is called {self.name!r}"
        if len(self.known) <= _MAX_LISTED:
            return f"{message}; there are: {', '.join(self.known) or 'none'}"
        from difflib import get_close_matches  # only where there are too many to list

        suggestions = get_close_matches(self.name, self.known, n=5)
        return f"{message}; near ones: {', '.join(suggestions)}" if suggestions else message


@attrs.frozen
class UnknownArea(SendframeError, LookupError):
    """No area has a given code.

    Attributes:
        given: The given GSS code or number of the Department for Education.
        near: Code of the nearest area; None where none is near.
        name: Name of that area.
    """

    code: ClassVar[str] = "SFR027"
    given: str
    near: str | None = None
    name: str | None = None

    def __str__(self) -> str:
        suggestion = "" if self.near is None else f"; did you mean {self.near} ({self.name})?"
        return f"no area has the GSS code or DfE number {self.given!r}{suggestion}"


@attrs.frozen
class UnknownId(SendframeError, LookupError):
    """Nothing of a class has a given id.

    Attributes:
        kind: Name of the class, such as ``Action``.
        given: The given id.
        near: The nearest id of the class; None where none is near.
    """

    code: ClassVar[str] = "SFR032"
    kind: str
    given: str
    near: str | None = None

    def __str__(self) -> str:
        suggestion = "" if self.near is None else f"; did you mean {self.near!r}?"
        return f"no {self.kind} has the id {self.given!r}{suggestion}"


@attrs.frozen
class NoNeighbours(SendframeError, LookupError):
    """An edition of the statistical neighbours has none for an area.

    Attributes:
        area: Name of the area.
        edition: The edition.
    """

    code: ClassVar[str] = "SFR028"
    area: str
    edition: str

    def __str__(self) -> str:
        return f"the statistical neighbours of {self.edition} have none for {self.area}"


@attrs.frozen
class NothingToReport(SendframeError, LookupError):
    """The documents have nothing that a report is for; nothing was written.

    Attributes:
        profile: Id of the profile.
        needed: Headings of the sections of which at least one is needed.
    """

    code: ClassVar[str] = "SFR029"
    profile: str
    needed: tuple[str, ...]

    def __str__(self) -> str:
        headings = ", ".join(f"“{heading}”" for heading in self.needed)
        return f"there is nothing to tell in {self.profile!r}: the documents have nothing for {headings}"


@attrs.frozen
class NotPublishable(SendframeError, ValueError):
    """A report was to be publishable and is a draft, or is not for the public; nothing was written.

    Attributes:
        reasons: Each reason, with the id of its profile before it.
    """

    code: ClassVar[str] = "SFR030"
    reasons: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        reasons = "; ".join(f"{profile}: {reason}" for profile, reason in self.reasons)
        return f"not publishable, and nothing was written: {reasons}"


@attrs.frozen
class LibraryMissing(SendframeError, ImportError):
    """A library that the call needs is not installed; sendframe itself does not need it.

    Attributes:
        library: Its name.
        install: What to give to ``python -m pip install``.
    """

    code: ClassVar[str] = "SFR031"
    library: str
    install: str

    def __str__(self) -> str:
        return f"{self.library} is not installed: python -m pip install '{self.install}'"


@attrs.frozen
class PluginFailed(SendframeError, RuntimeError):
    """A plug-in failed, and ``strict`` was given.

    Attributes:
        failure: The failure, without the message of its exception.
    """

    code: ClassVar[str] = "SFR900"
    failure: PluginFailure

    def __str__(self) -> str:
        return str(self.failure)


@attrs.frozen
class PluginMissing(SendframeError, LookupError):
    """Part of a plug-in is missing, and ``strict`` was given.

    Attributes:
        sentence: What is missing, as one sentence.
    """

    code: ClassVar[str] = "SFR901"
    sentence: str

    def __str__(self) -> str:
        return self.sentence
