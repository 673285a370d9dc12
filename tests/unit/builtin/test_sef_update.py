"""The self-evaluation update of the two examples, as its profile lists its sections."""

import re

import pytest

from sendframe.builtin import (
    section_findings,
    section_not_held,
    section_sef_changes,
    section_sef_criteria,
    section_sef_ladder,
    section_sef_sources,
    section_sef_steps,
    section_words_of_scale,
)
from sendframe.disclosure import POLICIES
from sendframe.evaluation import NoCatalogue
from sendframe.model import Portfolio, SelfEvaluation
from sendframe.plugins import Catalogue, Section, Sentence
from sendframe.reports import BuildContext
from tests.evaluating import disclosed
from tests.unit.builtin.section_text import lines, parts

PROFILE = Catalogue.discover(third_party=False).profiles["sef-update"].record
KINDS = {
    kind.id: kind
    for module in (
        section_findings,
        section_not_held,
        section_sef_changes,
        section_sef_criteria,
        section_sef_ladder,
        section_sef_sources,
        section_sef_steps,
        section_words_of_scale,
    )
    for kind in module.sections()
}
LONGEST_SENTENCE = 25


def update(portfolio: Portfolio) -> dict[str, Section]:
    """Return the sections of the update, by kind; those left out are not in it."""
    policy = POLICIES[portfolio.manifest.disclosure_policy or "published-figures"]
    as_at = portfolio.manifest.as_at
    assert as_at is not None
    context = BuildContext(
        disclosed(portfolio, policy, as_at=as_at, catalogue=NoCatalogue()), PROFILE
    )
    built = {}
    for section in PROFILE.sections:
        kind = KINDS[section.kind]
        made = kind.build(context, section, kind.options(**dict(section.options)))
        if made is not None:
            built[section.kind] = made
    return built


@pytest.fixture(scope="module")
def wyeford_update(wyeford: Portfolio) -> dict[str, Section]:
    """Return the update of the example that does not exist."""
    return update(wyeford)


@pytest.fixture(scope="module")
def herefordshire_update(herefordshire: Portfolio) -> dict[str, Section]:
    """Return the update of the example that judges nothing."""
    return update(herefordshire)


def test_every_kind_of_section_has_something_to_say(wyeford_update: dict[str, Section]) -> None:
    """In the order of the profile."""
    assert list(wyeford_update) == [section.kind for section in PROFILE.sections]


def test_nothing_is_judged_where_nobody_judges(herefordshire_update: dict[str, Section]) -> None:
    """No ladder and no words of a scale, but what is known, what was found and what is missing."""
    assert list(herefordshire_update) == [
        "sef-changes",
        "sef-steps",
        "sef-criteria",
        "findings",
        "sef-sources",
        "not-held",
    ]


def test_only_what_was_known_at_the_cut_off_is_used(wyeford_update: dict[str, Section]) -> None:
    """The waits of December and the absence of 2024/25 are newer: they stand under "Since then"."""
    first = " ".join(lines(wyeford_update["sef-changes"]))
    assert "69 of 203, after 91 of 210." in first
    assert "57 of 201" not in first
    said = lines(wyeford_update["sef-criteria"])
    (waits,) = (number for number, line in enumerate(said) if "57 of 201" in line)
    (absence,) = (number for number, line in enumerate(said) if "243 of 641" in line)
    for number in (waits, absence):
        assert "Since then" in said[number - 4 : number]


def test_people_are_quoted_only_as_they_agreed(wyeford_update: dict[str, Section]) -> None:
    """A consent was withdrawn, one covers the summary only and has ended, one was never given."""
    said = " ".join(line for section in wyeford_update.values() for line in lines(section))
    assert "I go to the quiet room" in said
    for words in ("because of my chair", "turned away", "could not understand", "ring a friend"):
        assert words not in said
    assert "chasing advice" not in said


def test_evidence_that_is_not_published_is_not_repeated(
    wyeford_update: dict[str, Section],
) -> None:
    """Nor is a question whose words repeat it."""
    said = " ".join(line for section in wyeford_update.values() for line in lines(section))
    assert "Two more pieces of evidence are not published. Both speak against" in said
    for words in ("two years", "Twelve cases", "Eleven complaints", "Most of these complaints"):
        assert words not in said


@pytest.mark.parametrize("example", ["wyeford_update", "herefordshire_update"])
def test_no_id_code_or_date_for_machines_is_printed(
    example: str, request: pytest.FixtureRequest
) -> None:
    """Readers see words only."""
    sections: dict[str, Section] = request.getfixturevalue(example)
    said = " ".join(line for section in sections.values() for line in lines(section))
    assert not re.search(r"\d{4}-\d{2}-\d{2}|wyeford-[a-z]|hfd-|north-vale|SFR\d|_", said)
    assert "none given" not in said.lower()


def test_sentences_are_short(wyeford_update: dict[str, Section]) -> None:
    """At most twenty-five words, each counted up to its full stop."""
    for section in wyeford_update.values():
        for part in parts(section):
            if isinstance(part, Sentence):
                for sentence in re.split(r"(?<=[.?!”]) ", part.text):
                    assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_the_words_of_the_newest_edition_reach_a_reader(
    wyeford: Portfolio, wyeford_update: dict[str, Section]
) -> None:
    """All but an answer to evidence that is not published."""
    said = " ".join(line for section in wyeford_update.values() for line in lines(section))
    edition = max(wyeford.of(SelfEvaluation), key=lambda item: str(item.data_cut_off))
    texts = [edition.summary, *edition.next_steps]
    answers = []
    for entry in edition.entries:
        texts += [*entry.wanted, *entry.did, *entry.working_well, *entry.changing]
        texts += [made.text or made.none_yet for made in entry.difference]
        texts += [area.statement for area in entry.areas_for_development]
        for promise in entry.promises:
            texts += [promise.said, promise.became, promise.because]
        if entry.judgement:
            texts += [entry.judgement.reason, entry.judgement.why_changed]
            texts += [view.statement for view in entry.judgement.views]
        answers += [answer.answer for answer in entry.answers]
    for step in edition.steps:
        texts.append(step.dissent)
        texts += [text for view in step.views for text in (view.statement, view.answer)]
    assert [str(text) for text in texts if text and str(text) not in said] == []
    assert len([text for text in answers if str(text) not in said]) == 1
