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
    "MissingDate",
    "PluginFailed",
    "PluginMissing",
    "SendframeError",
    "UnknownName",
]

_MOST_LISTED = 100
"""Where there are more names than this, near ones are told in place of all."""


class SendframeError(Exception):
    """The root of every exception that sendframe raises on purpose."""

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
    """A document, or a folder of documents, could not be accepted.

    Attributes:
        diagnostics: Every problem found, in order.
    """

    code: ClassVar[str] = "SFR100"
    diagnostics: tuple[Diagnostic, ...]

    def __str__(self) -> str:
        count = len(self.diagnostics)
        first = f"{count} problem{'' if count == 1 else 's'} found"
        return "\n".join([first, *(str(each) for each in self.diagnostics)])


@attrs.frozen
class CannotCompare(SendframeError, ValueError):
    """Two documents are of different kinds, so that nothing in them belongs together.

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
    """A file could not be written; what stood there before is unchanged.

    Attributes:
        file: The file, with ``/`` between folders.
        reason: The operating system's reason.
    """

    code: ClassVar[str] = "SFR018"
    file: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.file}: {self.reason}; nothing was changed"


@attrs.frozen
class MissingDate(SendframeError, ValueError):
    """Neither the call nor ``portfolio.json`` says at which date to evaluate."""

    code: ClassVar[str] = "SFR019"

    def __str__(self) -> str:
        return 'no date to evaluate at: give as_at, or write "as_at" in portfolio.json'


@attrs.frozen
class UnknownName(SendframeError, LookupError):
    """Something was asked for by a name that nothing has.

    Attributes:
        kind: What was asked for, such as ``profile``, ``schema`` or ``check``.
        name: The name given.
        known: The names there are, sorted.
    """

    code: ClassVar[str] = "SFR020"
    kind: str
    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = f"no {self.kind} is called {self.name!r}"
        if len(self.known) <= _MOST_LISTED:
            return f"{told}; there are: {', '.join(self.known) or 'none'}"
        from difflib import get_close_matches  # only where there are too many to list

        near = get_close_matches(self.name, self.known, n=5)
        return f"{told}; near ones: {', '.join(near)}" if near else told


@attrs.frozen
class UnknownArea(SendframeError, LookupError):
    """No area has a code that was given.

    Attributes:
        given: What was given as a GSS code or a number of the Department for Education.
        near: Code of the area that was probably meant; None where none is near.
        name: Name of that area.
    """

    code: ClassVar[str] = "SFR027"
    given: str
    near: str | None = None
    name: str | None = None

    def __str__(self) -> str:
        meant = "" if self.near is None else f"; did you mean {self.near} ({self.name})?"
        return f"no area has the GSS code or DfE number {self.given!r}{meant}"


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
class PluginFailed(SendframeError, RuntimeError):
    """A plug-in failed while failures were asked to stop the work.

    Attributes:
        failure: What failed, without the foreign exception's message.
    """

    code: ClassVar[str] = "SFR900"
    failure: PluginFailure

    def __str__(self) -> str:
        return str(self.failure)


@attrs.frozen
class PluginMissing(SendframeError, LookupError):
    """Something of a plug-in is not there while that was asked to stop the work.

    Attributes:
        sentence: What is missing, as one plain sentence.
    """

    code: ClassVar[str] = "SFR901"
    sentence: str

    def __str__(self) -> str:
        return self.sentence
