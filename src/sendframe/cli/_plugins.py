"""``sendframe plugins``: what is installed, and how to make and check one.

``list`` imports no more than it needs: it is what people run when something is wrong.
"""

import json

import click

from sendframe.plugins import installed

__all__ = ["plugins"]


@click.group()
def plugins() -> None:
    """Show what is installed, make a plug-in, check one."""


@plugins.command("list")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the list is printed.",
)
def list_plugins(output_format: str) -> None:
    """Print every plug-in with its kind, distribution, version and status; none is imported."""
    found = installed()
    if output_format == "json":
        click.echo(json.dumps([each._asdict() for each in found], indent=2))
        return
    rows = [
        (each.group.removeprefix("sendframe."), each.name, each.distribution, each.version,
         each.status)
        for each in found
    ]  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for row in rows:
        cells = [f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[4]]))
