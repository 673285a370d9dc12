"""A synthetic population comes to the figures that are published for England."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest
from made_up import COLUMNS, computed, mapping_of, total
from sendframe_records import INDICATORS
from sendframe_records._aggregate import Aggregate
from sendframe_records._computable import computable
from sendframe_records._evaluate import evaluate_table
from sendframe_records.population import PUBLISHED, published, write_population

NEEDS = ("SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "OTH")
SETTINGS = {
    "early-years": "Non-maintained early years",
    "mainstream": "Mainstream - total",
    "special": "Special - total",
    "alternative": "AP/PRU - total",
    "further": "FE - total",
    "elsewhere": "Educated elsewhere - total",
    "not-known": "Placement not recorded",
}


def numbers(file: str) -> Mapping[str, float]:
    """Return the published numbers of England in total, by column."""
    row = next(row for name, row in published(file).items() if name.startswith("All "))
    return {name: float(value) for name, value in row.items() if value.replace(".", "").isdigit()}


@pytest.fixture(scope="module")
def requests(tmp_path_factory: pytest.TempPathFactory) -> list[Aggregate]:
    """Return what the requests of 2024 come to, before disclosure control."""
    folder = tmp_path_factory.mktemp("requests")
    table = folder / "requests.parquet"
    write_population(table, "request")
    columns = {name: {"column": name, **rest} for name, rest in COLUMNS["request"].items()}
    mapping = mapping_of(folder, "request", columns=columns, complete_from=2024)
    usable, _ = computable(mapping, INDICATORS)
    return computed(table, mapping, usable, "duckdb", date(2024, 12, 31))


def test_requests(requests: list[Aggregate]) -> None:
    """Requests received, with mediation and with an appeal, are the published numbers."""
    england = numbers("requests.csv")
    assert total(requests, "ehc.requests", 2024)[0] == england["requests_received_in_year"]
    assert total(requests, "ehc.mediations", 2024)[0] == england["mediation_related_request"]
    appeals = total(requests, "ehc.appeals-registered", 2024)[0]
    assert appeals == england["tribunal_related_request"]


def test_plans_within_twenty_weeks(requests: list[Aggregate]) -> None:
    """The national timeliness table is reproduced, exceptions included and left out."""
    england = numbers("timeliness_20_week.csv")
    issued, within = england["plans_issued_den"], england["plans_issued_within_20_weeks"]
    assert total(requests, "ehc.plans-issued", 2024) == (issued, None)
    assert total(requests, "ehc.plans-within-20-weeks", 2024) == (within, issued)
    late = england["plans_issued_gt20weeks_ltYear"] + england["plans_issued_gt_1_year"]
    assert total(requests, "ehc.plans-late", 2024) == (late, None)
    count, of = total(requests, "ehc.plans-within-20-weeks-excluding-exceptions", 2024)
    assert (count, of) == (england["plans_issued_20_weeks_ex"], england["plans_issued_den_ex"])
    assert round(100 * count / (of or 1), 1) == england["PC_plans_issued_20_weeks_ex"] == 46.4


def test_decisions(requests: list[Aggregate]) -> None:
    """Decisions that there will be no plan are the published ones; six weeks to a tenth.

    The publication counts within six weeks over more requests than were decided in the year, so
    that only its percentage can be reproduced.
    """
    england = numbers("assessments.csv")
    within, over = england["outcome_decision_within_time"], england["outcome_decision_over_time"]
    assert total(requests, "ehc.no-plan-within-16-weeks", 2024) == (within, within + over)
    count, of = total(requests, "ehc.decisions-within-6-weeks", 2024)
    published_share = numbers("requests.csv")["request_outcome_six_weeks_pc"]
    assert 100 * count / (of or 1) == pytest.approx(published_share, abs=0.1)


def test_reviews(tmp_path: Path) -> None:
    """Decisions within four weeks of the meeting, of all decisions, are the published 44.4 %."""
    table = tmp_path / "reviews.parquet"
    write_population(table, "review")
    columns = {name: {"column": name} for name in ("met_on", "decided_on")}
    mapping = mapping_of(tmp_path, "review", columns=columns)
    usable, _ = computable(mapping, INDICATORS)
    made = computed(table, mapping, usable, "duckdb", date(2024, 12, 31))
    england = numbers("annual_reviews.csv")
    within, over = england["number_decsion_4weeks"], england["number_decision_gt_4weeks"]
    count, of = total(made, "ehc.review-decisions-within-4-weeks", 2024)
    assert (count, of) == (within, within + over)
    assert round(100 * count / (of or 1), 1) == england["pc_decsion_4weeks"]


def test_plans_by_need_age_and_setting(tmp_path: Path) -> None:
    """Plans in January 2025 by need, age and setting, and those that ceased, are as published."""
    table = tmp_path / "plans.parquet"
    write_population(table, "plan")
    columns = {
        "born_on": {"column": "born_on"},
        "issued_on": {"column": "issued_on"},
        "reviewed_on": {"column": "reviewed_on"},
        "ceased_on": {"column": "ceased_on"},
        "need": {"column": "need", "codes": {need: need for need in NEEDS}},
        "setting": {
            "column": "setting",
            "codes": {setting: setting for setting in SETTINGS if setting != "not-known"},
        },
    }
    mapping = mapping_of(tmp_path, "plan", columns=columns)
    made = evaluate_table(str(table), mapping, as_at=date(2025, 1, 16)).figures.table
    plans = {
        (name, group): row.value
        for row in made
        if row.indicator == "ehc.plans"
        for name, group in (row.dimensions or {"": ""}).items()
    }
    (ceased,) = (row.value for row in made if row.indicator == "ehc.plans-ceased")
    assert ceased == numbers("ceased_plans.csv")["total_ceased"] == 44_862
    rows = published("sen_needs_all_plans.csv")
    england = rows["All EHC plans"]
    assert plans["", ""] == int(england["ehc_plans"])
    for need in NEEDS:
        assert plans["need", need] == int(england[f"number_{need.lower()}"])
    assert plans["need", "not-known"] == int(england["number_need_unknown"])
    for setting, name in SETTINGS.items():
        assert plans["setting", setting] == int(rows[name]["ehc_plans"])
    ages = {2: int(rows["under 3"]["ehc_plans"])}
    ages |= {age: int(rows[f"age {age}"]["ehc_plans"]) for age in range(3, 26)}
    bands = (("under-5", 0), ("5-to-10", 5), ("11-to-15", 11), ("16-to-19", 16), ("20-to-25", 20))
    ends = [*[first for _, first in bands][1:], 26]
    for (band, first), end in zip(bands, ends, strict=True):
        assert plans["age", band] == sum(ages.get(age, 0) for age in range(first, end))


def test_a_seed_makes_the_same_rows(tmp_path: Path) -> None:
    """Equal seeds give equal rows, other seeds other days; rows are dealt out to areas."""
    paths = [tmp_path / f"{name}.parquet" for name in "abc"]
    for path, seed in zip(paths, (1, 1, 2), strict=True):
        assert write_population(path, "review", seed=seed, areas=3) == 348_759
    tables = [duckdb.sql(f"FROM '{path}'") for path in paths]  # files of the test
    sums = [
        table.aggregate("sum(hash(ref, area, met_on, decided_on))").fetchall() for table in tables
    ]
    assert sums[0] == sums[1] != sums[2]
    areas = tables[0].aggregate("area, count(*)").order("area").fetchall()
    assert areas == [(f"ZZ000000{number}", 116_253) for number in (1, 2, 3)]


def test_extracts_name_their_source() -> None:
    """The licence stands beside the extracts."""
    text = (PUBLISHED / "README.md").read_text(encoding="utf-8")
    assert "Open Government Licence v3.0" in text
