"""Schemas that strangers write: each has the same verdict in both engines, or is refused by name.

The cases of draft 2020-12 are those of the JSON Schema Test Suite, under its own licence.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sendframe.documents import extension_rules
from sendframe.documents._raw_document import RawDocument, read_raw
from sendframe.validation import Engine, _extension_schema
from sendframe.validation._engine import python_engine, rust_engine
from tests.unit.documents.raw_folder import document

SUITE = Path(__file__).parents[2] / "data/json-schema-test-suite/draft2020-12.json"
WELSH = {"type": "string", "description": "Enw'r tŷ."}


def given(schema: Any) -> RawDocument:
    """Return the extension document that has a schema, as it is read."""
    raw = document("extension", "kent.x", name="kent", extends=["any"], schema=schema)
    return read_raw(json.dumps(raw).encode(), "x.json")


def engines(read: RawDocument, monkeypatch: pytest.MonkeyPatch) -> list[Engine]:
    """Return the engine of an accepted schema from each of the two packages."""
    result = []
    makers: tuple[Callable[[dict[str, Any]], Engine], ...] = (rust_engine, python_engine)
    for make in makers:
        monkeypatch.setattr(_extension_schema, "make_engine", make)
        result.append(extension_rules(read.raw).engine)
    return result


def definition(name: str, written: str) -> dict[str, Any]:
    """Return a schema that refers to one definition."""
    return {"$ref": f"#/$defs/{written}", "$defs": {name: WELSH}}


SOUND: dict[str, tuple[Any, list[Any], list[Any]]] = {
    "property $ref": ({"properties": {"$ref": {"type": "string"}}}, [{"$ref": "x"}], [{"$ref": 3}]),
    "property $id": ({"properties": {"$id": {"type": "string"}}}, [{"$id": "x"}], [{"$id": 3}]),
    "property $defs": ({"properties": {"$defs": {"type": "null"}}}, [{"$defs": None}], [{"$defs": 3}]),
    "property default": ({"properties": {"default": {"type": "null"}}}, [{"a": 1}], [{"default": 3}]),
    "property 01": ({"properties": {"01": {"type": "null"}}}, [{"1": 3}], [{"01": 3}]),
    "$ref in examples": ({"examples": [{"$ref": "https://example.org/a"}]}, [3], []),
    "$ref in default": ({"default": {"$ref": 3}}, [3], []),
    "$ref in const": ({"const": {"$ref": "#/$defs/no"}}, [{"$ref": "#/$defs/no"}], [{"$ref": 1}]),
    "$ref in enum": ({"enum": [{"$ref": 7}, 1]}, [{"$ref": 7}, 1], [{"$ref": 8}]),
    "$id in const": ({"const": {"$id": "http://[bad"}}, [{"$id": "http://[bad"}], [{}]),
    "$anchor in enum": ({"enum": [{"$anchor": "a b"}]}, [{"$anchor": "a b"}], [{}]),
    "Welsh": (definition("tŷ", "tŷ"), ["a"], [3]),
    "Welsh, encoded": (definition("tŷ", "t%C5%B7"), ["a"], [3]),
    "space": (definition("a b", "a b"), ["a"], [3]),
    "space, encoded": (definition("a b", "a%20b"), ["a"], [3]),
    "slash": (definition("a/b", "a~1b"), ["a"], [3]),
    "slash, encoded": (definition("a/b", "a%7E1b"), ["a"], [3]),
    "tilde": (definition("a~b", "a~0b"), ["a"], [3]),
    "tilde and one": (definition("~1", "~01"), ["a"], [3]),
    "percent": (definition("a%20b", "a%2520b"), ["a"], [3]),
    "hash": (definition("a#b", "a%23b"), ["a"], [3]),
    "quotation mark": (definition('a"b', 'a"b'), ["a"], [3]),
    "digits": (definition("0", "0"), ["a"], [3]),
    "empty name": (definition("", ""), ["a"], [3]),
    "unused circle": ({"$defs": {"a": {"$ref": "#/$defs/a"}}}, [3], []),
    "other dialect": ({"$schema": "https://example.org/draft", "type": "null"}, [None], [3]),
    "false is not 0": ({"const": 0}, [0, 0.0], [False, "0"]),
    "true in a list is not 1": ({"enum": [[True]]}, [[True]], [[1]]),
    "whole number": ({"type": "integer"}, [1, 1.0, 2**53 - 1], [1.5, True]),
    "characters beyond 16 bits": ({"maxLength": 1}, ["😀"], ["😀a"]),
    "last line break": ({"pattern": "^a$"}, ["a"], ["a\n"]),
    "hyphen in a class": ({"pattern": "^[a-]+$"}, ["a-"], ["b"]),
    "white space in a pattern": ({"pattern": "^[ #]\n$"}, ["#\n"], ["\n"]),
}  # fmt: skip

LOST = "refers to nothing"
WRONG: dict[str, tuple[Any, str, str]] = {
    "title of another form": ({"title": {"default": "Title"}}, "/title", "must be text"),
    "description": ({"properties": {"a": {"description": 3}}}, "/properties/a/description", "text"),
    "comment": ({"$comment": {}}, "/$comment", "must be text"),
    "$schema": ({"$schema": 3}, "/$schema", "must be text"),
    "examples": ({"examples": 3}, "/examples", "must be a list"),
    "required twice": ({"required": ["a", "b", "a"]}, "/required", "names 'a' twice"),
    "range from last to first": ({"pattern": "^[z-a]$"}, "/pattern", "a range that is not"),
    "range beyond ASCII": ({"pattern": "^[ŷ-é]$"}, "/pattern", "a range that is not"),
    "operator of classes": ({"pattern": "^[+--b]$"}, "/pattern", "a range that is not"),
    "union of classes": ({"pattern": "^[a||b]$"}, "/pattern", "a range that is not"),
    "large pattern": ({"pattern": f"^{'[^b]{1000}' * 6}$"}, "/pattern", "more than 5,000"),
    "slash": (definition("a/b", "a/b"), "/$ref", LOST),
    "percent": (definition("a%b", "a%b"), "/$ref", LOST),
    "percent of half a character": (definition("a", "%C5"), "/$ref", LOST),
    "tilde": (definition("a~b", "a~b"), "/$ref", LOST),
    "hash": (definition("a#b", "a#b"), "/$ref", "# as %23"),
    "network": ({"$ref": "https://example.org/a"}, "/$ref", LOST),
    "itself": ({"$ref": "#"}, "/$ref", LOST),
    "no text": ({"items": {"$ref": {"a": 1}}}, "/items/$ref", LOST),
    "property that is no schema": (
        {"properties": {"$ref": "#/$defs/a"}}, "/properties/$ref", "must be a schema"),
    "items false": ({"items": False}, "/items", "must be a schema"),
    "items true": ({"items": True}, "/items", "must be a schema"),
    "definition true": ({"$defs": {"a": True}}, "/$defs/a", "must be a schema"),
    "$dynamicRef": ({"$dynamicRef": "#a"}, "/$dynamicRef", "not accepted here"),
    "unevaluated": ({"unevaluatedProperties": False}, "/unevaluatedProperties", "not accepted"),
    "truth as a number": ({"minimum": True}, "/minimum", "must be a number"),
    "type of several": ({"type": {"a": 1}}, "/type", "must be one of"),
    "circle": (
        {"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"b": {"$ref": "#/$defs/a"}}}}},
        "", "refers to itself"),
    "circle of two": (
        {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
        "", "refers to itself"),
    "long chain": (
        {"$ref": "#/$defs/a0", "$defs": {"a1600": {}} | {
            f"a{n}": {"$ref": f"#/$defs/a{n + 1}"} for n in range(1600)}},
        "", "too large"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_an_odd_schema_has_the_same_verdict_in_both_engines(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is accepted is what the schema says, whichever engine is installed."""
    schema, valid, invalid = SOUND[name]
    read = given(schema)
    assert read.diagnostics == ()
    for engine in engines(read, monkeypatch):
        assert [value for value in valid if list(engine(value))] == []
        assert [value for value in invalid if not list(engine(value))] == []


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_schema_is_refused_with_its_place(name: str) -> None:
    """It is reported before an engine reads it, once."""
    schema, place, words = WRONG[name]
    (problem,) = given(schema).diagnostics
    assert (problem.code, problem.location.pointer) == ("SFR112", f"/schema{place}")
    assert words in problem.message


