"""All engines compute the same, on whatever records there are."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import ibis
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import COLUMNS, mapping_of
from sendframe_records import INDICATORS
from sendframe_records._aggregate import Aggregate, aggregate, steps
from sendframe_records._computable import computable
from sendframe_records._engine import open_engine
from sendframe_records._mapping import RecordsMapping
from sendframe_records._prepare import prepare
from sendframe_records._rules import Account
from sendframe_records.population import write_population

AS_ATS = (date(2024, 2, 28), date(2024, 2, 29), date(2024, 12, 31), date(2025, 3, 1))
STARTS = (date(2023, 2, 28), date(2024, 2, 29), date(2024, 1, 31), date(2023, 12, 31))
STEPS = (0, 1, 27, 28, 29, 41, 42, 43, 111, 112, 113, 126, 127, 139, 140, 141, 364, 365, 366, 367)


NEAR = [
    (start + timedelta(days=days)).isoformat()
    for start in STARTS
    for days in (*STEPS, *(-s for s in STEPS))
]
DAYS = [*NEAR, *[None, "", "2023-02-29", "soon"] * 10]
"""Days near the ends of months, years and clocks; empty, and no day, as well."""


def possible(record: str) -> dict[str, list[str | None]]:
    """Return what may stand in each column, unknown codes among it."""
    values: dict[str, list[str | None]] = {"area": ["A", "B", "C"], "ref": [*"12345", None]}
    for name, described in COLUMNS[record].items():
        if "codes" in described:
            values[name] = [*described["codes"], None, "?", " "]
        else:
            values[name] = ["1", "0", None, "maybe"] if "yes" in described else DAYS
    return values


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, pl.DataFrame]:
    """Return a kind of record with rows of it; some are copies of others."""
    record = draw(st.sampled_from(sorted(COLUMNS)))
    columns = {name: st.sampled_from(values) for name, values in possible(record).items()}
    rows = draw(st.lists(st.fixed_dictionaries(columns), min_size=10, max_size=60))
    rows += draw(st.lists(st.sampled_from(rows), max_size=10))
    return record, pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))


def random_rows(record: str, number: int) -> pl.DataFrame:
    """Return so many rows, always the same; some are copies of others, some have the key of others."""
    made = random.Random(record)
    values = possible(record)
    columns = {name: made.choices(values[name], k=number) for name in values}
    columns["ref"] = [str(made.randrange(number * 5)) for _ in range(number)]
    rows = pl.DataFrame(columns, schema=dict.fromkeys(values, pl.String))
    copies = number // 20
    return pl.concat([rows[copies:], rows[-copies:]])


def two_areas(folder: Path, record: str, *, key: bool) -> RecordsMapping:
    """Return a mapping of two areas, and a third code that is not known."""
    return mapping_of(
        folder,
        record,
        areas=[
            {"code": code, "name": code, "kind": "local-authority"}
            for code in ("ZZ0000001", "ZZ0000002")
        ],
        area={"column": "area", "codes": {"A": "ZZ0000001", "B": "ZZ0000002"}},
        **({"key": ["ref"]} if key else {}),
    )


def computed_on(
    engine: str, table: object, mapping: RecordsMapping, as_at: date
) -> tuple[Account, Sequence[Aggregate]]:
    """Return the account and the aggregates of a table on an engine: its name, or a table of Ibis."""
    with open_engine(engine) as opened:
        frame = opened.frame(table) if isinstance(table, ibis.Table) else opened.scan(str(table))
        made = prepare(opened, frame, mapping)
        usable, _ = computable(mapping, INDICATORS)
        return made.account, aggregate(opened, made.frame, usable, as_at)


@settings(max_examples=8)
@given(made=tables(), as_at=st.sampled_from(AS_ATS), key=st.booleans())
def test_duckdb_and_polars_agree(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[str, pl.DataFrame], as_at: date, key: Any
) -> None:
    """Nulls, leap days, copies, boundary days and unknown codes come to the same on both."""
    record, frame = made
    folder = tmp_path_factory.mktemp("t")
    table = folder / "table.parquet"
    frame.write_parquet(table)
    mapping = two_areas(folder, record, key=key)
    first = computed_on("duckdb", table, mapping, as_at)
    assert computed_on("polars", table, mapping, as_at) == first


# Ibis 12 calls what DuckDB 2 calls something else now.
@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")
@pytest.mark.parametrize(("record", "key"), [("plan", False), ("request", True)])
def test_ibis_agrees(record: str, key: Any, tmp_path: Path) -> None:
    """Tables of Ibis, here those of its DuckDB, come to the same; test_postgres.py has all kinds."""
    table = tmp_path / "table.parquet"
    random_rows(record, 500).write_parquet(table)
    mapping = two_areas(tmp_path, record, key=key)
    connection = ibis.duckdb.connect()
    native = connection.read_parquet(table)
    first = computed_on("duckdb", table, mapping, AS_ATS[1])
    assert computed_on("ibis", native, mapping, AS_ATS[1]) == first
    connection.disconnect()


def test_a_million_rows(tmp_path: Path) -> None:
    """Both engines come to the same on a million requests of two areas and an unknown one."""
    england, table = tmp_path / "england.parquet", tmp_path / "million.parquet"
    rows = write_population(england, "request", areas=3)
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT * REPLACE (substr('ABC', right(area, 1)::INTEGER, 1) AS area) "  # files of the test
            f"FROM '{england}', range(5) LIMIT 1000000) TO '{table}' (FORMAT parquet)"
        )
    assert rows * 5 > 1_000_000
    mapping = two_areas(tmp_path, "request", key=False)
    account, made = computed_on("duckdb", table, mapping, date(2024, 12, 31))
    assert account.rows_read == 1_000_000
    assert 600_000 < account.rows_used < 700_000
    issued = sum(row.count for row in made if row.indicator == "ehc.plans-issued")
    assert issued > 250_000
    assert computed_on("polars", table, mapping, date(2024, 12, 31)) == (account, made)


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize("key", [False, True])
def test_the_work_grows_with_the_rows_alone(
    engine: str, key: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows there are, they are gone through as often, and as many results come back."""
    mapping = two_areas(tmp_path, "request", key=key)
    usable, _ = computable(mapping, INDICATORS)
    table = tmp_path / "table.parquet"
    counted = []
    for number in (2_000, 4_000, 8_000):
        random_rows("request", number).write_parquet(table)
        results: list[int] = []
        with open_engine(engine) as opened:
            compute = opened.rows

            def rows(frame: Any, compute: Any = compute, results: Any = results) -> Any:
                made = compute(frame)
                results.append(len(made))
                return made

            monkeypatch.setattr(type(opened), "rows", lambda _, frame, rows=rows: rows(frame))
            made = prepare(opened, opened.scan(str(table)), mapping)
            aggregate(opened, made.frame, usable, AS_ATS[2])
            monkeypatch.undo()
        counted.append((len(results), sum(results)))
    assert counted[0] == counted[1] == counted[2]
    assert counted[0][0] == 2 + steps(usable)  # rules; copies, or what is left after the rules


