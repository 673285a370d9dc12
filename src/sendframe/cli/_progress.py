"""A progress bar for long work: on standard error, and on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

__all__ = ["progress"]

LONG = 1.0
"""Seconds after which work is long."""


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show how far work has come, once it has taken longer than a second.

    Args:
        total: How many steps there are.
        label: What is done.

    Yields:
        A function that is told how many steps more were done.
    """
    shown: list[ProgressBar[int]] = []
    begun, done = time.monotonic(), 0
    is_terminal = sys.stderr is not None and sys.stderr.isatty()

    def step(count: int) -> None:
        nonlocal done
        done += count
        if shown:
            shown[0].update(count)
        elif is_terminal and time.monotonic() - begun > LONG:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            shown.append(bar)
            bar.__enter__()
            bar.update(done)

    try:
        yield step
    finally:
        for bar in shown:
            bar.__exit__(None, None, None)
