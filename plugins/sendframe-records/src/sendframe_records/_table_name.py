"""Names of tables: files by their ending, and ``FILE.duckdb::TABLE``."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from ._problem import RecordsProblem

__all__ = ["CSV_HINT", "database_table", "refuse_repeated", "table_format"]

CSV_HINT = "CSV is read in UTF-8, with commas between cells and a header"
"""What to look at where a file of CSV cannot be read."""


def table_format(table: str) -> Literal["csv", "parquet", "database"]:
    """Return the format of a table by its name, after checking that it is one file.

    Raises:
        RecordsProblem: The file is missing, has another ending, or its name is a pattern.
    """
    file = table.partition("::")[0]
    if any(sign in file for sign in "*?["):
        message = "the name of a table is no pattern; give one file"
        raise RecordsProblem(message)
    if not Path(file).is_file():
        message = f"there is no file {file}"
        raise RecordsProblem(message)
    ending = Path(file).suffix.lower()
    if "::" in table and ending in (".duckdb", ".db"):
        return "database"
    if ending == ".csv":
        return "csv"
    if ending in (".parquet", ".pq"):
        return "parquet"
    message = f"{file}: a table is a file that ends with .csv or .parquet, or FILE.duckdb::TABLE"
    raise RecordsProblem(message)


def refuse_repeated(table: str, names: Iterable[str]) -> None:
    """Refuse a file of CSV in which a column that is used occurs twice: engines take either.

    Raises:
        RecordsProblem: A column of these names is in the header more than once.
    """
    if table_format(table) != "csv":
        return
    with Path(table).open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        header = next(csv.reader([stream.readline(_LONGEST_HEADER)]), [])
    repeated = sorted(name for name in {*names} if header.count(name) > 1)
    if repeated:
        message = f"the table has the column {repeated[0]!r} more than once; rename the others"
        raise RecordsProblem(message)


_LONGEST_HEADER = 1_000_000


def database_table(table: str) -> tuple[str, str]:
    """Return the file of a database and the name of its table."""
    file, _, name = table.partition("::")
    return file, name
