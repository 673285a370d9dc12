"""Ids and references, collected as a schema says."""

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
def custom_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let the test set a schema, and clear the cache afterwards."""
    _document_ids._visit_for.cache_clear()
    yield monkeypatch
    _document_ids._visit_for.cache_clear()


def test_a_document_whose_schema_names_nothing_has_no_ids(
    custom_schema: pytest.MonkeyPatch,
) -> None:
    """Where a schema has no thing with an id and no reference, nothing is collected."""
    custom_schema.setattr(
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
def test_a_broken_id_makes_its_kind_unread(path: tuple[Any, ...], lost: set[str]) -> None:
    """The kind is that of the object with the id; inside a union it is not known."""
    assert unread_kinds([SchemaError("type", path, TEXT)], ROOT) == lost


def test_an_unknown_key_may_have_been_any_member() -> None:
    """The value of a misspelt key may be whatever the object can contain, and the object itself."""
    fault = SchemaError("additionalProperties", (), ROOT, "mesures")
    assert unread_kinds([fault], ROOT) == {"plan", "measure", "target"}


def test_a_missing_key_makes_its_kinds_unread() -> None:
    """A missing list makes the kinds of its entries unread; a missing id that of the object."""
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
def test_values_of_the_wrong_type_define_no_ids(raw: dict[str, Any]) -> None:
    """Ids are read from broken documents too: other types of value are skipped."""
    assert collect_ids(raw, "strategy", "a.json") == DocumentIds("a.json")


def test_valid_entries_beside_broken_ones_are_read() -> None:
    """A broken entry of a list does not affect the others."""
    raw = {"priorities": [7, {"id": "help", "criteria": [None, "c1"]}]}
    names = collect_ids(raw, "strategy", "a.json")
    assert [(item.text, item.location.pointer) for item in names.defined] == [
        ("help", "/priorities/1/id")
    ]
    assert [(item.text, item.location.pointer) for item in names.used] == [
        ("c1", "/priorities/1/criteria/1")
    ]


def test_an_empty_list_is_recorded_for_each_kind(
    custom_schema: pytest.MonkeyPatch,
) -> None:
    """The kinds are those of the items, or of the branches of a union; a full list is no place."""
    targets = {"type": "array", "items": {"$ref": "#/$defs/Target"}}
    notes = {"type": "array", "items": TEXT | {"x-refers-to": ["plan"]}}
    plan = {**ROOT, "properties": {**ROOT["properties"], "targets": targets, "notes": notes}}
    custom_schema.setattr(_document_ids, "read_schema", lambda *_: plan)
    names = collect_ids({"measures": [], "targets": [], "notes": []}, "made-up", "a.json")
    assert [
        (empty_list.kinds, empty_list.location.pointer) for empty_list in names.empty_lists
    ] == [
        (("measure",), "/measures"),
        (("target",), "/targets"),
    ]
    assert collect_ids({"measures": [{}]}, "made-up").empty_lists == []
    near, (end,) = IdIndex.of([names]).suggestion(("target", "measure"), "t1")
    assert (near, end.location.pointer) == (None, "/targets")
