"""The styles of paragraphs: a short list, each with a name that Word shows."""

from collections.abc import Iterator

from ._numbering import BULLETS, MARKED, NUMBERED
from ._paragraph_style import Border, ParagraphStyle
from ._theme import Theme

__all__ = ["paragraph_styles"]

_LEVELS = 9
_SIZES = (15.0, 13.0, 12.0)
"""Sizes of type of headings in points; those of further levels are of the size of the text."""

_BEFORE = (18.0, 14.0)
"""Space above headings in points; those of further levels have less."""


def paragraph_styles(theme: Theme, text_width: float) -> Iterator[ParagraphStyle]:
    """Yield the styles of paragraphs.

    Args:
        theme: Colours and sizes.
        text_width: Width of the text in points.
    """
    yield from _texts(theme)
    yield from _headings(theme)
    yield from _lists()
    yield from _boxes(theme)
    yield from _cells(theme)
    for name, before, after in (("header", 0, 8), ("footer", 8, 0)):
        yield ParagraphStyle(
            name,
            theme.note,
            colour=theme.muted,
            before=before,
            after=after,
            tab=text_width,
            is_close=True,
            is_own=False,
        )


def _texts(theme: Theme) -> Iterator[ParagraphStyle]:
    line = Border("bottom", theme.accent, 18, 4)
    yield ParagraphStyle(
        "Title",
        20,
        bold=True,
        colour=theme.brand,
        after=6,
        borders=(line,),
        keeps=True,
        is_own=False,
    )
    yield ParagraphStyle("Subtitle", theme.lead, colour=theme.muted, after=8, is_own=False)
    bar = Border("left", theme.accent, 24, 8)
    yield ParagraphStyle("Quote", before=3, left=14, borders=(bar,), is_own=False)
    yield ParagraphStyle("Quote Continue", before=3, left=36, borders=(bar,))
    yield ParagraphStyle(
        "caption",
        theme.table,
        bold=True,
        colour=theme.brand,
        before=8,
        after=3,
        keeps=True,
        is_own=False,
    )
    yield ParagraphStyle("Lead", theme.lead, after=8)
    yield ParagraphStyle("Note", theme.note, colour=theme.muted)
    yield ParagraphStyle("State", theme.note, colour=theme.muted, keeps=True)
    yield ParagraphStyle("Figure", theme.note, colour=theme.muted, after=3, keeps=True)
    yield ParagraphStyle("Picture", after=4)
    yield ParagraphStyle("After Table", 4, after=0)


def _headings(theme: Theme) -> Iterator[ParagraphStyle]:
    for level in range(1, _LEVELS + 1):
        yield ParagraphStyle(
            f"heading {level}",
            _SIZES[level - 1] if level <= len(_SIZES) else theme.body,
            bold=True,
            colour=theme.brand,
            before=_BEFORE[level - 1] if level <= len(_BEFORE) else 10,
            after=4,
            keeps=True,
            level=level,
            is_own=False,
        )


def _lists() -> Iterator[ParagraphStyle]:
    yield ParagraphStyle("List Bullet", after=3, number=BULLETS, is_own=False)
    yield ParagraphStyle("List Number", after=3, number=NUMBERED, keeps=True, is_own=False)
    yield ParagraphStyle("List Continue", left=22, is_own=False)
    yield ParagraphStyle("Marked List", after=3, number=MARKED)


def _boxes(theme: Theme) -> Iterator[ParagraphStyle]:
    for name, colour in (("Callout", theme.accent), ("Callout Important", theme.worse)):
        bar = Border("left", colour, 24, 8)
        yield ParagraphStyle(
            name, left=14, before=6, borders=(bar,), shade=theme.wash, is_close=True
        )
    dashed = tuple(
        Border(side, theme.between, 8, 5, "dashed") for side in ("top", "left", "bottom", "right")
    )
    yield ParagraphStyle(
        "Callout Missing", left=8, before=8, after=8, borders=dashed, is_close=True
    )
    yield ParagraphStyle("Said", left=6, before=8, after=4, shade=theme.wash, keeps=True)
    yield ParagraphStyle("Notice", theme.note, shade=theme.wash, is_close=True)


def _cells(theme: Theme) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle("Table Text", theme.table, after=0)
    yield ParagraphStyle("Table Heading", theme.note, bold=True, colour=theme.brand, after=0)
    yield ParagraphStyle("Table Row Heading", theme.table, bold=True, after=0)
    yield ParagraphStyle(
        "Table Remark", theme.table, after=0, left=8, borders=(Border("left", theme.worse, 18, 5),)
    )
    yield ParagraphStyle("Table Note", theme.note, colour=theme.muted, after=0)
