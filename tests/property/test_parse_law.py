"""Laws of parsing: both ways agree, with the standard library and with one another."""

import json
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendframe.jsontext import DEFAULT_LIMITS, _parse, locate, parse
from sendframe.jsontext._parse import JsonData
from tests.property.recording import Recorder

LARGEST = 2**53 - 1
TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST, LARGEST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES: st.SearchStrategy[JsonData] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
SPACES = st.lists(st.sampled_from(["", " ", "\t", "\n", "\r\n", "\r", "\n\r  "]), min_size=1)
PIECES = st.sampled_from(
    [
        b'"',
        b"\\",
        b"\\u",
        b"\\ud800",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"'",
        b"//",
        b"/*",
        b"-",
        b"1e400",
        b"9007199254740993",
        b"NaN",
        b"nul",
        b"0",
        b"1.",
        b"\x00",
        b"\n",
        b"\xff",
        b"\xe9",
        b'"a":',
        b"1" * 401,
        b"[" * 101,
        b"\xc2\xa0",
        b"\xef\xbb\xbf",
        b"=",
        b"a",
        b"\xe2\x80\x9c",
    ]
)


@st.composite
def recorded(draw: st.DrawFn) -> Recorder:
    """Draw a document with its places."""
    recorder = Recorder(draw(SPACES), ascii_only=draw(st.booleans()))
    recorder.write(draw(VALUES))
    return recorder


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Draw a document in which a few places were cut out or written over."""
    data = draw(recorded()).text.encode()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        cut = draw(st.integers(0, 3))
        data = data[:at] + draw(PIECES | st.binary(max_size=3)) + data[at + cut :]
    return data


def fast_way_accepts(data: bytes) -> bool:
    """Whether a document is accepted without the careful way."""
    with mock.patch.object(_parse, "_syntax_problems", return_value=("asked",)) as careful:
        parse(data)
    return not careful.called


@given(recorded())
def test_parsing_gives_what_was_written(document: Recorder) -> None:
    """A document gives the value of json.loads, with either parser, and no diagnostics."""
    data = document.text.encode()
    expected = repr(json.loads(data))
    for parser in (_parse._from_json, None):
        with mock.patch.object(_parse, "_from_json", parser):
            value, found = parse(data)
        assert (repr(value), found) == (expected, ())


@given(recorded(), st.data())
def test_positions_are_those_that_were_recorded(document: Recorder, data: st.DataObject) -> None:
    """Every value and key stands where it was written, asked for together or in part."""
    assert locate(document.text.encode(), document.places) == document.places
    some = data.draw(st.sets(st.sampled_from(sorted(document.places))))
    expected = {pointer: document.places[pointer] for pointer in some}
    assert locate(document.text, some) == expected


@given(mutated() | st.binary(max_size=40))
@example(b'{"a":1,"\\u0061":2}')
@example(b"[" * 101 + b"]" * 101)
@example(b'["' + b"1" * 500 + b'"]')
def test_both_ways_and_both_parsers_agree(data: bytes) -> None:
    """Nothing is raised; the fast way accepts only what the careful way has no fault with."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    problems = _parse._syntax_problems(body, None, DEFAULT_LIMITS, len(data) - len(body))
    value, found = parse(data)
    assert found == problems
    for parser in (_parse._from_json, None):
        with mock.patch.object(_parse, "_from_json", parser):
            other, others = parse(data)
            assert (repr(other), others) == (repr(value), found)
            assert not (problems and fast_way_accepts(data))
    if not problems:
        assert repr(value) == repr(json.loads(data.decode("utf-8-sig")))
    assert all(len(each.message) < 130 for each in found)
    locate(data, ["", "/a", "/0", "/0/1"])


@given(recorded())
def test_the_compiled_parser_suffices_for_sound_documents(document: Recorder) -> None:
    """No sound document of short texts needs the careful way."""
    if _parse._from_json is None:
        pytest.skip("jiter is not installed")
    assert fast_way_accepts(document.text.encode())
