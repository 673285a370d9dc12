"""Give the process back as it was before a plug-in ran."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["restored_state"]


@contextmanager
def restored_state() -> Iterator[None]:
    """Restore what belongs to the whole process, where the code inside changed it.

    That is the recursion limit, the locale, the working directory and the environment: each of
    them could change what other code does. In a program with several threads, what another thread
    changes meanwhile is reset too.
    """
    import locale  # loaded already wherever commands run

    limit, directory, environment = sys.getrecursionlimit(), _directory(), os.environ.copy()
    chosen = locale.setlocale(locale.LC_ALL)
    try:
        yield
    finally:
        if sys.getrecursionlimit() != limit:
            sys.setrecursionlimit(limit)
        if directory is not None and _directory() != directory:
            with suppress(OSError):  # it is gone
                os.chdir(directory)
        if os.environ != environment:
            os.environ.clear()
            os.environ.update(environment)
        if locale.setlocale(locale.LC_ALL) != chosen:
            locale.setlocale(locale.LC_ALL, chosen)


def _directory() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109  # a text is enough, and quicker
    except OSError:  # it was removed
        return None
