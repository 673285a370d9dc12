"""What a report says of strategies and other plans."""

from sendframe.model import (
    CalendarYear,
    CoProduction,
    PlanPeriod,
    Publication,
    Text,
)
from sendframe.reports import Sentence
from tests.unit.conftest import text
from tests.unit.reports.small_report import of, plan, report
from tests.unit.reports.walking import column, parts, said, tables


def test_a_plan_that_was_extended_says_until_when() -> None:
    """The period stands as it was, and behind it when the plan now ends."""
    period = PlanPeriod(starts=CalendarYear(year=2023), ends=CalendarYear(year=2025))
    extended = plan(period=period, extended_to=CalendarYear(year=2026), status="extended")
    lines = said(report(of(extended), "strategies")).splitlines()
    assert "The plan. 2023 to 2025; status: extended." in lines
    assert "Extended to 2026." in lines
    bare = said(report(of(plan()), "strategies"))
    assert "The plan. Status: adopted." in bare
    assert "Extended" not in bare


def test_one_plan_is_the_section_and_two_stand_below_it() -> None:
    """A single plan needs no heading of its own; of two each has one."""
    (one,) = report(of(plan()), "strategies").sections
    assert (len(one.blocks), one.sections) == (1, ())
    (two,) = report(of(plan(), plan("reform")), "strategies").sections
    assert two.blocks == ()
    assert [each.title for each in two.sections] == ["The plan", "The reform"]


def test_how_people_took_part_and_where_a_plan_is_published() -> None:
    """An account is printed, quoted where verbatim; else the level with whom; else nothing."""
    made = plan(
        vision=Text(default="All belong.", wording="verbatim"),
        note=text("Two annexes were not public."),
        co_production=(
            CoProduction(level="co-designed", with_whom=("parents", "pupils")),
            CoProduction(
                level="consulted", statement=Text(default="We were asked.", wording="verbatim")
            ),
            CoProduction(level="told"),
        ),
        publications=(
            Publication(id="p1", kind="full", title=text("The strategy"), format="pdf"),
            Publication(id="p2", kind="video", audience="young-people"),
        ),
    )
    model = report(of(made), "strategies")
    sentences = {each.text: each.quoted for each in parts(model) if isinstance(each, Sentence)}
    assert sentences["Co-designed with parents and pupils."] is False
    assert sentences["We were asked."] is True
    assert sentences["All belong."] is True
    assert "told" not in said(model).lower()
    (table,) = tables(model)
    assert column(table, "Publication") == ["The strategy", "video"]
    assert column(table, "For") == ["–", "young people"]
    assert "Two annexes were not public." in sentences


def test_without_a_plan_there_is_no_section() -> None:
    """A portfolio without a plan has nothing to show."""
    assert report(of(), "strategies").sections == ()
