"""Folders that are written to only where nothing is in them."""

import os
from pathlib import Path

from sendframe.errors import CannotWrite

__all__ = ["new_folder"]


def new_folder(folder: str | os.PathLike[str]) -> Path:
    """Return the path of a folder that is new or empty.

    Raises:
        CannotWrite: It is not empty, or cannot be listed.
    """
    path = Path(folder)
    try:
        is_used = path.is_dir() and any(path.iterdir())
    except OSError as error:
        raise CannotWrite(path.as_posix(), error.strerror or type(error).__name__) from error
    if is_used:
        raise CannotWrite(path.as_posix(), "the folder is not empty")
    return path
