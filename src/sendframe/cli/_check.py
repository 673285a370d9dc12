"""``sendframe check``."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path

import attrs
import click

from sendframe.api import (
    disclosed_evaluation,
    evaluate,
    failures_of,
    figures_for,
    texts_in_no_report,
)
from sendframe.documents import MANIFEST
from sendframe.errors import MANUALS, Diagnostic, InvalidDocument, Location
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import GROUPS, Catalogue, Check, Provided

from ._code_selection import Selection, selection_of
from ._evaluation_diagnostics import PUBLIC_FORMATS, diagnostics_of, for_the_public
from ._option import AS_AT, FOLDER, LIMIT, diagnostic_options
from ._output import EXIT_PROBLEM, Display, handle_errors, print_diagnostics
from ._portfolio import day_of, load_portfolio, plugin_options, print_what_failed
from ._watch import run_on_changes

__all__ = ["check_command"]


def _incomplete(evaluation: Evaluation, *, strict: bool) -> str:
    """Return what failed or, where that stops the command, is missing; empty if nothing."""
    counts = {"failed": len(failures_of(evaluation))}
    counts["missing"] = len(evaluation.missing) if strict else 0
    return ", ".join(
        f"{count} {'contribution' if count == 1 else 'contributions'} of plug-ins {what}"
        for what, count in counts.items()
        if count
    )


def _checks_and_selection(
    display: Display, catalogue: Catalogue, enabled: Iterable[str]
) -> tuple[Mapping[str, Provided[Check]], Selection | None]:
    """Return the checks that may run and the selection of diagnostics, if they are needed.

    Args:
        display: How diagnostics are printed.
        catalogue: The installed plug-ins.
        enabled: Plug-ins that the portfolio names; no others are imported.
    """
    if not (display.has_code_filter or display.needs_titles):
        return {}, None
    # The evaluation reports what cannot be collected, once.
    checks = attrs.evolve(catalogue, debug=False).allowing(enabled).checks
    if not display.has_code_filter:
        return checks, None
    used = {provided.plugin for provided in checks.values()}
    group = GROUPS["sendframe_checks"]
    unused = [p.name for p in catalogue.plugins if p.group == group and p.name not in used]
    codes = (*MANUALS, *checks)
    return checks, selection_of(display.select, display.ignore, codes, roots=unused)


def _print_load_errors(error: InvalidDocument, display: Display, catalogue: Catalogue) -> int:
    """Print why a portfolio could not be loaded, and return the exit code; no check has run."""
    checks, selection = _checks_and_selection(display, catalogue, ())
    is_any_shown = selection is None or any(selection.includes(d.code) for d in error.diagnostics)
    incomplete = "" if is_any_shown else "no check ran"
    left_out = len(error.diagnostics) - len(
        print_diagnostics(error.diagnostics, display, selection, checks, incomplete)
    )
    if left_out:
        errors = (
            "1 error that stops it is" if left_out == 1 else f"{left_out} errors that stop it are"
        )
        click.echo(
            f"No check ran: the portfolio cannot be loaded, and {errors} left out.", err=True
        )
    return EXIT_PROBLEM


def _texts_note(
    portfolio: Portfolio, evaluation: Evaluation, catalogue: Catalogue, folder: str
) -> Iterator[Diagnostic]:
    """Yield a note if no report prints some of the texts."""
    texts = texts_in_no_report(portfolio, evaluation, catalogue)
    if texts.unprinted:
        at = Location(Path(folder, MANIFEST).as_posix())
        message = f"no report prints {texts.shares}"
        help_ = "'sendframe report --unprinted' lists those that the reports of some profiles leave out."
        yield Diagnostic("SFR311", message, at, severity="note", help=help_)


@click.command("check")
@FOLDER
@AS_AT
@diagnostic_options
@LIMIT
@plugin_options
@click.option("--watch", is_flag=True, help="Check again whenever a file in DIR changes.")
@handle_errors
def check_command(  # noqa: PLR0913  # one parameter an option
    folder: str,
    as_at: datetime | None,
    display: Display,
    max_megabytes: int,
    no_plugins: bool,  # a flag of click
    strict: bool,
    debug: bool,
    watch: bool,
) -> int:
    """Check the portfolio in DIR and list every diagnostic.

    The documents are validated first; if they are valid, every check runs. Exceptions that
    portfolio.json accepts are not counted. The result is internal; as github, gitlab or sarif it is
    public: where a message depends on a figure that may not be shown, another stands there. With --watch this is done again after each change,
    without the note SFR311: it builds every report.
    """
    catalogue = Catalogue.discover(third_party=not no_plugins, debug=debug)
    job = partial(
        _checked,
        folder,
        day_of(as_at),
        display,
        max_megabytes,
        catalogue,
        strict=strict,
        note=not watch,
    )
    if not watch:
        return job()
    if display.output_format not in ("text", "concise"):
        message = f"--watch does not go with --output-format {display.output_format}."
        raise click.UsageError(message)
    if not Path(folder).is_dir():
        return job()  # which says what is wrong
    safe = handle_errors(job)
    return run_on_changes(Path(folder), lambda: safe() or 0)


def _checked(  # noqa: PLR0913  # what the options give
    folder: str,
    as_at: date | None,
    display: Display,
    max_megabytes: int,
    catalogue: Catalogue,
    *,
    strict: bool,
    note: bool,
) -> int:
    """Check a portfolio, print every diagnostic and return the exit code."""
    try:
        portfolio = load_portfolio(folder, max_megabytes, catalogue)
    except InvalidDocument as error:
        return _print_load_errors(error, display, catalogue)
    checks, selection = _checks_and_selection(display, catalogue, portfolio.manifest.plugins)
    evaluation = evaluate(portfolio, as_at=as_at, catalogue=catalogue)
    of_evaluation = diagnostics_of(evaluation, folder)
    if display.output_format in PUBLIC_FORMATS:
        figures = figures_for(portfolio, as_at=as_at)
        disclosed = disclosed_evaluation(portfolio, figures, catalogue=catalogue)
        of_evaluation = for_the_public(of_evaluation, diagnostics_of(disclosed.evaluation, folder))
    diagnostics = (
        *of_evaluation,
        *(_texts_note(portfolio, evaluation, catalogue, folder) if note else ()),
    )
    incomplete = _incomplete(evaluation, strict=strict)
    shown = print_diagnostics(diagnostics, display, selection, checks, incomplete)
    counted = any(diagnostic.severity != "note" for diagnostic in shown)
    return print_what_failed(evaluation, strict=strict) or (EXIT_PROBLEM if counted else 0)
