"""The published figures of the Herefordshire example are those the publishers gave."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from statistics import fmean

import pytest

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "examples" / "herefordshire" / "figures"
EXTRACT = ROOT / "tests" / "data" / "dfe-timeliness-extract" / "timeliness.csv"

HEREFORDSHIRE = "E06000019"
WEST_MIDLANDS = "E12000005"
ENGLAND = "E92000001"
NEIGHBOURS = {
    "E06000011",  # East Riding of Yorkshire
    "E06000051",  # Shropshire
    "E06000064",  # Westmorland and Furness
    "E10000007",  # Derbyshire
    "E10000017",  # Lancashire
    "E10000019",  # Lincolnshire
    "E10000023",  # North Yorkshire
    "E10000027",  # Somerset
    "E10000028",  # Staffordshire
    "E10000029",  # Suffolk
}

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """Return every line of the table."""
    with (FIGURES / "observations.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def row_of(rows: list[Row], indicator: str, area: str, period: str, setting: str = "") -> Row:
    """Return the one line that has this key."""
    key = (indicator, area, period, setting)
    (row,) = (each for each in rows if key_of(each) == key)
    return row


def key_of(row: Row) -> tuple[str, str, str, str]:
    """Return what tells one observation from another."""
    return row["indicator"], row["area"], row["period"], row["dimension.setting"]


@pytest.mark.parametrize(
    ("year", "on_time", "issued", "published"),
    [
        ("2019", "118", "131", 90.1),
        ("2020", "121", "133", 91.0),
        ("2021", "141", "165", 85.5),
        ("2022", "121", "162", 74.7),
        ("2023", "222", "288", 77.1),
        ("2024", "225", "333", 67.6),
    ],
)
def test_twenty_week_rate_of_herefordshire(
    rows: list[Row], year: str, on_time: str, issued: str, published: float
) -> None:
    """Herefordshire's rate fell from 90.1 to 67.6 per cent, exceptions excluded."""
    row = row_of(rows, "ehc-plans-within-20-weeks", HEREFORDSHIRE, year)
    assert (row["numerator"], row["denominator"]) == (on_time, issued)
    assert round(float(row["value"]), 1) == published


def test_rates_are_not_rounded(rows: list[Row]) -> None:
    """225 of 333 is kept as 67.56756756756756 per cent, not as 67.6."""
    row = row_of(rows, "ehc-plans-within-20-weeks", HEREFORDSHIRE, "2024")
    assert row["value"] == "67.56756756756756"


def test_twenty_week_rate_of_england(rows: list[Row]) -> None:
    """England had 39,407 of 84,866 plans on time in 2024: 46.4 per cent."""
    row = row_of(rows, "ehc-plans-within-20-weeks", ENGLAND, "2024")
    assert (row["numerator"], row["denominator"]) == ("39407", "84866")
    assert float(row["value"]) == pytest.approx(46.4344, abs=5e-5)


def test_neighbours_differ_plain_and_pooled(rows: list[Row]) -> None:
    """All ten neighbours have a 2024 rate: plain mean 49.9, pooled 42.4 per cent."""
    indicator = "ehc-plans-within-20-weeks"
    found = [row_of(rows, indicator, area, "2024") for area in sorted(NEIGHBOURS)]
    on_time = sum(int(row["numerator"]) for row in found)
    issued = sum(int(row["denominator"]) for row in found)
    assert (on_time, issued) == (3755, 8849)
    assert fmean(float(row["value"]) for row in found) == pytest.approx(49.860218)
    assert 100 * on_time / issued == pytest.approx(42.434173)


@pytest.mark.parametrize(
    ("indicator", "area", "published"),
    [
        ("annual-review-decisions-within-4-weeks", ENGLAND, 44.4),
        ("annual-review-decisions-within-4-weeks", HEREFORDSHIRE, 25.3),
        ("ehc-assessments-leading-to-plan", ENGLAND, 93.6),
        ("ehc-assessments-leading-to-plan", HEREFORDSHIRE, 99.7),
        ("ehc-plans-within-20-weeks-including-exceptions", ENGLAND, 45.9),
        ("ehc-plans-within-20-weeks-including-exceptions", HEREFORDSHIRE, 67.4),
        ("ehc-request-decisions-within-6-weeks", ENGLAND, 84.8),
        ("ehc-request-decisions-within-6-weeks", HEREFORDSHIRE, 97.6),
        ("ehc-requests-refused", ENGLAND, 25.2),
        ("ehc-requests-refused", HEREFORDSHIRE, 20.3),
    ],
)
def test_rates_use_the_published_denominator(
    rows: list[Row], indicator: str, area: str, published: float
) -> None:
    """Each 2024 rate rounds to the published one, so its denominator is DfE's."""
    row = row_of(rows, indicator, area, "2024")
    assert round(float(row["value"]), 1) == published
    share = int(row["numerator"]) / int(row["denominator"])
    assert float(row["value"]) == pytest.approx(100 * share)


