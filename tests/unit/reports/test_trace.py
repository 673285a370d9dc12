"""Everything a report says can be traced: its facts are those of the evaluation."""

import re

import pytest

from sendframe.disclosure import DisclosedEvaluation
from sendframe.model import Portfolio
from sendframe.plugins import Catalogue
from sendframe.reports import Cell, ReportModel, Section, Table
from tests.evaluating import as_published
from tests.unit.reports.small_report import built
from tests.unit.reports.walking import parts

EXAMPLES = ("herefordshire", "wyeford")
CATALOGUE = Catalogue.discover(third_party=False)
WITHOUT_FIGURES = {
    "local-offer-comments",
    "plan-on-a-page",
    "record",
    "strategy",
    "strategy-friendly",
    "you-said-we-did",
    "youth-update",
}
"""Reports of plans, of words and of the documents themselves."""
PLACEHOLDER = "–"
PERIOD_OR_RULE = ("Indicator",)
"""Headings of columns that hold no figure of their own."""


@pytest.fixture(scope="module", params=EXAMPLES)
def disclosed(request: pytest.FixtureRequest) -> DisclosedEvaluation:
    """Return what may be shown of an example."""
    portfolio: Portfolio = request.getfixturevalue(request.param)
    return as_published(portfolio, CATALOGUE)


@pytest.fixture(scope="module", params=["board", "annex"])
def made(
    disclosed: DisclosedEvaluation, request: pytest.FixtureRequest
) -> tuple[DisclosedEvaluation, ReportModel]:
    """Return what may be shown of an example, and a report with figures."""
    return disclosed, built(disclosed, CATALOGUE.profiles[request.param].record)


def indicator_tables(model: ReportModel) -> list[Table]:
    """Return the page of all figures, or the tables of each indicator."""
    chosen = [each for each in model.sections if each.id in ("figures", "indicators")]
    assert chosen
    found = [each for each in parts(tuple(chosen)) if isinstance(each, Table)]
    assert found
    return found


def test_every_fact_of_a_report_is_a_fact_of_the_evaluation(
    made: tuple[DisclosedEvaluation, ReportModel],
) -> None:
    """No sentence, cell, point, level or dot rests on a fact that is not there."""
    disclosed, model = made
    known = {each.id for each in disclosed.evaluation.facts}
    used = {fact for each in parts(model) for fact in getattr(each, "facts", ())}
    assert len(used) > 50
    assert used <= known


def test_every_figure_of_an_indicator_rests_on_a_fact(
    made: tuple[DisclosedEvaluation, ReportModel],
) -> None:
    """Each cell of numbers that holds one names at least one fact."""
    _, model = made
    cells = [
        cell
        for table in indicator_tables(model)
        for row in table.rows
        for cell in row
        if cell.number and cell.text not in ("", PLACEHOLDER)
    ]
    assert cells or "indicators" not in {each.id for each in model.sections}
    assert [each.text for each in cells if not each.facts] == []


def test_no_number_stands_outside_the_columns_of_numbers(
    made: tuple[DisclosedEvaluation, ReportModel],
) -> None:
    """A cell with a number in it rests on a fact, or is a name, a period, a rule or a reason."""
    _, model = made
    bare: list[Cell] = [
        cell
        for table in indicator_tables(model)
        for row in table.rows
        for heading, cell in list(zip(table.columns, row, strict=True))[1:]
        if heading not in PERIOD_OR_RULE and re.search("[0-9]", cell.text) and not cell.facts
    ]
    assert [each.text for each in bare] == []


def test_every_rating_rests_on_facts(made: tuple[DisclosedEvaluation, ReportModel]) -> None:
    """A mark that a rule gave names the facts it rests on; "not scored" may have none."""
    _, model = made
    marks = [
        cell
        for table in indicator_tables(model)
        for row in table.rows
        for cell in row
        if cell.mark is not None
    ]
    assert marks or model.profile == "annex"
    assert all(each.facts for each in marks)


def test_charts_and_their_points_can_be_traced(
    made: tuple[DisclosedEvaluation, ReportModel],
) -> None:
    """Each point, level and dot of a chart that has a figure names its fact."""
    _, model = made
    placed = [each for each in parts(model) if hasattr(each, "value") and hasattr(each, "facts")]
    assert len(placed) > 20
    assert [each for each in placed if each.value is not None and not each.facts] == []


def test_ids_of_sections_are_unique(made: tuple[DisclosedEvaluation, ReportModel]) -> None:
    """No two sections of a report have one id, so that links lead to one place."""
    _, model = made
    ids = [each.id for each in parts(model) if isinstance(each, Section)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("profile", sorted(CATALOGUE.profiles))
def test_every_profile_rests_on_facts_that_are_there(
    disclosed: DisclosedEvaluation, profile: str
) -> None:
    """Whatever the profile, facts are those of the evaluation and ids of sections are unique.

    Plans without measures have no figure that rests on a fact, nor has what people said.
    """
    model = built(disclosed, CATALOGUE.profiles[profile].record)
    known = {each.id for each in disclosed.evaluation.facts}
    used = {fact for each in parts(model) for fact in getattr(each, "facts", ())}
    assert used or profile in WITHOUT_FIGURES
    assert used <= known
    ids = [each.id for each in parts(model) if isinstance(each, Section)]
    assert len(ids) == len(set(ids))
