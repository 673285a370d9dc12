"""Positions of values and keys."""

import pytest

from sendframe.jsontext import Position, locate
from sendframe.jsontext._position import Lines

DOCUMENT = b"""{
  "a/b": {"m~n": [10, {"x": null}]},
\t"caf\xc3\xa9": "\xf0\x9f\x98\x80", "d": true,
  "": [[], {}, "]}", -1.5],
  "e\\u0073c\\"": 1
}
"""


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ("", (1, 1), None),
        ("/a~1b", (2, 10), (2, 3)),
        ("/a~1b/m~0n", (2, 18), (2, 11)),
        ("/a~1b/m~0n/0", (2, 19), None),
        ("/a~1b/m~0n/1/x", (2, 29), (2, 24)),
        ("/café", (3, 10), (3, 2)),
        ("/d", (3, 20), (3, 15)),
        ("/", (4, 7), (4, 3)),
        ("//0", (4, 8), None),
        ("//3", (4, 22), None),
        ('/esc"', (5, 17), (5, 3)),
    ],
)
def test_values_and_keys_are_found(
    pointer: str, value: tuple[int, int], key: tuple[int, int] | None
) -> None:
    """Line and column count from 1, in characters; escapes in keys are understood."""
    assert locate(DOCUMENT, [pointer]) == {pointer: Position(value, key)}
    assert locate(DOCUMENT.decode(), [pointer]) == {pointer: Position(value, key)}


def test_many_are_found_in_one_walk() -> None:
    """Pointers may be given in any order, one within another, and twice."""
    pointers = ["//2", "/a~1b/m~0n/1", "/a~1b", "", "/a~1b"]
    assert list(locate(DOCUMENT, pointers)) == ["", "/a~1b", "/a~1b/m~0n/1", "//2"]


@pytest.mark.parametrize(
    "pointer",
    ["/x", "/a~1b/m~0n/2", "/a~1b/m~0n/01", "/a~1b/m~0n/-", "/a~1b/m~0n/1e0", "/d/x", "d", "//0/0"],
)
def test_what_is_not_there_is_left_out(pointer: str) -> None:
    """A pointer that leads nowhere has no place."""
    assert locate(DOCUMENT, [pointer]) == {}


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf"])
def test_nothing_is_found_in_an_empty_document(data: bytes) -> None:
    """An empty document has no places."""
    assert locate(data, ["", "/a"]) == {}


def test_the_root_may_be_a_scalar() -> None:
    """A document that is one text has one place."""
    assert locate(b' "a"', ["", "/0"]) == {"": Position((1, 2))}


def test_a_byte_order_mark_is_not_counted() -> None:
    """A byte order mark moves no column."""
    assert locate(b"\xef\xbb\xbf[1]", ["/0"]) == {"/0": Position((1, 2))}
    assert locate("\ufeff[1]", ["/0"]) == {"/0": Position((1, 2))}


def test_every_kind_of_line_break_counts_once() -> None:
    """CR LF, LF and CR are one line break each."""
    result = locate(b"[\r\n1,\n2,\r3,\n\r4]", ["/0", "/1", "/2", "/3"])
    assert [place.value for place in result.values()] == [(2, 1), (3, 1), (4, 1), (6, 1)]


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        (b'{"a"', "/a"),
        (b'{"a":', "/a"),
        (b'{"a": }', "/a"),
        (b'{"a": [}', "/a/0"),
        (b"{a: 1}", "/a"),
        (b'{"a": "b', "/a/0"),
        (b'["b', "/1"),
        ("[\u00a0, 1]".encode(), "/1"),
        (b'[["', "/1"),
        (b"[[[", "/0/0/1"),
        (b"[", "/0"),
        (b"]", "/0"),
        (b"[{}]", "/0/a"),
        (b'[{"a": [', "/0/b"),
    ],
)
def test_an_unsound_document_breaks_nothing(data: bytes, pointer: str) -> None:
    """What cannot be reached in an unsound document is left out."""
    assert pointer not in locate(data, [pointer])


def test_places_before_a_fault_are_found() -> None:
    """What precedes the error has its position."""
    data = b'{"a": 1, "b": [2, 3'
    assert list(locate(data, ["/a", "/b/1", "/c"])) == ["/a", "/b/1"]


def test_deep_pointers_recurse_nowhere() -> None:
    """A pointer of 100,000 steps is followed."""
    deep = 100_000
    result = locate(b"[" * deep + b"]" * deep, ["/0" * (deep - 1)])
    assert [place.value for place in result.values()] == [(1, deep)]


def test_offsets_have_places() -> None:
    """The end of a text has a place too."""
    lines = Lines("ab\nc")
    assert [lines.position(item) for item in range(5)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]
    assert Lines("").position(0) == (1, 1)
