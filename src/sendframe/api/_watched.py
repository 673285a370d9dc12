"""An open file that tells how much of it was read."""

import io
from collections.abc import Callable
from typing import BinaryIO, cast

__all__ = ["watched"]


class _Watched(io.RawIOBase):
    """Reads from a file and counts; only what is read for the first time is told."""

    def __init__(self, stream: BinaryIO, watch: Callable[[int], None]) -> None:
        self._stream = stream
        self._watch = watch
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
            self._watch(at - self._furthest)
            self._furthest = at
        return len(data)


def watched(stream: BinaryIO, watch: Callable[[int], None]) -> BinaryIO:
    """Return a file that reads from another.

    Args:
        stream: The file, open for reading, at its beginning.
        watch: Is told how many bytes more were read, whenever some were.
    """
    return cast("BinaryIO", io.BufferedReader(_Watched(stream, watch), 1 << 16))
