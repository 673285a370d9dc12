"""The options and output of ``sendframe evaluate --all-areas``."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from sendframe.api import LATEST_EDITION, run_all_areas
from sendframe.jsontext import ParseLimits

from ._escape import visible
from ._output import print_missing

__all__ = ["check_options", "print_all_areas"]

_MOST_SHOWN = 10


def check_options(
    paths: Sequence[str],
    *,
    all_areas: bool,
    out: str | None,
    output: str | None,
    edition: str | None,
) -> None:
    """Raise an error for options that cannot be combined.

    Raises:
        click.UsageError: Two options cannot be combined.
    """
    if all_areas:
        if out is None:
            message = "--all-areas writes three files and needs --out."
            raise click.UsageError(message)
        if output is not None:
            message = "--output does not go with --all-areas, which writes to --out."
            raise click.UsageError(message)
        return
    if len(paths) > 1:
        message = "One DIR is evaluated at a time; several documents go with --all-areas."
        raise click.UsageError(message)
    for option, given in (("--out", out), ("--edition", edition)):
        if given is not None:
            message = f"{option} goes with --all-areas only."
            raise click.UsageError(message)


def print_all_areas(  # noqa: PLR0913  # keyword arguments
    paths: Sequence[str],
    out: str,
    *,
    edition: str | None,
    as_at: date | None,
    limits: ParseLimits,
    third_party: bool,
    debug: bool,
    strict: bool,
    force: bool,
) -> int:
    """Write the tables of all areas, and print which areas have no neighbours."""
    catalogue = None
    if any(Path(path).is_dir() for path in paths):
        from sendframe.plugins import Catalogue  # only a portfolio names plug-ins

        catalogue = Catalogue.discover(third_party=third_party, debug=debug)
    chosen = edition or LATEST_EDITION
    made = run_all_areas(
        paths,
        out,
        as_at=as_at,
        edition=chosen,
        limits=limits,
        catalogue=catalogue,
        strict=strict,
        overwrite=force,
    )
    for path in made.files:
        click.echo(visible(path.as_posix()))
    print_missing(made.missing)
    faults = sum(fault is not None for fault in made.tables.standings.column("fault"))
    if faults:
        figures = (
            "1 figure contradicts itself" if faults == 1 else f"{faults:,} contradict themselves"
        )
        click.echo(f"{figures}: see the column 'fault' of standings.csv", err=True)
    doubts = sum(map(bool, made.tables.standings.column("doubts")))
    if doubts:
        figures = "1 figure is in doubt" if doubts == 1 else f"{doubts:,} figures are in doubt"
        click.echo(f"{figures}: see the column 'doubts' of standings.csv", err=True)
    if made.without_neighbours:
        shown = ", ".join(made.without_neighbours[:_MOST_SHOWN])
        more = len(made.without_neighbours) - _MOST_SHOWN
        names = f"{shown} and {more} more" if more > 0 else shown
        click.echo(f"no neighbours in the edition of {visible(chosen)}: {visible(names)}", err=True)
    return 0
