"""Safe reading of files: no devices, no endless files, no names that lead out of a folder.

Functions here raise no OSError; problems are returned as diagnostics. Messages do not repeat the
name of a file, which the location has as the user wrote it.
"""

import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from sendframe.errors import Diagnostic, InvalidDocument, Location
from sendframe.jsontext import too_large

__all__ = [
    "being_replaced",
    "folder_too_large",
    "name_problem",
    "open_file",
    "read_bytes",
    "refused_name",
    "resolve_inside",
]

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
        (r"[\x00-\x1f\x7f\ud800-\udfff]", "the name contains a control character"),
        (r"\\", "the name contains a backslash"),
        (r"\A/", "the name is absolute"),
        (r":", "the name contains a colon"),
        (r"(?:\A|/)\.\.(?:/|\Z)", "the name leads upwards with '..'"),
        (r"(?:\A|/)\.?(?:/|\Z)", "a part of the name is empty or '.'"),
    )
)


def read_bytes(path: Path, *, shown: str, limit: int) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Read a regular file.

    Args:
        path: The file; a symbolic link is followed.
        shown: The name of the file in the report.
        limit: How many bytes are accepted; at most one more is read.

    Returns:
        The content and no diagnostic, or nothing and one: SFR011 (too large) or SFR017
        (cannot be read).
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return b"", (_os_error(shown, error),)
    try:
        status = os.fstat(handle)
        problem = _kind_problem(status.st_mode, shown)
        if problem is not None:
            return b"", (problem,)
        data = _read(handle, limit + 1) if status.st_size <= limit else None
        if data is not None and _has_changed(handle, status):
            return b"", (_changed(shown),)
    except OSError as error:
        return b"", (_os_error(shown, error),)
    finally:
        os.close(handle)
    if data is None or len(data) > limit:
        return b"", (too_large(limit, shown),)
    return data, ()


class _AsOpened(io.RawIOBase):
    """Reads a file up to the size that it had when it was opened; it may grow without end."""

    def __init__(self, handle: int, size: int) -> None:
        self._handle = handle
        self._size = size
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._position = os.lseek(self._handle, offset, whence)
        return self._position

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]  # typeshed asks for any buffer
        rest = max(self._size - self._position, 0)
        data = os.read(self._handle, min(len(buffer), rest))
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


@contextmanager
def open_file(path: Path, shown: str, limit: int) -> Iterator[tuple[BinaryIO, int]]:
    """Open a regular file for reading without blocking, and close it at the end.

    Args:
        path: The file.
        shown: Its name in the report.
        limit: How many bytes are accepted.

    Yields:
        The open file at its beginning, and its size in bytes.

    Raises:
        InvalidDocument: It cannot be opened, is not a regular file or too large, or has changed
            until the end of the block.
    """
    with ExitStack() as stack:
        try:
            handle = os.open(path, _FLAGS)
            stack.callback(os.close, handle)
            status = os.fstat(handle)
        except (OSError, ValueError) as error:
            raise InvalidDocument((_os_error(shown, error),)) from error
        problem = _kind_problem(status.st_mode, shown)
        if problem is not None:
            raise InvalidDocument((problem,))
        if status.st_size > limit:
            raise InvalidDocument((too_large(limit, shown),))
        stream = io.BufferedReader(_AsOpened(handle, status.st_size), _CHUNK)
        yield stack.enter_context(stream), status.st_size
        if _has_changed(handle, status):
            raise InvalidDocument((_changed(shown),))


def _has_changed(handle: int, before: os.stat_result) -> bool:
    now = os.fstat(handle)
    return (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns)


def _changed(shown: str) -> Diagnostic:
    help_ = "Try again when nothing writes into it."
    return _unreadable(shown, "it was changed while it was read", help_)


def _kind_problem(mode: int, shown: str) -> Diagnostic | None:
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return _unreadable(shown, "it is a folder, not a file", "Name a file inside it.")
    help_ = "Copy its content to a regular file and name that."
    return _unreadable(shown, "it is a device or a pipe, not a file", help_)


def _read(handle: int, limit: int) -> bytes:
    """Read to the end, or *limit* bytes: the file may grow meanwhile."""
    chunks = list[bytes]()
    while limit > 0 and (chunk := os.read(handle, min(limit, _CHUNK))):
        chunks.append(chunk)
        limit -= len(chunk)
    return b"".join(chunks)


def _os_error(shown: str, error: Exception) -> Diagnostic:
    if isinstance(error, FileNotFoundError):
        help_ = "Check the name, and that the file was not moved or removed."
        return _unreadable(shown, "there is no such file", help_)
    if isinstance(error, PermissionError):
        return _unreadable(shown, "permission denied", "Ask its owner for permission to read it.")
    reason = (isinstance(error, OSError) and error.strerror) or "the name cannot be used"
    return _unreadable(shown, reason, "Check the name and the disk.")


def _unreadable(shown: str, reason: str, help_: str) -> Diagnostic:
    message = f"the file cannot be read: {reason}"
    return Diagnostic("SFR017", message, Location(shown), help=help_)


def being_replaced(shown: str) -> Diagnostic:
    """Return the diagnostic for a file of a folder in which writing has not ended."""
    reason = "sendframe is replacing files of its folder, or was stopped while it did"
    return _unreadable(shown, reason, "Run the command again that wrote them: it finishes them.")


def folder_too_large(limit: int, shown: str) -> Diagnostic:
    """Return the diagnostic for a file with which a folder exceeds *limit* bytes."""
    return Diagnostic(
        "SFR011",
        f"with this file, all documents together are larger than {limit:,} bytes",
        Location(shown),
        help="Split the portfolio, or raise the limit if it comes from a source you trust.",
    )


def name_problem(relative: str) -> str | None:
    """Return why *relative* is not a plain path inside a folder; None where it is one.

    Names are the same on every system: parts between ``/``, none of them empty, ``.`` or
    ``..``, and no backslash, colon (drive letters, streams) or control character.
    """
    return next((reason for rule, reason in _NAME_RULES if rule.search(relative)), None)


def resolve_inside(
    folder: Path, relative: str, *, location: Location = _NOWHERE
) -> tuple[Path | None, tuple[Diagnostic, ...]]:
    """Resolve a relative path in a document to a path inside a folder.

    Args:
        folder: The folder.
        relative: The path, with ``/`` between its parts. It need not exist.
        location: Where a document names it, for the diagnostic.

    Returns:
        The path with all symbolic links followed and no diagnostic; or None and one of code
        SFR015, where the path is not plain or a link leads out of the folder.
    """
    problem = name_problem(relative)
    if problem is None:
        root = Path(os.path.realpath(folder))
        path = Path(os.path.realpath(root / relative))
        if path.is_relative_to(root):
            return path, ()
        problem = "a symbolic link leads out of the folder"
    return None, (refused_name(problem, location),)


def refused_name(problem: str, location: Location) -> Diagnostic:
    """Return the diagnostic for a name that must not be used."""
    help_ = "Name a file inside the folder, with '/' between the parts, such as data/a.json."
    return Diagnostic("SFR015", f"this file must not be used: {problem}", location, help=help_)
