"""Laws of the portfolios that are made up for tests of plug-ins."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import sendframe
import sendframe.testing
from sendframe.disclosure import policy_by_name
from sendframe.documents import (
    document_of,
    dump,
    kind_of,
    load_folder,
    portfolio_problems,
    read_raw,
)
from sendframe.model import DOCUMENT_CLASSES, IndicatorSet, ObservationSet, Portfolio
from sendframe.plugins import Catalogue
from tests.evaluating import disclosed, evaluate

OWN = Catalogue.discover(third_party=False)
PORTFOLIOS = sendframe.testing.portfolios()
EVERY_KIND = {*DOCUMENT_CLASSES} - {"evaluation"}


def documents(portfolio: Portfolio):
    """Return all documents of a portfolio."""
    return (portfolio.manifest, *portfolio.documents)


@given(PORTFOLIOS)
def test_it_is_valid(portfolio: Portfolio) -> None:
    """Every reference leads somewhere, no two things of one kind have one id, and paths are named."""
    problems = [each for each in portfolio_problems(portfolio) if each.severity != "note"]
    assert problems == []


@given(PORTFOLIOS)
def test_every_kind_of_document_is_there(portfolio: Portfolio) -> None:
    """Each kind but an evaluation stands in each, and can be written and read again."""
    assert {kind_of(each) for each in documents(portfolio)} == EVERY_KIND
    for each in documents(portfolio):
        raw = read_raw(dump(each), "document.json")
        assert raw.diagnostics == ()
        assert document_of(raw) == each


@settings(max_examples=10)
@given(PORTFOLIOS)
def test_it_is_a_folder_that_can_be_loaded(portfolio: Portfolio) -> None:
    """Dumped into a folder and loaded, it is equal."""
    with tempfile.TemporaryDirectory() as folder:
        sendframe.dump(portfolio, folder)
        loaded = load_folder(Path(folder))
    assert loaded == portfolio


@given(PORTFOLIOS)
def test_area_codes_are_nobodys(portfolio: Portfolio) -> None:
    """Area codes begin with ZZ, and the area is said to be made up."""
    codes = {portfolio.manifest.area.code, *portfolio.observations.area}
    codes |= {each.code for one in portfolio.of(ObservationSet) for each in one.areas}
    assert all(each.startswith("ZZ") for each in codes)
    assert portfolio.manifest.area.fictional


@given(PORTFOLIOS)
def test_each_indicator_has_figures(portfolio: Portfolio) -> None:
    """Each indicator has figures, none of them twice, and the table holds all figures."""
    ids = {each.id for one in portfolio.of(IndicatorSet) for each in one.indicators}
    assert ids
    assert {*portfolio.observations.indicator} == ids
    rows = Counter((each.indicator, each.area, each.period) for each in portfolio.observations)
    assert set(rows.values()) == {1}
    held = [row for one in portfolio.of(ObservationSet) for row in one.observations]
    assert held == list(portfolio.observations)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PORTFOLIOS)
def test_it_is_evaluated_without_a_failure(portfolio: Portfolio) -> None:
    """Our own rules and checks run on every one, on all figures and on those that are shown."""
    day = portfolio.manifest.as_at
    assert day is not None
    evaluation = evaluate(portfolio, portfolio.observations, as_at=day, catalogue=OWN)
    assert evaluation.failures == ()
    assert len(evaluation.indicators) == len(portfolio.indicators())
    policy = policy_by_name(portfolio.manifest.disclosure_policy)
    shown = disclosed(portfolio, policy, as_at=day, catalogue=OWN).evaluation
    assert shown.failures == ()
    assert len(shown.indicators) == len(evaluation.indicators)
