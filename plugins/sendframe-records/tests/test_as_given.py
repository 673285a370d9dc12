"""Columns that are read as the table has them hold what they would hold after each value is made."""

import random
from datetime import date
from typing import Any

import ibis
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import mapping_of
from sendframe_records._engine import open_engine
from sendframe_records._prepare import prepare

CODES = {"outcome": ["Y", "N"], "exception": ["none", "closed"], "area": ["ZZ0000001", "ZZ0000002"]}
DAY = date(2024, 2, 29)
COLUMNS = ("requested_on", *CODES)


def columns_of(seed: int) -> dict[str, list[Any]]:
    """Return columns of twenty rows; in some, every value is as the record needs it."""
    made = random.Random(seed)

    def column(usual: list[Any], other: list[Any]) -> list[Any]:
        return made.choices(usual if made.random() < 0.7 else [*usual, made.choice(other)], k=20)

    codes = {
        name: column([*codes, None], [f" {codes[0]}", f"{codes[1]}\t", "Yes", "?", " "])
        for name, codes in CODES.items()
    }
    other_days = [date(1899, 12, 31), date(9999, 12, 31)]
    return {"requested_on": column([DAY, None], other_days), **codes}


def record_of(row: dict[str, Any], *, blank: str | None, where: Any) -> tuple[Any, ...] | None:
    """Return the record that a row is; None where its area is not known."""
    made: dict[str, Any] = {
        "requested_on": row["requested_on"] if row["requested_on"] == DAY else None
    }
    for name, codes in CODES.items():
        text = (row[name] or "").strip() or None
        text = codes[0] if text == "Yes" and name != "area" else text
        made[name] = text if text in codes else None
        if name == "exception" and text is None:
            made[name] = blank
    if where and row["requested_on"] != DAY:
        made["outcome"] = None
    return tuple(made[name] for name in COLUMNS) if made["area"] else None


@pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")  # of Ibis, with DuckDB 2
@settings(max_examples=25)
@given(
    columns=st.integers(0, 2**32).map(columns_of),
    blank=st.sampled_from([None, "none"]),
    where=st.booleans(),
    engine=st.sampled_from(["duckdb", "polars", "ibis"]),
)
def test_a_column_read_as_it_is_holds_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    columns: dict[str, list[Any]],
    blank: str | None,
    where: Any,
    engine: str,
) -> None:
    """Blanks around a code, unknown codes, other days, a word for no code, a condition: each is made."""
    folder = tmp_path_factory.mktemp("t")
    table = folder / "table.parquet"
    types: dict[str, Any] = {"requested_on": pl.Date, **dict.fromkeys(CODES, pl.String)}
    frame = pl.DataFrame(columns, schema=types)
    frame.with_columns(day=pl.col("requested_on").cast(pl.String)).write_parquet(table)
    described: dict[str, Any] = {"requested_on": {"column": "requested_on"}}
    described |= {
        name: {
            "column": name,
            "codes": {code: code for code in CODES[name]} | {"Yes": CODES[name][0]},
        }
        for name in ("outcome", "exception")
    }
    if blank is not None:
        described["exception"]["blank"] = blank
    if where:
        described["outcome"]["only_where"] = {"column": "day", "is": [DAY.isoformat()]}
    areas = [{"code": code, "name": code, "kind": "local-authority"} for code in CODES["area"]]
    mapping = mapping_of(folder, "request", areas=areas, area={"column": "area"}, columns=described)
    with open_engine(engine) as opened:
        if engine == "ibis":
            read = opened.frame(ibis.duckdb.connect().read_parquet(table))
        else:
            read = opened.scan(str(table))
        made = opened.rows(prepare(opened, read, mapping).frame.select(*COLUMNS))
    records = [record_of(row, blank=blank, where=where) for row in frame.to_dicts()]
    expected = [record for record in records if record is not None]
    assert sorted(map(repr, made)) == sorted(map(repr, expected))
