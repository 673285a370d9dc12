"""The command group; each command is imported when it is called."""

import importlib
import sys
from typing import Any

import click

from sendframe._version import __version__

__all__ = ["main", "run"]

COMMANDS = {
    "areas": ("_areas", "List areas and their usual comparators."),
    "check": ("_check", "Check a portfolio and list every diagnostic."),
    "compare": ("_compare", "List the differences between two editions, plans or portfolios."),
    "disclosure": ("_disclosure", "Audit what was published for small counts."),
    "evaluate": ("_evaluate", "Evaluate a portfolio and print the result as JSON."),
    "explain": ("_explain", "Print the manual of a code, a rule or a format."),
    "import": ("_import", "Read a published file into figures."),
    "new": ("_new", "Write documents to begin with."),
    "plugins": ("_plugins", "List, show, create and check plug-ins."),
    "report": ("_report", "Write the reports of a portfolio."),
    "revisions": ("_revisions", "List the revisions of figures between two releases."),
    "schema": ("_schema", "List, show or export the JSON Schemas."),
    "validate": ("_validate", "Validate documents or portfolios against their schemas."),
    "workbook": ("_workbook", "Export a portfolio as a workbook, and read one back."),
    "why": ("_why", "Trace a sentence of a report to its sources."),
}


class _Commands(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            from ._plugin_command import plugin_command  # only for a command that is not our own

            return plugin_command(cmd_name)
        module = importlib.import_module(f"sendframe.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in sorted(COMMANDS)])
        formatter.write_paragraph()
        formatter.write_text("Plug-ins can add commands: `sendframe plugins list` names them.")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches  # only for a wrong name

            from ._plugin_command import plugin_commands

            known = {*COMMANDS, *(plugin.name for plugin in plugin_commands())}
            near = get_close_matches(args[0], sorted(known), n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            ctx.fail(f"No such command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="sendframe %(version)s")
def main() -> None:
    """Work with local SEND strategies, self-evaluation, evidence and reports.

    Exit codes: 0 no problems; 1 problems found, or an error; 2 wrong usage; 3 a plug-in failed, and
    everything else succeeded.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: The arguments after ``sendframe``; those of the process unless given.
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