@pytest.mark.parametrize(
    ("indicator", "herefordshire", "england"),
    [
        ("ehc-assessments", 348, 105_340),
        ("ehc-plans-issued", 333, 84_866),
        ("ehc-plans-issued-including-exceptions", 334, 90_392),
        ("ehc-plans-on-time", 225, 39_407),
        ("ehc-plans-over-20-weeks", 108, 45_398),
        ("ehc-requests", 531, 154_489),
    ],
)
def test_counts_of_2024(rows: list[Row], indicator: str, herefordshire: int, england: int) -> None:
    """The counts of 2024 are whole numbers, as published."""
    assert row_of(rows, indicator, HEREFORDSHIRE, "2024")["value"] == str(herefordshire)
    assert row_of(rows, indicator, ENGLAND, "2024")["value"] == str(england)


def test_late_plans_before_2023_are_the_rest(rows: list[Row]) -> None:
    """To 2022 no count of late plans is published: it is issued less on time."""
    late, issued, on_time = (
        row_of(rows, indicator, ENGLAND, "2022")["value"]
        for indicator in (
            "ehc-plans-over-20-weeks",
            "ehc-plans-issued",
            "ehc-plans-on-time",
        )
    )
    assert int(late) == int(issued) - int(on_time) == 62_108 - 30_536


def test_late_plans_of_england_are_not_the_rest(rows: list[Row]) -> None:
    """The published count of late plans is 61 less than issued less on time in 2024."""
    late, issued, on_time = (
        int(row_of(rows, indicator, ENGLAND, "2024")["value"])
        for indicator in (
            "ehc-plans-over-20-weeks",
            "ehc-plans-issued",
            "ehc-plans-on-time",
        )
    )
    assert issued - on_time - late == 61


@pytest.mark.parametrize(
    ("indicator", "decisions", "rate"),
    [
        ("tribunal-appeal-rate", "1846", 1.6),
        ("tribunal-appeal-rate-in-development", "1139", 2.6),
    ],
)
def test_both_tribunal_series_are_kept_as_published(
    rows: list[Row], indicator: str, decisions: str, rate: float
) -> None:
    """30 appeals of 2024 are 1.6 per cent, and 2.6 in the series in development."""
    row = row_of(rows, indicator, HEREFORDSHIRE, "2024")
    assert (row["numerator"], row["denominator"]) == ("30", decisions)
    assert float(row["value"]) == rate
    assert row["release"] == "moj-tribunal-appeal-rate-2024"


def test_tribunal_table_has_no_regions(rows: list[Row]) -> None:
    """No appeal rate is published for the West Midlands, so none is in the table."""
    areas = {row["area"] for row in rows if row["indicator"].startswith("tribunal-")}
    assert areas == {HEREFORDSHIRE, ENGLAND} | NEIGHBOURS


def settings_gap(rows: list[Row], area: str, period: str) -> int:
    """Return how many plans are in the total but in no setting."""
    of_month = [
        row
        for row in rows
        if (row["indicator"], row["area"], row["period"]) == ("ehc-plans", area, period)
    ]
    total = row_of(rows, "ehc-plans", area, period)
    parts = [int(r["value"]) for r in of_month if r is not total and r["value"] != "x"]
    return int(total["value"]) - sum(parts)


@pytest.mark.parametrize("period", ["2024-01", "2025-01"])
def test_settings_add_up_since_2024(rows: list[Row], period: str) -> None:
    """Since 2024 every plan of the local areas and the region is in one setting."""
    for area in NEIGHBOURS | {HEREFORDSHIRE, WEST_MIDLANDS}:
        assert settings_gap(rows, area, period) == 0


def test_settings_of_england_add_up_but_in_2024(rows: list[Row]) -> None:
    """3,645 plans of January 2024 have no setting: two areas gave totals alone."""
    assert settings_gap(rows, ENGLAND, "2024-01") == 3645
    assert settings_gap(rows, ENGLAND, "2025-01") == 0


@pytest.mark.parametrize(
    ("period", "outside"),
    [("2019-01", 9), ("2020-01", 2), ("2021-01", 5), ("2022-01", 4), ("2023-01", 41)],
)
def test_settings_fall_short_to_2023(rows: list[Row], period: str, outside: int) -> None:
    """To 2023 some of Herefordshire's plans were counted outside the seven settings."""
    assert settings_gap(rows, HEREFORDSHIRE, period) == outside


