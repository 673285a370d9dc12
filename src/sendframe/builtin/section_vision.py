"""What the strategies in force want, in the words of this report's readers.

What it shows
    Vision and introduction of each plan, and the vision in other languages; that a plan is a draft,
    or that its time is over.

What it needs
    Strategies in force with a vision or an introduction.

Where that is missing
    The section is left out.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import Paragraph, Section, SectionKind, Sentence, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    MISSING,
    BuildContext,
    ProfileSection,
    main_plans,
    plan_remark,
    section_of,
)


@attrs.frozen
class VisionOptions:
    """Options of the section.

    Attributes:
        introduced: Whether the introduction, and the vision in other languages, follow it.
    """

    introduced: bool = True


def build(context: BuildContext, section: ProfileSection, options: VisionOptions) -> Section | None:
    """Return the visions, larger, and the introductions; None without any."""
    plans = main_plans(context)
    visions = tuple(
        Sentence(
            context.marked_words(plan.vision),
            label=f"{context.words(plan.title)}:" if len(plans) > 1 else "",
            picture=context.picture_of(plan.vision),
        )
        for plan in plans
        if plan.vision is not None
    )
    remarks = tuple(_remarks(context))
    introductions = (
        Paragraph(
            (
                Sentence(
                    context.marked_words(plan.introduction),
                    picture=context.picture_of(plan.introduction),
                ),
            )
        )
        for plan in plans
        if plan.introduction is not None and options.introduced
    )
    lead = (Paragraph(visions, "lead"),) if visions else ()
    others = tuple(_in_other_languages(context)) if options.introduced else ()
    notes = (Paragraph(part, "note") for part in (others, remarks) if part)
    return section_of(context, section, (*lead, *introductions, *notes))


def _remarks(context: BuildContext) -> Iterator[Sentence]:
    """Yield that a plan is not in force: whoever publishes the report has to know."""
    for plan in main_plans(context):
        remark = plan_remark(context, plan)
        if remark:
            yield Sentence(remark, label=_(MISSING))


def _in_other_languages(context: BuildContext) -> Iterator[Sentence]:
    for plan in main_plans(context):
        variants = plan.vision.variants if plan.vision else {}
        yield from (
            Sentence(item.text, language=item.language)
            for _, item in sorted(variants.items())
            if item.language
        )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("vision", "What we want", __doc__ or "", build, VisionOptions)]
