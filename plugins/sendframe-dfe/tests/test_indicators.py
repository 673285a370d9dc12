"""The indicators as data: complete, rightly named, and held against the published files."""

import csv
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

_PUBLISHED = Path(__file__).parent / "data"
_TRIBUNAL = "dfe.tribunal-appeal-rate"
_NO_FILE = "columns as seen in recent releases; no file at hand"
_NEEDS = [
    "asd", "ds", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi",
]  # fmt: skip
_IN_2026 = {
    "pc_plans_issued_20_weeks_ex",
    "avg_weeks_issue_plan",
    "avg_weeks_issue_plan_exc",
    "ehc_plans",
    "new_ehc_plans",
    "mainstream_total",
    "mainstream_total_pc",
    "special_total",
    "special_total_pc",
    "special_academy",
    "special_free_school",
    "ehcplans",
    "review_expected_2025",
    "review_completed_2025",
    "review_completed_prior_2025",
    "decision_4_weeks",
    "decision_over_4_weeks",
    "neet_nk_percent",
    "neet_percent",
    "nk_percent",
    *(f"number_{need}" for need in (*_NEEDS, "need_unknown")),
    *(f"{need}_pc" for need in (*_NEEDS, "unknown")),
}
"""Columns of 2026 as the publisher's data catalogue shows them; no file is at hand."""

_ASKED = [
    "plans-within-20-weeks-excluding-exceptions",
    "plans-within-20-weeks-including-exceptions",
    "plans-issued-excluding-exceptions",
    "plans-issued",
    "plans-issued-on-time-excluding-exceptions",
    "plans-issued-on-time",
    "plans-issued-over-20-weeks-excluding-exceptions",
    "plans-issued-over-20-weeks",
    "plans-taking-20-weeks-to-1-year-excluding-exceptions",
    "plans-taking-20-weeks-to-1-year",
    "plans-taking-over-1-year-excluding-exceptions",
    "plans-taking-over-1-year",
    "average-weeks-to-issue",
    "average-weeks-to-issue-excluding-exceptions",
    "requests-received",
    "requests-agreed",
    "requests-refused",
    "requests-outstanding",
    "requests-withdrawn",
    "requests-decided-within-6-weeks",
    "requests-mediation",
    "requests-tribunal",
    "requests-tribunal-after-mediation",
    "assessments-in-year",
    "assessments-plan-issued",
    "assessments-plan-not-issued",
    "assessment-refusals-told-within-16-weeks",
    "assessments-mediation",
    "assessments-tribunal",
    "assessments-tribunal-after-mediation",
    "reviews-expected",
    "review-meetings-held",
    "reviews-completed",
    "review-decisions-within-4-weeks",
    "plans-ceased",
    "ehc-plans",
    "plans-in-mainstream",
    "plans-in-special-schools",
    "plans-in-special-academies",
    "plans-in-alternative-provision",
    "plans-in-further-education",
    "plans-educated-elsewhere",
    "plans-in-early-years",
    "plans-placement-unknown",
    "plans-not-in-education",
    "plans-by-primary-need",
    "new-plans",
    "new-plans-in-mainstream",
    "new-plans-in-special-schools",
    "new-plans-by-primary-need",
    "tribunal-appeal-rate",
    "tribunal-appeal-rate-in-development",
    "tribunal-appeals",
    "neet-or-not-known",
    "neet",
    "not-known",
    "participation",
    "neet-or-not-known-ehc-plan",
    "neet-or-not-known-sen-support",
    "neet-or-not-known-no-sen",
    "children-in-need-sen-support",
    "children-in-need-ehc-plan",
    "children-in-need-any-sen",
]


@cache
def _folder() -> Path:
    spec = find_spec("sendframe_dfe_data")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(next(iter(spec.submodule_search_locations)))


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


_FILES = sorted((_folder() / "indicators").glob("*.json"))
_SETS = [_read(each) for each in _FILES]
_DEFINED = {each["id"]: each for document in _SETS for each in document["indicators"]}
_LAIT = _read(_folder() / "lait.json")
_EVERY = [
    *_DEFINED.values(),
    *_LAIT["indicators"],
]


