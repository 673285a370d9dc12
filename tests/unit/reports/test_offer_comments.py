"""Comments on the Local Offer: which are shown, which are only counted, and how finely dated."""

from datetime import date

import pytest

from sendframe.model import (
    AcademicYear,
    CalendarYear,
    Consent,
    DateInWords,
    Day,
    EvidenceRegister,
    FinancialYear,
    LocalOfferComment,
    Month,
    PeriodValue,
    Reply,
    Term,
    Voice,
)
from sendframe.reports import OfferComments, offer_comments
from tests.unit.conftest import text
from tests.unit.reports.edition_context import AS_AT, build_context

CONSENT = Consent(given_by="a parent", profiles=("sef-update",), covers="both")


def voice(id_: str = "v", **fields: object) -> Voice:
    """Return a comment of a parent on the content of the Local Offer."""
    given = {
        "who": "parent-carers",
        "words": text("I found nothing."),
        "theme": "local-offer-content",
        "consent": CONSENT,
    }
    return Voice(**{"id": id_, **given, **fields})


def comment(**fields: object) -> LocalOfferComment:
    """Return a comment that has no author."""
    given = {
        "id": "c",
        "theme": "accessibility",
        "received": Month(year=2025, month=9),
        "summary": text("The search finds nothing."),
    }
    return LocalOfferComment(**{**given, **fields})


def comments(*voices: Voice, **more: object) -> OfferComments:
    """Return the comments of a register."""
    register = EvidenceRegister(id="r", title=text("Register"), voices=voices, **more)  # type: ignore[arg-type]  # fields by name
    return offer_comments(build_context(register))


def test_own_words_are_quoted_and_go_before_a_summary() -> None:
    """Own words are one person's, and a summary is of the group."""
    (own,) = comments(voice(summary=text("A parent found nothing."))).shown
    assert (own.words, own.who) == ("“I found nothing.”", "A parent or carer")
    (summary,) = comments(
        voice(words=None, summary=text("They looked."), who="children-and-young-people")
    ).shown
    assert (summary.words, summary.who) == ("They looked.", "Children and young people")


@pytest.mark.parametrize(
    "consent",
    [
        None,
        CONSENT.changed(profiles=("board",)),
        CONSENT.changed(withdrawn_on=AS_AT),
        CONSENT.changed(until=date(2026, 1, 30)),
        CONSENT.changed(given_on=date(2026, 2, 1)),
        CONSENT.changed(covers="summary"),
    ],
)
def test_without_consent_on_the_day_a_voice_is_only_counted(consent: Consent | None) -> None:
    """Neither its words nor its answer are there."""
    reply = Reply(id="r", voices=("v",), state="done", statement=text("We did."))
    assert comments(voice(consent=consent), replies=(reply,)) == OfferComments(withheld=1)


def test_other_themes_and_later_comments_are_none() -> None:
    """A theme is of the Local Offer by its beginning; what came after the day is not known."""
    later = Day(on=date(2026, 2, 1))
    assert (
        comments(
            voice(theme="waiting"),
            voice("w", theme=None),
            voice("x", on=later),
            comments=(comment(received=later),),
        )
        == OfferComments()
    )


def test_comments_of_other_people_are_counted_apart() -> None:
    """The duty is to children, young people and parents."""
    found = comments(voice(who="practitioners"), voice("w", who="practitioners", consent=None))
    assert found == OfferComments(from_others=2)


def test_a_comment_without_an_author_needs_no_consent() -> None:
    """Its theme may stand with or without what comes before it."""
    (found,) = comments(comments=(comment(theme="local-offer-accessibility"),)).shown
    assert (found.theme, found.who, found.when) == ("accessibility", "A comment", "2025")
    assert not found.is_answered
    for field in ("answer", "intended_action"):
        (answered,) = comments(comments=(comment(**{field: text("Yes.")}),)).shown
        assert answered.is_answered


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        (DateInWords(text="after the meeting in May"), ""),
        (Day(on=date(2025, 5, 14)), "2025"),
        (Month(year=2025, month=5), "2025"),
        (CalendarYear(year=2025), "2025"),
        (FinancialYear(start_year=2024), "2024 to 2025"),
        (Term(academic_year=2025, term="autumn"), "autumn term 2025/26"),
        (AcademicYear(start_year=2024), "school year 2024/25"),
    ],
)
def test_no_time_is_finer_than_a_term_or_a_year(when: PeriodValue | None, words: str) -> None:
    """A day or a month may show who it was, and so may a date in words."""
    (found,) = comments(voice(on=when)).shown
    assert found.when == words


def test_the_newest_year_is_first_and_then_the_words_decide() -> None:
    """Not the day and not the order of the file, which may show who it was."""
    found = comments(
        voice("a", words=text("Zebra"), on=Month(year=2025, month=11)),
        voice("b", words=text("Apple"), on=Month(year=2025, month=1)),
        voice("c", words=text("Kite")),
        voice("d", words=text("Newest"), on=Month(year=2026, month=1)),
    )
    order = ["“Newest”", "“Apple”", "“Zebra”", "“Kite”"]
    assert [item.words for item in found.shown] == order


def test_only_a_reply_with_an_answer_is_one() -> None:
    """A state alone tells nothing, and a reply to others is not to it."""
    replies = tuple(
        Reply(
            id=id_, voices=(to,), state="not_yet", statement=text("Soon.") if id_ != "r" else None
        )
        for id_, to in (("r", "v"), ("s", "w"), ("t", "v"))
    )
    (first, _) = comments(voice(), voice("w", words=text("Other."))).shown
    assert not first.is_answered
    found = {item.words: item for item in comments(voice(), replies=replies).shown}
    assert [reply.id for reply in found["“I found nothing.”"].replies] == ["t"]
