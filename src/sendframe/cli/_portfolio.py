"""``sendframe check``, ``evaluate`` and ``report``."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import attrs
import click

from sendframe.api import dump, failures_of, stop_at
from sendframe.api import evaluate as evaluate_portfolio
from sendframe.documents import load_folder
from sendframe.errors import CODES, InvalidDocument
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import GROUPS, Catalogue, Check, Provided

from ._all_areas import evaluate_all, refuse_mixture
from ._escape import visible
from ._notice import findings_of
from ._option import AS_AT, FOLDER, LIMIT, finding_options
from ._selection import Selection, selection_of
from ._show import EXIT_FOUND, Display, guarded, show, show_failures, show_missing
from ._validate import limits_of

__all__ = ["check", "evaluate", "report"]

F = TypeVar("F", bound=Callable[..., object])


def _plugin_options(command: F) -> F:
    for option in (
        click.option("--no-plugins", is_flag=True, help="Use only what sendframe itself brings."),
        click.option("--strict", is_flag=True, help="Stop when a plug-in fails or is missing."),
        click.option(
            "--debug",
            is_flag=True,
            help="Print a failing plug-in's own error, which may hold data of the documents.",
        ),
    ):
        command = option(command)
    return command


def _load(folder: str, max_megabytes: int, catalogue: Catalogue) -> Portfolio:
    return load_folder(Path(folder), limits_of(max_megabytes), lambda: catalogue.library)


def _day(as_at: datetime | None) -> date | None:
    return None if as_at is None else as_at.date()


def _told(evaluation: Evaluation, *, strict: bool) -> int:
    """Say what failed and what is missing, and return the exit code that leads to."""
    failures = failures_of(evaluation)
    if strict:
        stop_at(failures, evaluation.missing)
    show_missing(evaluation.missing)
    return show_failures(failures)


def _chosen(
    display: Display, catalogue: Catalogue, enabled: Iterable[str]
) -> tuple[Mapping[str, Provided[Check]], Selection | None]:
    """Return the checks that may run and which findings are shown, where it matters.

    Args:
        display: How findings are shown.
        catalogue: What is installed.
        enabled: Plug-ins that the portfolio names; no other is imported.
    """
    if not (display.names_codes or display.tells_codes):
        return {}, None
    # The evaluation tells what cannot be collected; it is not told twice.
    checks = attrs.evolve(catalogue, debug=False).allowing(enabled).checks
    if not display.names_codes:
        return checks, None
    used = {provided.plugin for provided in checks.values()}
    group = GROUPS["sendframe_checks"]
    unused = [p.name for p in catalogue.plugins if p.group == group and p.name not in used]
    codes = (*CODES, *checks)
    return checks, selection_of(display.select, display.ignore, codes, roots=unused)


def _refused(error: InvalidDocument, display: Display, catalogue: Catalogue) -> int:
    """Show why a portfolio could not be loaded. No check has run, so all is not well."""
    checks, selection = _chosen(display, catalogue, ())
    left_out = len(error.diagnostics) - len(show(error.diagnostics, display, selection, checks))
    if left_out:
        errors = (
            "1 error that stops it is" if left_out == 1 else f"{left_out} errors that stop it are"
        )
        click.echo(
            f"No check ran: the portfolio cannot be loaded, and {errors} left out.", err=True
        )
    return EXIT_FOUND


@click.command()
@FOLDER
@AS_AT
@finding_options
@LIMIT
@_plugin_options
@guarded
def check(  # noqa: PLR0913  # one parameter an option
    folder: str,
    as_at: datetime | None,
    display: Display,
    max_megabytes: int,
    no_plugins: bool,  # click gives it so
    strict: bool,
    debug: bool,
) -> int:
    """Ask every question there is of the portfolio in DIR.

    First everything that `validate` looks at; where that is well, every check. What was accepted
    in portfolio.json is not counted.
    """
    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    try:
        portfolio = _load(folder, max_megabytes, catalogue)
    except InvalidDocument as error:
        return _refused(error, display, catalogue)
    checks, selection = _chosen(display, catalogue, portfolio.manifest.plugins)
    evaluation = evaluate_portfolio(portfolio, as_at=_day(as_at), catalogue=catalogue)
    shown = show(findings_of(evaluation, folder), display, selection, checks)
    counted = any(diagnostic.severity != "note" for diagnostic in shown)
    return _told(evaluation, strict=strict) or (EXIT_FOUND if counted else 0)


@click.command()
@click.argument("paths", metavar="DIR", nargs=-1, required=True)
@AS_AT
@click.option("--output", metavar="FILE", help="Where to write it; standard output unless given.")
@click.option("--all-areas", is_flag=True, help="Set all areas of the figures beside each other.")
@click.option("--out", metavar="DIR", help="With --all-areas: where the tables are written.")
@click.option(
    "--edition",
    metavar="YEAR",
    help="With --all-areas: edition of the statistical neighbours; the latest unless given.",
)
@LIMIT
@_plugin_options
@guarded
def evaluate(  # noqa: PLR0913  # one parameter an option
    paths: tuple[str, ...],
    as_at: datetime | None,
    output: str | None,
    all_areas: bool,
    out: str | None,
    edition: str | None,
    max_megabytes: int,
    no_plugins: bool,  # click gives it so
    strict: bool,
    debug: bool,
) -> int:
    """Work out what is known about the area in DIR, as JSON.

    With --all-areas every area, period and indicator of the figures is set beside the others,
    and three tables are written as CSV. DIR may then be documents as well: observations, and the
    indicator sets they belong to. No rule, check or formula runs, and a quarter band is given for
    the portfolio's own area alone.

    The result is internal: no disclosure control has been applied to it.
    """
    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    refuse_mixture(paths, all_areas=all_areas, out=out, output=output, edition=edition)
    if all_areas:
        return evaluate_all(
            paths,
            str(out),
            edition=edition,
            as_at=_day(as_at),
            limits=limits_of(max_megabytes),
            catalogue=catalogue,
            strict=strict,
        )
    portfolio = _load(paths[0], max_megabytes, catalogue)
    evaluation = evaluate_portfolio(portfolio, as_at=_day(as_at), catalogue=catalogue)
    if strict:
        stop_at(failures_of(evaluation), evaluation.missing)
    data = dump(evaluation, output)
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        click.echo(Path(output).as_posix())
    return _told(evaluation, strict=strict)


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
    from sendframe.api import run as run_report  # only this command makes reports

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
        click.echo(visible(path.as_posix()))
    show_missing(made.missing)
    return show_failures(made.failures)