def _names(indicator: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    """Return release, file and name of each column that an indicator names."""
    return [
        (where["release"], where.get("file"), name)
        for where in indicator.get("columns", ())
        for key in ("numerator", "denominator", "value")
        if key in where
        for name in where[key].split(" + ")
    ]


@cache
def _header(file: str) -> frozenset[str]:
    """Return the names of the columns of an extract; of the tribunal's without footnotes."""
    text = (_PUBLISHED / file).read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    if file.startswith("tribunal"):
        place = next(n for n, row in enumerate(rows) if row[0] == "Local Authority")
        return frozenset(re.sub("[0-9,]+$", "", each) for each in rows[place + 1])
    return frozenset(rows[0])


def test_every_indicator_that_readers_fill_is_there() -> None:
    """The ids are those of the readers, and there are more than forty."""
    assert {f"dfe.{each}" for each in _ASKED} <= _DEFINED.keys()
    assert len(_DEFINED) > 80


def test_no_id_is_given_twice() -> None:
    """Each id stands once, and begins with the name of the plug-in."""
    ids = [each["id"] for each in _EVERY] + [each["id"] for each in (*_SETS, _LAIT)]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("dfe.") for each in ids)


@pytest.mark.parametrize("indicator", _DEFINED.values(), ids=_DEFINED)
def test_an_indicator_says_what_it_is(indicator: dict[str, Any]) -> None:
    """What is counted, of what, in which unit, by whom, how often, and what misleads is told."""
    needed = {"title", "definition", "numerator", "unit", "unit_text", "direction", "period_type"}
    needed |= {"publisher", "dataset", "frequency", "series_status", "cohort_basis", "decimals"}
    needed |= {"caveats", "suppression"}
    if indicator["unit"] != "count":
        needed.add("denominator")
    assert needed <= indicator.keys()


@pytest.mark.parametrize("indicator", _DEFINED.values(), ids=_DEFINED)
def test_every_column_stands_in_the_published_file(indicator: dict[str, Any]) -> None:
    """A column that is named is in the header of that file of that release, letter by letter."""
    for release, file, name in _names(indicator):
        if release in {"dfe.ehc-plans-2026", "dfe.neet-2026"}:
            assert name in _IN_2026
        elif release != _NO_FILE:
            assert file is not None
            assert name in _header(file)


def test_columns_are_those_that_readers_take() -> None:
    """Each column of a mapping stands under the same indicator, and the other way round."""
    told: set[tuple[str, str, str]] = set()
    for indicator in _DEFINED.values():
        for release, file, name in _names(indicator):
            if file is not None and release not in {_TRIBUNAL, _NO_FILE}:
                told.add((indicator["id"], release, name.casefold()))
    published = {each[1:] for each in told}
    taken: set[tuple[str, str, str]] = set()
    for path in sorted((_folder() / "mappings").glob("*.json")):
        mapping = _read(path)
        for figure in (each for file in mapping["files"] for each in file["figures"]):
            for key in ("numerator", "denominator", "value"):
                quantity = figure.get(key, {})
                for name in (*quantity.get("column", ()), *quantity.get("sum_of", ())):
                    taken.add((figure["indicator"], mapping["release"]["id"], name.casefold()))
    not_read = {("dfe.plans-ceased", "dfe.ehc-plans-2025", each) for each in ("not_rec", "other")}
    assert told - taken == not_read
    # Other names of a column, for later releases, stand in a mapping as well.
    assert {each for each in taken - told if each[1:] in published} == set()
    assert {each for _, _, each in taken - told} <= _IN_2026 | {
        "number_assess_mediation_tribunal",
        "number_decision_4weeks",
        "pc_decision_4weeks",
    }


@pytest.mark.parametrize("document", _SETS, ids=[each.stem for each in _FILES])
def test_a_set_refers_to_itself_alone(document: dict[str, Any]) -> None:
    """What a figure is shown with stands in the same set, so that a set can be taken in alone."""
    ids = {each["id"] for each in document["indicators"]}
    for each in document["indicators"]:
        shown = each.get("shown_with", [])
        assert set(shown) <= ids - {each["id"]}
        assert len(shown) == len(set(shown))


