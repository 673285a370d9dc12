"""What people said, and what became of it.

What it shows
    A row for each reply: the words that were said, or their summary, as far as consent covers this
    report, with who said them; the picture of the reply or of its answer; the state of the answer in a word and a shape, the answer, why it is
    not more, by when, and the difference. Where the report may say it, when people were told.

What it needs
    Replies in evidence registers, with voices that may be shown in this report.

Where that is missing
    A reply to words that may not be shown is left out, and so is one without an answer in the words
    of this report's readers.

Source
    Children and Families Act 2014, section 30(6): comments on the local offer, the answers to them,
    and what is to be done, are published.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    EvidenceRegister,
    Question,
    Questions,
    Reply,
    Section,
    SectionKind,
    Sentence,
    Voice,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    REPLY_MARKS,
    BuildContext,
    ProfileSection,
    day_name,
    joined,
    reply_sentences,
    section_of,
)

_SAID = {
    "children-and-young-people": (N_("A young person said"), N_("Children and young people said")),
    "parent-carers": (N_("A parent or carer said"), N_("Families said")),
    "practitioners": (
        N_("Somebody who works with children said"),
        N_("People who work with children said"),
    ),
}
"""Who said it: their own words, and a summary."""


@attrs.frozen
class ReplyOptions:
    """Options of the section.

    Attributes:
        told_back: Whether it says when people were told, or that they were not told yet.
    """

    told_back: bool = False


def build(context: BuildContext, section: ProfileSection, options: ReplyOptions) -> Section | None:
    """Return the rows, the furthest first; None without any."""
    replies = [
        reply for register in context.portfolio.of(EvidenceRegister) for reply in register.replies
    ]
    states = list(REPLY_MARKS)
    ordered = sorted(replies, key=lambda reply: (states.index(reply.state), reply.id))
    rows = tuple(row for reply in ordered for row in _rows(context, reply, options))
    return section_of(context, section, (Questions(rows, numbered=False),) if rows else ())


def _rows(context: BuildContext, reply: Reply, options: ReplyOptions) -> Iterator[Question]:
    """Yield the row of a reply, if what it answers may be shown and it has an answer."""
    shown = (context.evidence.get(id_) for id_ in reply.voices)
    voices = [voice for voice in shown if isinstance(voice, Voice)]
    if voices and context.own_words(reply.statement):
        # Own words go before a summary of them.
        voice = min(voices, key=lambda item: item.words is None)
        sentences = tuple(_answer(context, reply, options))
        picture = context.shown_picture(reply.picture) or context.picture_of(reply.statement)
        yield Question(_said(context, voice), sentences, _who(context, voice), picture)


def _said(context: BuildContext, voice: Voice) -> str:
    if voice.words is not None:
        return f"“{voice.words}”"  # as they were said, in no other words
    return context.words(voice.summary) if voice.summary else ""


def _who(context: BuildContext, voice: Voice) -> str:
    """Return who said it, to those who said it where they are the readers."""
    is_reader = voice.who == context.profile.audience
    if is_reader and voice.words is None:
        return _("You said")
    own, summary = _SAID.get(voice.who, (N_("Somebody said"), N_("People said")))
    return _(own if voice.words is not None else summary)


def _answer(context: BuildContext, reply: Reply, options: ReplyOptions) -> Iterator[Sentence]:
    yield from reply_sentences(context, reply)
    if options.told_back:
        channels = [f"{item.channel}, {day_name(item.on)}" for item in reply.told_back]
        yield Sentence(
            "",
            note=_("Told: {channels}.", channels=joined(channels))
            if channels
            else _("Not told yet."),
        )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("replies", "You said, we did", __doc__ or "", build, ReplyOptions)]
