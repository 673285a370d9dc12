"""``sendframe new``."""

from pathlib import Path

import click

from sendframe.api import start_portfolio

from ._escape import visible
from ._option import PATH
from ._output import handle_errors

__all__ = ["new_command"]


@click.command("new")
@click.argument("folder", metavar="DIR", type=PATH)
@handle_errors
def new_command(folder: str) -> int:
    """Write a small portfolio to start from into DIR, which must be new or empty.

    It is valid, and its reports can be written. Its content is fictional: replace it as its
    README.md describes.
    """
    for path in start_portfolio(folder):
        click.echo(visible(path.as_posix()))
    shown = visible(Path(folder).as_posix())
    click.echo(f"Next: sendframe report {shown} --out {shown}/build", err=True)
    return 0
