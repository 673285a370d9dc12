"""Records on DuckDB, which runs inside the process and spills to a private folder."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import duckdb
import narwhals as nw

from ._engine import BLANKS, Codes, Frame, Moves, Times
from ._problem import RecordsProblem
from ._table_name import CSV_HINT, database_table, table_format

__all__ = ["DuckDBEngine", "open_engine"]


@attrs.define(eq=False)
class DuckDBEngine:
    """DuckDB in memory. It loads no extension and reads no configuration."""

    connection: duckdb.DuckDBPyConnection
    folder: str
    name: str = "duckdb"
    stripped: str | None = BLANKS
    is_exact: bool = True
    _kept: int = 0

    def scan(self, table: str) -> Frame:
        """Return a file of CSV or Parquet, or a table of a DuckDB file."""
        try:
            kind = table_format(table)
            if kind == "csv":
                relation = self.connection.from_csv_auto(
                    table,
                    header=True,
                    all_varchar=True,
                    delimiter=",",
                    quotechar='"',
                    escapechar='"',
                )
            elif kind == "parquet":
                relation = self.connection.from_parquet(table)
            else:
                relation = self._database(table)
        except duckdb.Error as error:
            raise _failed("read", error) from None
        return nw.from_native(relation)

    def _database(self, table: str) -> Any:
        file, name = database_table(table)
        path = file.replace("'", "''")
        self.connection.execute(f"ATTACH '{path}' AS source (READ_ONLY)")
        return self.connection.table(f'source."{name.replace(chr(34), chr(34) * 2)}"')

    def frame(self, native: Any) -> Frame:
        """Return a relation of any connection."""
        if isinstance(native, duckdb.DuckDBPyRelation):
            return nw.from_native(native)
        message = f"DuckDB computes relations, not {type(native).__name__}"
        raise RecordsProblem(message)

    def with_dates(self, frame: Frame, columns: Sequence[str]) -> Frame:
        """Return the table with dates in place of texts."""
        if not columns:
            return frame
        texts = ", ".join(f'try_cast("{name}" AS DATE) AS "{name}"' for name in columns)
        return self._projected(frame, f"* REPLACE ({texts})")

    def with_codes(self, frame: Frame, codes: Codes) -> Frame:
        """Return the table with codes."""
        if not codes:
            return frame
        # A map is looked up once for each word of a dictionary, IN and CASE once for each row.
        parts = ", ".join(
            f'map([{_texts(code_of)}], [{_texts(code_of.values())}])["{source}"] AS "{name}"'
            for name, (source, code_of) in codes.items()
        )
        return self._projected(frame, f"*, {parts}")

    def with_moved(self, frame: Frame, moves: Moves) -> Frame:
        """Return the table with moved days."""
        if not moves:
            return frame
        # Adding an interval takes twice as long, and makes a time of a day.
        parts = ", ".join(
            f'"{column}" + ({number}) AS "{name}"' for name, (column, number) in moves.items()
        )
        return self._projected(frame, f"*, {parts}")

    def with_days(self, frame: Frame, times: Times) -> Frame:
        """Return the table with numbers of days."""
        if not times:
            return frame
        parts = ", ".join(
            f'({_day(stop)} - "{start}")::INTEGER AS "{name}"'
            for name, (start, stop) in times.items()
        )
        return self._projected(frame, f"*, {parts}")

    def _projected(self, frame: Frame, columns: str) -> Frame:
        relation: duckdb.DuckDBPyRelation = nw.to_native(frame)
        return nw.from_native(relation.project(columns))

    def kept(self, frame: Frame) -> Frame:
        """Return the table, stored in memory or in the private folder."""
        self._kept += 1
        name = f"_kept_{self._kept}"
        relation: duckdb.DuckDBPyRelation = nw.to_native(frame)
        try:
            relation.create(name)
        except duckdb.Error as error:
            raise _failed("compute", error) from None
        return nw.from_native(self.connection.table(name))

    def rows(self, frame: Frame) -> list[tuple[Any, ...]]:
        """Return the rows of a result."""
        relation: duckdb.DuckDBPyRelation = nw.to_native(frame)
        try:
            return relation.fetchall()
        except duckdb.Error as error:
            raise _failed("compute", error) from None

    def numbered(self, frame: Frame) -> Frame:
        """Return the table with numbers of rows, in the order of the file."""
        return self._projected(frame, "*, row_number() OVER () AS _row")

    def close(self) -> None:
        """Close the connection and remove its folder."""
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _texts(texts: Iterable[str]) -> str:
    return ", ".join("'{}'".format(text.replace("'", "''")) for text in texts)


def _day(stop: str | date) -> str:
    return f'"{stop}"' if isinstance(stop, str) else f"DATE '{stop.isoformat()}'"


def _failed(what: str, error: duckdb.Error) -> RecordsProblem:
    """Return a problem without the engine's message, which may quote rows."""
    kind = type(error).__name__
    hint = (
        "; give it more with --memory, or leave some indicators out"
        if isinstance(error, duckdb.OutOfMemoryException)
        else f"; its message is not shown, because it may quote records. {CSV_HINT}"
    )
    return RecordsProblem(f"DuckDB cannot {what} the table ({kind}){hint}")


def open_engine(memory_megabytes: int) -> DuckDBEngine:
    """Open DuckDB with a private folder to spill to."""
    folder = tempfile.mkdtemp(prefix="sendframe-records-")  # mode 0700
    spill = Path(folder, "spill")
    spill.mkdir(mode=0o700)
    connection = duckdb.connect(
        ":memory:",
        config={
            "temp_directory": os.fspath(spill),
            "memory_limit": f"{memory_megabytes}MB",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "preserve_insertion_order": "true",
        },
    )
    connection.execute("SET enable_progress_bar = false")
    return DuckDBEngine(connection, folder)
