"""A lexer for JSON, which reports invalid tokens and continues.

Every pattern is possessive or cannot backtrack, so that the time is linear in the text, whatever
the text contains. Nothing recurses.
"""

import re
from collections.abc import Callable

from ._limits import LARGEST_INTEGER

__all__ = [
    "TEXT",
    "Lexer",
    "Report",
    "Token",
    "quote",
    "skip_container",
    "unescape",
]

Token = tuple[str, int, int]
"""Kind, start and end.

Kinds: one of ``{}[],:``, ``text``, ``value`` (number or literal), ``word`` (letters without
quotation marks), ``other``, ``skip`` (already reported, to be passed over), ``lost``
(reported, and nothing after it can be read), ``end``.
"""

Report = Callable[[str, int, str, str], None]
"""Takes a code, an offset, a message and a help sentence."""

TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
"""A text in double quotation marks."""

_TOKEN = re.compile(
    r"""[ \t\r\n]*+(?:
        (?P<mark>[{}\[\],:])
      | (?P<text>"[^"\\\x00-\x1f]*+")
      | (?P<number>-?+(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+)(?![\w.+-])
      | (?P<value>true|false|null)(?![\w$-])
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n]*+")
_OPEN_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+', re.DOTALL)
_SOUND = re.compile(
    r"""(?: [^"\\\x00-\x1f]++
          | \\["\\/bfnrt]
          | \\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}
          | \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}
        )*+""",
    re.VERBOSE,
)
_LONE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_UNSOUND = re.compile(r"[\x00-\x1f]++|\\[^\x00-\x1f]?+")
_QUOTED = re.compile(
    r"""'[^'\n\r]*+' | [\u2018\u2019][^\u2018\u2019\n\r]*+[\u2018\u2019]
      | [\u201c\u201d\u201e][^\u201c\u201d"\n\r]*+[\u201c\u201d"]""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"//[^\n\r]*+|\#[^\n\r]*+|/\*.*?\*/", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]++")