def test_plans_of_january_2025(rows: list[Row]) -> None:
    """Herefordshire had 1,717 plans in January 2025, 753 of them in mainstream."""
    plans = "ehc-plans", HEREFORDSHIRE, "2025-01"
    assert row_of(rows, *plans)["value"] == "1717"
    assert row_of(rows, *plans, "mainstream")["value"] == "753"
    assert row_of(rows, *plans, "special")["value"] == "477"
    assert row_of(rows, "ehc-plans", ENGLAND, "2025-01")["value"] == "638745"


def test_what_is_not_published_stays_a_symbol(rows: list[Row]) -> None:
    """A rate that DfE marks unavailable stays x, though both its counts are given."""
    row = row_of(rows, "ehc-requests-refused", HEREFORDSHIRE, "2022")
    assert (row["value"], row["numerator"], row["denominator"]) == ("x", "92", "305")


def test_symbols_are_those_of_the_releases(rows: list[Row]) -> None:
    """The only symbols are x (unavailable) and, in the tribunal table, two dots."""
    symbols = {
        (row["value"], row["release"])
        for row in rows
        if not re.fullmatch(r"\d+(\.\d+)?", row["value"])
    }
    assert symbols == {
        ("x", "dfe-ehc-plans-2025"),
        ("..", "moj-tribunal-appeal-rate-2024"),
    }


def test_counts_that_miss_the_published_rate_give_way(rows: list[Row]) -> None:
    """Where DfE's two counts do not give DfE's rate, its rate stands alone."""
    found = {
        (row["area"], row["period"]): row["value"]
        for row in rows
        if row["indicator"] == "ehc-request-decisions-within-6-weeks"
        and row["value"] != "x"
        and not row["denominator"]
    }
    assert found == {
        ("E06000051", "2023"): "73.5",
        ("E10000017", "2024"): "96.4",
        (WEST_MIDLANDS, "2023"): "80.6",
        (ENGLAND, "2023"): "84.8",
    }


def test_table_has_its_columns_and_order(rows: list[Row]) -> None:
    """The columns are fixed, no key stands twice, and the lines are sorted."""
    assert list(rows[0]) == [
        "indicator",
        "area",
        "period_kind",
        "period",
        "value",
        "numerator",
        "denominator",
        "dimension.setting",
        "status",
        "release",
        "source_file",
        "source_row",
    ]
    assert all(row["source_file"] and row["source_row"].isdigit() for row in rows)
    keys = [key_of(row) for row in rows]
    assert keys == sorted(set(keys))
    assert len(keys) == 1659


def test_numerators_and_denominators_are_counts_or_empty(rows: list[Row]) -> None:
    """No symbol stands for a numerator or denominator; a missing one is empty."""
    for row in rows:
        assert re.fullmatch(r"\d*", row["numerator"])
        assert re.fullmatch(r"\d*", row["denominator"])


def test_periods_fit_their_kind(rows: list[Row]) -> None:
    """Flows are of a calendar year; plans in place are of January."""
    for row in rows:
        stock = row["indicator"] == "ehc-plans"
        assert row["period_kind"] == ("month" if stock else "calendar_year")
        assert re.fullmatch(r"20\d\d-01" if stock else r"20\d\d", row["period"])


def test_areas_are_herefordshire_and_its_comparators(rows: list[Row]) -> None:
    """The thirteen areas are those of areas.json, with DfE numbers for the councils."""
    areas = json.loads((FIGURES / "areas.json").read_text(encoding="utf-8"))
    codes = [area["code"] for area in areas]
    assert codes == sorted({HEREFORDSHIRE, WEST_MIDLANDS, ENGLAND} | NEIGHBOURS)
    assert {row["area"] for row in rows} == set(codes)
    for area in areas:
        assert (area["kind"] == "local_authority") == (area["dfe_code"] is not None)
    assert areas[codes.index(HEREFORDSHIRE)] == {
        "code": HEREFORDSHIRE,
        "kind": "local_authority",
        "name": "Herefordshire, County of",
        "dfe_code": "884",
    }


def test_extract_is_as_published() -> None:
    """The extract keeps the byte order mark, the line ends and the columns' case."""
    data = EXTRACT.read_bytes()
    assert data.startswith(b"\xef\xbb\xbftime_period,")
    assert data.count(b"\r\n") == data.count(b"\n") == 14
    assert b",PC_plans_issued_20_weeks_ex," in data


def test_extract_has_plans_without_a_rate() -> None:
    """Dorset issued 585 plans in 2024, none without exceptions: there is no rate."""
    with EXTRACT.open(encoding="utf-8-sig", newline="") as stream:
        (dorset,) = (r for r in csv.DictReader(stream) if r["la_name"] == "Dorset")
    assert dorset["plans_issued_den"] == "585"
    assert dorset["plans_issued_den_ex"] == "0"
    assert dorset["PC_plans_issued_20_weeks_ex"] == "x"
