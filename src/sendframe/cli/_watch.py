"""Run a job again each time that a folder has changed."""

import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import click

from ._escape import visible
from ._output import EXIT_PROBLEM

__all__ = ["run_on_changes"]

_PAUSE = 0.1
"""Seconds between two looks at the folder."""

_MOST_FILES = 10_000
"""A folder with more files is not looked at: it is hardly a portfolio."""

State = dict[str, tuple[int, int]]


def _state(folder: Path) -> State:
    """Return time and size of each file; of more than the most, only so many."""
    state: State = {}
    for path in islice(folder.rglob("*"), _MOST_FILES):
        try:
            status = path.lstat()
        except OSError:  # it is gone again
            continue
        if not path.is_dir():
            state[str(path)] = (status.st_mtime_ns, status.st_size)
    return state


def _names(before: State, now: State, folder: Path) -> str:
    """Return the names of the files that differ."""
    changed = sorted(
        path for path in before.keys() | now.keys() if before.get(path) != now.get(path)
    )
    return ", ".join(visible(Path(path).relative_to(folder).as_posix()) for path in changed)


def run_on_changes(
    folder: Path, job: Callable[[], int], pause: Callable[[float], None] = time.sleep
) -> int:
    """Run a job, and again after each change of a file in a folder, until it is interrupted.

    A change is waited for until the files stay as they are: an editor may write several.

    Args:
        folder: The folder, with those below it.
        job: Returns an exit code.
        pause: Waits for so many seconds.

    Returns:
        The last exit code.
    """
    code = EXIT_PROBLEM  # nothing was checked yet
    try:
        while True:
            before = _state(folder)
            code = job()
            click.echo(f"Waiting for changes in {visible(str(folder))}. Ctrl+C ends.", err=True)
            now = _state(folder)
            while now == before:
                pause(_PAUSE)
                now = _state(folder)
            while (later := _state(folder)) != now:
                pause(_PAUSE)
                now = later
            click.echo(f"\nChanged: {_names(before, now, folder)}", err=True)
    except KeyboardInterrupt:
        return code
