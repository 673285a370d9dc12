"""What is asked, what is written and known about it, and what is missing."""

import pytest

from sendframe import make_reports
from sendframe.builtin import section_requirements
from sendframe.errors import NothingToReport
from sendframe.model import (
    Action,
    ActionRegister,
    AreaForDevelopment,
    Commitment,
    Consent,
    CriteriaSet,
    CriterionEntry,
    Document,
    EvidenceAnswer,
    Portfolio,
    Priority,
    Promise,
    Source,
    Stance,
    Strategy,
    Voice,
)
from sendframe.plugins import Callout, Catalogue, PartnerView, Section, Table
from sendframe.reports import BuildContext
from tests.unit.builtin.section_text import built, lines, parts
from tests.unit.conftest import AREA, rate, small, text
from tests.unit.reports.edition_context import (
    CUT_OFF,
    about,
    build_context,
    edition,
    evidence,
    register,
)
from tests.unit.reports.two_editions import CRITERIA, judgement

(KIND,) = section_requirements.sections()
CATALOGUE = Catalogue.discover(third_party=False)
OTHERS = CriteriaSet(
    id="terms",
    title=text("Terms of reference"),
    publisher="Board",
    version="1",
    criteria=(CRITERIA.criteria[0].changed(id="t1", code="10", short_title=text("Meet")),),
)
ENTRY = CriterionEntry(id="e", criterion="q1")


def made(context: BuildContext, **options: object) -> Section:
    """Return the section."""
    section = built(context, KIND, **options)
    assert section is not None
    return section


def rows(section: Section) -> list[list[str]]:
    """Return the cells of the table, row by row, with the small words under them."""
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return [[" | ".join(lines(cell)) for cell in row] for row in table.rows]


def part(context: BuildContext) -> Section:
    """Return the part of the first requirement."""
    return made(context).sections[0].sections[0]


def plan(
    status: str = "adopted", *commitments: Commitment, actions: tuple[str, ...] = ()
) -> Strategy:
    """Return a plan with a priority about the first criterion."""
    priority = Priority(
        id="p", order=1, title=text("Listen."), criteria=("q1",), commitments=commitments,
        actions=actions,
    )  # fmt: skip
    return Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status=status,
        priorities=(priority,),
    )  # fmt: skip


def test_without_a_set_there_is_no_section() -> None:
    """Unless an option names one, which is then said not to be there."""
    assert built(build_context(), KIND) is None
    said = lines(made(build_context(), sets=("x",)))
    assert "This set of criteria is not in the documents: x." in said
    said = lines(made(build_context(CRITERIA), sets=("x", "questions", "y")))
    assert "These sets of criteria are not in the documents: x and y." in said


def test_all_sets_are_shown_in_order_unless_an_option_chooses() -> None:
    """With more than one set, each has its heading in the table."""
    both = build_context(CRITERIA, OTHERS)
    assert [item.title for item in made(both).sections] == ["Questions", "Terms of reference"]
    (table,) = (block for block in made(both).blocks if isinstance(block, Table))
    assert [(span.before, span.sentence.text) for span in table.spans] == [
        (0, "Questions"),
        (2, "Terms of reference"),
    ]
    chosen = made(both, sets=("terms",))
    assert [item.title for item in chosen.sections] == ["Terms of reference"]
    assert [row[0] for row in rows(chosen)] == ["10. Meet"]


def test_of_what_nobody_wrote_about_the_table_says_what_is_missing() -> None:
    """It has no part of its own, and is named once."""
    section = made(build_context(CRITERIA))
    first = [
        "1. Do we listen?",
        "no",
        "none",
        "not judged",
        "anything written | evidence | a judgement",
    ]
    assert rows(section)[0] == first
    (own,) = section.sections
    assert own.sections == ()
    assert "There are no words and no evidence about requirements 1 and 2." in lines(own)
    one = made(about(edition(ENTRY.changed(wanted=(text("Ring."),)))))
    assert "There are no words and no evidence about requirement 2." in lines(one)


