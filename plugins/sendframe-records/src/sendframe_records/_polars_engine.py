"""Records on Polars, lazily and in batches."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from ._engine import BLANKS, Codes, Frame, Moves, Times
from ._problem import RecordsProblem
from ._table_name import CSV_HINT, table_format

__all__ = ["PolarsEngine", "open_engine"]


class PolarsEngine:
    """Polars, with its streaming engine."""

    name = "polars"
    stripped: str | None = BLANKS
    is_exact = True

    def scan(self, table: str) -> Frame:
        """Return a file of CSV or Parquet."""
        kind = table_format(table)
        if kind == "database":
            message = "Polars reads files; use DuckDB for a table of a database"
            raise RecordsProblem(message)
        try:
            lazy = (
                pl.scan_csv(table, infer_schema=False)
                if kind == "csv"
                else pl.scan_parquet(table, glob=False)
            )
            lazy.collect_schema()
        except (pl.exceptions.PolarsError, OSError) as error:
            raise _failed("read", error) from None
        return nw.from_native(lazy)

    def frame(self, native: Any) -> Frame:
        """Return a lazy frame, or a frame."""
        if isinstance(native, pl.DataFrame | pl.LazyFrame):
            return nw.from_native(native.lazy())
        message = f"Polars computes its own frames, not {type(native).__name__}"
        raise RecordsProblem(message)

    def with_dates(self, frame: Frame, columns: Sequence[str]) -> Frame:
        """Return the table with dates in place of texts."""
        native: pl.LazyFrame = nw.to_native(frame)
        texts = [pl.col(name).str.to_date("%Y-%m-%d", strict=False) for name in columns]
        return nw.from_native(native.with_columns(texts))

    def with_codes(self, frame: Frame, codes: Codes) -> Frame:
        """Return the table with codes."""
        native: pl.LazyFrame = nw.to_native(frame)
        looked_up = [
            pl.col(source).replace_strict(code_of, default=None, return_dtype=pl.String).alias(name)
            for name, (source, code_of) in codes.items()
        ]
        return nw.from_native(native.with_columns(looked_up))

    def with_moved(self, frame: Frame, moves: Moves) -> Frame:
        """Return the table with moved days."""
        native: pl.LazyFrame = nw.to_native(frame)
        moved = [
            (pl.col(column) + pl.duration(days=number)).alias(name)
            for name, (column, number) in moves.items()
        ]
        return nw.from_native(native.with_columns(moved))

    def with_days(self, frame: Frame, times: Times) -> Frame:
        """Return the table with numbers of days."""
        native: pl.LazyFrame = nw.to_native(frame)
        numbers = [
            (_day(stop) - pl.col(start)).dt.total_days().alias(name)
            for name, (start, stop) in times.items()
        ]
        return nw.from_native(native.with_columns(numbers))

    def kept(self, frame: Frame) -> Frame:
        """Return the table, in memory."""
        return nw.from_native(_collected(frame).lazy())

    def rows(self, frame: Frame) -> list[tuple[Any, ...]]:
        """Return the rows of a result."""
        return _collected(frame).rows()

    def numbered(self, frame: Frame) -> Frame:
        """Return the table with numbers of rows."""
        native: pl.LazyFrame = nw.to_native(frame)
        return nw.from_native(native.with_row_index("_row", offset=1))

    def close(self) -> None:
        """Do nothing: nothing was written."""


def _day(stop: str | date) -> pl.Expr:
    return pl.col(stop) if isinstance(stop, str) else pl.lit(stop)


def _collected(frame: Frame) -> pl.DataFrame:
    native: pl.LazyFrame = nw.to_native(frame)
    try:
        return native.collect(engine="streaming")
    except pl.exceptions.PolarsError as error:
        raise _failed("compute", error) from None


def _failed(what: str, error: Exception) -> RecordsProblem:
    """Return a problem without the engine's message, which may quote rows."""
    kind = type(error).__name__
    hint = f"its message is not shown, because it may quote records. {CSV_HINT}"
    return RecordsProblem(f"Polars cannot {what} the table ({kind}); {hint}")


def open_engine(memory_megabytes: int) -> PolarsEngine:
    """Open Polars, which takes the memory that it needs."""
    del memory_megabytes
    return PolarsEngine()
