"""How an edition of the self-evaluation was made.

What it shows
    The steps of the newest edition with their days, who took part, what comes next, and when the
    next edition is to be made.

What it needs
    An edition of the self-evaluation.

Where that is missing
    The section is left out. A step without a day stands without one.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    N_,
    Block,
    Bullets,
    Paragraph,
    Section,
    SectionKind,
    SelfEvaluation,
    Sentence,
    Step,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, section_of, words_of_code

_STEPS = {
    "challenged-at-board": N_("challenged at the board"),
    "fed-back": N_("fed back"),
    "forum-response": N_("answered by the parent carer forum"),
    "moderated": N_("checked"),
    "signed-off-by-council": N_("signed off by the council"),
    "signed-off-by-icb": N_("signed off by the integrated care board"),
}
"""Usual steps in words; any other step is named by its own kind."""

_BODY_IS_SAID = ("forum-response", "signed-off-by-council", "signed-off-by-icb")


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the steps of the newest edition in one paragraph."""
    del options
    edition = context.edition
    if edition is None:
        return None
    blocks: list[Block] = []
    if edition.steps:
        blocks.append(Paragraph(tuple(_step(context, step) for step in edition.steps)))
    blocks.append(Paragraph(tuple(_about(context, edition)), "note"))
    if edition.next_steps:
        texts = tuple(
            Sentence(context.words(text), label=_("Next:") if place == 0 else "")
            for place, text in enumerate(edition.next_steps)
        )
        blocks.append(Paragraph(texts) if len(texts) == 1 else Bullets(texts))
    return section_of(context, section, tuple(blocks))


def _step(context: BuildContext, step: Step) -> Sentence:
    words = _(_STEPS.get(step.kind, "")) or words_of_code(step.kind)
    who = context.bodies.get(step.body or "", "") or step.by or ""
    by = "" if not who or step.kind in _BODY_IS_SAID else f" ({who})"
    text = f"{words}{by}."
    if step.on is None:
        return Sentence(text[:1].upper() + text[1:])
    return Sentence(text, label=f"{step.on}:")


def _about(context: BuildContext, edition: SelfEvaluation) -> Iterator[Sentence]:
    """Yield the title, who took part, the cycle, and when the next edition is due."""
    yield Sentence(f"{context.words(edition.title)}.")
    groups = [
        f"{group.count} {group.sector}"
        if group.count is not None
        else _("{sector} (not counted)", sector=group.sector)
        for group in edition.contributors
    ]
    if groups:
        yield Sentence(_("Who took part: {groups}.", groups=", ".join(groups)))
    if edition.cycle:
        yield Sentence(_("It is made {cycle}.", cycle=edition.cycle.replace("-", " ")))
    if edition.next_edition:
        yield Sentence(_("The next edition is due {phrase}.", phrase=edition.next_edition.phrase))
    if edition.note:
        yield Sentence(context.words(edition.note))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("sef-steps", "How the edition was made", __doc__ or "", build)]