_UNDECODED = re.compile(r"[\ud800-\udfff]++")
_INFINITE = re.compile(r"[+-]?+(?:Infinity|NaN|inf|nan)(?![\w$-])")
_NUMBERISH = re.compile(r"[+-]?+\.?+[0-9][\w.+-]*+")
_WORD = re.compile(r"[^\W\d][\w$-]*+")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_BRACKET = re.compile(r'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_PLAIN_ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SAFE_NUMBER = 15  # characters: shorter numbers without an exponent are always in range
_SAFE_INTEGER = 20  # characters: longer integers are always out of range
_MAX_SHOWN = 30  # characters of a key in a message

_FINITE_HELP = "Write a number, or null where there is none."


def quote(key: str) -> str:
    """Quote a key for a message: printable characters only, 30 at most."""
    shortened = key if len(key) <= _MAX_SHOWN else key[: _MAX_SHOWN - 1] + "…"
    return "'" + "".join(c for c in shortened if c.isprintable()) + "'"


def unescape(raw: str) -> str:
    """Decode the escapes inside a quoted text; a lone surrogate becomes U+FFFD."""
    if "\\" not in raw:
        return raw

    def decode(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return _PLAIN_ESCAPES.get(match[2], match[2])

    text = _ESCAPE.sub(decode, raw)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def skip_container(text: str, start: int, depth: int = 0) -> int:
    """Return the offset just after the container that is open *depth* deep at *start*.

    Args:
        text: The document.
        start: Offset of the opening bracket for *depth* 0, else of anything inside.
        depth: How many brackets are open at *start*.

    Returns:
        The end of the text where the container is never closed.
    """
    while True:
        start = _BRACKET.match(text, start).end()  # type: ignore[union-attr]  # matches nothing too
        if start >= len(text) or text[start] == '"':
            return len(text)
        depth += 1 if text[start] in "{[" else -1
        start += 1
        if depth <= 0:
            return start


class Lexer:
    """Reads one token after the other, and reports those that are not JSON.

    Args:
        text: The document, without a byte order mark.
        digits: How many characters a number may have.
        report: Called for each problem.
    """

    __slots__ = ("_digits", "_report", "position", "text")

    def __init__(self, text: str, digits: int, report: Report) -> None:
        self.text = text
        self.position = 0
        self._digits = digits
        self._report = report

    def read(self) -> Token:
        """Read the next token and move past it."""
        match = _TOKEN.match(self.text, self.position)
        if match is None:
            kind, start, self.position = self._irregular()
            return kind, start, self.position
        kind = str(match.lastgroup)
        start, self.position = match.span(kind)
        if kind == "mark":
            kind = match[kind]
        elif kind == "number":
            self._check_number(match[kind], start)
            kind = "value"
        return kind, start, self.position

    def _check_number(self, number: str, start: int) -> None:
        """Report a number that is too long or out of range, without converting a long one."""
        if len(number) > self._digits:
            self._too_long(start, len(number))
            return
        is_integer = not any(c in number for c in ".eE")
        if len(number) <= _SAFE_NUMBER and "e" not in number and "E" not in number:
            return
        if is_integer and (len(number) > _SAFE_INTEGER or abs(int(number)) > LARGEST_INTEGER):
            self._report(
                "SFR007",
                start,
                "a whole number is outside ±9,007,199,254,740,992 (2 to the power of 53)",
                "Put it in quotation marks if it is an identifier; programs would round it.",
            )
        elif not is_integer and abs(float(number)) == float("inf"):
            self._report("SFR006", start, "a number is too large", _FINITE_HELP)

    def _too_long(self, start: int, length: int) -> None:
        self._report(
            "SFR009",
            start,
            f"a number has {length:,} characters; {self._digits:,} are allowed",
            "Shorten the number, or put it in quotation marks if it is an identifier.",
        )

    def _irregular(self) -> Token:
        """Read an invalid token, or the end."""
        text = self.text
        start = _SPACE.match(text, self.position).end()  # type: ignore[union-attr]  # see above
        if start == len(text):
            return "end", start, start
        if text[start] == '"':
            return self._quoted(start)
        if match := _INFINITE.match(text, start):
            self._report("SFR006", start, "NaN and Infinity are not JSON numbers", _FINITE_HELP)
            return "value", start, match.end()
        if match := _NUMBERISH.match(text, start):
            self._numberish(match[0], start)
            return "value", start, match.end()
        if match := _WORD.match(text, start):
            return "word", start, match.end()
        return self._slip(start)

    def _slip(self, start: int) -> Token:
        """Read another kind of quotation mark, a comment or an invisible character."""
        text = self.text
        if match := _CONTROL.match(text, start):
            self._control(start)
            return "skip", start, match.end()
        if match := _UNDECODED.match(text, start):  # reported as SFR003 by whoever decoded
            return "skip", start, match.end()
        if match := _QUOTED.match(text, start):
            kind = "single" if text[start] in "'\u2018\u2019" else "curly"
            self._report(
                "SFR002",
                start,
                f'expected straight double quotation marks ("), found {kind} ones',
                'Put the text in straight double quotation marks: "…".',
            )
            return "text", start, match.end()
        if match := _COMMENT.match(text, start):
            self._report(
                "SFR002",
                start,
                "JSON has no comments",
                'Remove it, or keep it as a value, such as "note": "…".',
            )
            return "skip", start, match.end()
        if text[start].isspace() or text[start] in _INVISIBLE:
            self._report(
                "SFR002",
                start,
                f"an unusual space (U+{ord(text[start]):04X}) between the values",
                "Replace it with an ordinary space; it often comes with text pasted from Word.",
            )
            return "skip", start, start + 1
        return "other", start, start + 1

    def _numberish(self, number: str, start: int) -> None:
        """Report what begins like a number but is not one."""
        if len(number) > self._digits:
            self._too_long(start, len(number))
            return
        bare = number.lstrip("+-")
        if number[0] == "+":
            message, help_ = "a number begins with +", "Remove the plus sign."
        elif bare[0] == "." or re.fullmatch(r"[0-9]+\.", bare):
            message = "a number has no digit on one side of the decimal point"
            help_ = "Write a digit before and after the point, such as 0.5."
        elif re.fullmatch(r"0[0-9]+(?:\.[0-9]+)?", bare):
            message = "a number begins with an unnecessary 0"
            help_ = "Remove the 0, or put the number in quotation marks if it is an identifier."
        else:
            message = "this begins like a number but is not one"
            help_ = "Put dates and identifiers in double quotation marks."
        self._report("SFR002", start, message, help_)

    def _control(self, start: int) -> None:
        """Report a control character between values or inside a text."""
        character = self.text[start]
        if character in "\r\n":
            message = "a text contains a line break"
            help_ = 'Close the text with " on its own line, or write \\n for a line break.'
        elif character == "\t":
            message = "a text contains a tab"
            help_ = "Write \\t, or a space."
        else:
            message = f"control character U+{ord(character):04X}"
            help_ = "Remove it; a file with many of them is damaged or not a text file."
        self._report("SFR004", start, message, help_)

    def _quoted(self, start: int) -> Token:
        """Read a text that is never closed, or contains an invalid escape or a control character."""
        text = self.text
        end = _OPEN_TEXT.match(text, start).end()  # type: ignore[union-attr]  # begins with "
        if end == len(text) or text[end] != '"':
            self._report(
                "SFR002",
                start,
                "a text that begins here is never closed",
                'Add the closing quotation mark: ".',
            )
            return "unclosed", start, len(text)
        at = start + 1
        seen = set[str]()
        while (at := _SOUND.match(text, at, end).end()) < end:  # type: ignore[union-attr]  # it also matches nothing
            code = "SFR004" if text[at] < " " else "SFR008" if _LONE.match(text, at) else "SFR002"
            if code not in seen:  # once for each text: pasted paragraphs have many breaks
                seen.add(code)
                self._unsound(code, at)
            at = _UNSOUND.match(text, at, end).end()  # type: ignore[union-attr]  # not sound
        return "text", start, end + 1

    def _unsound(self, code: str, at: int) -> None:
        """Report the problem inside a text at an offset."""
        if code == "SFR004":
            self._control(at)
        elif code == "SFR008":
            self._report(
                code,
                at,
                "half of a surrogate pair (\\ud800 to \\udfff) is not a character",
                "Write the character itself, or both halves of the pair.",
            )
        else:
            self._report(
                code,
                at,
                'a backslash is not followed by one of " \\ / b f n r t, or u and four digits',
                "Write two backslashes for one, as in C:\\\\data.",
            )
