"""``sendframe evaluate --all-areas``."""

from collections.abc import Sequence
from datetime import date

import click

from sendframe.api import LATEST_EDITION, run_all_areas
from sendframe.jsontext import ParseLimits
from sendframe.plugins import Catalogue

from ._escape import visible
from ._show import show_missing

__all__ = ["evaluate_all", "refuse_mixture"]

_MOST_SHOWN = 10


def refuse_mixture(
    paths: Sequence[str],
    *,
    all_areas: bool,
    out: str | None,
    output: str | None,
    edition: str | None,
) -> None:
    """Refuse options that do not go together.

    Raises:
        click.UsageError: They do not.
    """
    if all_areas:
        if out is None:
            message = "--all-areas writes three files: say with --out where."
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


def evaluate_all(  # noqa: PLR0913  # told everything
    paths: Sequence[str],
    out: str,
    *,
    edition: str | None,
    as_at: date | None,
    limits: ParseLimits,
    catalogue: Catalogue,
    strict: bool,
) -> int:
    """Write what is known of all areas, and say which have no neighbours."""
    chosen = edition or LATEST_EDITION
    made = run_all_areas(
        paths,
        out,
        as_at=as_at,
        edition=chosen,
        limits=limits,
        catalogue=catalogue,
        strict=strict,
    )
    for path in made.files:
        click.echo(visible(path.as_posix()))
    show_missing(made.missing)
    if made.lonely:
        shown = ", ".join(made.lonely[:_MOST_SHOWN])
        more = len(made.lonely) - _MOST_SHOWN
        names = f"{shown} and {more} more" if more > 0 else shown
        click.echo(f"no neighbours in the edition of {visible(chosen)}: {visible(names)}", err=True)
    return 0
