"""Layouts of later years, and which release and revision a file is. The figures are invented."""

import pytest
from reading import HEREFORDSHIRE, figure, read, read_text, table

from sendframe.plugins import Import, Release

ENGLAND = "E92000001"
HEAD = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown"
)
NATIONAL = "National,E92000001,England,,,,,"
LOCAL = (
    'Local authority,E92000001,England,E12000005,West Midlands,E06000019,884,"Herefordshire, '
    'County of"'
)
REQUESTS = (
    "requests_received_in_year,requests_rya,requests_decided_to_assess,"
    "requests_decided_not_to_assess,requests_decision_not_made,requests_withdrawn,"
    "request_assess_pc,request_not_assess_pc,request_outstanding_pc,request_withdrawn_pc,"
    "request_outcome_six_weeks,request_outcome_over_6_weeks,request_outcome_six_weeks_pc,"
    "request_outcome_over_6_weeks_pc,mediation_related_request,tribunal_related_request,"
    "tribunal_after_mediation_request"
)
ALL_REQUESTS = "All requests for an EHC needs assessment"
NEEDS = [
    "asd", "ds", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi",
]  # fmt: skip


def plans(columns: str, *rows: str, **options: object) -> Import:
    """Return what the reader of EHC plans makes of a table with these columns and rows."""
    return read_text("dfe.ehc-plans", "\n".join([f"{HEAD},{columns}", *rows, ""]), **options)


def errors(made: Import) -> list[str]:
    """Return the messages of the errors."""
    return [problem.message for problem in made.diagnostics if problem.severity == "error"]


def request_rows(label: str = ALL_REQUESTS, year: str = "2025") -> list[str]:
    """Return two rows of requests: the total, and girls."""
    return [
        f"{year},Calendar year,{LOCAL},{label},{label},500,0,350,100,30,20,70,20,6,4,405,45,90,10,12,9,3",
        f"{year},Calendar year,{LOCAL},Sex,Female,200,0,140,40,12,8,70,20,6,4,162,18,90,10,5,4,1",
    ]


def test_requests_of_2026_are_read_with_an_account_of_rows_and_columns() -> None:
    """The new label is the total; the account names table, release, rows and columns left out."""
    made = plans(REQUESTS, *request_rows())
    found = table(made)
    assert figure(found, "requests-received", HEREFORDSHIRE, "2025").value == 500
    assert figure(found, "requests-refused", HEREFORDSHIRE, "2025").value == 20
    account = made.account
    assert (account.rows_read, account.rows_used) == (2, 1)
    assert account.read_as == (
        "'Requests for EHC needs assessments' of "
        "'Education, health and care plans, reporting year 2026'"
    )
    assert account.columns_not_read == ("requests_rya", "request_outcome_over_6_weeks_pc")
    assert set(found.release) == {"dfe.ehc-plans-2026"}


@pytest.mark.parametrize("label", ["All requests", "ALL REQUESTS FOR ASSESSMENT", "All EHC plans"])
def test_a_total_under_another_name_is_read(label: str) -> None:
    """A row whose topic and label are the same and begin with "All" is the total."""
    found = table(plans(REQUESTS, *request_rows(label)))
    assert figure(found, "requests-received", HEREFORDSHIRE, "2025").value == 500


def test_a_missing_total_is_an_error_that_names_it() -> None:
    """Where no row is the total of the newest period, nothing is read, and the labels are named."""
    made = plans(REQUESTS, *request_rows("Requests"))
    (message,) = errors(made)
    assert message == "no row is the total of 2025: none is named as one in 'breakdown'"
    assert "There are 'Requests', 'Female'" in str(made.diagnostics[-1].help)
    assert made.table is None


def test_a_missing_total_of_an_older_period_is_a_warning() -> None:
    """The newest period has its total, so that the file is read; the older one is named."""
    rows = [*request_rows(), *request_rows("Requests", "2024")]
    made = plans(REQUESTS, *rows)
    assert table(made)
    (told,) = [problem for problem in made.diagnostics if problem.code == "dfe.total"]
    assert (told.severity, "total of 2024" in told.message) == ("warning", True)


