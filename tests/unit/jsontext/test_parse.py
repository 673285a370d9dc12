"""Parsing: what is accepted, and the code and position of every syntax error."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from sendframe.errors import Diagnostic
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits, _parse, parse
from sendframe.jsontext._parse import JsonData
from sendframe.jsontext._syntax import MAX_PROBLEMS


@pytest.fixture(params=["compiled", "standard"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run every test with the compiled parser and with the standard library's."""
    kind = str(request.param)
    if kind == "standard":
        monkeypatch.setattr(_parse, "_from_json", None)
    elif _parse._from_json is None:
        pytest.skip("jiter is not installed")
    return kind


def problems(
    data: bytes, limits: ParseLimits = DEFAULT_LIMITS
) -> list[tuple[str, int | None, int | None]]:
    """Return code, line and column of each problem of a document."""
    value, diagnostics = parse(data, "a.json", limits=limits)
    assert diagnostics
    assert value is None
    assert all(diagnostic.help.endswith((".", '…".')) for diagnostic in diagnostics)
    assert all(diagnostic.location.file == "a.json" for diagnostic in diagnostics)
    return [
        (diagnostic.code, diagnostic.location.line, diagnostic.location.column)
        for diagnostic in diagnostics
    ]


def only(data: bytes, limits: ParseLimits = DEFAULT_LIMITS) -> Diagnostic:
    """Return the one diagnostic of a document."""
    value, (result,) = parse(data, "a.json", limits=limits)
    assert value is None
    return result


VALID = [
    b"{}",
    b" [] \r\n\t",
    b"null",
    b"[true, false, null, -0, 0, 1.5, -1e-7, 1E+2, 1e300, 1e-400]",
    b'{"a": {"b": [1, {"c": "d"}]}, "": ""}',
    b"[9007199254740991, -9007199254740991, 9007199254740993.0, 0.12345678901234567]",
    b'["\\ud83d\\ude00", "\\u0000 \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u00E9", "\xc3\xa9\xf0\x9f\x98\x80\x7f"]',
    b'["' + b"7" * 1000 + b'", "e999", "9007199254740993", "[[[", "\\\\ud800"]',
    b'{"1e400": "12345678901234567890"}',
    b"[" * 100 + b"]" * 100,
    b'{"a":' * 100 + b"0" + b"}" * 100,
    b"0." + b"1" * 398,
]


@pytest.mark.parametrize("data", VALID)
def test_a_valid_document_has_the_value_of_the_standard_library(data: bytes) -> None:
    """A valid document has exactly the value that json.loads returns."""
    value, result = parse(data)
    assert result == ()
    assert repr(value) == repr(json.loads(data))


@pytest.mark.parametrize("data", VALID)
def test_the_syntax_checker_accepts_valid_documents(data: bytes) -> None:
    """What the fast parser accepts, the syntax checker accepts."""
    assert _parse._syntax_problems(data, None, DEFAULT_LIMITS) == ()


def test_a_byte_order_mark_is_accepted() -> None:
    """A UTF-8 byte order mark is skipped and not counted as a column."""
    assert parse(b'\xef\xbb\xbf{"a": 1}') == ({"a": 1}, ())
    assert problems(b"\xef\xbb\xbf{,}") == [("SFR002", 1, 2)]


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    """A file of white space only is SFR001."""
    assert problems(data) == [("SFR001", 1, 1)]


