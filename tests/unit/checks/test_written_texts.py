"""The texts that authors wrote, without what people said."""

from datetime import date
from typing import Literal

import pytest

from sendframe.checks import CheckContext, PlainTextOptions
from sendframe.model import (
    Document,
    EvidenceRegister,
    FrozenMap,
    Principle,
    Reply,
    Text,
    Variant,
    Voice,
)
from tests.unit.checks.test_check_context import plan
from tests.unit.conftest import rate, small, text

NAMES = PlainTextOptions().variants


def worded(default: str = "Standard words.", **variants: str) -> Text:
    """Return a text with variants; `young_people` is the variant ``young-people``."""
    made = {name.replace("_", "-"): Variant(text=words) for name, words in variants.items()}
    return Text(default=default, variants=FrozenMap(made))


def context(*documents: Document) -> CheckContext:
    """Return what a check is told of a portfolio with these documents."""
    return CheckContext(
        check="SFR999",
        portfolio=small(rate(), documents=documents),
        as_at=date(2026, 1, 31),
        indicators={},
        subjects=(),
        source="a check 1.0",
    )


def test_a_text_comes_with_its_document_and_the_thing_that_it_is_part_of() -> None:
    """A title of a document is part of the document, and a statement of a principle of that."""
    principle = Principle(id="listen", kind="principle", statement=text("We listen."))
    written = context(plan("a").changed(principles=(principle,))).written_texts
    places = {str(item.text): (item.document.id, item.owner.id) for item in written}
    assert places["Plan"] == ("a", "a")
    assert places["We listen."] == ("a", "listen")


def test_what_people_said_is_not_written() -> None:
    """Neither words nor summaries of voices are there, and so no check words them anew."""
    said, summary = worded("Listen!", friendly="Hear!"), worded("They want it.", friendly="They.")
    voice = Voice(id="v", who="parent-carers", words=said, summary=summary)
    reply = Reply(id="r", voices=("v",), state="done", statement=worded("We do.", friendly="Done."))
    register = EvidenceRegister(id="e", title=text("E"), voices=(voice,), replies=(reply,))
    made = context(register)
    assert not {said, summary} & {item.text for item in made.written_texts}
    assert [plain.words for plain in made.plain_texts(NAMES)] == ["Done."]


def test_the_same_words_of_two_variants_are_one_text() -> None:
    """Other words are another one; variants of other names, and repeated names, count nothing."""
    same = worded(young_people="We listen.", friendly="We listen.", polish="Słuchamy.")
    other = worded(young_people="We act.", friendly="We do.")
    made = context(plan("a").changed(title=same, introduction=other))
    texts = [(plain.words, plain.readers) for plain in made.plain_texts((*NAMES, *NAMES))]
    assert texts == [
        ("We listen.", ("young-people", "friendly")),
        ("We act.", ("young-people",)),
        ("We do.", ("friendly",)),
    ]
    ((document, pairs),) = made.variants_by_document(NAMES).items()
    assert (document, len(pairs)) == ("a", 4)
    assert pairs[0][1] is same.variants["young-people"]


def test_what_is_quoted_word_by_word_is_left_out() -> None:
    """It is written in a portfolio, and its words are somebody else's."""
    quoted = worded(friendly="We listen.").changed(wording="verbatim")
    made = context(plan("a").changed(title=quoted))
    assert quoted in {item.text for item in made.written_texts}
    assert list(made.plain_texts(NAMES)) == []


@pytest.mark.parametrize(("wording", "count"), [("verbatim", 0), ("paraphrased", 1), (None, 1)])
def test_a_document_says_once_that_its_texts_are_quoted(
    wording: Literal["verbatim", "paraphrased"] | None, count: int
) -> None:
    """A text that says nothing has the wording of its document."""
    quoting = plan("a").changed(vision=worded(friendly="We listen."), wording=wording)
    assert len(list(context(quoting).plain_texts(NAMES))) == count


def test_without_indicators_there_are_no_figures() -> None:
    """The figures of a check are those of its indicators."""
    assert context().figures == {}
