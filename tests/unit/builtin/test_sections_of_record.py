"""What the record prints that no other report does."""

import attrs
import pytest

from sendframe.builtin import (
    section_actions,
    section_areas_and_scales,
    section_documents,
    section_earlier_plans,
    section_evidence_methods,
    section_finding_criteria,
    section_governance,
    section_indicator_definitions,
    section_other_words,
    section_projections,
    section_roles,
)
from sendframe.model import (
    ActionUpdate,
    Body,
    Closing,
    DateInWords,
    DifferenceMade,
    DueChange,
    Evidence,
    EvidenceRegister,
    Finding,
    FrozenMap,
    Governance,
    IndicatorSet,
    Measure,
    Month,
    Priority,
    Responsible,
    Review,
    Status,
    Text,
    Variant,
    Voice,
    Workstream,
)
from sendframe.reports import BuildContext, Bullets, Mark
from tests.unit.builtin.board_sections import built, example, some, table, words
from tests.unit.conftest import AREA, rate, seen, small, text
from tests.unit.reports.board_context import (
    HEAD,
    PROFILE,
    action,
    context,
    context_of,
    day,
    plan,
    register,
)
from tests.unit.reports.walking import column

OPTIONAL = (
    section_earlier_plans,
    section_evidence_methods,
    section_finding_criteria,
    section_other_words,
    section_projections,
    section_roles,
)
PUBLIC = PROFILE.changed(public=True)


def public(ctx: BuildContext) -> BuildContext:
    """Return the same for a report that is published."""
    return attrs.evolve(ctx, profile=PUBLIC)


@pytest.mark.parametrize("module", OPTIONAL)
def test_without_contents_there_is_no_section(module) -> None:
    """A portfolio without plans, evidence and reviews has nothing to print."""
    assert built(module, context()) is None


def test_roles_are_named_with_what_they_reported() -> None:
    """Under a heading for each kind of thing; what has no role is left out."""
    update = ActionUpdate(on=Month(year=2025, month=12), role="team manager", text=text("Begun."))
    later = update.changed(on=Month(year=2026, month=1))
    undated = update.changed(on=None, role="officer")
    nobody = later.changed(role=None)
    priorities = (
        Priority(id="p", order=1, statement=text("Early help."), leads=HEAD),
        Priority(id="r", order=2, title=text("No lead")),
    )
    streams = (
        Workstream(id="w", title=text("Therapies"), leads=HEAD),
        Workstream(id="v", title=text("Nobody")),
    )
    measures = (
        Measure(id="m", statement=text("More say."), leads=HEAD),
        Measure(id="n", statement=text("No lead either.")),
    )
    ctx = context(
        plan(priorities=priorities, measures=measures, workstreams=streams),
        register(
            action("hire", updates=(update, later, undated, nobody)),
            action("call", action_leads=()),
        ),
    )
    made = table(built(section_roles, ctx))
    assert column(made, "What") == ["Early help.", "More say.", "Therapies", "The hire"]
    assert [span.sentence.text for span in made.spans] == [
        "Priorities",
        "Measures",
        "Work that is led together",
        "Actions",
    ]
    assert "team manager December 2025 and January 2026 officer" in words(made)
    assert built(section_roles, public(ctx)) is None


def test_a_role_that_names_its_body_does_not_name_it_twice() -> None:
    """As "principal of Overdale College"."""
    body = Body(id="college", name="Overdale College", kind="provider")
    bodies = Governance(id="g", title=text("G"), area=AREA, bodies=(body,))
    people = (
        Responsible(role="principal of Overdale College", body="college"),
        Responsible(role="tutor", body="college"),
    )
    ctx = context(bodies, register(action("a", action_leads=people)))
    (row,) = table(built(section_roles, ctx)).rows
    assert row[1].text == "principal of Overdale College and tutor, Overdale College"


