"""Every class a document may hold, with a schema of its own."""

from functools import cache
from typing import Any, get_args, get_origin

import attrs

from sendframe import validation
from sendframe.model import DOCUMENT_CLASSES, Value

__all__ = ["classes", "schema_for"]


def _held(hint: Any) -> list[type[Value]]:
    if isinstance(hint, type) and get_origin(hint) is None and issubclass(hint, Value):
        return [hint]
    return [each for inner in get_args(hint) for each in _held(inner)]


@cache
def classes() -> tuple[type[Value], ...]:
    """Return every class that a document is or holds, sorted by name."""
    found: set[type[Value]] = set()
    todo: list[type[Value]] = list(DOCUMENT_CLASSES.values())
    while todo:
        cls: Any = todo.pop()
        if cls not in found:
            found.add(cls)
            todo += [each for field in attrs.fields(cls) for each in _held(field.type)]
    return tuple(sorted(found, key=lambda each: each.__name__))


def schema_for(cls: type[Value]) -> dict[str, Any]:
    """Return the committed schema of an object of a class."""
    for kind, document in DOCUMENT_CLASSES.items():
        root = validation.read_schema(kind)
        if document is cls:
            inner = {name: each for name, each in root["properties"].items() if name != "$schema"}
            required = [each for each in root["required"] if each != "$schema"]
            return {**root, "properties": inner, "required": required}
        if cls.__name__ in root["$defs"]:
            return {"$ref": f"#/$defs/{cls.__name__}", "$defs": root["$defs"]}
    raise LookupError(cls.__name__)
