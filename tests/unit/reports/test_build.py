"""What every report has, and what it says where nothing is known."""

import pytest

from sendframe.errors import UnknownName
from sendframe.model import (
    Action,
    ActionRegister,
    Body,
    CalendarYear,
    Challenge,
    CriteriaSet,
    Criterion,
    FrozenMap,
    Governance,
    LevelTarget,
    Measure,
    Month,
    Portfolio,
    Responsible,
    Text,
    Variant,
    WordsTarget,
)
from sendframe.reports import SECTION_KINDS
from tests.unit.conftest import AREA, rate, small, text
from tests.unit.reports.small_report import CATALOGUE, of, plan, priority, report
from tests.unit.reports.walking import column, said, section, tables


def test_an_unknown_kind_of_section_is_refused() -> None:
    """A profile that names a section there is not is refused, with the kinds there are."""
    with pytest.raises(UnknownName, match="kind of section") as told:
        report(of(), "summry")
    assert all(kind in str(told.value) for kind in ("summary", "not-scored"))


def test_every_kind_of_section_can_be_built(wyeford: Portfolio) -> None:
    """The fictional example has something to say under every kind of section."""
    model = report(wyeford, *SECTION_KINDS, catalogue=CATALOGUE)
    assert [each.title for each in model.sections] == list(SECTION_KINDS)
    assert all(each.blocks or each.sections for each in model.sections)


def test_a_section_with_nothing_to_say_is_left_out() -> None:
    """Without figures, plans, criteria, reviews and bodies their sections are not there."""
    kinds = ("overview", "indicators", "strategies", "priorities", "criteria")
    model = report(small(rate()), *kinds, "reviews", "governance", "sources", "summary")
    assert [each.title for each in model.sections] == ["summary"]


def test_a_report_says_whose_it_is_and_how_to_handle_it() -> None:
    """Title, day, notice and handling mark stand on the report itself."""
    model = report(
        of(notice=text("Wyeford does not exist.")), "summary", handling_mark=text("For the board.")
    )
    assert (model.title, model.subtitle) == ("Wyeford: report", "As at 31 January 2026")
    assert (model.notice, model.handling_mark) == ("Wyeford does not exist.", "For the board.")
    assert (model.fictional, model.public) == (True, False)
    bare = report(of(), "summary", public=True)
    assert (bare.notice, bare.handling_mark, bare.public) == ("", "", True)


def test_the_summary_holds_what_is_introduced_and_noted() -> None:
    """The introduction of the section and the note of the portfolio stand in the summary."""
    register = ActionRegister(
        id="actions", title=text("Actions"), actions=(Action(id="a", title=text("Hire")),)
    )
    portfolio = of(plan(priorities=(priority(),)), register, note=text("Made up for tests."))
    lines = said(report(portfolio, "summary", introduction="Read this first.")).splitlines()
    assert "It holds 1 priority, 1 indicator with figures and 1 action." in lines
    assert "Read this first." in lines
    assert lines.index("About this information") < lines.index("Made up for tests.")
    assert "Read this first." not in said(report(portfolio, "summary"))


def test_a_variant_prints_its_wording_where_there_is_one() -> None:
    """The friendly report has the friendly words, and the default words where there are none."""
    friendly = Text(
        default="Timely provision.",
        variants=FrozenMap({"friendly": Variant(text="Help when you need it.")}),
    )
    portfolio = of(
        plan(
            title=friendly,
            priorities=(
                priority(statement=friendly),
                priority(id="two", order=2, statement=text("Shorter waits.")),
            ),
        )
    )
    kinds = ("priorities", "strategies")
    shown = said(report(portfolio, *kinds, variant="friendly"))
    assert "Help when you need it." in shown
    assert "Timely provision." not in shown
    assert "Priority 2: Shorter waits" in shown
    standard = said(report(portfolio, *kinds))
    assert "Help when you need it." not in standard
    assert "Timely provision." in standard


# What is public is not all there is.

KINDS_OF_PARTIAL = ("exceptions", "overview", "priorities", "criteria", "challenges")


@pytest.mark.parametrize(
    ("completeness", "inside", "cell"),
    [
        ("full", "none given", "None given"),
        ("summary", "not in the public documents used", "Not in the public documents used"),
    ],
)
def test_what_no_document_holds_is_named_by_what_the_plan_is(
    completeness: str, inside: str, cell: str
) -> None:
    """Of a summary of what is public nothing is said to be missing; of a full plan it is."""
    criterion = Criterion(id="c", code="1", wording=text("Leaders know."), kind="leadership")
    criteria = CriteriaSet(
        id="set", title=text("Criteria"), publisher="us", version="1", criteria=(criterion,)
    )
    portfolio = of(plan(completeness=completeness, priorities=(priority(),)), criteria)
    model = report(portfolio, *KINDS_OF_PARTIAL, catalogue=CATALOGUE)
    for sentence in (
        f"Commitments, actions and owners: {inside}.",
        f"Challenges raised by people: {inside}.",
        f"Targets, actions and challenges: {inside}.",
    ):
        assert sentence in said(model).splitlines()
    (table,) = tables(section(model, "Criteria"))
    assert column(table, "Judgement") == [cell]
    other = {"None given", "Not in the public documents used"} - {cell}
    assert not any(each.lower() in said(model).lower() for each in other)


def test_nothing_that_a_document_holds_is_said_to_be_missing() -> None:
    """A plan may have targets and leads of priorities, and no actions."""
    target = WordsTarget(statement=text("Fewer each year."))
    measure = Measure(id="m", statement=text("Waiting"), target=target)
    led = priority(leads=(Responsible(role="head of SEND"),))
    asked = Governance(
        id="g",
        title=text("Governance"),
        area=AREA,
        bodies=(Body(id="board", name="Board", kind="board"),),
        challenges=(
            Challenge(
                id="c",
                body="board",
                raised_by="chair",
                raised_on=Month(year=2025, month=1),
                statement=text("Why?"),
                answer=text("Because."),
            ),
        ),
    )
    documents = plan(priorities=(led,), measures=(measure,)), asked
    told = said(report(of(*documents), "exceptions", "priorities")).splitlines()
    assert "Actions: none given." in told
    assert "Commitments and actions: none given." in told
    told = said(report(of(documents[0]), "exceptions")).splitlines()
    assert "Actions and challenges: none given." in told


@pytest.mark.parametrize(("completeness", "rated"), [("full", True), ("summary", False)])
def test_no_band_is_a_headline_about_an_area_that_did_not_ask(
    completeness: str, rated: bool
) -> None:
    """The overview of a partial portfolio has no ratings, no targets and no note about them."""
    measure = Measure(
        id="m",
        statement=text("More on time"),
        indicators=("rate",),
        target=LevelTarget(level=60.0, due=CalendarYear(year=2026)),
    )
    portfolio = of(plan(completeness=completeness, measures=(measure,)))
    (table,) = tables(report(portfolio, "overview"))
    ratings = ("Statistical reading", "Against the target", "Target")
    assert [name in table.columns for name in ratings] == [rated] * 3
    assert ("Wilson" in table.note) == rated
    assert all(len(row) == len(table.columns) for row in table.rows)


# Figures.
