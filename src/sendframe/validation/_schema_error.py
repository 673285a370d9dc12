"""One error against a JSON Schema, in the same form from every engine."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sendframe.errors import Step

__all__ = ["SchemaError", "errors_by_member", "without_repeats"]


@attrs.frozen(eq=False)
class SchemaError:
    """One place where a document breaks its schema.

    Attributes:
        keyword: The keyword of the schema that is broken.
        path: Keys and indices from the document to the value.
        schema: The schema that contains the keyword.
        member: The member that is missing or not allowed; empty for other keywords.
    """

    keyword: str
    path: tuple[Step, ...]
    schema: dict[str, Any]
    member: str = ""


def errors_by_member(
    keyword: str, path: tuple[Step, ...], schema: dict[str, Any], document: Any
) -> Iterator[SchemaError]:
    """Turn one error of an engine into one error for each member it concerns."""
    if keyword not in ("required", "additionalProperties"):
        yield SchemaError(keyword, path, schema)
        return
    value = document
    for step in path:
        value = value[step]
    if keyword == "required":
        members = [key for key in schema["required"] if key not in value]
    else:
        members = [key for key in value if key not in schema["properties"]]
    for member in members:
        yield SchemaError(keyword, path, schema, member)


def without_repeats(errors: Iterable[SchemaError]) -> Iterator[SchemaError]:
    """Skip errors with the same keyword, path and member as an earlier one."""
    seen: set[tuple[str, tuple[Step, ...], str]] = set()
    for error in errors:
        key = (error.keyword, error.path, error.member)
        if key not in seen:
            seen.add(key)
            yield error
