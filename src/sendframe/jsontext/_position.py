"""Lines and columns of the values of a document, from JSON pointers.

Nothing is indexed beforehand. One walk finds all pointers and skips every other part of the
document one bracket at a time.

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
        self._starts.extend(map(re.Match.end, _BREAK.finditer(text)))

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


@attrs.frozen
class Position:
    """The position of a value.

    Attributes:
        value: Line and column of the first character of the value, both from 1.
        key: Line and column of its key's opening quotation mark; None for an item of an
            array and for the document itself.
    """

    value: tuple[int, int]
    key: tuple[int, int] | None = None


@attrs.define(eq=False)
class _Wanted:
    """A node of the tree of wanted pointers.

    Attributes:
        pointer: The pointer that ends here; None where there is none.
        steps: The next nodes, by key or index.
    """

    pointer: str | None = None
    steps: "dict[str, _Wanted]" = attrs.Factory(dict)


@attrs.define(eq=False)
class _Open:
    """An object or array that is being searched.

    Attributes:
        steps: What is wanted in it and not yet found, by key or index.
        index: Number of the next item; None in an object.
    """

    steps: "dict[str | int, _Wanted]"
    index: int | None


def locate(data: bytes | str, pointers: Iterable[str]) -> dict[str, Position]:
    """Find the positions of many values in one walk.

    Args:
        data: The document. It may be invalid: what cannot be reached is left out.
        pointers: JSON pointers (RFC 6901); the empty string is the document itself.

    Returns:
        The positions that were found, by pointer, in the order of the document.

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
        pointer: Position(lines.position(value), None if key is None else lines.position(key))
        for pointer, key, value in walk.found
    }


def _plan(pointers: Iterable[str]) -> _Wanted:
    """Join pointers into one tree."""
    root = _Wanted()
    for pointer in pointers:
        node = root
        for token in pointer_tokens(pointer):
            node = node.steps.setdefault(token, _Wanted())
        if not pointer or pointer.startswith("/"):
            node.pointer = pointer
    return root


class _Walk:
    """A search through a document, with its own stack; it ends where it cannot continue."""

    def __init__(self, text: str) -> None:
        self.found: list[_Found] = []
        self._text = text
        self._at = _after_gap(text, 0)
        self._stack: list[_Open] = []

    def run(self, root: _Wanted) -> None:
        """Record the positions of all that is wanted."""
        if self._at < len(self._text):
            self._take(root, None)
        while self._leave_finished() and self._at < len(self._text):
            container = self._stack[-1]
            if self._text[self._at] in "]}":
                self._stack.pop()
                self._at += 1
                continue
            if container.index is None:
                self._member(container)
            else:
                container.index += 1
                self._take(container.steps.pop(container.index - 1, None), None)

    def _leave_finished(self) -> bool:
        """Leave all containers in which nothing more is wanted."""
        finished = 0
        while self._stack and not self._stack[-1].steps:
            self._stack.pop()
            finished += 1
        if self._stack:
            at = skip_container(self._text, self._at, finished) if finished else self._at
            self._at = _after_gap(self._text, at)
        return bool(self._stack)

    def _member(self, container: _Open) -> None:
        """Read a key, and its value if there is one."""
        key = self._at
        match = TEXT.match(self._text, key)
        if match is None:
            self._at = len(self._text)
            return
        self._at = _after_gap(self._text, match.end())
        if self._text[self._at : self._at + 1] not in _NO_VALUE:
            self._take(container.steps.pop(unescape(match[0][1:-1]), None), key)

    def _take(self, wanted: _Wanted | None, key: int | None) -> None:
        """Record a value if it is wanted; enter it if something in it is wanted, else skip it."""
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
    return _GAP.match(text, at).end()  # type: ignore[union-attr]  # it also matches the empty text


def _skip(text: str, at: int) -> int:
    """Return the offset just after the value at *at*; the end where there is none."""
    if text[at] in "{[":
        return skip_container(text, at)
    match = _SCALAR.match(text, at)
    return match.end() if match else len(text)
