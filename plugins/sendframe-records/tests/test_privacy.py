"""Nothing of a record leaves: not in files, messages, logs, errors or temporary files."""

import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest
from click.testing import CliRunner, Result
from made_up import AREA, COLUMNS, written_mapping
from sendframe_records import RecordsProblem
from sendframe_records._command import records
from sendframe_records._engine import open_engine

from sendframe.api import read_file
from sendframe.errors import InvalidDocument

NAMES = ("Zebedee", "Thistlewood", "Quillfeather")
NUMBERS = ("A123456789012", "H801200001001", "9434765919")
TEXTS = ("lives with his aunt", "REF-000", "HR1 2ZZ")
PLANTED = (*NAMES, *NUMBERS, *TEXTS)


def child(number: int) -> dict[str, str]:
    """Return a record with a name, numbers of a child, and free text in every column."""
    return {
        "ref": f"REF-{number:06d}",
        "name": f"{NAMES[0]} {NAMES[1 + number % 2]}",
        "upn": NUMBERS[number % 3],
        "note": TEXTS[0],
        "postcode": TEXTS[2],
        "requested_on": f"2024-0{1 + number % 9}-15" if number % 50 else NAMES[0],
        "decided_on": f"2024-1{number % 3}-01" if number % 49 else NUMBERS[0],
        "outcome": "YN"[number % 2] if number % 48 else f"{NAMES[1]} {TEXTS[0]}",
        "plan_issued_on": "2024-12-20" if number % 3 == 0 else "",
        "exception": "none" if number % 47 else TEXTS[0],
        "area": "A" if number % 46 else NAMES[2],
    }


def written_records(folder: Path, *, rows: int = 400) -> tuple[Path, Path]:
    """Write records of children with their mapping."""
    table = folder / "children.csv"
    pl.DataFrame([child(number) for number in range(rows)]).write_csv(table)
    columns = ("requested_on", "decided_on", "outcome", "plan_issued_on", "exception")
    changed = {
        "key": ["ref", "upn"],
        "area": {"column": "area", "codes": {"A": AREA}},
        "columns": {name: {"column": name, **COLUMNS["request"][name]} for name in columns},
    }
    return table, written_mapping(folder, "request", changed)


def planted_in(text: str) -> list[str]:
    """Return what of the records is in a text."""
    return [planted for planted in PLANTED if planted.lower() in text.lower()]


def contents(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield every file below a folder as text, with its name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, f"{path.name} {path.read_bytes().decode('utf-8', 'replace')}"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the process a folder of its own for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def run(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(records, [str(each) for each in arguments])


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_nothing_planted_is_written_or_printed(
    engine: str, tmp_path: Path, temporary: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Names, numbers of children and free text are in no output, whatever is wrong with rows."""
    source = tmp_path / "source"
    source.mkdir()
    table, mapping = written_records(source)
    out = tmp_path / "out"
    common = ("evaluate", table, "--mapping", mapping, "--engine", engine, "--as-at", "2025-01-31")
    made = run(*common, "--out", out / "figures.csv")
    assert made.exit_code == 0, made.output
    explained = run(*common, "--explain")
    assert explained.exit_code == 0, explained.output
    assert "rows 1, 51, 101" in explained.output
    assert "left out: without a known area" in made.output
    assert sorted(path.name for path, _ in contents(out)) == ["figures.csv", "figures.json"]
    for path, text in contents(out):
        assert planted_in(text) == [], path
    assert planted_in(made.output + explained.output + caplog.text) == []
    assert list(contents(temporary)) == []


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_errors_of_engines_are_not_repeated(engine: str, tmp_path: Path, temporary: Path) -> None:
    """A broken file is quoted by engines; the message, its cause and its context are dropped."""
    source = tmp_path / "source"
    source.mkdir()
    table, mapping = written_records(source)
    text = table.read_text(encoding="utf-8").splitlines()
    text[200:200] = ['"Zebedee Thistlewood,A123456789012', "a,b,c,d,e,f,g,h,i,j,k,l,m,Quillfeather"]
    table.write_text("\n".join(text), encoding="utf-8")
    made = run(
        "evaluate", table, "--mapping", mapping, "--engine", engine, "--as-at", "2025-01-31",
        "--out", tmp_path / "figures.csv",
    )  # fmt: skip
    assert made.exit_code == 1
    assert "cannot" in made.output
    assert planted_in(made.output) == []
    assert not (tmp_path / "figures.csv").exists()
    assert list(contents(temporary)) == []
    with (
        pytest.raises(RecordsProblem) as refused,
        open_engine(engine) as opened,
    ):
        opened.rows(opened.scan(str(table)))
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_duckdb_spills_into_a_private_folder_that_is_removed(
    tmp_path: Path, temporary: Path
) -> None:
    """What does not fit into memory goes where nobody else may read, and is gone afterwards."""
    with open_engine("duckdb", memory_megabytes=100) as opened:
        (folder,) = temporary.iterdir()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert opened.rows(  # type: ignore[attr-defined]  # only that of DuckDB has one
            opened.frame(
                opened.connection.sql(  # type: ignore[attr-defined]  # only that of DuckDB has one
                    "SELECT count(*) FROM (SELECT DISTINCT i, i::VARCHAR || 'Zebedee' AS name "
                    "FROM range(3_000_000) AS t(i)) WHERE name <> ''"
                )
            )
        ) == [(3_000_000,)]
        assert opened.connection.sql(  # type: ignore[attr-defined]  # only that of DuckDB has one
            "SELECT current_setting('temp_directory')"
        ).fetchall() == [(str(folder / "spill"),)]
    assert list(temporary.iterdir()) == []
    with pytest.raises(duckdb.Error):
        opened.connection.sql("SELECT 1")  # type: ignore[attr-defined]  # only that of DuckDB has one
    assert tmp_path.exists()


def test_the_folder_is_removed_after_an_error(temporary: Path) -> None:
    """Whatever happens inside, nothing stays."""
    with pytest.raises(ZeroDivisionError), open_engine("duckdb"):
        raise ZeroDivisionError
    assert list(temporary.iterdir()) == []


def test_the_core_still_refuses_the_table(tmp_path: Path) -> None:
    """A list of children is no table of figures: `sendframe import` does not read it."""
    table, _ = written_records(tmp_path)
    with pytest.raises(InvalidDocument):
        read_file(table, "dfe.table")
