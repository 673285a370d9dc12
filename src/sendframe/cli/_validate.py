"""``sendframe validate``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendframe.documents import validate_path
from sendframe.jsontext import ParseLimits

from ._library import library_of_installed
from ._option import LIMIT, finding_options
from ._show import EXIT_FOUND, Display, guarded, show

if TYPE_CHECKING:
    from ._selection import Selection

__all__ = ["limits_of", "validate"]


def limits_of(max_megabytes: int) -> ParseLimits:
    """Return the limits for a size in megabytes of a million bytes."""
    return ParseLimits(bytes=max_megabytes * 1_000_000)


def _selection(display: Display) -> "Selection | None":
    if not display.names_codes:
        return None
    from sendframe.errors import CODES  # only where codes are named

    from ._selection import selection_of

    hint = "No check runs here: codes of checks are for `sendframe check`."
    return selection_of(display.select, display.ignore, CODES, hint=hint)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@finding_options
@LIMIT
@guarded
def validate(paths: tuple[str, ...], display: Display, max_megabytes: int) -> int:
    """Hold documents, or folders with a portfolio.json, against their schemas.

    References to other documents are checked for a folder only. Nothing is fetched, no plug-in
    is imported and nothing is written.
    """
    selection = _selection(display)
    limits = limits_of(max_megabytes)
    library = library_of_installed()
    diagnostics = [
        diagnostic for path in paths for diagnostic in validate_path(Path(path), limits, library)
    ]
    shown = show(diagnostics, display, selection)
    return EXIT_FOUND if any(diagnostic.severity != "note" for diagnostic in shown) else 0
