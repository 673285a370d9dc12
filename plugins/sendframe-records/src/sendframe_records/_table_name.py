"""Names of tables: files by their ending, and ``FILE.duckdb::TABLE``."""

from pathlib import Path
from typing import Literal

from ._problem import RecordsProblem

__all__ = ["database_table", "table_format"]


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


def database_table(table: str) -> tuple[str, str]:
    """Return the file of a database and the name of its table."""
    file, _, name = table.partition("::")
    return file, name
