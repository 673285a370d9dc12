"""From a table of records to figures that may leave."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import narwhals as nw

from sendframe.plugins import Indicator

from ._aggregate import aggregate, steps
from ._computable import computable
from ._engine import Engine, Frame, open_engine
from ._figures import SafeFigures, definitions, disclosed, known_of, observations_of
from ._indicator import RecordIndicator
from ._library import INDICATORS
from ._mapping import RecordsMapping
from ._measure import Quantile
from ._prepare import broken_rows, joined, prepare, scanned
from ._rules import Account
from ._table_name import is_on_server

__all__ = ["Evaluated", "evaluate_frame", "evaluate_table", "explain_table"]

OnStart = Callable[[int], Callable[[int], None]]
"""Called with the number of passes over the records; returns what is called after each."""


@attrs.frozen(eq=False)
class Evaluated:
    """Figures of records, and what became of the rows.

    Attributes:
        figures: The figures, after disclosure control.
        account: The account of the rows, with exact numbers: only for who has the records.
        left_out: Ids of indicators that are not computed, each with the columns that they need and
            the mapping lacks.
    """

    figures: SafeFigures
    account: Account
    left_out: Mapping[str, tuple[str, ...]]


def evaluate_table(  # noqa: PLR0913  # keyword arguments
    table: str,
    mapping: RecordsMapping,
    *,
    as_at: date,
    engine: str | None = None,
    indicators: Sequence[RecordIndicator] = INDICATORS,
    memory_megabytes: int = 1000,
    on_start: OnStart | None = None,
) -> Evaluated:
    """Compute the indicators of a table of records, and hide small numbers.

    Args:
        table: A file of Parquet or CSV, ``FILE.duckdb::TABLE``, or
            ``postgresql://USER@HOST/DATABASE::TABLE``.
        mapping: What its columns are.
        as_at: The day that figures are about.
        engine: ``duckdb``, ``ibis``, ``polars`` or ``spark``; unless given, ``ibis`` for a table of
            PostgreSQL and else ``duckdb``.
        indicators: The indicators; those of the plug-in unless given.
        memory_megabytes: Memory that DuckDB may use before it spills to its private folder.
        on_start: Called with the number of passes; returns what is called after each.

    Raises:
        RecordsProblem: The table cannot be read, or not be used with the mapping.
        NotSafe: A hidden number could be worked out from the others.
    """
    with open_engine(engine or _engine_of(table), memory_megabytes=memory_megabytes) as opened:
        frame = joined(opened, table, scanned(opened, table, mapping), mapping)
        return _evaluated(
            opened,
            frame,
            mapping,
            as_at=as_at,
            indicators=indicators,
            defined=definitions(),
            on_start=on_start,
            keep=not table.endswith((".parquet", ".pq")),
        )


def evaluate_frame(  # noqa: PLR0913  # keyword arguments
    frame: Any,
    mapping: RecordsMapping,
    *,
    as_at: date,
    engine: str,
    indicators: Sequence[RecordIndicator] = INDICATORS,
    defined: Sequence[Indicator] = (),
) -> Evaluated:
    """Compute the indicators of a frame of an engine's own library.

    Args:
        frame: A relation of DuckDB, a frame of Polars, a frame of Spark, such as a table of a
            cluster, or a table of Ibis, such as one of a database.
        mapping: What its columns are; its joins are not used.
        as_at: The day that figures are about.
        engine: ``duckdb``, ``ibis``, ``polars`` or ``spark``.
        indicators: The indicators; those of the plug-in unless given.
        defined: Definitions of indicators that the plug-in does not have.

    Raises:
        RecordsProblem: The frame cannot be used with the mapping.
        NotSafe: A hidden number could be worked out from the others.
    """
    with open_engine(engine) as opened:
        return _evaluated(
            opened,
            opened.frame(frame),
            mapping,
            as_at=as_at,
            indicators=indicators,
            defined={**definitions(), **{indicator.id: indicator for indicator in defined}},
        )


def _evaluated(  # noqa: PLR0913  # keyword arguments
    engine: Engine,
    frame: Frame,
    mapping: RecordsMapping,
    *,
    as_at: date,
    indicators: Sequence[RecordIndicator],
    defined: Mapping[str, Indicator],
    on_start: OnStart | None = None,
    keep: bool = False,
) -> Evaluated:
    usable, lacking = computable(mapping, indicators)
    quantiles = [made for made in usable if isinstance(made.measure, Quantile)]
    of_total = [] if mapping.total_area is None else quantiles
    passes = 1 + steps(usable) + steps(of_total)
    on_step = None if on_start is None else on_start(passes)
    prepared = prepare(engine, frame, mapping)
    if on_step is not None:
        on_step(1)
    records = engine.kept(prepared.frame) if keep else prepared.frame
    aggregates = aggregate(engine, records, usable, as_at, on_step=on_step)
    if (
        mapping.total_area is not None
    ):  # counts of the total are sums of its areas, quantiles are not
        everywhere = records.with_columns(nw.lit(mapping.total_area.code).alias("area"))
        aggregates += aggregate(engine, everywhere, of_total, as_at, on_step=on_step)
    table = observations_of(aggregates, usable, defined, mapping, as_at)
    known = known_of(mapping, as_at, prepared.account.published())
    chosen = [defined[indicator.id] for indicator in usable]
    safe = disclosed(table, chosen, known, as_at=as_at)
    return Evaluated(safe, prepared.account, lacking)


def _engine_of(table: str) -> str:
    return "ibis" if is_on_server(table) else "duckdb"


def explain_table(
    table: str, mapping: RecordsMapping, *, engine: str | None = None
) -> list[tuple[str, list[int]]]:
    """Return each rule that rows of a table break, with the numbers of at most 100 such rows.

    Rows are numbered from 1, without the header.

    Raises:
        RecordsProblem: The table cannot be read, or the engine keeps no order of rows.
    """
    with open_engine(engine or _engine_of(table)) as opened:
        first = opened.numbered(scanned(opened, table, mapping))
        frame = joined(opened, table, first, mapping)
        return list(broken_rows(opened, frame, mapping))
