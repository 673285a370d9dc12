"""Figures that plug-ins work out from others: period by period, traced, refused or failed."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from sendframe.disclosure import POLICIES
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    Evaluation,
    FrozenMap,
    Indicator,
    IndicatorResult,
    IndicatorSet,
    Observation,
    Portfolio,
    Refusal,
)
from sendframe.scoring import DerivedContext, DerivedIndicator
from tests.evaluating import disclosed, evaluate
from tests.unit.conftest import AREA, rate, seen, small, text

DAY = date(2026, 1, 31)


@attrs.frozen
class Times:
    """Options of a made-up formula."""

    by: float = 2.0


def twice(facts: DerivedContext) -> float | Refusal:
    """Return the rate, so many times."""
    if facts.value("rate") == 0:
        return facts.refuse("Nothing was on time.")
    return facts.value("rate") * facts.chosen(Times).by


def double(direction: str = "higher", **more: object) -> Indicator:
    """Return the indicator whose figures are worked out."""
    return rate(direction, id="plug.double", title=text("Twice the rate"), **more)


def portfolio(*rows: Observation, **manifest: object) -> Portfolio:
    """Return a portfolio that defines the rate and what is worked out from it."""
    more = IndicatorSet(id="more", title=text("More"), indicators=(double(),))
    return small(rate(), *rows, documents=(more,), **manifest)


def catalogue(
    compute: Callable[[DerivedContext], object] = twice, needs: tuple[str, ...] = ("rate",)
) -> NoCatalogue:
    """Return a catalogue with one derived indicator."""
    made = DerivedIndicator("plug.double", "Twice", "A manual.", compute, needs, Times)  # type: ignore[arg-type]
    return NoCatalogue(indicators={"plug.double": Provided(made, "plug", "plug-dist", "1.0")})


def evaluated(area: Portfolio, known: NoCatalogue) -> Evaluation:
    """Return the evaluation of a portfolio."""
    return evaluate(area, area.observations, as_at=DAY, catalogue=known)


def result(found: Evaluation) -> IndicatorResult:
    """Return what is known of the derived indicator."""
    return next(each for each in found.indicators if each.indicator == "plug.double")


def test_figures_are_worked_out_period_by_period() -> None:
    """Each has its fact, which names what it was worked out from, and by whom."""
    found = evaluated(portfolio(seen(2023, 1, 4), seen(2024, 2, 4)), catalogue())
    points = result(found).points
    assert [(each.value, each.status) for each in points] == [(50.0, "derived"), (100.0, "derived")]
    fact = next(each for each in found.facts if each.id == "indicator/plug.double/2024")
    assert fact.derived_from == ("indicator/rate/2024",)
    assert fact.source == "worked out by plug (plug-dist 1.0)"
    assert fact.statement == "Twice the rate: Wyeford, 2024: 100.0%."
    change = result(found).change
    assert change is not None
    assert change.amount == 50.0
    assert "plug.double" in found.makers[0].provides


def test_options_of_the_portfolio_are_handed_over() -> None:
    """They stand under the id of the derived indicator."""
    options = FrozenMap({"plug.double": FrozenMap({"by": 3})})
    found = evaluated(portfolio(seen(2024, 1, 4), options=options), catalogue())
    assert [each.value for each in result(found).points] == [75.0]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (FrozenMap({"by": "x"}), "by: expected a number, found str"),
        (FrozenMap({"of": 3}), "there is no option 'of'; there are: by"),
        (3, "they are an object { }"),
    ],
)
def test_options_that_do_not_fit_are_a_failure(options: object, reason: str) -> None:
    """Nothing is worked out, and what is wrong is told without the value."""
    found = evaluated(
        portfolio(seen(2024, 1, 4), options=FrozenMap({"plug.double": options})), catalogue()
    )
    (failure,) = found.failures
    assert (failure.phase, failure.error_type) == ("options", reason)
    assert result(found).points == ()


def test_a_period_without_a_figure_is_left_without() -> None:
    """A symbol is no figure, and nothing is worked out from it."""
    rows = (seen(2023, None, None, symbol="x"), seen(2024, 2, 4))
    found = evaluated(portfolio(*rows), catalogue())
    assert [str(each.period) for each in result(found).points] == ["2024"]


def test_a_period_that_lacks_one_of_several_figures_is_left_without() -> None:
    """All that is needed must be known of the period itself."""
    rows = (seen(2023, 1, 4), seen(2024, 2, 4), seen(2024, 3, 4).changed(indicator="other"))
    more = IndicatorSet(id="m", title=text("M"), indicators=(double(), rate(id="other")))
    area = small(rate(), *rows, documents=(more,))
    found = result(evaluated(area, catalogue(needs=("rate", "other"))))
    assert [str(each.period) for each in found.points] == ["2024"]


def test_it_may_refuse_for_a_period() -> None:
    """The reason stands with the indicator, once."""
    rows = (seen(2022, 0, 4), seen(2023, 0, 4), seen(2024, 2, 4))
    found = result(evaluated(portfolio(*rows), catalogue()))
    assert [each.value for each in found.points] == [100.0]
    assert [(each.rule, each.reason) for each in found.refusals] == [
        ("plug.double", "Nothing was on time.")
    ]


def test_it_refuses_where_nothing_defines_what_it_needs() -> None:
    """The missing indicators are named."""
    found = result(evaluated(portfolio(seen(2024, 1, 4)), catalogue(needs=("rate", "x", "y"))))
    (refusal,) = found.refusals
    assert refusal.reason == "It is worked out from 'x' and 'y', which nothing defines."
    assert refusal.made_by == "plug (plug-dist 1.0)"


def test_figures_that_were_given_come_before_a_formula() -> None:
    """A published figure is never replaced by one that was worked out."""
    given = seen(2024, 1, 10).changed(indicator="plug.double")
    found = result(evaluated(portfolio(seen(2024, 1, 4), given), catalogue()))
    assert [each.value for each in found.points] == [10.0]


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "3",
        True,
        float("nan"),
        float("inf"),
        Refusal(rule="other", about="plug.double", reason="No."),
    ],
)
def test_an_answer_that_is_none_fails_once(answer: object) -> None:
    """It is noted once, and not for every period."""
    rows = (seen(2023, 1, 4), seen(2024, 2, 4))
    found = evaluated(portfolio(*rows), catalogue(lambda _: answer))
    (failure,) = found.failures
    assert failure.contribution == "plug.double"
    assert result(found).points == ()


def test_the_figures_it_is_told_cannot_be_changed() -> None:
    """A plug-in that tries fails, and what others are told stays as it is."""

    def spoil(facts: DerivedContext) -> float:
        facts.points.clear()  # type: ignore[attr-defined]  # what is tried here
        return 3.0

    found = evaluated(portfolio(seen(2024, 1, 4)), catalogue(spoil))
    assert [each.error_type for each in found.failures] == ["AttributeError"]


def test_only_what_was_declared_is_told() -> None:
    """An indicator that is not needed cannot be looked up."""
    found = evaluated(
        portfolio(seen(2024, 1, 4)), catalogue(lambda facts: facts.value("plug.other"))
    )
    assert [each.error_type for each in found.failures] == ["KeyError"]


def test_nothing_is_worked_out_from_a_hidden_figure() -> None:
    """A figure that was worked out from one that may not be shown would give it away."""
    area = portfolio(seen(2023, 20, 40), seen(2024, 2, 40).changed(release=None))
    found = evaluated(area, catalogue())
    assert [each.value for each in result(found).points] == [100.0, 10.0]
    shown = disclosed(area, POLICIES["published-figures"], as_at=DAY, catalogue=catalogue())
    assert shown.hidden == (f"rate {AREA} calendar_year 2024",)
    assert [each.value for each in result(shown.evaluation).points] == [100.0]


def test_a_count_of_few_people_that_was_worked_out_is_hidden() -> None:
    """The symbol of the policy stands in its place, although all that it rests on is shown."""
    count = double("neutral", unit="children", factor=None)
    more = IndicatorSet(id="more", title=text("More"), indicators=(count,))
    area = small(rate(), seen(2023, 20, 40), seen(2024, 10, 40), documents=(more,))
    known = catalogue(lambda facts: facts.value("rate") - 22)
    assert [each.value for each in result(evaluated(area, known)).points] == [28.0, 3.0]
    shown = disclosed(area, POLICIES["cautious"], as_at=DAY, catalogue=known)
    first, second = result(shown.evaluation).points
    assert (first.value, second.value, second.symbol) == (28.0, None, "c")


def test_an_impossible_figure_that_was_worked_out_is_not_used() -> None:
    """It stands with its fault, and nothing is compared with it."""
    found = evaluated(portfolio(seen(2023, 1, 4), seen(2024, 3, 4)), catalogue())
    first, second = result(found).points
    assert (first.fault, second.value, second.fault) == (None, 150.0, "impossible")
    assert result(found).change is None


def test_a_library_shows_only_what_is_asked_for() -> None:
    """Of a set that was taken in from a plug-in, indicators that nobody uses are left out."""
    area = attrs.evolve(portfolio(seen(2024, 1, 4)), taken_in=("more",))
    assert [each.indicator for each in evaluated(area, NoCatalogue()).indicators] == ["rate"]
    assert len(evaluated(area, catalogue()).indicators) == 2


def test_a_library_shows_what_has_parts_alone() -> None:
    """Of some figures only parts are published, such as shares by kind of need."""
    need = seen(2024, 1, 4, indicator="plug.double", dimensions=FrozenMap({"need": "hearing"}))
    area = attrs.evolve(portfolio(need), taken_in=("more",))
    found = result(evaluated(area, NoCatalogue()))
    assert found.points == ()
    assert [each.dimension for each in found.breakdowns] == ["need"]
