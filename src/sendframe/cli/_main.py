"""The commands, each imported only when it is called."""

import importlib
import sys
from keyword import iskeyword
from typing import Any

import click

from sendframe._version import __version__

__all__ = ["main", "run"]

COMMANDS = {
    "areas": ("_areas", "Show areas and what to compare one with."),
    "check": ("_portfolio", "Ask every question there is of a portfolio."),
    "compare": ("_compare", "Say what differs between two editions, plans or portfolios."),
    "evaluate": ("_portfolio", "Work out what is known, as JSON."),
    "explain": ("_explain", "Print the manual of a code, a rule or a format."),
    "import": ("_import", "Turn a published file into figures."),
    "new": ("_new", "Write a small portfolio to start from."),
    "plugins": ("_plugins", "Show, make and check plug-ins."),
    "report": ("_portfolio", "Write the reports of a portfolio."),
    "revisions": ("_revisions", "Say what became of figures between two releases."),
    "schema": ("_schema", "List, show or export the JSON Schemas."),
    "validate": ("_validate", "Hold documents or portfolios against their schemas."),
    "why": ("_why", "Print the trail from a sentence of a report to its source."),
}


class _Commands(click.Group):
    """A group that knows its commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"sendframe.cli.{COMMANDS[cmd_name][0]}")
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(module, name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in sorted(COMMANDS)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # only for a wrong name

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="sendframe %(version)s")
def main() -> None:
    """Local SEND strategies, self-evaluation and evidence, and the reports they owe.

    Exit codes: 0 all is well; 1 something was found, or could not be done; 2 the call was not
    understood; 3 a plug-in failed, and everything else was done.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: What stands after ``sendframe``; that of the process unless given.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main.main(arguments, prog_name="sendframe", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0
