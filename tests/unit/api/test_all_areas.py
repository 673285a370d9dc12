"""All areas at once give the ranks, bands and averages that are known of the published figures."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import sendframe
from sendframe.api import AllAreas, evaluate_all_areas, run_all_areas
from sendframe.documents import load_documents
from sendframe.errors import InvalidDocument, MissingDate, UnknownName
from sendframe.evaluation import AreaAverage, AreaStanding
from sendframe.model import AreaNeighbours, CalendarYear, Neighbour, NeighbourList
from sendframe.statistics import quartiles
from tests.unit.api.national import COUNTED, INDICATORS, PUBLISHED, figures, observation_set
from tests.unit.conftest import EXAMPLES, text

DAY = date(2026, 1, 31)
HEREFORDSHIRE = "E06000019"
OLD = "statistical-neighbours-2021"
NEAR = "statistical-neighbours-2025"
TABLES = ["averages.csv", "limits.csv", "standings.csv"]


@pytest.fixture(scope="module")
def national() -> AllAreas:
    """Return what is known of all areas, Herefordshire asking."""
    return evaluate_all_areas((INDICATORS,), figures(), as_at=DAY, asking=HEREFORDSHIRE)


def standing(result: AllAreas, year: int, area: str, indicator: str = COUNTED) -> AreaStanding:
    """Return the standing of one area in one year."""
    return next(
        table
        for table in result.tables.standings
        if (table.indicator, table.area, table.period) == (indicator, area, CalendarYear(year=year))
    )


def average(result: AllAreas, year: int, area: str, comparator: str = NEAR) -> AreaAverage:
    """Return what one area is compared with in one year."""
    return next(
        table
        for table in result.tables.averages
        if (table.comparator, table.indicator, table.area) == (comparator, COUNTED, area)
        and table.period == CalendarYear(year=year)
    )


@pytest.mark.parametrize(
    ("year", "shown", "rank", "among", "band"),
    [
        (2019, 90.1, 36, 150, "A"),
        (2020, 91.0, 28, 151, "A"),
        (2021, 85.5, 43, 152, "B"),
        (2022, 74.7, 45, 147, "B"),
        (2023, 77.1, 44, 150, "B"),
        (2024, 67.6, 56, 151, "B"),
    ],
)
def test_herefordshire_are_where_it_is_known_to(
    national: AllAreas, year: int, shown: float, rank: int, among: int, band: str
) -> None:
    """Rank and quarter of six years, from the rates as they were published."""
    result = standing(national, year, HEREFORDSHIRE, PUBLISHED)
    assert result.value == shown
    assert (result.rank, result.among, result.band) == (rank, among, band)


@pytest.mark.parametrize(
    ("year", "rank", "band"),
    [(2019, 36, "A"), (2020, 28, "A"), (2022, 45, "B"), (2023, 44, "B"), (2024, 56, "B")],
)
def test_counts_give_the_same_place(national: AllAreas, year: int, rank: int, band: str) -> None:
    """Rates computed from their counts, unrounded, stand where the published ones do."""
    result = standing(national, year, HEREFORDSHIRE)
    assert (result.rank, result.band) == (rank, band)


def test_rounding_can_make_two_places_one(national: AllAreas) -> None:
    """In 2021 Wandsworth (85.51) and Herefordshire (85.45) were both published as 85.5."""
    rounded = [
        standing(national, 2021, item, PUBLISHED).rank for item in ("E09000032", HEREFORDSHIRE)
    ]
    counted = [standing(national, 2021, item).rank for item in ("E09000032", HEREFORDSHIRE)]
    assert (rounded, counted) == ([43, 43], [43, 44])


@pytest.mark.parametrize(
    ("year", "bounds"),
    [(2024, (29.15, 52.3, 79.4)), (2023, (32.35, 55.9, 82.12))],
)
def test_the_quarters_are_those_of_the_published_rates(
    national: AllAreas, year: int, bounds: tuple[float, ...]
) -> None:
    """They are of type 7; in 2024 the least rate was 3.2 and the greatest 100."""
    values = sorted(
        table.value
        for table in national.tables.standings
        if (table.indicator, table.period) == (PUBLISHED, CalendarYear(year=year))
        and table.kind == "local-authority"
    )
    assert tuple(round(value, 2) for value in quartiles(values)) == bounds
    if year == 2024:
        assert (values[0], values[-1]) == (3.2, 100.0)


def test_the_neighbours_of_2025_have_two_averages(national: AllAreas) -> None:
    """49.9 as a plain mean and 42.4 with their counts together, of ten areas, in 2024."""
    result = average(national, 2024, HEREFORDSHIRE)
    assert (round(result.mean or 0, 1), result.areas, result.missing) == (49.9, 10, ())
    assert (round(result.pooled or 0, 1), result.counted) == (42.4, 10)


def test_the_edition_is_a_choice() -> None:
    """Of the ten of 2021 Cumbria is no more, and is reported as missing from 2023 on."""
    result = evaluate_all_areas((INDICATORS,), figures(), as_at=DAY, edition="2021")
    now = average(result, 2024, HEREFORDSHIRE, OLD)
    assert "E10000006" in now.missing
    assert "E10000006" not in average(result, 2022, HEREFORDSHIRE, OLD).missing


def test_a_code_that_changed_makes_one_series(national: AllAreas) -> None:
    """Buckinghamshire is written under two codes in turn, and is one area of six years."""
    limits = [table for table in national.tables.limits if table.indicator == COUNTED]
    codes = [item.area for item in limits]
    assert "E10000002" not in codes
    points = {item.area: item.points for item in limits}
    assert (points["E06000060"], points["E06000066"], points["E10000006"]) == (6, 6, 4)


def test_no_denominator_is_no_rate(national: AllAreas) -> None:
    """Dorset issued 585 plans in 2024 and has no rate with exceptions left out: no 0 per cent."""
    assert standing(national, 2023, "E06000059")
    with pytest.raises(StopIteration):
        standing(national, 2024, "E06000059")
    result = [item for item in figures() if item.area == "E06000059"]
    assert result[-1].symbol == "x"


def test_a_band_is_given_to_the_area_that_asked(national: AllAreas) -> None:
    """Nobody else is judged; ranks are facts, and stand for all."""
    standings = list(national.tables.standings)
    assert {item.area for item in standings if item.band is not None} == {HEREFORDSHIRE}
    assert all(item.rank for item in standings if item.kind == "local-authority")
    nobody = evaluate_all_areas((INDICATORS,), figures(), as_at=DAY)
    assert {table.band for table in nobody.tables.standings} == {None}


def test_an_area_may_ask_under_a_former_code() -> None:
    """The band is that of the area, whichever of its codes is given."""
    result = evaluate_all_areas((INDICATORS,), figures(), as_at=DAY, asking="E10000027")
    assert {table.area for table in result.tables.standings if table.band} == {"E06000066"}


def test_areas_without_neighbours_are_reported() -> None:
    """Those that the edition does not know, and of authorities only; England needs none."""
    result = evaluate_all_areas((INDICATORS,), figures(), as_at=DAY, edition="2021")
    assert result.without_neighbours == ("E06000063", "E06000064")
    assert evaluate_all_areas((INDICATORS,), figures(), as_at=DAY).without_neighbours == ()


def test_a_list_of_the_documents_comes_first() -> None:
    """A portfolio may bring neighbours of its own, and an edition that is not packaged."""
    near = AreaNeighbours(code=HEREFORDSHIRE, neighbours=(Neighbour(area="E10000027"),))
    own = NeighbourList(id="near", title=text("Near"), edition="2025", areas=(near,))
    result = evaluate_all_areas((INDICATORS, own), figures(), as_at=DAY)
    somerset = standing(result, 2024, "E06000066").value
    assert average(result, 2024, HEREFORDSHIRE).mean == somerset
    assert average(result, 2024, "E06000051").missing == ("E06000059",)  # Dorset has no rate
    assert average(result, 2024, "E06000051").areas == 9
    other = own.changed(edition="of the board")
    alone = evaluate_all_areas((INDICATORS, other), figures(), as_at=DAY, edition="of the board")
    assert {table.area for table in alone.tables.averages} == {HEREFORDSHIRE}
    with pytest.raises(UnknownName, match="no edition of neighbours is called '1999'"):
        evaluate_all_areas((INDICATORS,), figures(), as_at=DAY, edition="1999")


def test_documents_are_evaluated_without_a_portfolio(tmp_path: Path) -> None:
    """Observations and their indicator set are enough, with a day; nobody asks for a band."""
    paths = tmp_path / "figures.json", tmp_path / "sets" / "indicators.json"
    paths[1].parent.mkdir()
    sendframe.dump(observation_set(), paths[0])
    sendframe.dump(INDICATORS, paths[1])
    out = tmp_path / "out"
    result = run_all_areas([*paths, paths[0]], out, as_at=DAY)
    assert [file.name for file in result.files] == TABLES
    wanted = evaluate_all_areas((INDICATORS,), figures(), as_at=DAY).tables.to_csv()
    assert {file.name: file.read_bytes() for file in result.files} == wanted
    with pytest.raises(MissingDate):
        run_all_areas(paths, tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_portfolio_brings_its_day_its_area_and_its_comparators(tmp_path: Path) -> None:
    """Each comparator set is beside the neighbours."""
    result = run_all_areas([EXAMPLES / "herefordshire"], tmp_path)
    assert set(result.tables.averages.column("comparator")) == {
        "england",
        "neighbours-2025",
        "neighbours-2025-pooled",
        NEAR,
        "west-midlands",
    }
    bands = {table.area for table in result.tables.standings if table.band}
    assert bands == {HEREFORDSHIRE}


def test_figures_without_their_indicators_are_refused(tmp_path: Path) -> None:
    """Every figure refers to an indicator, and the reference leads nowhere."""
    path = tmp_path / "figures.json"
    sendframe.dump(observation_set(), path)
    with pytest.raises(InvalidDocument) as caught:
        load_documents([path])
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} >= {"SFR201"}
    with pytest.raises(InvalidDocument):
        run_all_areas([path], tmp_path / "out", as_at=DAY)
    assert not (tmp_path / "out").exists()


def test_a_manifest_is_named_by_its_folder() -> None:
    """One document of a portfolio is no portfolio."""
    with pytest.raises(InvalidDocument, match="a portfolio is more than one document"):
        load_documents([EXAMPLES / "wyeford" / "portfolio.json"])


def test_a_document_that_is_not_there_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name people know it by, below the folder they are in."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidDocument) as caught:
        load_documents([Path("nothing.json")])
    assert [str(diagnostic.location) for diagnostic in caught.value.diagnostics] == ["nothing.json"]


def test_what_a_portfolio_misses_is_reported_or_stops(tmp_path: Path) -> None:
    """As in an evaluation of one area."""
    folder = tmp_path / "area"
    folder.mkdir()
    shutil.copytree(EXAMPLES / "wyeford", folder, dirs_exist_ok=True)
    manifest = folder / "portfolio.json"
    words = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        words.replace('"uses": [', '"uses": ["kent.criteria", '),
        encoding="utf-8",
    )
    result = run_all_areas([folder], tmp_path / "out")
    assert len(result.missing) == 1
    with pytest.raises(ExceptionGroup):
        run_all_areas([folder], tmp_path / "strict", strict=True)
    assert not (tmp_path / "strict").exists()
