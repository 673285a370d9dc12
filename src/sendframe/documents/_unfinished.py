"""What a run that was killed leaves in a folder, and how the next run finishes or removes it.

A list in the folder names the new files and their places. It is written when all of them are on
the disk, and removed when all have their places: the next run finishes what it names. Without it
the new files are of no use, and the next run removes them.
"""

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ._file import read_bytes

__all__ = [
    "UNFINISHED",
    "finish_writing",
    "is_unfinished",
    "listed",
    "remove_temporary",
    "temporary_name",
]

UNFINISHED = ".sendframe-unfinished.tmp"
"""The file of a folder that lists the files which are still to take their places."""

_LARGEST = 10_000_000
_TEMPORARY = re.compile(r"\.sendframe-[0-9a-f]{16}\.tmp")


def temporary_name(folder: Path) -> Path:
    """Return a new path in a folder, with a name that every file system accepts."""
    return folder / f".sendframe-{os.urandom(8).hex()}.tmp"


def is_unfinished(folder: Path) -> bool:
    """Return whether files of a folder are being replaced, or a run was killed that did."""
    return os.path.lexists(folder / UNFINISHED)


def listed(folder: Path, places: Iterable[tuple[Path, Path]]) -> bytes:
    """Return the list of new files and their places, for `UNFINISHED` in *folder*."""
    pairs = [[_relative(new, folder), _relative(target, folder)] for new, target in places]
    return json.dumps({"replace": pairs}, indent=2).encode()


def finish_writing(folder: Path) -> set[Path]:
    """Finish what a run in a folder was killed in.

    The caller holds the lock of the folder.

    Returns:
        The files that the run had to put in their places, which they have now.
    """
    places = _read_list(folder) if is_unfinished(folder) else []
    for new, target in places:
        if new.is_file():
            new.replace(target)
    (folder / UNFINISHED).unlink(missing_ok=True)
    return {target for _, target in places}


def remove_temporary(folder: Path) -> None:
    """Remove the new files of a folder that no list names, of a run that was killed."""
    for path in folder.iterdir():
        if _TEMPORARY.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _relative(path: Path, folder: Path) -> str:
    """Return a path in the folder relative to it, and any other as an absolute one."""
    inside = path.is_relative_to(folder)
    return (path.relative_to(folder) if inside else path.absolute()).as_posix()


def _read_list(folder: Path) -> list[tuple[Path, Path]]:
    """Return new files and their places; none where the list is not one of sendframe's own.

    Somebody else may have written it: a new file must have a temporary name, and its place must
    be in a folder that has it, or in one below.
    """
    data, problems = read_bytes(folder / UNFINISHED, shown=UNFINISHED, limit=_LARGEST)
    try:
        pairs = (
            []
            if problems
            else [(str(new), str(target)) for new, target in json.loads(data)["replace"]]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    places = [(folder / new, folder / target) for new, target in pairs]
    is_own = all(
        _TEMPORARY.fullmatch(new.name)
        and Path(os.path.realpath(target.parent)).is_relative_to(os.path.realpath(new.parent))
        and not target.is_dir()
        for new, target in places
    )
    return places if is_own else []