@pytest.mark.parametrize(
    ("data", "expected", "words"),
    [
        (b"[1,\n 2,\n]", [(2, 3)], "comma follows the last"),
        (b'{"a": 1,}', [(1, 8)], "comma follows the last"),
        (b"['a', {'b': 'c'}]", [(1, 2), (1, 8), (1, 13)], "found single ones"),
        ("[“a”, ‘b’]".encode(), [(1, 2), (1, 7)], "found curly ones"),
        (b'{"a": 1\n "b": 2}', [(1, 8)], "expected ',', found a text"),
        (b"[1 2]", [(1, 3)], "expected ',', found a number or literal"),
        (b"[[] []]", [(1, 4)], "expected ',', found '['"),
        (b"// x\n[1, /* y\n */ 2] # z", [(1, 1), (2, 5), (3, 8)], "comment"),
        (b'{a: 1, "b": 2}', [(1, 2)], "expected a key in double quotation marks, found"),
        (b"{1: 2}", [(1, 2)], "expected a key in double quotation marks, found"),
        (b'{"a": [1, 2', [(1, 12)], "expected ',' or ']', found the end"),
        (b'{"a"', [(1, 5)], "expected ':', found the end"),
        (b'{"a":', [(1, 6)], "expected a value, found the end"),
        (b"{", [(1, 2)], "expected a key in double quotation marks, found the end"),
        (b"[1, 2] x", [(1, 8)], "expected the end of the document, found"),
        (b"{}\n{}", [(2, 1)], "expected the end of the document, found"),
        (b"[]]", [(1, 3)], "expected the end of the document, found"),
        (b"[True, None, undefined, FALSE]", [(1, 2), (1, 8), (1, 14), (1, 25)], "word without"),
        (b"hello", [(1, 1)], "a word without quotation marks"),
        (b'{"a" 1}', [(1, 6)], "expected ':', found a number or literal"),
        (b'{"a" = 1}', [(1, 6)], "expected ':', found '='"),
        (b'{"a", "b": 1}', [(1, 5)], "expected ':', found ','"),
        (b'{"a"}', [(1, 5)], "expected ':', found '}'"),
        (b'{"a" ;}', [(1, 6)], "expected ':', found ';'"),
        (b'{"a": , "b": }', [(1, 7), (1, 14)], "expected a value, found"),
        (b'{"a": :}', [(1, 7)], "expected a value, found ':'"),
        (b"[1,, 2]", [(1, 4)], "expected a value, found ','"),
        (b"[1,,]", [(1, 4)], "expected a value, found ','"),
        (b"{,}", [(1, 2)], "expected a key in double quotation marks, found ','"),
        (b'{"a": 1 :}', [(1, 9)], "expected ',' or '}', found ':'"),
        (b'{"a": 1 2}', [(1, 9)], "expected ',' or '}', found a number or literal"),
        (b"{[]}", [(1, 2)], "expected a key in double quotation marks, found '['"),
        (b'{"a": [1, 2}', [(1, 12)], "expected ']', found '}'"),
        (b'{"a": [1, }', [(1, 11)], "expected ']', found '}'"),
        (b"[1, 2}", [(1, 6)], "expected ']', found '}'"),
        (b'{"a": 1]', [(1, 8)], "expected '}', found ']'"),
        (b'["he said "no" to it"]', [(1, 11)], "more text follows"),
        (b'["abc]', [(1, 2)], "never closed"),
        (b'["abc\\"', [(1, 2)], "never closed"),
        (b'["abc\\', [(1, 2)], "never closed"),
        (b'["C:\\data", "\\u12"]', [(1, 5), (1, 14)], "backslash"),
        ("[1,\u00a02, \ufeff3]".encode(), [(1, 4), (1, 8)], "unusual space"),
        (b"[01, -1.e5]", [(1, 2), (1, 6)], "number"),
        (b"[+1]", [(1, 2)], "begins with +"),
        (b"[.5, -.5, 5.]", [(1, 2), (1, 6), (1, 11)], "decimal point"),
        (b"[007]", [(1, 2)], "unnecessary 0"),
        (b"[2015-03-02]", [(1, 2)], "begins like a number"),
        ("[•]".encode(), [(1, 2)], "the character U+2022"),
        (b"[-]", [(1, 2)], "found '-'"),
        (b"]", [(1, 1)], "expected a value, found ']'"),
        ('{"é😀": "\t",\r\n\r x}'.encode(), [(3, 2), (3, 3)], "expected a key"),
    ],
)
def test_a_syntax_error_is_reported_with_its_position(
    data: bytes, expected: list[tuple[int, int]], words: str
) -> None:
    """What is not JSON is SFR002, at the exact line and column, with a help."""
    _, diagnostics = parse(data)
    errors = [item for item in diagnostics if item.code == "SFR002"]
    assert [(item.location.line, item.location.column) for item in errors] == expected
    assert words in errors[0].message
    assert all(item.help for item in diagnostics)


def test_an_open_bracket_is_related() -> None:
    """A missing closing bracket is reported with the position of the opening one."""
    diagnostic = only(b'{\n "a": [1, 2')
    assert [(item.location.line, item.location.column) for item in diagnostic.related] == [(2, 7)]
    assert "2" in diagnostic.help
    diagnostic = only(b'[{"a": 1]')
    assert [(item.location.line, item.location.column) for item in diagnostic.related] == [(1, 2)]


