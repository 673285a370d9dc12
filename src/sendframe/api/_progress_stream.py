"""An open file that reports how much of it was read."""

import io
from collections.abc import Callable
from typing import BinaryIO, cast

__all__ = ["with_progress"]


class _ProgressStream(io.RawIOBase):
    """Reads from a file and reports the bytes that are read for the first time."""

    def __init__(self, stream: BinaryIO, on_progress: Callable[[int], None]) -> None:
        self._stream = stream
        self._on_progress = on_progress
        self._furthest = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]  # typeshed asks for any buffer
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        at = self._stream.tell()
        if at > self._furthest:
            self._on_progress(at - self._furthest)
            self._furthest = at
        return len(data)


def with_progress(stream: BinaryIO, on_progress: Callable[[int], None]) -> BinaryIO:
    """Return a file that reads from another and reports the progress.

    Args:
        stream: The file, open for reading, at its beginning.
        on_progress: Called with the number of further bytes, whenever some were read.
    """
    return cast("BinaryIO", io.BufferedReader(_ProgressStream(stream, on_progress), 1 << 16))
