"""The record of a renderer, and the files that it returns."""

from collections.abc import Callable
from typing import final

import attrs

from sendframe.model import Example, NoOptions, short_repr
from sendframe.reports import ReportModel

__all__ = ["RenderedFile", "Renderer"]


@final
@attrs.frozen
class RenderedFile:
    """A file that a renderer returns; sendframe writes it.

    Attributes:
        name: Its name, without a folder.
        media_type: Its media type, such as ``text/html``.
        data: Its bytes.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    name: str
    media_type: str
    data: bytes


@final
@attrs.frozen
class Renderer:
    """A contribution of the hook ``sendframe_renderers``: renders reports in one format.

    It computes no figures: every number in a report is text already.

    Attributes:
        id: Its id, such as ``html``.
        title: What it renders, as a short phrase.
        manual: What it renders, what for, and what it leaves out.
        render: Returns the files of a report, with the chosen options; a pure function.
        options: The attrs class of its options.
        examples: Worked examples: a `ReportModel` and options, and a tuple of the files they give.
        for_people: Whether people read its files, so that an index of the reports is made as well.

    Hook: ``sendframe_renderers``.
    """

    id: str
    title: str
    manual: str
    render: Callable[[ReportModel, object], tuple[RenderedFile, ...]]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
    for_people: bool = True