def test_problems_of_all_kinds_are_reported_at_once() -> None:
    """One run reports all problems, in the order of the document, with pointers."""
    data = b'{"a": 1e400,\n "b/c": [1, "\\ud800", 9007199254740993],\n "a": \'x\',\n}'
    _, diagnostics = parse(data)
    assert [(diagnostic.code, diagnostic.location.pointer) for diagnostic in diagnostics] == [
        ("SFR006", "/a"),
        ("SFR008", "/b~1c/1"),
        ("SFR007", "/b~1c/2"),
        ("SFR005", "/a"),
        ("SFR002", "/a"),
        ("SFR002", ""),
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_wide_encodings_are_recognised(encoding: str) -> None:
    """UTF-16 and UTF-32 are SFR003, and nothing else is reported."""
    diagnostic = only('{"title": "a"}'.encode(encoding))
    assert diagnostic.code == "SFR003"
    assert "UTF-16" in diagnostic.help


def test_a_wrong_encoding_is_refused_at_the_byte() -> None:
    """Windows-1252 is SFR003 with byte offset, line and column; the rest is checked as well."""
    value, diagnostics = parse(b'{\n "caf\xe9": 1,\n "caf\xe8": 01, \xe9}')
    assert value is None
    assert [
        (diagnostic.code, diagnostic.location.line, diagnostic.location.column)
        for diagnostic in diagnostics
    ] == [
        ("SFR003", 2, 6),
        ("SFR002", 3, 10),
        ("SFR002", 3, 12),
    ]
    assert "offset 7" in diagnostics[0].message
    assert "Latin-1" in diagnostics[0].help
    for diagnostic in diagnostics:  # all can be printed
        assert f"{diagnostic} {diagnostic.location.pointer}".encode()
    assert "offset 5" in only(b'\xef\xbb\xbf["\xff"]').message


def test_a_file_cut_inside_a_character_is_refused() -> None:
    """A file that ends inside a character is SFR003 and not called Latin-1."""
    _, diagnostics = parse(b'["\xc3')
    assert diagnostics[0].code == "SFR003"
    assert "Latin-1" not in diagnostics[0].help


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'["a\x00b"]', [("SFR004", 1, 4)]),
        (b'["a\x00b\x01c"]', [("SFR004", 1, 4)]),
        (b"[1,\x00 2]", [("SFR004", 1, 4)]),
        (b"\x0c[1]\x1f", [("SFR004", 1, 1), ("SFR004", 1, 5)]),
        (b'["a\tb"]', [("SFR004", 1, 4)]),
        (b'["a\nb"]', [("SFR004", 1, 4)]),
        (b'["a\\\nb"]', [("SFR002", 1, 4), ("SFR004", 1, 5)]),
        (b"\x00\x00\x00\x00", [("SFR004", 1, 1), ("SFR002", 1, 5)]),
    ],
)
def test_control_characters_are_refused(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    """A NUL or another raw control character is SFR004."""
    assert problems(data) == expected


def test_a_duplicate_key_is_reported_with_the_first_position() -> None:
    """A key that occurs twice is SFR005, also where it is written with an escape."""
    diagnostic = only(b'{"a": 1,\n "\\u0061": {"a": 2}}')
    assert (diagnostic.code, diagnostic.location.line, diagnostic.location.column) == (
        "SFR005",
        2,
        2,
    )
    (first,) = diagnostic.related
    assert (first.location.line, first.location.column) == (1, 2)
    assert "'a'" in diagnostic.message


def test_a_key_in_a_message_is_short_and_printable() -> None:
    """A long key with control characters is shortened and cleaned."""
    key = b"\\u0000\\n\\u202e\\ud83d\\ude00" + b"k" * 1000
    result = only(b'{"' + key + b'": 1, "' + key + b'": 1}')
    assert "kkk" in result.message
    assert "…" in result.message
    assert len(result.message) < 80
    assert result.message.isprintable()


def test_the_report_of_a_damaged_file_is_short() -> None:
    """At most a hundred problems are listed, and the last says so."""
    _, result = parse(b"[" + b"01," * 5000 + b"1]")
    assert len(result) == MAX_PROBLEMS
    assert "Only the first 100" in result[-1].help


def test_no_message_repeats_a_value() -> None:
    """A value may be a child's name, so no message contains it."""
    data = b'{"name": Anna, "b": \'Anna\', "c": "Anna\\x", "d": "Anna" Anna: 1, "e": "Anna"Anna'
    _, result = parse(data)
    assert len(result) >= 6
    assert not any("Anna" in item.message + item.help for item in result)


def test_the_syntax_checker_has_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the compiled parser raises, the document is accepted."""

    def refuse(*_: object, **__: object) -> JsonData:
        raise ValueError

    monkeypatch.setattr(_parse, "_from_json", refuse)
    assert parse(b"[1]") == ([1], ())


def test_repeated_errors_take_linear_time() -> None:
    """An error repeated 50,000 times is reported; a quadratic algorithm would hang."""
    for part in (
        b'"', b"'", b'"\\', b"/*", b"//", b"-", b"a", b"1e", b"[{", b"\\u", b"\x01", b" \xa0"
    ):  # fmt: skip
        for before in (b"", b"[", b'["'):
            assert problems(before + part * 50_000)


def test_the_module_loads_without_jiter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where jiter is not installed the standard library parses."""
    monkeypatch.setitem(sys.modules, "jiter", None)
    file = str(_parse.__file__)
    source = Path(file).read_text(encoding="utf-8")
    scope: dict[str, Any] = {"__name__": _parse.__name__, "__package__": "sendframe.jsontext"}
    exec(compile(source, file, "exec"), scope)
    assert scope["_from_json"] is None
    assert scope["parse"](b'{"a": [1]}') == ({"a": [1]}, ())
    _, diagnostics = scope["parse"](b'{"a": 1, "a": NaN}')
    assert [diagnostic.code for diagnostic in diagnostics] == ["SFR005", "SFR006"]