def test_where_a_set_is_from_is_printed() -> None:
    """Its publisher and version, its note, its sources, and the edition that answers it."""
    sources = (
        Source(title="Letter", publisher="Office", published_on=CUT_OFF, locator="page 2"),
        Source(title="Talk"),
    )
    context = build_context(CRITERIA.changed(note=text("A summary."), sources=sources))
    said = lines(made(context).sections[0])
    assert "Published by: Board. Version: 1." in said
    assert "No self-evaluation answers this set." in said
    assert "A summary." in said
    assert "From: Letter (Office, page 2, 31 October 2025); Talk." in said
    assert "Answered in: Self-evaluation." in lines(made(about(edition())).sections[0])


def test_a_set_without_a_version_has_its_publisher_alone() -> None:
    """A local list of themes has none."""
    said = lines(made(build_context(CRITERIA.changed(version=None))).sections[0])
    assert "Published by: Board." in said
    assert "Version" not in said


def test_what_the_self_evaluation_says_stands_under_its_words() -> None:
    """With the actions of each area for development, and who judged and who agrees."""
    judged = judgement("e", "high").changed(
        reason=text("They say so."),
        views=(PartnerView(who="The forum", view="agrees"),),
    )
    entry = ENTRY.changed(
        wanted=(text("Ring."),),
        areas_for_development=(
            AreaForDevelopment(statement=text("Slow."), actions=("a", "x")),
            AreaForDevelopment(statement=text("Cold.")),
        ),
        promises=(Promise(said=text("We said we would ring."), progress="kept"),),
        judgement=judged,
    )
    actions = ActionRegister(
        id="r", title=text("Actions"), actions=(Action(id="a", title=text("Ring back.")),)
    )
    section = part(about(edition(entry), actions))
    said = lines(section)
    assert "We wanted: Ring." in said
    assert "Must get better: Slow. Action: Ring back." in said
    assert "Must get better: Cold. No action is named." in said
    assert any(line.startswith("Promise: We said we would ring.") for line in said)
    assert any(line.startswith("Judged so because: They say so.") for line in said)
    assert "The forum agrees." in said
    assert section.mark is not None
    assert (section.mark.label, section.mark.tone, section.note) == ("High", "better", "")
    (callout,) = (item for item in parts(section) if isinstance(item, Callout))
    assert [item.text for item in callout.sentences] == [
        "Evidence.",
        "An action for 1 area for development.",
    ]


def test_a_judgement_on_an_absent_scale_is_shown_by_its_id() -> None:
    """As other sections do."""
    bare = CRITERIA.changed(rating_scale=None)
    entry = ENTRY.changed(judgement=judgement("e", "far-off").changed(reason=text("So.")))
    section = made(build_context(bare, edition(entry))).sections[0].sections[0]
    assert section.mark is not None
    assert section.mark.label == "far-off"


@pytest.mark.parametrize(
    ("given", "note"),
    [
        (plan("draft"), "Plan (draft); no action."),
        (plan("adopted", actions=("a", "x")), "Plan; 1 action."),
        (
            plan("adopted", Commitment(id="c", statement=text("We will ring."), actions=("a",))),
            "Plan; 1 commitment and 1 action.",
        ),
    ],
)
def test_priorities_say_how_much_work_they_have(given: Strategy, note: str) -> None:
    """Actions that are not in the portfolio do not count; a draft is called one."""
    actions = ActionRegister(
        id="r", title=text("Actions"), actions=(Action(id="a", title=text("Ring")),)
    )
    context = build_context(CRITERIA, given, actions)
    assert f"In a plan: Listen. {note}" in lines(part(context))
    assert rows(made(context))[0][1] == "yes 1 priority of a plan"


