"""Each question of a self-evaluation: what speaks for its judgement, what against, and what next."""

from datetime import date

from sendframe.builtin import section_sef_criteria
from sendframe.model import (
    Action,
    ActionRegister,
    ActionUpdate,
    AreaForDevelopment,
    Consent,
    CriterionEntry,
    Day,
    Finding,
    FindingMapping,
    FindingVerdict,
    FollowUp,
    Month,
    Observation,
    PartnerView,
    Promise,
    Responsible,
    Review,
    Stance,
    Voice,
)
from sendframe.plugins import Callout, Column, Columns, Paragraph, Pictogram, Section, TrendChart
from sendframe.reports import BuildContext
from tests.unit.builtin.section_text import built, lines, parts
from tests.unit.conftest import AREA, rate, seen, text
from tests.unit.reports.edition_context import (
    about,
    build_context,
    edition,
    evidence,
    figures_of,
    register,
)
from tests.unit.reports.two_editions import AUTUMN, CRITERIA, SPRING, judgement

(KIND,) = section_sef_criteria.sections()
ENTRY = CriterionEntry(id="e", criterion="q1")
LATER = Day(on=date(2025, 11, 26))


def questions(context: BuildContext, **options: object) -> tuple[Section, ...]:
    """Return the parts of the section."""
    section = built(context, KIND, **options)
    assert section is not None
    return section.sections


def under(context: BuildContext, heading: str, **options: object) -> list[str]:
    """Return what stands under a heading of the first question; nothing without the heading."""
    (part, *_) = questions(context, **options)
    columns = [item for item in parts(part) if isinstance(item, Column) and item.title == heading]
    return lines(columns[0].blocks) if columns else []


def test_without_a_self_evaluation_there_is_no_section() -> None:
    """Nor is there one of an edition that answers none of its questions."""
    assert built(build_context(CRITERIA), KIND) is None
    assert built(about(edition()), KIND) is None


def test_a_question_has_its_judgement_beside_its_heading() -> None:
    """With the one before, or that it stays."""
    first, second = questions(about(AUTUMN, SPRING))
    assert first.title == "1. Do we listen?"
    assert first.mark is not None
    assert (first.mark.label, first.mark.tone, first.note) == ("High", "better", "was: Low")
    assert (second.mark and second.mark.label, second.note) == ("Low", "")
    same = ENTRY.changed(judgement=judgement("j", "low", previous="low"))
    (part,) = questions(about(edition(same)))
    assert part.note == "as before"


def test_a_question_without_a_judgement_says_so() -> None:
    """With the word of its scale where that has one; new questions are said to be new."""
    (part,) = questions(about(edition(ENTRY)))
    assert (part.mark, part.note) == (None, "Not judged")
    scale = CRITERIA.rating_scale
    assert scale is not None
    none = scale.values[0].changed(id="none", name="Not yet", order=None, stands_for="missing")
    with_none = CRITERIA.changed(rating_scale=scale.changed(values=(*scale.values, none)))
    entry = ENTRY.changed(criterion="q2")
    (part,) = questions(build_context(edition(entry, previous="spring"), SPRING, with_none))
    assert part.mark is not None
    assert part.mark.label == "Not yet"
    assert "Not judged. This question is new in this edition." in lines(part)


def test_only_a_question_with_parts_begins_a_page() -> None:
    """The first one stands on the page that the section begins."""
    first, second = CRITERIA.criteria
    part = second.changed(id="q2a", code="2a", parent="q2")
    criteria = CRITERIA.changed(criteria=(first, part, second))
    entries = [ENTRY.changed(id=id_, criterion=id_) for id_ in ("q1", "q2", "q2a")]
    context = build_context(edition(*entries), criteria)
    section = built(context, KIND, starts_page=True)
    assert section is not None
    assert section.starts_page
    assert [item.starts_page for item in section.sections] == [False, True, False]
    assert not any(item.starts_page for item in questions(context))


def test_reasons_views_and_what_was_wanted_are_printed() -> None:
    """Evidence that was used and that was left aside is named; voices have no title."""
    view = PartnerView(who="The forum", view="partly", statement=text("Slow."))
    judged = judgement(
        "j",
        "high",
        reason=text("More calls."),
        why_changed=text("The team began."),
        used=("a", "v"),
        not_used=("b",),
        previous="low",
        views=(view,),
    )
    entry = ENTRY.changed(judgement=judged, wanted=(text("Calls."),), did=(text("A team."),))
    consent = Consent(given_by="a parent", profiles=("sef-update",))
    voice = Voice(id="v", who="parent-carers", words=text("No."), consent=consent)
    items = register(evidence("a"), evidence("b"), voices=(voice,))
    (part,) = questions(about(edition(entry), items))
    assert lines(part.blocks) == [
        "Why. More calls.",
        "The team began.",
        "It rests on: Paper a.",
        "Known and left aside: Paper b.",
        "The forum agrees in part: “Slow.”",
        "We wanted: Calls.",
        "We did: A team.",
    ]


