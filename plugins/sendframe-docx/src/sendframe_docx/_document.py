"""Turn a report into a file: title, notices, sections, and what stands on every page."""

from collections.abc import Iterable, Iterator

import attrs
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from sendframe.plugins import ReportModel, Section

from ._beside import BESIDE, beside_runs
from ._block import blocks_of
from ._file import new_file, saved
from ._margin import fill_margins, notices
from ._markup import Element, paragraph, run
from ._place import TOP, Place, all_sections, bookmark, bookmark_name
from ._sentence import mark_runs, spaced
from ._theme import text_width, theme_of

__all__ = ["docx_of"]

_TABLE, _PARAGRAPH = qn("w:tbl"), qn("w:p")
_AFTER_TABLE = 8.0
"""Space between a table and the text under it, in points."""

_WITH_SPACE = ("Heading", "Caption")
"""Styles that have space above as they are."""


def docx_of(model: ReportModel, *, figures: bool = True) -> bytes:
    """Return a report as a Word file.

    Args:
        model: The report.
        figures: Whether the figures of a chart are printed under it.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
    """
    theme = theme_of(model.theme)
    document = new_file(model, theme)
    anchors = frozenset(section.id for section in all_sections(model.sections))
    place = Place(document, theme, anchors, figures, width=text_width(model.page))
    fill_margins(model, place)
    _append(document, (*_front(model, place), *_sections(model.sections, place, set())))
    return saved(document)


def _front(model: ReportModel, place: Place) -> Iterator[Element]:
    yield paragraph("Title", *bookmark(place, TOP, run(model.title)))
    is_named = model.area in f"{model.subtitle}{model.title}"
    subtitle = " · ".join(filter(None, (model.subtitle, "" if is_named else model.area)))
    if subtitle:
        yield paragraph("Subtitle", run(subtitle))
    yield from notices(model)


def _sections(sections: Iterable[Section], place: Place, seen: set[str]) -> Iterator[Element]:
    """Yield sections; *seen* has the ids that are bookmarks already."""
    for section in sections:
        is_first = not seen
        made = list(_section(section, place, seen))
        if section.starts_page and not is_first:  # the title is above the first one
            _begin_page(made, place.document)
        yield from made


def _section(section: Section, place: Place, seen: set[str]) -> Iterator[Element]:
    picture = beside_runs(section.picture, place, BESIDE)
    title = spaced(picture, [run(section.title)] if section.title else [])
    if section.id not in seen:
        seen.add(section.id)
        title = list(bookmark(place, bookmark_name(section.id), *title)) if section.id else title
    if section.title:
        yield paragraph(place.heading, *title)
    elif picture:
        yield paragraph("Normal", *title)
    else:
        yield from title
    note = [run(section.note)] if section.note else []
    state = spaced(mark_runs(section.mark, place), note)
    if state:
        yield paragraph("State", *state)
    inside = attrs.evolve(
        place,
        level=place.level + bool(section.title),
        section=section.id,
        above=section.title,
    )
    yield from blocks_of(section.blocks, inside)
    yield from _sections(section.sections, inside, seen)


def _begin_page(elements: Iterable[Element], document: Document) -> None:
    """Let elements begin on a new page."""
    first = next((inner for element in elements for inner in element.iter(_PARAGRAPH)), None)
    if isinstance(first, CT_P):
        Paragraph(first, document).paragraph_format.page_break_before = True


def _append(document: Document, elements: Iterable[Element]) -> None:
    """Append elements; tables are kept apart from what follows, and from the end of the file."""
    body = document.element.body
    end = body[-1]
    after_table = False
    for element in elements:
        if after_table and element.tag == _TABLE:
            end.addprevious(paragraph("AfterTable"))
        if after_table and isinstance(element, CT_P) and not _has_space(element):
            Paragraph(element, document).paragraph_format.space_before = Pt(_AFTER_TABLE)
        after_table = element.tag == _TABLE or (after_table and element.tag != _PARAGRAPH)
        end.addprevious(element)
    if after_table:
        end.addprevious(paragraph("AfterTable"))


def _has_space(element: CT_P) -> bool:
    return (element.style or "").startswith(_WITH_SPACE)
