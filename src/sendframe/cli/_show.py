"""How findings and failures are shown, and the exit codes they lead to."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache, wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any, ParamSpec

import attrs
import click

from sendframe.errors import (
    CannotCompare,
    Diagnostic,
    InvalidDocument,
    MissingDate,
    NoNeighbours,
    PluginFailed,
    PluginFailure,
    PluginMissing,
    SendframeError,
    UnknownArea,
    UnknownName,
)

from ._escape import visible
from ._finding import Findings, Format

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

    from ._selection import Selection

__all__ = [
    "EXIT_FOUND",
    "EXIT_PLUGIN",
    "EXIT_USAGE",
    "FORMATS",
    "Display",
    "guarded",
    "show",
    "show_failures",
    "show_missing",
]

EXIT_FOUND, EXIT_USAGE, EXIT_PLUGIN = 1, 2, 3
P = ParamSpec("P")

FORMATS = ("text", "json", "concise", "github", "sarif", "gitlab")
"""The formats of findings; each is a module of this room, imported only when it is asked for."""

_COUNTED = ("text", "concise")
"""The formats that end with a line that counts the findings."""


@attrs.frozen
class Display:
    """How findings are shown, as the options of a command say.

    Attributes:
        output_format: One of `FORMATS`.
        select: Words of ``--select``.
        ignore: Words of ``--ignore``.
        statistics: Whether codes are counted in place of the findings.
        quiet: Whether the line that counts the findings is left out.
    """

    output_format: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    statistics: bool = False
    quiet: bool = False

    @property
    def names_codes(self) -> bool:
        """Whether it can only be understood by who knows the codes that there are."""
        return bool(self.select or self.ignore)

    @property
    def tells_codes(self) -> bool:
        """Whether it shows what codes are called."""
        return self.statistics or self.output_format == "sarif"


def _format(display: Display) -> Format:
    if display.statistics:
        from . import _statistic

        return _statistic.render_json if display.output_format == "json" else _statistic.render
    render: Format = import_module(f"{__package__}._{display.output_format}").render
    return render


def is_coloured(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Say whether text is coloured.

    Args:
        environment: The variables of the environment.
        terminal: Whether it is printed on a terminal.

    Source:
        no-color.org and force-color.org; NO_COLOR goes before FORCE_COLOR, as in Python 3.13.
    """
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (terminal and environment.get("TERM") != "dumb")


@cache
def _lines_of(file: str) -> list[str]:
    from ._excerpt import lines_of  # only where a line is to be shown

    return lines_of(file)


def show(
    diagnostics: Iterable[Diagnostic],
    display: Display,
    selection: "Selection | None" = None,
    checks: "Mapping[str, Provided[Check]] | None" = None,
) -> tuple[Diagnostic, ...]:
    """Print findings on standard output.

    Args:
        diagnostics: What was found, in order.
        display: How it is shown.
        selection: Which of it; everything unless given.
        checks: The checks that may have found something, for what they are called.

    Returns:
        What was shown or counted.
    """
    everything = tuple(diagnostics)
    kept = everything
    if selection is not None:
        kept = tuple(diagnostic for diagnostic in everything if selection.takes(diagnostic.code))
    colour = is_coloured(os.environ, terminal=sys.stdout.isatty())
    listing = Findings(
        kept, len(everything) - len(kept), checks or {}, _lines_of, colour, display.quiet
    )
    if kept or display.output_format not in _COUNTED:
        text = _format(display)(listing)
    else:
        text = listing.summary  # and nothing more is imported where all is well
    click.echo(text, nl=False, color=colour)
    _lines_of.cache_clear()
    return kept


def show_failures(failures: Iterable[PluginFailure]) -> int:
    """Print plug-in failures on standard error and return the exit code they lead to."""
    code = 0
    for failure in failures:
        click.echo(f"not scored: {visible(str(failure))}", err=True)
        code = EXIT_PLUGIN
    return code


def show_missing(missing: Iterable[str]) -> None:
    """Print on standard error what a portfolio names of plug-ins and is not there."""
    for sentence in missing:
        click.echo(f"not here: {visible(sentence[:1].lower() + sentence[1:])}", err=True)


def guarded(command: Callable[P, int | None]) -> Callable[P, int | None]:
    """Turn exceptions of sendframe into messages and exit codes."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> int | None:
        try:
            return command(*args, **kwargs)
        except ExceptionGroup as group:
            failures, other = group.split((PluginFailed, PluginMissing))
            if other is not None or failures is None:
                raise
            for failed in failures.exceptions:
                code = getattr(failed, "code", PluginFailed.code)
                click.echo(f"{code}: {visible(str(failed))}", err=True)
            return EXIT_FOUND
        except InvalidDocument as error:
            display: Any = kwargs.get("display")  # of commands that have such options
            wanted = str(kwargs.get("output_format", "text"))
            show(error.diagnostics, display or Display(wanted))
            return EXIT_FOUND
        except (CannotCompare, MissingDate, NoNeighbours, UnknownArea, UnknownName) as error:
            click.echo(f"{error.code}: {visible(str(error))}", err=True)
            return EXIT_USAGE
        except SendframeError as error:
            click.echo(f"{error.code}: {visible(str(error))}", err=True)
            return EXIT_FOUND

    return run
