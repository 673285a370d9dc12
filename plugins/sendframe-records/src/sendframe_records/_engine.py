"""Engines that records are computed on, and what each does natively."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from typing import Any, Protocol, TypeAlias

import narwhals as nw

from ._problem import RecordsProblem

__all__ = [
    "BLANKS",
    "ENGINES",
    "Codes",
    "Engine",
    "Frame",
    "Moves",
    "Times",
    "open_engine",
]

Frame: TypeAlias = "nw.LazyFrame[Any]"

Codes: TypeAlias = Mapping[str, tuple[str, Mapping[str, str]]]
"""Columns of codes: name of the new column, that of the texts, and the code by text."""

Moves: TypeAlias = Mapping[str, tuple[str, int]]
"""Days to move: name of the new column, that of the days, and by how many days."""

Times: TypeAlias = Mapping[str, tuple[str, str | date]]
"""Days to count: name of the new column, column of the first day, and column or value of the last."""

ENGINES = {
    "duckdb": ("sendframe_records._duckdb_engine", "sendframe-records"),
    "ibis": ("sendframe_records._ibis_engine", "sendframe-records[postgres]"),
    "polars": ("sendframe_records._polars_engine", "sendframe-records[polars]"),
    "spark": ("sendframe_records._spark_engine", "sendframe-records[spark]"),
}
"""The module of each engine, and what is installed for it."""


BLANKS = " \t\r\n\v\f"
"""What is stripped around texts."""


class Engine(Protocol):
    """What differs between engines: reading, dates, look-ups, and rows of a result.

    Attributes:
        name: Its name.
        stripped: What to tell it to strip around texts; None where it strips `BLANKS` untold.
        is_exact: Whether texts are equal only if each character is; databases may ignore case, or
            blanks at the end.
    """

    name: str
    stripped: str | None
    is_exact: bool

    def scan(self, table: str) -> Frame:
        """Return a table: a file of Parquet or CSV, or a table of a database.

        Columns of CSV are text.

        Raises:
            RecordsProblem: It cannot be read.
        """
        ...

    def frame(self, native: Any) -> Frame:
        """Return a table of the engine's own library.

        Raises:
            RecordsProblem: It is none.
        """
        ...

    def with_dates(self, frame: Frame, columns: Sequence[str]) -> Frame:
        """Return a table whose columns of text such as 2024-02-29 are dates; null for no date."""
        ...

    def with_codes(self, frame: Frame, codes: Codes) -> Frame:
        """Return a table with columns of codes; null for texts that have none."""
        ...

    def with_moved(self, frame: Frame, moves: Moves) -> Frame:
        """Return a table with columns of days that lie so many days after others."""
        ...

    def with_days(self, frame: Frame, times: Times) -> Frame:
        """Return a table with columns of the days between two days."""
        ...

    def kept(self, frame: Frame) -> Frame:
        """Return a table whose rows are computed now, once."""
        ...

    def rows(self, frame: Frame) -> list[tuple[Any, ...]]:
        """Return the rows of a small result.

        Raises:
            RecordsProblem: The engine failed. Its message is dropped, since it may hold data.
        """
        ...

    def numbered(self, frame: Frame) -> Frame:
        """Return a table with the column ``_row``, the number of each row from 1.

        Raises:
            RecordsProblem: The engine keeps no order of rows.
        """
        ...

    def close(self) -> None:
        """Remove what the engine wrote, and end it."""
        ...


@contextmanager
def open_engine(name: str, *, memory_megabytes: int = 1000) -> Iterator[Engine]:
    """Open an engine, and close it at the end, whatever happens.

    Args:
        name: ``duckdb``, ``ibis``, ``polars`` or ``spark``.
        memory_megabytes: How much memory DuckDB may use before it spills to its private folder.

    Raises:
        RecordsProblem: The engine is not installed.
    """
    module, requirement = ENGINES[name]
    try:
        opened: Engine = import_module(module).open_engine(memory_megabytes)
    except ImportError:
        message = f"the engine {name} is not installed: python -m pip install '{requirement}'"
        raise RecordsProblem(message) from None
    try:
        yield opened
    finally:
        opened.close()
