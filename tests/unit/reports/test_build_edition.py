"""What the self-evaluation update says: the edition, each criterion, and what changed."""

from datetime import date

import attrs

from sendframe.model import (
    ActionRegister,
    CriterionEntry,
    Document,
    FrozenMap,
    IndicatorSet,
    Measure,
    Rationale,
    Relation,
    Text,
    Variant,
)
from sendframe.reports import ReportModel
from tests.unit.conftest import rate, seen, small, text
from tests.unit.reports.small_report import CATALOGUE, of, plan, report
from tests.unit.reports.two_editions import (
    ACTIONS,
    AUTUMN,
    BOARD,
    CRITERIA,
    EVIDENCE,
    SPRING,
    judgement,
)
from tests.unit.reports.walking import column, said, section, tables

SEF = ("edition", "judgements", "entries", "changes")


def update(*documents: Document, kinds: tuple[str, ...] = SEF, **profile: object) -> ReportModel:
    """Return a public report of editions and what belongs to them."""
    given = {"id": "sef-update", "public": True, **profile}
    return report(of(*documents, CRITERIA, EVIDENCE, ACTIONS, BOARD), *kinds, **given)


def test_the_edition_says_what_it_is_and_how_it_was_made() -> None:
    """Cut-off, cycle, contributors, and each step with who, when and what was not agreed."""
    model = update(SPRING, AUTUMN)
    words = said(section(model, "edition"))
    assert "Self-evaluation, autumn 2025." in words
    assert "It is made twice a year." in words
    assert "It rests on what was known on 31 October 2025." in words
    assert "The edition before it: spring 2025." in words
    assert "Who contributed: 5 from health and schools." in words
    assert "Read it with care." in words
    (steps,) = tables(section(model, "edition"))
    assert column(steps, "Step") == ["Drafted", "Response of the parent carer forum", "Sent round"]
    assert column(steps, "By") == ["partnership group", "Partnership Board", "–"]
    assert column(steps, "When") == ["1 November 2025", "–", "–"]
    assert column(steps, "What was not agreed") == ["–", "It is too kind.", "–"]


def test_judgements_stand_beside_those_of_the_edition_before() -> None:
    """What became of each judgement is said with its reason."""
    (table,) = tables(section(update(SPRING, AUTUMN), "judgements"))
    assert table.columns[1:] == (
        "Judgement, autumn 2025",
        "Judgement, spring 2025",
        "What became of it",
    )
    assert column(table, "Judgement, autumn 2025") == ["High", "Low"]
    assert column(table, "Judgement, spring 2025") == ["Low", "None given"]
    assert column(table, "What became of it") == ["The team began.", "–"]
    again = AUTUMN.changed(
        entries=(
            AUTUMN.entries[0].changed(judgement=judgement("j", "low")),
            AUTUMN.entries[1].changed(criterion="q3"),
        )
    )
    (table,) = tables(section(update(SPRING, again), "judgements"))
    assert column(table, "What became of it") == ["It stays.", "–", "–"]
    silent = AUTUMN.changed(entries=(AUTUMN.entries[0].changed(judgement=judgement("j", "high")),))
    (table,) = tables(section(update(SPRING, silent), "judgements"))
    assert column(table, "What became of it") == ["It changed. No reason is given.", "–"]


def test_what_is_said_of_a_criterion_that_is_not_here_is_shown() -> None:
    """An entry on the criterion of a missing plug-in stands under the criterion's id."""
    entry = AUTUMN.entries[0].changed(criterion="kent.q", judgement=judgement("j", "kent.good"))
    model = update(AUTUMN.changed(criteria_sets=("questions", "kent.set"), entries=(entry,)))
    judged, *_ = tables(section(model, "Not here. kent.q"))
    assert [each[1].mark.label for each in judged.rows if each[1].mark] == ["kent.good"]


