"""What sendframe does with a document: each function is one job of ours."""

import json
from functools import cache
from typing import Any

from benchmarks.make_documents import EXAMPLE, STRATEGY
from sendframe.documents._document import make, placed, read_raw
from sendframe.documents._reference import Names, collect, dangling
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
    return placed(read_raw(data, "plan.json").diagnostics, {"plan.json": data})


def objects(data: bytes) -> Strategy:
    """Turn bytes into frozen objects with every layer: schema, references and rules too."""
    document = read_raw(data, "plan.json")
    assert document.names is not None
    assert not document.diagnostics
    assert not list(dangling([*_others(), document.names]))
    made, problems = make(document)
    assert isinstance(made, Strategy)
    assert not problems
    return made


@cache
def _others() -> tuple[Names, ...]:
    """Return the ids given in the documents that the strategy refers to, read once."""
    found = []
    for path in sorted(EXAMPLE.glob("*.json")):
        raw = json.loads(path.read_bytes())
        kind = raw["$schema"].rpartition("/")[2].removesuffix(".schema.json")
        if path.name != STRATEGY:
            given = collect(raw, kind, path.name).given
            found.append(Names(path.name, given))
    return tuple(found)
