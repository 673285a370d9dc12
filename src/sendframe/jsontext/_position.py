"""Where the values of a document stand: lines and columns from JSON pointers.

Nothing is indexed beforehand. One walk finds all pointers asked for and passes over every
other part of the document one bracket at a time.

Lines end with CR LF (one line break), LF or CR, as in the Language Server Protocol and in
Python's universal newlines. Columns are characters (code points): a tab is one, an emoji
is one. A byte order mark is not counted.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable

import attrs

from sendframe.errors import pointer_tokens

from ._lexer import TEXT, skip_container, unescape

__all__ = ["Lines", "Position", "locate"]

_BREAK = re.compile(r"\r\n?|\n")
_GAP = re.compile(r"[ \t\r\n,:]*+")  # commas and colons too: the walk need not be strict
_SCALAR = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^\s"\[\]{},:]++', re.DOTALL)
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")
_NO_VALUE = ("", "]", "}")

_Found = tuple[str, int | None, int]


class Lines:
    """The lines of a text.

    Args:
        text: The document, without a byte order mark.
    """

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        # An array: fifty million line breaks in a list would take two gigabytes.
        self._starts = array("I", (0,))
        self._starts.extend(found.end() for found in _BREAK.finditer(text))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@attrs.frozen
class Position:
    """Where a value stands.

    Attributes:
        value: Line and column of the first character of the value, both from 1.
        key: Line and column of its key's opening quotation mark; None for an item of an
            array and for the whole document.
    """

    value: tuple[int, int]
    key: tuple[int, int] | None = None


@attrs.define(eq=False)
class _Wanted:
    """A step of the pointers asked for.

    Attributes:
        pointer: The pointer that ends here; None where pointers only pass through.
        steps: The steps below, by reference token.
    """

    pointer: str | None = None
    steps: "dict[str, _Wanted]" = attrs.Factory(dict)


@attrs.define(eq=False)
class _Open:
    """A container that is being walked through.

    Attributes:
        steps: What is wanted inside and not yet found: keys, or indices.
        index: Number of the next item; None in an object.
    """

    steps: "dict[str | int, _Wanted]"
    index: int | None


def locate(data: bytes | str, pointers: Iterable[str]) -> dict[str, Position]:
    """Find the places of many values in one walk.

    Args:
        data: The document. It need not be sound: what cannot be reached is left out.
        pointers: JSON pointers (RFC 6901); the empty string is the whole document.

    Returns:
        The places found, by pointer, in the order in which they stand in the document.

    Examples:
        >>> locate(b'{"a": [1, 2]}', ["/a/1"])
        {'/a/1': Position(value=(1, 11), key=None)}
        >>> locate(b'{"a": [1, 2]}', ["/a", "/b"])
        {'/a': Position(value=(1, 7), key=(1, 2))}
    """
    text = data if isinstance(data, str) else data.decode("utf-8", "surrogateescape")
    text = text.removeprefix("\ufeff")
    lines = Lines(text)
    walk = _Walk(text)
    walk.run(_plan(pointers))
    return {
        pointer: Position(lines.place(value), None if key is None else lines.place(key))
        for pointer, key, value in walk.found
    }


def _plan(pointers: Iterable[str]) -> _Wanted:
    """Join the pointers into one tree."""
    root = _Wanted()
    for pointer in pointers:
        here = root
        for name in pointer_tokens(pointer):
            here = here.steps.setdefault(name, _Wanted())
        if not pointer or pointer.startswith("/"):
            here.pointer = pointer
    return root


class _Walk:
    """The way through a document, with a stack of its own; it ends where it cannot go on."""

    def __init__(self, text: str) -> None:
        self.found: list[_Found] = []
        self._text = text
        self._at = _after_gap(text, 0)
        self._stack: list[_Open] = []

    def run(self, root: _Wanted) -> None:
        """Note the places of all that is wanted."""
        if self._at < len(self._text):
            self._take(root, None)
        while self._leave_done() and self._at < len(self._text):
            here = self._stack[-1]
            if self._text[self._at] in "]}":
                self._stack.pop()
                self._at += 1
                continue
            if here.index is None:
                self._member(here)
            else:
                here.index += 1
                self._take(here.steps.pop(here.index - 1, None), None)

    def _leave_done(self) -> bool:
        """Leave the containers in which nothing more is wanted, all at once."""
        done = 0
        while self._stack and not self._stack[-1].steps:
            self._stack.pop()
            done += 1
        if self._stack:
            at = skip_container(self._text, self._at, done) if done else self._at
            self._at = _after_gap(self._text, at)
        return bool(self._stack)

    def _member(self, here: _Open) -> None:
        """Read a key, and its value if there is one."""
        key = self._at
        found = TEXT.match(self._text, key)
        if found is None:
            self._at = len(self._text)
            return
        self._at = _after_gap(self._text, found.end())
        if self._text[self._at : self._at + 1] not in _NO_VALUE:
            self._take(here.steps.pop(unescape(found[0][1:-1]), None), key)

    def _take(self, wanted: _Wanted | None, key: int | None) -> None:
        """Note a value if it is wanted; enter it if something is wanted in it, else pass it."""
        if wanted is not None and wanted.pointer is not None:
            self.found.append((wanted.pointer, key, self._at))
        bracket = self._text[self._at]
        if wanted is None or not wanted.steps or bracket not in "{[":
            self._at = _skip(self._text, self._at)
            return
        steps: dict[str | int, _Wanted] = {}
        if bracket == "{":
            steps.update(wanted.steps)
        else:
            steps.update((int(k), v) for k, v in wanted.steps.items() if _INDEX.fullmatch(k))
        self._stack.append(_Open(steps, None if bracket == "{" else 0))
        self._at += 1


def _after_gap(text: str, at: int) -> int:
    return _GAP.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too


def _skip(text: str, at: int) -> int:
    """Return the offset just after the value at *at*; the end where there is none."""
    if text[at] in "{[":
        return skip_container(text, at)
    found = _SCALAR.match(text, at)
    return found.end() if found else len(text)
