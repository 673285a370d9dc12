"""``sendframe revisions``."""

from datetime import datetime
from pathlib import Path

import click

from sendframe.api import revisions
from sendframe.documents import load_figures, load_folder
from sendframe.plugins import Catalogue

from ._escape import visible
from ._option import AS_AT, LIMIT, PATH
from ._output import INTERNAL, handle_errors, print_failures, print_missing
from ._revision_output import FigureText, csv_lines, json_parts, text_lines
from ._validate import limits_of

__all__ = ["revisions_command"]

FORMAT, VERSION = "sendframe revisions", 1


@click.command("revisions")
@click.argument("old", metavar="OLD", type=PATH)
@click.argument("new", metavar="NEW", type=PATH)
@click.option(
    "--portfolio", metavar="DIR", type=PATH, help="Also compare the scores of this portfolio."
)
@click.option("--area", metavar="CODE", help="Only this area.")
@click.option("--indicator", metavar="ID", help="Only this indicator.")
@AS_AT
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How the result is printed.",
)
@click.option("--no-plugins", is_flag=True, help="Use only sendframe's own contributions.")
@LIMIT
@handle_errors
def revisions_command(  # noqa: PLR0913  # one parameter an option
    old: str,
    new: str,
    portfolio: str | None,
    area: str | None,
    indicator: str | None,
    as_at: datetime | None,
    output_format: str,
    no_plugins: bool,
    max_megabytes: int,
) -> int:
    """List the revisions of figures between two releases, OLD and NEW, of one series.

    Both are observation sets: JSON documents, with the tables they name. With --portfolio the
    area is evaluated with the figures of OLD and with those of NEW. The result is internal: no
    disclosure control is applied.
    """
    if portfolio is not None and output_format == "csv":
        message = "--portfolio cannot be combined with --output-format csv."
        raise click.UsageError(message)
    limits = limits_of(max_megabytes)
    before, after = (load_figures(Path(path), limits) for path in (old, new))
    catalogue = Catalogue.discover(third_party=not no_plugins)
    loaded = None
    if portfolio is not None:
        loaded = load_folder(Path(portfolio), limits, lambda: catalogue.library)
    result = revisions(
        before,
        after,
        portfolio=loaded,
        as_at=None if as_at is None else as_at.date(),
        catalogue=catalogue,
        area=area,
        indicator=indicator,
    )
    known = {} if loaded is None else loaded.indicators()
    figure_text = FigureText(dict(known), {**before.areas, **after.areas})
    for release in result.late:
        message = f"not counted: the release '{release.id}' was published on {release.published_on}"
        click.echo(f"{visible(message)}, after the day of the evaluation", err=True)
    if output_format == "json":
        head = {"format": FORMAT, "version": VERSION, "note": INTERNAL}
        files = {"old": Path(old).as_posix(), "new": Path(new).as_posix()}
        for part in json_parts({**head, **files}, result, figure_text):
            click.echo(part, nl=False)
    else:
        lines = csv_lines if output_format == "csv" else text_lines
        for line in lines(result, figure_text):
            click.echo(visible(line))
        click.echo(INTERNAL, err=output_format == "csv")
    print_missing(result.missing)
    return print_failures(result.failures)
