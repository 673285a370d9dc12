"""The questions that an area asks itself.

What it shows
    Each set of criteria with its questions, in their words and order, and the parts of the plans in
    force that answer to them.

What it needs
    Sets of criteria.

Where that is missing
    The section is left out.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Bullets,
    CriteriaSet,
    NoOptions,
    Section,
    SectionKind,
    Sentence,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    joined,
    priorities_of,
    section_of,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a part for each set of criteria; a single set has no heading of its own."""
    parts = [
        (criteria_set, Bullets(items))
        for criteria_set in context.criteria_sets
        if (items := tuple(_items(context, criteria_set)))
    ]
    if len(parts) == 1:
        return section_of(context, section, (parts[0][1],))
    below = tuple(
        Section(f"{section.id}-{item.id}", context.words(item.title), (bullets,))
        for item, bullets in parts
    )
    return section_of(context, section, (), sections=below)


def _items(context: BuildContext, criteria_set: CriteriaSet) -> Iterator[Sentence]:
    """Yield each question, and the priorities that answer to it."""
    for criterion in criteria_set.criteria:
        priorities = joined(
            f"“{context.names[id_].rstrip('.')}”"
            for id_ in priorities_of(context, criterion.id)
            if id_ in context.names
        )
        yield Sentence(
            context.words(criterion.wording),
            label=f"{criterion.code}.",
            note=_("Answered by {priorities}.", priorities=priorities) if priorities else "",
        )


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("criteria", "The questions we ask ourselves", __doc__ or "", build)]
