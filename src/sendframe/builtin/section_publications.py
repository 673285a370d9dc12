"""Other forms in which the plans can be read, heard or seen.

What it shows
    Each form in which the strategies in force are published, with whom it was made and its address;
    documents that belong to them.

What it needs
    Publications or related documents of strategies in force.

Where that is missing
    The section is left out.

Source
    Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018.
"""

from collections.abc import Iterator

from sendframe.plugins import Bullets, NoOptions, Section, SectionKind, Sentence, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import (
    BuildContext,
    ProfileSection,
    joined,
    main_plans,
    section_of,
    words_of_code,
)


def build(context: BuildContext, section: ProfileSection, options: NoOptions) -> Section | None:  # noqa: ARG001  # none to choose
    """Return a list of publications; None without any."""
    items = tuple(_items(context))
    return section_of(context, section, (Bullets(items),) if items else ())


def _items(context: BuildContext) -> Iterator[Sentence]:
    for plan in main_plans(context):
        for publication in plan.publications:
            words = publication.title and context.words(publication.title)
            title = words or words_of_code(publication.kind)
            made = joined(publication.made_with)
            note = " ".join(
                filter(None, (_("Made with {made}.", made=made) if made else "", publication.link))
            )
            yield Sentence(f"{title[:1].upper()}{title[1:].rstrip('.')}.", note=note)
        for source in plan.related_documents:
            yield Sentence(f"{source.title.rstrip('.')}.", note=source.link or "")


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("publications", "Other ways to read it", __doc__ or "", build)]
