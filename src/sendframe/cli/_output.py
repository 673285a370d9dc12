"""Print diagnostics and failures, and choose the exit code."""

import os
import sys
from collections import Counter
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
    NothingToReport,
    NotPublishable,
    PluginFailed,
    PluginFailure,
    PluginMissing,
    SendframeError,
    UnknownArea,
    UnknownName,
)

from ._diagnostic_list import DiagnosticList, Format
from ._escape import visible

if TYPE_CHECKING:
    from sendframe.plugins import Check, Provided

    from ._code_selection import Selection

__all__ = [
    "EXIT_PLUGIN",
    "EXIT_PROBLEM",
    "EXIT_USAGE",
    "FORMATS",
    "INTERNAL",
    "Display",
    "handle_errors",
    "print_diagnostics",
    "print_failures",
    "print_missing",
]

INTERNAL = "Internal: no disclosure control is applied."
"""What the output of commands says that print figures as they are."""

EXIT_PROBLEM, EXIT_USAGE, EXIT_PLUGIN = 1, 2, 3
P = ParamSpec("P")

FORMATS = ("text", "json", "concise", "github", "sarif", "gitlab")
"""The formats of diagnostics; each is a module of this package, imported when it is used."""

_USAGE_ERRORS = (
    CannotCompare,
    MissingDate,
    NoNeighbours,
    NothingToReport,
    UnknownArea,
    UnknownName,
)
_WITH_SUMMARY = ("text", "concise")
"""The formats that end with a summary line."""


@attrs.frozen
class Display:
    """How diagnostics are printed, from the options of a command.

    Attributes:
        output_format: One of `FORMATS`.
        select: Words of ``--select``.
        ignore: Words of ``--ignore``.
        statistics: Whether codes are counted instead of printing diagnostics.
        quiet: Whether the summary line is left out.
        lines: Whether lines of files are printed, which may hold counts that are hidden.
    """

    output_format: str = "text"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    statistics: bool = False
    quiet: bool = False
    lines: bool = True

    @property
    def has_code_filter(self) -> bool:
        """Whether codes are selected or ignored, so that the known codes are needed."""
        return bool(self.select or self.ignore)

    @property
    def needs_titles(self) -> bool:
        """Whether it prints the titles of codes."""
        return self.statistics or self.output_format == "sarif"


def _format(display: Display) -> Format:
    if display.statistics:
        from . import _code_count

        return _code_count.render_json if display.output_format == "json" else _code_count.render
    render: Format = import_module(f"{__package__}._{display.output_format}").render
    return render


def is_coloured(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Return whether text is coloured.

    Args:
        environment: The environment variables.
        terminal: Whether it is printed to a terminal.

    Source:
        no-color.org and force-color.org; NO_COLOR goes before FORCE_COLOR, as in Python 3.13.
    """
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (terminal and environment.get("TERM") != "dumb")


@cache
def _cached_lines(file: str) -> list[str]:
    from ._source_line import read_lines  # only to print a line

    return read_lines(file)


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    display: Display,
    selection: "Selection | None" = None,
    checks: "Mapping[str, Provided[Check]] | None" = None,
    incomplete: str = "",
) -> tuple[Diagnostic, ...]:
    """Print diagnostics to standard output.

    Args:
        diagnostics: The diagnostics, in order.
        display: How they are printed.
        selection: Which of them are printed; all unless given.
        checks: The checks that may have yielded them, for their titles.
        incomplete: Why more could be wrong than was looked for; empty if everything was.

    Returns:
        The diagnostics that were printed or counted.
    """
    all_diagnostics = tuple(diagnostics)
    kept = all_diagnostics
    if selection is not None:
        kept = tuple(
            diagnostic for diagnostic in all_diagnostics if selection.includes(diagnostic.code)
        )
    terminal = sys.stdout is not None and sys.stdout.isatty()
    colour = is_coloured(os.environ, terminal=terminal)
    listing = DiagnosticList(
        kept,
        len(all_diagnostics) - len(kept),
        checks or {},
        _cached_lines if display.lines else lambda _: [],
        colour,
        display.quiet,
        incomplete,
    )
    if kept or display.output_format not in _WITH_SUMMARY:
        text = _format(display)(listing)
    else:
        text = listing.summary  # imports no format
    click.echo(text, nl=False, color=colour)
    _cached_lines.cache_clear()
    return kept


def print_failures(failures: Iterable[PluginFailure]) -> int:
    """Print plug-in failures to standard error, each once, and return the exit code."""
    counts = Counter(visible(str(failure)) for failure in failures)
    for text, count in counts.items():
        times = f" ({count:,} times)" if count > 1 else ""
        click.echo(f"left out: {text}{times}", err=True)
    return EXIT_PLUGIN if counts else 0


def print_missing(missing: Iterable[str]) -> None:
    """Print the missing plug-ins and data of a portfolio to standard error."""
    for sentence in missing:
        click.echo(f"not here: {visible(sentence[:1].lower() + sentence[1:])}", err=True)


def handle_errors(
    command: Callable[P, int | None], *, lines: bool = True
) -> Callable[P, int | None]:
    """Print exceptions of sendframe as messages and return their exit codes.

    Args:
        command: The function of a command.
        lines: Whether lines of files are printed; False for a command whose output is public.
    """

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
            return EXIT_PROBLEM
        except InvalidDocument as error:
            display: Any = kwargs.get("display")  # of commands with these options
            wanted = str(kwargs.get("output_format", "text"))
            quotes = lines and not kwargs.get("shown")
            print_diagnostics(error.diagnostics, display or Display(wanted, lines=quotes))
            return EXIT_PROBLEM
        except NotPublishable as error:
            click.echo(f"{error.code}: not publishable, and nothing was written:", err=True)
            for profile, reason in error.reasons:
                click.echo(f"  {visible(f'{profile}: {reason}')}", err=True)
            return EXIT_PROBLEM
        except _USAGE_ERRORS as error:
            click.echo(f"{error.code}: {visible(str(error))}", err=True)
            return EXIT_USAGE
        except SendframeError as error:
            click.echo(f"{error.code}: {visible(str(error))}", err=True)
            return EXIT_PROBLEM

    return run
