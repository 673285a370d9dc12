"""Tables and mappings: what is read, what is left out with which account, and what is refused."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest
from made_up import (
    AS_AT,
    COLUMNS,
    mapping_of,
    prepared_account,
    written_table,
)
from sendframe_records import RecordsProblem
from sendframe_records._engine import ENGINES as ALL_ENGINES
from sendframe_records._engine import open_engine
from sendframe_records._evaluate import evaluate_frame, evaluate_table, explain_table
from sendframe_records._mapping import RecordsMapping
from sendframe_records._table_name import beside, is_on_server, server_table

ENGINES = pytest.mark.parametrize("engine", ["duckdb", "polars"])
NAMES = tuple(COLUMNS["request"])

ROWS = [
    {"ref": "1", "requested_on": "2024-01-01", "decided_on": "2024-02-01", "outcome": "Y"},
    {"ref": "1", "requested_on": "2024-01-01", "decided_on": "2024-02-01", "outcome": "Y"},
    {"ref": "2", "requested_on": "2024-02-30", "decided_on": "2024-02-01", "outcome": "Y"},
    {"ref": "3", "requested_on": "2024-01-01", "decided_on": "2023-12-31", "outcome": "Y"},
    {"ref": "4", "requested_on": "2024-01-01", "decided_on": "2024-02-01", "outcome": "Perhaps"},
    {"ref": "5", "requested_on": "2024-01-01", "decided_on": "2024-02-01", "outcome": "Y"},
    {"ref": "5", "requested_on": "2024-01-02", "decided_on": "2024-02-01", "outcome": "Y"},
    {"ref": "", "requested_on": "2024-01-01", "decided_on": "2024-02-01", "outcome": "N"},
    {"ref": "6", "requested_on": "2024-01-01 09:30:00", "decided_on": "", "outcome": " N "},
]


@ENGINES
def test_the_account_covers_every_row(engine: str, tmp_path: Path) -> None:
    """Copies count once; orders that cannot be, keys of several and missing keys are left out."""
    mapping = mapping_of(tmp_path, "request", key=["ref"])
    account = prepared_account(written_table(tmp_path, ROWS, ["ref", *NAMES]), mapping, engine)
    assert account.lines() == [
        "9 rows read, 4 used",
        "1 left out: equal to another row",
        "1 used without the value: with a value of 'requested_on' that is not understood",
        "1 used without the value: with a value of 'outcome' that is not understood",
        "1 left out: ref is missing from the key",
        "1 left out: with decided_on before requested_on",
        "2 left out: one key for records that differ",
    ]
    assert account.published() == (
        "about 10 rows read, fewer than five used; fewer than five equal to another; "
        "fewer than five with a value of 'requested_on' that is not understood; "
        "fewer than five with a value of 'outcome' that is not understood; "
        "fewer than five ref is missing from the key; "
        "fewer than five with decided_on before requested_on; "
        "fewer than five one key for records that differ. Numbers of rows are rounded to ten."
    )


@ENGINES
def test_rows_are_explained_by_number_only(engine: str, tmp_path: Path) -> None:
    """Each rule has the numbers of its rows, from 1; nothing of a row is repeated."""
    mapping = mapping_of(tmp_path, "request", key=["ref"])
    table = written_table(tmp_path, ROWS, ["ref", *NAMES])
    assert explain_table(str(table), mapping, engine=engine) == [
        ("with a value of 'requested_on' that is not understood", [3]),
        ("with a value of 'outcome' that is not understood", [5]),
        ("ref is missing from the key", [8]),
        ("with decided_on before requested_on", [4]),
        ("one key for several rows", [1, 2, 6, 7]),
    ]


@ENGINES
@pytest.mark.parametrize(
    ("format_", "text", "expected"),
    [
        ("yyyy-mm-dd", "2024-02-29", 1),
        ("yyyy-mm-dd", "2023-02-29", 0),
        ("yyyy-mm-dd", "2024-02-29T00:00:00.000", 1),
        ("yyyy-mm-dd", "2024-02-29T00:00:00Z", 0),
        ("yyyy-mm-dd", "2024-02-29 00:00:00+01:00", 0),
        ("yyyy-mm-dd", "29/02/2024", 0),
        ("yyyy-mm-dd", "1824-02-29", 0),
        ("dd/mm/yyyy", " 29/02/2024 ", 1),
        ("dd/mm/yyyy", "29/02/2024 00:00", 1),
        ("dd/mm/yyyy", "2/3/2024", 0),
        ("dd/mm/yyyy", "02/29/2024", 0),
        ("dd-mm-yyyy", "29-02-2024", 1),
        ("yyyy-mmm-dd", "2024-Feb-29 00:00:00", 1),
        ("yyyy-mmm-dd", "2024-FEB-29", 1),
        ("yyyy-mmm-dd", "2023-Feb-29", 0),
        ("yyyy-mmm-dd", "2024-Zeb-29", 0),
        ("yyyy-mmm-dd", "2024-02-29", 0),
        ("yyyymmdd", "20240229", 1),
        ("yyyymmdd", "20230229", 0),
        ("yyyymmdd", "٢٠٢٤٠٢٢٩", 0),
    ],
)
def test_days_are_read_in_their_format_only(
    engine: str, format_: str, text: str, expected: int, tmp_path: Path
) -> None:
    """Other formats, days that do not exist and times with a zone are not understood."""
    columns = {"requested_on": {"column": "requested_on", "format": format_}}
    mapping = mapping_of(tmp_path, "request", columns=columns)
    table = written_table(tmp_path, [{"requested_on": text}])
    account = prepared_account(table, mapping, engine)
    assert account.rows_used == 1
    assert [broken.rows for broken in account.broken] == [1] * (1 - expected)


def typed_rows() -> pl.DataFrame:
    """Return records with types: dates, times, numbers as codes, true and false."""
    day = date(2024, 1, 31)
    return pl.DataFrame(
        {
            "requested_on": [day] * 12,
            "decided_on": [datetime(2024, 2, 29, 23, 59)] * 12,  # noqa: DTZ001  # no zone
            "outcome": [1] * 6 + [2] * 6,
            "mediation": [True, None] * 6,
            "tribunal": [1, 0] * 6,
            "exception": [None] * 12,
        },
        schema_overrides={"exception": pl.String},
    )


def typed_mapping(folder: Path) -> RecordsMapping:
    """Return the mapping of those records."""
    columns = {
        "requested_on": {"column": "requested_on"},
        "decided_on": {"column": "decided_on"},
        "outcome": {"column": "outcome", "codes": {"1": "Y", "2": "N"}},
        "mediation": {"column": "mediation", "yes": ["x"], "no": ["y"]},
        "tribunal": {"column": "tribunal", "yes": ["1"], "no": ["0"]},
    }
    return mapping_of(folder, "request", columns=columns)


@ENGINES
def test_parquet_keeps_its_types(engine: str, tmp_path: Path) -> None:
    """Dates, times without a zone, whole numbers and truths are read as they are."""
    table = tmp_path / "table.parquet"
    typed_rows().write_parquet(table)
    made = evaluate_table(str(table), typed_mapping(tmp_path), as_at=AS_AT, engine=engine)
    by_id = {row.indicator: (row.value, row.numerator) for row in made.figures.table}
    assert by_id["ehc.requests"] == (12.0, None)
    assert by_id["ehc.requests-refused"] == (50.0, 6.0)
    assert by_id["ehc.decisions-within-6-weeks"] == (100.0, 12.0)
    assert by_id["ehc.mediations"] == by_id["ehc.appeals-registered"] == (6.0, None)


def test_frames_of_programs_give_the_same(tmp_path: Path) -> None:
    """A frame of Polars and a relation of DuckDB give the figures of the file."""
    mapping, frame = typed_mapping(tmp_path), typed_rows()
    table = tmp_path / "table.parquet"
    frame.write_parquet(table)
    of_file = evaluate_table(str(table), mapping, as_at=AS_AT).figures.table
    of_polars = evaluate_frame(frame, mapping, as_at=AS_AT, engine="polars").figures.table
    connection = duckdb.connect(":memory:")
    relation = connection.from_parquet(str(table))
    of_duckdb = evaluate_frame(relation, mapping, as_at=AS_AT, engine="duckdb").figures.table
    assert of_file == of_polars == of_duckdb
    with pytest.raises(RecordsProblem, match="not DataFrame"):
        evaluate_frame(frame, mapping, as_at=AS_AT, engine="duckdb")
    for engine in ("polars", "ibis"):
        with pytest.raises(RecordsProblem, match="not DuckDBPyRelation"):
            evaluate_frame(relation, mapping, as_at=AS_AT, engine=engine)


def test_a_table_of_a_database(tmp_path: Path) -> None:
    """A table of a DuckDB file is read, and the file is not changed."""
    file = tmp_path / "cases.duckdb"
    frame = typed_rows()  # noqa: F841  # DuckDB finds it by its name
    with duckdb.connect(str(file)) as connection:
        connection.sql('CREATE TABLE "case list" AS SELECT * FROM frame')
    before = file.read_bytes()
    made = evaluate_table(f"{file}::case list", typed_mapping(tmp_path), as_at=AS_AT)
    assert {row.indicator for row in made.figures.table} >= {"ehc.requests", "ehc.decisions"}
    assert file.read_bytes() == before
    with pytest.raises(RecordsProblem, match="cannot read the table"):
        evaluate_table(f"{file}::nothing", typed_mapping(tmp_path), as_at=AS_AT)
    with pytest.raises(RecordsProblem, match="use DuckDB"):
        evaluate_table(f"{file}::x", typed_mapping(tmp_path), as_at=AS_AT, engine="polars")


@pytest.mark.parametrize(
    ("table", "engine", "words"),
    [
        ("postgresql://analyst:Zebedee@host/cases::t", None, "must have no password"),
        ("postgresql://analyst@host/cases?password=Zebedee::t", None, "must have no password"),
        ("mysql://analyst:Zebedee@host/cases::t", None, "are read from Python, as tables of Ibis"),
        ("postgresql://analyst:Zebedee@host/cases", None, "is named postgresql://USER@HOST"),
        ("postgresql://analyst:Zebedee@host/cases::", None, "or …::SCHEMA.TABLE"),
        ("postgresql://analyst:Zebedee@host/cases::s.", None, "or …::SCHEMA.TABLE"),
        ("postgresql://analyst:Zebedee@[::1/cases::t", None, "is named postgresql://USER@HOST"),
        ("postgres://analyst@host/cases::t", "duckdb", "is read with the engine ibis"),
        ("postgres://analyst@host/cases::t", "polars", "is read with the engine ibis"),
        ("table.csv", "ibis", "use duckdb or polars for files"),
    ],
)
def test_a_name_of_a_server_that_is_wrong_is_refused(
    table: str, engine: str | None, words: str, tmp_path: Path
) -> None:
    """The message says how a table is named; a password in the name is not repeated."""
    mapping = mapping_of(tmp_path, "request")
    written_table(tmp_path, ROWS)
    if "://" not in table:
        table = str(tmp_path / table)
    with pytest.raises(RecordsProblem, match=words) as refused:
        evaluate_table(table, mapping, as_at=AS_AT, engine=engine)
    assert "Zebedee" not in str(refused.value)


def test_the_parts_of_a_name_of_a_server() -> None:
    """An address in brackets has colons too; a further table is one of the same database."""
    url = "postgresql://analyst@[::1]:5433/cases?sslmode=require"
    assert is_on_server(f"{url}::sen.requests")
    assert server_table(f"{url}::sen.requests") == (url, "sen", "requests")
    assert server_table(f"{url}::requests") == (url, None, "requests")
    assert beside(f"{url}::requests", "sen.plans") == f"{url}::sen.plans"
    assert beside("in/requests.csv", "plans.csv") == str(Path("in", "plans.csv"))


@ENGINES
def test_columns_of_a_few_words_are_texts(engine: str, tmp_path: Path) -> None:
    """Parquet keeps that a column has a few words; codes, truths, days and areas are read of it."""
    table = tmp_path / "table.parquet"
    words = {"requested_on": "2024-01-01", "outcome": "Y", "mediation": "1", "ref": "a"}
    rows = [words | {"ref": str(number)} for number in range(12)]
    frame = pl.DataFrame(rows)
    frame.select(pl.all().cast(pl.Categorical)).write_parquet(table)
    columns = {
        name: {"column": name, **COLUMNS["request"][name]} for name in words if name != "ref"
    }
    mapping = mapping_of(tmp_path, "request", columns=columns, key=["ref"])
    made = evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    assert made.account.lines() == ["12 rows read, 12 used"]
    assert {row.indicator: row.value for row in made.figures.table} == {
        "ehc.requests": 12,
        "ehc.mediations": 12,
    }


@ENGINES
def test_other_types_are_refused(engine: str, tmp_path: Path) -> None:
    """A time with a zone is no day; a fraction is no code. The message has the type only."""
    table = tmp_path / "table.parquet"
    mapping = typed_mapping(tmp_path)
    zoned = [datetime(2024, 1, 1, tzinfo=UTC)] * 12
    for column, values in (("requested_on", zoned), ("outcome", [0.5] * 12)):
        typed_rows().with_columns(pl.Series(column, values)).write_parquet(table)
        with pytest.raises(RecordsProblem, match=f"{column}: column '{column}' holds .*, not "):
            evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)


@ENGINES
def test_further_tables_are_joined(engine: str, tmp_path: Path) -> None:
    """A return of several tables is read as one; two rows for one are refused."""
    mapping = mapping_of(
        tmp_path,
        "request",
        joins=[{"file": "plans.csv", "on": "id"}],
        columns={"requested_on": {"column": "received"}, "plan_issued_on": {"column": "start"}},
    )
    rows = [{"id": number, "received": "2024-01-01"} for number in range(20)]
    table = written_table(tmp_path, rows)
    plans = [f"{number},2024-0{3 + number % 4}-01" for number in range(10)]
    other = tmp_path / "plans.csv"
    other.write_text("\n".join(["id,start", *plans]), encoding="utf-8")
    made = evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    by_id = {row.indicator: row.value for row in made.figures.table}
    assert by_id["ehc.requests"] == 20
    assert by_id["ehc.plans-issued"] == 10
    other.write_text("\n".join(["id,start", *plans, plans[0]]), encoding="utf-8")
    with pytest.raises(RecordsProblem, match=r"plans.csv has several rows for one row"):
        evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    other.write_text("no,start\n", encoding="utf-8")
    with pytest.raises(RecordsProblem, match=r"plans.csv has no column 'id'"):
        evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)


@ENGINES
def test_a_table_that_does_not_fit_is_refused(engine: str, tmp_path: Path) -> None:
    """Only names of the mapping are repeated: a table without a header begins with a child."""
    mapping = mapping_of(tmp_path, "request")
    table = tmp_path / "table.csv"
    table.write_text("Zebedee Planted,A123456789012\nx,y\n", encoding="utf-8")
    with pytest.raises(RecordsProblem, match="has no column 'decided_on'") as refused:
        evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    assert "Zebedee" not in str(refused.value)


@ENGINES
def test_a_column_that_is_there_twice_is_refused(engine: str, tmp_path: Path) -> None:
    """Engines would take either; one that the mapping does not use may be there twice."""
    columns = {"requested_on": {"column": "day"}}
    mapping = mapping_of(tmp_path, "request", columns=columns)
    table = tmp_path / "table.csv"
    table.write_text("day,note,day\n2024-01-01,x,2023-01-01\n", encoding="utf-8")
    with pytest.raises(RecordsProblem, match="has the column 'day' more than once"):
        evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    table.write_text("day,note,note\n2024-01-01,x,y\n", encoding="utf-8")
    assert len(evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine).figures.table) == 1


@ENGINES
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.csv", None, "there is no file"),
        ("table.xlsx", b"x", "ends with .csv or .parquet"),
        ("t*.csv", b"a\n", "is no pattern"),
        ("table.parquet", b"no parquet Zebedee", "cannot read the table"),
        ("table.csv", b"", "cannot read the table .*CSV is read in UTF-8, with commas"),
        ("table.csv", b"requested_on;Zebedee\n", "CSV is read in UTF-8, with commas"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    engine: str, name: str, content: bytes | None, words: str, tmp_path: Path
) -> None:
    """The message says what is wrong, and nothing of the file."""
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RecordsProblem, match=words) as refused:
        evaluate_table(str(file), mapping_of(tmp_path, "request"), as_at=AS_AT, engine=engine)
    assert "Zebedee" not in str(refused.value)


@ENGINES
def test_days_that_stand_for_none_are_not_understood(engine: str, tmp_path: Path) -> None:
    """Systems write the first or last day that they can; 1900 and 2099 are the first and last year."""
    table = tmp_path / "table.parquet"
    days = [date(1, 1, 1), date(1899, 12, 31), date(1900, 1, 1), date(2024, 1, 1)]
    days += [date(2099, 12, 31), date(2100, 1, 1), date(9999, 12, 31)]
    times = [datetime(day.year, day.month, day.day, 1) for day in days]  # noqa: DTZ001  # no zone
    pl.DataFrame({"requested_on": days, "decided_on": times}).write_parquet(table)
    described = {name: {"column": name} for name in ("requested_on", "decided_on")}
    account = prepared_account(table, mapping_of(tmp_path, "request", columns=described), engine)
    assert account.lines() == [
        "7 rows read, 7 used",
        "4 used without the value: with a value of 'requested_on' that is not understood",
        "4 used without the value: with a value of 'decided_on' that is not understood",
    ]


@ENGINES
def test_a_column_without_any_value_is_unknown(engine: str, tmp_path: Path) -> None:
    """Parquet has no type for it; it is neither a problem nor a value."""
    table = tmp_path / "table.parquet"
    columns = {"requested_on": [date(2024, 1, 1)] * 12, "decided_on": [None] * 12}
    pl.DataFrame(columns | {"outcome": [None] * 12, "mediation": [None] * 12}).write_parquet(table)
    names = (*columns, "outcome", "mediation")
    described = {name: {"column": name, **COLUMNS["request"][name]} for name in names}
    mapping = mapping_of(tmp_path, "request", columns=described)
    made = evaluate_table(str(table), mapping, as_at=AS_AT, engine=engine)
    assert made.account.lines() == ["12 rows read, 12 used"]
    by_id = {row.indicator: row.value for row in made.figures.table}
    assert by_id == {"ehc.requests": 12, "ehc.mediations": 0}


def test_the_engine_must_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the command that installs it."""
    absent = ("sendframe_records._no_such_engine", "sendframe-records[spark]")
    monkeypatch.setitem(ALL_ENGINES, "spark", absent)
    with (
        pytest.raises(RecordsProblem, match=r"pip install 'sendframe-records\[spark\]'"),
        open_engine("spark"),
    ):
        pass
