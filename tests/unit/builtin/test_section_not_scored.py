"""What a report says of what was not scored."""

from sendframe.errors import PluginFailure
from sendframe.evaluation import NoCatalogue
from sendframe.model import RuleChoice
from tests.unit.conftest import rate, small
from tests.unit.reports.small_report import CATALOGUE, of, plan, priority, report
from tests.unit.reports.walking import column, said, tables


def test_where_everything_was_scored_that_is_said() -> None:
    """The section is there, and says so."""
    (part,) = report(of(), "not-scored").sections
    assert said(part).splitlines()[-1] == "Every rule that was chosen has scored."


def test_a_refusal_stands_with_its_rule_and_its_reason() -> None:
    """Of an indicator by its title, of a priority by its label and statement."""
    rules = (
        RuleChoice(indicator="rate", rule="target-tolerance"),
        RuleChoice(about="help", rule="evidence-profile"),
    )
    portfolio = of(plan(priorities=(priority(),)), rules=rules)
    (table,) = tables(report(portfolio, "not-scored", catalogue=CATALOGUE))
    assert column(table, "About") == ["Plans on time", "Priority 1. Earlier help."]
    assert column(table, "Rule") == ["target-tolerance", "evidence-profile"]
    assert all(column(table, "Why not"))


def test_an_indicator_without_a_figure_and_a_failure_are_listed() -> None:
    """Both stand there, and then nothing is said to have scored."""
    failure = PluginFailure("plug", "plug-dist", "1.2", "run", "KeyError", "KENT001", "a.py:3")
    known = NoCatalogue(failures=(failure,))
    (part,) = report(small(rate()), "not-scored", catalogue=known).sections
    lines = said(part).splitlines()
    assert "No figure for Plans on time: not scored." in lines
    assert (
        "Not scored: plug-in 'plug' (plug-dist 1.2) failed in KENT001 [a.py:3]: KeyError. "
        "Everything else ran."
    ) in lines
    assert "Every rule that was chosen has scored." not in lines