REVIEWS = (
    "total_ehc_plans,review_expected_2025,review_not_expected_2025,review_completed_2025,"
    "review_completed_prior_2025,review_not_completed,outcome_amended,outcome_ceased,"
    "outcome_maintained,no_outcome_recorded,decision_4_weeks,decision_over_4_weeks"
)


def test_annual_reviews_of_2026_have_other_columns() -> None:
    """Reviews expected, completed and decided in time, from the columns that carry the year."""
    label = "All annual reviews"
    row = f"2025,Calendar year,{LOCAL},{label},{label},2000,1800,200,1500,100,200,700,50,750,100,900,600"
    found = table(made := plans(REVIEWS, row))
    assert figure(found, "reviews-expected", HEREFORDSHIRE, "2025").value == 1_800
    completed = figure(found, "reviews-completed", HEREFORDSHIRE, "2025")
    assert (completed.numerator, completed.denominator) == (1_600, 1_800)
    decided = figure(found, "review-decisions-within-4-weeks", HEREFORDSHIRE, "2025")
    assert (decided.numerator, decided.denominator, decided.value) == (900, 1_500, 60)
    assert "outcome_amended" in made.account.columns_not_read


def needs_row(period: str, label: str, total: int) -> str:
    """Return a row of plans by need: half autism, the other half speech."""
    half = total // 2
    counts = [half if need in {"asd", "slcn"} else 0 for need in NEEDS]
    shares = [50 if count else 0 for count in counts]
    return ",".join(map(str, [period, LOCAL, label, label, total, *counts, 0, *shares, 0]))


NEED_COLUMNS = ",".join(
    [
        "ehc_plans",
        *(f"number_{need}" for need in NEEDS),
        "number_need_unknown",
        *(f"{need}_pc" for need in NEEDS),
        "unknown_pc",
    ]
)


def test_new_plans_by_need_are_never_the_january_caseload() -> None:
    """Both files have the same columns; the calendar year says that the plans are new ones."""
    new = table(plans(NEED_COLUMNS, needs_row("2025,Calendar year", "All new EHC plans", 300)))
    assert set(new.indicator) == {"dfe.new-plans-by-primary-need"}
    autism = {"primary_need": "autistic spectrum disorder"}
    one = figure(new, "new-plans-by-primary-need", HEREFORDSHIRE, "2025", **autism)
    assert (one.numerator, one.denominator) == (150, 300)
    january = table(plans(NEED_COLUMNS, needs_row("202526,Academic year", "All EHC plans", 1_800)))
    assert set(january.indicator) == {"dfe.plans-by-primary-need"}
    stock = figure(january, "plans-by-primary-need", HEREFORDSHIRE, "January 2026", **autism)
    assert stock.numerator == 900
    down = figure(
        january, "plans-by-primary-need", HEREFORDSHIRE, "January 2026",
        primary_need="Down syndrome",
    )  # fmt: skip
    assert down.value == 0


def test_new_plans_under_an_academic_year_are_no_caseload_either() -> None:
    """A label that is not that of the January count is no total of it."""
    made = plans(NEED_COLUMNS, needs_row("202526,Academic year", "All new EHC plans", 300))
    assert errors(made) == [
        "no row is the total of January 2026: none is named as one in 'breakdown'"
    ]


def test_new_plans_by_setting() -> None:
    """New plans of a year have indicators of their own."""
    columns = "new_ehc_plans,mainstream_total,mainstream_total_pc,special_total,special_total_pc"
    label = "All new EHC plans"
    found = table(plans(columns, f"2025,Calendar year,{LOCAL},{label},{label},300,150,50,75,25"))
    assert figure(found, "new-plans", HEREFORDSHIRE, "2025").value == 300
    assert figure(found, "new-plans-in-special-schools", HEREFORDSHIRE, "2025").value == 25
    assert "dfe.ehc-plans" not in found.indicator


