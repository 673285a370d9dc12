"""The laws of sendframe's own rules about figures: whatever the figures, they say no more than may be said."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.model import Refusal, Score, Tolerance
from sendframe.plugins import Catalogue
from sendframe.scoring import ScoringContext, ScoringRule
from sendframe.testing import scoring_context

RULES: dict[str, ScoringRule] = {
    id_: each.record
    for id_, each in Catalogue.discover(third_party=False).scoring_rules.items()
    if isinstance(each.record, ScoringRule)
}
DIRECTIONS = ("higher", "lower", "range", "neutral")
FIGURES = st.floats(0, 100) | st.integers(0, 100).map(float) | st.none()
PAIRS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@st.composite
def contexts(draw: st.DrawFn) -> ScoringContext:
    """Return what a rule is told about figures, few or many, with everything or nothing beside."""
    values = draw(st.lists(FIGURES, max_size=16))
    return scoring_context(
        values,
        direction=draw(st.sampled_from(DIRECTIONS)),
        unit=draw(st.sampled_from(["percent", "share", "count", "weeks"])),
        denominator=draw(st.none() | st.just(0.0) | st.just(200.0)),
        target=draw(st.none() | st.floats(0, 100)),
        tolerance=draw(
            st.none() | st.builds(Tolerance, amount=st.floats(0, 50), kind=st.just("relative"))
        ),
        baseline=draw(st.none() | st.tuples(st.integers(2018, 2030), st.floats(0, 100))),
        milestones=draw(
            st.lists(st.tuples(st.integers(2018, 2040), st.floats(0, 100)), max_size=3)
        ),
        members=draw(st.lists(FIGURES | PAIRS, max_size=8)),
    )


def said(rule: str, context: ScoringContext) -> Score | Refusal:
    """Return what a rule says, with the options that it must be given."""
    record = RULES[rule]
    given: dict[str, Any] = {}
    if any(each.name == "comparator" for each in attrs.fields(record.options)):
        given["comparator"] = "others"
    told = attrs.evolve(context, rule=rule, options=record.options(**given))
    return record.score(told)


@pytest.mark.parametrize("rule", sorted(RULES))
@given(contexts())
def test_a_rule_scores_or_says_why_not(rule: str, context: ScoringContext) -> None:
    """It raises nothing; neutral has no colour, too little has no score, and a score has sources."""
    found = said(rule, context)
    assert said(rule, context) == found
    if isinstance(found, Refusal):
        assert found.reason.endswith(".")
        return
    needs = RULES[rule].needs
    assert needs is not None
    assert len(context.values) >= needs.points
    assert found.facts
    assert found.source
    if context.indicator.direction == "neutral":
        assert found.tone == "neutral"


TURNED = {"higher": "lower", "lower": "higher"}


@pytest.mark.parametrize("rule", ["direction-of-travel", "wilson-comparison", "xmr-variation"])
@given(contexts())
def test_the_other_direction_turns_better_and_worse(rule: str, context: ScoringContext) -> None:
    """What is an improvement where higher is better is none where lower is, and the other way."""
    direction = context.indicator.direction
    if direction not in TURNED:
        return
    other = attrs.evolve(context, indicator=context.indicator.changed(direction=TURNED[direction]))
    one, two = said(rule, context), said(rule, other)
    assert type(one) is type(two)
    if isinstance(one, Score) and isinstance(two, Score):
        tones = {"better": "worse", "worse": "better"}
        assert two.tone == tones.get(one.tone, one.tone)
        assert (one.formula, one.statement) == (two.formula, two.statement)
