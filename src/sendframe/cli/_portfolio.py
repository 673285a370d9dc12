"""What the commands about a portfolio share."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sendframe.documents import load_folder

from ._escape import visible
from ._output import print_failures, print_missing
from ._validate import limits_of

if TYPE_CHECKING:
    from sendframe.model import Evaluation, Portfolio
    from sendframe.plugins import Catalogue

__all__ = ["day_of", "load_portfolio", "plugin_options", "print_edition", "print_what_failed"]

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


def load_portfolio(folder: str, max_megabytes: int, catalogue: "Catalogue") -> "Portfolio":
    """Load the portfolio in a folder."""
    return load_folder(Path(folder), limits_of(max_megabytes), lambda: catalogue.library)


def day_of(as_at: datetime | None) -> date | None:
    """Return the day of an option."""
    return None if as_at is None else as_at.date()


def print_what_failed(evaluation: "Evaluation", *, strict: bool) -> int:
    """Print what failed and what is missing, and return the exit code."""
    from sendframe.api import failures_of, raise_failures  # only after an evaluation

    failures = failures_of(evaluation)
    if strict:
        raise_failures(failures, evaluation.missing)
    print_missing(evaluation.missing)
    return print_failures(failures)


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
