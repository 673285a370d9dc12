"""The comments on the Local Offer, under a heading for each theme."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sendframe import make_reports
from sendframe.builtin import section_comments
from sendframe.errors import NothingToReport
from sendframe.model import (
    Action,
    ActionRegister,
    Closing,
    Consent,
    Day,
    DifferenceMade,
    EvidenceRegister,
    FinancialYear,
    Portfolio,
    Reply,
    Voice,
)
from sendframe.plugins import Catalogue, Section
from tests.unit.builtin.section_text import built, lines
from tests.unit.conftest import rate, small, text
from tests.unit.reports.edition_context import AS_AT, build_context
from tests.unit.reports.test_offer_comments import comment, voice

(KIND,) = section_comments.sections()
CATALOGUE = Catalogue.discover(third_party=False)


def section(*voices: Voice, **more: object) -> Section | None:
    """Return the section of a register."""
    options = {"review": more.pop("review")} if "review" in more else {}
    register = EvidenceRegister(id="r", title=text("Register"), voices=voices, **more)  # type: ignore[arg-type]  # fields by name
    return built(build_context(register), KIND, **options)


def counts(*voices: Voice, **more: object) -> list[str]:
    """Return the sentences before the first heading."""
    made = section(*voices, **more)
    assert made is not None
    return [line for line in lines(made.blocks) if line != "normal"]


def rows(made: Section | None) -> dict[str, list[str]]:
    """Return what stands under each heading."""
    assert made is not None
    return {part.title: lines(part.blocks) for part in made.sections}


def test_without_any_comment_there_is_no_section() -> None:
    """What is only counted is something to tell."""
    assert section() is None
    assert section(voice(theme="waiting")) is None
    assert section(voice(consent=None)) is not None


def test_each_theme_has_its_heading_and_says_where_nothing_is_under_it() -> None:
    """A theme of no heading stands under one of its own."""
    found = rows(section(voice(), voice("w", theme="local-offer-map"), comments=(comment(),)))
    assert list(found) == [
        "What is in the Local Offer, and what is not",
        "How easy it is to find, read and understand",
        "How it was made and reviewed",
        "Other comments",
    ]
    assert found["How it was made and reviewed"] == ["No comment on this is printed."]
    assert any("I found nothing." in line for line in found["Other comments"])
    assert "Other comments" not in rows(section(voice()))


def test_options_say_which_themes_stand_under_a_heading() -> None:
    """With or without what a theme of the Local Offer begins with."""
    for code in ("map", "local-offer-map"):
        found = rows(section(voice(theme="local-offer-map"), review=(code,)))
        assert "No comment on this is printed." not in found["How it was made and reviewed"]
    found = rows(section(voice(theme="local-offer-review"), review=()))
    assert "Other comments" in found


def test_what_has_no_answer_is_counted_and_marked() -> None:
    """In the singular and in the plural; nothing is dropped in silence."""
    assert counts(voice()) == ["1 comment is printed here.", "1 comment has no answer yet."]
    two = (voice(), voice("w", words=text("Where is it?")))
    assert counts(*two)[1] == "2 comments have no answer yet."
    content = rows(section(voice()))["What is in the Local Offer, and what is not"]
    assert any("No answer yet" in line for line in content)


def test_what_is_answered_says_so() -> None:
    """Of one comment, and of several."""
    answered = comment(answer=text("Yes."))
    assert counts(comments=(answered,))[1] == "It has an answer."
    other = answered.changed(id="d", summary=text("Too long."))
    assert counts(comments=(answered, other))[1] == "Each has an answer."


def test_what_is_not_printed_is_counted_with_the_reason() -> None:
    """Consent, or people whom the duty is not to; in the singular and in the plural."""
    silent = (voice(consent=None), voice("w", consent=None))
    assert counts(silent[0]) == ["1 comment is not printed: we have no consent for it."]
    assert counts(*silent) == ["2 comments are not printed: we have no consent for them."]
    others = (voice(who="neighbours"), voice("w", who="neighbours"))
    assert counts(others[0]) == [
        "1 comment is not printed: it is not from children, young people or parents."
    ]
    assert counts(*others) == [
        "2 comments are not printed: they are not from children, young people or parents."
    ]


def test_an_answer_says_what_will_be_done() -> None:
    """A closed action is nothing that will be done; a date that is not set is said."""
    closing = Closing(
        closed_on=Day(on=AS_AT),
        wanted=text("A list."),
        did=text("A list."),
        difference=DifferenceMade(text=text("They call.")),
    )
    actions = (
        Action(id="open", title=text("Draw a map.")),
        Action(id="dated", title=text("List breaks"), due=FinancialYear(start_year=2026)),
        Action(id="closed", title=text("Ring"), closing=closing),
    )
    reply = Reply(
        id="r",
        voices=("v",),
        state="partly",
        statement=text("Some are there."),
        because=text("Two are late."),
        actions=("open", "dated", "closed", "absent"),
    )
    register = EvidenceRegister(
        id="r", title=text("Register"), voices=(voice(),), replies=(reply,),
        comments=(comment(intended_action=text("Parents try it.")),),
    )  # fmt: skip
    context = build_context(
        register, ActionRegister(id="a", title=text("Actions"), actions=actions)
    )
    found = rows(built(context, KIND))
    said = found["What is in the Local Offer, and what is not"]
    assert "What we will do: Draw a map. No date is set." in said
    assert "What we will do: List breaks. Due 2026-27." in said
    assert "Why not all? Two are late." in said
    assert not any("Ring" in line for line in said)
    accessible = found["How easy it is to find, read and understand"]
    assert "What we will do: Parents try it." in accessible


WORDS, SUMMARY, ANSWER = "Quokkas never ring back.", "Quokkas were spoken of.", "Quokkas now ring."


def report_of(consent: Consent | None, who: str, theme: str) -> Portfolio:
    """Return a portfolio with an answered voice of some consent, and one that may be shown."""
    profile = Consent(given_by="a parent", profiles=("local-offer-comments",))
    told = Voice(
        id="told", who=who, words=text(WORDS), summary=text(SUMMARY), theme=theme, consent=consent,
        event="Quokka club",
    )  # fmt: skip
    reply = Reply(id="reply", voices=("told",), state="done", statement=text(ANSWER))
    register = EvidenceRegister(
        id="r", title=text("R"), voices=(told, voice(consent=profile)), replies=(reply,)
    )
    return small(rate(), documents=(register,), as_at=AS_AT)


@settings(max_examples=25)
@given(
    withdrawn=st.dates(min_value=date(2024, 1, 1), max_value=AS_AT),
    covers=st.sampled_from(["words", "summary", "both"]),
    who=st.sampled_from(["children-and-young-people", "parent-carers", "neighbours"]),
    theme=st.sampled_from(["local-offer-content", "local-offer-review", "local-offer-map"]),
)
def test_of_withdrawn_words_nothing_is_in_any_format(
    withdrawn: date, covers: str, who: str, theme: str
) -> None:
    """Neither words nor summary, nor where they were said, nor the answer to them."""
    consent = Consent(
        given_by="a parent",
        profiles=("local-offer-comments",),
        covers=covers,  # type: ignore[arg-type]  # one of its words
        withdrawn_on=withdrawn,
    )
    portfolio = report_of(consent, who, theme)
    (made,) = make_reports(portfolio, ["local-offer-comments"], catalogue=CATALOGUE)
    assert "I found nothing." in "".join(lines(made.model.sections))
    for name in ("html", "markdown", "json", "csv"):
        for data in made.files(name).values():
            assert "quokka" not in data.decode("utf-8").lower()


@pytest.mark.parametrize("covers", ["words", "summary", "both"])
def test_what_is_shown_says_neither_where_nor_on_which_day(covers: str) -> None:
    """Nor who agreed; the group, and the year, are all."""
    consent = Consent(
        given_by="the grandmother",
        profiles=("local-offer-comments",),
        covers=covers,  # type: ignore[arg-type]  # one of its words
        details=("school",),
    )
    (made,) = make_reports(
        report_of(consent, "parent-carers", "local-offer-review"),
        ["local-offer-comments"],
        catalogue=CATALOGUE,
    )
    (data,) = made.files("json").values()
    page = json.dumps(json.loads(data)["sections"])
    assert "uokkas" in page
    for never in ("grandmother", "club", "school"):
        assert never not in page


def test_without_comments_there_is_no_report(herefordshire: Portfolio) -> None:
    """It is refused by name."""
    with pytest.raises(NothingToReport, match="local-offer-comments"):
        make_reports(herefordshire, ["local-offer-comments"], catalogue=CATALOGUE)


def test_the_report_of_wyeford_has_each_kind_of_comment(wyeford: Portfolio) -> None:
    """One under each heading, one without an answer, one that is only counted."""
    (made,) = make_reports(wyeford, ["local-offer-comments"], catalogue=CATALOGUE)
    said = lines(made.model.sections[0])
    assert "5 comments are printed here." in said
    assert "1 comment has no answer yet." in said
    assert "1 comment is not printed: we have no consent for it." in said
    assert "No comment on this is printed." not in said
    assert not any("had not heard" in line for line in said)
    assert made.model.public
