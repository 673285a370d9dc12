"""``sendframe check``, ``evaluate`` and ``report``."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import attrs
import click

from sendframe.api import dump
from sendframe.api import evaluate as evaluate_portfolio
from sendframe.api import run as run_report
from sendframe.documents import MANIFEST, load_folder, origins, placed, read_bytes
from sendframe.errors import Diagnostic, Location, PluginFailed, PluginFailure
from sendframe.model import Evaluation, FailureNote, Portfolio
from sendframe.plugins import Catalogue

from ._show import EXIT_FOUND, clean, guarded, show, show_failures
from ._validate import LIMIT, OUTPUT_FORMAT, limits_of

__all__ = ["check", "evaluate", "report"]

F = TypeVar("F", bound=Callable[..., object])

FOLDER = click.argument("folder", metavar="DIR")
AS_AT = click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help='The day to evaluate at; "as_at" of portfolio.json unless given.',
)


def _plugin_options(command: F) -> F:
    for option in (
        click.option("--no-plugins", is_flag=True, help="Use only what sendframe itself brings."),
        click.option("--strict", is_flag=True, help="Stop when a plug-in fails."),
        click.option(
            "--debug",
            is_flag=True,
            help="Print a failing plug-in's own error, which may hold data of the documents.",
        ),
    ):
        command = option(command)
    return command


def _load(folder: str, max_megabytes: int) -> Portfolio:
    return load_folder(Path(folder), limits_of(max_megabytes))


def _day(as_at: datetime | None) -> date | None:
    return None if as_at is None else as_at.date()


def _failures(evaluation: Evaluation, *, strict: bool) -> list[PluginFailure]:
    def failure(note: FailureNote) -> PluginFailure:
        return PluginFailure(
            note.plugin,
            note.distribution,
            note.version,
            note.phase,
            note.error_type,
            note.contribution,
            note.origin,
        )

    found = [failure(each) for each in evaluation.failures]
    if strict and found:
        raise PluginFailed(found[0])
    return found


def _findings(evaluation: Evaluation) -> Iterator[Diagnostic]:
    """Yield what checks found and what they ask, but for what is accepted."""
    for notice in evaluation.notices:
        if notice.accepted is None:
            yield Diagnostic(
                notice.code,
                notice.message,
                Location(notice.document, notice.pointer or ""),
                severity=notice.severity,
                help=notice.help or "",
                source=notice.made_by,
                about=notice.about,
            )
    for asked in evaluation.discrepancies:
        if asked.accepted is None:
            yield Diagnostic(
                asked.code,
                asked.question,
                Location(asked.document or MANIFEST, asked.pointer or ""),
                severity="note",
                source=asked.made_by,
                about=asked.about,
                facts=asked.facts,
            )


def _placed(folder: str, found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give each finding the line and column of the file it stands in."""
    data: dict[str | None, bytes] = {}
    named = []
    for each in found:
        path = Path(folder, each.location.file or MANIFEST)
        file = path.as_posix()
        if file not in data:
            data[file] = read_bytes(path, shown=file, limit=2**31 - 1)[0]
        named.append(attrs.evolve(each, location=attrs.evolve(each.location, file=file)))
    return placed(named, data, origins(data))


@click.command()
@FOLDER
@AS_AT
@OUTPUT_FORMAT
@LIMIT
@_plugin_options
@guarded
def check(  # noqa: PLR0913  # one parameter an option
    folder: str,
    as_at: datetime | None,
    output_format: str,
    max_megabytes: int,
    no_plugins: bool,  # click gives it so
    strict: bool,
    debug: bool,
) -> int:
    """Ask every question there is of the portfolio in DIR.

    First everything that `validate` looks at; where that is well, every check. What was accepted
    in portfolio.json is not counted.
    """
    portfolio = _load(folder, max_megabytes)
    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    evaluation = evaluate_portfolio(portfolio, as_at=_day(as_at), catalogue=catalogue)
    found = _placed(folder, list(_findings(evaluation)))
    show(found, output_format)
    counted = any(each.severity != "note" for each in found)
    return show_failures(_failures(evaluation, strict=strict)) or (EXIT_FOUND if counted else 0)


@click.command()
@FOLDER
@AS_AT
@click.option("--output", metavar="FILE", help="Where to write it; standard output unless given.")
@LIMIT
@_plugin_options
@guarded
def evaluate(  # noqa: PLR0913  # one parameter an option
    folder: str,
    as_at: datetime | None,
    output: str | None,
    max_megabytes: int,
    no_plugins: bool,  # click gives it so
    strict: bool,
    debug: bool,
) -> int:
    """Work out what is known about the area in DIR, as JSON.

    The result is internal: no disclosure control has been applied to it.
    """
    portfolio = _load(folder, max_megabytes)
    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    evaluation = evaluate_portfolio(portfolio, as_at=_day(as_at), catalogue=catalogue)
    failures = _failures(evaluation, strict=strict)
    data = dump(evaluation, output)
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        click.echo(Path(output).as_posix())
    return show_failures(failures)


@click.command()
@FOLDER
@click.option("--out", required=True, metavar="DIR", help="Where the reports are written.")
@click.option("--profile", "profiles", multiple=True, help="A kind of report; `board` if none.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    help="A form of report; `html`, `markdown` and `json` if none.",
)
@AS_AT
@LIMIT
@_plugin_options
@guarded
def report(  # noqa: PLR0913  # one parameter an option
    folder: str,
    out: str,
    profiles: tuple[str, ...],
    formats: tuple[str, ...],
    as_at: datetime | None,
    max_megabytes: int,
    no_plugins: bool,  # click gives it so
    strict: bool,
    debug: bool,
) -> int:
    """Write the reports of the portfolio in DIR, and print the path of each."""
    made = run_report(
        folder,
        out,
        profiles=profiles or ("board",),
        formats=formats or ("html", "markdown", "json"),
        as_at=_day(as_at),
        limits=limits_of(max_megabytes),
        catalogue=Catalogue.discover(third_party=not no_plugins, debug=debug),
        strict=strict,
    )
    for path in made.files:
        click.echo(clean(path.as_posix()))
    return show_failures(made.failures)