def test_special_academies_are_one_series_before_and_after_their_column_was_split() -> None:
    """2026 counts special academies and free schools apart; together they are the series."""
    first = "ehcplans,mainstream_total,special_academy_free"
    later = "ehcplans,mainstream_total,special_academy,special_free_school"
    label = "All EHC plans,All EHC plans"
    old = table(plans(first, f"202425,Academic year,{LOCAL},{label},1000,400,100"))
    new = table(plans(later, f"202526,Academic year,{LOCAL},{label},1000,400,70,50"))
    id_ = "plans-in-special-academies"
    assert figure(old, id_, HEREFORDSHIRE, "January 2025").value == 10
    assert figure(new, id_, HEREFORDSHIRE, "January 2026").value == 12
    assert set(new.release) == {"dfe.ehc-plans-2026"}


def test_the_first_release_is_told_from_a_later_revision() -> None:
    """Rows of the first release have its day; where one differs it is a later revision."""
    name = "timeliness_20_week.csv"
    first = read("dfe.ehc-plans", name)
    assert first.observations is not None
    (release,) = first.observations.releases
    assert (release.id, str(release.published_on)) == ("dfe.ehc-plans-2025", "2025-06-26")
    text = _extract(name).replace(",334,333,225,225,", ",335,333,225,225,")
    revised = read("dfe.ehc-plans", name, text.encode())
    assert revised.observations is not None
    (release,) = revised.observations.releases
    assert (release.id, release.published_on) == ("dfe.ehc-plans-2025-revised", None)
    assert "not the first release" in revised.account.read_as
    (told,) = [problem for problem in revised.diagnostics if problem.code == "dfe.release"]
    assert told.severity == "warning"
    assert "the first being Herefordshire" in told.message
    named = Release(id="mine", title="Mine", publisher="Department for Education")
    assert set(table(read("dfe.ehc-plans", name, text.encode(), release=named)).release) == {"mine"}


def test_without_a_row_of_the_newest_period_the_day_is_not_claimed() -> None:
    """Rows of an area that the first release does not have show nothing about the revision."""
    text = _extract("ceased_plans.csv")
    lines = text.splitlines()
    kept = [
        lines[0],
        *(line.replace("E06000019", "ZZ0000001") for line in lines if ",884," in line),
    ]
    made = read("dfe.ehc-plans", "ceased_plans.csv", "\n".join(kept).encode())
    assert made.observations is not None
    (release,) = made.observations.releases
    assert (release.id, release.published_on) == ("dfe.ehc-plans-2025", None)


def _extract(name: str) -> str:
    from reading import DATA

    return (DATA / name).read_text(encoding="utf-8-sig")


def test_neet_by_characteristics_of_2026() -> None:
    """Its names are in small letters; ages and characteristics are parts of the whole."""
    head = HEAD.replace("breakdown_topic,breakdown", "age,characteristic_grouping,characteristic")
    columns = (
        "avg_cohort_count,avg_neet_nk_count,avg_neet_count,avg_nk_count,neet_nk_percent,"
        "neet_percent,nk_percent,annual_change_neet_nk_percent"
    )
    rows = [
        f"2026,Calendar year,{LOCAL},{parts},3500,200,120,80,{share},3.4,2.3,0.1"
        for parts, share in (
            ("16 to 17,Total,Total", 5.7),
            ("16,Total,Total", 4),
            ("16 to 17,SEND,EHCP", 10),
        )
    ]
    text = "\n".join([f"{head},{columns}", *rows, ""])
    made = read_text("dfe.neet", text, breakdowns=("send",))
    found = table(made)
    assert [(one.value, dict(one.dimensions)) for one in found if one.indicator.endswith("known")]
    assert figure(found, "neet-or-not-known", HEREFORDSHIRE, "2026").value == 5.7
    assert figure(found, "neet-or-not-known", HEREFORDSHIRE, "2026", send="EHCP").value == 10
    assert set(found.release) == {"dfe.neet-2026"}
    assert "avg_cohort_count" in made.account.columns_not_read


def test_the_neet_dashboard_of_2026() -> None:
    """A dashboard with the columns of 2025 and figures of 2026 is the release of 2026."""
    text = _extract("UD_NEETNK_LA_dashboard_final.csv").replace("\n2025,", "\n2026,")
    found = table(read("dfe.neet", "neet.csv", text.encode()))
    assert set(found.release) == {"dfe.neet-2026"}
    assert figure(found, "neet-or-not-known", ENGLAND, "2026").value == 5.6
