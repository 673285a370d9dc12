"""Reports as PDF: tagged for screen readers (PDF/UA-1), A4, in the shipped typeface.

Everything in the report is printed: headings, tables with their headings and remarks, marks as shape
and word, charts with a text alternative and their figures, which stand in a table below: that of the
report, where one follows, else one of the chart. Each page has the area and the day, the handling
mark, the notice, a note where the area is fictional, and its number. Links within the report lead to
their section; links to other reports are plain text.

A character that the typeface does not have is printed as U+FFFD, and the last page lists it. A chart
that cannot be drawn is printed as its table.

The same report gives the same bytes, whatever the day, the language and the typefaces of the
computer.
"""

import attrs

from sendframe.plugins import RenderedFile, Renderer, ReportModel, hookimpl

from ._document import document_of
from ._face import font_folder
from ._typesetting import CannotTypeset, typeset
from ._unknown_block import UnknownBlock

__all__ = ["CannotTypeset", "Options", "UnknownBlock", "font_folder", "render", "renderers"]


@attrs.frozen
class Options:
    """Options of the renderer.

    Attributes:
        figures: Whether the figures that a drawing does not print stand in a table under it.
    """

    figures: bool = True


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    """Return the report as one PDF file.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
        CannotTypeset: The report cannot be laid out.
    """
    figures = options.figures if isinstance(options, Options) else True
    try:
        data = typeset(document_of(model, figures=figures))
    except CannotTypeset:  # a picture that is well-formed, but no picture: print its figures
        data = typeset(document_of(model, draws=False, figures=figures))
    return (RenderedFile(f"{model.profile}.pdf", "application/pdf", data),)


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("pdf.tagged", "Tagged PDF", __doc__ or "", render, Options)]
