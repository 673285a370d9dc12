"""Names of tables: files by their ending, ``FILE.duckdb::TABLE``, and tables of PostgreSQL."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from ._problem import RecordsProblem

__all__ = [
    "CSV_HINT",
    "beside",
    "database_table",
    "is_on_server",
    "refuse_repeated",
    "server_table",
    "table_format",
]

CSV_HINT = (
    "CSV is read in UTF-8, with commas between cells, a header, as many cells in each row, and one "
    "kind of line end"
)
"""What to look at where a file of CSV cannot be read."""


def table_format(table: str) -> Literal["csv", "parquet", "database"]:
    """Return the format of a table by its name, after checking that it is one file.

    Raises:
        RecordsProblem: The file is missing, has another ending, or its name is a pattern.
    """
    if is_on_server(table):
        message = "a table of PostgreSQL is read with the engine ibis"
        raise RecordsProblem(message)
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
    if is_on_server(table) or table_format(table) != "csv":
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


def is_on_server(table: str) -> bool:
    """Say whether a table is one of PostgreSQL.

    Raises:
        RecordsProblem: It is one of another database, or the name has a password, or no table.
    """
    if "://" not in table:
        return False
    # The name is not repeated: it may have a password.
    if not table.startswith(("postgresql://", "postgres://")):
        message = f"a table on a server is named {_ON_SERVER}; those of other databases are read "
        raise RecordsProblem(message + "from Python, as tables of Ibis")
    url, _, name = table.rpartition("::")
    try:
        parts = urlsplit(url)
        secret = parts.password is not None or "password" in dict(parse_qsl(parts.query))
    except ValueError:
        url = ""
    if not url or not all(name.split(".", 1)):
        message = f"a table of PostgreSQL is named {_ON_SERVER}, or …::SCHEMA.TABLE"
        raise RecordsProblem(message)
    if secret:
        message = (
            "the name of a table must have no password: others can see it while the command runs. "
            "PostgreSQL takes it from PGPASSWORD or ~/.pgpass"
        )
        raise RecordsProblem(message)
    return True


_ON_SERVER = "postgresql://USER@HOST/DATABASE::TABLE"


def server_table(table: str) -> tuple[str, str | None, str]:
    """Return the address of a database, the schema of its table, if any is named, and the table."""
    url, _, name = table.rpartition("::")
    schema, dot, rest = name.partition(".")
    return (url, schema, rest) if dot else (url, None, name)


def beside(table: str, name: str) -> str:
    """Return a further table: a file in the folder of the first, or a table of its database."""
    if is_on_server(table):
        return f"{table.rpartition('::')[0]}::{name}"
    return str(Path(table).parent / name)
