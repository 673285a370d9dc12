"""Education, health and care plans: the figures, checked against what is published."""

import pytest
from reading import HEREFORDSHIRE, figure, read, table

ENGLAND, DORSET, SOMERSET, CITY = "E92000001", "E06000059", "E06000066", "E09000001"
ON_TIME = "plans-within-20-weeks-excluding-exceptions"
FILES = (
    "timeliness_20_week",
    "requests",
    "assessments",
    "annual_reviews",
    "ceased_plans",
    "caseload",
    "sen_needs_all_plans",
    "sen2_mi",
)


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for(name: str) -> None:
    """Each file is read with an account of all its rows, and each figure names its row."""
    found = table(made := read("dfe.ehc-plans", f"{name}.csv"))
    assert made.account.rows_used > 0
    assert set(found.source_file) == {f"{name}.csv"}
    assert all(row is not None and row > 1 for row in found.source_row)


@pytest.mark.parametrize(
    ("year", "rate", "events", "total"),
    [
        ("2019", 90.1, 118, 131),
        ("2020", 91.0, 121, 133),
        ("2021", 85.5, 141, 165),
        ("2022", 74.7, 121, 162),
        ("2023", 77.1, 222, 288),
        ("2024", 67.6, 225, 333),
    ],
)
def test_plans_within_20_weeks_in_herefordshire(
    year: str, rate: float, events: int, total: int
) -> None:
    """The rate is worked out from its counts, unrounded, and rounds to what is published."""
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv"))
    one = figure(found, ON_TIME, HEREFORDSHIRE, year)
    assert (one.numerator, one.denominator) == (events, total)
    assert one.value == pytest.approx(events / total * 100, abs=1e-12)
    assert round(one.value, 1) == rate


@pytest.mark.parametrize(
    ("year", "total", "rate"),
    [
        ("2019", 49_519, 60.4),
        ("2020", 54_175, 58.0),
        ("2021", 57_196, 59.9),
        ("2022", 62_108, 49.2),
        ("2023", 76_506, 50.3),
        ("2024", 84_866, 46.4),
    ],
)
def test_plans_within_20_weeks_in_england(year: str, total: int, rate: float) -> None:
    """England's series is the published one."""
    one = figure(table(read("dfe.ehc-plans", "timeliness_20_week.csv")), ON_TIME, ENGLAND, year)
    assert (one.denominator, round(one.value, 1)) == (total, rate)


def test_no_denominator_no_rate() -> None:
    """Dorset issued 585 plans in 2024, none of them without an exception: there is no rate."""
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv"))
    one = figure(found, ON_TIME, DORSET, "2024")
    assert (one.value, one.symbol, one.denominator) == (None, "x", 0)
    assert figure(found, "plans-issued", DORSET, "2024").value == 585
    city = figure(found, ON_TIME, CITY, "2024")
    assert (city.value, city.denominator) == (None, 0)


@pytest.mark.parametrize(
    ("name", "indicator", "area", "value"),
    [
        ("requests", "requests-received", ENGLAND, 154_489),
        ("requests", "requests-refused", ENGLAND, 25.2),
        ("requests", "requests-decided-within-6-weeks", ENGLAND, 84.8),
        ("requests", "requests-received", HEREFORDSHIRE, 531),
        ("requests", "requests-refused", HEREFORDSHIRE, 20.3),
        ("requests", "requests-decided-within-6-weeks", HEREFORDSHIRE, 97.6),
        ("assessments", "assessments-in-year", ENGLAND, 105_340),
        ("assessments", "assessments-plan-issued", ENGLAND, 93.6),
        ("annual_reviews", "review-decisions-within-4-weeks", ENGLAND, 44.4),
        ("annual_reviews", "review-decisions-within-4-weeks", HEREFORDSHIRE, 25.3),
        ("ceased_plans", "plans-ceased", ENGLAND, 44_862),
    ],
)
def test_published_figures_of_2024(name: str, indicator: str, area: str, value: float) -> None:
    """Counts and rates of 2024 have the denominators of the Department for Education."""
    found = figure(table(read("dfe.ehc-plans", f"{name}.csv")), indicator, area, "2024")
    assert round(found.value, 1) == value


def test_stocks_are_of_january() -> None:
    """What is counted once a year stands under the January of the academic year."""
    found = table(read("dfe.ehc-plans", "caseload.csv"))
    assert figure(found, "ehc-plans", ENGLAND, "January 2025").value == 638_745
    assert figure(found, "ehc-plans", HEREFORDSHIRE, "January 2025").value == 1_717


