"""Who read these words before they were published.

What it shows
    With which readers texts of this report's variant were tried, and when; how many children and
    young people took part in the newest edition; whom it was told to.

What it needs
    Checks of texts with readers, or a self-evaluation that says who took part.

Where that is missing
    It says that nobody has checked the words with their readers yet, or that these are the words of
    the plan itself. A report in the standard words has no such section.
"""

from collections.abc import Iterator
from datetime import date

from sendframe.plugins import (
    NoOptions,
    Paragraph,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    NOT_CHECKED,
    BuildContext,
    ProfileSection,
    day_name,
    joined,
    section_of,
)

_YOUNG = "children and young people"


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return who checked the words; None for a report in the standard words."""
    if context.profile.variant is None:
        return None
    return section_of(context, section, (Paragraph(tuple(_sentences(context))),))


def _sentences(context: BuildContext) -> Iterator[Sentence]:
    variants = [
        variant
        for text in context.portfolio.texts()
        if (variant := text.variants.get(context.profile.variant or ""))
    ]
    days: dict[str, set[date]] = {}
    for check in (check for variant in variants for check in variant.checks):
        days.setdefault(check.readers, set()).add(check.checked_on)
    for readers, checked_on in sorted(days.items()):
        when = joined(map(day_name, sorted(checked_on)))
        yield Sentence(f"{readers[:1].upper()}{readers[1:]}: {when}.")
    if not variants:
        yield Sentence(_("These are the words of the plan itself. The headings are ours."))
    elif not days:
        yield Sentence(_("Nobody has checked these words with you yet."))
    else:
        yield Sentence(_("This mark {mark} means: not checked with you yet.", mark=NOT_CHECKED))
    yield from _who_took_part(context)


def _who_took_part(context: BuildContext) -> Iterator[Sentence]:
    """Yield how many young people took part in the newest edition, and when they were told."""
    if context.edition is None:
        return
    for contributor in context.edition.contributors:
        if contributor.count and contributor.sector.lower() == _YOUNG:
            is_small = context.disclosed.policy.is_small(contributor.count)
            many = ngettext(
                "{number} children and young people took part.",
                "{number} children and young people took part.",
                contributor.count,
            )
            yield Sentence(_("Some children and young people took part.") if is_small else many)
    for step in context.edition.steps:
        if step.kind == "fed-back" and step.on:
            yield Sentence(_("We told people what we wrote {phrase}.", phrase=step.on.phrase))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("who-checked", "Who checked this", __doc__ or "", build)]
