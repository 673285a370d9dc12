"""What inspectors found and what became of it; what words mean; sources; what was not held."""

from datetime import date

import pytest

from sendframe.builtin import (
    section_findings,
    section_not_held,
    section_sef_sources,
    section_words_of_scale,
)
from sendframe.model import (
    Action,
    ActionRegister,
    Consent,
    CriterionEntry,
    Day,
    DifferenceMade,
    Document,
    Finding,
    FindingVerdict,
    FollowUp,
    InspectionOutcome,
    Review,
    ScaleMapping,
    ScalePair,
    Source,
    Strategy,
    Voice,
)
from sendframe.plugins import SectionKind, Table
from tests.unit.builtin.section_text import built, lines, parts
from tests.unit.conftest import AREA, seen, text
from tests.unit.reports.edition_context import (
    about,
    build_context,
    edition,
    evidence,
    figures_of,
    register,
)
from tests.unit.reports.two_editions import BOARD, CRITERIA, judgement

(FINDINGS,) = section_findings.sections()
WORDS, SOURCES, NOT_HELD = (
    module.sections()[0]
    for module in (section_words_of_scale, section_sef_sources, section_not_held)
)
SCALE = CRITERIA.rating_scale
assert SCALE is not None
OPEN = Finding(
    id="open",
    kind="area-for-improvement",
    statement=text("Too slow."),
    responsible_bodies=("board", "lost"),
    actions=("a", "b"),
)
LATER = Day(on=date(2025, 11, 26))
ACTIONS = ActionRegister(
    id="actions",
    title=text("Actions"),
    actions=(
        Action(id="a", title=text("Call"), due=Day(on=date(2026, 6, 1))),
        Action(id="b", title=text("Write")),
    ),
)


def review(**more: object) -> Review:
    """Return a review that may be published."""
    given = {"id": "r", "title": text("Visit"), "area": AREA, "kind": "peer-review"}
    return Review(**{**given, "publishable": True, **more})


def told(*documents: Document, **options: object) -> list[str]:
    """Return what the section of findings says below its heading."""
    return lines(built(build_context(*documents), FINDINGS, **options))[1:]


@pytest.mark.parametrize("kind", [FINDINGS, WORDS, SOURCES, NOT_HELD])
def test_without_documents_there_is_no_section(kind: SectionKind) -> None:
    """Empty means absent."""
    assert built(build_context(), kind) is None


def test_a_finding_has_its_actions_and_later_verdicts() -> None:
    """Strengths are quoted before, what comes next and verdicts on the whole after them."""
    good = Finding(id="good", kind="strength", statement=text("Heard."))
    none = Finding(id="none", kind="weakness", statement=text("Far."))
    look = FollowUp(
        id="u",
        kind="monitoring-visit",
        on=LATER,
        findings=(FindingVerdict(finding="open", verdict=text("Better.")),),
        verdict=text("Some progress."),
    )
    made = review(
        kind="inspection",
        framework="How we look",
        reviewers=("Inspectors",),
        ends_on=Day(on=date(2025, 1, 24)),
        outcome=InspectionOutcome(wording=text("Helped well.")),
        next_activity=text("We come again."),
        note=text("Invented."),
        findings=(good, good.changed(id="too", statement=text("Clear.")), OPEN, none),
        follow_ups=(look, look.changed(id="w", verdict=None)),
    )
    said = told(made, ACTIONS, BOARD)
    assert said == [
        "Inspectors, 24 January 2025: “Helped well.” How we look.",
        "They praised: “Heard.”",
        "“Clear.”",
        "Findings: Visit",
        "“Far.” Weakness",
        "No action is named.",
        "Nothing yet.",
        "“Too slow.” Area for improvement; Partnership Board",
        "Call Due 1 June 2026",
        "no status given",
        "Write",
        "no status given",
        "“Better.” 26 November 2025",
        "“Better.” 26 November 2025",
        "Monitoring visit, 26 November 2025: “Some progress.”",
        "Next: “We come again.”",
        "Invented.",
    ]
    assert "They praised: “Heard.”" not in told(made, ACTIONS, brief=True)


def test_a_review_without_an_outcome_says_what_it_is() -> None:
    """The next activity is not repeated where the outcome has it."""
    assert told(review()) == ["Peer review: A peer review."]
    again = review(
        outcome=InspectionOutcome(wording=text("Good. We come again.")),
        next_activity=text("We come again."),
    )
    assert told(again) == ["Peer review: “Good. We come again.”"]


def test_reviews_stand_under_their_titles_where_there_are_several() -> None:
    """The option limits them; those that may not be published are left out."""
    reviews = (
        review(id="old", title=text("Old"), ends_on=Day(on=date(2024, 1, 1))),
        review(id="new", title=text("New"), ends_on=LATER),
        review(id="hidden", title=text("Hidden"), publishable=False),
    )
    section = built(build_context(*reviews), FINDINGS)
    assert section is not None
    assert [part.title for part in section.sections] == ["New", "Old"]
    assert told(*reviews, reviews=1) == ["Peer review, 26 November 2025: A peer review."]


def test_columns_without_anything_in_them_are_left_out() -> None:
    """That no finding has an action is said once; of public documents nothing is called missing."""
    made = review(findings=(OPEN.changed(actions=()),))
    (table,) = (
        part for part in parts(built(build_context(made), FINDINGS)) if isinstance(part, Table)
    )
    assert table.columns == ("What they said",)
    assert table.note == "No action is named for any of them."
    plan = Strategy(
        id="plan",
        title=text("The plan"),
        kind="strategy",
        area=AREA,
        status="adopted",
        completeness="summary",
    )
    assert "What is done about them: not in the public documents used." in told(made, plan)[1]
    second = review(findings=(OPEN, OPEN.changed(id="x", actions=())))
    assert "Not in the public documents used." in told(second, plan, ACTIONS)


