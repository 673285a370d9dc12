"""The published JSON Schemas, read from where they are installed. Nothing is ever fetched."""

from ._registry import (
    BASE,
    CURRENT,
    SchemaName,
    folder,
    identifier,
    names,
    parse_identifier,
    read,
    read_bytes,
)

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