def test_a_change_that_is_not_explained_is_said_to_be() -> None:
    """Not where the judgement stays."""
    changed = judgement("j", "high", reason=text("More."), previous="low")
    said = lines(questions(about(edition(ENTRY.changed(judgement=changed)))))
    assert "Why it changed is not said." in said
    stays = judgement("j", "low", reason=text("More."), previous="low")
    said = lines(questions(about(edition(ENTRY.changed(judgement=stays)))))
    assert "Why it changed is not said." not in said


def test_a_judgement_without_a_reason_has_the_one_before() -> None:
    """In a frame that names what is missing."""

    def frame(context: BuildContext) -> list[str]:
        (part, *_) = questions(context)
        (found,) = (item for item in parts(part) if isinstance(item, Callout))
        assert found.weight == "missing"
        return lines(found)[1:]

    raised = ENTRY.changed(judgement=judgement("j", "high"))
    assert frame(about(edition(raised, previous="spring"), SPRING)) == [
        "No reason is given for this judgement, nor for its change.",
        "The reason in spring 2025 was: It is early.",
    ]
    first = ENTRY.changed(judgement=judgement("j", "high"))
    assert frame(about(edition(first))) == ["No reason is given for this judgement."]


def test_what_speaks_for_it_is_told_from_what_is_known() -> None:
    """A heading without anything under it is left out."""
    both = ENTRY.changed(evidence=("a", "b"))
    items = register(evidence("a", "for"), evidence("b"), evidence("c", "for", publishable=False))
    context = about(edition(both), items)
    assert len(under(context, "For it, and what else is known")) == 2
    assert len(under(about(edition(ENTRY.changed(evidence=("a",))), items), "For it")) == 1
    assert len(under(about(edition(ENTRY.changed(evidence=("b",))), items), "What is known")) == 1
    hidden = about(edition(ENTRY.changed(evidence=("c",))), items)
    assert under(hidden, "For it") == [
        "One more piece of evidence is not published. It speaks for this judgement."
    ]
    assert not [item for item in parts(questions(hidden)) if getattr(item, "title", "") == "Next"]


def test_hidden_evidence_against_it_is_counted_once() -> None:
    """With what must get better, and not under what speaks for it."""
    entry = ENTRY.changed(evidence=("a",))
    context = about(edition(entry), register(evidence("a", "against", publishable=False)))
    assert under(context, "For it") == []
    assert len(under(context, "Against it, and still to do")) == 1


def test_words_of_people_are_printed_once() -> None:
    """With the first question they are about, as a quotation; a summary is in a list."""
    consent = Consent(given_by="a parent", profiles=("sef-update",), covers="both")
    stances = (Stance(claim="q1", side="for"), Stance(claim="q2", side="for"))
    voice = Voice(
        id="v", who="parent-carers", words=text("Nobody rang."), consent=consent, stances=stances
    )
    made = edition(ENTRY, CriterionEntry(id="f", criterion="q2"))
    first, second = questions(about(made, register(voices=(voice,))))
    assert "“Nobody rang.” A parent or carer." in lines(first)
    assert not any("Nobody rang" in line for line in lines(second))
    assert any(isinstance(item, Paragraph) for item in parts(first))
    told = voice.changed(words=None, summary=text("They wait."))
    context = about(made, register(voices=(told,)))
    assert under(context, "In their words") == ["They wait. A parent or carer."]
    withdrawn = voice.changed(consent=consent.changed(withdrawn_on=date(2026, 1, 31)))
    assert under(about(made, register(voices=(withdrawn,))), "In their words") == []


def test_promises_have_their_state_and_what_became_of_them() -> None:
    """With the date; what nobody says is said to be missing."""
    promises = (
        Promise(
            said=text("We will call."),
            due=Month(year=2025, month=6),
            progress="kept",
            became=text("Done."),
        ),
        Promise(said=text("A bus."), progress="cannot", because=text("No money.")),
        Promise(said=text("A club.")),
    )
    context = about(edition(ENTRY.changed(promises=promises)))
    assert under(context, "We said, and it became") == [
        "We will call. → Done. Due June 2025.",
        "Kept",
        "A bus. → No money.",
        "We cannot",
        "A club. → What became of it is not said.",
    ]


