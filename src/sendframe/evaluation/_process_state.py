"""Give the process back as it was before a plug-in ran."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

__all__ = ["restored_state"]


@contextmanager
def restored_state() -> Iterator[None]:
    """Restore what belongs to the whole process, where the code inside changed it.

    That is the recursion limit, the locale, the working directory and the environment: each of
    them could change what other code does. In a program with several threads, what another thread
    changes meanwhile is reset too.
    """
    import locale  # loaded already wherever commands run

    limit, directory, environment = sys.getrecursionlimit(), _directory(), _environment()
    chosen = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        if sys.getrecursionlimit() != limit:
            sys.setrecursionlimit(limit)
        if directory is not None and _directory() != directory:
            with suppress(OSError):  # it is gone
                os.chdir(directory)
        if _environment() != environment:
            os.environ.clear()
            kept = {os.fsdecode(name): os.fsdecode(value) for name, value in environment.items()}
            os.environ.update(kept)
        if locale.setlocale(locale.LC_ALL) != chosen:
            locale.setlocale(locale.LC_ALL, chosen)


def _environment() -> dict[Any, Any]:
    """Return a copy of the environment, as bytes where Python holds it so.

    To decode it takes longer than most checks do, and each contribution is run in this state.
    """
    return dict(getattr(os.environ, "_data", os.environ))


def _directory() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109  # a text is enough, and quicker
    except OSError:  # it was removed
        return None
