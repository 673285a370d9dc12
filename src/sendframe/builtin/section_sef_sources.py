"""Sources of a self-evaluation.

What it shows
    The published evidence that the newest edition cites, each piece once with where it comes from,
    and the sources of the edition itself.

What it needs
    Evidence that the edition cites and that this report may show, or sources of the edition.

Where that is missing
    The section is left out.
"""

from sendframe.plugins import Evidence, Paragraph, Section, SectionKind, Sentence, Source, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import BuildContext, ProfileSection, section_of


def build(context: BuildContext, section: ProfileSection, options: object) -> Section | None:
    """Return the sources in one paragraph, each with the evidence that was taken from it."""
    del options
    titles: dict[str, list[str]] = {}
    edition = context.edition
    for entry in edition.entries if edition else ():
        for id_ in entry.evidence:
            item = context.evidence.get(id_)
            if isinstance(item, Evidence):
                for name in _sources_of(item):
                    titles.setdefault(name, []).append(context.words(item.title))
    for source in edition.sources if edition else ():
        titles.setdefault(_source(source), [])
    if not titles:
        return None
    sentences = tuple(
        Sentence(f"{name}.", note=f"{'; '.join(dict.fromkeys(cited))}." if cited else "")
        for name, cited in titles.items()
    )
    return section_of(context, section, (Paragraph(sentences, "note"),))


def _sources_of(item: Evidence) -> list[str]:
    """Return where evidence can be read, else the body it comes from, else nothing but itself."""
    links = [_source(link) for link in item.links]
    return links or [item.source_body or _("Without a source")]


def _source(source: Source) -> str:
    return ", ".join(filter(None, (source.title, source.publisher)))


@hookimpl.sections
def sections() -> list[SectionKind]:
    """Return the kind of section."""
    return [SectionKind("sef-sources", "Sources", __doc__ or "", build)]
