"""Writing results beside files of the user's: what sendframe wrote itself is replaced, nothing else.

A record in the folder has the names and SHA-256 of what was written. A file that is not in it, or
that was changed since, belongs to the user.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from sendframe.errors import CannotWrite

from ._file import read_bytes
from ._write import prepared, write_prepared

__all__ = ["WRITTEN", "own_results", "write_results"]

WRITTEN = ".sendframe-written.json"
"""The file of a folder that lists what sendframe wrote into it."""

_LARGEST_WRITTEN = 10_000_000
_LARGEST = 2**31 - 1


def write_results(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    kept: Iterable[Path] = (),
    overwrite: bool = False,
    first: Mapping[Path, bytes] = MappingProxyType({}),
) -> tuple[Path, ...]:
    """Write files that sendframe makes, all or none, and record them in their folder.

    Args:
        folder: Their folder; created where it does not exist.
        files: Content by name; see `write_files`.
        kept: Files of the user's that are never results, such as the documents of a portfolio.
        overwrite: Whether files that sendframe did not write are replaced, and those of *kept*.
        first: Content of further files by path, which are written before the others, once none of
            the user's is in the way of these.

    Returns:
        The paths of the files in the folder, sorted by name, without the record.

    Raises:
        CannotWrite: A file would be replaced that is the user's, or as for `write_files`; then
            everything is as it was.
    """
    with prepared([folder, *(path.parent for path in first)]):
        recorded = _recorded(folder)
        if not overwrite:
            _refuse_foreign(folder, files, recorded, {os.path.realpath(path) for path in kept})
        for path, data in first.items():
            write_prepared(path.parent, {path.name: data})
        written = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        there = {name: hash_ for name, hash_ in recorded.items() if os.path.lexists(folder / name)}
        record = json.dumps({"files": {**there, **written}}, indent=2, sort_keys=True)
        paths = write_prepared(folder, {**files, WRITTEN: f"{record}\n".encode()})
    return tuple(path for path in paths if path.name != WRITTEN)


def own_results(folder: Path) -> frozenset[str]:
    """Return the names of the files in a folder that sendframe wrote there as results."""
    return frozenset(name for name in _recorded(folder) if os.path.lexists(folder / name))


def _refuse_foreign(
    folder: Path, files: Mapping[str, bytes], recorded: Mapping[str, str], kept: set[str]
) -> None:
    """Refuse files of the user's, the first by name.

    Raises:
        CannotWrite: There is one.
    """
    foreign: list[tuple[Path, str]] = []
    for name, data in sorted(files.items()):
        path = folder / name
        if os.path.realpath(path) in kept:
            foreign.append((path, "the portfolio names it"))
        elif path.is_file():
            content, problems = read_bytes(path, shown=name, limit=_LARGEST)
            is_own = hashlib.sha256(content).hexdigest() == recorded.get(name)
            if problems or not (content == data or is_own):
                foreign.append((path, "sendframe did not write it, or it was changed since"))
    if foreign:
        path, reason = foreign[0]
        more = f" (and {len(foreign) - 1} more)" if foreign[1:] else ""
        raise CannotWrite(path.as_posix(), f"{reason}{more}; --force, or overwrite, replaces it")


def _recorded(folder: Path) -> dict[str, str]:
    """Return the hashes of what was written before, by name; none where there is no sound record."""
    data, problems = read_bytes(folder / WRITTEN, shown=WRITTEN, limit=_LARGEST_WRITTEN)
    try:
        files = None if problems else json.loads(data)["files"]
    except (ValueError, KeyError, TypeError, RecursionError):
        files = None
    if not isinstance(files, dict):
        return {}
    return {name: hash_ for name, hash_ in files.items() if isinstance(hash_, str)}
