"""``sendframe workbook``: a portfolio as a workbook, and back."""

from typing import Literal, cast

import click

from sendframe.api import (
    START_KINDS,
    export_workbook,
    map_workbook,
    new_workbook,
    printed_fields,
    read_workbook,
)
from sendframe.identifiers import masked
from sendframe.workbook import MARK, SHEETS, Change, ReadWorkbook, columns_of, printed_in

from ._escape import visible
from ._option import FOLDER, FORCE, LIMIT, PATH, diagnostic_options
from ._output import EXIT_PROBLEM, Display, handle_errors, print_diagnostics
from ._validate import limits_of

__all__ = ["workbook_command"]

_LONGEST = 60


@click.group("workbook")
def workbook_command() -> None:
    """Write a plan in a workbook.

    `new` begins a plan, `export` writes the documents of a portfolio as sheets, and `read` takes back what was changed
    in them, cell by cell. Rows that are gone from the workbook are kept unless --remove is given.
    `map` reads a table that has a form of its own.
    """


def _require_xlsx(out: str) -> None:
    """Require the ending by which Excel knows a workbook.

    Raises:
        click.BadParameter: The name has another.
    """
    if not out.lower().endswith(".xlsx"):
        message = f"{visible(out)!r} does not end with .xlsx: Excel would not open it."
        raise click.BadParameter(message, param_hint="'--out'")


@workbook_command.command("export")
@FOLDER
@click.option("--out", metavar="FILE", type=PATH, required=True, help="The workbook.")
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="NAME",
    help="Only this sheet, with or without rows; may be repeated. All that have rows unless given.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["xlsx", "csv"]),
    default="xlsx",
    show_default=True,
    help="An Excel workbook, or a folder with one CSV file a sheet.",
)
@click.option(
    "--mark", default=MARK, show_default=True, help="The handling mark, on every printed page."
)
@FORCE
@LIMIT
@handle_errors
def export_command(  # noqa: PLR0913  # one parameter an option
    *,
    folder: str,
    out: str,
    sheets: tuple[str, ...],
    form: str,
    mark: str,
    force: bool,
    max_megabytes: int,
) -> int:
    """Write the documents of DIR as a workbook.

    The same documents give the same bytes. A file that sendframe did not write is not replaced.
    The workbook is internal: no disclosure control is applied.
    """
    if form == "xlsx":
        _require_xlsx(out)
    written = export_workbook(
        folder,
        out,
        sheets=sheets,
        format=cast("Literal['xlsx', 'csv']", form),
        mark=mark,
        overwrite=force,
        limits=limits_of(max_megabytes),
    )
    for path in written:
        click.echo(visible(path.as_posix()))
    return 0


@workbook_command.command("new")
@FOLDER
@click.option("--out", metavar="FILE", type=PATH, required=True, help="The workbook.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    required=True,
    metavar="KIND",
    help=f"Kind of document to begin: {', '.join(START_KINDS)}; or a kind of plan, such as "
    "improvement-plan. It may be given several times.",
)
@click.option(
    "--area",
    metavar="CODE",
    help="The local authority: a GSS code, or a number of the Department for Education.",
)
@FORCE
@handle_errors
def new_command(
    *, folder: str, out: str, kinds: tuple[str, ...], area: str | None, force: bool
) -> int:
    """Write documents to begin with into DIR, and a workbook with the sheets for them."""
    _require_xlsx(out)
    for path in new_workbook(folder, out, kinds=kinds, area=area, overwrite=force):
        click.echo(visible(path.as_posix()))
    return 0


@workbook_command.command("read")
@click.argument("workbook", metavar="FILE", type=PATH)
@click.option("--into", "folder", metavar="DIR", type=PATH, help="The folder of the portfolio.")
@click.option(
    "--new",
    metavar="DIR",
    type=PATH,
    help="An empty folder, or one that is not there: all documents are made from FILE.",
)
@click.option(
    "--area",
    metavar="CODE",
    help="The local authority of a new folder, where FILE was not exported from one.",
)
@click.option("--check", is_flag=True, help="Only print what would change.")
@click.option("--remove", is_flag=True, help="Remove rows that are gone from the workbook.")
@click.option(
    "--take",
    type=click.Choice(["workbook", "files"]),
    help="Which side wins where a cell was changed in both.",
)
@click.option(
    "--except-faulty", is_flag=True, help="Leave cells with something wrong as they are in DIR."
)
@click.option(
    "--keep-column",
    "keep",
    multiple=True,
    metavar="NAME",
    help="Keep a column of your own with its rows; may be repeated.",
)
@diagnostic_options
@LIMIT
@handle_errors
def read_command(  # noqa: PLR0913  # one parameter an option
    *,
    workbook: str,
    folder: str | None,
    new: str | None,
    area: str | None,
    check: bool,
    remove: bool,
    take: str | None,
    except_faulty: bool,
    keep: tuple[str, ...],
    display: Display,
    max_megabytes: int,
) -> int:
    """Take what was changed in FILE, a workbook or a folder of its CSV files, into DIR.

    Each change is printed with its cell, and each document that is made for new rows. If something
    is wrong, nothing is written. What is printed is internal: it quotes cells.
    """
    if (folder is None) == (new is None):
        message = "Give --into with the folder of a portfolio, or --new with an empty one."
        raise click.UsageError(message)
    if area is not None and new is None:
        message = "The portfolio of --into is about an area already: --area goes with --new."
        raise click.UsageError(message)
    result = read_workbook(
        workbook,
        folder or new or "",
        new=new is not None,
        area=area,
        check=check,
        remove=remove,
        take=cast("Literal['', 'workbook', 'files']", take or ""),
        keep=keep,
        except_faulty=except_faulty,
        limits=limits_of(max_megabytes),
    )
    return _print(result, display, check=check)