SPARK_ROWS = int(os.environ.get("SENDFRAME_SPARK", "0"))
"""How many rows are computed on Spark; none unless asked for, since it takes long to start."""

on_spark = pytest.mark.skipif(
    not find_spec("pyspark") or not SPARK_ROWS,
    reason="Spark is not installed, or SENDFRAME_SPARK has no number of rows",
)


@pytest.fixture(scope="module")
def session() -> Iterator[None]:
    """Begin a session, which engines that are opened meanwhile take: to begin one takes long."""
    with open_engine("spark"):
        yield


@on_spark
@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("record", sorted(COLUMNS))
def test_spark_agrees(record: str, tmp_path: Path) -> None:
    """So many rows of every day and code come to the same on Spark as on DuckDB."""
    table = tmp_path / "table.parquet"
    random_rows(record, SPARK_ROWS).write_parquet(table)
    for key in (False, True):
        mapping = two_areas(tmp_path, record, key=key)
        first = computed_on("duckdb", table, mapping, AS_ATS[1])
        assert first[0].rows_read == SPARK_ROWS
        assert first[0].rows_used > SPARK_ROWS // 10
        assert computed_on("spark", table, mapping, AS_ATS[1]) == first


@on_spark
def test_the_command_writes_the_same_on_spark(tmp_path: Path) -> None:
    """The command writes the same figures from CSV, and leaves nothing else behind."""
    random_rows("request", SPARK_ROWS).write_csv(tmp_path / "table.csv")
    two_areas(tmp_path, "request", key=True)
    (tmp_path / "spill").mkdir()
    written = []
    for engine in ("duckdb", "spark"):
        command = (sys.executable, "-m", "sendframe", "records", "evaluate", "table.csv")
        options = ("--mapping", "mapping.json", "--as-at", "2024-12-31", "--engine", engine)
        subprocess.run(
            [*command, *options, "--out", f"{engine}.csv"],
            check=True,
            cwd=tmp_path,
            env={**os.environ, "TMPDIR": str(tmp_path / "spill")},
        )
        written.append((tmp_path / f"{engine}.csv").read_bytes())
    assert written[0] == written[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("duckdb.csv", "duckdb.json", "mapping.json", "spark.csv", "spark.json", "spill"),
        "table.csv",
    ]
    assert list((tmp_path / "spill").iterdir()) == []


@on_spark
@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("type_", "text", "groups"),
    [
        ("CHAR(12)", "ASD", {"ASD": 20, "SEMH": 40}),
        ("STRING COLLATE UTF8_LCASE", "Asd", {"not-known": 20, "SEMH": 40}),
    ],
)
def test_codes_are_compared_by_each_character_on_spark(
    type_: str, text: str, groups: dict[str, int], tmp_path: Path
) -> None:
    """Blanks that a type adds are no part of a code; one in other letters is not known."""
    columns = {name: {"column": name, **COLUMNS["plan"][name]} for name in ("issued_on", "need")}
    mapping = mapping_of(tmp_path, "plan", columns=columns)
    with open_engine("spark") as opened:
        spark = opened.session  # type: ignore[attr-defined]  # only that of Spark has one
        spark.sql("DROP TABLE IF EXISTS typed")
        spark.sql(
            f"CREATE TABLE typed (need {type_}, issued_on DATE) USING parquet "
            f"LOCATION '{tmp_path / 'typed'}'"
        )
        spark.sql(
            f"INSERT INTO typed SELECT CASE WHEN id % 3 = 0 THEN '{text}' ELSE 'SEMH' END, "
            "DATE '2020-01-01' FROM range(60)"
        )
        made = prepare(opened, opened.frame(spark.table("typed")), mapping)
        usable, _ = computable(mapping, INDICATORS)
        rows = aggregate(opened, made.frame, usable, AS_ATS[1])
    assert {row.group: row.count for row in rows if row.dimension == "need"} == groups
