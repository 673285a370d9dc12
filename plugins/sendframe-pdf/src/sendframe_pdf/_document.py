"""Turn a report into the data of the template: texts, sizes and pictures, and no markup."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil
from typing import Any, TypeAlias

import attrs

from sendframe.plugins import ReportModel, Section
from sendframe.plugins import gettext as _
from sendframe.plugins.sections import day_name, fictional_note

from ._beside import BESIDE, beside_of
from ._block import GUTTER, blocks_of
from ._drawing import visible
from ._face import face
from ._layout import NOTE, Layout
from ._printable_text import missing_characters, printable
from ._sentence import mark_of, mark_width

__all__ = ["PAGE_WIDTH", "document_of"]

Data: TypeAlias = dict[str, Any]

PAGE_WIDTH, _LANDSCAPE_WIDTH = 527.0, 774.0
"""Width of the text on A4 between margins of 12 mm, in points."""

_MOST_LISTED = 40
_MOST_RULED = 2
"""Headings below this level have no rule."""
_YOUTH_MARK = 12.0
"""Size of marks in the theme for young people, in which no type is smaller; see `report.typ`."""


def document_of(model: ReportModel, *, draws: bool = True, figures: bool = True) -> Data:
    """Return a report as data, in characters that the typeface has.

    Args:
        model: The report.
        draws: Whether charts are drawn; otherwise their figures are printed.
        figures: Whether the figures of a chart are printed under it.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
    """
    anchors = frozenset(section.id for section in _walk(model.sections))
    width = PAGE_WIDTH if model.page == "portrait" else _LANDSCAPE_WIDTH
    mark = _YOUTH_MARK if model.theme == "youth" else NOTE
    layout = Layout(width, 2, anchors, draws=draws, figures=figures, mark=mark)
    language, region = _language_of(model.language)
    texts: Data = {
        "title": layout.text(model.title, 12.8, bold=True),
        "subtitle": layout.text(model.subtitle),
        "page_number": _page_number(),
        "running": " · ".join(filter(None, (visible(model.area), day_name(model.as_at)))),
        "author": visible(model.area),
        "handling": _handling(model),
        "notice": layout.text(model.notice),
        "fictional": _fictional(model),
        "theme": model.theme,
        "page": model.page,
        "language": language,
        "region": region,
        "sections": _sections(model.sections, layout, set()),
        "footer_lines": _lines(model.notice, _fictional(model)),
    }
    cleaned: Data = _cleaned(texts)
    missing = sorted(set(chain.from_iterable(map(missing_characters, _texts(texts)))))
    return {**cleaned, "missing": printable(_missing(missing))}


def _walk(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.sections)


def _sections(sections: tuple[Section, ...], layout: Layout, seen: set[str]) -> list[Data]:
    """Return sections as data; *seen* has the ids that are labels already."""
    depth = layout.level - 1
    have_marks = all(section.mark is not None for section in sections)
    made: list[Data] = []
    for section, share in zip(sections, _shares(sections), strict=True):
        is_first, is_new = not seen, section.id not in seen
        seen.add(section.id)
        inside = attrs.evolve(
            layout,
            width=(layout.width - GUTTER * (share - 1)) / share,
            level=layout.level + bool(section.title),
            section=section.id,
            above=section.title,
        )
        made.append(
            {
                "label": f"section {section.id}" if is_new else "",
                "title": layout.text(section.title, 13.7, bold=True),
                "level": layout.level,
                "style": _heading_style(section, depth, have_marks=have_marks),
                "mark": mark_of(section.mark, layout),
                "image": beside_of(section.picture, layout, BESIDE),
                "note": layout.text(section.note),
                "beside": _stands_beside(section, layout),
                "starts_page": section.starts_page and not is_first,  # the title is above
                "joins": section.beside,
                "blocks": blocks_of(section.blocks, inside),
                "sections": _sections(section.sections, inside, seen),
            }
        )
    return made


def _shares(sections: tuple[Section, ...]) -> list[int]:
    """Return for each section among how many the width is shared."""
    rows: list[int] = []
    for section in sections:
        if section.beside and rows:
            rows[-1] += 1
        else:
            rows.append(1)
    return [size for size in rows for _ in range(size)]


def _heading_style(section: Section, depth: int, *, have_marks: bool) -> str:
    """Return how a heading is printed: ``sheet``, ``label`` with a rule, or ``minor``.

    Args:
        section: The section.
        depth: How deep it lies, from 1.
        have_marks: Whether it and all beside it have a state.
    """
    if depth > _MOST_RULED:
        return "minor"
    return "sheet" if section.starts_page or have_marks else "label"


def _stands_beside(section: Section, layout: Layout) -> bool:
    """Return whether state and note of a section stand beside its heading, and not below it."""
    width = face().width(section.note) * NOTE
    if section.mark is not None:
        return width + mark_width(section.mark) < layout.width / 2
    return 0 < width < layout.width / 2 and not section.starts_page


def _handling(model: ReportModel) -> str:
    if model.handling_mark or model.public:
        return visible(model.handling_mark)
    return _("Not for publication as it stands.")


def _fictional(model: ReportModel) -> str:
    if not model.fictional or f"{model.area} does not exist" in model.notice:
        return ""
    return fictional_note(visible(model.area))


def _page_number() -> list[Data]:
    """Return number of the page and of all pages, in the order of words of the language."""
    words = _("page {number} of {total}", number="\0", total="\1")
    counters = {"\0": "now", "\1": "all"}
    return [
        {"counter": counters.get(part, ""), "text": "" if part in counters else part}
        for part in re.split("([\0\1])", words)
        if part
    ]


def _lines(*texts: str) -> int:
    """Return how many lines the texts of the foot of a page take, beside its number."""
    width = sum(face().width(text) for text in texts) * NOTE
    return max(1, ceil(width / (PAGE_WIDTH * 0.8)))


def _language_of(tag: str) -> tuple[str, str]:
    """Return language and region of a tag (BCP 47), in the form that typst accepts.

    Examples:
        >>> _language_of("cy"), _language_of("en-GB"), _language_of("zh-Hant-TW")
        (('cy', ''), ('en', 'GB'), ('zh', 'TW'))
        >>> _language_of("")
        ('en', '')
    """
    language, *others = tag.split("-")
    region = next((part for part in others if len(part) == 2 and _is_latin(part)), "")  # noqa: PLR2004  # ISO 3166-1 alpha-2
    is_known = _is_latin(language) and len(language) in {2, 3}
    return language.lower() if is_known else "en", region.upper()


def _is_latin(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _texts(data: object) -> Iterator[str]:
    """Yield every text in data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _cleaned(data: Any) -> Any:
    """Return data in characters that the typeface has."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {key: _cleaned(value) for key, value in data.items()}
    return [_cleaned(value) for value in data] if isinstance(data, list) else data


def _missing(characters: list[str]) -> str:
    """Return a sentence about characters that the typeface does not have; empty for none."""
    if not characters:
        return ""
    codes = ", ".join(f"U+{ord(char):04X}" for char in characters[:_MOST_LISTED])
    rest = len(characters) - _MOST_LISTED
    if rest > 0:
        codes = _("{codes} and {number} more", codes=codes, number=rest)
    return _(
        "Characters that the typeface does not have are printed as {sign}: {codes}.",
        sign="\ufffd",
        codes=codes,
    )