def test_a_criterion_has_all_that_the_edition_says_of_it() -> None:
    """Judgement with who, when and why; words; evidence; promises; what must get better."""
    model = update(SPRING, AUTUMN)
    part = section(model, "1. Do we listen?")
    judged, cited, figures, against, promises, better = tables(part)
    assert column(judged, "Edition") == [
        "autumn 2025: partnership, 4 November 2025; moderated by a neighbour",
        "spring 2025: partnership, 6 May 2025",
    ]
    assert column(judged, "Judgement, and why") == ["High", "Low"]
    assert [row[1].text for row in judged.rows] == [
        "More calls. Before: Low. Why it changed: The team began.",
        "It is early.",
    ]
    assert [each.title for each in part.sections] == [
        "What is working well",
        "What is changing",
        "The difference it made",
        "How we know",
        "What we said we would do and what became of it",
        "Areas for development",
        "What changed since spring 2025",
    ]
    assert column(cited, "Evidence") == [
        "Plans on time (quantitative)",
        "Survey (survey): speaks against it; it could be relied on until 31 December 2025",
        "Poll (survey)",
        "Visit (observation)",
    ]
    assert column(cited, "Based on") == [
        "–",
        (
            "families; 131 of 655; 20% of those asked answered; all were asked; "
            "people chose to answer, so it does not speak for all"
        ),
        "how many answered is not known, so nothing is worked out from it",
        "nine schools",
    ]
    assert column(figures, "Figure") == ["Plans on time"]
    assert column(figures, "Latest") == ["50.0% (20 of 40), 2024"]
    assert column(figures, "Change") == ["+25.0 points"]
    assert column(against, "What speaks against it") == ["Survey", "What parent carers said"]
    assert column(promises, "What became of it") == [
        "Half done.",
        "None given",
        "There is no money.",
    ]
    assert column(promises, "How it stands") == [
        "Call every family: behind, due March 2026",
        "–",
        "–",
    ]
    assert column(better, "What is done about it") == [
        "Call every family: behind, due March 2026; Open a club: no status given",
        "no action yet",
    ]


def test_a_rate_that_fell_stands_with_what_it_must_be_read_with() -> None:
    """Figures without which a rate misleads stand below it, and a fall has its sign."""
    counted = rate(id="plans", title=text("Plans issued"), unit="count", factor=None, decimals=0)
    alone = rate(shown_with=("plans", "none-such"))
    rows = (seen(2023, 30, 40), seen(2024, 20, 40))
    counts = [each.changed(indicator="plans", value=40.0) for each in rows]
    portfolio = small(alone, *rows, *counts, documents=(AUTUMN, CRITERIA, EVIDENCE))
    both = IndicatorSet(id="more", title=text("More"), indicators=(counted,))
    portfolio = attrs.evolve(portfolio, documents=(*portfolio.documents, both))
    model = report(portfolio, "entries", id="sef-update", public=True)
    table = tables(section(model, "1. Do we listen?"))[2]
    assert column(table, "Figure") == ["Plans on time", "Plans issued"]
    assert column(table, "Change") == ["−25.0 points", "0"]


def test_people_are_quoted_only_with_their_consent() -> None:
    """Words and summaries of those who agreed stand there; of others only that there are more."""
    words = said(section(update(SPRING, AUTUMN), "1. Do we listen?"))
    assert "Parent carers, March 2025:\nNobody rang." in words
    assert "They wait." in words
    assert "Too much paper" not in words
    assert "2 further pieces of evidence are not published here." in words


def test_what_is_not_published_leaves_no_trace() -> None:
    """Neither the name nor the answer of unpublished evidence stands anywhere, nor its coming."""
    words = said(update(SPRING, AUTUMN))
    assert "Complaints" not in words
    assert "These are old" not in words
    assert "secret" not in words


def test_what_changed_is_said_in_words() -> None:
    """The judgement first, then statements, evidence and promises, and what slipped."""
    part = section(update(SPRING, AUTUMN), "1. Do we listen?").sections[-1]
    assert part.title == "What changed since spring 2025"
    lines = said(part).splitlines()[1:]
    assert lines[0] == "The judgement changed from ‘Low’ to ‘High’. Reason: The team began."
    assert "New under ‘what is working well’: We call more often." in lines
    assert "No longer under ‘what is working well’: We have begun." in lines
    assert "New evidence: ‘Survey’." in lines
    assert (
        "Other words for ‘what became of it’ of ‘We said we would call.’: "
        "‘Not yet.’ became ‘Half done.’"
    ) in lines
    assert lines[-1] == (
        "‘Call every family’ was moved from September 2025 to March 2026. Why: No staff."
    )
    assert not any("We call you more" in each for each in lines), "words for other readers"


def test_what_changed_as_a_whole_stands_by_itself() -> None:
    """Contributors, criteria that are new, and actions that were moved."""
    lines = said(section(update(SPRING, AUTUMN), "changes")).splitlines()
    assert "Since the edition of spring 2025:" in lines
    assert "Changed, ‘contributors’: ‘3 from health’ became ‘5 from health’." in lines
    assert "New: the entry ‘Do we help?’." in lines
    assert any("was moved from" in each for each in lines)


def test_a_criterion_that_was_not_in_the_edition_before_says_so() -> None:
    """Nothing is compared with nothing."""
    part = section(update(SPRING, AUTUMN), "2. Do we help?")
    assert "It was not in that edition." in said(part)
    assert "No evidence is listed." in said(part)
    assert (
        "What is working well; what is changing; the difference it made; what we said we would do "
        "and what became of it; areas for development: none given."
    ) in said(part)