@pytest.mark.parametrize("suffix", ["excluding-exceptions", "including-exceptions"])
def test_the_20_week_rate_never_stands_alone(suffix: str) -> None:
    """It is shown with plans on time, issued, over 20 weeks, and cases still open."""
    ending = "-excluding-exceptions" if suffix.startswith("ex") else ""
    rate = _DEFINED[f"dfe.plans-within-20-weeks-{suffix}"]
    assert rate["shown_with"] == [
        f"dfe.plans-issued-on-time{ending}",
        f"dfe.plans-issued{ending}",
        f"dfe.plans-issued-over-20-weeks{ending}",
        "dfe.cases-open-over-20-weeks",
    ]
    assert rate["statutory_standard"]["source"]["locator"] == "regulation 13(2)"


@pytest.mark.parametrize(
    ("id_", "published"),
    [
        ("requests-decided-within-6-weeks", 84.8),  # not 90.2, of those agreed and refused
        ("requests-refused", 25.2),  # not 27.8, of decisions
        ("review-decisions-within-4-weeks", 44.4),  # not 35.4, with those outstanding
        ("assessments-plan-issued", 93.6),
        ("assessment-refusals-told-within-16-weeks", 34.1),
        ("plans-within-20-weeks-excluding-exceptions", 46.4),
        ("plans-within-20-weeks-including-exceptions", 45.9),
    ],
)
def test_denominators_are_those_of_the_department(id_: str, published: float) -> None:
    """The columns named, in England's row of 2024, give what the Department published."""
    (columns,) = (
        each
        for each in _DEFINED[f"dfe.{id_}"]["columns"]
        if each["release"] == "dfe.ehc-plans-2025"
    )
    text = (_PUBLISHED / columns["file"]).read_text("utf-8-sig")
    (row,) = (
        each
        for each in csv.DictReader(text.splitlines())
        if (each["time_period"], each["geographic_level"]) == ("2024", "National")
    )
    top = sum(int(row[each]) for each in columns["numerator"].split(" + "))
    bottom = sum(int(row[each]) for each in columns["denominator"].split(" + "))
    assert f"{100 * top / bottom:.1f}" == f"{published:.1f}"
    assert float(row[columns["value"]]) == published


def test_the_tribunal_rate_is_never_derived() -> None:
    """Both published series are there, and neither has a factor to work it out with."""
    for each in ("", "-in-development"):
        rate = _DEFINED[f"dfe.tribunal-appeal-rate{each}"]
        assert "factor" not in rate
        assert rate["direction"] == "neutral"


@pytest.mark.parametrize(
    "id_", ["tribunal-appeal-rate", "tribunal-appeal-rate-in-development", "tribunal-appeals"]
)
def test_appeals_are_neutral_and_say_what_they_are_read_beside(id_: str) -> None:
    """Refusals stand in another set, and outcomes are not published: the caveat names both."""
    appeals = _DEFINED[f"dfe.{id_}"]
    assert appeals["direction"] == "neutral"
    assert "Read them beside refusals and the outcomes" in appeals["caveats"][0]["default"]


@pytest.mark.parametrize(
    ("appeals", "refusals"),
    [
        ("requests-tribunal", "requests-refused"),
        ("requests-tribunal-after-mediation", "requests-refused"),
        ("assessments-tribunal", "assessments-plan-not-issued"),
        ("assessments-tribunal-after-mediation", "assessments-plan-not-issued"),
    ],
)
def test_appeals_stand_with_the_refusals_they_are_about(appeals: str, refusals: str) -> None:
    """Of one set, each number of appeals is shown with the refusals."""
    assert f"dfe.{refusals}" in _DEFINED[f"dfe.{appeals}"]["shown_with"]


