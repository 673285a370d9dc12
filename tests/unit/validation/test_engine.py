"""JSON Schema engines: which one is used, and what its errors contain."""

import gc
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from sendframe.validation import Engine, SchemaError, _engine, make_engine, schema_id, schema_kinds
from sendframe.validation._engine import available_engines, python_engine, rust_engine

SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
PATTERN = {"pattern": "^ab$"}
EngineMaker: TypeAlias = Callable[[dict[str, Any]], Engine]
MISSING = [
    (("jsonschema_rs",), (python_engine,)),
    (("jsonschema",), (rust_engine,)),
    (("jsonschema_rs", "jsonschema"), ()),
]


@pytest.mark.parametrize(("missing", "available"), MISSING)
def test_an_engine_that_is_not_installed_is_skipped(
    missing: tuple[str, ...], available: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only engines whose package can be imported are offered."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    assert available_engines() == available


@pytest.mark.parametrize(("missing", "available"), MISSING[:2])
def test_one_engine_is_enough(
    missing: tuple[str, ...], available: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Either engine alone reports keyword, member and path of an error."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    (error,) = make_engine(SCHEMA)({})
    assert (error.keyword, error.member, error.path) == ("required", "id", ())
    assert available


def test_without_any_engine_validation_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither package is installed, validating raises, and never returns no errors."""
    for name in ("jsonschema_rs", "jsonschema"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(_engine, "_engine_for", _engine._engine_for.__wrapped__)
    with pytest.raises(ImportError, match="neither jsonschema-rs nor jsonschema is installed"):
        _engine.schema_errors({}, schema_kinds()[0])


@pytest.mark.parametrize("make", [rust_engine, python_engine])
@pytest.mark.parametrize("key", ["", "2025", "01"])
def test_keys_that_look_like_indices_stay_keys(make: EngineMaker, key: str) -> None:
    """An empty key and a key of digits stay text in the path of an error."""
    schema = {"type": "object", "additionalProperties": {"type": "string"}}
    (error,) = make(schema)({"a": "b", key: [1]})
    assert (error.keyword, error.path) == ("type", (key,))


@pytest.mark.parametrize("make", [rust_engine, python_engine])
@pytest.mark.parametrize(
    ("given", "keywords"), [("ab", []), ("ab\n", ["pattern"]), ("b", ["pattern"]), (1, [])]
)
def test_a_pattern_ends_where_the_text_ends(
    make: EngineMaker, given: object, keywords: list[str]
) -> None:
    """A line break after the last letter breaks the pattern; a number has no pattern."""
    errors = list(make({"type": "object", "properties": {"x": PATTERN}})({"x": given}))
    assert [error.keyword for error in errors] == keywords
    assert all(error.path == ("x",) and error.schema == PATTERN for error in errors)


@pytest.mark.parametrize("make", [rust_engine, python_engine])
def test_errors_do_not_depend_on_the_size_of_a_document(
    make: EngineMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above a size jsonschema lists the errors; jsonschema-rs then only skips valid items."""
    schema = {
        "type": "object",
        "properties": {"rows": {"type": "array", "items": {"$ref": "#/$defs/Row"}}},
        "$defs": {"Row": {"type": "object", "properties": {"id": {"type": "string"}}}},
    }
    document = {"rows": [{"id": "a"}, 1, {"id": 2}, {"id": "b"}]}
    validate = make(schema)

    def summary(document: Any) -> list[Any]:
        return sorted((error.keyword, error.path) for error in validate(document))

    expected = [("type", ("rows", 1)), ("type", ("rows", 2, "id"))]
    assert summary(document) == expected
    monkeypatch.setattr(_engine, "_MAX_VALUES_FOR_RUST", 3)
    assert summary(document) == expected
    assert summary({"rows": 5}) == [("type", ("rows",))]


def test_errors_of_a_large_document_are_made_on_demand() -> None:
    """Of a hundred thousand errors, no more exist than were asked for."""
    document = {
        "$schema": schema_id("action-register"),
        "id": "register",
        "title": {"default": "Register"},
        "actions": [1] * 100_000,
    }
    errors = _engine.schema_errors(document, "action-register", limit=10)
    gc.collect()
    alive = sum(isinstance(value, SchemaError) for value in gc.get_objects())
    assert len(errors) == 10
    assert alive < 1000
