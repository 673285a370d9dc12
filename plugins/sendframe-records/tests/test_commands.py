"""The commands, as somebody runs them."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_up import COLUMNS, written_mapping, written_table
from sendframe_records._command import records

import sendframe


def run(*arguments: object) -> Result:
    """Run a command."""
    return CliRunner().invoke(records, [str(each) for each in arguments])


def reviews(folder: Path, *, late: int = 20, in_time: int = 80, area: str = "ZZ0000001") -> Path:
    """Write reviews of one area with their mapping, and return the table."""
    rows = [{"met_on": "2024-05-01", "decided_on": "2024-05-29"}] * in_time
    rows += [{"met_on": "2024-05-01", "decided_on": "2024-05-30"}] * late
    written_mapping(
        folder,
        "review",
        {"id": f"of-{area.lower()}", "areas": [{"code": area, "name": area, "kind": "ward"}]},
    )
    return written_table(folder, rows, COLUMNS["review"])


def evaluated(folder: Path, **counts: object) -> Path:
    """Evaluate reviews, and return the document of their figures."""
    folder.mkdir(exist_ok=True)
    table = reviews(folder, **counts)  # type: ignore[arg-type]  # counts are given by name
    out = folder / "figures.csv"
    made = run(
        "evaluate", table, "--mapping", folder / "mapping.json",
        "--as-at", "2024-12-31", "--out", out,
    )  # fmt: skip
    assert made.exit_code == 0, made.output
    return out.with_suffix(".json")


def figures(document: Path) -> dict[tuple[str, str], tuple[float | None, str | None]]:
    """Return value and symbol of each figure of a document, by indicator and area."""
    with document.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return {
            (row["indicator"], row["area"]): (
                (None, row["value"]) if row["value"].isalpha() else (float(row["value"]), None)
            )
            for row in csv.DictReader(stream)
        }


def test_figures_are_written_with_their_document(tmp_path: Path) -> None:
    """The table and the document are valid; the release has the account, with rounded numbers."""
    document = evaluated(tmp_path)
    assert sendframe.validate(document) == ()
    assert figures(document) == {
        ("ehc.review-meetings", "ZZ0000001"): (100.0, None),
        ("ehc.review-decisions-within-4-weeks", "ZZ0000001"): (80.0, None),
    }
    (release,) = json.loads(document.read_bytes())["releases"]
    assert release["note"] == (
        "about 100 rows read, about 100 used. Numbers of rows are rounded to ten."
    )
    assert release["published_on"] == "2024-12-31"


def test_small_numbers_are_hidden(tmp_path: Path) -> None:
    """Of 100 meetings three decided late: the share would reveal them."""
    document = evaluated(tmp_path, late=3, in_time=97)
    assert figures(document)["ehc.review-decisions-within-4-weeks", "ZZ0000001"] == (None, "c")
    row = document.with_suffix(".csv").read_text(encoding="utf-8")
    assert "97" not in row


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """Existing files stay without --force; what was read is never overwritten."""
    evaluated(tmp_path)
    table = tmp_path / "table.csv"
    common = ("evaluate", table, "--mapping", tmp_path / "mapping.json", "--as-at", "2024-12-31")
    made = run(*common, "--out", tmp_path / "figures.csv")
    assert made.exit_code == 1
    assert "exists already; --force overwrites it" in made.output
    assert run(*common, "--out", tmp_path / "figures.csv", "--force").exit_code == 0
    before = table.read_bytes()
    made = run(*common, "--out", table, "--force")
    assert made.exit_code == 1
    assert "is read, and is not overwritten" in made.output
    assert table.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--as-at", "31.12.2024", "--out", "f.csv"), 2, "is no day such as 2026-03-31"),
        (("--as-at", "2024-12-31"), 2, "Give --out, or --explain"),
        (("--as-at", "2024-12-31", "--out", "f.csv", "--engine", "excel"), 2, "excel"),
        (("--as-at", "0001-01-01", "--out", "f.csv"), 2, "not in the years 2000 to 2099"),
        (("--out", "f.csv"), 2, "Give --as-at, or as_at in the mapping"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], code: int, words: str, tmp_path: Path) -> None:
    """The message says which option is wrong, and what it takes."""
    table = reviews(tmp_path)
    made = run("evaluate", table, "--mapping", tmp_path / "mapping.json", *arguments)
    assert made.exit_code == code
    assert words in made.output


def test_no_file_that_is_read_is_overwritten(tmp_path: Path) -> None:
    """Further tables and tables of people are files of records or sources, even with --force."""
    table = reviews(tmp_path)
    data = json.loads((tmp_path / "mapping.json").read_bytes())
    more = {
        "joins": [{"file": "more.csv", "on": "met_on"}],
        "populations": {"all": "people.csv"},
        "as_at": "2024-12-31",
    }
    (tmp_path / "mapping.json").write_text(json.dumps(data | more), encoding="utf-8")
    (tmp_path / "people.csv").write_text("area,year,people\n", encoding="utf-8")
    for name in ("more.csv", "people.csv", "mapping.csv"):
        made = run(
            *("evaluate", table, "--mapping", tmp_path / "mapping.json"),
            *("--out", tmp_path / name, "--force"),
        )
        assert made.exit_code == 1
        assert "is read, and is not overwritten" in made.output


def test_a_table_without_a_row_to_use_writes_nothing(tmp_path: Path) -> None:
    """The account says why, and no empty figures are written."""
    table = reviews(tmp_path)
    table.write_text("met_on,decided_on,amended_on\n2024-05-02,2024-05-01,\n", encoding="utf-8")
    out = tmp_path / "figures.csv"
    made = run(
        *("evaluate", table, "--mapping", tmp_path / "mapping.json"),
        *("--as-at", "2024-12-31", "--out", out),
    )
    assert made.exit_code == 1
    assert "1 left out: with decided_on before met_on" in made.output
    assert "no row can be used; nothing is written" in made.output
    assert not out.exists()


def test_the_day_is_that_of_the_mapping_unless_given(tmp_path: Path) -> None:
    """The day before the end of the year its figures are of a year to date; at its end of the year."""
    table = reviews(tmp_path)
    mapping = tmp_path / "mapping.json"
    data = json.loads(mapping.read_bytes())
    mapping.write_text(json.dumps(data | {"as_at": "2024-12-30"}), encoding="utf-8")
    out = tmp_path / "figures.csv"
    periods = []
    for day in ((), ("--as-at", "2024-12-31")):
        made = run("evaluate", table, "--mapping", mapping, "--out", out, "--force", *day)
        assert made.exit_code == 0, made.output
        with out.open(encoding="utf-8", newline="") as stream:
            periods.append({row["period"] for row in csv.DictReader(stream)})
    assert [len(one) for one in periods] == [1, 1]
    assert periods[0] != periods[1] == {"2024"}


def test_areas_are_added_from_their_figures(tmp_path: Path) -> None:
    """Numerators and denominators are added; the figures of the areas stay as they are."""
    one = evaluated(tmp_path / "one", late=20, in_time=80)
    two = evaluated(tmp_path / "two", late=30, in_time=20, area="ZZ0000002")
    out = tmp_path / "both.csv"
    made = run(
        "combine", one, two, "--total", "ZZ0000009", "Both", "--as-at", "2024-12-31", "--out", out
    )
    assert made.exit_code == 0, made.output
    assert "2 sums; 0 hidden with a part" in made.output
    document = out.with_suffix(".json")
    assert sendframe.validate(document) == ()
    by_id = figures(document)
    assert by_id["ehc.review-meetings", "ZZ0000009"] == (150.0, None)
    rate, symbol = by_id["ehc.review-decisions-within-4-weeks", "ZZ0000009"]
    assert symbol is None
    assert rate == pytest.approx(100 * 100 / 150)
    assert by_id["ehc.review-decisions-within-4-weeks", "ZZ0000002"] == (40.0, None)


def test_a_sum_with_a_hidden_part_is_hidden(tmp_path: Path) -> None:
    """Otherwise the hidden part would be the sum less the other part."""
    one = evaluated(tmp_path / "one", late=3, in_time=97)
    two = evaluated(tmp_path / "two", late=30, in_time=20, area="ZZ0000002")
    out = tmp_path / "both.csv"
    made = run(
        "combine", one, two, "--total", "ZZ0000009", "Both", "--as-at", "2024-12-31", "--out", out
    )
    assert made.exit_code == 0, made.output
    assert "2 sums; 1 hidden with a part" in made.output
    by_id = figures(out.with_suffix(".json"))
    id_ = "ehc.review-decisions-within-4-weeks"
    assert by_id[id_, "ZZ0000009"] == by_id[id_, "ZZ0000001"] == (None, "c")
    assert by_id["ehc.review-meetings", "ZZ0000009"] == (150.0, None)


def test_an_area_counts_once(tmp_path: Path) -> None:
    """The same figure in two documents is refused, and so is the whole among its parts."""
    one = evaluated(tmp_path / "one")
    two = evaluated(tmp_path / "two")
    common = ("--as-at", "2024-12-31", "--out", tmp_path / "both.csv")
    made = run("combine", one, two, "--total", "ZZ0000009", "Both", *common)
    assert made.exit_code == 1
    made = run("combine", one, "--total", "ZZ0000001", "Both", *common)
    assert made.exit_code == 1
    assert "ZZ0000001 is one of the areas that are added" in made.output
