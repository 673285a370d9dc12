"""Files as bytes, without surprises: no device, no endless file, no name that leads outside.

Neither function raises an OSError; what is wrong comes back as a diagnostic. Messages never
hold the name of a file, which the location says as the user wrote it.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import too_large

__all__ = ["name_problem", "opened", "read_bytes", "resolve_inside", "too_large_together"]

# O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)
_CHUNK = 1 << 20
_NOWHERE = Location()
_NAME_RULES = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"\A\Z", "the name is empty"),
        # Following links takes time with the square of the length.
        (r"\A(?s:.){1001}", "the name has more than 1,000 characters"),
        (r"[\x00-\x1f\x7f\ud800-\udfff]", "the name holds a control character"),
        (r"\\", "the name holds a backslash"),
        (r"\A/", "the name is absolute"),
        (r":", "the name holds a colon"),
        (r"(?:\A|/)\.\.(?:/|\Z)", "the name leads upwards with '..'"),
        (r"(?:\A|/)\.?(?:/|\Z)", "a part of the name is empty or '.'"),
    )
)


def read_bytes(path: Path, *, shown: str, limit: int) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Read a regular file.

    Args:
        path: The file; a symbolic link is followed.
        shown: The file's name as the user knows it, for the diagnostic.
        limit: How many bytes are accepted; no more than one above it is ever read.

    Returns:
        The content and no diagnostic, or nothing and one: SFR011 (too large) or SFR017
        (cannot be read).
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return b"", (_refused(shown, error),)
    try:
        found = os.fstat(handle)
        problem = _kind_problem(found.st_mode, shown)
        if problem is not None:
            return b"", (problem,)
        data = _read(handle, limit + 1) if found.st_size <= limit else None
    except OSError as error:
        return b"", (_refused(shown, error),)
    finally:
        os.close(handle)
    if data is None or len(data) > limit:
        return b"", (too_large(limit, shown),)
    return data, ()


@contextmanager
def opened(path: Path, shown: str) -> Iterator[tuple[BinaryIO, int]]:
    """Open a common file for reading, and close it at the end; nothing is waited for.

    Args:
        path: The file.
        shown: Its name in messages.

    Yields:
        The open file at its beginning, and its size in bytes.

    Raises:
        InvalidDocument: It cannot be opened, or is none.
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise InvalidDocument((_refused(shown, error),)) from error
    found = os.fstat(handle)
    problem = _kind_problem(found.st_mode, shown)
    if problem is not None:
        os.close(handle)
        raise InvalidDocument((problem,))
    with os.fdopen(handle, "rb") as stream:
        yield stream, found.st_size


def _kind_problem(mode: int, shown: str) -> Diagnostic | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return _unreadable(shown, "it is a folder, not a file", "Name a file inside it.")
    help_ = "Copy its content to a common file and name that."
    return _unreadable(shown, "it is a device or a pipe, not a file", help_)


def _read(handle: int, most: int) -> bytes:
    """Read to the end, or *most* bytes: the file may grow meanwhile."""
    chunks = list[bytes]()
    while most > 0 and (chunk := os.read(handle, min(most, _CHUNK))):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def _refused(shown: str, error: Exception) -> Diagnostic:
    if isinstance(error, FileNotFoundError):
        help_ = "Check the name, and that the file was not moved or removed."
        return _unreadable(shown, "there is no such file", help_)
    if isinstance(error, PermissionError):
        return _unreadable(shown, "permission denied", "Ask its owner for the right to read it.")
    reason = (isinstance(error, OSError) and error.strerror) or "the name cannot be used"
    return _unreadable(shown, reason, "Check the name and the disk.")


def _unreadable(shown: str, reason: str, help_: str) -> Diagnostic:
    message = f"the file cannot be read: {reason}"
    return Diagnostic("SFR017", message, Location(shown), help=help_)


def too_large_together(limit: int, shown: str) -> Diagnostic:
    """Word the refusal of a file with which a folder would hold more than *limit* bytes."""
    return Diagnostic(
        "SFR011",
        f"with this file the documents are larger than {limit:,} bytes together",
        Location(shown),
        help="Divide the portfolio, or raise the limit if it comes from a source you trust.",
    )


def name_problem(relative: str) -> str | None:
    """Say why *relative* is not a plain name below a folder; None where it is one.

    Names are the same on every system: parts between ``/``, none of them empty, ``.`` or
    ``..``, and no backslash, colon (drive letters, streams) or control character.
    """
    return next((reason for rule, reason in _NAME_RULES if rule.search(relative)), None)


def resolve_inside(
    folder: Path, relative: str, *, location: Location = _NOWHERE
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Resolve a name from a document to a path inside a folder.

    Args:
        folder: The folder that must not be left.
        relative: The name, with ``/`` between its parts. It need not exist.
        location: Where the name stands, for the diagnostic.

    Returns:
        The path with all symbolic links followed and no diagnostic; or None and one of code
        SFR015, where the name is not plain or a link leads outside of the folder.
    """
    problem = name_problem(relative)
    if problem is None:
        root = Path(os.path.realpath(folder))
        path = Path(os.path.realpath(root / relative))
        if path.is_relative_to(root):
            return path, ()
        problem = "a symbolic link leads out of the folder"
    help_ = "Name a file inside the folder, with '/' between the parts, such as data/a.json."
    message = f"this file may not be used: {problem}"
    return None, (Diagnostic("SFR015", message, location, help=help_),)
