"""Why a path is no portfolio, or nothing at all: the mistake behind it, and what to write."""

import os
from itertools import islice
from pathlib import Path

from sendframe.errors import Diagnostic, Location
from sendframe.validation import did_you_mean

__all__ = ["MANIFEST", "RECORD", "missing_manifest", "missing_path"]

MANIFEST = "portfolio.json"
"""The file that makes a folder a portfolio."""

RECORD = "shown.json"
"""The record of what was published. It is read where it lies beside the manifest, named or not."""

_MOST_NAMES = 1000
"""How many names of a folder are looked at."""


def missing_path(path: Path, shown: str) -> Diagnostic | None:
    """Return the diagnostic of a path that does not exist, with the nearest name; else None."""
    if not _is_absent(path):
        return None
    return _nothing_there("SFR017", path, shown, "there is no such file or folder")


def missing_manifest(folder: Path, shown: str) -> Diagnostic | None:
    """Return why a path is no folder with ``portfolio.json``; None if it is one.

    Args:
        folder: The path.
        shown: Its name in the report.
    """
    if _is_absent(folder):
        return _nothing_there("SFR016", folder, shown, "there is no such folder")
    if not _is_absent(folder / MANIFEST):
        return None
    if not folder.is_dir():
        return _no_folder(folder, shown)
    names = _names(folder)
    message = f"the folder has no {MANIFEST}, so it is not a portfolio"
    near = next((name for name in names if name.lower().startswith("portfolio")), None)
    inner = next((name for name in names if not _is_absent(folder / name / MANIFEST)), None)
    documents = [name for name in names if name.endswith(".json")]
    if near is not None:
        return _no_portfolio(message, shown, f"Rename {near} to {MANIFEST}, if it is the one.")
    if inner is not None:
        inside = (folder / inner).as_posix()
        return _no_portfolio(message, shown, f"Write {inside}, which has one.", inside)
    if not _is_absent(folder.absolute().parent / MANIFEST):
        return _no_portfolio(message, shown, "Name the folder above it, which has one.")
    if documents:
        listed = ", ".join(documents[:3]) + (", ..." if documents[3:] else "")
        help_ = (
            f'Write {MANIFEST}, which lists its JSON files ({listed}) under "documents"; or '
            "validate them one by one with `sendframe validate`."
        )
        return _no_portfolio(message, shown, help_)
    if not names:
        message = "the folder is empty, or cannot be read, so it is not a portfolio"
    help_ = "Name the folder that contains it; `sendframe new` writes one to start from."
    return _no_portfolio(message, shown, help_)


def _is_absent(path: Path) -> bool:
    """Return whether nothing has a name; where that cannot be seen, reading it says why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        return True
    except OSError:
        return False
    return False


def _no_portfolio(
    message: str, shown: str, help_: str, suggestion: str | None = None
) -> Diagnostic:
    return Diagnostic("SFR016", message, Location(shown), help=help_, suggestion=suggestion)


def _no_folder(file: Path, shown: str) -> Diagnostic:
    """Return the diagnostic of a file that is given where a folder is needed."""
    message = "this is a file, and a portfolio is given as its folder"
    if _is_absent(file.parent / MANIFEST):
        help_ = f"Name the folder that contains {MANIFEST}; `sendframe validate` takes a document."
        return _no_portfolio(message, shown, help_)
    parent = file.parent.as_posix()
    return _no_portfolio(message, shown, f"Write {parent}, the folder of {MANIFEST}.", parent)


def _nothing_there(code: str, path: Path, shown: str, reason: str) -> Diagnostic:
    message = reason if code == "SFR016" else f"the file cannot be read: {reason}"
    near = did_you_mean(path.name, _names(path.parent))
    suggestion = None if near is None else (path.parent / near).as_posix()
    help_ = "Check the name, and that it was not moved or removed."
    return Diagnostic(code, message, Location(shown), help=help_, suggestion=suggestion)


def _names(folder: Path) -> list[str]:
    """Return the first names in a folder, sorted; none if it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in islice(entries, _MOST_NAMES))
    except (OSError, ValueError):
        return []
