"""``sendframe why``: trace a fact of a report to its sources."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import attrs
import click

from sendframe.api import failures_of, why
from sendframe.documents import load_folder
from sendframe.evaluation import Trail, TrailSearch
from sendframe.plugins import Catalogue

from ._escape import json_text, visible
from ._option import AS_AT, FOLDER, LIMIT, TEXT_OR_JSON
from ._output import INTERNAL, handle_errors, print_failures, print_missing
from ._validate import limits_of

__all__ = ["why_command"]

FORMAT, VERSION = "sendframe trail", 1


def _text(result: TrailSearch) -> Iterator[str]:
    if not result.trails:
        yield f"{len(result.matches)} ids begin with {result.wanted!r}:"
        yield from (f"  {match}" for match in result.matches)
        return
    for trail in result.trails:
        yield from _lines(trail, "")
    yield INTERNAL


def _lines(trail: Trail, mark: str) -> Iterator[str]:
    if trail.again:
        yield f"{mark}{trail.id} (see above)"
        return
    yield f"{mark}{trail.id}"
    text = trail.statement if trail.label is None else f"{trail.label}: {trail.statement}"
    yield f"{mark}  {text}"
    if trail.value is not None:
        yield f"{mark}  number: {trail.value:.15g} {trail.unit or ''}".rstrip()
    if trail.formula is not None:
        yield f"{mark}  formula: {trail.formula}"
    if trail.source is not None:
        yield f"{mark}  source: {trail.source}"
    if trail.made_by is not None:
        yield f"{mark}  made by: {trail.made_by}"
    if trail.withheld:
        yield f"{mark}  not shown in reports: withheld by disclosure control"
    if trail.rests_on:
        yield f"{mark}  rests on:"
    for source in trail.rests_on:
        yield from _lines(source, f"{mark}    ")


@click.command("why")
@FOLDER
@click.argument("wanted", metavar="FACT-ID", nargs=-1, required=True)
@AS_AT
@TEXT_OR_JSON
@click.option("--no-plugins", is_flag=True, help="Use only sendframe's own contributions.")
@LIMIT
@handle_errors
def why_command(  # noqa: PLR0913  # one parameter an option
    folder: str,
    wanted: tuple[str, ...],
    as_at: datetime | None,
    output_format: str,
    no_plugins: bool,
    max_megabytes: int,
) -> int:
    """Trace a sentence of a report to the rows of published files that it rests on.

    FACT-ID is the id of a fact, or several, as in `data-facts` and `facts` of reports; or the id of
    an indicator, priority or criterion and of a rule or check; or the beginning of such an id. The
    result is internal: no disclosure control is applied.
    """
    catalogue = Catalogue.discover(third_party=not no_plugins)
    portfolio = load_folder(Path(folder), limits_of(max_megabytes), lambda: catalogue.library)
    day = None if as_at is None else as_at.date()
    explained = why(portfolio, " ".join(wanted), as_at=day, catalogue=catalogue)
    evaluation, result = explained.evaluation, explained.trails
    if output_format == "json":
        data = {"format": FORMAT, "version": VERSION, "note": INTERNAL, **attrs.asdict(result)}
        click.echo(json_text(data), nl=False)
    else:
        for line in _text(result):
            click.echo(visible(line))
    print_missing(evaluation.missing)
    return print_failures(failures_of(evaluation))
