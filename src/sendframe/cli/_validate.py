"""``sendframe validate``: validate documents and portfolios."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendframe.documents import load_bytes, validate_path, with_positions
from sendframe.errors import Diagnostic
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits

from ._installed_library import library_of_installed
from ._option import LIMIT, PATH, diagnostic_options
from ._output import EXIT_PROBLEM, Display, handle_errors, print_diagnostics

if TYPE_CHECKING:
    from sendframe.documents import LibrarySource

    from ._code_selection import Selection

__all__ = ["limits_of", "validate_command"]

STANDARD_INPUT = "-"
_VALUES_IN_MEGABYTE = 40_000  # as by default


def limits_of(max_megabytes: int) -> ParseLimits:
    """Return the limits for a size in megabytes of a million bytes."""
    values = max(DEFAULT_LIMITS.values, max_megabytes * _VALUES_IN_MEGABYTE)
    return ParseLimits(bytes=max_megabytes * 1_000_000, values=values)


def _selection(display: Display) -> "Selection | None":
    if not display.has_code_filter:
        return None
    from sendframe.errors import MANUALS  # only for --select and --ignore

    from ._code_selection import selection_of

    hint = "No check runs here: codes of checks are for `sendframe check`."
    return selection_of(display.select, display.ignore, MANUALS, hint=hint)


def _validated(path: str, limits: ParseLimits, library: "LibrarySource") -> Iterable[Diagnostic]:
    """Return the diagnostics of a path; of standard input for ``-``."""
    if path != STANDARD_INPUT:
        return validate_path(Path(path), limits, library)
    data = sys.stdin.buffer.read(limits.bytes + 1)
    _, problems = load_bytes(data, path, limits, library)
    return with_positions(problems, {path: data})


@click.command("validate")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PATH)
@diagnostic_options
@LIMIT
@handle_errors
def validate_command(paths: tuple[str, ...], display: Display, max_megabytes: int) -> int:
    """Validate documents, or folders with a portfolio.json, against their schemas.

    PATH may be - for a document that is read from standard input. References to other documents are
    checked in folders only. No plug-in is imported, and nothing
    is downloaded or written. What is printed may quote lines of the documents: it is internal.
    """
    if paths.count(STANDARD_INPUT) > 1:
        message = "standard input (-) can be read once."
        raise click.UsageError(message)
    selection = _selection(display)
    limits = limits_of(max_megabytes)
    library = library_of_installed()
    diagnostics = [diagnostic for path in paths for diagnostic in _validated(path, limits, library)]
    shown = print_diagnostics(diagnostics, display, selection)
    return EXIT_PROBLEM if any(diagnostic.severity != "note" for diagnostic in shown) else 0
