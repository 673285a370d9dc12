"""``sendframe check``, ``evaluate`` and ``report``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import attrs
import click

from sendframe.api import (
    disclosed_evaluation,
    evaluate,
    failures_of,
    figures_for,
    raise_failures,
    texts_in_no_report,
)
from sendframe.documents import MANIFEST, load_folder
from sendframe.errors import MANUALS, Diagnostic, InvalidDocument, Location
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import GROUPS, Catalogue, Check, Provided

from ._code_selection import Selection, selection_of
from ._escape import visible
from ._evaluation_diagnostics import PUBLIC_FORMATS, diagnostics_of, for_the_public
from ._option import AS_AT, FOLDER, FORCE, LIMIT, PATH, diagnostic_options
from ._output import (
    EXIT_PROBLEM,
    Display,
    handle_errors,
    print_diagnostics,
    print_failures,
    print_missing,
)
from ._validate import limits_of
from ._watch import run_on_changes

__all__ = [
    "check_command",
    "day_of",
    "load_portfolio",
    "plugin_options",
    "print_edition",
    "print_what_failed",
    "report_command",
]

F = TypeVar("F", bound=Callable[..., object])


def plugin_options(command: F) -> F:
    """Add the options of commands that run plug-ins."""
    for option in (
        click.option("--no-plugins", is_flag=True, help="Use only sendframe's own contributions."),
        click.option("--strict", is_flag=True, help="Stop when a plug-in fails or is missing."),
        click.option(
            "--debug",
            is_flag=True,
            help="Print a failing plug-in's own error, which may hold data of the documents.",
        ),
    ):
        command = option(command)
    return command


def load_portfolio(folder: str, max_megabytes: int, catalogue: Catalogue) -> Portfolio:
    """Load the portfolio in a folder."""
    return load_folder(Path(folder), limits_of(max_megabytes), lambda: catalogue.library)


def day_of(as_at: datetime | None) -> date | None:
    """Return the day of an option."""
    return None if as_at is None else as_at.date()


def print_what_failed(evaluation: Evaluation, *, strict: bool) -> int:
    """Print what failed and what is missing, and return the exit code."""
    failures = failures_of(evaluation)
    if strict:
        raise_failures(failures, evaluation.missing)
    print_missing(evaluation.missing)
    return print_failures(failures)


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


_NO_RECORD = "No record of earlier editions: what they hid may follow from these reports."
_RECORDED = (
    "Recorded in {}: what these reports show and hide. Keep it with the portfolio: the next "
    "reports read it, so that together they reveal nothing."
)


def print_edition(
    without_proof: Iterable[str], record: Path | None, *, no_record: bool = False
) -> None:
    """Print what is known of an edition to standard error.

    Args:
        without_proof: Small counts that are hidden and may follow from what is shown.
        record: The file that it was recorded in; None where it was not.
        no_record: Whether to say that earlier editions are not known.
    """
    for cell in without_proof:
        click.echo(visible(f"Hidden, but a total gives it away: {cell}"), err=True)
    if no_record:
        click.echo(_NO_RECORD, err=True)
    if record is not None:
        click.echo(visible(_RECORDED.format(record.as_posix())), err=True)


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
    from sendframe.api import report_folder  # only this command makes reports

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
