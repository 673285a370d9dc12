"""Suppress what plug-ins print."""

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

__all__ = ["suppress_output"]

_is_suppressed: ContextVar[bool] = ContextVar("sendframe_silent", default=False)
_lock = Lock()
_depth = 0
_replaced: tuple[Any, Any] = (None, None)


class _OutputFilter:
    """Replaces a stream, which may be None, and drops what is written while output is suppressed."""

    def __init__(self, stream: Any) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO()) if stream is None else stream

    def write(self, data: Any) -> int:
        return len(data) if _is_suppressed.get() else int(self._stream.write(data))

    def writelines(self, lines: Iterable[Any]) -> None:
        for line in lines:
            self.write(line)

    @property
    def buffer(self) -> "_OutputFilter":
        return _OutputFilter(self._stream.buffer)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def suppress_output() -> Iterator[None]:
    """Drop what the code inside writes to ``sys.stdout`` and ``sys.stderr``, as ``print`` does.

    It may contain data of the documents, and would break printed JSON. Other threads are not
    affected. Streams that the code puts in their place are removed at the end.
    """
    global _depth, _replaced  # noqa: PLW0603  # the streams are of the whole process
    with _lock:
        if not _depth:
            _replaced = (sys.stdout, sys.stderr)
            sys.stdout, sys.stderr = _OutputFilter(sys.stdout), _OutputFilter(sys.stderr)
        _depth += 1
    token = _is_suppressed.set(True)
    try:
        yield
    finally:
        _is_suppressed.reset(token)
        with _lock:
            _depth -= 1
            if not _depth:
                sys.stdout, sys.stderr = _replaced
