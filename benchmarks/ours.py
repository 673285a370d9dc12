"""What sendframe does with a document: each function is one job of ours."""

import json
from functools import cache
from typing import Any

from benchmarks.make_documents import EXAMPLE, STRATEGY
from sendframe.documents._document_ids import DocumentIds, collect_ids
from sendframe.documents._position import with_positions
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.documents._reference import IdIndex, dangling_uses
from sendframe.errors import Diagnostic
from sendframe.model import Strategy
from sendframe.validation import schema_errors

__all__ = ["diagnosed", "fault_count", "objects", "verdict"]


def verdict(document: Any) -> bool:
    """Say whether a document obeys its schema."""
    return not schema_errors(document, "strategy")


def fault_count(document: Any) -> int:
    """Return how many breaches of its schema a document has."""
    return len(schema_errors(document, "strategy"))


def diagnosed(data: bytes) -> tuple[Diagnostic, ...]:
    """Return all that is wrong with a document, worded, with lines, columns and suggestions."""
    return with_positions(read_raw(data, "plan.json").diagnostics, {"plan.json": data})


def objects(data: bytes) -> Strategy:
    """Turn bytes into frozen objects with every layer: schema, references and rules too."""
    document = read_raw(data, "plan.json")
    assert document.ids is not None
    assert not document.diagnostics
    known = [*_others(), document.ids]
    assert not list(dangling_uses(known, IdIndex.of(known)))
    made, problems = build_document(document)
    assert isinstance(made, Strategy)
    assert not problems
    return made


@cache
def _others() -> tuple[DocumentIds, ...]:
    """Return the ids given in the documents that the strategy refers to, read once."""
    found = []
    for path in sorted(EXAMPLE.glob("*.json")):
        raw = json.loads(path.read_bytes())
        kind = raw["$schema"].rpartition("/")[2].removesuffix(".schema.json")
        if path.name != STRATEGY:
            given = collect_ids(raw, kind, path.name).defined
            found.append(DocumentIds(path.name, given))
    return tuple(found)
