"""Every text that an author writes has a reader, but for a short list with reasons.

What is not printed is counted by `unprinted`, whose rules say what is no text of an author: ids,
codes, links, columns of publishers' files. Of the others those may be printed nowhere that stand
here.
"""

from pathlib import Path

import pytest

from sendframe import api
from sendframe.model import EvidenceRegister, full_text
from sendframe.reports import TextsRead

ROOT = Path(__file__).parents[2]
SHAPES = ROOT / "tests" / "data" / "shapes"
AREAS = (
    *(ROOT / "examples" / name for name in ("herefordshire", "wyeford")),
    *sorted(SHAPES.iterdir()),
)

LARGEST_SHARE = 0.05
"""Of all texts of an area at most so many are printed nowhere, whatever the reason."""

NO_CONSENT = "nobody agreed that it may appear in a report, or no longer"
ONE_PERSON = "where somebody said something may point at the person"
ANSWER = "an answer to somebody's words is printed beside these words, with consent to them"

REASONS = {
    "event of voice": ONE_PERSON,
    "given by of consent": ONE_PERSON,
    "statement of reply (friendly)": ANSWER,
    "statement of reply (young-people)": ANSWER,
    "summary of voice": NO_CONSENT,
    "words of voice": NO_CONSENT,
}
"""Why a kind of text may be printed in no report."""


@pytest.fixture(scope="module", params=AREAS, ids=lambda path: path.name)
def read(request: pytest.FixtureRequest) -> TextsRead:
    """Return the texts that no profile of sendframe prints of an area."""
    portfolio = api.load(request.param)
    evaluation = api.evaluate(portfolio)
    assert not evaluation.failures
    return api.texts_in_no_report(portfolio, evaluation)


def test_what_no_report_prints_has_a_reason(read: TextsRead) -> None:
    """A field that is added to the model needs a reader, or a reason to have none."""
    assert {text.kind for text in read.unprinted} <= {*REASONS}


def test_few_texts_are_in_no_report(read: TextsRead) -> None:
    """Reasons do not excuse a large part of what was written."""
    assert len(read.unprinted) <= LARGEST_SHARE * read.count


def test_each_reason_is_needed() -> None:
    """Words of the fictional example stand behind each line of the list."""
    portfolio = api.load(ROOT / "examples" / "wyeford")
    read = api.texts_in_no_report(portfolio, api.evaluate(portfolio))
    assert {text.kind for text in read.unprinted} == {*REASONS}


def test_the_record_has_no_words_of_people() -> None:
    """Whatever else it prints, it is none of the reports that anybody agreed to."""
    portfolio = api.load(ROOT / "examples" / "wyeford")
    (made,) = api.make_reports(portfolio, ["record"])
    printed = full_text(made.model)
    voices = [voice for item in portfolio.of(EvidenceRegister) for voice in item.voices]
    words = [str(text) for voice in voices for text in (voice.words, voice.summary) if text]
    assert len(words) > 5
    assert "Better together: our plan for you" in printed
    assert [text for text in words if text in printed] == []
