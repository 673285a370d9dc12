"""A syntax checker, which reports every syntax error of a document with its position.

It takes about thirty times as long as the compiled parser, and runs only where that parser raises
or a document looks suspicious. It accepts exactly the documents without errors, and returns no
values.
"""

from collections.abc import Callable

import attrs

from sendframe.errors import Diagnostic, Location, Related, json_pointer

from ._lexer import Lexer, quote, skip_container, unescape
from ._limits import ParseLimits
from ._position import Lines

__all__ = ["MAX_PROBLEMS", "check_syntax"]

MAX_PROBLEMS = 100
"""The checker stops after so many problems, so that a damaged file of 50 MB has a short report."""

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
    """An object or array that is being read.

    Attributes:
        closer: Its closing bracket.
        start: Offset of its opening bracket.
        token: The current key or index; None before the first key.
        keys: Offset of the first occurrence of each key.
    """

    closer: str
    start: int
    token: str | int | None
    keys: dict[str, int] = attrs.Factory(dict)


def _name_of(kind: str) -> str:
    return _NAMES.get(kind, f"'{kind}'")


def check_syntax(text: str, limits: ParseLimits, file: str | None = None) -> tuple[Diagnostic, ...]:
    """Check the syntax of a document.

    Args:
        text: The document, decoded, without a byte order mark. Undecodable bytes may be in
            it as lone surrogates; they are skipped.
        limits: How deep the document and how long a number may be.
        file: Its name in the report.

    Returns:
        At most 100 diagnostics in the order of the document; none where it is valid.
    """
    checker = _Checker(text, limits, file)
    checker.run()
    problems = checker.problems
    if len(problems) >= MAX_PROBLEMS:
        last = problems[MAX_PROBLEMS - 1]
        more = f"{last.help} Only the first {MAX_PROBLEMS} problems are listed."
        problems = [*problems[: MAX_PROBLEMS - 1], attrs.evolve(last, help=more)]
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


class _Checker:
    """A state machine with its own stack, so that no depth of nesting can crash it.

    Each state is a method that takes a token and returns whether the token is consumed.
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
        """Check to the end, or to an error after which the rest would only be guessed."""
        while self._state is not None and len(self.problems) < MAX_PROBLEMS:
            kind, start, end = self._lexer.read()
            if kind == "unclosed":
                return
            while kind != "skip" and self._state is not None:
                if self._state(kind, start, end):
                    break

    # Reporting

    def _report(
        self, code: str, offset: int, message: str, help_: str, related: tuple[Related, ...] = ()
    ) -> None:
        location = self._location(offset)
        self.problems.append(Diagnostic(code, message, location, help=help_, related=related))

    def _location(self, offset: int) -> Location:
        if self._lines is None:
            self._lines = Lines(self._text)
        pointer = json_pointer(
            container.token for container in self._stack if container.token is not None
        )
        # Lone surrogates (bytes that are not UTF-8) could not be printed.
        pointer = pointer.encode("utf-8", "replace").decode()
        return Location(self._file, pointer, *self._lines.position(offset))

    def _expected(self, kind: str, start: int, expected: str, help_: str) -> None:
        found = _name_of(kind)
        if kind == "other":
            character = self._text[start]
            is_ascii = character.isascii()
            found = f"'{character}'" if is_ascii else f"the character U+{ord(character):04X}"
        self._report("SFR002", start, f"expected {expected}, found {found}", help_)

    def _stop(self, kind: str, start: int, expected: str) -> bool:
        """Report an unexpected token, and stop."""
        help_ = "Correct this and validate again; the rest was not read."
        related: tuple[Related, ...] = ()
        if kind == "end" and self._stack:
            count = len(self._stack)
            help_ = f"Add the missing end of the document; brackets still open: {count}."
            container = self._stack[-1]
            related = (Related(self._location(container.start), "opened here"),)
        self._expected(kind, start, expected, help_)
        self.problems[-1] = attrs.evolve(self.problems[-1], related=related)
        self._state = None
        return True

    # Values

    def _root(self, kind: str, start: int, end: int) -> bool:
        return self._begin(kind, start, end) or self._stop(kind, start, "a value")

    def _begin(self, kind: str, start: int, end: int) -> bool:
        """Consume a value, or its opening bracket."""
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
        container = self._stack[-1]
        if kind == "text":
            container.token = key = unescape(self._text[start + 1 : end - 1])
            if key in container.keys:
                first = Related(self._location(container.keys[key]), "first here")
                self._report(
                    "SFR005",
                    start,
                    f"the key {quote(key)} occurs twice in one object",
                    "Remove one of the two; most programs would keep only one of them.",
                    (first,),
                )
            container.keys.setdefault(key, start)
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

    # After a value

    def _comma_or_end(self, kind: str, start: int, end: int) -> bool:
        container = self._stack[-1]
        in_array = container.closer == "]"
        if kind == ",":
            self._next_item(start)
            return True
        if kind == container.closer:
            return self._close(end)
        if kind in {"}", "]"}:
            return self._wrong_closer(kind, start, end)
        if kind in {"word", "value"} and start == self._after and self._text[start - 1] == '"':
            self._report(
                "SFR002",
                start - 1,
                "the text ends at this quotation mark, but more text follows",
                'Write \\" for a quotation mark inside a text; the rest was not read.',
            )
            self._state = None
            return True
        if kind in _BEGINNINGS if in_array else kind in {"text", "word"}:
            self._report(
                "SFR002",
                self._after,
                f"expected ',', found {_name_of(kind)}",
                "Write a comma between the two.",
            )
            self._next_item(self._after)
            return False
        return self._stop(kind, start, f"',' or '{container.closer}'")

    def _next_item(self, comma: int) -> None:
        container = self._stack[-1]
        self._comma = comma
        if container.closer == "]":
            container.token = int(container.token or 0) + 1
            self._state = self._item
        else:
            container.token = None
            self._state = self._key

    def _trailing_comma(self) -> None:
        self._report(
            "SFR002",
            self._comma,
            "a comma follows the last item",
            "Remove the comma before the closing bracket.",
        )

    def _no_item(self, kind: str, start: int, end: int, expected: str) -> bool:
        """Handle a token in place of an item or a key."""
        if kind == ",":
            self._expected(kind, start, expected, "Remove the extra comma.")
            self._next_item(start)
            # A closing bracket may follow: the extra comma was reported.
            in_array = self._stack[-1].closer == "]"
            self._state = self._item_or_end if in_array else self._key_or_end
            return True
        if kind in {"}", "]"}:
            return self._wrong_closer(kind, start, end)
        return self._stop(kind, start, expected)

    def _wrong_closer(self, kind: str, start: int, end: int) -> bool:
        """Handle a closing bracket of the wrong kind: one is missing, or it is a slip."""
        container = self._stack[-1]
        self._report(
            "SFR002",
            start,
            f"expected '{container.closer}', found '{kind}'",
            f"Close what was opened with '{container.closer}' first.",
            (Related(self._location(container.start), "opened here"),),
        )
        if any(container.closer == kind for container in self._stack):
            self._close(start)
            return False
        return self._close(end)

    def _done(self, kind: str, start: int, end: int) -> bool:
        del end
        if kind != "end":
            help_ = "Remove the rest; a second document needs its own file."
            if kind in {"}", "]"}:
                help_ = "Remove the extra bracket."
            self._expected(kind, start, "the end of the document", help_)
        self._state = None
        return True
