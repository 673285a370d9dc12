"""What a rule is told can be made from a few numbers, as an evaluation would tell it."""

import subprocess
import sys

from sendframe.plugins import Catalogue, Score
from sendframe.testing import run, scoring_context, small_portfolio
from sendframe.testing._captured_context import scoring_contexts


def test_it_is_what_an_evaluation_would_tell() -> None:
    """Direction, target and benchmark reach a rule of our own as they do in an evaluation."""
    rules = Catalogue.discover(third_party=False).scoring_rules
    rule = rules["target-tolerance"].record
    told = scoring_context([50, 60], target=55, rule=rule.id, options=rule.options())
    made = rule.score(told)
    assert isinstance(made, Score)
    assert (told.targets[0].reached, told.targets[0].gap) == (True, 0.0)
    assert told.measures[0].id == told.targets[0].measure


def test_gaps_go_the_way_that_is_better() -> None:
    """A gap is counted from above where less is better, and both ways where neither is."""
    gaps = {
        direction: scoring_context([30.0], direction=direction, target=20).targets[0]
        for direction in ("higher", "lower", "neutral", "range")
    }
    assert {key: each.gap for key, each in gaps.items()} == {
        "higher": 0.0,
        "lower": 10.0,
        "neutral": 10.0,
        "range": 10.0,
    }
    assert gaps["neutral"].reached is None


def test_nothing_is_made_up_where_nothing_is() -> None:
    """Without figures there is no latest point, no benchmark, and no gap."""
    told = scoring_context([], target=3, benchmark=4)
    assert (told.points, told.latest, told.comparisons) == ((), None, ())
    assert told.targets[0].gap is None
    symbols = scoring_context([None, 5, None], benchmark=4, denominator=200)
    assert symbols.latest is not None
    assert symbols.latest.symbol == "x"
    assert symbols.points[1].numerator == 10
    assert symbols.comparisons[0].period == symbols.points[1].period
    assert scoring_context([5], unit="weeks", denominator=200).points[0].numerator is None


def test_a_rule_can_be_tried_with_it_without_hypothesis() -> None:
    """Plug-ins make examples with it, so it needs nothing that only tests have."""
    words = "from sendframe.testing import scoring_context as s; import sys; s([1]); "
    words += "import sendframe.testing as t; t.run, t.check_plugin, t.conformance; "
    words += "sys.exit(any(each in sys.modules for each in ('hypothesis', 'pytest')))"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def test_the_parts_fit_those_of_an_evaluation() -> None:
    """The context of an evaluation has the same kinds of parts."""
    provided = Catalogue.discover(third_party=False).scoring_rules["direction-of-travel"]
    contexts = scoring_contexts(provided, small_portfolio(), scoring_context([]).as_at)
    made = scoring_context([1, 2], indicator="plans-on-time")
    first = next(each for each in contexts if each.indicator.id == "plans-on-time")
    assert type(first.points[0]) is type(made.points[0])
    assert first.points[0].fact.startswith("indicator/plans-on-time/")
    assert made.points[0].fact == "indicator/plans-on-time/2020"
    assert run(provided.record, small_portfolio(), indicator="plans-on-time")
