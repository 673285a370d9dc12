"""``sendframe plugins``: list, show, create and check plug-ins."""

import click

from sendframe.errors import InvalidValue
from sendframe.plugins import KINDS

from ._escape import visible
from ._option import PATH
from ._output import EXIT_PROBLEM, handle_errors
from ._plugin_list import plugin_list

__all__ = ["plugins_command"]


@click.group("plugins")
def plugins_command() -> None:
    """List, show, create and check plug-ins."""


@plugins_command.command("list")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the list is printed.",
)
@handle_errors
def list_plugins(output_format: str) -> int:
    """Print every plug-in with its kind, distribution, version and status; none is imported."""
    click.echo(plugin_list(output_format), nl=False)
    return 0


@plugins_command.command("show")
@click.argument("id_", metavar="ID")
@handle_errors
def show_plugin(id_: str) -> int:
    """Print a plug-in or contribution ID with its source and its manual.

    Only the modules of ID are imported.
    """
    from ._plugin_show import describe  # only for this command

    click.echo(describe(id_), nl=False)
    return 0


@plugins_command.command("new")
@click.argument("name")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(sorted(KINDS)),
    required=True,
    help="What it contributes; may be repeated.",
)
@click.option(
    "--out", metavar="DIR", type=PATH, help="Folder to write to; `sendframe-NAME` unless given."
)
@handle_errors
def new_plugin(name: str, kinds: tuple[str, ...], out: str | None) -> int:
    """Write a plug-in NAME to start from, which installs and passes its own test.

    NAME is the first part of all its ids: lower-case letters, digits and hyphens, beginning with a
    letter.
    """
    from sendframe.api import start_plugin  # only for this command

    folder = out or f"sendframe-{name}"
    try:
        written = start_plugin(name, kinds, folder)
    except InvalidValue as error:
        raise click.BadParameter(error.problem, param_hint="'NAME'") from error
    for path in written:
        click.echo(visible(path.as_posix()))
    click.echo(f"Next: python -m pip install -e {visible(folder)}", err=True)
    return 0


@plugins_command.command("check")
@click.argument("name")
@click.option("--wheel", is_flag=True, help="Build its wheel, and check that too.")
@handle_errors
def check_plugin(name: str, wheel: bool) -> int:  # click gives it so
    """Run the conformance checks of the installed plug-in NAME.

    The same checks as `sendframe.testing.conformance`. They run the plug-in.
    """
    from ._plugin_check import check_text  # only for this command

    text, is_sound = check_text(name, wheel=wheel)
    click.echo(text, nl=False)
    return 0 if is_sound else EXIT_PROBLEM


@plugins_command.command()
@handle_errors
def doctor() -> int:
    """Report problems of this installation and its plug-ins, and how to correct them.

    Every enabled plug-in is imported.
    """
    from ._doctor import diagnosis  # only for this command

    text, is_well = diagnosis()
    click.echo(text, nl=False)
    return 0 if is_well else EXIT_PROBLEM
