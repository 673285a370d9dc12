"""Parsing: from bytes to plain Python values, with every syntax error at once.

A compiled parser and a few cheap checks accept most documents. Only where one of them rejects a
document does the syntax checker read it again, to report each error with its position; its modules
are not imported before.
"""

import gc
import json
import re
from collections.abc import Callable
from typing import TypeAlias

from sendframe.errors import Diagnostic, Location

from ._limits import DEFAULT_LIMITS, LARGEST_INTEGER, ParseLimits

try:
    from jiter import from_json
except ImportError:  # no wheel for this platform, such as Pyodide
    from_json = None  # type: ignore[assignment]  # where jiter is not installed

__all__ = ["JsonData", "parse", "too_large"]

JsonData: TypeAlias = "dict[str, JsonData] | list[JsonData] | str | int | float | bool | None"
"""Plain JSON data in Python."""

_BOM = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32
_SPACE = b" \t\r\n"
_INFINITIES = (float("inf"), float("-inf"))
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_SIGNS = 4  # a number has at most these besides digits: - . e and the sign of the exponent
_RUNS = 3  # which part its digits into so many runs
_STRIDE = 16
_DIGITS_ONLY = bytes(ord("0") if chr(c) in "0123456789" else ord(" ") for c in range(256))
_FIRST_BYTES = 1000

_from_json: Callable[..., JsonData] | None = from_json


def parse(
    data: bytes, file: str | None = None, *, limits: ParseLimits = DEFAULT_LIMITS
) -> tuple[JsonData, tuple[Diagnostic, ...]]:
    """Parse a JSON document.

    Beyond what RFC 8259 asks for, keys are unique, numbers are finite, integers lie within
    ±(2^53 - 1), no text holds half a surrogate pair, and *limits* hold. A UTF-8 byte order mark is
    accepted.

    Args:
        data: The document.
        file: Its name in the report.
        limits: How much is accepted.

    Returns:
        The value and no diagnostics; or None and all problems (SFR001 to SFR011) in the order
        of the document, at most 101. None is also the value of the document
        ``null``.

    Examples:
        >>> parse(b'{"a": 1}')
        ({'a': 1}, ())
        >>> print(*parse(b'{"a": 1, "a": 2}', "b.json")[1])
        b.json:1:10: error SFR005: the key 'a' occurs twice in one object
    """
    if len(data) > limits.bytes:
        return None, (too_large(limits.bytes, file),)
    body = data.removeprefix(_BOM)
    if _has_more_values(body, limits.values):
        return None, (_too_many_values(limits.values, file),)
    if not _may_hold_long_number(body, limits.digits):
        try:
            value = _parse_fast(body)
        except (ValueError, RecursionError):
            pass
        else:
            if _is_within_limits(value, limits.depth):
                return value, ()
    problems = _syntax_problems(body, file, limits, len(data) - len(body))
    # A document without problems was suspected wrongly, such as one with 400 digits in a text.
    return (None, problems) if problems else (_standard(body), ())


def too_large(limit: int, file: str | None) -> Diagnostic:
    """Return the diagnostic for a document that is larger than *limit* bytes."""
    return Diagnostic(
        "SFR011",
        f"the file is larger than {limit:,} bytes",
        Location(file),
        help="Split it, or raise the limit if it comes from a source you trust.",
    )


def _too_many_values(limit: int, file: str | None) -> Diagnostic:
    return Diagnostic(
        "SFR011",
        f"the file has more than {limit:,} values",
        Location(file, "", 1, 1),  # to look for it would take as long as to parse
        help="Split it, or keep figures in a table, which takes less memory.",
    )


def _has_more_values(body: bytes, limit: int) -> bool:
    """Return whether a document has more than *limit* values, without making any.

    Each value but the first of its container follows a comma, and each first one a bracket. An
    empty container that is written with space in it counts twice.
    """

    def most(text: bytes) -> int:
        return text.count(b",") + text.count(b"[") + text.count(b"{")

    if most(body) < limit:
        return False
    rest = _TEXT.sub(b"", body)
    return most(rest) - rest.count(b"[]") - rest.count(b"{}") >= limit


