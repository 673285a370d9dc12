"""Documents that are in memory: bytes, text, and dicts."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from sendframe.documents import load_bytes, with_positions
from sendframe.errors import Diagnostic
from sendframe.jsontext import ParseLimits

if TYPE_CHECKING:
    from sendframe.documents import LibrarySource
    from sendframe.model import Document

__all__ = ["diagnostics_in_memory", "document_in_memory"]


def document_in_memory(
    data: object, limits: ParseLimits, library: "LibrarySource"
) -> "tuple[Document | None, tuple[Diagnostic, ...]]":
    """Return a document, or None, and its problems and notes.

    Those of bytes and text have lines; those of a dict have none.

    Raises:
        TypeError: The data are neither bytes, text, nor a dict of what JSON can hold.
    """
    raw = _bytes_of(data)
    document, problems = load_bytes(raw, None, limits, library)
    if isinstance(data, Mapping):
        return document, tuple(map(_without_line, problems))
    return document, with_positions(problems, {None: raw})


def diagnostics_in_memory(
    data: object, limits: ParseLimits, library: "LibrarySource"
) -> tuple[Diagnostic, ...]:
    """Return the problems and notes of a document in memory."""
    return document_in_memory(data, limits, library)[1]


def _bytes_of(data: object) -> bytes:
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass")
    if isinstance(data, Mapping):
        try:
            return json.dumps(_plain(data), ensure_ascii=False, allow_nan=False).encode(
                "utf-8", "surrogatepass"
            )
        except (TypeError, ValueError, RecursionError) as error:
            message = "the dict holds something that JSON cannot hold"
            raise TypeError(message) from error
    message = f"a document is bytes, text, a dict or an open file, not {type(data).__name__}"
    raise TypeError(message)


def _plain(value: Any) -> Any:
    """Return mappings as dicts and tuples as lists; the keys must be texts."""
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise TypeError
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _without_line(diagnostic: Diagnostic) -> Diagnostic:
    location = attrs.evolve(diagnostic.location, line=None, column=None)
    return attrs.evolve(diagnostic, location=location)