def test_process_counts_have_no_good_direction() -> None:
    """Requests, refusals, assessments, appeals, plans and placements are neutral."""
    rated = {each["id"] for each in _DEFINED.values() if each["direction"] != "neutral"} & {
        f"dfe.{each}" for each in _ASKED
    }
    by_law = {
        "within-20-weeks",
        "taking",
        "average-weeks",
        "decided-within-6",
        "within-4-weeks",
        "reviews-completed",
    }
    of_people = {"neet", "not-known", "participation"}
    assert all(any(word in each for word in by_law | of_people) for each in rated)
    assert _DEFINED["dfe.requests-refused"]["direction"] == "neutral"
    counts = [each for each in _DEFINED.values() if each["unit"] == "count"]
    assert {each["id"] for each in counts if each["direction"] != "neutral"} == {
        "dfe.cases-open-over-20-weeks",
        "dfe.mental-health-access",
    }


def test_series_of_totals_and_of_persons_are_not_compared() -> None:
    """What was returned as totals stands apart from what was returned person by person."""
    stock = _DEFINED["dfe.ehc-plans"]["breaks"]
    assert [each["first_period"] for each in stock] == [{"kind": "month", "year": 2023, "month": 1}]
    for id_ in ("requests-received", "plans-issued", "plans-within-20-weeks-excluding-exceptions"):
        found = [each["first_period"]["year"] for each in _DEFINED[f"dfe.{id_}"]["breaks"]]
        assert found == [2022, 2023]


def test_health_figures_stop_at_the_board() -> None:
    """Each figure of the National Health Service says that it is never the council's."""
    found = [each for each in _DEFINED.values() if each["publisher"].startswith("NHS")]
    assert len(found) == 4
    for each in found:
        assert any("never of a council" in said["default"] for said in each["caveats"])


def test_lait_is_complete_and_its_ids_follow_from_its_names() -> None:
    """86 measures, each under the slug of its short name, which readers look it up by."""
    assert len(_LAIT["indicators"]) == 86
    for each in _LAIT["indicators"]:
        (column,) = each["columns"]
        slug = re.sub("[^A-Za-z0-9]+", "-", column["value"]).strip("-").lower()
        assert each["id"] == f"dfe.lait.{slug}"
        assert each["publisher"] == "Department for Education"
    assert {each["licence"] for each in _LAIT["sources"]} == {"Open Government Licence v3.0"}


def test_lait_follows_the_dictionary() -> None:
    """Polarity, decimals, type of year, unit and missing quartiles are the dictionary's.

    Appeals alone are neutral though the dictionary calls few of them good.
    """
    found = {each["columns"][0]["value"]: each for each in _LAIT["indicators"]}
    expected = {
        "SEN_AppealableDec": ("neutral", 2, "calendar_year", "percent"),
        "SENFinance": ("neutral", 0, "financial_year", "pounds"),
        "SEN_INIT_REQ": ("neutral", 0, "calendar_year", "count"),
        "SEN_EHC_Excpt_20wks": ("higher", 1, "calendar_year", "percent"),
        "SEN_Stat_AVG_Prog8_Score": ("higher", 2, "academic_year", "score"),
        "SEN_CASES_JAN": ("neutral", 0, "reporting_year", "count"),
        "16-17 NEET": ("lower", 1, "financial_year", "percent"),
    }
    keys = ("direction", "decimals", "period_type", "unit")
    assert {name: tuple(found[name][key] for key in keys) for name in expected} == expected
    without = {
        name
        for name, each in found.items()
        if any("no quartile bands" in said["default"] for said in each["caveats"])
    }
    assert without == {
        "EHCP_Initial_req_refused",
        "SEN_AN_REVIEW_EXPECTED",
        "SEN_AN_REVIEW_MEET_REC",
        "SEN_PEC_AN_REVIEW_EXPECTED",
        "SEN_PEC_AN_REVIEW_MEET_REC",
        "SEN_PEC_OUTCOME_COM_4WKS",
    }


@pytest.mark.parametrize("path", [*_FILES, _folder() / "lait.json"], ids=lambda each: each.stem)
def test_no_person_can_be_reached_by_a_document(path: Path) -> None:
    """No document holds an address for mail or a number for calls."""
    text = path.read_text("utf-8")
    assert "@" not in text
    assert not re.search(r"\b0[0-9]{3,4}[ -]?[0-9]{3}[ -]?[0-9]{3,4}\b", text)
