"""Records on Spark: an existing session of a cluster, or one on this machine."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs
import narwhals as nw
from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # its usual name

from ._engine import BLANKS, Codes, Frame, Moves, Times
from ._problem import RecordsProblem
from ._table_name import CSV_HINT, table_format

__all__ = ["SparkEngine", "open_engine"]


@attrs.define(eq=False)
class SparkEngine:
    """Spark, with the session that is active, or with one that ends with the engine.

    Attributes:
        session: The session.
        folder: The private folder of a session that ends with the engine.
    """

    session: SparkSession
    folder: str | None = None
    _cached: list[DataFrame] = attrs.Factory(list)
    name: str = "spark"
    stripped: str | None = BLANKS
    is_exact: bool = True

    def scan(self, table: str) -> Frame:
        """Return a file of CSV or Parquet."""
        kind = table_format(table)
        if kind == "database":
            message = "Spark reads files here; give the frame of a table of a cluster from Python"
            raise RecordsProblem(message)
        try:
            reader = self.session.read
            native = reader.csv(table, header=True) if kind == "csv" else reader.parquet(table)
        except PySparkException as error:
            raise _failed("read", error) from None
        made: Frame = nw.from_native(native)
        return made

    def frame(self, native: Any) -> Frame:
        """Return a frame of Spark."""
        if not type(native).__module__.startswith("pyspark."):
            message = f"Spark computes its own frames, not {type(native).__name__}"
            raise RecordsProblem(message)
        made: Frame = nw.from_native(native)
        return made

    def with_dates(self, frame: Frame, columns: Sequence[str]) -> Frame:
        """Return the table with dates in place of texts."""
        native: DataFrame = nw.to_native(frame)
        dates = {name: F.expr(f"try_cast(`{name}` AS DATE)") for name in columns}
        made: Frame = nw.from_native(native.withColumns(dates) if dates else native)
        return made

    def with_codes(self, frame: Frame, codes: Codes) -> Frame:
        """Return the table with codes."""
        native: DataFrame = nw.to_native(frame)
        looked_up = {
            name: _looked_up(F.col(source), code_of) for name, (source, code_of) in codes.items()
        }
        made: Frame = nw.from_native(native.withColumns(looked_up) if looked_up else native)
        return made

    def with_moved(self, frame: Frame, moves: Moves) -> Frame:
        """Return the table with moved days."""
        native: DataFrame = nw.to_native(frame)
        moved = {
            name: F.date_add(F.col(column), number) for name, (column, number) in moves.items()
        }
        made: Frame = nw.from_native(native.withColumns(moved) if moved else native)
        return made

    def with_days(self, frame: Frame, times: Times) -> Frame:
        """Return the table with numbers of days."""
        native: DataFrame = nw.to_native(frame)
        numbers = {
            name: F.datediff(_day(stop), F.col(start)) for name, (start, stop) in times.items()
        }
        made: Frame = nw.from_native(native.withColumns(numbers) if numbers else native)
        return made

    def kept(self, frame: Frame) -> Frame:
        """Return the table, which Spark keeps from when it is computed until the engine is closed."""
        native: DataFrame = nw.to_native(frame)
        self._cached.append(native.cache())
        made: Frame = nw.from_native(self._cached[-1])
        return made

    def rows(self, frame: Frame) -> list[tuple[Any, ...]]:
        """Return the rows of a result."""
        native: DataFrame = nw.to_native(frame)
        try:
            return [tuple(row) for row in native.collect()]
        except PySparkException as error:
            raise _failed("compute", error) from None

    def numbered(self, frame: Frame) -> Frame:
        """Refuse: rows of Spark have no numbers."""
        del frame
        message = "Spark keeps no order of rows; use --explain with duckdb or polars"
        raise RecordsProblem(message)

    def close(self) -> None:
        """Drop what was kept, and end the session if the engine began it."""
        for native in self._cached:
            native.unpersist()
        if self.folder is not None:
            self.session.stop()
            shutil.rmtree(self.folder, ignore_errors=True)


def _looked_up(column: Column, code_of: Mapping[str, str]) -> Column:
    # As bytes: columns may ignore case, and those of CHAR ignore blanks at the end.
    column = F.collate(column, "UTF8_BINARY")
    # Spark has a hash table of a list, but looks at one key of a map after the other.
    same = [text for text, code in code_of.items() if text == code]
    as_it_is = F.when(column.isin(same), column)
    others = {text: code for text, code in code_of.items() if text != code}
    if not others:
        return as_it_is
    pairs = F.create_map(*(F.lit(text) for pair in others.items() for text in pair))
    return as_it_is.otherwise(F.try_element_at(pairs, column))


def _day(stop: str | date) -> Any:
    return F.col(stop) if isinstance(stop, str) else F.lit(stop)


def _failed(what: str, error: Exception) -> RecordsProblem:
    """Return a problem without the engine's message, which may quote rows."""
    kind = type(error).__name__
    hint = f"its message is not shown, because it may quote records. {CSV_HINT}"
    return RecordsProblem(f"Spark cannot {what} the table ({kind}); {hint}")


def open_engine(memory_megabytes: int) -> SparkEngine:
    """Return the active session, or begin one on this machine that prints only errors."""
    active = SparkSession.getActiveSession()
    if active is not None:
        return SparkEngine(active)
    folder = tempfile.mkdtemp(prefix="sendframe-records-")  # mode 0700
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.local.dir", folder)
        .config("spark.driver.memory", f"{memory_megabytes}m")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    return SparkEngine(session, folder)
