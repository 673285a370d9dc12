"""The sentences of a reply to what people said."""

from sendframe.model import DifferenceMade, Month, Reply
from sendframe.reports import REPLY_MARKS, reply_sentences
from tests.unit.conftest import text
from tests.unit.reports.edition_context import build_context

REPLY = Reply(
    id="r",
    voices=(),
    state="not_yet",
    statement=text("We will."),
    because=text("The post is empty."),
    due=Month(year=2026, month=6),
)


def said(reply: Reply) -> list[tuple[str, str]]:
    """Return label and text of each sentence."""
    return [(item.label, item.text) for item in reply_sentences(build_context(), reply)]


def test_what_is_not_done_has_its_reason_and_its_date() -> None:
    """The state stands before the answer."""
    assert said(REPLY) == [
        ("", "We will."),
        ("Why not?", "The post is empty."),
        ("When?", "By June 2026."),
    ]
    first = next(iter(reply_sentences(build_context(), REPLY)))
    assert first.mark == REPLY_MARKS["not_yet"]


def test_what_is_done_has_its_difference_and_no_reason() -> None:
    """Reason and date are of what is not done."""
    done = REPLY.changed(state="done", difference=DifferenceMade(text=text("They know.")))
    assert said(done) == [("", "We will."), ("", "They know.")]


def test_without_an_answer_the_state_stands_alone() -> None:
    """And what nobody wrote is left out."""
    assert said(REPLY.changed(statement=None, because=None, due=None)) == [("", "")]
