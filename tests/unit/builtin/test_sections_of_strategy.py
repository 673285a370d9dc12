"""What the report of the whole strategy prints."""

from functools import cache

import pytest

from sendframe import load
from sendframe.api import disclosed_evaluation, figures_for
from sendframe.builtin import (
    section_actions,
    section_contacts,
    section_governance,
    section_measures,
    section_priorities,
    section_strategies,
    section_workstreams,
)
from sendframe.evaluation import PluginIsolation
from sendframe.model import (
    Commitment,
    Measure,
    MeasureActual,
    Month,
    Priority,
    Relation,
    Responsible,
    Text,
)
from sendframe.plugins import Catalogue
from sendframe.reports import ReportModel, build, unprinted
from tests.unit.builtin.board_sections import ROOT, built, some, table, words
from tests.unit.conftest import text
from tests.unit.reports.board_context import action, context, plan, register
from tests.unit.reports.walking import said

MODULES = (
    section_actions,
    section_contacts,
    section_governance,
    section_measures,
    section_priorities,
    section_strategies,
    section_workstreams,
)


@cache
def strategy_of(name: str) -> ReportModel:
    """Return the strategy report of an example."""
    portfolio = load(ROOT / "examples" / name)
    catalogue = Catalogue.discover(third_party=False)
    shown = disclosed_evaluation(portfolio, figures_for(portfolio), catalogue=catalogue)
    isolation = PluginIsolation(debug=True)
    profile = catalogue.profiles["strategy"].record
    return build(shown, profile, catalogue.sections, isolation=isolation)


@pytest.mark.parametrize("module", MODULES)
def test_without_plans_there_is_no_section(module) -> None:
    """A portfolio without plans, actions and bodies has nothing to print."""
    assert built(module, context()) is None


def test_a_priority_has_its_commitments_with_the_state_of_each_action() -> None:
    """Verbatim words are quoted; an action has one state; a low role is named by option only."""
    commitment = Commitment(id="c", statement=text("We will hire."), actions=("hire",))
    priority = Priority(
        id="p",
        order=1,
        statement=Text(default="Early help.", wording="verbatim"),
        leads=(Responsible(role="head of help"),),
        commitments=(commitment,),
    )
    ctx = context(
        plan(priorities=(priority,), actions=("hire",)), register(action("hire", "behind"))
    )
    section = some(built(section_priorities, ctx))
    assert section.sections[0].title == "Priority 1: “Early help.”"
    assert "behind" in said(built(section_actions, ctx))
    assert "head of help" not in words(section)
    assert "head of help" in words(built(section_priorities, ctx, names_roles=True))


def test_a_measure_has_its_lead_and_where_it_stands_in_words() -> None:
    """As tables of measures have them; a column without words is left out."""
    bare = Measure(id="n", statement=text("Fewer moves."))
    measure = Measure(
        id="m",
        statement=text("More say."),
        leads=(Responsible(role="head of help"),),
        actual=MeasureActual(statement=text("Terms agreed."), on=Month(year=2025, month=7)),
    )
    made = some(built(section_measures, context(plan(measures=(measure, bare)))))
    assert table(made).columns == ("Measure", "Latest")
    assert words(made).endswith("More say. Terms agreed. July 2025 Fewer moves. –")
    named = built(section_measures, context(plan(measures=(measure,))), names_roles=True)
    assert table(named).columns == ("Measure", "Led by", "Latest")
    assert "head of help" in words(named)
    undated = measure.changed(actual=MeasureActual(statement=text("Terms agreed.")))
    assert words(built(section_measures, context(plan(measures=(undated,))))).endswith("agreed.")


def test_a_plan_that_is_over_is_a_line_with_what_followed() -> None:
    """Only its title and its successor stand among the plans."""
    new = plan("new", relations=(Relation(kind="supersedes", strategy="old"),))
    old = plan("old", status="superseded", vision=text("Long ago."))
    printed = words(built(section_strategies, context(new, old)))
    assert "The old. Followed by The new." in printed
    assert "Long ago" not in printed


@pytest.mark.parametrize(("name", "most"), [("wyeford", 120), ("herefordshire", 20)])
def test_most_words_of_plans_are_printed(name: str, most: int) -> None:
    """Of plans, registers and governance few default words are in no strategy report."""
    portfolio = load(ROOT / "examples" / name)
    files = ("strategy.json", "improvement-plan.json", "actions", "governance.json")
    left = [
        item
        for item in unprinted(portfolio, [strategy_of(name)]).unprinted
        if not item.variant and (item.location.file or "").startswith(files)
    ]
    assert len(left) <= most, sorted({item.kind for item in left})
