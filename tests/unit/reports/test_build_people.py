"""What a report says of questions, challenges, voices and reviews."""

from datetime import date

import pytest

from sendframe.checks import Check
from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue, Provided
from sendframe.model import (
    AcceptedException,
    Consent,
    EvidenceRegister,
    Stance,
    Voice,
)
from sendframe.reports import ReportModel
from tests.unit.conftest import text
from tests.unit.reports.small_report import CATALOGUE, DAY, of, plan, priority, report
from tests.unit.reports.walking import said


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
    lines = said(asking()).splitlines()
    assert "Is “Plans on time” what “nobody” meant?" in lines
    assert lines[-1] == "SFR999 (plug, plug-dist 1.2)"


def test_a_question_that_is_accepted_says_by_whom_and_until_when() -> None:
    """What was accepted for now is still asked, with the reason, the role and the last day."""
    accepted = AcceptedException(
        id="x",
        code="SFR999",
        owner_role="head of service",
        reason=text("It is being looked at"),
        expires_on=DAY,
    )
    assert (
        "Is “Plans on time” what “nobody” meant? Accepted for now: It is being looked at "
        "(head of service, until 31 January 2026)."
    ) in said(asking(accepted)).splitlines()
    late = accepted.changed(expires_on=date(2026, 1, 30))
    assert "Accepted for now" not in said(asking(late))


def test_where_no_check_asks_anything_there_is_no_section() -> None:
    """Empty means absent."""
    assert report(of(), "discrepancies").sections == ()


def test_what_checks_notice_stands_below_their_questions() -> None:
    """Each with its code, and with a capital."""

    def run(_: object) -> list[Diagnostic]:
        return [Diagnostic("SFR998", "the indicator 'rate' is odd", about="rate")]

    check = Check("SFR998", "A check", "A manual.", run)
    catalogue = NoCatalogue(checks={"SFR998": Provided(check, "plug", "sendframe", "1.2")})
    lines = said(report(of(), "discrepancies", catalogue=catalogue)).splitlines()
    assert "The indicator “Plans on time” is odd." in lines


# People, bodies and reviews.


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
    """Neither the words nor their summary nor the event are in any text of any section."""
    portfolio = of(plan(priorities=(priority(quotes=("spoken",)),)), voice(consent))
    shown = said(report(portfolio, *CATALOGUE.sections, catalogue=CATALOGUE))
    for secret in ("listened", "unheard", "Elm Road"):
        assert secret not in shown
    assert "Priority 1: Earlier help" in shown


def test_words_with_consent_stand_with_the_priority_they_are_about() -> None:
    """Who agreed to the report is quoted in it."""
    consent = Consent(given_by="young person", profiles=("board",))
    portfolio = of(plan(priorities=(priority(quotes=("spoken",)),)), voice(consent))
    assert "listened" in said(report(portfolio, "priorities"))
