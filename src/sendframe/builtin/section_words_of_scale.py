"""What the words of a judgement mean.

What it shows
    Each value of the edition's own scale with its rubric, from the lowest to the highest. Then each
    further set of criteria that the edition answers: its question, our answer there with its reason,
    and what its scale cannot express of ours.

What it needs
    A set of criteria with a rating scale whose values have rubrics, or a further set.

Where that is missing
    The section is left out. A value without a rubric is not listed.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Block,
    Bullets,
    CriteriaSet,
    Mark,
    Paragraph,
    RatingScale,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    JudgedCriterion,
    ProfileSection,
    day_name,
    judged_criteria,
    scale_mark,
    section_of,
    sets_of_edition,
    value_now_and_before,
)


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the rubrics of the scale, and the answers to further sets of criteria."""
    del options
    sets = [item for item in sets_of_edition(context) if item is not None]
    blocks: list[Block] = []
    if not sets:
        return None
    own, *others = sets
    if own.rating_scale and (rubrics := tuple(_rubrics(context, own.rating_scale))):
        blocks.append(Bullets(rubrics))
    blocks += [
        Paragraph(sentences, "note")
        for other in others
        if (sentences := tuple(_answers(context, own, other)))
    ]
    return section_of(context, section, tuple(blocks)) if blocks else None


def _rubrics(context: BuildContext, scale: RatingScale) -> Iterator[Sentence]:
    for value in sorted(scale.values, key=lambda value: value.order or 0):
        if value.rubric:
            yield Sentence(context.words(value.rubric), mark=scale_mark(scale, value))


def _answers(context: BuildContext, own: CriteriaSet, other: CriteriaSet) -> Iterator[Sentence]:
    """Yield the answers to the criteria of a further set, and what its scale loses."""
    answered = [item for item in judged_criteria(context, other) if item.entry]
    for item in answered:
        question = context.words(item.criterion.wording)
        yield Sentence(f"“{question}”", label=_("{publisher} asks:", publisher=other.publisher))
        yield from _answer(context, item)
    for mapping in own.rating_scale.mappings if own.rating_scale and answered else ():
        if other.rating_scale and mapping.to == other.rating_scale.id:
            yield Sentence(context.words(mapping.loss), label=_("What that scale cannot say:"))


def _answer(context: BuildContext, item: JudgedCriterion) -> Iterator[Sentence]:
    entry, (now, __) = item.entry, value_now_and_before(item)
    judgement = entry.judgement if entry else None
    if judgement and now:
        view = context.judgements.get(judgement.id)
        by = f"{judgement.by}, {day_name(judgement.on)}."
        mark = Mark(now.name, now.shape)
        yield Sentence(_("is our answer."), (view.fact,) if view else (), note=by, mark=mark)
    if judgement and judgement.reason:
        yield Sentence(context.words(judgement.reason))
    if entry:
        texts = (*entry.working_well, *entry.changing)
        yield from (Sentence(context.words(text)) for text in texts)
        yield from (Sentence(context.words(made)) for made in entry.difference)


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("words-of-scale", "What our words mean", __doc__ or "", build)]
