"""Rows, periods, cells and files as publishers and spreadsheets make them. Figures are invented."""

import pytest
from invented_tables import HEREFORD, left_out, local, problems, shares, table_of
from reading import HEREFORDSHIRE, table


@pytest.mark.parametrize(
    ("area", "named"),
    [
        ("z,z,Unknown", "Unknown (z)"),
        ("z,z,Not applicable", "Not applicable (z)"),
        ("z,z,Outside England", "Outside England (z)"),
        (
            "314 / 318,E09000021 / E09000027,Kingston upon Thames / Richmond upon Thames",
            "Kingston upon Thames / Richmond upon Thames (E09000021 / E09000027)",
        ),
        ("702,z,British Forces", "British Forces (z)"),
        ("999,E06000999,Nowhere", "Nowhere (E06000999)"),
        ("884,E06000999,Herefordshire", "Herefordshire (E06000999)"),
        ("660,W06000001,Isle of Anglesey", "Isle of Anglesey (W06000001)"),
        (",,", "no name ()"),
    ],
)
def test_areas_that_the_register_does_not_know_are_left_out_by_name(area: str, named: str) -> None:
    """The rest of the file is read, and the account names the area."""
    made = shares(local(HEREFORD), local(area))
    assert list(table(made).area) == [HEREFORDSHIRE]
    assert left_out(made) == [f"its area is none that the register knows: {named}"]


def test_regions_that_are_none_are_left_out_by_name() -> None:
    """A region without a code is named too."""
    row = "202425,Academic year,Regional,E92000001,England,z,Outside of England and unknown,,,,Total,60,6,10"
    made = shares(table_of("Total,60,6,10"), row)
    assert list(table(made).area) == ["E92000001"]
    (reason,) = left_out(made)
    assert reason.endswith("Outside of England and unknown (z)")


@pytest.mark.parametrize(
    ("area", "message"),
    [
        (
            '884,E06000018,"Herefordshire, County of"',
            "the GSS code E06000018 is that of Nottingham, and the name is 'Herefordshire, County of'",
        ),
        (
            '892,E06000019,"Herefordshire, County of"',
            "the DfE code 892 that of Nottingham",
        ),
        ("884,E06000019,Nottingham", "and the name is 'Nottingham'"),
        ("999,E06000019,Herefordshire", "the DfE code 999 that of no known area"),
        ("884,Herefordshire,E06000019", "the GSS code stands as the name"),
        ("884,E12000005,West Midlands", "which is a region"),
    ],
)
def test_codes_and_name_of_a_row_must_agree(area: str, message: str) -> None:
    """Only then, columns may have been swapped: nothing is read."""
    made = shares(local(HEREFORD), local(area, when="202324,Academic year"))
    (only,) = problems(made)
    assert message in only
    assert "swapped" in str(made.diagnostics[0].help)


@pytest.mark.parametrize(
    ("code", "name", "is_read"),
    [
        ("E12000006", "East of England", True),
        ("E12000006", "East", True),
        ("E12000003", "Yorkshire and the Humber", True),
        ("E12000009", "South West", True),
        ("E12000009", "South East", False),
        ("E12000008", "East of England", False),
    ],
)
def test_names_of_regions_may_be_shorter_and_not_others(
    code: str, name: str, *, is_read: bool
) -> None:
    """Words such as "East" stand in several names: all of the shorter name must be in the other."""
    row = f"202425,Academic year,Regional,E92000001,England,{code},{name},,,,Total,60,6,10"
    made = shares(row)
    assert (made.table is not None) == is_read
    assert is_read or "may have been swapped" in str(made.diagnostics[0].help)


def test_codes_that_ended_in_2013_are_known() -> None:
    """Older files have Gateshead and Northumberland under the codes that they had until 2013."""
    made = shares(local("390,E08000020,Gateshead"), local("929,E06000048,Northumberland"))
    assert list(table(made).area) == ["E08000037", "E06000057"]


def test_many_unknown_areas_are_counted_together() -> None:
    """After a hundred names the others are counted without theirs: the account stays short."""
    rows = [local(f"z,z,Nowhere {number}") for number in range(150)]
    reasons = left_out(shares(local(HEREFORD), *rows))
    assert len(reasons) == 101
    assert reasons[-1] == "its area is none that the register knows: others"


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("202425,Academic year", "2024/25"),
        ("202425,Academic year Q1", "quarter 1 of 2024/25"),
        ("202425,Autumn term", "autumn term 2024/25"),
        ("202425,Autumn and spring term", "2024/25 to 30 April 2025"),
        ("202425,Spring term", "spring term 2024/25"),
        ("202425,Summer term", "summer term 2024/25"),
        ("2024,Calendar year", "2024"),
        ("2024,Calendar year Q4", "quarter 4 of 2024"),
        ("202425,Financial year", "2024-25"),
        ("202425,Financial year Q2", "quarter 2 of 2024-25"),
        ("202425,Part 1 (April to September)", "2024-25 to 30 September 2024"),
        ("2024,Reporting year", "reporting year 2024"),
        ("2024,January", "January 2024"),
        ("2024,December", "December 2024"),
        ("2024,Week 1", "week 1 of 2024"),
        ("2024,Week 52", "week 52 of 2024"),
    ],
)
def test_each_time_identifier_of_the_standard_is_read(when: str, period: str) -> None:
    """Years, terms, quarters, parts of years, months and weeks."""
    assert [str(one) for one in table(shares(table_of("Total,60,6,10", when))).period] == [period]


@pytest.mark.parametrize(
    "identifier", ["Tax year", "Tax year Q3", "Part 2 (October to March)", "tax YEAR"]
)
def test_periods_that_no_figure_can_be_of_are_left_out_by_name(identifier: str) -> None:
    """A tax year begins on 6 April, and half a year is no period here: the rest is read."""
    made = shares(table_of("Total,60,6,10"), table_of("Total,60,6,10", f"202425,{identifier}"))
    assert len(table(made)) == 1
    assert left_out(made) == [f"no figure can be of this period yet: '{identifier}'"]


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("2024,Academic year", "is one year, and 'Academic year' needs two"),
        ("2024,Autumn and spring term", "is one year, and 'Autumn and spring term' needs two"),
        ("202425,Calendar year", "is two years, and 'Calendar year' needs one"),
        ("202426,Academic year", "names two years that do not follow each other"),
        ("24,Calendar year", "time_period '24' is no year"),
        ("2024,Week 53", "there is no 'Week 53' of 2024"),
        ("9999,Calendar year", "there is no 'Calendar year' of 9999"),
        ("2024,Moon year", "time_identifier 'Moon year' is none"),
        ("Calendar year,2024", "stand in each other's column"),
    ],
)
def test_a_period_that_is_none_is_refused_with_the_reason(when: str, message: str) -> None:
    """Only where the two cells stand in each other's column it is said that they may be swapped."""
    made = shares(table_of("Total,60,6,10", when))
    assert message in problems(made)[0]
    assert ("swapped" in str(made.diagnostics[0].help)) == ("each other's" in message)
