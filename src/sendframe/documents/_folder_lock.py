"""One writer at a time into a folder."""

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType

from sendframe.errors import CannotWrite

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows has none: there a folder cannot be opened either
    fcntl = None

__all__ = ["locked"]

_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)  # a pipe would be waited for
_ATTEMPTS = 50
_PAUSE = 0.1  # seconds: writing the files of a report takes less than one
_BUSY = "another run of sendframe is writing into this folder; try again when it has ended"


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other runs of sendframe from writing into folders, until the end of the block.

    A run waits for another for up to five seconds. The system drops the lock of a process that
    ends, however it ends. Where it knows no such locks, nothing is locked.

    Args:
        folders: Folders that exist.

    Raises:
        CannotWrite: Another run is still writing into one of them.
    """
    with ExitStack() as stack:
        for folder in sorted({os.path.realpath(folder) for folder in folders}):
            try:
                handle = os.open(folder, _FLAGS)
            except OSError:
                continue  # not a folder, or the system opens none; writing says what is wrong
            stack.callback(os.close, handle)
            if fcntl is not None and not _acquired(handle, fcntl):
                raise CannotWrite(folder, _BUSY)
        yield


def _acquired(handle: int, system: ModuleType) -> bool:
    for attempt in range(_ATTEMPTS):
        try:
            system.flock(handle, system.LOCK_EX | system.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                return True  # a file system without locks, as of some networks
            if attempt + 1 < _ATTEMPTS:
                time.sleep(_PAUSE)
        else:
            return True
    return False
