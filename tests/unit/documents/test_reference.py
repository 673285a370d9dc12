"""Ids and references, as they are read from what a schema says."""

from collections.abc import Iterator
from typing import Any

import pytest

from sendframe.documents import _document_ids
from sendframe.documents._document_ids import DocumentIds, collect_ids, unread_kinds
from sendframe.documents._reference import IdIndex
from sendframe.validation import SchemaError

TARGET = {
    "title": "Target",
    "type": "object",
    "properties": {"kind": {"enum": ["level"]}},
    "required": ["kind"],
    "allOf": [
        {
            "if": {"type": "object", "properties": {"kind": {"const": "level"}}},
            "then": {"$ref": "#/$defs/LevelTarget"},
        }
    ],
}
ROOT: dict[str, Any] = {
    "type": "object",
    "x-is-a": "plan",
    "properties": {
        "id": {"type": "string"},
        "note": {},
        "measures": {"type": "array", "items": {"$ref": "#/$defs/Measure"}},
    },
    "$defs": {
        "Measure": {
            "type": "object",
            "x-is-a": "measure",
            "properties": {"id": {"type": "string"}, "target": {"$ref": "#/$defs/Target"}},
        },
        "Target": TARGET,
        "LevelTarget": {
            "type": "object",
            "x-is-a": "target",
            "properties": {"id": {"type": "string"}},
        },
    },
}
TEXT = {"type": "string"}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let schemas be set by the test; what was worked out from them is forgotten afterwards."""
    _document_ids._visit_for.cache_clear()
    yield monkeypatch
    _document_ids._visit_for.cache_clear()


def test_a_document_whose_schema_names_nothing_has_no_ids(made_up: pytest.MonkeyPatch) -> None:
    """Where a schema has no thing with an id and no reference, nothing is collected."""
    made_up.setattr(
        _document_ids, "read_schema", lambda *_: {"type": "object", "properties": {"id": TEXT}}
    )
    assert collect_ids({"id": "a"}, "made-up", "a.json") == DocumentIds("a.json")


@pytest.mark.parametrize(
    ("path", "lost"),
    [
        (("id",), {"plan"}),
        (("measures", 0, "id"), {"measure"}),
        (("measures", 0, "target", "id"), set()),
        (("note",), set()),
    ],
)
def test_a_broken_id_loses_the_kind_of_what_it_names(path: tuple[Any, ...], lost: set[str]) -> None:
    """The kind is that of the object the id stands in; inside a union it is not known."""
    assert unread_kinds([SchemaError("type", path, TEXT)], ROOT) == lost


def test_an_unknown_key_may_have_been_any_member() -> None:
    """Under a misspelt key may stand whatever the object can hold, and itself is still named."""
    fault = SchemaError("additionalProperties", (), ROOT, "mesures")
    assert unread_kinds([fault], ROOT) == {"plan", "measure", "target"}


def test_a_missing_key_loses_what_would_stand_there() -> None:
    """A missing list loses the kinds of its entries; a missing id the kind of the object."""
    assert unread_kinds([SchemaError("required", (), ROOT, "measures")], ROOT) == {
        "measure",
        "target",
    }
    assert unread_kinds([SchemaError("required", (), ROOT, "id")], ROOT) == {"plan"}


@pytest.mark.parametrize(
    "raw",
    [
        {"priorities": "none"},
        {"priorities": ["none", {"id": 7, "criteria": [7, {}], "commitments": {}}]},
        {"id": None, "area": 7, "priorities": [[]]},
    ],
)
def test_what_has_the_wrong_shape_names_nothing(raw: dict[str, Any]) -> None:
    """Ids are read from broken documents too: what is no object, list or text is passed over."""
    assert collect_ids(raw, "strategy", "a.json") == DocumentIds("a.json")


def test_what_stands_beside_something_broken_is_still_read() -> None:
    """A broken entry of a list takes none of the others with it."""
    raw = {"priorities": [7, {"id": "help", "criteria": [None, "c1"]}]}
    names = collect_ids(raw, "strategy", "a.json")
    assert [(each.text, each.location.pointer) for each in names.defined] == [
        ("help", "/priorities/1/id")
    ]
    assert [(each.text, each.location.pointer) for each in names.used] == [
        ("c1", "/priorities/1/criteria/1")
    ]


def test_an_empty_list_is_a_place_for_each_kind_it_could_hold(
    made_up: pytest.MonkeyPatch,
) -> None:
    """The kinds are those of the items, or of the branches of a union; a full list is no place."""
    targets = {"type": "array", "items": {"$ref": "#/$defs/Target"}}
    notes = {"type": "array", "items": TEXT | {"x-refers-to": ["plan"]}}
    plan = {**ROOT, "properties": {**ROOT["properties"], "targets": targets, "notes": notes}}
    made_up.setattr(_document_ids, "read_schema", lambda *_: plan)
    names = collect_ids({"measures": [], "targets": [], "notes": []}, "made-up", "a.json")
    assert [(each.kinds, each.location.pointer) for each in names.empty_lists] == [
        (("measure",), "/measures"),
        (("target",), "/targets"),
    ]
    assert collect_ids({"measures": [{}]}, "made-up").empty_lists == []
    near, (end,) = IdIndex.of([names]).suggestion(("target", "measure"), "t1")
    assert (near, end.location.pointer) == (None, "/targets")
