"""Tables of participation, of children in need, and any other by a mapping."""

from bisect import bisect_left
from typing import Any

import pytest
from reading import DATA, HEREFORDSHIRE, figure, read, read_text, table

from sendframe.plugins import (
    FrozenMap,
    MappedFigure,
    MappedFile,
    MappedFilter,
    Quantity,
    Release,
    ReleaseMapping,
    SymbolMeaning,
    Text,
)
from sendframe.plugins.statistics import quantile

NEET = ("UD_NEETNK_LA_dashboard_2023_final.csv", "UD_NEETNK_LA_dashboard_final.csv")


@pytest.mark.parametrize(("name", "year"), [(NEET[0], "2023"), (NEET[1], "2025")])
def test_participation_and_neet(name: str, year: str) -> None:
    """Both years are read, each as its own release."""
    found = table(made := read("dfe.neet", name))
    assert made.account.rows_used == made.account.rows_read
    assert set(found.release) == {f"dfe.neet-{year}"}
    assert figure(found, "neet-or-not-known", "E92000001", year).value in {5.2, 5.6}


@pytest.mark.parametrize("name", NEET)
@pytest.mark.parametrize(
    ("column", "band"),
    [
        ("NEET_not_known_percent", "NEET_NK_quintile"),
        ("NEET_percent", "NEET_quintile"),
        ("Notknown_percent", "Notknown_quintile"),
        ("TOTAL_participating_in_education_and_training_percent", "Participation_ET_quintile"),
    ],
)
def test_published_quintiles(name: str, column: str, band: str) -> None:
    """Quantiles by type 7 give the published quintile of every area that is not at a bound.

    The publisher banded unrounded figures and published rounded ones, so that an area whose
    figure rounds to a bound may lie on either side of it.
    """
    header, *lines = (DATA / name).read_text(encoding="utf-8-sig").splitlines()
    rows = [dict(zip(header.split(","), _cells(line), strict=True)) for line in lines]
    areas = [
        (float(row[column]), int(row[band]))
        for row in rows
        if row["geographic_level"] == "Local authority" and row[column] not in {"c", "z"}
    ]
    ordered = sorted(value for value, _ in areas)
    bounds = [quantile(ordered, part / 5) for part in range(1, 5)]
    upwards = min(areas)[1] == 1  # which end is called 1 differs between years
    apart = [
        (value, said)
        for value, said in areas
        if said != (1 + bisect_left(bounds, value) if upwards else 5 - bisect_left(bounds, value))
    ]
    assert all(min(abs(value - each) for each in bounds) < 0.11 for value, _ in apart)
    assert len(apart) < len(areas) / 10


def _cells(line: str) -> list[str]:
    import csv

    return next(csv.reader([line]))


@pytest.mark.parametrize("name", ["sen_la.csv", "sen_national.csv"])
def test_children_in_need(name: str) -> None:
    """Suppressed figures stay symbols with their meaning; every row is about a group."""
    found = table(made := read("dfe.children-in-need", name))
    assert made.account.rows_used == made.account.rows_read
    assert all(each for each in found.dimensions)
    symbols = {each for each in found.symbol if each}
    assert symbols <= {"c", "k", "z"}
    place = next((at for at, each in enumerate(found.symbol) if each == "c"), None)
    if place is not None:
        assert found.meaning(place) == "suppressed (confidential)"


RELEASE = Release(id="absence", title="Absence", publisher="Department for Education")
MAPPING: dict[str, Any] = {
    "id": "mine",
    "title": Text(default="Absence"),
    "release": RELEASE,
    "symbols": FrozenMap({"c": SymbolMeaning(kind="suppressed", meaning="suppressed")}),
    "files": (
        MappedFile(
            title="Absence",
            recognised_by=("sess_overall", "sess_possible"),
            filters=(
                MappedFilter(column=("school_type", "education_phase"), whole=("Total",), dimension="phase"),
            ),
            figures=(
                MappedFigure(
                    indicator="absence",
                    value=Quantity(column=("sess_overall_percent",)),
                    numerator=Quantity(column=("sess_overall",)),
                    denominator=Quantity(
                        column=("sess_possible",), sum_of=("sess_possible_a", "sess_possible_b")
                    ),
                    factor=100,
                ),
            ),
        ),
    ),
}  # fmt: skip
HEAD = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name"
AREA = 'Local authority,E92000001,England,E12000005,West Midlands,E06000019,884,"Herefordshire, County of"'


def mapped(rows: str, columns: str, **more: Any) -> Any:
    """Return what a mapping makes of a table."""
    mapping = ReleaseMapping(**(MAPPING | more))
    return read_text("dfe.table", f"{HEAD},{columns}\n{rows}", mapping=mapping)