@pytest.mark.parametrize("schema", [True, False, None, 3, "a", []])
def test_a_schema_that_is_no_object_is_refused(schema: Any) -> None:
    """JSON Schema has true and false as schemas; here each describes something."""
    (problem,) = given(schema).diagnostics
    assert (problem.code, problem.location.pointer) == ("SFR101", "/schema")


@pytest.mark.parametrize("number", ["1e400", "1" + "0" * 30, "-9007199254740992"])
def test_a_number_that_not_all_programs_keep_is_refused(number: str) -> None:
    """The document is refused before its schema is looked at."""
    (problem,) = read_raw(
        json.dumps(
            document("extension", "kent.x", name="kent", extends=["any"], schema={"minimum": 77})
        )
        .replace("77", number)
        .encode(),
        "x.json",
    ).diagnostics
    assert problem.location.pointer == "/schema/minimum"


def test_an_engine_that_refuses_an_accepted_schema_is_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A later engine may accept less: the schema is refused, and nothing fails later."""

    def refuse(_schema: object) -> Engine:
        message = "not accepted"
        raise ValueError(message)

    monkeypatch.setattr(_extension_schema, "make_engine", refuse)
    (problem,) = given({"type": "string"}).diagnostics
    assert (problem.code, problem.location.pointer) == ("SFR112", "/schema")


def test_each_case_of_the_json_schema_test_suite_has_its_verdict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A schema of the suite is refused as a whole, or both engines decide as the suite does."""
    groups = [group for part in json.loads(SUITE.read_text("utf-8")).values() for group in part]
    accepted, wrong = 0, []
    for group in groups:
        read = given(group["schema"])
        if not read.is_sound:
            assert {problem.code for problem in read.diagnostics} <= {"SFR112", "SFR101", "SFR007"}
            continue
        accepted += 1
        for engine in engines(read, monkeypatch):
            wrong += [
                (group["description"], value)
                for value, valid in group["tests"]
                if valid == bool(list(engine(value)))
            ]
    assert wrong == []
    assert (len(groups), accepted) == (368, 69)
