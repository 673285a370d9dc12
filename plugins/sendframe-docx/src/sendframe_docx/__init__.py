"""Reports as Word files: real headings, lists and tables, for papers of a committee.

Everything in the report is printed: headings, tables with their headings and remarks, marks as shape
and word, charts as pictures with a text alternative, and their figures in a table below. Each page
has the area and the day, the handling mark, the notice, a note where the area is fictional, and its
number; what pages say stands under the title as well, since screen readers skip the margins of
pages. Links within the report lead to their section, links to another report to its Word file in the
same folder.

Columns stand one below another, so that a screen reader reads them in order. A chart that cannot be
drawn is printed as its description and its table.

The same report gives the same bytes, whatever the day, the language and the typefaces of the
computer.
"""

import attrs
from sendframe_pdf import UnknownBlock

from sendframe.plugins import RenderedFile, Renderer, ReportModel, hookimpl

__all__ = ["Options", "UnknownBlock", "render", "renderers"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@attrs.frozen
class Options:
    """Options of the renderer.

    Attributes:
        figures: Whether the figures of a chart stand in a table under it; otherwise its description
            does.
    """

    figures: bool = True


def render(model: ReportModel, options: object) -> tuple[RenderedFile, ...]:
    """Return the report as one Word file.

    Raises:
        UnknownBlock: A block is of a kind that this version does not know.
    """
    from ._document import docx_of  # python-docx is slow to import

    figures = options.figures if isinstance(options, Options) else True
    return (RenderedFile(f"{model.profile}.docx", _MEDIA_TYPE, docx_of(model, figures=figures)),)


@hookimpl.renderers
def renderers() -> list[Renderer]:
    """Return the renderer."""
    return [Renderer("docx.word", "Word file", __doc__ or "", render, Options)]