@workbook_command.command("map")
@click.argument("table", metavar="FILE", type=PATH)
@click.option(
    "--mapping", metavar="FILE", type=PATH, required=True, help="Which column holds what (JSON)."
)
@click.option(
    "--into", "folder", metavar="DIR", type=PATH, required=True, help="The folder of the portfolio."
)
@click.option("--check", is_flag=True, help="Only print what would change.")
@click.option(
    "--except-faulty", is_flag=True, help="Leave cells with something wrong as they are in DIR."
)
@diagnostic_options
@LIMIT
@handle_errors
def map_command(  # noqa: PLR0913  # one parameter an option
    *,
    table: str,
    mapping: str,
    folder: str,
    check: bool,
    except_faulty: bool,
    display: Display,
    max_megabytes: int,
) -> int:
    """Read a table of measures that people keep by hand, in a .xlsx or .docx FILE, into DIR.

    The mapping says which column holds measures, baselines, targets, milestones and figures. Where
    the documents say otherwise, FILE counts. Each change is printed with its cell. If something is
    wrong, nothing is written. What is printed is internal: it quotes cells.
    """
    result = map_workbook(
        table,
        mapping,
        folder,
        check=check,
        except_faulty=except_faulty,
        limits=limits_of(max_megabytes),
    )
    return _print(result, display, check=check)


def _print(result: ReadWorkbook, display: Display, *, check: bool) -> int:
    """Print changes and diagnostics, and return the exit code."""
    is_text = display.output_format == "text" and not display.statistics
    if is_text:
        for change in result.changes:
            if change.file not in result.begun:
                click.echo(visible(masked(_line(change))))
        for path in result.begun:
            click.echo(visible(f"new document: {path}"))
    if result.diagnostics or not is_text:
        print_diagnostics(result.diagnostics, display)
    has_errors = any(each.severity == "error" for each in result.diagnostics)
    if is_text and not display.quiet:
        click.echo(_summary(result, check=check, has_errors=has_errors))
    return EXIT_PROBLEM if has_errors else 0


def _line(change: Change) -> str:
    """Return a change as a line: its cell, what it is about, before and after."""
    if not change.heading:
        return f"{change.location}: removed: {change.before}"
    before = f"'{_clipped(change.before)}'" if change.before else "nothing"
    after = f"'{_clipped(change.after)}'" if change.after else "nothing"
    read_as = f" (read as {change.read_as})" if change.read_as else ""
    return f"{change.location}: {change.row}: {change.heading}: {before} -> {after}{read_as}"


def _clipped(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _summary(result: ReadWorkbook, *, check: bool, has_errors: bool) -> str:
    count = len(result.changes)
    changes = f"{count:,} change{'' if count == 1 else 's'}"
    if has_errors:
        return f"{changes}; nothing was written, because of the errors above."
    if len(result.begun) == len(result.files) and result.begun:
        documents = f"{len(result.begun)} document{'' if len(result.begun) == 1 else 's'}"
        return f"{documents} with {count:,} cells{': nothing was' if check else ','} written."
    files = ", ".join(result.files)
    if not files:
        return f"{changes}; the documents stay as they are."
    return f"{changes} in {visible(files)}{': nothing was written' if check else ', written'}."


@workbook_command.command("layout")
@handle_errors
def layout_command() -> int:
    """Print the sheets, their columns, and how each is read."""
    printed = printed_fields()
    for sheet in SHEETS:
        click.echo(sheet.name)
        for column in columns_of(sheet.cls):
            star = "*" if column.required else ""
            kinds = f" to {' or '.join(column.kinds)}" if column.kinds else ""
            click.echo(f"  {column.heading}{star}: {column.reading}{kinds}. {column.about}")
            profiles = printed_in(column, printed)
            if profiles:
                click.echo(f"    Printed in: {', '.join(profiles)}.")
    return 0
