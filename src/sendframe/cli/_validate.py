"""``sendframe validate``."""

from pathlib import Path

import click

from sendframe.documents import Limits, check_path

from ._show import EXIT_FOUND, guarded, show

__all__ = ["validate"]

OUTPUT_FORMAT = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
LIMIT = click.option(
    "--max-megabytes",
    type=click.IntRange(1, 2000),
    default=50,
    show_default=True,
    help="The largest document that is read.",
)


def limits_of(max_megabytes: int) -> Limits:
    """Return the limits for a size in megabytes of a million bytes."""
    return Limits(bytes=max_megabytes * 1_000_000)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@OUTPUT_FORMAT
@LIMIT
@guarded
def validate(paths: tuple[str, ...], output_format: str, max_megabytes: int) -> int:
    """Hold documents, or folders with a portfolio.json, against their schemas.

    References to other documents are checked for a folder only. Nothing is fetched, no plug-in
    is imported and nothing is written.
    """
    limits = limits_of(max_megabytes)
    found = [each for path in paths for each in check_path(Path(path), limits)]
    show(found, output_format)
    return EXIT_FOUND if any(each.severity != "note" for each in found) else 0