def test_a_total_that_is_not_published_is_added() -> None:
    """Plans over 20 weeks are those of less and those of more than a year, and none where x is."""
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv"))
    late = "plans-issued-over-20-weeks-excluding-exceptions"
    assert figure(found, late, HEREFORDSHIRE, "2024").value == 333 - 225
    assert figure(found, late, HEREFORDSHIRE, "2019").symbol == "x"


def test_an_area_stands_under_its_present_code() -> None:
    """Somerset is E10000027 in the file, and E06000066 since April 2023."""
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv", areas=("933",)))
    assert set(found.area) == {SOMERSET}
    assert {str(each) for each in found.period} == {str(year) for year in range(2019, 2025)}


def test_abolished_areas_keep_their_code() -> None:
    """Cumbria and Northamptonshire are areas of their own, up to the year they ended."""
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv"))
    years = {str(each.period) for each in found if each.area == "E10000006"}
    assert "2019" in years
    assert "2024" not in years


def test_parts_of_the_whole() -> None:
    """Rows about a part are left out by name, and read where that is asked for."""
    made = read("dfe.ehc-plans", "timeliness_20_week.csv")
    assert any("sex" in each.reason for each in made.account.left_out)
    found = table(read("dfe.ehc-plans", "timeliness_20_week.csv", breakdowns=("sex",)))
    parts = {dict(each)["sex"] for each in found.dimensions if each}
    assert {"Male", "Female"} <= parts
    everything = table(read("dfe.ehc-plans", "timeliness_20_week.csv", breakdowns=("all",)))
    assert len(everything) == len(found)


def test_columns_are_parts_too() -> None:
    """Of plans that ceased the reasons, and of plans the primary need, are parts of the whole."""
    ceased = table(read("dfe.ehc-plans", "ceased_plans.csv"))
    reason = "educational or training needs met without a plan"
    assert figure(ceased, "plans-ceased", ENGLAND, "2024", reason=reason).value > 0
    needs = table(read("dfe.ehc-plans", "sen_needs_all_plans.csv"))
    autism = figure(
        needs, "plans-by-primary-need", ENGLAND, "January 2025",
        primary_need="autistic spectrum disorder",
    )  # fmt: skip
    assert (autism.numerator, round(autism.value, 1)) == (201_183, 31.5)


def test_a_published_slip_is_reported() -> None:
    """Where counts and published rate differ it is reported by row, and both are kept.

    The publisher's later revision exchanged the two percentages: the counts were right.
    """
    made = read("dfe.ehc-plans", "sen_needs_all_plans.csv", breakdowns=("all",))
    slips = [item for item in made.diagnostics if item.code == "SFR414"]
    assert [item.severity for item in slips] == ["warning", "warning"]
    assert "column 'sld_pc'" in slips[0].message
    assert {item.location.line for item in slips} == {10}
    both = {
        (each.value, each.numerator, each.denominator)
        for each in table(made)
        if each.source_row == 10 and each.value in (7.8, 0.1)
    }
    assert both == {(7.8, 595.0, 16_069.0), (0.1, 665.0, 16_069.0)}


def test_a_percentage_that_is_not_published_is_worked_out_from_counts_that_are() -> None:
    """Of requests refused before 2023 the release prints both counts, and no percentage."""
    made = read("dfe.ehc-plans", "requests.csv")
    one = figure(table(made), "requests-refused", ENGLAND, "2019")
    assert (one.numerator, one.denominator) == (18_755, 82_329)
    assert one.value == pytest.approx(18_755 / 82_329 * 100, abs=1e-12)
    (note,) = [each for each in made.diagnostics if each.code == "dfe.counts"]
    assert "column 'request_not_assess_pc'" in note.message


def test_a_header_that_stands_twice() -> None:
    """A column that is not read may stand twice; that is noted."""
    made = read("dfe.ehc-plans", "annual_reviews.csv")
    assert [each.severity for each in made.diagnostics] == ["note"]
    assert "'review_meeting_prior_24' twice" in made.diagnostics[0].message


def test_the_layout_of_2022() -> None:
    """The older release has other columns and gives the same indicators, 2014 to 2021."""
    found = table(read("dfe.ehc-plans", "sen2_mi.csv"))
    one = figure(found, ON_TIME, ENGLAND, "2021")
    assert (one.numerator, one.denominator, round(one.value, 1)) == (34_249, 57_196, 59.9)
    assert one.release == "dfe.ehc-plans-2022"


def test_options_choose() -> None:
    """Areas may be asked for by GSS code or DfE number, indicators by id."""
    found = table(
        read(
            "dfe.ehc-plans",
            "timeliness_20_week.csv",
            areas=("884", ENGLAND),
            indicators=("dfe.plans-issued",),
        )
    )
    assert set(found.area) == {HEREFORDSHIRE, ENGLAND}
    assert set(found.indicator) == {"dfe.plans-issued"}
