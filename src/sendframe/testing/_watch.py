"""Noticing what a contribution does besides answering: files, sockets, programs, environment."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from types import FrameType
from typing import Any

__all__ = ["Forbidden", "watched"]

_touched: ContextVar[list[str] | None] = ContextVar("sendframe_touched", default=None)
_lock = Lock()
_installed: list[bool] = []

_WRITING = frozenset(
    {
        "os.chmod",
        "os.chown",
        "os.link",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.symlink",
        "os.truncate",
        "os.utime",
        "shutil.copyfile",
        "shutil.move",
        "shutil.rmtree",
        "sqlite3.connect",
        "tempfile.mkdtemp",
        "tempfile.mkstemp",
    }
)
_RUNNING = frozenset(
    {"os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system"}
)
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


class Forbidden(PermissionError):
    """A contribution under watch tried something that only its host may do."""


def _is_import() -> bool:
    """Say whether it is done on behalf of an import, which may read files and environment."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  # the only way to see who asks
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _told(event: str, args: tuple[Any, ...]) -> str | None:
    """Return what an event of the interpreter means for a pure function; None for nothing."""
    if event == "open":
        path, mode, flags = args
        writes = bool(set(mode or "") & set("wax+")) or bool((flags or 0) & _WRITE_FLAGS)
        return f"writes the file {os.path.basename(str(path))}" if writes else None  # noqa: PTH119  # pathlib is slower, and this runs at every audit event
    if event in _WRITING:
        return f"changes files ({event})"
    if event in _RUNNING or event.startswith("subprocess."):
        return f"runs a program ({event})"
    if event.startswith("socket."):
        return f"uses the network ({event})"
    return None


def _hook(event: str, args: tuple[Any, ...]) -> None:
    touched = _touched.get()
    if touched is None:
        return
    told = _told(event, args)
    if told is not None and not _is_import():
        touched.append(told)
        raise Forbidden(told)


class _Environ(type(os.environ)):  # type: ignore[misc]  # the class has no public name
    """The environment, which notes who reads it under watch."""

    def __getitem__(self, key: Any) -> Any:
        self._note(os.fsdecode(key) if isinstance(key, (bytes, str)) else repr(key))
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[Any]:
        self._note("all of it")
        return iter(super().__iter__())

    def _note(self, what: str) -> None:
        touched = _touched.get()
        if touched is not None and not _is_import():
            touched.append(f"reads the environment ({what})")


def _install() -> None:
    """Put the hook in place, once a process: the interpreter never takes one away."""
    with _lock:
        if not _installed:
            sys.addaudithook(_hook)
            os.environ.__class__ = _Environ
            if sys.platform != "win32":
                os.environb.__class__ = _Environ
            _installed.append(True)


@contextmanager
def watched() -> Iterator[list[str]]:
    """Note what the code inside does besides computing, and refuse what cannot be undone.

    Imports are left alone. Other threads are not watched.

    Yields:
        What was done, in words, filled as it happens.
    """
    _install()
    touched: list[str] = []
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    token = _touched.set(touched)
    try:
        yield touched
    finally:
        _touched.reset(token)
        sys.dont_write_bytecode = before
