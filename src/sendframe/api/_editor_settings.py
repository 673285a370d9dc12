"""The settings with which Visual Studio Code completes documents, without any network.

It follows ``$schema`` before anything else, so that a schema has to be in the settings itself, under
its ``$id``: then nothing is fetched.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sendframe.documents import folder_ids, read_bytes, write_files
from sendframe.errors import CannotWrite
from sendframe.jsontext import parse, rewrite
from sendframe.validation import read_schema, schema_id, schema_kinds

from ._document import library_of

if TYPE_CHECKING:
    from sendframe.plugins import Catalogue

__all__ = ["SETTINGS", "editor_settings", "settings_file", "write_editor_settings"]

SETTINGS = ".vscode/settings.json"
"""The path of the settings in a folder."""

_KEY = "json.schemas"
_REFERENCE = "x-refers-to"
_LARGEST = 50_000_000


def editor_settings(
    folder: str | os.PathLike[str],
    *,
    files: Mapping[str, bytes] | None = None,
    catalogue: "Catalogue | None" = None,
) -> dict[str, Any]:
    """Return the settings of Visual Studio Code for the documents of a folder.

    Args:
        folder: The folder. Where it has a ``portfolio.json``, the ids of its documents are offered
            as references; the documents need not be valid.
        files: Contents of documents, by path, that are read in place of those of the folder.
        catalogue: The plug-ins whose documents the portfolio may use; those installed unless given.

    Returns:
        The key ``json.schemas`` with one entry for each kind of document.
    """
    ids = folder_ids(Path(folder), files, partial(library_of, catalogue))
    entries = [
        {"url": schema_id(kind), "schema": _with_ids(read_schema(kind), ids)}
        for kind in schema_kinds()
    ]
    return {_KEY: entries}


def settings_file(
    folder: Path, files: Mapping[str, bytes] | None = None, catalogue: "Catalogue | None" = None
) -> dict[str, bytes]:
    """Return the file of the settings by its path; see `write_editor_settings`.

    Raises:
        CannotWrite: As for `write_editor_settings`.
    """
    path = folder / SETTINGS
    text = b"{\n}\n"
    if os.path.lexists(path):
        text, problems = read_bytes(path, shown=path.as_posix(), limit=_LARGEST)
        if problems:
            raise CannotWrite(path.as_posix(), problems[0].message)
    entries = editor_settings(folder, files=files, catalogue=catalogue)[_KEY]
    return {SETTINGS: _merged(text, entries, path)}


def write_editor_settings(
    folder: str | os.PathLike[str], *, catalogue: "Catalogue | None" = None
) -> Path:
    """Write the settings of Visual Studio Code for the documents of a folder.

    Settings that are there stay as they are, to the byte, but for the schemas of sendframe.

    Args:
        folder: The folder, which exists.
        catalogue: The plug-ins whose documents the portfolio may use; those installed unless given.

    Returns:
        The path of the settings.

    Raises:
        CannotWrite: The settings that are there have comments or are not JSON for another reason,
            or the operating system refused; nothing was changed.
    """
    files = settings_file(Path(folder), catalogue=catalogue)
    return write_files(Path(folder), files)[0]


def _with_ids(schema: dict[str, Any], ids: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Return a schema that offers ids as examples wherever it has a reference."""
    shared: dict[str, Any] = {}

    def visit(node: Any) -> Any:
        if isinstance(node, list):
            return [visit(member) for member in node]
        if not isinstance(node, dict):
            return node
        if _REFERENCE not in node:
            return {key: visit(member) for key, member in node.items()}
        kinds = node[_REFERENCE]
        name = f"ids-of-{'-or-'.join(kinds)}"
        offered = sorted({id_ for kind in kinds for id_ in ids.get(kind, ())})
        shared[name] = {"examples": offered}
        plain = {key: member for key, member in node.items() if key != "examples"}
        return plain | {"$ref": f"#/$defs/{name}"}

    offering: dict[str, Any] = visit(schema)
    return offering | {"$defs": offering["$defs"] | shared}


def _merged(text: bytes, entries: list[dict[str, Any]], path: Path) -> bytes:
    """Return settings with other schemas of sendframe, each on a line of its own.

    Raises:
        CannotWrite: They are not plain JSON.
    """
    before: Any = parse(text)[0]
    listed = before.get(_KEY, []) if isinstance(before, dict) else None
    if not isinstance(listed, list):
        reason = (
            "the settings are not plain JSON, so that they were left alone: add what "
            "`sendframe schema editor --print` prints"
        )
        raise CannotWrite(path.as_posix(), reason)
    own = {entry["url"] for entry in entries}
    kept = [each for each in listed if not (isinstance(each, dict) and each.get("url") in own)]
    # Schemas are far too long to be laid out; what stands for them is not in the settings.
    mark = hashlib.sha256(text).hexdigest()
    marks = {f"{mark}-{number}": entry for number, entry in enumerate(entries)}
    settings = rewrite(text, before, before | {_KEY: [*kept, *marks]}).decode()
    for name, entry in marks.items():
        settings = settings.replace(
            f'"{name}"', json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        )
    return settings.encode()
