"""The commands ``sendframe records evaluate`` and ``sendframe records combine``."""

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import click

from sendframe.plugins import SendframeError

from ._engine import ENGINES

__all__ = ["command", "records"]

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _errors_printed(function: _Function) -> _Function:
    """Print what goes wrong without a traceback, which would show values of variables' types."""

    @wraps(function)
    def run(*arguments: Any, **options: Any) -> Any:
        try:
            return function(*arguments, **options)
        except SendframeError as error:
            raise click.ClickException(str(error)) from None
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}") from None

    return run  # type: ignore[return-value]  # the same arguments


class _Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day such as 2026-03-31", param, ctx)
        if not 2000 <= day.year < 2100:  # noqa: PLR2004  # as in the schema of mappings
            self.fail(f"{value!r} is not in the years 2000 to 2099", param, ctx)
        return day


@click.group()
def records() -> None:
    """Compute indicators from records of single children, and write what may leave."""


@records.command()
@click.argument("table")
@click.option("--mapping", required=True, type=click.Path(), help="What the columns are.")
@click.option("--as-at", type=_Day(), help="The day that figures are about; as_at of the mapping.")
@click.option("--out", type=click.Path(), help="The table to write; ends with .csv.")
@click.option(
    "--engine",
    type=click.Choice(sorted(ENGINES)),
    help="What computes: duckdb, unless TABLE is in PostgreSQL, which is read with ibis.",
)
@click.option(
    "--memory",
    type=click.IntRange(100, 1_000_000),
    default=1000,
    show_default=True,
    help="Megabytes that DuckDB may use before it spills to a private folder.",
)
@click.option("--explain", is_flag=True, help="List the numbers of rows that break a rule.")
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@_errors_printed
def evaluate(  # noqa: PLR0913  # one parameter an option
    *,
    table: str,
    mapping: str,
    as_at: date | None,
    out: str | None,
    engine: str | None,
    memory: int,
    explain: bool,
    force: bool,
) -> None:
    """Compute the indicators of TABLE, and write them.

    TABLE is a file of Parquet or CSV, FILE.duckdb::TABLE, or a table of PostgreSQL:
    postgresql://USER@HOST/DATABASE::TABLE. Its password is taken from PGPASSWORD or ~/.pgpass.

    The exact numbers of rows are printed for you; what is written has rounded ones. If a hidden
    number could be worked out from the others, nothing is written.

    The day that figures are about decides which cases are open and which years are over. Without
    --as-at it is as_at of the mapping: never today, so that the same table gives the same figures,
    and never the last day of the table, which may be a typing error.
    """
    from ._evaluate import evaluate_table, explain_table  # engines take time to import
    from ._mapping import read_mapping
    from ._output import check_targets, write_figures
    from ._table_name import beside

    read = read_mapping(mapping)
    if explain:
        for text, rows in explain_table(table, read, engine=engine):
            numbers = ", ".join(map(str, rows))
            click.echo(f"{text}: rows {numbers}{' and more' if len(rows) == _MOST else ''}")
        return
    if out is None:
        message = "Give --out, or --explain."
        raise click.UsageError(message)
    day = as_at or read.as_at
    if day is None:
        message = "Give --as-at, or as_at in the mapping: the day that figures are about."
        raise click.UsageError(message)
    further = [beside(table, join.file) for join in read.joins]
    people = map(str, read.population_files)
    check_targets(out, force=force, sources=(table, mapping, *further, *people))
    made = evaluate_table(
        table, read, as_at=day, engine=engine, memory_megabytes=memory, on_start=_progress
    )
    for line in made.account.lines():
        click.echo(line, err=True)
    if not made.account.rows_used:
        message = "no row can be used; nothing is written. --explain lists rows that break a rule"
        raise click.ClickException(message)
    for path in write_figures(made.figures, out):
        click.echo(path)
    click.echo(f"{made.figures.hidden:,} small or related numbers hidden", err=True)
    for id_, lacking in made.left_out.items():
        click.echo(f"{id_} is left out: the mapping lacks {', '.join(lacking)}", err=True)


_MOST = 100


def _progress(total: int) -> Callable[[int], None]:
    """Return what shows a bar on a terminal once the work has taken a second."""
    import time

    begun, done = time.monotonic(), 0
    shown: list[Any] = []

    def step(count: int) -> None:
        nonlocal done
        done += count
        if not shown and sys.stderr.isatty() and time.monotonic() - begun > 1:
            shown.append(click.progressbar(length=total, label="Computing", file=sys.stderr))
            shown[0].__enter__()
            shown[0].update(done)
        elif shown:
            shown[0].update(count)
        if shown and done >= total:
            shown[0].__exit__(None, None, None)

    return step


@records.command()
@click.argument("tables", nargs=-1, required=True, metavar="FIGURES...")
@click.option("--out", type=click.Path(), required=True, help="The table to write.")
@click.option("--total", nargs=2, required=True, metavar="CODE NAME", help="All areas together.")
@click.option("--as-at", type=_Day(), required=True, help="The day that figures are about.")
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@_errors_printed
def combine(
    *, tables: tuple[str, ...], out: str, total: tuple[str, str], as_at: date, force: bool
) -> None:
    """Add the figures of several areas, of documents that `evaluate` wrote in each.

    Numerators and denominators are added. A sum of which a part is hidden is hidden too.
    """
    from ._combine import combined
    from ._output import check_targets, write_figures

    check_targets(out, force=force, sources=tables)
    made = combined(tables, total=total, as_at=as_at)
    for path in write_figures(made.figures, out):
        click.echo(path)
    click.echo(f"{made.sums:,} sums; {made.hidden_sums:,} hidden with a part", err=True)


command = records
"""What ``sendframe records`` runs."""