def test_evidence_says_how_it_was_made() -> None:
    """A published report does not name the roles that made and collected it."""
    survey = Evidence(
        id="survey",
        kind="survey",
        title=text("Survey"),
        summary=text("Half said yes."),
        source_body="Forum",
        method=text("Online."),
        population="families",
        question=text("Is it better?"),
        produced_by="survey lead",
        collected_by="volunteers",
        publishable=True,
    )
    letter = Evidence(id="letter", kind="document", title=text("Letters"), publishable=True)
    ctx = context(EvidenceRegister(id="e", title=text("E"), evidence=(survey, letter)))
    printed = words(built(section_evidence_methods, ctx))
    assert "Survey Half said yes. Online. Asked: Is it better? families Forum" in printed
    assert "Made by: survey lead Collected by: volunteers" in printed
    published = words(built(section_evidence_methods, public(ctx)))
    assert "Forum" in published
    assert "survey lead" not in published
    assert "volunteers" not in published


def test_findings_stand_with_the_question_they_were_put_to() -> None:
    """And, unless it is published, with the role that put them there."""
    ctx = example("wyeford")
    made = table(built(section_finding_criteria, ctx))
    assert made.columns == ("Finding", "Question", "Put there by")
    assert "head of SEND, Wyeford Council" in words(made)
    assert table(built(section_finding_criteria, public(ctx))).columns == ("Finding", "Question")


def test_a_review_whose_findings_belong_to_no_question_has_no_heading() -> None:
    """Nothing would stand below it."""
    finding = Finding(id="f", kind="strength", statement=text("Good."))
    review = Review(id="r", title=text("R"), area=AREA, kind="inspection", findings=(finding,))
    assert built(section_finding_criteria, context(review)) is None


def test_a_published_report_leaves_out_reviews_that_are_not_publishable() -> None:
    """The peer review of the fictional example is for the partners only."""
    ctx = example("wyeford")
    assert "Peer review" in words(built(section_finding_criteria, ctx))
    assert "Peer review" not in words(built(section_finding_criteria, public(ctx)))


def test_an_earlier_plan_says_what_it_said_and_what_became_of_its_actions() -> None:
    """A reason that is given twice stands once."""
    reason = text("Nobody came.")
    status = Status(value="stopped", on=Month(year=2022, month=5), reason=reason)
    moved = DueChange(
        due=Month(year=2021, month=5), changed_on=day(2021, 4, 1).on, reason=text("Late.")
    )
    stopped = action("app", short_title=text("App"), due_history=(moved,)).changed(
        delivery=status, impact=status.changed(value="none")
    )
    old = plan("old", status="superseded", vision=text("Long ago."), actions=("app", "bus"))
    empty = plan("empty", status="superseded")
    ctx = context(old, empty, register(stopped, action("bus"), action("now")))
    section = some(built(section_earlier_plans, ctx))
    assert [part.title for part in section.sections] == ["The old", "What became of their actions"]
    assert words(section.sections[0].blocks) == "Vision: Long ago."
    bullets = section.sections[1].blocks[0]
    assert isinstance(bullets, Bullets)
    assert bullets.items[0].mark == Mark("stopped", "cross")
    printed = words(bullets)
    assert "App: The app." in printed
    assert "Moved from May 2021: Late. 1 April 2021." in printed
    assert printed.count("Nobody came.") == 1
    assert "The bus." in printed
    assert "The now" not in printed


def test_projections_say_what_they_take_for_granted() -> None:
    """With and without what the plan does."""
    made = table(built(section_projections, example("wyeford")))
    assert column(made, "Case") == ["Without action", "With action"]
    assert "Requests go on growing" in words(made)


def test_other_words_stand_beside_the_words_of_the_document() -> None:
    """Once for all the readers they are for; never those of people and of answers to them."""
    printed = words(built(section_other_words, example("wyeford")))
    assert (
        "We want to know you well. We want to help you in good time. We want you to feel you "
        "belong. friendly and young people, tried with: Wyeford youth forum" in printed
    )
    assert "Help all nurseries to help with talking friendly and young people " in printed
    assert "Each family has a name to call" not in printed
    assert built(section_other_words, public(example("wyeford"))) is None


