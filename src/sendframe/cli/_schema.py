"""``sendframe schema list | show | export``."""

from pathlib import Path

import click

from sendframe import validation
from sendframe.documents import write_results

from ._option import FORCE, PATH
from ._output import handle_errors

__all__ = ["schema_command"]


@click.group("schema")
def schema_command() -> None:
    """List, show or export the JSON Schemas of documents and reports."""


@schema_command.command("list")
def list_schemas() -> None:
    """Print the names of the schemas, each with its "$schema"."""
    width = max(map(len, validation.schema_names()))
    for name in validation.schema_names():
        click.echo(f"{name:{width}}  {validation.schema_id(name)}")


@schema_command.command("show")
@click.argument("name")
@handle_errors
def show_schema(name: str) -> int:
    """Print one schema: of a kind of document, or of reports as JSON."""
    click.echo(validation.read_schema_bytes(name).decode(), nl=False)
    return 0


@schema_command.command("export")
@click.argument("folder", metavar="DIR", type=PATH)
@FORCE
@handle_errors
def export_schemas(folder: str, force: bool) -> int:  # a flag of click
    """Write all schemas into DIR, for editors and other programs."""
    files = {
        f"{name}.schema.json": validation.read_schema_bytes(name)
        for name in validation.schema_names()
    }
    for path in write_results(Path(folder), files, overwrite=force):
        click.echo(path.as_posix())
    return 0
