"""The libraries of data frames, imported when they are needed."""

from importlib import import_module
from types import ModuleType
from typing import Literal, get_args

from sendframe.errors import LibraryMissing, UnknownName

__all__ = ["LIBRARIES", "FrameLibrary", "narwhals", "require_library"]

FrameLibrary = Literal["pandas", "polars", "pyarrow"]
"""The libraries that frames are made for."""

LIBRARIES: tuple[str, ...] = get_args(FrameLibrary)


def narwhals() -> ModuleType:
    """Return narwhals, in the version of its interface that stays as it is.

    Raises:
        LibraryMissing: It is not installed.
    """
    return _imported("narwhals.stable.v2", "sendframe[frames]")


def require_library(name: str) -> None:
    """Do nothing where a library of frames is there.

    Raises:
        LibraryMissing: It is not installed.
        UnknownName: It is none of `FrameLibrary`.
    """
    if name not in LIBRARIES:
        raise UnknownName("library of data frames", str(name), LIBRARIES)
    _imported(name, name)


def _imported(module: str, install: str) -> ModuleType:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise LibraryMissing(module.partition(".")[0], install) from error
