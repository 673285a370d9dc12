"""Laws of trails, of revisions and of results as they were, on made-up portfolios."""

from datetime import timedelta

import attrs
from hypothesis import given, settings

import sendframe.testing
from sendframe.documents import dump
from sendframe.editions import find_revisions
from sendframe.evaluation import find_trails, replace_figures, score_changes
from sendframe.model import Coded, Evaluation, FrozenMap, Numbers, Observations, Portfolio, Release
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate

OWN = Catalogue.discover(third_party=False)
PORTFOLIOS = sendframe.testing.portfolios()


def known(portfolio: Portfolio, figures: Observations | None = None) -> Evaluation:
    """Return what is known of a portfolio on its day."""
    day = portfolio.manifest.as_at
    assert day is not None
    table = portfolio.observations if figures is None else figures
    return evaluate(portfolio, table, as_at=day, catalogue=OWN)


@settings(max_examples=25)
@given(PORTFOLIOS)
def test_every_fact_leads_to_something_that_was_read(portfolio: Portfolio) -> None:
    """Each trail ends, and at each of its ends stands a source."""
    evaluation = known(portfolio)
    for fact in evaluation.facts:
        (trail,) = find_trails(evaluation, fact.id).trails
        leaves = list(trail.leaves)
        assert leaves
        assert all(each.source for each in leaves)


@settings(max_examples=25)
@given(PORTFOLIOS)
def test_the_same_figures_revise_nothing(portfolio: Portfolio) -> None:
    """A release set beside itself revises no figure, and put in place of itself no score."""
    table = portfolio.observations
    assert find_revisions(table, table) == ()
    same = replace_figures(table, table, [table])
    assert find_revisions(table, same) == find_revisions(same, table) == ()
    assert score_changes(known(portfolio), known(portfolio, same)) == ()


def later(portfolio: Portfolio) -> Observations:
    """Return the figures of a portfolio, and the same restated in a release of the day after."""
    table = portfolio.observations
    day = portfolio.manifest.as_at
    assert day is not None
    release = Release(
        id="zz-later", title="Later", publisher="Nobody", published_on=day + timedelta(days=1)
    )
    restated = attrs.evolve(
        table,
        release=Coded.of_one(release.id, len(table)),
        value=Numbers([None if value is None else value + 1 for value in table.value]),
        releases=FrozenMap({release.id: release}),
    )
    return table + restated


@settings(max_examples=25)
@given(PORTFOLIOS)
def test_a_release_of_tomorrow_changes_nothing_today(portfolio: Portfolio) -> None:
    """The result of a day is the same, byte for byte, once a later release is at hand as well."""
    assert dump(known(portfolio)) == dump(known(portfolio, later(portfolio)))