def test_evidence_stands_under_its_side_with_its_answer() -> None:
    """What is printed above is named only; what may not be shown is counted."""
    consent = Consent(given_by="a parent", profiles=("sef-update",))
    voice = Voice(
        id="v", who="parent-carers", words=text("Well."), consent=consent,
        stances=(Stance(claim="q1", side="for"),),
    )  # fmt: skip
    answer = EvidenceAnswer(evidence="no", answer=text("We will."))
    entries = (
        ENTRY.changed(answers=(answer,)),
        ENTRY.changed(id="f", criterion="q2", evidence=("no",)),
    )
    items = register(
        evidence("no", "against"),
        evidence("old", "against", expires_on=CUT_OFF),
        evidence("hidden", "for", publishable=False),
        evidence("secret", publishable=False),
        voices=(voice,),
    )
    context = about(edition(*entries), items)
    first, second = made(context).sections[0].sections
    said = lines(first)
    assert "For it: “Well.” A parent or carer." in said
    assert "For it: 1 more piece is not shown in this report." in said
    assert "Without a side: 1 more piece is not shown in this report." in said
    assert "Our answer: We will." in said
    assert "Not answered. No answer to this is given." in said
    assert any(line.startswith("Against it: Paper old (out of date since") for line in said)
    assert "Without a side: Paper no. See above." in lines(second)
    assert rows(made(context))[0][2].startswith("2 for it, 2 against it, 1 without a side")
    assert rows(made(context))[0][4].endswith(
        "an answer to 1 piece of evidence against it | newer evidence for 1 piece that is out of date"
    )


def test_of_several_the_plural_is_printed() -> None:
    """Of answers, of what is out of date, and of areas for development."""
    area = AreaForDevelopment(statement=text("Slow."))
    items = register(*(evidence(id_, "against", expires_on=CUT_OFF) for id_ in ("a", "b")))
    context = about(edition(ENTRY.changed(areas_for_development=(area, area))), items)
    assert rows(made(context))[0][4] == (
        "a judgement | answers to 2 pieces of evidence against it"
        " | newer evidence for 2 pieces that are out of date"
        " | actions for 2 areas for development"
    )


def test_where_nothing_is_missing_the_table_says_so() -> None:
    """And there is no note of what is missing."""
    judged = judgement("e", "high").changed(reason=text("So."))
    context = about(edition(ENTRY.changed(judgement=judged)), register(evidence("a", "for")))
    assert rows(made(context))[0][4] == "nothing"
    assert not any(isinstance(item, Callout) for item in parts(part(context)))


def test_evidence_without_words_has_a_part_and_so_have_words_without_evidence() -> None:
    """Each says that the other is not there."""
    known = part(about(edition(), register(evidence("a", "for"))))
    assert "Nothing." in lines(known)
    assert known.note == "Not judged"
    written = part(build_context(CRITERIA, plan()))
    assert "None is listed." in lines(written)


def test_of_public_documents_alone_nothing_is_called_missing() -> None:
    """The area may have it: the column says what is not in them."""
    partial: Document = plan().changed(completeness="summary")
    section = made(build_context(CRITERIA, partial))
    said = lines(section)
    assert "In a plan: Listen. Plan." in said
    assert any(line.startswith("Not in the public documents") for line in said)
    assert not any("Missing" in line for line in said)


def test_the_examples_have_the_report(wyeford: Portfolio, herefordshire: Portfolio) -> None:
    """It is not public; of public documents alone it has no handling mark."""
    for portfolio, mark in ((wyeford, True), (herefordshire, False)):
        (report,) = make_reports(portfolio, ["requirements"], catalogue=CATALOGUE)
        assert not report.model.public
        assert bool(report.model.handling_mark) is mark
        sets = [item.title for item in report.model.sections[0].sections]
        assert len(sets) == 2


def test_without_a_set_of_criteria_there_is_no_report() -> None:
    """It is refused by name."""
    with pytest.raises(NothingToReport, match="All requirements"):
        make_reports(small(rate()), ["requirements"], catalogue=CATALOGUE)
