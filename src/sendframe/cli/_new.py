"""``sendframe new``."""

from pathlib import Path

import click

from sendframe.api import start

from ._escape import visible
from ._show import guarded

__all__ = ["new"]


@click.command()
@click.argument("folder", metavar="DIR")
@guarded
def new(folder: str) -> int:
    """Write a small portfolio to start from into DIR, which must be new or empty.

    It validates and its reports can be written at once. Everything in it is made up and is there
    to be replaced: its README.md says how.
    """
    for path in start(folder):
        click.echo(visible(path.as_posix()))
    shown = visible(Path(folder).as_posix())
    click.echo(f"Next: sendframe report {shown} --out {shown}/build", err=True)
    return 0
