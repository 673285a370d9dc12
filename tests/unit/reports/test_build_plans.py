"""What a report says of plans, actions, priorities, sources and how it was made."""

from datetime import date

import pytest

from sendframe.disclosure import POLICIES
from sendframe.model import (
    Action,
    ActionRegister,
    CalendarYear,
    Commitment,
    CoProduction,
    Day,
    Evidence,
    EvidenceRegister,
    FrozenMap,
    Month,
    PlanPeriod,
    Portfolio,
    Publication,
    RatingScale,
    Review,
    ScaleSet,
    ScaleValue,
    Source,
    Stance,
    Status,
    Term,
    Text,
)
from sendframe.reports import Sentence, build
from tests.evaluating import disclosed
from tests.unit.conftest import AREA, rate, small, text
from tests.unit.reports.small_report import BOARD, CATALOGUE, DAY, of, plan, priority, report
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


def test_priorities_of_several_plans_stand_below_their_plan() -> None:
    """Two plans may both have a priority 1; the plan, its time and its status tell them apart."""
    one = plan(priorities=(priority(),))
    (alone,) = report(of(one), "priorities").sections
    assert [each.title for each in alone.sections] == ["Priority 1: Earlier help"]
    starts = Term(academic_year=2021, term="autumn")
    period = PlanPeriod(starts=starts, ends=Month(year=2024, month=3))
    before = plan(
        "before",
        period=period,
        status="superseded",
        priorities=(priority(id="help-then"),),
    )
    empty = plan("empty")
    (both,) = report(of(one, before, empty), "priorities").sections
    assert [each.title for each in both.sections] == ["The plan", "The before"]
    assert all(len(each.sections) == 1 for each in both.sections)
    assert "Autumn term 2021/22 to March 2024; status: superseded." in said(both.sections[1])


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
    assert column(table, "For") == ["–", "young-people"]
    assert "Two annexes were not public." in sentences


def test_a_status_no_scale_knows_is_shown_as_it_is_given() -> None:
    """Without a scale the value of a status stands as it is; without a status that is said."""
    action = Action(
        id="hire",
        title=text("Hire"),
        delivery=Status(value="on-course", on=Day(on=date(2025, 1, 1))),
    )
    register = ActionRegister(id="actions", title=text("Actions"), actions=(action,))
    commitments = (
        Commitment(id="w1", statement=text("We will hire."), actions=("hire",)),
        Commitment(id="w2", statement=text("We will train.")),
    )
    shown = report(
        of(plan(priorities=(priority(commitments=commitments),)), register), "priorities"
    )
    promised, done = tables(shown)
    assert column(promised, "Actions") == ["Hire", "no action"]
    assert column(done, "Delivery") == ["on-course"]
    assert column(done, "Impact") == ["no status given"]
    assert (column(done, "Led by"), column(done, "Due")) == (["no owner"], ["no date"])


def test_a_status_may_be_of_a_scale_that_stands_alone() -> None:
    """The word and shape of a status are found in a set of scales, as a plug-in brings it."""
    value = ScaleValue(id="on-course", name="On course", shape="diamond")
    scale = RatingScale(id="scale", title=text("Scale"), ordered=False, values=(value,))
    action = Action(
        id="hire",
        title=text("Hire"),
        delivery=Status(value="on-course", on=Day(on=date(2025, 1, 1))),
    )
    register = ActionRegister(id="actions", title=text("Actions"), actions=(action,))
    commitment = Commitment(id="w1", statement=text("We will hire."), actions=("hire",))
    alone = plan(priorities=(priority(commitments=(commitment,)),))
    scales = ScaleSet(id="scales", title=text("Scales"), scales=(scale,))
    _, done = tables(report(of(alone, register, scales), "priorities"))
    mark = done.rows[0][done.columns.index("Delivery")].mark
    assert mark is not None
    assert (mark.label, mark.shape) == ("On course", "diamond")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (None, "Evidence: 1 (1 case study)."),
        (Day(on=date(2025, 3, 1)), "Evidence: 1 (1 case study), the newest of 1 March 2025."),
    ],
)
def test_evidence_without_a_day_has_no_newest(on: Day | None, words: str) -> None:
    """How new the newest piece is stands there only where a piece has a day."""
    evidence = Evidence(
        id="e",
        kind="case-study",
        title=text("A case"),
        on=on,
        stances=(Stance(claim="help", side="for"),),
    )
    register = EvidenceRegister(id="register", title=text("Evidence"), evidence=(evidence,))
    portfolio = of(plan(priorities=(priority(),)), register)
    assert words in said(report(portfolio, "priorities")).splitlines()


def test_a_long_priority_is_cut_at_a_word_for_its_heading() -> None:
    """The heading of a long priority ends in an ellipsis; its own words stand in full below."""
    long = "Children get the help they need, " * 5
    model = report(of(plan(priorities=(priority(statement=text(long)),))), "priorities")
    (found,) = model.sections[0].sections
    assert found.title.startswith("Priority 1: Children get")
    assert found.title.endswith(" the help …")
    assert len(found.title) < 110 < len(long)
    assert long in said(found)


def test_sources_are_those_that_were_used() -> None:
    """Only releases that a figure was taken from stand there; documents stand once each."""
    source = Source(title="A paper", publisher="Office", licence="OGL")
    both = report(of(plan(sources=(source,)), plan("reform", sources=(source,))), "sources")
    releases, documents = tables(both)
    assert column(releases, "Release") == ["First"]
    assert column(documents, "Document") == ["A paper"]
    (only,) = tables(report(small(rate(), documents=(plan(sources=(source,)),)), "sources"))
    assert column(only, "Document") == ["A paper"]
    (figures,) = tables(report(of(), "sources"))
    assert column(figures, "Published") == ["1 January 2025"]


def test_the_method_names_policy_programs_and_files(herefordshire: Portfolio) -> None:
    """Documents made in Python have no files to name; those of a folder have their hashes."""
    made = report(of(), "method")
    assert "Disclosure policy 'published-figures'" in said(made)
    assert [each.caption for each in tables(made)] == ["Made by"]
    _, files = tables(report(herefordshire, "method"))
    assert "strategy.json" in column(files, "File")
    assert all(len(each) == 64 for each in column(files, "SHA-256"))


def test_the_board_sees_the_fictional_example(wyeford: Portfolio) -> None:
    """The board's own profile gives its sections in its own order, with the fiction marked."""
    published = POLICIES["published-figures"]
    model = build(disclosed(wyeford, published, as_at=DAY, catalogue=CATALOGUE), BOARD)
    assert [each.id for each in model.sections] == [each.id for each in BOARD.sections]
    assert model.fictional
    assert (model.profile, model.public) == ("board", False)


def test_a_profile_may_have_its_own_word_for_what_is_unknown() -> None:
    """The words ``unknown`` of a profile stand wherever no document holds something."""
    review = Review(id="r", title=text("A look"), area=AREA, kind="peer-review")
    made = report(
        small(rate(), documents=(review,)),
        "exceptions",
        "reviews",
        words=FrozenMap({"unknown": "Nobody said"}),
    )
    assert "Targets, actions and challenges: nobody said." in said(made)
    assert "Peer review." in said(made)
