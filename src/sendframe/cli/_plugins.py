"""``sendframe plugins``: what is installed, and how to make and check a plug-in."""

import click

from sendframe.errors import InvalidValue
from sendframe.plugins import KINDS

from ._escape import visible
from ._listing import listing
from ._show import EXIT_FOUND, guarded

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
@guarded
def list_plugins(output_format: str) -> int:
    """Print every plug-in with its kind, distribution, version and status; none is imported."""
    click.echo(listing(output_format), nl=False)
    return 0


@plugins.command("show")
@click.argument("id_", metavar="ID")
@guarded
def show_plugin(id_: str) -> int:
    """Print what the plug-in or the contribution ID is, where it comes from, and its manual.

    Only what belongs to ID is imported.
    """
    from ._plugin_show import shown  # only for this command

    click.echo(shown(id_), nl=False)
    return 0


@plugins.command("new")
@click.argument("name")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(sorted(KINDS)),
    required=True,
    help="What it brings; may be given several times.",
)
@click.option("--out", metavar="DIR", help="Where it is written; `sendframe-NAME` unless given.")
@guarded
def new_plugin(name: str, kinds: tuple[str, ...], out: str | None) -> int:
    """Write a plug-in NAME to start from: it installs, and passes its own test.

    NAME is the first part of all its ids: small letters, digits and hyphens, a letter first.
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


@plugins.command("check")
@click.argument("name")
@click.option("--wheel", is_flag=True, help="Build its wheel, and look at that as well.")
@guarded
def check_plugin(name: str, wheel: bool) -> int:  # click gives it so
    """Look at all that sendframe asks of the plug-in NAME; it must be installed.

    The same as `sendframe.testing.conformance`. It runs the plug-in.
    """
    from ._plugin_check import checked  # only for this command

    text, is_sound = checked(name, wheel=wheel)
    click.echo(text, nl=False)
    return 0 if is_sound else EXIT_FOUND


@plugins.command()
@guarded
def doctor() -> int:
    """Say what is wrong with this installation and its plug-ins, and what to do.

    It imports every plug-in that is enabled.
    """
    from ._doctor import diagnosis  # only for this command

    text, is_well = diagnosis()
    click.echo(text, nl=False)
    return 0 if is_well else EXIT_FOUND
