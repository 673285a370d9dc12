"""Replies in what a report may quote."""

from datetime import date

import attrs

from sendframe.disclosure import DisclosedEvaluation
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    Consent,
    EvidenceRegister,
    Portfolio,
    Profile,
    ProfileSection,
    Reply,
    Voice,
)
from tests.evaluating import evaluate
from tests.unit.conftest import rate, small, text

DAY = date(2026, 1, 31)
CONSENT = Consent(given_by="a pupil", profiles=("p",))
PROFILE = Profile(
    id="p",
    title=text("P"),
    audience="public",
    sections=(ProfileSection(id="s", kind="s", title=text("S")),),
)


def replies_in(portfolio: Portfolio) -> list[str]:
    """Return the ids of the replies that a report of the profile may quote."""
    evaluation = evaluate(portfolio, as_at=DAY, catalogue=NoCatalogue())
    shown = DisclosedEvaluation(evaluation, portfolio)
    registers = shown.for_profile(PROFILE).of(EvidenceRegister)
    return [reply.id for register in registers for reply in register.replies]


def test_a_reply_to_words_that_were_taken_back_is_left_out() -> None:
    """Even if it answers others too, and they stand in another register: the answer would tell it."""
    voices = tuple(
        Voice(id=id_, who="parents", words=text(id_), consent=CONSENT) for id_ in ("a", "b")
    )
    answers = tuple(
        Reply(id=f"to-{'-'.join(ids)}", voices=ids, state="done", statement=text("Done."))
        for ids in (("a",), ("a", "b"), ("b",))
    )
    first = EvidenceRegister(id="one", title=text("One"), voices=voices[:1], replies=answers)
    second = EvidenceRegister(id="two", title=text("Two"), voices=voices[1:])
    portfolio = small(rate(), documents=(first, second), as_at=DAY)
    assert replies_in(portfolio) == ["to-a", "to-a-b", "to-b"]
    gone = voices[1].changed(consent=CONSENT.changed(withdrawn_on=DAY))
    documents = tuple(
        second.changed(voices=(gone,)) if document is second else document
        for document in portfolio.documents
    )
    assert replies_in(attrs.evolve(portfolio, documents=documents)) == ["to-a"]
