"""What a plug-in prints does not get between what sendframe prints."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

__all__ = ["quiet"]

_silent: ContextVar[bool] = ContextVar("sendframe_silent", default=False)
_lock = Lock()
_inside = 0


class _Door:
    """Stands in for a stream: lets through all but what is written inside a isolation."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, data: Any) -> int:
        return len(data) if _silent.get() else int(self._stream.write(data))

    def writelines(self, lines: Iterable[Any]) -> None:
        for each in lines:
            self.write(each)

    @property
    def buffer(self) -> "_Door":
        return _Door(self._stream.buffer)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def quiet() -> Iterator[None]:
    """Drop what the code inside writes to ``sys.stdout`` and ``sys.stderr``, as ``print`` does.

    It may hold data of the documents, and would spoil JSON that is printed. Other threads print
    as ever.
    """
    global _inside  # noqa: PLW0603  # the streams are of the whole process
    with _lock:
        if not _inside:
            sys.stdout, sys.stderr = _Door(sys.stdout), _Door(sys.stderr)
        _inside += 1
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)
        with _lock:
            _inside -= 1
            if not _inside:
                sys.stdout, sys.stderr = (
                    each._stream if isinstance(each, _Door) else each  # noqa: SLF001  # our own
                    for each in (sys.stdout, sys.stderr)
                )