def test_a_set_that_is_named_twice_is_answered_once() -> None:
    """Each criterion has one section, so that links lead to one place."""
    model = update(AUTUMN.changed(criteria_sets=("questions", "questions"), previous=None))
    assert len(section(model, "entries").sections) == len(CRITERIA.criteria)


def test_a_criterion_that_the_edition_leaves_out_says_so() -> None:
    """A question that nobody answered is not left out."""
    model = update(AUTUMN.changed(entries=AUTUMN.entries[:1], previous=None))
    assert "This edition does not answer this criterion." in said(section(model, "2. Do we help?"))


def test_two_editions_that_say_the_same_have_nothing_to_tell() -> None:
    """Nothing changed, and that is said."""
    same = SPRING.changed(id="autumn", edition="autumn 2025", data_cut_off=date(2025, 10, 31))
    again = same.changed(
        entries=(SPRING.entries[0].changed(promises=()).changed(id="a1"),), contributors=()
    )
    before = SPRING.changed(entries=(SPRING.entries[0].changed(promises=()),), contributors=())
    still = ActionRegister(id="actions", title=text("Actions"))
    model = report(of(before, again, CRITERIA, EVIDENCE, still), *SEF, id="sef-update", public=True)
    assert said(section(model, "What changed since spring 2025")).endswith("Nothing.")
    assert "Only the changes that are listed with each criterion." in said(
        section(model, "changes")
    )


def test_an_edition_without_judgements_and_steps_says_so() -> None:
    """A missing judgement is named; a table of steps is left out."""
    bare = AUTUMN.changed(
        steps=(), cycle=None, data_cut_off=None, contributors=(), previous=None,
        entries=(CriterionEntry(id="a1", criterion="q1", evidence=("secret",)),),
    )  # fmt: skip
    model = update(bare)
    assert "How the edition of" not in said(section(model, "edition"))
    part = section(model, "1. Do we listen?")
    assert "Judgement: none given." in said(part)
    assert "1 further piece of evidence is not published here." in said(part)
    assert [each.id for each in model.sections] == ["edition", "judgements", "entries"]


def test_without_an_edition_the_report_says_what_is_missing() -> None:
    """A portfolio without a self-evaluation has a report that says just that."""
    model = update()
    assert said(section(model, "edition")) == "edition\nA self-evaluation: none given."
    assert [each.id for each in model.sections] == ["edition"]
    unknown = update(AUTUMN.changed(criteria_sets=("not-here",)))
    assert [each.id for each in unknown.sections] == ["edition"]


def test_an_edition_of_the_future_is_not_told_of() -> None:
    """An edition whose cut-off lies after the day of the report does not stand in it."""
    later = AUTUMN.changed(data_cut_off=date(2026, 6, 1))
    model = update(SPRING, later)
    assert "spring 2025" in said(section(model, "edition"))
    assert "autumn 2025" not in said(model)


def test_the_profile_comes_with_sendframe() -> None:
    """The update is public, and holds the edition, its judgements, its criteria, its changes."""
    profile = CATALOGUE.profiles["sef-update"].record
    assert profile.public
    assert [each.kind for each in profile.sections][:4] == list(SEF)


def test_a_plan_is_set_beside_the_one_it_supersedes() -> None:
    """What a plan says otherwise than the one before stands in words; other relations tell nothing."""
    old = plan("old", measures=(Measure(id="m", statement=text("More plans on time.")),))
    new = plan(
        "new",
        relations=(
            Relation(kind="supersedes", strategy="old"),
            Relation(kind="supersedes", title="A paper of 2010"),
            Relation(kind="delivers", strategy="old"),
        ),
        vision=Text(
            default="We listen.", variants=FrozenMap({"friendly": Variant(text="We hear you.")})
        ),
    )
    model = report(of(old, new), "plan-changes")
    (part,) = section(model, "plan-changes").sections
    assert part.title == "The new, after The old"
    lines = said(part)
    assert "Other words for ‘vision’: new is ‘We listen.’" in lines
    assert "Gone: the measure ‘More plans on time.’." in lines
    assert "We hear you" not in lines
    assert report(of(old), "plan-changes").sections == ()


def test_a_plan_that_cites_what_is_not_published_leaves_no_trace() -> None:
    """Public reports tell which evidence a plan newly rests on, but for what they do not hold."""
    reason = Rationale(statement=text("Families wait."))
    relation = Relation(kind="supersedes", strategy="old")
    cites = reason.changed(evidence=("survey", "secret"))
    old = plan("old", rationale=(reason,))
    new = plan("new", rationale=(cites,), relations=(relation,))
    model = report(of(old, new, EVIDENCE), "plan-changes", public=True)
    lines = said(section(model, "plan-changes"))
    assert "New evidence: ‘" in lines
    assert "secret" not in lines
