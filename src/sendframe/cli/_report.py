"""``sendframe report``."""

from datetime import datetime
from functools import partial

import click

from sendframe.api import report_folder
from sendframe.plugins import Catalogue

from ._escape import visible
from ._option import AS_AT, FOLDER, FORCE, LIMIT, PATH
from ._output import handle_errors, print_failures, print_missing
from ._portfolio import day_of, plugin_options, print_edition
from ._validate import limits_of

__all__ = ["report_command"]


@click.command("report")
@FOLDER
@click.option("--out", required=True, metavar="DIR", type=PATH, help="Folder for the reports.")
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    help="A report profile; `board` and `annex` unless given.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    help="A report format; `html`, `markdown` and `json` unless given.",
)
@click.option(
    "--publishable",
    is_flag=True,
    help="Write nothing, and say why, if one is a draft or not public.",
)
@click.option(
    "--language",
    default="en-GB",
    show_default=True,
    metavar="TAG",
    help="The language of everything that authors did not write, such as `pl`.",
)
@click.option(
    "--published",
    metavar="FILE",
    type=PATH,
    help="The record of what was published: read, extended and written. With --publishable it is "
    "that of the portfolio, `shown.json` in DIR, unless given.",
)
@click.option("--unprinted", is_flag=True, help="List the texts that none of these reports prints.")
@FORCE
@AS_AT
@LIMIT
@plugin_options
@partial(handle_errors, lines=False)
def report_command(  # noqa: PLR0913  # one parameter an option
    folder: str,
    out: str,
    profiles: tuple[str, ...],
    formats: tuple[str, ...],
    publishable: bool,  # a flag of click
    language: str,
    published: str | None,
    unprinted: bool,
    force: bool,
    as_at: datetime | None,
    max_megabytes: int,
    no_plugins: bool,  # a flag of click
    strict: bool,
    debug: bool,
) -> int:
    """Write the reports of the portfolio in DIR, and print the path of each.

    Reports, and what is printed about them, are public: disclosure control is applied.

    The last line on standard error gives the number of texts of the portfolio that none of these
    reports prints. `shown.json` beside portfolio.json, where there is one, is the record of what
    was published: what it hid stays hidden. `shown.json` beside the reports continues it: whoever
    publishes these files without --publishable names it with --published the next time.
    """
    written = report_folder(
        folder,
        out,
        profiles=profiles,
        formats=formats,
        as_at=day_of(as_at),
        language=language,
        limits=limits_of(max_megabytes),
        catalogue=Catalogue.discover(third_party=not no_plugins, debug=debug),
        strict=strict,
        publishable=publishable,
        overwrite=force,
        published=published,
    )
    for path in written.files:
        click.echo(visible(path.as_posix()))
    print_missing(written.missing)
    code = print_failures(written.failures)
    for text in written.texts.unprinted if unprinted else ():
        click.echo(visible(f"{text.location.file} {text.location.pointer}: {text.kind}"), err=True)
    no_record = publishable and not written.has_record
    print_edition(written.without_proof, written.record, no_record=no_record)
    click.echo(visible(written.texts.summary), err=True)
    return code
