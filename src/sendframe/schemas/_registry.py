"""Which schemas there are, and their text."""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from sendframe.errors import UnknownName

__all__ = [
    "BASE",
    "CURRENT",
    "SchemaName",
    "folder",
    "identifier",
    "names",
    "parse_identifier",
    "read",
    "read_bytes",
]

BASE = "https://sendframe.example/schemas/"
"""What every ``$id`` begins with.

A name that identifies and is never fetched. The domain ``example`` can be registered by nobody
(RFC 2606), so no stranger can ever serve other schemas under these names.
"""

CURRENT = "v1"
"""The version that documents are written in."""

_IDENTIFIER = re.compile(re.escape(BASE) + r"(v(?:0|[1-9][0-9]{0,3}))/([a-z-]{1,60})\.schema\.json")


class SchemaName(NamedTuple):
    """The name of a schema: version and kind of document."""

    version: str
    kind: str


def folder() -> Path:
    """Return the folder that holds the schemas, one folder a version.

    It is found without importing anything, in a source tree, an editable install and a wheel.
    """
    spec = find_spec("sendframe_schemas")
    if spec is None or not spec.submodule_search_locations:
        raise UnknownName("package", "sendframe_schemas")
    return Path(spec.submodule_search_locations[0])


def identifier(kind: str, version: str = CURRENT) -> str:
    """Return the ``$id`` of a schema, which is what a document names in ``$schema``.

    Examples:
        >>> identifier("strategy")
        'https://sendframe.example/schemas/v1/strategy.schema.json'
    """
    return f"{BASE}{version}/{kind}.schema.json"


def parse_identifier(text: str) -> SchemaName | None:
    """Return version and kind named by an ``$id``; None where it is none of ours.

    Examples:
        >>> parse_identifier("https://sendframe.example/schemas/v1/review.schema.json")
        SchemaName(version='v1', kind='review')
    """
    match = _IDENTIFIER.fullmatch(text)
    return SchemaName(match[1], match[2]) if match else None


@cache
def names(version: str = CURRENT) -> tuple[str, ...]:
    """Return the kinds of document there are schemas of, sorted."""
    suffix = ".schema.json"
    found = (folder() / version).glob(f"*{suffix}")
    return tuple(sorted(path.name.removesuffix(suffix) for path in found))


def read_bytes(kind: str, version: str = CURRENT) -> bytes:
    """Return the text of a schema as it is published.

    Raises:
        UnknownName: There is no such schema.
    """
    if kind not in names(version):
        raise UnknownName("schema", kind, names(version))
    return (folder() / version / f"{kind}.schema.json").read_bytes()


@cache
def read(kind: str, version: str = CURRENT) -> dict[str, Any]:
    """Return a schema as plain JSON data; it is shared, so do not change it.

    Raises:
        UnknownName: There is no such schema.
    """
    schema: dict[str, Any] = json.loads(read_bytes(kind, version))
    return schema
