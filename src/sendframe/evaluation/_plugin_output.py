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


class _OutputFilter:
    """Replaces a stream, and drops what is written while output is suppressed.

    Attributes:
        replaced: The stream; None where there is none, as in ``pythonw``.
    """

    def __init__(self, stream: Any) -> None:
        self.replaced = stream
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
    affected.
    """
    global _depth  # noqa: PLW0603  # the streams are of the whole process
    with _lock:
        if not _depth:
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
                sys.stdout, sys.stderr = (
                    stream.replaced if isinstance(stream, _OutputFilter) else stream
                    for stream in (sys.stdout, sys.stderr)
                )
