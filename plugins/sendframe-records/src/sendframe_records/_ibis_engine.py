"""Records in a database, through tables of Ibis: the database computes, and nothing is written to it."""

from collections.abc import Sequence
from typing import Any

import attrs
import ibis
import narwhals as nw

from ._engine import ENGINES, Codes, Frame, Moves, Times
from ._problem import RecordsProblem
from ._table_name import is_on_server, server_table

__all__ = ["IbisEngine", "open_engine"]


@attrs.define(eq=False)
class IbisEngine:
    """Tables of Ibis, or those of a server of PostgreSQL, which sees one state of its data.

    Attributes:
        connection: The connection to the server, once a table of it is read.
    """

    connection: Any = None
    name: str = "ibis"
    stripped: str | None = None
    is_exact: bool = False

    def scan(self, table: str) -> Frame:
        """Return a table of a server: ``postgresql://USER@HOST/DATABASE::TABLE``."""
        if not is_on_server(table):
            message = "Ibis reads tables of databases; use duckdb or polars for files"
            raise RecordsProblem(message)
        url, schema, name = server_table(table)
        try:
            if self.connection is None:
                self.connection = _connected(url)
        except ImportError:
            message = "psycopg, which reads PostgreSQL, is not installed: python -m pip install "
            raise RecordsProblem(f"{message}'{ENGINES[self.name][1]}'") from None
        except Exception as error:  # noqa: BLE001  # those of libpq, which may quote the name
            hint = "The user is in the name of the table, the password in PGPASSWORD or ~/.pgpass"
            raise _failed("be reached for", error, hint) from None
        try:
            made: Frame = nw.from_native(self.connection.table(name, database=schema))
        except Exception as error:  # noqa: BLE001  # those of any driver, which may quote rows
            hint = "A table of another schema is named SCHEMA.TABLE"
            raise _failed("read", error, hint) from None
        return made

    def frame(self, native: Any) -> Frame:
        """Return a table of Ibis, on any of its databases."""
        if not isinstance(native, ibis.Table):
            message = f"Ibis computes its own tables, not {type(native).__name__}"
            raise RecordsProblem(message)
        made: Frame = nw.from_native(native)
        return made

    def with_dates(self, frame: Frame, columns: Sequence[str]) -> Frame:
        """Return the table with dates in place of texts.

        Databases without a cast that may fail, such as PostgreSQL 15, end with an error at a day
        that does not exist. So only days that do are made.
        """
        return self._with(frame, {name: _date(_native(frame)[name]) for name in columns})

    def with_codes(self, frame: Frame, codes: Codes) -> Frame:
        """Return the table with codes."""
        table = _native(frame)
        looked_up = {
            name: table[source].cases(*code_of.items()) for name, (source, code_of) in codes.items()
        }
        return self._with(frame, looked_up)

    def with_moved(self, frame: Frame, moves: Moves) -> Frame:
        """Return the table with moved days."""
        table = _native(frame)
        moved = {
            name: (table[column] + ibis.interval(days=number)).cast("date")
            for name, (column, number) in moves.items()
        }
        return self._with(frame, moved)

    def with_days(self, frame: Frame, times: Times) -> Frame:
        """Return the table with numbers of days."""
        table = _native(frame)
        numbers = {
            name: (table[stop] if isinstance(stop, str) else ibis.literal(stop)).delta(
                table[start], unit="day"
            )
            for name, (start, stop) in times.items()
        }
        return self._with(frame, numbers)

    def _with(self, frame: Frame, columns: dict[str, Any]) -> Frame:
        made: Frame = nw.from_native(_native(frame).mutate(**columns)) if columns else frame
        return made

    def kept(self, frame: Frame) -> Frame:
        """Return the table as it is: to keep it would be to write to the database."""
        return frame

    def rows(self, frame: Frame) -> list[tuple[Any, ...]]:
        """Return the rows of a result."""
        try:
            return [tuple(row.values()) for row in _native(frame).to_pyarrow().to_pylist()]
        except Exception as error:  # noqa: BLE001  # those of any driver, which may quote rows
            hint = "Its log may say more"
            raise _failed("compute", error, hint) from None

    def numbered(self, frame: Frame) -> Frame:
        """Refuse: rows of a database have no numbers."""
        del frame
        message = "a database keeps no order of rows; export the table, and use --explain with it"
        raise RecordsProblem(message)

    def close(self) -> None:
        """End the connection to the server."""
        if self.connection is not None:
            self.connection.disconnect()


def _native(frame: Frame) -> Any:
    return nw.to_native(frame)


def _date(text: Any) -> Any:
    year, month, day = (text.substr(*part).cast("int32") for part in ((0, 4), (5, 2), (8, 2)))
    is_leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    february = (month.isin((2,)), is_leap.ifelse(29, 28))
    last = ibis.cases(february, (month.isin((4, 6, 9, 11)), 30), else_=31)
    exists = month.between(1, 12) & day.between(1, last)
    return exists.ifelse(ibis.date(year, month, day), ibis.null("date"))


def _connected(url: str) -> Any:
    """Connect to PostgreSQL, to read only, and one state of its data whatever is written meanwhile."""
    import psycopg

    connection = psycopg.connect(url, application_name="sendframe-records")
    connection.read_only = True
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.execute("SELECT 1")  # begins the transaction that all further reads are part of
    return ibis.postgres.from_connection(connection)


def _failed(what: str, error: Exception, hint: str) -> RecordsProblem:
    """Return a problem without the database's message, which may quote rows."""
    kind = type(error).__name__
    why = "its message is not shown, because it may quote records"
    return RecordsProblem(f"the database cannot {what} the table ({kind}); {why}. {hint}")


def open_engine(memory_megabytes: int) -> IbisEngine:
    """Open Ibis. The database has its own limits of memory."""
    del memory_megabytes
    return IbisEngine()
