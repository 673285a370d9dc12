"""What a report says of plans, actions, priorities, sources and how it was made."""

from tests.unit.conftest import text
from tests.unit.reports.small_report import of, plan, priority, report
from tests.unit.reports.walking import said


def test_priorities_of_several_plans_stand_below_their_plan() -> None:
    """Two plans in force may both have a priority 1; the title of the plan tells them apart."""
    one = plan(priorities=(priority(),))
    (alone,) = report(of(one), "priorities").sections
    assert [each.title for each in alone.sections] == ["Priority 1: Earlier help"]
    other = plan("other", priorities=(priority(id="help-too"),), status="draft")
    before = plan("before", status="superseded", priorities=(priority(id="help-then"),))
    empty = plan("empty")
    (both,) = report(of(one, other, before, empty), "priorities").sections
    assert [each.title for each in both.sections] == ["The plan", "The other (draft)"]
    assert all(len(each.sections) == 1 for each in both.sections)


def test_a_long_priority_stands_in_full_below_its_number() -> None:
    """The heading of a long priority is its number; its own words stand in full below."""
    long = "Children get the help they need, " * 5
    model = report(of(plan(priorities=(priority(statement=text(long)),))), "priorities")
    (found,) = model.sections[0].sections
    assert found.title == "Priority 1"
    assert long in said(found)
