"""Law of consent: what somebody said, and its summary, appear nowhere once consent is gone."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import sendframe
import sendframe.testing
from sendframe.api import dump
from sendframe.editions import sentence
from sendframe.errors import NothingToReport
from sendframe.model import Consent, EvidenceRegister, FrozenMap, Portfolio, Text, Variant, Voice
from sendframe.plugins import Catalogue

OWN = Catalogue.discover(third_party=False)
DAY = date(2026, 1, 31)
SAID, SUMMED_UP = "zqxsaid", "zqxsummedup"
EVERYWHERE = tuple(OWN.profiles)


def consents() -> st.SearchStrategy[Consent | None]:
    """Return consents that allow nothing on the day: none, withdrawn, or expired by then."""
    given_for_all = Consent(given_by="somebody", profiles=EVERYWHERE, covers="both")
    before = st.integers(0, 400).map(lambda days: DAY - timedelta(days=days))
    return st.one_of(
        st.none(),
        before.map(lambda day: given_for_all.changed(withdrawn_on=day)),
        before.map(lambda day: given_for_all.changed(until=day - timedelta(days=1))),
    )


def text(words: str) -> Text:
    """Return a text whose every variant has the words."""
    names = ("young-people", "friendly", "families")
    return Text(default=words, variants=FrozenMap(dict.fromkeys(names, Variant(text=words))))


def _another(register: EvidenceRegister) -> Voice:
    """Return a voice that a register does not have."""
    return Voice(id=f"{register.id}-another", who="children-and-young-people", words=text(SAID))


@st.composite
def without_consent(draw: st.DrawFn) -> Portfolio:
    """Draw a portfolio in which nobody agrees any more to what they said."""
    portfolio = draw(sendframe.testing.portfolios())

    def silenced(voice: Voice) -> Voice:
        return voice.changed(
            words=text(f"{SAID} by me."),
            summary=text(f"{SUMMED_UP} of us."),
            consent=draw(consents()),
        )

    documents = tuple(
        document.changed(voices=tuple(map(silenced, (*document.voices, _another(document)))))
        if isinstance(document, EvidenceRegister)
        else document
        for document in portfolio.documents
    )
    return attrs.evolve(
        portfolio, documents=documents, manifest=portfolio.manifest.changed(as_at=DAY)
    )


def outputs(portfolio: Portfolio) -> Iterator[tuple[str, bytes]]:
    """Yield everything that can be made of a portfolio: reports, evaluation, comparison, trails."""
    for profile in OWN.profiles:
        try:
            (made,) = sendframe.make_reports(portfolio, [profile], catalogue=OWN)
        except NothingToReport:
            continue
        for format_ in ("html", "json"):
            yield from made.files(format_).items()
    evaluation = sendframe.evaluate(portfolio, catalogue=OWN)
    yield "evaluation", dump(evaluation)
    yield "repr", repr((portfolio, evaluation)).encode()
    cleared = attrs.evolve(
        portfolio,
        documents=tuple(
            document.changed(voices=()) if isinstance(document, EvidenceRegister) else document
            for document in portfolio.documents
        ),
    )
    for differences in (
        sendframe.compare(cleared, portfolio),
        sendframe.compare(portfolio, cleared),
    ):
        yield "comparison", repr(differences).encode()
        yield "sentences", "\n".join(map(sentence, differences)).encode()


@settings(max_examples=6, phases=(Phase.generate,))  # to shrink a portfolio takes minutes
@given(without_consent())
def test_words_without_consent_are_in_no_output(portfolio: Portfolio) -> None:
    """Neither the words nor their summary, in no variant, in nothing that is made of them."""
    for name, data in outputs(portfolio):
        assert SAID.encode() not in data, name
        assert SUMMED_UP.encode() not in data, name


def test_a_comparison_of_what_was_said_does_not_repeat_it() -> None:
    """Other words of one voice are told as such."""
    old = EvidenceRegister(
        id="e", title=Text(default="E"), voices=(Voice(id="v", who="parents", words=text(SAID)),)
    )
    new = old.changed(voices=(old.voices[0].changed(words=text(f"{SAID} again")),))
    sentences = [sentence(difference) for difference in sendframe.compare(old, new)]
    assert sentences
    assert SAID not in "\n".join(sentences)
    assert "what people said is not repeated here" in sentences[0]
