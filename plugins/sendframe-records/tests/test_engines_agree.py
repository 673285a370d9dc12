"""All engines compute the same, on whatever records there are."""

import os
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import COLUMNS, mapping_of
from sendframe_records import INDICATORS
from sendframe_records._aggregate import Aggregate, aggregate
from sendframe_records._computable import computable
from sendframe_records._engine import open_engine
from sendframe_records._mapping import RecordsMapping
from sendframe_records._prepare import prepare
from sendframe_records._rules import Account
from sendframe_records.population import write_population

AS_ATS = (date(2024, 2, 28), date(2024, 2, 29), date(2024, 12, 31), date(2025, 3, 1))
STARTS = (date(2023, 2, 28), date(2024, 2, 29), date(2024, 1, 31), date(2023, 12, 31))
STEPS = (0, 1, 27, 28, 29, 41, 42, 43, 111, 112, 113, 126, 127, 139, 140, 141, 364, 365, 366, 367)


def days() -> st.SearchStrategy[str | None]:
    """Return days near the ends of months, years and clocks; empty, and no day, as well."""
    near = st.builds(
        lambda start, step, back: (start + timedelta(days=-step if back else step)).isoformat(),
        st.sampled_from(STARTS),
        st.sampled_from(STEPS),
        st.booleans(),
    )
    return st.one_of(near, near, near, st.sampled_from([None, "", "2023-02-29", "soon"]))


def values(record: str, name: str) -> st.SearchStrategy[str | None]:
    """Return what may stand in a column, unknown codes among it."""
    described = COLUMNS[record][name]
    if "codes" in described:
        return st.sampled_from([*described["codes"], None, "?", " "])
    if "yes" in described:
        return st.sampled_from(["1", "0", None, "maybe"])
    return days()


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, pl.DataFrame]:
    """Return a kind of record with rows of it; some are copies of others."""
    record = draw(st.sampled_from(sorted(COLUMNS)))
    columns = {name: values(record, name) for name in COLUMNS[record]}
    columns["ref"] = st.sampled_from(["1", "2", "3", "4", "5", None])
    columns["area"] = st.sampled_from(["A", "B", "C"])
    rows = draw(st.lists(st.fixed_dictionaries(columns), min_size=10, max_size=60))
    rows += draw(st.lists(st.sampled_from(rows), max_size=10))
    schema = dict.fromkeys(columns, pl.String)
    return record, pl.DataFrame(rows, schema=schema)


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
    engine: str, table: Path, mapping: RecordsMapping, as_at: date
) -> tuple[Account, Sequence[Aggregate]]:
    """Return the account and the aggregates of a table on an engine."""
    with open_engine(engine) as opened:
        made = prepare(opened, opened.scan(str(table)), mapping)
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


@pytest.mark.skipif(
    not find_spec("pyspark") or not os.environ.get("SENDFRAME_SPARK"),
    reason="Spark is not installed, or SENDFRAME_SPARK is not set: it takes a minute to start",
)
@pytest.mark.parametrize("record", sorted(COLUMNS))
def test_spark_agrees(record: str, tmp_path: Path) -> None:
    """One table of every day and code comes to the same on Spark as on DuckDB."""
    generator = st.fixed_dictionaries(
        {name: values(record, name) for name in COLUMNS[record]}
        | {"area": st.sampled_from(["A", "B", "C"]), "ref": st.sampled_from(["1", "2", None])}
    )
    rows: list[dict[str, str | None]] = []

    @settings(max_examples=300)
    @given(generator)
    def fill(row: dict[str, str | None]) -> None:
        rows.append(row)

    fill()
    table = tmp_path / "table.parquet"
    pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String)).write_parquet(table)
    for key in (False, True):
        mapping = two_areas(tmp_path, record, key=key)
        for as_at in AS_ATS[1:3]:
            first = computed_on("duckdb", table, mapping, as_at)
            assert computed_on("spark", table, mapping, as_at) == first
