"""A peer for finding positions: an index of every pointer of a document, made beforehand.

This is how source maps of JSON are usually made. It is our own plain version of it, not a
published library; it is written to be read, with one regular expression for all tokens.
"""

import json
import re
from bisect import bisect_right

__all__ = ["full_index"]

_TOKEN = re.compile(r'[ \t\r\n]*("(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+)')
_BREAK = re.compile(r"\r\n?|\n")


def full_index(text: str) -> dict[str, tuple[int, int]]:
    """Return line and column, both from 1, of every value of a sound document, by pointer."""
    offsets: dict[str, int] = {}
    _value(text, 0, "", offsets)
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    places = {}
    for pointer, offset in offsets.items():
        line = bisect_right(starts, offset)
        places[pointer] = (line, offset - starts[line - 1] + 1)
    return places


def _token(text: str, at: int) -> tuple[str, int]:
    """Return the next token and the offset after it."""
    found = _TOKEN.match(text, at)
    assert found is not None, "the document is sound"
    return found[1], found.end()


def _value(text: str, at: int, pointer: str, offsets: dict[str, int]) -> int:
    """Note a value and all it holds; return the offset after it."""
    token, end = _token(text, at)
    offsets[pointer] = end - len(token)
    if token == "{":  # a bracket, not a password
        return _object(text, end, pointer, offsets)
    if token == "[":  # the same
        return _array(text, end, pointer, offsets)
    return end


def _object(text: str, at: int, pointer: str, offsets: dict[str, int]) -> int:
    token, end = _token(text, at)
    while token != "}":  # a bracket
        if token == ",":  # a comma
            token, end = _token(text, end)
        key = json.loads(token).replace("~", "~0").replace("/", "~1")
        _, end = _token(text, end)  # the colon
        end = _value(text, end, f"{pointer}/{key}", offsets)
        token, end = _token(text, end)
    return end


def _array(text: str, at: int, pointer: str, offsets: dict[str, int]) -> int:
    index = 0
    token, end = _token(text, at)
    if token == "]":  # a bracket
        return end
    end = at
    while True:
        end = _value(text, end, f"{pointer}/{index}", offsets)
        index += 1
        token, end = _token(text, end)
        if token == "]":  # a bracket
            return end
