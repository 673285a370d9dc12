"""Records in a real PostgreSQL. It is started in a folder of its own, and SENDFRAME_POSTGRES asks for it."""

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import polars as pl
import pytest
from click.testing import CliRunner, Result
from made_up import COLUMNS, written_mapping
from sendframe_records import RecordsProblem
from sendframe_records._command import records
from sendframe_records._evaluate import evaluate_frame, evaluate_table
from sendframe_records._mapping import read_mapping
from test_engines_agree import AS_ATS, computed_on, random_rows, two_areas

if not os.environ.get("SENDFRAME_POSTGRES"):
    pytest.skip("SENDFRAME_POSTGRES is not set: it needs a server", allow_module_level=True)

import psycopg

PASSWORD = secrets.token_hex(16)
"""As good as a planted text: nothing may print it."""


class Server:
    """A server of PostgreSQL on a socket, for one database of a test."""

    def __init__(self, folder: Path) -> None:
        self.url = f"postgresql://analyst@/postgres?host={folder}"

    def run(self, *statements: str) -> None:
        """Run statements."""
        with psycopg.connect(self.url, password=PASSWORD, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def fill(self, name: str, rows: pl.DataFrame) -> None:
        """Make a table of texts."""
        columns = ", ".join(f'"{column}" text' for column in rows.columns)
        self.run(f"DROP TABLE IF EXISTS {name}", f"CREATE TABLE {name} ({columns})")
        with (
            psycopg.connect(self.url, password=PASSWORD, autocommit=True) as connection,
            connection.cursor() as cursor,
            cursor.copy(f"COPY {name} FROM STDIN") as copy,
        ):
            for row in rows.rows():
                copy.write_row(row)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Start a server, and remove it at the end."""
    (binaries,) = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
    folder = Path(tempfile.mkdtemp(prefix="sendframe-postgres-"))
    # The server refuses to run as root, and pytest's own folders are for one user alone.
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    password = folder / "password"
    password.write_text(PASSWORD, encoding="ascii")
    data = folder / "data"

    def call(program: str, *arguments: object) -> None:
        command = [str(binaries / program), "-D", str(data), *map(str, arguments)]
        subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL)

    call(
        "initdb", "-U", "analyst", "-A", "scram-sha-256", "--pwfile", password,
        "--no-locale", "-E", "UTF8", "-N",
    )  # fmt: skip
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call("pg_ctl", "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield Server(folder)
    finally:
        call("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the password as a user does."""
    monkeypatch.setenv("PGPASSWORD", PASSWORD)


def run(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(records, list(map(str, arguments)))


@pytest.mark.parametrize("record", sorted(COLUMNS))
def test_postgresql_agrees(record: str, server: Server, tmp_path: Path) -> None:
    """One table of every day and code comes to the same in PostgreSQL as on DuckDB."""
    rows = random_rows(record, 300)
    file = tmp_path / "table.parquet"
    rows.write_parquet(file)
    server.fill(record, rows)
    table = f"{server.url}::{record}"
    for key in (False, True):
        mapping = two_areas(tmp_path, record, key=key)
        first = computed_on("duckdb", file, mapping, AS_ATS[1])
        assert computed_on("ibis", table, mapping, AS_ATS[1]) == first


def requests(server: Server) -> None:
    """Make tables with types of a database: dates, times, an enumeration, true and false."""
    server.run(
        "DROP SCHEMA IF EXISTS cases CASCADE",
        "CREATE SCHEMA cases",
        "CREATE TYPE cases.outcome AS ENUM ('Y', 'N')",
        "CREATE TABLE cases.requests AS SELECT gen_random_uuid() AS id, 'Zebedee ' || i AS child, "
        "date '2024-01-01' + i % 300 AS requested_on, "
        "timestamp '2024-02-12 13:00' + i % 300 * interval '1 day' AS decided_on, "
        "(CASE WHEN i % 3 = 0 THEN 'N' ELSE 'Y' END)::cases.outcome AS outcome, "
        "i % 5 = 0 AS mediation, 1::numeric AS tribunal, now() AS ended_on "
        "FROM generate_series(1, 600) AS i",
        "CREATE VIEW cases.plans AS SELECT id, requested_on + 140 + i AS plan_issued_on FROM ("
        "SELECT *, (row_number() OVER ())::integer % 2 AS i FROM cases.requests WHERE outcome = 'Y'"
        ") AS agreed",
        "CREATE VIEW cases.broken AS SELECT *, child::date AS refused_plan_on FROM cases.requests",
    )


def test_blanks_that_a_type_adds_are_no_part_of_a_code(server: Server, tmp_path: Path) -> None:
    """PostgreSQL fills a text of fixed length with blanks, and ignores them when it compares."""
    mapping = two_areas(tmp_path, "plan", key=False)
    server.run(
        "DROP TABLE IF EXISTS fixed",
        "CREATE TABLE fixed AS SELECT CASE WHEN i % 2 = 0 THEN 'A' ELSE 'B' END::char(12) AS area, "
        "(CASE WHEN i % 3 = 0 THEN 'ASD' ELSE 'SEMH' END)::char(12) AS need, "
        "date '2020-01-01' AS issued_on, 'mainstream'::char(12) AS setting, "
        + ", ".join(f"NULL::date AS {name}" for name in ("born_on", "reviewed_on", "ceased_on"))
        + ", i AS ref FROM generate_series(1, 60) AS i",
    )
    _, made = computed_on("ibis", f"{server.url}::fixed", mapping, AS_ATS[1])
    groups = {(row.area, row.group): row.count for row in made if row.dimension == "need"}
    assert groups == {
        ("ZZ0000001", "ASD"): 10,
        ("ZZ0000001", "SEMH"): 20,
        ("ZZ0000002", "ASD"): 10,
        ("ZZ0000002", "SEMH"): 20,
    }


def changed(*columns: str) -> dict[str, Any]:
    """Return the changed members of a mapping of some columns."""
    described = {name: {"column": name, **COLUMNS["request"][name]} for name in columns}
    return {"columns": described, "key": ["id"], "as_at": "2024-12-31"}


TYPED = ("requested_on", "decided_on", "outcome", "mediation")


def test_a_table_of_a_schema_is_read_with_its_further_table(server: Server, tmp_path: Path) -> None:
    """The command writes figures of two tables; a table of Ibis gives the same from Python."""
    requests(server)
    members = changed(*TYPED, "plan_issued_on")
    mapping = written_mapping(
        tmp_path, "request", members | {"joins": [{"file": "cases.plans", "on": "id"}]}
    )
    table, out = f"{server.url}::cases.requests", tmp_path / "figures.csv"
    made = run("evaluate", table, "--mapping", mapping, "--out", out)
    assert made.exit_code == 0, made.output
    assert "600 rows read, 600 used" in made.output
    assert "Zebedee" not in made.output + out.read_text(encoding="utf-8")
    read = read_mapping(mapping)
    assert read.as_at is not None
    figures = evaluate_table(table, read, as_at=read.as_at).figures.table
    by_id = {row.indicator: (row.value, row.numerator) for row in figures}
    assert by_id["ehc.requests"] == (600, None)
    assert by_id["ehc.decisions-within-6-weeks"] == (100, 600)
    assert by_id["ehc.requests-refused"][1] == 200
    assert by_id["ehc.mediations"] == (120, None)
    assert by_id["ehc.plans-within-20-weeks"][0] == pytest.approx(50, abs=2)
    connection = ibis.postgres.connect(
        host=server.url.partition("host=")[2],
        user="analyst",
        password=PASSWORD,
        database="postgres",
    )
    native = connection.table("requests", database="cases").left_join(
        connection.table("plans", database="cases"), "id"
    )
    same = evaluate_frame(native, read, as_at=read.as_at, engine="ibis").figures.table
    assert same == figures
    connection.disconnect()


@pytest.mark.parametrize(
    ("column", "kind"), [("tribunal", "Decimal"), ("ended_on", "Datetime.*UTC")]
)
def test_other_types_are_refused(column: str, kind: str, server: Server, tmp_path: Path) -> None:
    """A decimal number is no yes or no, and a time with a zone no day."""
    requests(server)
    mapping = read_mapping(written_mapping(tmp_path, "request", changed(*TYPED, column)))
    assert mapping.as_at is not None
    with pytest.raises(RecordsProblem, match=f"{column}: column '{column}' holds {kind}.*, not "):
        evaluate_table(f"{server.url}::cases.requests", mapping, as_at=mapping.as_at)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("::cases.broken", "the database cannot compute the table"),
        ("::cases.none", "named SCHEMA.TABLE"),
        ("&user=nobody::cases.requests", "the password in PGPASSWORD"),
        ("&port=1::cases.requests", "the password in PGPASSWORD"),
    ],
)
def test_messages_of_the_server_are_not_repeated(
    table: str, words: str, server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The server quotes the value that is no day; the message, its cause and its context do not."""
    requests(server)
    mapping = written_mapping(tmp_path, "request", changed(*TYPED, "refused_plan_on"))
    name, out = server.url + table, tmp_path / "figures.csv"
    made = run("evaluate", name, "--mapping", mapping, "--out", out)
    assert made.exit_code == 1
    assert words in made.output
    assert not out.exists()
    read = read_mapping(mapping)
    assert read.as_at is not None
    with pytest.raises(RecordsProblem) as refused:
        evaluate_table(name, read, as_at=read.as_at)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__
    for planted in ("Zebedee", PASSWORD):
        assert planted not in made.output + str(refused.value) + caplog.text


def test_explain_is_refused(server: Server, tmp_path: Path) -> None:
    """Rows of a database have no numbers."""
    requests(server)
    mapping = written_mapping(tmp_path, "request", changed(*TYPED))
    made = run("evaluate", f"{server.url}::cases.requests", "--mapping", mapping, "--explain")
    assert made.exit_code == 1
    assert "a database keeps no order of rows" in made.output


def test_the_server_is_only_read(server: Server) -> None:
    """The session is read-only, and sees one state of the data whatever others write."""
    from sendframe_records._ibis_engine import IbisEngine

    requests(server)
    engine = IbisEngine()
    frame = engine.scan(f"{server.url}::cases.requests")
    before = engine.rows(frame.select("mediation").group_by("mediation").agg())
    server.run("DELETE FROM cases.requests WHERE mediation")
    assert engine.rows(frame.select("mediation").group_by("mediation").agg()) == before
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        engine.connection.raw_sql("CREATE TABLE t (i integer)")
    engine.close()
    assert engine.connection.con.closed
