"""The published JSON Schemas: which there are, and their text. Nothing is fetched."""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from sendframe.errors import UnknownName

__all__ = [
    "CURRENT_VERSION",
    "REPORT",
    "SCHEMA_BASE",
    "SchemaName",
    "parse_schema_id",
    "read_schema",
    "read_schema_bytes",
    "schema_folder",
    "schema_id",
    "schema_kinds",
    "schema_names",
]

SCHEMA_BASE = "https://sendframe.example/schemas/"
"""The beginning of every ``$id``.

It identifies and is never fetched. Nobody can register the domain ``example`` (RFC 2606), so no
stranger can ever serve other schemas under these names.
"""

CURRENT_VERSION = "v1"
"""The version of the schemas that documents are read and written in."""

REPORT = "report"
"""The schema of what is written and never read: it is of no kind of document."""

_ID = re.compile(re.escape(SCHEMA_BASE) + r"(v(?:0|[1-9][0-9]{0,3}))/([a-z-]{1,60})\.schema\.json")
_SUFFIX = ".schema.json"


class SchemaName(NamedTuple):
    """Version and kind of document of a schema."""

    version: str
    kind: str


def schema_folder() -> Path:
    """Return the folder of the schemas, which contains one folder for each version.

    It is found without importing anything, in a source tree, an editable install and a wheel.
    """
    spec = find_spec("sendframe_schemas")
    if spec is None or not spec.submodule_search_locations:
        raise UnknownName("package", "sendframe_schemas")
    return Path(spec.submodule_search_locations[0])


def schema_id(kind: str, version: str = CURRENT_VERSION) -> str:
    """Return the ``$id`` of a schema, which a document names in ``$schema``.

    Examples:
        >>> schema_id("strategy")
        'https://sendframe.example/schemas/v1/strategy.schema.json'
    """
    return f"{SCHEMA_BASE}{version}/{kind}{_SUFFIX}"


def parse_schema_id(text: str) -> SchemaName | None:
    """Return version and kind of an ``$id``; None where it is not an id of sendframe.

    Examples:
        >>> parse_schema_id("https://sendframe.example/schemas/v1/review.schema.json")
        SchemaName(version='v1', kind='review')
    """
    match = _ID.fullmatch(text)
    return SchemaName(match[1], match[2]) if match else None


@cache
def schema_kinds(version: str = CURRENT_VERSION) -> tuple[str, ...]:
    """Return the kinds of document that have a schema, sorted."""
    paths = (schema_folder() / version).glob(f"*{_SUFFIX}")
    names = (path.name.removesuffix(_SUFFIX) for path in paths)
    return tuple(sorted(name for name in names if name != REPORT))


def schema_names(version: str = CURRENT_VERSION) -> tuple[str, ...]:
    """Return the names of all schemas, sorted: the kinds of document, and ``report``."""
    return tuple(sorted((*schema_kinds(version), REPORT)))


def read_schema_bytes(kind: str, version: str = CURRENT_VERSION) -> bytes:
    """Return a schema as the bytes of its published file.

    Raises:
        UnknownName: There is no such schema.
    """
    if kind not in schema_names(version):
        raise UnknownName("schema", kind, schema_names(version))
    return (schema_folder() / version / f"{kind}{_SUFFIX}").read_bytes()


@cache
def read_schema(kind: str, version: str = CURRENT_VERSION) -> dict[str, Any]:
    """Return a schema as plain JSON data; it is shared, so do not change it.

    Raises:
        UnknownName: There is no such schema.
    """
    schema: dict[str, Any] = json.loads(read_schema_bytes(kind, version))
    return schema
