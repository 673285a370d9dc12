"""What a scoring rule is told, and how it answers."""

from datetime import date

import attrs
import pytest

from sendframe.model import NoOptions
from sendframe.scoring import ScoringContext, scoring_context
from sendframe.statistics import xmr_limits
from tests.unit.conftest import rate


@attrs.frozen
class Margin:
    """Options of a made-up rule."""

    by: float = 1.0


def context(options: object) -> ScoringContext:
    """Return what a made-up rule is told of an indicator without figures."""
    return ScoringContext(
        rule="near",
        indicator=rate(),
        points=(),
        latest=None,
        targets=(),
        measures=(),
        comparisons=(),
        options=options,
        as_at=date(2026, 1, 31),
        made_by="near 1.0",
    )


def test_options_are_handed_over_as_their_own_class() -> None:
    """A rule asks for its options by their class, and is given the portfolio's choice."""
    assert context(Margin(2.0)).chosen(Margin) == Margin(2.0)


def test_options_of_another_class_are_refused() -> None:
    """A rule that asks for another class than it declared is told the class it asked for."""
    with pytest.raises(TypeError, match="the options of near are not NoOptions"):
        context(Margin()).chosen(NoOptions)


def test_answers_name_the_rule_and_its_maker() -> None:
    """Scores and refusals say which rule of which distribution made them, about what."""
    told = context(NoOptions())
    score = told.score(
        band="near",
        label="near",
        tone="neutral",
        statement="It is near.",
        formula="1 - 1 = 0",
        source="made up",
    )
    refusal = told.refuse("There is no figure.", "indicator/rate/2024")
    for answer in (score, refusal):
        assert (answer.rule, answer.about, answer.made_by) == ("near", "rate", "near 1.0")
    assert refusal.facts == ("indicator/rate/2024",)


def test_what_has_no_limits_draws_none() -> None:
    """One figure has a mean, and no limits; a percentage is drawn from 0 to 100."""
    context = scoring_context([1.0, 99.0] * 6)
    assert context.chart_limits(xmr_limits([1.0])) is None
    assert context.chart_limits(None) is None
    drawn = context.chart_limits(xmr_limits(context.values))
    assert drawn is not None
    assert (drawn.lower, drawn.upper, drawn.trial) == (0.0, 100.0, False)
