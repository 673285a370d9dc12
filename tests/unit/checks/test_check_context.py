"""What a check is told, and where what it finds stands."""

from datetime import date

from sendframe.checks import CheckContext
from sendframe.errors import Location, Related
from sendframe.model import Priority, Strategy
from tests.unit.conftest import AREA, rate, small, text

FIRST = Priority(id="one", order=1, statement=text("Earlier help"))
SECOND = Priority(id="two", order=1, statement=text("Shorter waits"))


def plan(name: str, *priorities: Priority) -> Strategy:
    """Return a plan with priorities."""
    return Strategy(
        id=name,
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        priorities=priorities,
    )


def context(*plans: Strategy) -> CheckContext:
    """Return what a check is told of a portfolio with these plans."""
    return CheckContext(
        check="SFR999",
        portfolio=small(rate(), documents=plans),
        as_at=date(2026, 1, 31),
        indicators={},
        subjects=(),
        source="a check 1.0",
    )


def test_the_priorities_of_all_plans_stand_together() -> None:
    """A check is told the priorities of every plan, plan by plan."""
    assert context(plan("a", FIRST), plan("b", SECOND)).priorities == (FIRST, SECOND)


def test_a_finding_stands_where_its_value_stands() -> None:
    """Document and pointer are those of the value; a value from elsewhere has no place."""
    told = context(plan("a"), plan("b", FIRST, SECOND))
    found = told.diagnostic("Who leads on this", at=SECOND, about="two")
    assert found.location == Location("b.json", "/priorities/1")
    assert (found.code, found.source, found.about) == ("SFR999", "a check 1.0", "two")
    elsewhere = Priority(id="two", order=1, statement=text("Shorter waits"))
    assert told.diagnostic("Who leads on this", at=elsewhere).location == Location()


def test_a_finding_may_have_a_place_of_its_own_and_others() -> None:
    """A check may give the place itself, and the other places that belong to what it found."""
    here, there = Location("a.json", "/id"), Related(Location("b.json", "/id"), "it stands here")
    found = context().diagnostic("Twice", at=here, related=(there,))
    assert (found.location, found.related) == (here, (there,))
