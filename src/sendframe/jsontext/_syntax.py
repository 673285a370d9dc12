"""Reads a document word by word, to say everything that is wrong with it and where.

This is the slow way, at about thirty times the time of the compiled parser. It is taken
when that parser refuses a document, or when something in it looks suspicious. It accepts
exactly the documents that have no problem; it makes no values.
"""

from collections.abc import Callable

import attrs

from sendframe.errors import Diagnostic, Location, Related, json_pointer

from ._lexer import Lexer, shown, skip_container, unescape
from ._limits import ParseLimits
from ._position import Lines

__all__ = ["MOST_PROBLEMS", "check_syntax"]

MOST_PROBLEMS = 100
"""Reading stops at so many problems, so that a damaged file of 50 MB gives a short answer."""

_CLOSERS = {"{": "}", "[": "]"}
_EMPTY_LITERALS = {"none", "null", "nil", "undefined"}
_BEGINNINGS = {"text", "value", "word", "{", "["}
_NAMES = {
    "text": "a text",
    "value": "a number or literal",
    "word": "a word without quotation marks",
    "end": "the end",
}


@attrs.define(eq=False)
class _Open:
    """A container that is being read.

    Attributes:
        closer: The bracket that ends it.
        start: Offset of the bracket that began it.
        token: The key or index at which the reading stands; None before the first key.
        keys: Where each key stood first.
    """

    closer: str
    start: int
    token: str | int | None
    keys: dict[str, int] = attrs.Factory(dict)


def _named(kind: str) -> str:
    return _NAMES.get(kind, f"'{kind}'")


def check_syntax(text: str, limits: ParseLimits, file: str | None = None) -> tuple[Diagnostic, ...]:
    """Report every problem of a document's syntax.

    Args:
        text: The document, decoded, without a byte order mark. Undecodable bytes may stand
            in it as lone surrogates; they are passed over.
        limits: How deep the document and how long a number may be.
        file: The document's name in the report.

    Returns:
        At most 100 diagnostics in the order in which they stand in the document; none where
        it can be read.
    """
    reader = _Reader(text, limits, file)
    reader.run()
    problems = reader.problems
    if len(problems) >= MOST_PROBLEMS:
        last = problems[MOST_PROBLEMS - 1]
        more = f"{last.help} Only the first {MOST_PROBLEMS} problems are listed."
        problems = [*problems[: MOST_PROBLEMS - 1], attrs.evolve(last, help=more)]
    return tuple(sorted(problems, key=lambda each: each.sort_key))


