"""Numbers and texts that JSON cannot hold, and limits of size, depth and values."""

import json
from collections.abc import Callable

import pytest

from sendframe.errors import InvalidValue
from sendframe.jsontext import ParseLimits, _lexer, _parse, parse
from tests.unit.jsontext.test_parse import problems


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e400", b"-1E400"])
def test_numbers_that_are_not_finite_are_refused(number: bytes) -> None:
    """NaN, Infinity and numbers too large for a float are SFR006, at any depth."""
    assert problems(b'{"extensions": {"x": [' + number + b"]}}") == [("SFR006", 1, 23)]
    assert problems(number) == [("SFR006", 1, 1)]


@pytest.mark.parametrize(
    "number", [b"9007199254740993", b"-9007199254740993", b"123456789012345678901234567890"]
)
def test_integers_beyond_two_to_the_53_are_refused(number: bytes) -> None:
    """An integer that not every program keeps exactly is SFR007, at any depth."""
    assert problems(b'{"extensions": {"x": [1, ' + number + b"]}}") == [("SFR007", 1, 26)]


@pytest.mark.parametrize(
    "text", [b"\\ud800", b"\\uDFFF", b"\\ud800\\u0041", b"\\ude00\\ud83d", b"\\ud800\\ud800\\udc00"]
)
def test_lone_surrogates_are_refused(text: bytes) -> None:
    """Half of a surrogate pair is SFR008, in a value and in a key."""
    assert problems(b'["' + text + b'"]') == [("SFR008", 1, 3)]
    assert problems(b'{"' + text + b'": 1e999}')[0] == ("SFR008", 1, 3)
    _, diagnostics = parse(b'{"' + text + b'": 1e999}')
    assert diagnostics[1].location.pointer.encode()


@pytest.mark.parametrize(
    "number",
    [b"1" * 10**6, b"0." + b"1" * 10**6, b"1e" + b"1" * 10**6, b"0" * 10**6, b"-" + b"9" * 401],
)
def test_a_very_long_number_is_refused_without_conversion(
    number: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number of a million digits is SFR009, and no parser converts it."""
    monkeypatch.setattr(_parse, "_parse_fast", lambda _: pytest.fail("it was parsed"))
    monkeypatch.setattr(_lexer, "int", lambda _: pytest.fail("it was converted"), raising=False)
    monkeypatch.setattr(_lexer, "float", lambda _: pytest.fail("it was converted"), raising=False)
    assert problems(b"[" + number + b"]") == [("SFR009", 1, 2)]


def test_the_length_of_numbers_is_configurable() -> None:
    """A number may have as many characters as the limits allow, and no more."""
    limits = ParseLimits(digits=20)
    assert parse(b"1.123456789012345678", limits=limits)[1] == ()
    assert problems(b"1.1234567890123456789", limits) == [("SFR009", 1, 1)]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"[" * 100_000 + b"]" * 100_000, ["SFR010"]),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ["SFR010"]),
        (b"[" * 100_000, ["SFR010", "SFR002"]),
        (b"[" * 101 + b"]" * 101, ["SFR010"]),
        (b"[" * 101 + b"1" + b"]" * 101, ["SFR010"]),
        (b'{"a":' * 101 + b'"]"' + b"}" * 101 + b"x", ["SFR010", "SFR002"]),
        (b"[" * 101 + b'"', ["SFR010", "SFR002"]),
    ],
)
def test_deep_nesting_is_refused(data: bytes, codes: list[str]) -> None:
    """Nesting beyond the limit is SFR010; 100,000 levels crash nothing."""
    assert [code for code, _, _ in problems(data)] == codes


def test_the_depth_is_configurable() -> None:
    """A document may be nested as deeply as the limits allow, and no deeper."""
    limits = ParseLimits(depth=2)
    assert parse(b"[[], {}, 1]", limits=limits)[1] == ()
    assert problems(b"[[\n[], 1], [{}]]", limits) == [("SFR010", 2, 1), ("SFR010", 2, 10)]
    deepest = ParseLimits(depth=200)
    data = b"[" * 200 + b"]" * 200
    assert parse(data, limits=deepest) == (json.loads(data), ())


def test_too_large_a_document_is_refused() -> None:
    """A document above the limit is SFR011 and is not parsed."""
    assert parse(b"[1]", limits=ParseLimits(bytes=3)) == ([1], ())
    assert problems(b"[1] ", ParseLimits(bytes=3)) == [("SFR011", None, None)]


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (b"[" + b"[]," * 9 + b"[]]", 11),
        (b"[1,2,[],{}]", 5),
        (b'{"a":1,"b":{"c":[null,true]},"d":{}}', 7),
        (b'["a,b[{", "c\\",", "\xc3\xa9"]', 4),
        (b"[[ ]]", 3),
    ],
)
def test_too_many_values_are_refused(
    monkeypatch: pytest.MonkeyPatch, data: bytes, values: int
) -> None:
    """They are counted before they are made; commas and brackets in texts are no values."""
    assert parse(data, limits=ParseLimits(values=values)) == (json.loads(data), ())
    monkeypatch.setattr(_parse, "_parse_fast", lambda _: pytest.fail("it was parsed"))
    value, (problem,) = parse(data, "a.json", limits=ParseLimits(values=values - 1))
    assert value is None
    assert (problem.code, problem.message) == (
        "SFR011",
        f"the file has more than {values - 1} values",
    )


@pytest.mark.parametrize(
    ("make", "pointer"),
    [
        (lambda: ParseLimits(values=0), "/values"),
        (lambda: ParseLimits(bytes=-1), "/bytes"),
        (lambda: ParseLimits(depth=0), "/depth"),
        (lambda: ParseLimits(depth=201), "/depth"),
        (lambda: ParseLimits(digits=19), "/digits"),
        (lambda: ParseLimits(digits=4001), "/digits"),
    ],
)
def test_limits_beyond_those_of_the_parsers_are_refused(
    make: Callable[[], ParseLimits], pointer: str
) -> None:
    """Limits that a parser cannot keep raise InvalidValue."""
    with pytest.raises(InvalidValue) as caught:
        make()
    assert caught.value.pointer == pointer
