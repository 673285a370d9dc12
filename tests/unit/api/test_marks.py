"""A figure that contradicts itself, and one in doubt, are marked wherever they are printed."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import sendframe
from sendframe.api import dump_package, figure_marks, load_package
from sendframe.evaluation import find_trails
from sendframe.model import Evaluation, Portfolio
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.cli.command import out
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small

DAY = date(2026, 1, 31)
FAULT = "the figure does not agree with its counts"
ROWS = (
    seen(2020, 52, 100),
    seen(2021, 66, 110).changed(value=71.0),
    seen(2022, 51, 100),
    seen(2023, 49, 100),
    seen(2024, 510, 10_000),
)
"""71.0 for 66 of 110 in 2021; and 5.1 after 49.0, which may be a slip of the decimal point."""


def portfolio() -> Portfolio:
    """Return a portfolio with a fault and a doubt."""
    return small(rate(), *ROWS)


@pytest.fixture(scope="module")
def made() -> Evaluation:
    """Return its evaluation."""
    return evaluate(portfolio(), as_at=DAY, catalogue=Catalogue.discover(third_party=False))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the portfolio."""
    sendframe.dump(portfolio(), tmp_path / "area")
    return tmp_path / "area"


def test_frames_of_points_have_both(made: Evaluation) -> None:
    """The columns fault and doubts have the codes."""
    frame = made.to_frame("points", "polars")
    assert frame["fault"].to_list() == [None, "value-against-counts", None, None, None]
    assert frame["doubts"].to_list() == [None, None, None, None, "SFR407"]


def test_frames_of_facts_have_both(made: Evaluation) -> None:
    """The statement of a fact says what is wrong with its figure, or what is in doubt."""
    frame = made.to_frame("facts", "polars")
    by_id = dict(zip(frame["id"], frame["statement"], strict=True))
    assert "It is not used: 71.0% does not agree" in by_id["indicator/rate/2021"]
    assert "It is in doubt: " in by_id["indicator/rate/2024"]


@pytest.mark.parametrize(
    ("year", "words"), [(2021, "It is not used: 71.0% does not agree"), (2024, "It is in doubt: ")]
)
def test_a_trail_has_both(made: Evaluation, year: int, words: str) -> None:
    """What `why` prints is the statement of each fact."""
    (trail,) = find_trails(made, f"indicator/rate/{year}").trails
    assert words in trail.statement


def test_tables_for_spreadsheets_have_both(tmp_path: Path) -> None:
    """The text beside the number says it, in figures of drawings and in tables."""
    paths = sendframe.report(
        portfolio(), tmp_path, profiles=["annex"], formats=["csv"], as_at=DAY
    ).files
    text = "\n".join(path.read_text(encoding="utf-8-sig") for path in paths)
    lines = [line for line in text.splitlines() if "indicator/rate/202" in line]
    faulty = [line for line in lines if "71.0%" in line]
    doubted = [line for line in lines if ",5.1%" in line and ",2024," in line]
    assert len(faulty) >= 2
    assert all(f"71.0% ({FAULT})" in line for line in faulty)
    assert len(doubted) >= 2
    assert all("5.1% (in doubt)" in line for line in doubted)


