"""``sendframe schema list | show | export``."""

from pathlib import Path

import click

from sendframe import validation
from sendframe.documents import write_files

from ._show import guarded

__all__ = ["schema"]


@click.group()
def schema() -> None:
    """List, show or export the JSON Schemas of all documents."""


@schema.command("list")
def list_schemas() -> None:
    """Print the kinds of document and the "$schema" that each names."""
    width = max(map(len, validation.schema_kinds()))
    for name in validation.schema_kinds():
        click.echo(f"{name:{width}}  {validation.schema_id(name)}")


@schema.command()
@click.argument("name")
@guarded
def show(name: str) -> int:
    """Print the schema of one kind of document."""
    click.echo(validation.read_schema_bytes(name).decode(), nl=False)
    return 0


@schema.command()
@click.argument("folder", metavar="DIR")
@guarded
def export(folder: str) -> int:
    """Write all schemas into DIR, for editors and other programs."""
    files = {
        f"{name}.schema.json": validation.read_schema_bytes(name)
        for name in validation.schema_kinds()
    }
    for path in write_files(Path(folder), files):
        click.echo(path.as_posix())
    return 0
