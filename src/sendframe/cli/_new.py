"""``sendframe new``."""

from pathlib import Path

import click

from sendframe.api import START_KINDS, start_documents, start_portfolio

from ._escape import visible
from ._option import PATH
from ._output import handle_errors

__all__ = ["new_command"]


@click.command("new")
@click.argument("folder", metavar="DIR", type=PATH)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help=f"Kind of document to begin: {', '.join(START_KINDS)}; or a kind of plan, such as "
    "improvement-plan. It may be given several times.",
)
@click.option(
    "--area",
    metavar="CODE",
    help="The local authority: a GSS code, or a number of the Department for Education.",
)
@handle_errors
def new_command(folder: str, kinds: tuple[str, ...], area: str | None) -> int:
    """Write documents to begin with into DIR, and settings with which an editor completes them.

    With --kind: a short, valid document of each kind, named in the portfolio.json of DIR. Without
    one there, --area says which area it is to be about. What is there already is kept.

    With neither: a complete portfolio of a fictional area to try everything with, into a DIR that
    is new or empty; its README.md describes how to replace the content.
    """
    shown = visible(Path(folder).as_posix())
    if not kinds and area is None:
        for path in start_portfolio(folder):
            click.echo(visible(path.as_posix()))
        click.echo(f"Next: sendframe report {shown} --out {shown}/build", err=True)
        return 0
    made = start_documents(folder, kinds, area=area)
    for path in made.written:
        click.echo(visible(path.as_posix()))
    for path in made.kept:
        click.echo(f"Kept as it is: {visible(path.as_posix())}", err=True)
        if path.name == "settings.json":
            click.echo(f"`sendframe schema editor {shown} --print` prints what to add.", err=True)
    click.echo(f"Next: sendframe validate {shown}", err=True)
    return 0
