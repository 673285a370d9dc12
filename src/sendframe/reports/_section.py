"""Make a section from its place in a profile and from its blocks."""

from collections.abc import Iterable

from sendframe.model import ProfileSection

from ._context import BuildContext
from ._report_model import Block, Paragraph, Section, Sentence

__all__ = ["section_of"]


def section_of(
    context: BuildContext,
    section: ProfileSection,
    blocks: Iterable[Block],
    *,
    sections: Iterable[Section] = (),
    title: str | None = None,
) -> Section | None:
    """Return a section with the introduction of the profile; None without blocks and sections.

    It begins a page where the profile says so; a report of public documents alone is short, and
    its sections follow one another.

    Args:
        context: What the section is built from.
        section: Its place in the profile.
        blocks: The blocks under its heading.
        sections: The sections below it.
        title: Its heading, where it is another one than that of the profile; empty for none.
    """
    given, below = tuple(blocks), tuple(sections)
    if not (given or below):
        return None
    introduction = section.introduction
    if introduction:
        given = (Paragraph((Sentence(context.words(introduction)),), "note"), *given)
    return Section(
        section.id,
        context.words(section.title) if title is None else title,
        given,
        below,
        starts_page=section.starts_page and not context.is_partial,
        beside=section.beside,
    )