class _Reader:
    """A state machine with a stack of its own, so that no depth of nesting can crash it.

    Each state is a method that takes a token and returns whether the token is used up.
    """

    def __init__(self, text: str, limits: ParseLimits, file: str | None) -> None:
        self.problems: list[Diagnostic] = []
        self._text = text
        self._file = file
        self._depth = limits.depth
        self._lexer = Lexer(text, limits.digits, self._report)
        self._lines: Lines | None = None
        self._stack: list[_Open] = []
        self._after = 0  # offset just after the last value or key
        self._comma = 0  # offset of the last comma
        self._state: Callable[[str, int, int], bool] | None = self._root

    def run(self) -> None:
        """Read until the end, or until reading on would only guess."""
        while self._state is not None and len(self.problems) < MOST_PROBLEMS:
            kind, start, end = self._lexer.read()
            if kind == "lost":
                return
            while kind != "skip" and self._state is not None:
                if self._state(kind, start, end):
                    break

    # What is reported

    def _report(
        self, code: str, offset: int, message: str, help_: str, related: tuple[Related, ...] = ()
    ) -> None:
        where = self._location(offset)
        self.problems.append(Diagnostic(code, message, where, help=help_, related=related))

    def _location(self, offset: int) -> Location:
        if self._lines is None:
            self._lines = Lines(self._text)
        pointer = json_pointer(each.token for each in self._stack if each.token is not None)
        # Lone surrogates (bytes that are not UTF-8) could not be printed.
        pointer = pointer.encode("utf-8", "replace").decode()
        return Location(self._file, pointer, *self._lines.place(offset))

    def _expected(self, kind: str, start: int, expected: str, help_: str) -> None:
        found = _named(kind)
        if kind == "other":
            sign = self._text[start]
            found = f"'{sign}'" if sign.isascii() else f"the character U+{ord(sign):04X}"
        self._report("SFR002", start, f"{found} found where {expected} is expected", help_)

    def _stop(self, kind: str, start: int, expected: str) -> bool:
        """Report a token that fits nowhere, and end the reading."""
        help_ = "Put this place right and check again; what follows was not read."
        related: tuple[Related, ...] = ()
        if kind == "end" and self._stack:
            count = len(self._stack)
            help_ = f"Add what is missing at the end; brackets still open: {count}."
            opened = self._stack[-1]
            related = (Related(self._location(opened.start), "opened here"),)
        self._expected(kind, start, expected, help_)
        self.problems[-1] = attrs.evolve(self.problems[-1], related=related)
        self._state = None
        return True

    # Values

    def _root(self, kind: str, start: int, end: int) -> bool:
        return self._begin(kind, start, end) or self._stop(kind, start, "a value")

    def _begin(self, kind: str, start: int, end: int) -> bool:
        """Take a value, or the opening bracket of one."""
        if kind not in _BEGINNINGS:
            return False
        if kind in _CLOSERS:
            self._open(kind, start)
            return True
        if kind == "word":
            word = self._text[start:end].lower()
            if word in _EMPTY_LITERALS:
                help_ = "Write null, in small letters."
            elif word in {"true", "false"}:
                help_ = "Write true or false, in small letters."
            else:
                help_ = "Put the text in double quotation marks."
            self._expected(kind, start, "a value", help_)
        self._finish(end)
        return True

    def _open(self, kind: str, start: int) -> None:
        if len(self._stack) >= self._depth:
            self._report(
                "SFR010",
                start,
                f"arrays and objects are nested more than {self._depth} deep",
                "Nest the document less deeply.",
            )
            self._lexer.position = skip_container(self._text, start)
            self._finish(self._lexer.position)
        elif kind == "{":
            self._stack.append(_Open("}", start, None))
            self._state = self._key_or_end
        else:
            self._stack.append(_Open("]", start, 0))
            self._state = self._item_or_end

    def _finish(self, end: int) -> None:
        self._after = end
        self._state = self._comma_or_end if self._stack else self._done

    def _close(self, end: int) -> bool:
        self._stack.pop()
        self._finish(end)
        return True

    def _item_or_end(self, kind: str, start: int, end: int) -> bool:
        if kind == "]":
            return self._close(end)
        return self._item(kind, start, end)

    def _item(self, kind: str, start: int, end: int) -> bool:
        if self._begin(kind, start, end):
            return True
        if kind == "]":
            self._trailing_comma()
            return self._close(end)
        return self._no_item(kind, start, end, "a value")

    def _value(self, kind: str, start: int, end: int) -> bool:
        if self._begin(kind, start, end):
            return True
        if kind in {",", "}", "]"}:
            self._expected(kind, start, "a value", "Write a value after the colon, or null.")
            self._finish(self._after)
            return False
        return self._stop(kind, start, "a value")

    # Keys

    def _key_or_end(self, kind: str, start: int, end: int) -> bool:
        if kind == "}":
            return self._close(end)
        return self._key(kind, start, end)

    def _key(self, kind: str, start: int, end: int) -> bool:
        if kind == "}":
            self._trailing_comma()
            return self._close(end)
        expected = "a key in double quotation marks"
        if kind not in {"text", "word", "value"}:
            return self._no_item(kind, start, end, expected)
        here = self._stack[-1]
        if kind == "text":
            here.token = key = unescape(self._text[start + 1 : end - 1])
            if key in here.keys:
                first = Related(self._location(here.keys[key]), "first here")
                self._report(
                    "SFR005",
                    start,
                    f"the key {shown(key)} stands twice in one object",
                    "Keep one of the two; programs would take one and drop the other.",
                    (first,),
                )
            here.keys.setdefault(key, start)
        else:
            self._expected(kind, start, expected, 'Write the key as "key".')
        self._after = end
        self._state = self._colon
        return True

    def _colon(self, kind: str, start: int, end: int) -> bool:
        if kind == ":":
            self._after = end
            self._state = self._value
            return True
        if kind == "other" and self._text[start] == "=":
            self._expected(kind, start, "':'", "Write a colon between key and value.")
            self._state = self._value
            return True
        if kind in {",", "}", "]"}:
            self._expected(kind, start, "':'", "Write a colon and a value after the key.")
            self._finish(self._after)
            return False
        if kind in _BEGINNINGS:
            self._expected(kind, start, "':'", "Write a colon between key and value.")
            self._state = self._value
            return False
        return self._stop(kind, start, "':'")

    # What follows a value

    def _comma_or_end(self, kind: str, start: int, end: int) -> bool:
        here = self._stack[-1]
        listed = here.closer == "]"
        if kind == ",":
            self._next_item(start)
            return True
        if kind == here.closer:
            return self._close(end)
        if kind in {"}", "]"}:
            return self._wrong_closer(kind, start, end)
        if kind in {"word", "value"} and start == self._after and self._text[start - 1] == '"':
            self._report(
                "SFR002",
                start - 1,
                "a quotation mark ends the text here and more text follows",
                'Write \\" for a quotation mark inside a text; what follows was not read.',
            )
            self._state = None
            return True
        if kind in _BEGINNINGS if listed else kind in {"text", "word"}:
            self._report(
                "SFR002",
                self._after,
                f"{_named(kind)} follows where ',' is expected",
                "Write a comma between the two.",
            )
            self._next_item(self._after)
            return False
        return self._stop(kind, start, f"',' or '{here.closer}'")

    def _next_item(self, comma: int) -> None:
        here = self._stack[-1]
        self._comma = comma
        if here.closer == "]":
            here.token = int(here.token or 0) + 1
            self._state = self._item
        else:
            here.token = None
            self._state = self._key

    def _trailing_comma(self) -> None:
        self._report(
            "SFR002",
            self._comma,
            "a comma stands after the last item",
            "Remove the comma before the closing bracket.",
        )

    def _no_item(self, kind: str, start: int, end: int, expected: str) -> bool:
        """Handle what stands where an item or a key should."""
        if kind == ",":
            self._expected(kind, start, expected, "Remove the comma that is too many.")
            self._next_item(start)
            # A bracket may follow: that this comma is too many has been said.
            listed = self._stack[-1].closer == "]"
            self._state = self._item_or_end if listed else self._key_or_end
            return True
        if kind in {"}", "]"}:
            return self._wrong_closer(kind, start, end)
        return self._stop(kind, start, expected)

    def _wrong_closer(self, kind: str, start: int, end: int) -> bool:
        """Handle a bracket of the other kind: either one is missing or it is a slip."""
        here = self._stack[-1]
        self._report(
            "SFR002",
            start,
            f"'{kind}' found where '{here.closer}' is expected",
            f"Close what was opened with '{here.closer}' first.",
            (Related(self._location(here.start), "opened here"),),
        )
        if any(each.closer == kind for each in self._stack):
            self._close(start)
            return False
        return self._close(end)

    def _done(self, kind: str, start: int, end: int) -> bool:
        del end
        if kind != "end":
            help_ = "Remove what follows; a second document needs a file of its own."
            if kind in {"}", "]"}:
                help_ = "Remove the bracket that is too many."
            self._expected(kind, start, "the end of the document", help_)
        self._state = None
        return True
