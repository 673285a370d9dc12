"""Changes since the previous edition.

What it shows
    The differences between the two newest editions of the self-evaluation that are about the edition
    as a whole, new and removed criteria among them, and the actions that were moved since, with the
    reasons. What changed in one criterion stands with that criterion.

When it is left out
    There is no previous edition.

Source
    The editions of the self-evaluation, the comparison that `sendframe compare` makes, and
    `due_history` of the actions.
"""

from sendframe.plugins import Bullets, Paragraph, Section, SectionKind, Sentence, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    edition_sentences,
    moved_due_dates,
)


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the changes of the edition as a whole, and the actions that were moved."""
    del options
    previous = context.previous_edition
    if previous is None:
        return None
    moved = moved_due_dates(context, context.actions.values())
    sentences = (*edition_sentences(context), *moved)
    if not sentences:
        sentences = (Sentence(_("Only the changes that are listed with each criterion.")),)
    lead = Paragraph((Sentence(_("Since the edition of {edition}:", edition=previous.edition)),))
    return Section(section.id, context.words(section.title), (lead, Bullets(sentences)))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("changes", "Changes since the previous edition", __doc__ or "", build)]
