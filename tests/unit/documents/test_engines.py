"""Which JSON Schema engine is used, by what is installed."""

import sys
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from sendframe import schemas
from sendframe.documents import _fault
from sendframe.documents._fault import (
    Engine,
    available_engines,
    engine_of,
    python_engine,
    rust_engine,
)

SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
PATTERN = {"pattern": "^ab$"}
Maker: TypeAlias = Callable[[dict[str, Any]], Engine]
MISSING = [
    (("jsonschema_rs",), (python_engine,)),
    (("jsonschema",), (rust_engine,)),
    (("jsonschema_rs", "jsonschema"), ()),
]


@pytest.mark.parametrize(("missing", "left"), MISSING)
def test_what_is_not_installed_is_passed_over(
    missing: tuple[str, ...], left: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only engines whose package can be imported are offered."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    assert available_engines() == left


@pytest.mark.parametrize(("missing", "left"), MISSING[:2])
def test_one_engine_is_enough(
    missing: tuple[str, ...], left: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever engine is left says what is missing, of which member and where."""
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    (fault,) = engine_of(SCHEMA)({})
    assert (fault.keyword, fault.detail, fault.path) == ("required", "id", ())
    assert left


def test_without_any_engine_nothing_is_called_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where neither package is there, holding a document against its schema fails and says why."""
    for name in ("jsonschema_rs", "jsonschema"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(_fault, "_engine_for", _fault._engine_for.__wrapped__)
    with pytest.raises(ImportError, match="neither jsonschema-rs nor jsonschema is installed"):
        _fault.faults({}, schemas.names()[0])


@pytest.mark.parametrize("make", [rust_engine, python_engine])
@pytest.mark.parametrize("key", ["", "2025", "01"])
def test_keys_that_look_like_places_are_told_as_keys(make: Maker, key: str) -> None:
    """An empty key and a key of digits stay text in the path of what is wrong below them."""
    schema = {"type": "object", "additionalProperties": {"type": "string"}}
    (fault,) = make(schema)({"a": "b", key: [1]})
    assert (fault.keyword, fault.path) == ("type", (key,))


@pytest.mark.parametrize("make", [rust_engine, python_engine])
@pytest.mark.parametrize(
    ("given", "told"), [("ab", []), ("ab\n", ["pattern"]), ("b", ["pattern"]), (1, [])]
)
def test_a_pattern_ends_where_the_text_ends(make: Maker, given: object, told: list[str]) -> None:
    """A line break behind the last letter is no end, and a number has no pattern."""
    faults = list(make({"type": "object", "properties": {"x": PATTERN}})({"x": given}))
    assert [each.keyword for each in faults] == told
    assert all(each.path == ("x",) and each.schema == PATTERN for each in faults)
