"""A small portfolio to start from: it validates and renders, and is there to be replaced."""

import os
from pathlib import Path

from sendframe.documents import write_files
from sendframe.errors import CannotWrite

__all__ = ["new_folder", "start", "starter_files"]

_SUFFIXES = (".csv", ".json", ".md")


def starter_files() -> dict[str, bytes]:
    """Return the files of the portfolio to start from, by name, sorted."""
    folder = Path(__file__).with_name("starter")
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in _SUFFIXES
    }


def start(folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write a portfolio to start from into a folder that is new or empty.

    Everything in it is made up, about an area that does not exist, and says so.

    Args:
        folder: Where it is written; made where it is missing.

    Returns:
        The files written, sorted by name.

    Raises:
        CannotWrite: The folder holds something already, or the operating system refused;
            nothing was changed.
    """
    return write_files(new_folder(folder), starter_files())


def new_folder(folder: str | os.PathLike[str]) -> Path:
    """Return the path of a folder that is new or empty.

    Raises:
        CannotWrite: It holds something already, or cannot be looked into.
    """
    place = Path(folder)
    try:
        taken = place.is_dir() and any(place.iterdir())
    except OSError as error:
        raise CannotWrite(place.as_posix(), error.strerror or type(error).__name__) from error
    if taken:
        raise CannotWrite(place.as_posix(), "the folder is not empty")
    return place
