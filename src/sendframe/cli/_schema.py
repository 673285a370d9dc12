"""``sendframe schema list | show | export | editor``."""

from pathlib import Path

import click

from sendframe import validation
from sendframe.documents import write_results

from ._escape import json_text, visible
from ._option import FOLDER, FORCE, PATH
from ._output import handle_errors

__all__ = ["schema_command"]


@click.group("schema")
def schema_command() -> None:
    """List, show or export the JSON Schemas of documents and reports, or set up an editor."""


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


@schema_command.command("editor")
@FOLDER
@click.option("--print", "prints", is_flag=True, help="Print the settings, and write nothing.")
@handle_errors
def set_up_editor(folder: str, prints: bool) -> int:
    """Write .vscode/settings.json into DIR, so that Visual Studio Code completes its documents.

    It holds the schemas themselves, so that nothing is fetched, and the ids of the documents. Run
    it again after new ids. Other settings that are there stay as they are.
    """
    from sendframe.api import editor_settings, write_editor_settings  # the others need no documents

    if prints:
        click.echo(json_text(editor_settings(folder)), nl=False)
    else:
        click.echo(visible(write_editor_settings(folder).as_posix()))
    return 0
