"""What must still get better, in the words of this report's readers.

What it shows
    The areas for development of the newest edition, as they are written for these readers.

What it needs
    An edition of the self-evaluation with areas for development.

Where that is missing
    What nobody wrote for these readers is left out.
"""

from sendframe.plugins import Bullets, NoOptions, Section, SectionKind, Sentence, hookimpl
from sendframe.plugins.sections import BuildContext, ProfileSection, section_of


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return the areas for development; None without any."""
    entries = context.edition.entries if context.edition else ()
    sentences: dict[str, Sentence] = {}
    for entry in entries:
        for area in entry.areas_for_development:
            words = context.own_words(area.statement)
            if words:
                picture = context.picture_of(area.statement)
                sentences.setdefault(words, Sentence(words, picture=picture))
    items = tuple(sentences.values())
    return section_of(context, section, (Bullets(items),) if items else ())


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("still-not-good", "What is still not good", __doc__ or "", build)]
