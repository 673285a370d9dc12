"""The sentences of a reply to what people said."""

from collections.abc import Iterator

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import Reply

from ._context import BuildContext
from ._phrase import due_sentence, translated
from ._report_model import Mark, Sentence

__all__ = ["REPLY_MARKS", "reply_sentences"]

REPLY_MARKS = {
    "done": Mark(N_("Done"), "circle", "better"),
    "partly": Mark(N_("Partly"), "half", "between"),
    "not_yet": Mark(N_("Not yet"), "ring"),
    "cannot": Mark(N_("We cannot"), "octagon", "worse"),
}
"""The mark of each state of a reply, the furthest first."""

_WHY = {"partly": N_("Why not all?"), "not_yet": N_("Why not?"), "cannot": N_("Why not?")}


def reply_sentences(context: BuildContext, reply: Reply) -> Iterator[Sentence]:
    """Yield the state of a reply with the answer, the difference, why it is not more, and when.

    Words that nobody wrote for the readers of the profile are left out.
    """
    yield Sentence(
        context.own_words(reply.statement) or "", mark=translated(REPLY_MARKS[reply.state])
    )
    difference = context.own_words(reply.difference)
    if difference:
        yield Sentence(difference)
    because = context.own_words(reply.because)
    if because and reply.state in _WHY:
        yield Sentence(because, label=_(_WHY[reply.state]))
    if reply.due and reply.state in ("partly", "not_yet"):
        yield due_sentence(reply.due, context.evaluation.as_at)
