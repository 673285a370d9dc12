"""A version that never was: made-up schemas of v0, and the steps that lead from it to v1.

They live in tests only. Evidence of v0 has a ``headline`` in place of a title, weights as words,
a source in two places, and a mood that v1 has no place for.
"""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sendframe import schemas
from sendframe.documents import Draft, MigrationStep, _fault, _migration, _reference
from sendframe.schemas import _registry

__all__ = ["STEPS", "evidence", "item", "older_version", "write_schema"]


def evidence_step(draft: Draft) -> None:
    """Bring evidence from v0 to v1."""
    draft.rename("/headline", "title")
    for item in draft.each("/evidence"):
        draft.convert(f"{item}/kind", lambda word: word.lower().replace(" ", "-"))
        draft.move(f"{item}/origin/body", f"{item}/source_body")
        draft.drop(f"{item}/origin")
    draft.drop("/mood")
    draft.default("/completeness", "full")


def portfolio_step(draft: Draft) -> None:
    """Bring a manifest from v0 to v1."""
    draft.rename("/papers", "documents")
    draft.rename("/waivers", "accepted_exceptions")


STEPS = (
    MigrationStep("evidence", "v0", "v1", evidence_step),
    MigrationStep("portfolio", "v0", "v1", portfolio_step),
    MigrationStep("strategy", "v0", "v1"),
)


def _schema(kind: str) -> dict[str, Any]:
    """Return the made-up schema of a kind in v0."""
    schema = copy.deepcopy(schemas.read(kind))
    schema["$id"] = schema["properties"]["$schema"]["const"] = schemas.identifier(kind, "v0")
    own, parts = schema["properties"], schema["$defs"]
    if kind == "evidence":
        own["headline"] = own.pop("title")
        own["mood"] = {"type": "string"}
        schema["required"] = ["headline" if e == "title" else e for e in schema["required"]]
        members = parts["Evidence"]["properties"]
        members["kind"] = {"type": "string", "pattern": "^[A-Z][a-z ]*$"}
        members["origin"] = {
            "type": "object",
            "properties": {"body": members.pop("source_body"), "url": {"type": "string"}},
            "required": [],
            "additionalProperties": False,
        }
    if kind == "portfolio":
        own["papers"] = own.pop("documents")
        own["waivers"] = own.pop("accepted_exceptions")
    return schema


def evidence(**members: Any) -> dict[str, Any]:
    """Return a document of evidence as v0 had it."""
    return {
        "$schema": schemas.identifier("evidence", "v0"),
        "id": "evidence",
        "headline": {"default": "Evidence"},
        **members,
    }


def item(id_: str, **members: Any) -> dict[str, Any]:
    """Return one piece of evidence as v0 had it."""
    return {"id": id_, "title": {"default": id_}, "kind": "Survey", **members}


def write_schema(folder: Path, kind: str, version: str, schema: dict[str, Any]) -> None:
    """Write a schema among those of `older_version`."""
    (folder / version).mkdir(parents=True, exist_ok=True)
    text = json.dumps(schema)
    (folder / version / f"{kind}.schema.json").write_text(text, encoding="utf-8")


def _forget() -> None:
    for cached in (
        _registry.names, _registry.read, _fault._engine_for, _reference._visit_of,
    ):  # fmt: skip
        cached.cache_clear()


@contextmanager
def older_version(folder: Path) -> Iterator[None]:
    """Let there be v0, with its steps to v1, in a folder made for it."""
    for kind in schemas.names():
        write_schema(folder, kind, "v1", schemas.read(kind))
    for kind in ("evidence", "portfolio", "strategy"):
        write_schema(folder, kind, "v0", _schema(kind))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_registry, "folder", lambda: folder)
        patch.setattr(_migration, "STEPS", STEPS)
        _forget()
        yield
    _forget()