def test_words_of_people_are_in_no_table_of_other_words() -> None:
    """Nobody agreed to that, whatever else they agreed to."""
    said = Text(default="It was loud.", variants=FrozenMap({"friendly": Variant(text="Loud.")}))
    voice = Voice(id="v", who="parent-carers", summary=said)
    heard = EvidenceRegister(id="e", title=text("E"), voices=(voice,))
    assert built(section_other_words, context(heard)) is None


def test_definitions_have_caveats_where_no_figure_has_them() -> None:
    """An indicator with figures has its definition and its caveats beside them."""
    said = {"definition": text("Of all plans."), "caveats": (text("Few plans."),)}
    ((cell, *_),) = table(
        built(section_indicator_definitions, context_of(small(rate(**said))))
    ).rows
    assert cell.note == "Of all plans."
    made = table(
        built(section_indicator_definitions, context_of(small(rate(**said), seen(2024, 1, 2))))
    )
    assert made.columns == ("Indicator", "What is counted")
    assert words(made.rows) == "Plans on time plans on time of plans issued"
    bare = rate(numerator=None, denominator=None)
    assert built(section_indicator_definitions, context_of(small(bare))) is None


def test_definitions_of_a_plug_in_stand_where_it_has_figures() -> None:
    """Nobody wrote the others for this area."""
    theirs = IndicatorSet(id="theirs", title=text("T"), indicators=(rate(id="other"),))
    portfolio = attrs.evolve(small(rate(), documents=(theirs,)), taken_in=("theirs",))
    made = table(built(section_indicator_definitions, context_of(portfolio)))
    assert column(made, "Indicator") == ["Plans on time"]


def test_documents_stand_with_what_they_cite() -> None:
    """A published report does not say which findings of checks are accepted."""
    printed = words(built(section_documents, example("wyeford")))
    assert "Self-evaluation autumn 2025" in printed
    assert "Action log of the board" in printed
    assert "Plans issued, and within 20 weeks" in printed
    assert "The survey of 2022 stays in use" in printed
    published = words(built(section_documents, public(example("wyeford"))))
    assert "The survey of 2022 stays in use" not in published
    assert words(built(section_documents, context())).startswith("Wyeford Portfolio Indicators")


def test_areas_scales_and_symbols_are_explained() -> None:
    """No code of an area and no id of a release is printed."""
    printed = words(built(section_areas_and_scales, example("wyeford")))
    assert "Wyeford Wyeford Council Wyeford, Borough of Office for Examples" in printed
    assert "Wyeford Marlbeck Very close" in printed
    assert "How far support in a school has come" in printed
    assert "x school holidays Monthly paper of figures, January 2026 (made up)" in printed
    assert "wyeford-" not in printed
    small_area = words(built(section_areas_and_scales, context()))
    assert small_area == "Wyeford nobody Ardenia Country x not available"


def test_an_update_without_a_date_is_printed_without_one() -> None:
    """And one with a date has it in its label."""
    dated = ActionUpdate(on=Month(year=2025, month=12), text=text("Begun."))
    undated = ActionUpdate(text=text("The draft is shared."))
    said = words(built(section_actions, context(register(action("a", updates=(undated, dated))))))
    assert "Reported: The draft is shared." in said
    assert "Reported, December 2025: Begun." in said


def test_a_body_says_how_often_it_meets_and_an_action_when_it_was_closed() -> None:
    """In the words of the document."""
    body = Body(id="forum", name="Forum", kind="forum", cadence="once a month in term")
    bodies = Governance(id="g", title=text("G"), area=AREA, bodies=(body,))
    assert "Forum once a month in term" in words(built(section_governance, context(bodies)))
    closing = Closing(
        closed_on=DateInWords(text="completed"),
        wanted=text("W."),
        did=text("D."),
        difference=DifferenceMade(text=text("X.")),
    )
    ctx = context(register(action("a", "done", closing=closing)))
    assert "Closed: completed." in words(built(section_actions, ctx))
