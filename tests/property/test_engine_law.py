"""The law of engines: jsonschema-rs and jsonschema lead to the same diagnostics."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import event, example, given, settings

from sendframe import validation
from sendframe.documents._document_ids import unread_kinds
from sendframe.documents._position import with_positions
from sendframe.validation import Engine, schema_diagnostics
from sendframe.validation._engine import python_engine, rust_engine
from tests.property.raw_mutation import mutated_documents

pytest.importorskip("jsonschema_rs", reason="jsonschema-rs has no wheel here")


@cache
def engines(kind: str) -> tuple[Engine, Engine]:
    """Return both engines for a kind of document."""
    return rust_engine(validation.read_schema(kind)), python_engine(validation.read_schema(kind))


PLAN = {
    "$schema": validation.schema_id("strategy"),
    "id": "plan",
    "kind": "strategy",
    "area": "E06000019",
    "status": "draft",
}


@example(("strategy", {**PLAN, "title": {"default": "a", "variants": {"": 1, "2025": 1}}}))
@example(("strategy", {**PLAN, "title": {"default": "a", "variants": {"01": {}, "1": {"": 1}}}}))
@example(("strategy", {**PLAN, "id": "", "title": {"default": ""}, "": 1, "0": 1}))
@settings(max_examples=400)
@given(mutated_documents())
def test_both_engines_lead_to_the_same_diagnostics(mutated: tuple[str, Any]) -> None:
    """Verdict, code, words, help, suggestion, place and order are the same."""
    kind, raw = mutated
    data = json.dumps(raw, indent=1, ensure_ascii=False).encode()
    raw = json.loads(data)
    told, lost = [], []
    for engine in engines(kind):
        found = list(engine(raw))
        told.append(with_positions(schema_diagnostics(found, raw, "a.json"), {"a.json": data}))
        lost.append(unread_kinds(found, validation.read_schema(kind)))
    assert told[0] == told[1]
    assert lost[0] == lost[1]
    event(f"{min(len(told[0]), 4)} diagnostics")
    assert all(each.location.line and each.location.column for each in told[0])
    assert all(each.code != "SFR109" for each in told[0])
    places = [(each.location.pointer, each.code, each.message) for each in told[0]]
    assert len(set(places)) == len(places), "nothing is told twice"
