"""Tables of many areas: as CSV, as data frames, with what is in doubt."""

import pytest

from sendframe.model import (
    full_text,
)
from tests.unit.conftest import seen
from tests.unit.evaluation.many_areas import (
    CODES,
    TOPS,
    found,
    year_of,
)


def test_tables_are_written_as_csv() -> None:
    """Numbers stand unrounded, periods in two columns, codes with spaces between."""
    rows = [*year_of((10.0, 25.0)), seen(2024, 1, 3, area=CODES[2])]
    files = found(*rows, neighbours={CODES[0]: CODES[2:5]}).to_csv()
    assert sorted(files) == ["averages.csv", "limits.csv", "standings.csv"]
    assert files["averages.csv"].decode().splitlines() == [
        "comparator,indicator,area,period_kind,period,mean,areas,missing,pooled,counted,uncounted",
        ",".join(
            [
                *("neighbours", "rate", CODES[0], "calendar_year", "2024"),
                *("33.33333333333333", "1", f"{CODES[3]} {CODES[4]}") * 2,
            ]
        ),
    ]
    assert files["limits.csv"].decode().splitlines()[1] == (
        f"rate,{CODES[0]},calendar_year,2024,calendar_year,2024,1,10.0,,,,true,"
    )
    assert files["standings.csv"].startswith(b"indicator,kind,area,period_kind,period,value,lower,")


def test_doubts_are_those_of_an_areas_series_and_benchmarks() -> None:
    """The limits of a series have those of its figures; what one area accepted settles its own."""
    slips = [seen(2023, 51, 100, area=code) for code in CODES[:2]]
    slips += [seen(2024, 510, 10_000, area=code) for code in CODES[:2]]
    tables = found(*slips)
    marked = {(row.area, str(row.period)): row.doubts for row in tables.standings}
    assert marked == {
        (code, year): ("SFR407",) * (year == "2024")
        for code in CODES[:2]
        for year in ("2023", "2024")
    }
    assert tables.limits.column("doubts") == (("SFR407",),) * 2
    for accepted in (("SFR407", None), ("SFR407", "rate")):
        left = tables.without_accepted_doubts(CODES[0], {accepted})
        assert left.limits.column("doubts") == ((), ("SFR407",))
        assert [row.doubts for row in left.standings if row.area == CODES[0]] == [(), ()]
    for accepted in (("SFR407", "other"), ("SFR418", "rate")):
        assert tables.without_accepted_doubts(CODES[0], {accepted}) == tables
    plain = seen(2024, 7, 100, area=CODES[0]).changed(numerator=None, denominator=None)
    near = {CODES[0]: (CODES[1], "ZZ9999999"), CODES[1]: (CODES[1],), CODES[2]: ("ZZ9999999",)}
    (one, _) = found(plain, seen(2024, 71, 100, area=CODES[1]), neighbours=near).standings
    assert one.doubts == ("SFR407",)


def test_a_numerator_alone_is_in_no_pooled_figure() -> None:
    """Its figure is in the mean; its area is named among those without counts."""
    alone = seen(2024, 20, 100, area=CODES[1]).changed(denominator=None)
    rows = [seen(2024, 10, 100, area=CODES[0]), alone, seen(2024, 40, 100, area=CODES[2])]
    averages = found(*rows, neighbours={CODES[0]: CODES[1:3]}).averages
    assert (averages[0].mean, averages[0].areas, averages[0].missing) == (30.0, 2, ())
    assert (averages[0].pooled, averages[0].counted) == (40.0, 1)
    assert averages[0].uncounted == (CODES[1],)


def test_a_table_becomes_a_data_frame_with_the_columns_of_its_csv() -> None:
    """Numbers stand unrounded; no code, and no number, is a missing value."""
    result = found(
        *year_of((10.0, 25.0)), seen(2024, 1, 3, area=CODES[2]), neighbours={CODES[0]: CODES[2:5]}
    )
    for name, table_ in (("averages", result.averages), ("limits", result.limits)):
        frame = table_.to_frame("polars")
        assert ",".join(frame.columns) == result.to_csv()[f"{name}.csv"].decode().partition("\n")[0]
        assert len(frame) == len(table_)
    assert result.averages.to_frame("polars")["missing"].to_list() == [f"{CODES[3]} {CODES[4]}"]
    assert result.limits.to_frame("pandas")["trial"].dtype == bool
    assert repr(result.limits) == f"<AreaTable of AreaLimits, {len(result.limits)} rows>"
    assert full_text(result.limits).startswith("AreaTable(view=")


def test_a_table_gives_rows_and_columns() -> None:
    """A row is made when it is asked for, and a column is found by its name."""
    standings = found(*year_of(TOPS)).standings
    assert standings[1] == list(standings)[1]
    assert standings.names[:3] == ("indicator", "kind", "area")
    with pytest.raises(ValueError, match="not in"):
        standings.column("colour")