def test_any_table_by_a_mapping() -> None:
    """A council describes a table in a document, and it is read: terms, weeks, quarters, months."""
    columns = "education_phase,sess_overall,sess_possible,sess_overall_percent"
    periods = (
        ("202425,Autumn term", "autumn term 2024/25"),
        ("202425,Academic year", "2024/25"),
        ("2025,Week 5", "week 5 of 2025"),
        ("2024,Financial year Q1", ""),
        ("2025,January", "January 2025"),
        ("202425,Financial year", "2024-25"),
        ("2025,Reporting year", "reporting year 2025"),
    )
    rows = "".join(f"{period},{AREA},Total,70,1000,7\n" for period, _ in periods)
    found = table(mapped(rows, columns))
    assert len(found) == len(periods)
    assert {round(each, 9) for each in found.value if each is not None} == {7.0}
    said = {str(each) for each in found.period}
    assert {"2024/25", "January 2025", "2024-25", "reporting year 2025"} <= said
    assert set(found.area) == {HEREFORDSHIRE}


@pytest.mark.parametrize(
    "period",
    ["2025,Academic year", "202425,Calendar year", "202427,Academic year", "2025,Autumn term",
     "2025,Week 54", "202425,January", "20x5,Calendar year", "9999,Calendar year", "2025,Moon"],
)  # fmt: skip
def test_periods_that_are_none(period: str) -> None:
    """Two columns that name no period together are told by row."""
    columns = "education_phase,sess_overall,sess_possible,sess_overall_percent"
    made = mapped(f"{period},{AREA},Total,70,1000,7\n", columns)
    assert [each.code for each in made.diagnostics] == ["dfe.period"]


def test_split_columns_are_added() -> None:
    """Where a column was split its parts are added, and a symbol in one stands for the sum."""
    columns = "education_phase,sess_overall,sess_possible_a,sess_possible_b,sess_overall_percent"
    mapping = MAPPING["files"][0].changed(recognised_by=("sess_overall",))
    rows = f"2024,Calendar year,{AREA},Total,70,600,400,7\n2025,Calendar year,{AREA},Total,70,c,400,c\n"
    found = table(mapped(rows, columns, files=(mapping,)))
    assert list(found.denominator) == [1000, None]
    assert list(found.symbol) == [None, "c"]


def test_what_is_suppressed_is_never_worked_out() -> None:
    """A rate that is not available follows from its counts; one that is suppressed stays hidden."""
    columns = "education_phase,sess_overall,sess_possible,sess_overall_percent"
    symbols = {**MAPPING["symbols"], "x": SymbolMeaning(kind="not_available", meaning="none")}
    rows = f"2024,Calendar year,{AREA},Total,70,1000,c\n2025,Calendar year,{AREA},Total,70,1000,x\n"
    found = table(mapped(rows, columns, symbols=FrozenMap(symbols)))
    assert [(each.symbol, each.value and round(each.value, 9)) for each in found] == [
        ("c", None),
        (None, 7.0),
    ]


def test_parts_of_a_mapping() -> None:
    """Other labels of a filter are parts of the whole under the name the mapping gives."""
    columns = "school_type,sess_overall,sess_possible,sess_overall_percent"
    rows = f"2024,Calendar year,{AREA},Total,70,1000,7\n2024,Calendar year,{AREA},Special,9,90,10\n"
    made = mapped(rows, columns)
    assert [each.reason for each in made.account.left_out] == [
        "it is about a part of the whole: phase"
    ]
    mapping = ReleaseMapping(**MAPPING)
    found = table(
        read_text("dfe.table", f"{HEAD},{columns}\n{rows}", mapping=mapping, breakdowns=("phase",))
    )
    assert [dict(each) for each in found.dimensions] == [{}, {"phase": "Special"}]


def test_misspelt_columns_of_a_mapping_are_told() -> None:
    """A column that is not there is named, though the figure can be read without it."""
    columns = "school_type,sess_overall,sess_possibles,sess_overall_percent"
    file = MAPPING["files"][0].changed(recognised_by=("sess_overall",))
    made = mapped(f"2024,Calendar year,{AREA},Total,70,1000,7\n", columns, files=(file,))
    (told,) = [each for each in made.diagnostics if each.severity == "warning"]
    assert "no column 'sess_possible'" in told.message
    assert told.suggestion == "sess_possibles"
    other = MappedFilter(column=("kind",), whole=("Total",), dimension="phase")
    made = mapped(
        f"2024,Calendar year,{AREA},Total,70,1000,7\n",
        "school_type,sess_overall,sess_possible,sess_overall_percent",
        files=(MAPPING["files"][0].changed(filters=(other,)),),
    )
    (told,) = [each for each in made.diagnostics if each.severity == "warning"]
    assert "no column 'kind'" in told.message


def test_without_a_mapping() -> None:
    """The reader says that it needs one."""
    made = read_text("dfe.table", "a,b\n1,2\n")
    assert "no mapping says" in made.diagnostics[0].message
