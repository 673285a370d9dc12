"""``sendframe evaluate``."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sendframe.api import dump
from sendframe.documents import RECORD, write_results

from ._all_areas import check_options, print_all_areas
from ._escape import visible
from ._option import AS_AT, FORCE, LIMIT, PATH
from ._output import handle_errors
from ._portfolio import (
    day_of,
    load_portfolio,
    plugin_options,
    print_edition,
    print_what_failed,
)
from ._validate import limits_of

if TYPE_CHECKING:
    from sendframe.api import ShownEvaluation

__all__ = ["evaluate_command"]


@click.command("evaluate")
@click.argument("paths", metavar="DIR", type=PATH, nargs=-1, required=True)
@AS_AT
@click.option(
    "--shown", is_flag=True, help="Evaluate the figures that may be shown: the result is public."
)
@click.option(
    "--published",
    metavar="FILE",
    type=PATH,
    help="With --shown: a record of what was published, which is read, extended and written.",
)
@click.option(
    "--output", metavar="FILE", type=PATH, help="File to write to; standard output unless given."
)
@click.option("--all-areas", is_flag=True, help="Evaluate all areas of the figures.")
@click.option("--out", metavar="DIR", type=PATH, help="With --all-areas: folder for the tables.")
@click.option(
    "--edition",
    metavar="YEAR",
    help="With --all-areas: edition of the statistical neighbours; the latest unless given.",
)
@FORCE
@LIMIT
@plugin_options
@handle_errors
def evaluate_command(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    as_at: datetime | None,
    shown: bool,
    published: str | None,
    output: str | None,
    all_areas: bool,
    out: str | None,
    edition: str | None,
    force: bool,
    max_megabytes: int,
    no_plugins: bool,  # a flag of click
    strict: bool,
    debug: bool,
) -> int:
    """Evaluate the portfolio in DIR and print the result as JSON.

    With --all-areas every area, period and indicator of the figures is compared with the others,
    and three tables are written as CSV. DIR may then be documents instead: observations and their
    indicator sets. No rule, check or formula runs, and only the portfolio's own area gets a
    quarter band.

    The result is internal: no disclosure control is applied. With --shown it is applied, and the
    result is public; `shown.json` beside portfolio.json, the record of what was published, is read,
    and `shown.json` beside the file of --output continues it, for the next --published.
    """
    check_options(paths, all_areas=all_areas, out=out, output=output, edition=edition)
    _check_shown(shown=shown, published=published, all_areas=all_areas)
    if all_areas:
        return print_all_areas(
            paths,
            str(out),
            edition=edition,
            as_at=day_of(as_at),
            limits=limits_of(max_megabytes),
            third_party=not no_plugins,
            debug=debug,
            strict=strict,
            force=force,
        )
    from sendframe.api import evaluate, failures_of, raise_failures  # not for all areas
    from sendframe.plugins import Catalogue

    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    portfolio = load_portfolio(paths[0], max_megabytes, catalogue)
    if shown:
        from sendframe.api import evaluate_shown  # only where disclosure control is applied

        made = evaluate_shown(
            portfolio,
            output,
            folder=paths[0],
            as_at=day_of(as_at),
            catalogue=catalogue,
            published=published,
            strict=strict,
            overwrite=force,
        )
        return _print_shown(made, strict=strict)
    evaluation = evaluate(portfolio, as_at=day_of(as_at), catalogue=catalogue)
    if strict:
        raise_failures(failures_of(evaluation), evaluation.missing)
    data = dump(evaluation)
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        own = [Path(paths[0], path) for path in (*(i.path for i in portfolio.inputs), RECORD)]
        file = Path(output)
        write_results(file.parent, {file.name: data}, kept=own, overwrite=force)
        click.echo(file.as_posix())
    return print_what_failed(evaluation, strict=strict)


def _check_shown(*, shown: bool, published: str | None, all_areas: bool) -> None:
    """Raise an error for options that cannot be combined.

    Raises:
        click.UsageError: Two options cannot be combined, or one needs another.
    """
    if shown and all_areas:
        message = "--shown does not go with --all-areas, whose tables are internal."
        raise click.UsageError(message)
    if published is not None and not shown:
        message = "--published goes with --shown only: what is internal is not published."
        raise click.UsageError(message)


def _print_shown(made: "ShownEvaluation", *, strict: bool) -> int:
    """Print an evaluation, or its files, and what is known of it."""
    evaluation = made.disclosed.evaluation
    if made.files:
        for path in made.files:
            click.echo(visible(path.as_posix()))
    else:
        click.echo(dump(evaluation).decode(), nl=False)
    print_edition(made.disclosed.without_proof, made.record)
    return print_what_failed(evaluation, strict=strict)
