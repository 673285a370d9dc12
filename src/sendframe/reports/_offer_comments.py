"""Comments on the Local Offer, in a form in which nobody can be recognised."""

from collections import defaultdict

import attrs

from sendframe.language import N_
from sendframe.language import gettext as _
from sendframe.model import (
    AcademicYear,
    EvidenceRegister,
    LocalOfferComment,
    PeriodValue,
    Reply,
    Term,
    Text,
    Voice,
    short_repr,
)

from ._context import BuildContext, once_a_report
from ._cut_off import came_after

__all__ = ["OfferComment", "OfferComments", "offer_comments", "offer_theme"]

_PREFIX = "local-offer-"
_GROUPS = {
    "children-and-young-people": (N_("A young person"), N_("Children and young people")),
    "parent-carers": (N_("A parent or carer"), N_("Parents and carers")),
}
"""Who the comments are of that the law asks for: their own words, and a summary."""


@attrs.frozen
class OfferComment:
    """A comment on the Local Offer without anything that shows whose it is.

    Attributes:
        theme: What it is about, without ``local-offer-`` before it.
        words: Its words in quotation marks as they were said, or a summary.
        who: ``A young person``, ``A parent or carer``, the same in the plural for a summary, or
            ``A comment`` where no group is recorded.
        when: The year or term it was made in; empty where none is known.
        replies: The replies with an answer in the words of the readers.
        answer: The answer, where it is recorded with the comment.
        intended_action: What is going to be done, where it is recorded with the comment.
    """

    __repr__ = short_repr

    theme: str
    words: str
    who: str = ""
    when: str = ""
    replies: tuple[Reply, ...] = ()
    answer: Text | None = None
    intended_action: Text | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, or something is going to be done."""
        return bool(self.replies or self.answer or self.intended_action)


@attrs.frozen
class OfferComments:
    """The comments on the Local Offer that were made up to the day of the evaluation.

    Attributes:
        shown: Those that may be shown, the newest year first, then in the order of their words.
        withheld: How many people did not agree to be quoted in this report.
        from_others: How many are of neither children and young people nor their parents.
    """

    __repr__ = short_repr

    shown: tuple[OfferComment, ...] = ()
    withheld: int = 0
    from_others: int = 0


def offer_theme(code: str) -> str:
    """Return the code of a theme without ``local-offer-`` before it.

    Examples:
        >>> offer_theme("local-offer-content"), offer_theme("accessibility")
        ('content', 'accessibility')
    """
    return code.removeprefix(_PREFIX)


@once_a_report
def offer_comments(context: BuildContext) -> OfferComments:
    """Return the comments on the Local Offer.

    They are the comments of the registers, which have no author, and the voices whose theme begins
    with ``local-offer-``. A voice is shown only with consent to this report on the day of the
    evaluation; of the others only the number is returned.
    """
    as_at = context.evaluation.as_at
    registers = tuple(context.portfolio.of(EvidenceRegister))
    dated = [
        (_year(comment.received), _of_register(context, comment))
        for register in registers
        for comment in register.comments
        if not came_after(comment.received, as_at)
    ]
    dated += [
        (_year(voice.on), _of_voice(context, voice))
        for register in registers
        for voice in register.voices
        if _is_known_comment(context, voice) and voice.who in _GROUPS
    ]
    dated.sort(key=lambda pair: (-pair[0], pair[1].words))
    every = [
        voice
        for register in context.disclosed.portfolio.of(EvidenceRegister)
        for voice in register.voices
        if _is_known_comment(context, voice)
    ]
    of_groups = [voice for voice in every if voice.who in _GROUPS]
    return OfferComments(
        tuple(comment for __, comment in dated),
        withheld=sum(voice.id not in context.evidence for voice in of_groups),
        from_others=len(every) - len(of_groups),
    )


def _is_known_comment(context: BuildContext, voice: Voice) -> bool:
    about_offer = voice.theme is not None and voice.theme.startswith(_PREFIX)
    return about_offer and not came_after(voice.on, context.evaluation.as_at)


def _of_register(context: BuildContext, comment: LocalOfferComment) -> OfferComment:
    return OfferComment(
        theme=offer_theme(comment.theme),
        words=context.words(comment.summary),
        who=_("A comment"),
        when=_year_or_term(comment.received),
        answer=comment.answer,
        intended_action=comment.intended_action,
    )


def _of_voice(context: BuildContext, voice: Voice) -> OfferComment:
    own, summary = _GROUPS[voice.who]
    is_own = voice.words is not None
    return OfferComment(
        theme=offer_theme(voice.theme or ""),
        # Own words are printed as they were said, in no other words.
        words=f"“{voice.words}”" if is_own else context.words(voice.summary or Text(default="")),
        who=_(own if is_own else summary),
        when=_year_or_term(voice.on),
        replies=tuple(_replies(context).get(voice.id, ())),
    )


@once_a_report
def _replies(context: BuildContext) -> dict[str, list[Reply]]:
    """Return the replies with an answer in the words of the readers, by the ids of the voices."""
    replies: dict[str, list[Reply]] = defaultdict(list)
    for register in context.portfolio.of(EvidenceRegister):
        for reply in register.replies:
            if context.own_words(reply.statement):
                for id_ in dict.fromkeys(reply.voices):
                    replies[id_].append(reply)
    return replies


def _year(when: PeriodValue | None) -> int:
    return when.last_day.year if when is not None and when.is_dated else 0


def _year_or_term(when: PeriodValue | None) -> str:
    """Return a time no finer than a term or a year; a shorter one may show who it was."""
    if when is None or not when.is_dated:
        return ""
    if isinstance(when, Term):
        return str(when)
    if isinstance(when, AcademicYear):
        return _("school year {when}", when=when)
    first, last = when.first_day.year, when.last_day.year
    return str(last) if first == last else _("{first} to {last}", first=first, last=last)
