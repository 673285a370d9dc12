"""A progress bar on standard error for long work, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

__all__ = ["progress"]

SHOWN_AFTER = 1.0
"""Seconds after which the bar is shown."""


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a progress bar once the work has taken longer than `SHOWN_AFTER`.

    Args:
        total: The number of steps.
        label: The text beside the bar.

    Yields:
        A function to call with the number of further steps that are done.
    """
    shown: list[ProgressBar[int]] = []
    begun, done = time.monotonic(), 0
    is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def step(count: int) -> None:
        nonlocal done
        done += count
        if shown:
            shown[0].update(count)
        elif is_terminal and time.monotonic() - begun > SHOWN_AFTER:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            shown.append(bar)
            bar.__enter__()
            bar.update(done)

    try:
        yield step
    finally:
        for bar in shown:
            bar.__exit__(None, None, None)
