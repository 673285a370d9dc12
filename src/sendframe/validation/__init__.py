"""Validation against JSON Schemas: the published schemas, engines, and the wording of errors.

Nothing is ever fetched.
"""

from typing import TYPE_CHECKING, Any

from ._engine import Engine, make_engine, schema_errors
from ._registry import (
    CURRENT_VERSION,
    REPORT,
    parse_schema_id,
    read_schema,
    read_schema_bytes,
    schema_folder,
    schema_id,
    schema_kinds,
    schema_names,
)
from ._schema_error import SchemaError
from ._suggestion import KnownWords, Suggester, did_you_mean, known_words
from ._wording import quote_key, quote_value, schema_diagnostics

if TYPE_CHECKING:
    from ._extension_schema import extension_engine, extension_schema_problems

__all__ = [
    "CURRENT_VERSION",
    "REPORT",
    "Engine",
    "KnownWords",
    "SchemaError",
    "Suggester",
    "did_you_mean",
    "extension_engine",
    "extension_schema_problems",
    "known_words",
    "make_engine",
    "parse_schema_id",
    "quote_key",
    "quote_value",
    "read_schema",
    "read_schema_bytes",
    "schema_diagnostics",
    "schema_errors",
    "schema_folder",
    "schema_id",
    "schema_kinds",
    "schema_names",
]


def __getattr__(name: str) -> Any:
    """Import the checks of extension schemas only for a document that contains one."""
    if name in ("extension_engine", "extension_schema_problems"):
        from . import _extension_schema

        return getattr(_extension_schema, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
