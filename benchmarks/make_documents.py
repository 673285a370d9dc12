"""Documents to measure with, the same on every machine, made from the example of Wyeford.

Every copy has ids and texts of its own, so that nothing is gained by remembering strings.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

__all__ = [
    "EXAMPLE",
    "STRATEGY",
    "broken_document",
    "large_document",
    "pointers_of",
    "small_documents",
    "to_bytes",
    "write_portfolio",
]

EXAMPLE = Path(__file__).parents[1] / "examples" / "wyeford"
LARGE = 500_000
SMALL = 27_000
STRATEGY = "strategy.json"
SHORTENED = (
    "approvals",
    "co_production",
    "glossary",
    "measures",
    "principles",
    "projections",
    "publications",
    "relations",
    "risks",
    "workstreams",
)
LEFT_OUT = ("assessments", "contacts", "introduction", "money", "places")
"""Parts that the first measured documents did not have, so that their sizes stay comparable."""

BREACHES = ("type", "additionalProperties", "required")


def to_bytes(document: dict[str, Any]) -> bytes:
    """Return a document as the text of a file, indented as sendframe writes it."""
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def large_document(size: int = LARGE) -> dict[str, Any]:
    """Return a valid strategy of about *size* bytes: the example's parts, again and again."""
    one, two = len(to_bytes(_repeated(1))), len(to_bytes(_repeated(2)))
    return _repeated(max(1, 1 + round((size - one) / (two - one))))


def small_documents(count: int = 100, size: int = SMALL) -> list[dict[str, Any]]:
    """Return valid strategies of about *size* bytes each, all with ids of their own."""
    example = _example()
    ids = _ids(example)
    while len(to_bytes(_renamed(example, ids, count))) > size + 500 and _shorten(example):
        pass
    return [_renamed(example, ids, number) for number in range(1, count + 1)]


def write_portfolio(folder: Path, documents: list[dict[str, Any]]) -> list[Path]:
    """Write the example's portfolio with *documents* added; return the files of these.

    What the documents refer to stands in the example's other documents, so that all
    references lead somewhere. Where one of *documents* has the id of the example's own
    strategy, it takes its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    manifest = json.loads((EXAMPLE / "portfolio.json").read_bytes())
    taken = {each["id"] for each in documents}
    kept = [
        name
        for name in manifest["documents"]
        if json.loads((EXAMPLE / name).read_bytes())["id"] not in taken
    ]
    for name in (*kept, *_tables(kept)):
        (folder / name).write_bytes((EXAMPLE / name).read_bytes())
    names = [f"plan-{number:03}.json" for number in range(1, len(documents) + 1)]
    for name, document in zip(names, documents, strict=True):
        (folder / name).write_bytes(to_bytes(document))
    manifest["documents"] = kept + names
    (folder / "portfolio.json").write_bytes(to_bytes(manifest))
    return [folder / name for name in names]


def broken_document(document: dict[str, Any], count: int = 240) -> dict[str, Any]:
    """Return a copy that breaks its schema in *count* places, in three ways by turns."""
    made = deepcopy(document)
    texts = [each for each in _objects(made) if "default" in each]
    named = [each for each in _objects(made) if "id" in each and each is not made]
    for number in range(count):
        breach = BREACHES[number % len(BREACHES)]
        if breach == "type":
            named[number]["id"] = number
        elif breach == "additionalProperties":
            named[number]["not-known"] = number
        else:
            del texts[number]["default"]
    return made


def pointers_of(value: Any, pointer: str = "") -> Iterator[str]:
    """Yield the JSON pointer of every value in a document, in order."""
    yield pointer
    if not isinstance(value, (dict, list)):
        return
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in members:
        token = str(step).replace("~", "~0").replace("/", "~1")
        yield from pointers_of(each, f"{pointer}/{token}")


def _tables(names: list[str]) -> list[str]:
    """Return the tables that documents of the example keep their figures in."""
    documents = [json.loads((EXAMPLE / name).read_bytes()) for name in names]
    return [each["table"] for each in documents if "table" in each]


def _example() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLE / STRATEGY).read_bytes())
    return {key: value for key, value in found.items() if key not in LEFT_OUT}


def _repeated(copies: int) -> dict[str, Any]:
    example = _example()
    made = deepcopy(example)
    ids = _ids(example) - {example["id"]}  # the one strategy keeps its id, and what names it too
    for number in range(1, copies):
        for key, value in _renamed(example, ids, number).items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                made[key] += value
    for order, priority in enumerate(made["priorities"], 1):
        priority["order"] = order
    return made


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _objects(each)


def _ids(document: dict[str, Any]) -> set[str]:
    return {each["id"] for each in _objects(document) if "id" in each}


def _renamed(value: Any, ids: set[str], number: int) -> Any:
    """Return a copy in which ids, what refers to them, and texts are those of one number."""
    if isinstance(value, dict):
        copy = {key: _renamed(each, ids, number) for key, each in value.items()}
        if isinstance(copy.get("default"), str):
            copy["default"] += f" ({number})"
        return copy
    if isinstance(value, list):
        return [_renamed(each, ids, number) for each in value]
    return f"{value}-{number}" if isinstance(value, str) and value in ids else value


def _shorten(document: dict[str, Any]) -> bool:
    """Take the last of the longest list off a document; say whether one was left to take.

    The first of each list stays, so that each kind of part does.
    """
    lists = [document[key] for key in SHORTENED if len(document.get(key, ())) > 1]
    if not lists:  # commitments go last: measures refer to them
        lists = [each["commitments"] for each in document["priorities"][1:]]
        lists = [each for each in lists if len(each) > 1]
    if lists:
        max(lists, key=lambda each: len(to_bytes({"": each}))).pop()
    return bool(lists)