def test_next_steps_name_bodies_dates_and_what_is_missing() -> None:
    """A date that has passed says so; the longest list ends with how many are left out."""
    items = (
        Action(
            id="late",
            title=text("Call."),
            due=Day(on=date(2026, 1, 30)),
            action_leads=(Responsible(role="officer", body="board"),),
        ),
        Action(id="soon", title=text("Write"), due=Day(on=date(2026, 1, 31))),
        Action(id="some-day", title=text("Visit"), action_leads=(Responsible(role="officer"),)),
    )
    actions = ActionRegister(id="actions", title=text("Actions"), actions=items)
    area = AreaForDevelopment(statement=text("All."), actions=("late", "soon", "some-day"))
    context = about(edition(ENTRY.changed(areas_for_development=(area,))), actions)
    assert under(context, "Next") == [
        "Call. Partnership Board; due 30 January 2026 (this date has passed).",
        "Write. Nobody leads on it; due 31 January 2026.",
        "Visit. No date is set.",
    ]
    assert under(context, "Next", actions=1, names_roles=True) == [
        "Call. Officer, Partnership Board; due 30 January 2026 (this date has passed).",
        "And 2 more.",
    ]


def charts(*figures: Observation, **more: object) -> list[object]:
    """Return the charts of a question whose evidence names a rate."""
    entry = ENTRY.changed(evidence=("figures",))
    context = about(
        edition(entry), register(figures_of(on=Month(year=2025, month=6))), figures=figures, **more
    )
    return [part for part in parts(questions(context)) if isinstance(part, TrendChart | Pictogram)]


def test_four_known_figures_are_a_line_and_fewer_a_pictogram() -> None:
    """A single share is so many of a hundred; a count of few periods has no picture."""
    figures = [seen(year, 20, 40) for year in range(2021, 2025)]
    (line,) = charts(*figures)
    assert isinstance(line, TrendChart)
    entry = ENTRY.changed(evidence=("figures",))
    items = register(figures_of(on=Month(year=2025, month=6)))
    context = about(edition(entry), items, figures=tuple(figures))
    assert "20 of 40 in 2024." in lines(questions(context))
    bare = [seen(year, None, None, value=50.0) for year in range(2021, 2025)]
    context = about(edition(entry), items, figures=tuple(bare))
    notes = [part for part in parts(questions(context)) if isinstance(part, Paragraph)]
    assert notes == []
    (people,) = charts(*figures[1:])
    assert isinstance(people, Pictogram)
    assert (people.filled, people.title) == (50, "Plans on time: 50 of 100")
    assert people.description == "20 of 40, 2024. The 100 are: plans issued."
    (bare,) = charts(seen(2024, None, None, value=49.5), indicator=rate(counts_of="things"))
    assert isinstance(bare, Pictogram)
    assert (bare.filled, bare.description) == (50, "2024. The 100 are: plans issued.")
    count = rate(unit="count", factor=None, unit_text=None)
    assert charts(seen(2024, None, None, value=20.0), indicator=count) == []
    assert charts() == []


def test_what_came_later_stands_beside_the_text() -> None:
    """At most so many, with who said it; words of a review are quoted."""
    update = ActionUpdate(on=LATER, role="manager", text=text("Half done."))
    actions = ActionRegister(
        id="actions",
        title=text("Actions"),
        actions=(Action(id="a", title=text("Call"), updates=(update,)),),
    )
    review = Review(
        id="r",
        title=text("Visit"),
        area=AREA,
        kind="inspection",
        publishable=True,
        reviewers=("Inspectors",),
        findings=(
            Finding(
                id="f",
                kind="weakness",
                statement=text("Slow."),
                criteria=(FindingMapping(criterion="q1", mapped_by="council"),),
            ),
        ),
        follow_ups=(
            FollowUp(
                id="u",
                kind="visit",
                on=LATER,
                findings=(FindingVerdict(finding="f", verdict=text("No sooner.")),),
            ),
        ),
    )
    area = AreaForDevelopment(statement=text("All."), actions=("a",))
    context = about(edition(ENTRY.changed(areas_for_development=(area,))), actions, review)
    assert under(context, "Since then") == [
        "“No sooner.” Inspectors, 26 November 2025.",
        "Call: Half done. 26 November 2025.",
    ]
    assert under(context, "Since then", later=1)[-1] == "And 1 more."
    (part,) = questions(context)
    (block,) = part.blocks
    assert isinstance(block, Columns)
    assert block.widths == (2, 1)