def test_a_comparison_of_folders_has_faults(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before and after, as words and as data; the definitions are those of each folder."""
    text = (folder / "figures.json").read_text("utf-8")
    other = tmp_path / "other"
    sendframe.dump(portfolio(), other)
    (other / "figures.json").write_text(text.replace('"value": 71', '"value": 60'), "utf-8")
    messages, _ = out(capsys, 0, "compare", str(folder), str(other))
    assert f"2021: 71 (66 of 110) ({FAULT}) became 60 (66 of 110)." in messages
    messages, _ = out(capsys, 0, "compare", str(other), str(folder), "--output-format", "json")
    (difference,) = json.loads(messages)["differences"]
    assert difference["before"] == "60 (66 of 110)"
    assert difference["after"] == f"71 (66 of 110) ({FAULT})"


def test_a_comparison_of_two_sets_has_both_where_a_portfolio_is_around_them(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has the definitions; without it neither is known. Rows of tables are compared too."""
    parts = tmp_path / "area" / "parts"
    parts.mkdir()
    old, new = (json.loads((folder / "figures.json").read_bytes()) for _ in range(2))
    head = "indicator,area,period_kind,period,value"
    for name, document, last in (("old", old, "50"), ("new", new, "5.1")):
        rows = [f"rate,{AREA},calendar_year,{year},49" for year in (2020, 2021, 2022)]
        lines = (head, *rows, f"rate,{AREA},calendar_year,2023,{last}", "")
        (parts / f"{name}.csv").write_text("\n".join(lines), "utf-8")
        document |= {"observations": [], "table": f"{name}.csv"}
        (parts / f"{name}.json").write_text(json.dumps(document), "utf-8")
    words = ("compare", str(parts / "old.json"), str(parts / "new.json"))
    messages, _ = out(capsys, 0, *words)
    assert "2023: 50 became 5.100 (in doubt: SFR407)." in messages
    (folder / "portfolio.json").unlink()
    messages, _ = out(capsys, 0, *words)
    assert "2023: 50 became 5.100.\n" in messages


def test_tables_of_all_areas_have_faults(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The column says which, and the command how many there are."""
    words = ("evaluate", "--all-areas", str(folder), "--out", str(tmp_path / "o"))
    _, err = out(capsys, 0, *words, "--as-at", str(DAY))
    assert "1 figure contradicts itself: see the column 'fault' of standings.csv\n" in err
    head, *rows = (tmp_path / "o" / "standings.csv").read_text("utf-8").splitlines()
    place = head.split(",").index("fault")
    assert [row.split(",")[place] for row in rows].count("value-against-counts") == 1


def test_tables_of_all_areas_have_doubts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until the area accepts them, the last day included; the limits of the series say so too."""
    words = ("evaluate", "--all-areas", str(folder), "--out", str(tmp_path / "o"))

    def doubts(table: str) -> list[str]:
        lines = (tmp_path / "o" / f"{table}.csv").read_text("utf-8").splitlines()
        place = lines[0].split(",").index("doubts")
        return [line.split(",")[place] for line in lines[1:]]

    _, err = out(capsys, 0, *words, "--as-at", str(DAY))
    assert "1 figure is in doubt: see the column 'doubts' of standings.csv\n" in err
    assert doubts("standings") == ["", "", "", "", "SFR407"]
    assert doubts("limits") == ["SFR407"]
    path = folder / "portfolio.json"
    manifest = json.loads(path.read_bytes())
    accepted = {"id": "e", "code": "SFR407", "reason": {"default": "True"}, "owner_role": "Analyst"}
    for about, expires, marked in (
        ("rate", DAY, 0),
        (None, DAY, 0),
        ("rate", DAY - timedelta(days=1), 1),
        (AREA, DAY, 1),
    ):
        exception = accepted | {"expires_on": str(expires)} | ({"about": about} if about else {})
        path.write_text(json.dumps(manifest | {"accepted_exceptions": [exception]}), "utf-8")
        _, err = out(capsys, 0, *words, "--as-at", str(DAY))
        assert err.count("in doubt") == marked
        assert doubts("limits") == ["SFR407" * marked]


def test_columns_of_a_frame_have_both() -> None:
    """One value for each figure, by the definitions and comparators that are given."""
    sample = portfolio()
    table, indicators = sample.observations, sample.indicators().values()
    marks = figure_marks(table, indicators)
    assert marks["fault"] == [None, "value-against-counts", None, None, None]
    assert marks["doubts"] == [None, None, None, None, "SFR407"]
    frame = table.to_frame("pandas").assign(**marks)
    assert frame["doubts"].dropna().to_list() == ["SFR407"]
    assert figure_marks(table, ()) == {"fault": [None] * 5, "doubts": [None] * 5}
    plain = seen(2024, 71, 100).changed(numerator=None, denominator=None)
    beside = small(rate(), plain, plain.changed(area=COUNTRY, value=7.2)).observations
    sets = sample.manifest.comparator_sets
    assert figure_marks(beside, indicators, sets)["doubts"] == ["SFR407", None]


def test_a_data_package_lists_both(tmp_path: Path) -> None:
    """By row, where the indicators are known; otherwise it says that they are not."""
    table = portfolio().observations
    indicators = portfolio().indicators().values()
    paths = dump_package(table, tmp_path / "marked", id="p", title="P", indicators=indicators)
    assert [path.name for path in paths] == [
        "datapackage.json", "doubts.csv", "faults.csv", "figures.csv", "observations.json",
    ]  # fmt: skip
    assert (tmp_path / "marked" / "faults.csv").read_text("utf-8").splitlines() == [
        "row,fault,meaning",
        f"2,value-against-counts,{FAULT}",
    ]
    assert (tmp_path / "marked" / "doubts.csv").read_text("utf-8").splitlines() == [
        "row,doubt,meaning",
        "5,SFR407,the decimal point may be out of place",
    ]
    assert load_package(tmp_path / "marked").value == table.value
    dump_package(table, tmp_path / "plain", id="p", title="P")
    described = (
        json.loads((tmp_path / name / "datapackage.json").read_bytes())["resources"]
        for name in ("marked", "plain")
    )
    marked, plain = described
    assert [resource["name"] for resource in marked] == [
        "figures",
        "observations",
        "faults",
        "doubts",
    ]
    assert [resource["name"] for resource in plain] == ["figures", "observations"]
    words = [
        next(field for field in found[0]["schema"]["fields"] if field["name"] == "value")
        for found in (marked, plain)
    ]
    assert (
        "listed in the resource faults, those in doubt in the resource doubts"
        in words[0]["description"]
    )
    assert "was not looked at" in words[1]["description"]
