"""Comments on the Local Offer, each with the answer and what is to be done.

What it shows
    Under a heading for each of three themes the comments, the newest year first: in the words of
    people who agreed to that, or in a summary; the answer, and what is going to be done. Nothing in
    it shows whose a comment is: "a young person" or "a parent or carer", and the year or term.
    How many have no answer yet, and how many are not printed and why, is stated first.

What it needs
    Comments in an evidence register, or voices of children, young people and parents whose theme
    begins with ``local-offer-`` and who agreed to be quoted in this report.

Where that is missing
    Without any comment the section is left out. A theme without a comment says so, a comment
    without an answer too; a comment without consent is only counted.

Source
    Children and Families Act 2014, section 30(6), and Special Educational Needs and Disability
    Regulations 2014, regulation 56: comments on content, accessibility and review of the local
    offer are published with the response at least annually, and nobody can be identified.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    N_,
    Block,
    Mark,
    Paragraph,
    Question,
    Questions,
    Reply,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    OfferComment,
    OfferComments,
    ProfileSection,
    offer_comments,
    offer_theme,
    reply_sentences,
    section_of,
    state_of,
)

_HEADINGS = {
    "content": N_("What is in the Local Offer, and what is not"),
    "accessibility": N_("How easy it is to find, read and understand"),
    "review": N_("How it was made and reviewed"),
}
_OTHER = N_("Other comments")


@attrs.frozen
class CommentOptions:
    """Options of the section.

    Attributes:
        content: Codes of the themes under the heading on content, with or without ``local-offer-``
            before them.
        accessibility: Codes of the themes under the heading on accessibility.
        review: Codes of the themes under the heading on how the offer was made and reviewed.
    """

    content: tuple[str, ...] = ("content",)
    accessibility: tuple[str, ...] = ("accessibility",)
    review: tuple[str, ...] = ("review", "how-it-is-reviewed")


def build(
    context: BuildContext, section: ProfileSection, options: CommentOptions
) -> Section | None:
    """Return the counts and a part for each theme; None without any comment."""
    comments = offer_comments(context)
    if comments == OfferComments():
        return None
    place_of = {offer_theme(code): place for place in _HEADINGS for code in getattr(options, place)}
    by_place: dict[str, list[OfferComment]] = {place: [] for place in _HEADINGS}
    for comment in comments.shown:
        by_place.setdefault(place_of.get(comment.theme, "other"), []).append(comment)
    parts = [
        Section(
            f"{section.id}-{place}",
            _(_HEADINGS.get(place, _OTHER)),
            (_rows(context, items),),
        )
        for place, items in by_place.items()
    ]
    counts = Paragraph(tuple(_counts(comments)))
    return section_of(context, section, (counts,), sections=parts)


def _counts(comments: OfferComments) -> Iterator[Sentence]:
    """Yield how many comments there are, without an answer, and not printed."""
    shown = len(comments.shown)
    if shown:
        yield Sentence(
            ngettext(
                "{number} comment is printed here.", "{number} comments are printed here.", shown
            )
        )
    waiting = sum(not comment.is_answered for comment in comments.shown)
    if waiting:
        yield Sentence(
            ngettext(
                "{number} comment has no answer yet.",
                "{number} comments have no answer yet.",
                waiting,
            )
        )
    elif shown:
        yield Sentence(_("It has an answer.") if shown == 1 else _("Each has an answer."))
    if comments.withheld:
        yield Sentence(
            ngettext(
                "{number} comment is not printed: we have no consent for it.",
                "{number} comments are not printed: we have no consent for them.",
                comments.withheld,
            )
        )
    if comments.from_others:
        yield Sentence(
            ngettext(
                "{number} comment is not printed: it is not from children, young people or parents.",
                "{number} comments are not printed: they are not from children, young people or "
                "parents.",
                comments.from_others,
            )
        )


def _rows(context: BuildContext, items: list[OfferComment]) -> Block:
    if not items:
        return Paragraph((Sentence(_("No comment on this is printed.")),))
    rows = (
        Question(
            item.words,
            tuple(_answer(context, item)),
            f"{item.who}, {item.when}" if item.when else item.who,
        )
        for item in items
    )
    return Questions(tuple(rows), numbered=False)


def _answer(context: BuildContext, comment: OfferComment) -> Iterator[Sentence]:
    if not comment.is_answered:
        yield Sentence("", mark=Mark(_("No answer yet"), "ring"))
    if comment.answer:
        yield Sentence(context.words(comment.answer))
    if comment.intended_action:
        yield Sentence(context.words(comment.intended_action), label=_("What we will do:"))
    for reply in comment.replies:
        yield from reply_sentences(context, reply)
        yield from _actions(context, reply)


def _actions(context: BuildContext, reply: Reply) -> Iterator[Sentence]:
    """Yield the actions of a reply that are not over."""
    for id_ in reply.actions:
        action = context.actions.get(id_)
        if action is None or action.closing or state_of(context, action).is_closed:
            continue
        due = _("Due {due}.", due=action.due) if action.due else _("No date is set.")
        title = context.words(action.title).rstrip(".")
        yield Sentence(f"{title}.", label=_("What we will do:"), note=due)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [
        SectionKind("comments", "Comments on the Local Offer", __doc__ or "", build, CommentOptions)
    ]