def _parse_fast(body: bytes) -> JsonData:
    """Parse with the fastest parser that is installed.

    Raises:
        ValueError: The document is invalid, or may be.
        RecursionError: It is nested too deeply for the standard library.
    """
    if _from_json is None:
        if _SURROGATE.search(body):
            raise ValueError
        return _standard(body)
    return _from_json(body, catch_duplicate_keys=True, allow_inf_nan=False)


def _standard(body: bytes) -> JsonData:
    """Parse with the standard library; see `_parse_fast`."""
    value: JsonData = json.loads(
        body.decode(), object_pairs_hook=_unique, parse_constant=_refuse_constant
    )
    return value


def _unique(pairs: list[tuple[str, JsonData]]) -> dict[str, JsonData]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def _refuse_constant(name: str) -> JsonData:
    raise ValueError(name)


def _may_hold_long_number(body: bytes, digits: int) -> bool:
    """Return whether the document may contain a number of more than *digits* characters.

    This must be known before parsing: converting a million digits to an integer takes minutes.
    """
    run = -(-(digits + 1 - _SIGNS) // _RUNS)
    # Every 16th byte is enough for most documents, at a hundredth of the parser's time.
    if b"0" * (run // _STRIDE) not in body[::_STRIDE].translate(_DIGITS_ONLY):
        return False
    return b"0" * run in body.translate(_DIGITS_ONLY)


def _is_within_limits(value: JsonData, depth: int) -> bool:
    """Return whether all numbers are in range and nothing is nested more than *depth* deep.

    One call of the garbage collector returns the members of a list of containers, five times as
    fast as a walk.
    """
    level: list[object] = [value]
    below = depth
    while level:
        for member in level:
            kind = type(member)
            if kind is str:  # most are
                continue
            if kind is int:
                if not -LARGEST_INTEGER <= member <= LARGEST_INTEGER:  # type: ignore[operator]  # an int, as just seen
                    return False
            elif (kind is float and member in _INFINITIES) or (
                not below and (kind is dict or kind is list)
            ):
                return False
        level = gc.get_referents(*level)
        below -= 1
    return True


def _syntax_problems(
    body: bytes, file: str | None, limits: ParseLimits, before: int = 0
) -> tuple[Diagnostic, ...]:
    """Return every problem with its position; *before* is the length of the byte order mark."""
    # Imported only here: compiling the lexer's patterns would delay every start.
    from ._syntax import check_syntax

    if not body.strip(_SPACE):
        return (
            Diagnostic(
                "SFR001",
                "the file is empty",
                Location(file, "", 1, 1),
                help="Write a JSON document into it, or remove it.",
            ),
        )
    if _is_wide(body):
        return (_not_utf8(file, 0, 1, 1, "Save it as UTF-8; it was saved as UTF-16 or UTF-32."),)
    try:
        return check_syntax(body.decode(), limits, file)
    except UnicodeDecodeError as error:
        from ._position import Lines

        before_error = body[: error.start].decode()
        line, column = Lines(before_error).position(len(before_error))
        help_ = "Save the file as UTF-8."
        if error.reason != "unexpected end of data":
            help_ = "Save the file as UTF-8; it was probably saved as Windows-1252 or Latin-1."
        problem = _not_utf8(file, before + error.start, line, column, help_)
        text = body.decode("utf-8", "surrogateescape")
        return (problem, *check_syntax(text, limits, file))


def _is_wide(body: bytes) -> bool:
    """Return whether the bytes look like UTF-16 or UTF-32, with or without a byte order mark."""
    first = body[:_FIRST_BYTES]
    nuls = first.count(0) / len(first)
    return body.startswith(_WIDE_MARKS) or 1 / 3 < nuls < 4 / 5  # all NUL: a damaged file


def _not_utf8(file: str | None, offset: int, line: int, column: int, help_: str) -> Diagnostic:
    return Diagnostic(
        "SFR003",
        f"the file is not UTF-8: the first bad byte is at offset {offset:,}",
        Location(file, "", line, column),
        help=help_,
    )
