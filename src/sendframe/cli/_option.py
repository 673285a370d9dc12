"""Options that several commands share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from ._output import FORMATS, Display

__all__ = ["AS_AT", "FOLDER", "FORCE", "LIMIT", "PATH", "TEXT_OR_JSON", "diagnostic_options"]


def PATH(value: str) -> str:  # noqa: N802  # a type of click, such as click.STRING
    """Return a path as it is; an empty one, which Python takes for the working directory, is refused.

    Raises:
        click.BadParameter: It is empty.
    """
    if value.strip():
        return value
    message = "it is empty: name a file or a folder."
    raise click.BadParameter(message)


FOLDER = click.argument("folder", metavar="DIR", type=PATH)

AS_AT = click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help='The day of the evaluation; "as_at" of portfolio.json unless given.',
)

FORCE = click.option(
    "--force", is_flag=True, help="Replace files that sendframe did not write itself."
)

LIMIT = click.option(
    "--max-megabytes",
    type=click.IntRange(1, 2000),
    default=50,
    show_default=True,
    help="The largest document that is read.",
)

TEXT_OR_JSON = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the result is printed.",
)


def _words(_ctx: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> Any:
    """Split the words of an option at commas."""
    words = tuple(word.strip() for text in given for word in text.split(","))
    if not all(words):
        message = "a code is missing before or after a comma."
        raise click.BadParameter(message)
    return words


_DIAGNOSTIC_OPTIONS = (
    click.option(
        "--output-format",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How diagnostics are printed.",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=_words,
        metavar="CODE[,CODE...]",
        help="Print only these codes; SFR1 means all codes that begin with it.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=_words,
        metavar="CODE[,CODE...]",
        help="Leave out these codes; takes precedence over --select.",
    ),
    click.option("--statistics", is_flag=True, help="Count codes instead of printing diagnostics."),
    click.option("-q", "--quiet", is_flag=True, help="Print diagnostics without the summary line."),
)


def diagnostic_options(command: Callable[..., int | None]) -> Callable[..., int | None]:
    """Add the options for printing diagnostics to a command, as one argument *display*."""

    @wraps(command)
    def run(
        *args: Any,
        output_format: str,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        statistics: bool,
        quiet: bool,
        **kwargs: Any,
    ) -> int | None:
        if statistics and output_format not in ("text", "concise", "json"):
            message = f"--statistics does not go with --output-format {output_format}."
            raise click.UsageError(message)
        display = Display(output_format, select, ignore, statistics, quiet)
        return command(*args, display=display, **kwargs)

    for option in reversed(_DIAGNOSTIC_OPTIONS):
        run = option(run)
    return run