def test_rubrics_stand_from_the_lowest_value_on() -> None:
    """A value without a rubric is not listed; without any the section is left out."""
    low, high = SCALE.values
    rubrics = (
        high.changed(rubric=text("Most are.")),
        low,
        low.changed(id="l", rubric=text("Few.")),
    )
    three = SCALE.changed(ordered=False, values=rubrics)
    context = build_context(edition(), CRITERIA.changed(rating_scale=three))
    assert lines(built(context, WORDS))[1:] == ["Few.", "Low", "Most are.", "High"]
    assert built(about(edition()), WORDS) is None
    assert built(build_context(edition(), CRITERIA.changed(rating_scale=None)), WORDS) is None


def test_answers_to_a_further_set_say_what_its_scale_loses() -> None:
    """With who judged, and all that the entry says."""
    region = SCALE.changed(id="region-scale")
    other = CRITERIA.changed(
        id="not-here",
        publisher="The region",
        rating_scale=region,
        criteria=tuple(item.changed(id=f"r-{item.id}") for item in CRITERIA.criteria),
    )
    pairs = (ScalePair(value="low", becomes="low"),)
    mappings = (
        ScaleMapping(to="region-scale", pairs=pairs, loss=text("Who is left out.")),
        ScaleMapping(to="another", pairs=pairs, loss=text("Nothing.")),
    )
    own = CRITERIA.changed(rating_scale=SCALE.changed(mappings=mappings))
    judged = CriterionEntry(
        id="x",
        criterion="r-q1",
        working_well=(text("Calls."),),
        changing=(text("Letters."),),
        difference=(DifferenceMade(none_yet=text("Soon.")),),
        judgement=judgement("j", "low", reason=text("It is early.")),
    )
    bare = CriterionEntry(id="y", criterion="r-q2")
    context = build_context(edition(judged, bare), own, other)
    assert lines(built(context, WORDS))[1:] == [
        "The region asks: “Do we listen?”",
        "is our answer. partnership, 4 November 2025.",
        "Low",
        "It is early.",
        "Calls.",
        "Letters.",
        "None yet: Soon.",
        "The region asks: “Do we help?”",
        "What that scale cannot say: Who is left out.",
    ]
    assert built(build_context(edition(), own, other), WORDS) is None


def test_a_judgement_by_a_value_of_no_scale_is_named_by_its_id() -> None:
    """Nothing else is known of it, and it is not left out."""
    other = CRITERIA.changed(
        id="not-here",
        rating_scale=None,
        criteria=tuple(item.changed(id=f"r-{item.id}") for item in CRITERIA.criteria),
    )
    entry = CriterionEntry(id="x", criterion="r-q1", judgement=judgement("j", "odd"))
    context = build_context(edition(entry), CRITERIA.changed(rating_scale=None), other)
    assert lines(built(context, WORDS))[1:] == [
        "Board asks: “Do we listen?”",
        "is our answer. partnership, 4 November 2025.",
        "odd",
    ]


def test_each_source_is_printed_once_with_its_evidence() -> None:
    """Where evidence can be read, else who it comes from; voices are no source."""
    link = Source(title="Tables 2025", publisher="Office")
    consent = Consent(given_by="a parent", profiles=("sef-update",))
    voice = Voice(id="v", who="parent-carers", words=text("No."), consent=consent)
    items = register(
        evidence("a", links=(link,)),
        evidence("b", links=(link,)),
        evidence("c", source_body="Council"),
        evidence("d"),
        evidence("hidden", publishable=False),
        voices=(voice,),
    )
    entry = CriterionEntry(
        id="e", criterion="q1", evidence=("a", "b", "c", "d", "v", "hidden", "lost")
    )
    again = CriterionEntry(id="f", criterion="q2", evidence=("a",))
    made = edition(entry, again, sources=(Source(title="Paper 3"),))
    assert lines(built(about(made, items), SOURCES))[1:] == [
        "Tables 2025, Office. Paper a; Paper b.",
        "Council. Paper c.",
        "Without a source. Paper d.",
        "Paper 3.",
    ]


def test_what_is_missing_is_said_once_with_its_questions() -> None:
    """Answers, judgements, reasons, evidence, figures, and how much is not published."""
    entry = CriterionEntry(id="e", criterion="q1", evidence=("a",), judgement=judgement("j", "low"))
    items = register(evidence("a", "for", publishable=False))
    assert lines(built(about(edition(entry), items), NOT_HELD))[1:] == [
        "An answer to question 2.",
        "A reason for the judgement of question 1.",
        "A figure known on 31 October 2025 for question 1.",
        "Question 1: 1 piece of evidence is not published.",
    ]
    bare = [CriterionEntry(id=id_, criterion=id_) for id_ in ("q1", "q2")]
    assert lines(built(about(edition(*bare)), NOT_HELD))[1:4] == [
        "A judgement of questions 1 and 2.",
        "Evidence for questions 1 and 2.",
        "A figure known on 31 October 2025 for questions 1 and 2.",
    ]


def test_nothing_missing_is_no_section() -> None:
    """Figures whose day of publication is not recorded are named."""
    judged = judgement("j", "low", reason=text("Because."))
    entries = [
        CriterionEntry(
            id=id_, criterion=id_, evidence=("figures",), judgement=judged.changed(id=id_)
        )
        for id_ in ("q1", "q2")
    ]
    items = register(figures_of())
    assert built(about(edition(*entries), items), NOT_HELD) is None
    undated = about(edition(*entries), items, figures=(seen(2024, 30, 40, release=None),))
    assert lines(built(undated, NOT_HELD))[1:] == [
        "When these figures were published: Plans on time."
    ]
