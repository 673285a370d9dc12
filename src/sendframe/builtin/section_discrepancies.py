"""What the software noticed.

What it shows
    The questions that checks ask where a judgement and the evidence, or two figures, do not agree,
    each with the reason for which it is accepted for now; then what checks noticed, each with its
    code.

When it is left out
    No check noticed anything.

Source
    The discrepancies and notices of the evaluation.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, plugin_suffix, section_of

_LEAD = N_(
    "The software sets judgements beside evidence and figures beside each other. "
    "Where they do not agree it asks. It does not judge."
)


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the questions and the notices; None without any."""
    del options
    questions, notices = tuple(_questions(context)), tuple(_notices(context))
    blocks: list[Block] = []
    if questions:
        blocks += [Paragraph((Sentence(_(_LEAD)),)), Bullets(questions)]
    if notices:
        blocks += [Paragraph((Sentence(_("It also noticed:")),)), Bullets(notices)]
    return section_of(context, section, blocks)


def _questions(context: BuildContext) -> Iterator[Sentence]:
    for item in context.evaluation.discrepancies:
        text = context.readable(item.question)
        yield _sentence(context, text, item.code, item.accepted, item.made_by, item.facts)


def _notices(context: BuildContext) -> Iterator[Sentence]:
    for item in context.evaluation.notices:
        message = context.readable(item.message)
        text = f"{message[:1].upper()}{message[1:]}."
        yield _sentence(context, text, item.code, item.accepted, item.made_by, ())


def _sentence(  # noqa: PLR0913  # the parts of what a check says
    context: BuildContext,
    text: str,
    code: str,
    accepted: str | None,
    made_by: str,
    facts: tuple[str, ...],
) -> Sentence:
    """Return what a check says, with its code, and with the reason it is accepted for now."""
    if accepted:
        why = _("Accepted for now: {reason}.", reason=context.readable(accepted))
        text = f"{text} {why}"
    return Sentence(text, facts, note=f"{code}{plugin_suffix(made_by)}")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("discrepancies", "What the software noticed", __doc__ or "", build)]
