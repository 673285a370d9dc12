"""What a report says of questions, challenges, voices and reviews."""

from datetime import date

import pytest

from sendframe.checks import Check
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    AcceptedException,
    Action,
    ActionRegister,
    Body,
    Challenge,
    Consent,
    Day,
    EvidenceRegister,
    Finding,
    FindingVerdict,
    FollowUp,
    Governance,
    Membership,
    Month,
    Review,
    Stance,
    Text,
    Voice,
)
from sendframe.reports import SECTION_KINDS, ReportModel, Sentence
from tests.unit.conftest import AREA, text
from tests.unit.reports.small_report import CATALOGUE, DAY, of, plan, priority, report
from tests.unit.reports.walking import column, parts, said, section, tables


def asking(*exceptions: AcceptedException) -> ReportModel:
    """Return the questions of a check that asks one."""

    def run(_: object) -> list[Diagnostic]:
        return [Diagnostic("SFR999", "Is 'rate' what 'nobody' meant?", about="rate")]

    check = Check("SFR999", "A check", "A manual.", run, asks=True)
    catalogue = NoCatalogue(checks={"SFR999": Provided(check, "plug", "plug-dist", "1.2")})
    portfolio = of(accepted_exceptions=exceptions)
    return report(portfolio, "discrepancies", catalogue=catalogue)


def test_a_question_calls_things_by_their_names() -> None:
    """Ids in a question become the names readers know; what has none keeps its id."""
    assert said(asking()).splitlines()[-1] == (
        "Is 'Plans on time' what 'nobody' meant? [SFR999] (plug, plug-dist 1.2)"
    )


def test_a_question_that_is_accepted_says_by_whom_and_until_when() -> None:
    """What was accepted for now is still asked, with the reason, the role and the last day."""
    accepted = AcceptedException(
        id="x",
        code="SFR999",
        owner_role="head of service",
        reason=text("It is being looked at"),
        expires_on=DAY,
    )
    assert said(asking(accepted)).splitlines()[-1] == (
        "Is 'Plans on time' what 'nobody' meant? Accepted for now: It is being looked at "
        "(head of service, until 2026-01-31). [SFR999] (plug, plug-dist 1.2)"
    )
    late = accepted.changed(expires_on=date(2026, 1, 30))
    assert "Accepted for now" not in said(asking(late))


def test_no_question_is_said_to_be_none() -> None:
    """Where no check asks anything, that is said."""
    assert said(report(of(), "discrepancies")).splitlines()[-1] == "It has no questions."


# People, bodies and reviews.


def challenge(id_: str = "c", **more: object) -> Challenge:
    """Return a challenge."""
    return Challenge(
        **{
            "id": id_,
            "body": "board",
            "raised_by": "parent carer",
            "raised_on": Day(on=date(2025, 5, 1)),
            "statement": text("Why so long?"),
            **more,
        }
    )


def governance(*challenges: Challenge, **more: object) -> Governance:
    """Return a board with what was asked there."""
    body = Body(id="board", name="Partnership Board", kind="board")
    return Governance(
        **{
            "id": "governance",
            "title": text("Governance"),
            "area": AREA,
            "bodies": (body,),
            "challenges": challenges,
            **more,
        }
    )


def test_a_challenge_without_an_answer_is_not_answered_yet() -> None:
    """It stands with who raised it where, unanswered, and among the exceptions."""
    answered = challenge(
        "d",
        statement=text("Who decides?"),
        answer=text("The panel."),
        answered_on=Day(on=date(2025, 6, 1)),
    )
    model = report(of(governance(challenge(), answered)), "challenges", "exceptions")
    (table,) = tables(section(model, "challenges"))
    assert column(table, "Raised by") == ["parent carer, Partnership Board"] * 2
    assert column(table, "Answer") == ["not answered yet", "The panel."]
    assert column(table, "Answered on") == ["–", "1 June 2025"]
    exceptions = said(section(model, "exceptions"))
    assert "Unanswered challenge: Why so long?" in exceptions
    assert "Who decides?" not in exceptions


def test_a_challenge_of_the_future_was_not_raised_yet() -> None:
    """What is raised after the day of the report is in no section of it."""
    later = challenge(raised_on=Day(on=date(2026, 2, 1)))
    model = report(of(governance(later)), "challenges", "exceptions")
    assert "Why so long?" not in said(model)


def test_bodies_stand_with_chair_and_members() -> None:
    """An independent chair is called so; a sector stands with its roles where it names any."""
    bodies = (
        Body(
            id="a",
            name="Board",
            kind="board",
            purpose=text("Decides."),
            chair="A chair",
            chair_is_independent=True,
            membership=(
                Membership(sector="health", roles=("nurse",)),
                Membership(sector="schools"),
            ),
        ),
        Body(id="b", name="Forum", kind="forum", chair="A parent"),
        Body(id="c", name="Group", kind="forum", chair_is_independent=True),
    )
    (table,) = tables(report(of(governance(bodies=bodies)), "governance"))
    assert column(table, "Chair") == ["A chair (independent)", "A parent", "–"]
    assert column(table, "Members") == ["health: nurse; schools", "–", "–"]
    assert column(table, "What it does") == ["Decides.", "–", "–"]


def voice(consent: Consent | None) -> EvidenceRegister:
    """Return a register with somebody's words about a priority."""
    one = Voice(
        id="spoken",
        who="children-and-young-people",
        words=text("Nobody listened to me."),
        summary=text("A pupil felt unheard."),
        event="Youth forum in Elm Road",
        consent=consent,
        stances=(Stance(claim="help", side="for"),),
    )
    return EvidenceRegister(id="evidence", title=text("Evidence"), voices=(one,))


