"""Record the side effects of a contribution: files, sockets, programs, environment."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from types import FrameType
from typing import Any

__all__ = ["ForbiddenEffect", "record_side_effects"]

_side_effects: ContextVar[list[str] | None] = ContextVar("sendframe_touched", default=None)
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


class ForbiddenEffect(PermissionError):
    """A contribution tried a side effect that it may not have."""


def _is_import() -> bool:
    """Return whether the caller is an import, which may read files and the environment."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  # the only way to find the caller
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _effect_of(event: str, args: tuple[Any, ...]) -> str | None:
    """Return the side effect of an audit event in words; None if it has none."""
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


def _audit_hook(event: str, args: tuple[Any, ...]) -> None:
    effects = _side_effects.get()
    if effects is None:
        return
    effect = _effect_of(event, args)
    if effect is not None and not _is_import():
        effects.append(effect)
        raise ForbiddenEffect(effect)


class _Environ(type(os.environ)):  # type: ignore[misc]  # the class has no public name
    """The environment; records reads while side effects are recorded."""

    def __getitem__(self, key: Any) -> Any:
        self._record(os.fsdecode(key) if isinstance(key, (bytes, str)) else repr(key))
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[Any]:
        self._record("all of it")
        return iter(super().__iter__())

    def _record(self, what: str) -> None:
        effects = _side_effects.get()
        if effects is not None and not _is_import():
            effects.append(f"reads the environment ({what})")


def _install() -> None:
    """Install the hook once in a process; the interpreter cannot remove it."""
    with _lock:
        if not _installed:
            sys.addaudithook(_audit_hook)
            os.environ.__class__ = _Environ
            if sys.platform != "win32":
                os.environb.__class__ = _Environ
            _installed.append(True)


@contextmanager
def record_side_effects() -> Iterator[list[str]]:
    """Record the side effects of the code inside, and refuse those that cannot be undone.

    Imports and other threads are ignored.

    Yields:
        The side effects, in words; the list grows as they happen.
    """
    _install()
    effects: list[str] = []
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    token = _side_effects.set(effects)
    try:
        yield effects
    finally:
        _side_effects.reset(token)
        sys.dont_write_bytecode = before