@pytest.mark.parametrize(
    "consent",
    [
        None,
        Consent(given_by="young person", profiles=("another-report",)),
        Consent(given_by="young person", profiles=("board",), withdrawn_on=DAY),
    ],
)
def test_words_without_consent_stand_nowhere_in_a_report(consent: Consent | None) -> None:
    """Neither the words nor their summary nor the event are in any text; the count is."""
    portfolio = of(plan(priorities=(priority(quotes=("spoken",)),)), voice(consent))
    shown = said(report(portfolio, *SECTION_KINDS, catalogue=CATALOGUE))
    for secret in ("listened", "unheard", "Elm Road"):
        assert secret not in shown
    assert "Evidence: 1 (1 voice)." in shown


def review(**more: object) -> Review:
    """Return a review."""
    return Review(
        **{
            "id": "r",
            "title": text("A review"),
            "area": AREA,
            "kind": "peer-review",
            "published_on": Day(on=date(2025, 7, 1)),
            "publishable": True,
            **more,
        }
    )


def test_a_review_says_only_what_is_known_of_it() -> None:
    """A review of which only the publication is known has no table, no verdict and no note."""
    shown = section(report(of(review()), "reviews"), "A review")
    assert said(shown).splitlines() == ["A review", "Peer review: published 1 July 2025."]


def test_a_review_stands_with_its_words_findings_and_follow_ups() -> None:
    """Days, reviewers, findings with bodies and actions, later looks and the note all stand."""
    findings = (
        Finding(
            id="f1",
            kind="area-for-improvement",
            statement=text("Plans are late."),
            responsible_bodies=("board",),
            actions=("hire", "nowhere"),
        ),
        Finding(
            id="f2", kind="strength", statement=text("Staff care."), responsible_bodies=("board",)
        ),
        Finding(id="f3", kind="strength", statement=text("Schools help.")),
    )
    look = FollowUp(
        id="u",
        kind="revisit",
        on=Day(on=date(2025, 12, 1)),
        findings=(
            FindingVerdict(finding="f1", verdict=text("Fewer are late.")),
            FindingVerdict(finding="f9", verdict=text("No view.")),
        ),
        verdict=text("Some progress."),
    )
    later = FollowUp(id="v", kind="stocktake", on=Month(year=2026, month=1))
    full = review(
        starts_on=Day(on=date(2025, 5, 1)),
        ends_on=Day(on=date(2025, 5, 3)),
        reviewers=("one area", "another"),
        next_activity=text("A visit in a year."),
        findings=findings,
        follow_ups=(look, later),
        note=text("Put in other words."),
    )
    register = ActionRegister(
        id="actions",
        title=text("Actions"),
        actions=(Action(id="hire", title=text("Hire psychologists")),),
    )
    shown = section(report(of(full, governance(), register), "reviews"), "A review")
    lines = said(shown).splitlines()
    assert lines[1] == (
        "Peer review by one area and another: 1 May 2025 to 3 May 2025, published 1 July 2025."
    )
    (quoted,) = [e.text for e in parts(shown) if isinstance(e, Sentence) and e.quoted]
    assert quoted == "A visit in a year."
    (table,) = tables(shown)
    assert column(table, "Kind") == ["area for improvement", "strength", "strength"]
    assert column(table, "Responsible bodies") == ["Partnership Board", "Partnership Board", "–"]
    assert column(table, "Actions") == ["Hire psychologists", "None given", "–"]
    assert "Revisit, 1 December 2025: Some progress." in lines
    assert "Revisit, 1 December 2025, on ‘Plans are late’: Fewer are late." in lines
    assert "Revisit, 1 December 2025, on ‘f9’: No view." in lines
    assert "Stocktake, January 2026: no verdict given." in lines
    assert lines[-2:] == ["About this information", "Put in other words."]


@pytest.mark.parametrize(
    ("document", "own", "quoted"),
    [
        (None, None, True),
        ("verbatim", None, True),
        ("paraphrased", None, False),
        ("paraphrased", "verbatim", True),
        (None, "paraphrased", False),
    ],
)
def test_words_of_others_are_not_quoted(
    document: str | None, own: str | None, quoted: bool
) -> None:
    """What was put in other words has no quotation marks; a text goes before its document."""
    full = review(wording=document, next_activity=Text(default="A visit.", wording=own))
    shown = section(report(of(full), "reviews"), "A review")
    assert [e.quoted for e in parts(shown) if isinstance(e, Sentence)][1:] == [quoted]


def test_the_newest_review_stands_first() -> None:
    """Reviews stand by their last day, the newest first."""
    reviews = (
        review(id="old", title=text("Old"), published_on=None, ends_on=Day(on=date(2024, 1, 2))),
        review(id="new", title=text("New"), published_on=None, ends_on=Day(on=date(2025, 1, 2))),
    )
    (found,) = report(of(*reviews), "reviews").sections
    assert [each.title for each in found.sections] == ["New", "Old"]


def test_public_reports_hold_no_review_that_is_not_publishable() -> None:
    """A review that may not be published stands in the internal report only."""
    portfolio = of(review(publishable=False))
    assert report(portfolio, "reviews", public=True).sections == ()
    assert len(report(portfolio, "reviews").sections) == 1


# Plans, priorities and sources.
