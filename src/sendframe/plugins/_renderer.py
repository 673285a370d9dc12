"""What a renderer is, and what it gives."""

from collections.abc import Callable
from typing import final

import attrs

from sendframe.model import Example, NoOptions
from sendframe.reports import ReportModel

__all__ = ["RenderedFile", "Renderer"]


@final
@attrs.frozen
class RenderedFile:
    """A file that a renderer made; the host writes it.

    Attributes:
        name: Its name, without a folder.
        media_type: Its media type, such as ``text/html``.
        data: Its bytes.
    """

    name: str
    media_type: str
    data: bytes


@final
@attrs.frozen
class Renderer:
    """A way to show reports. It computes nothing: every number comes written out.

    Attributes:
        id: Its id, such as ``html``.
        title: What it makes.
        manual: What it makes, what for, and what it leaves out.
        render: From a report and the options chosen to files: pure, and told everything.
        options: attrs class of its options.
        examples: Worked examples: a `ReportModel` and options, and a tuple of the files they give.
    """

    id: str
    title: str
    manual: str
    render: Callable[[ReportModel, object], tuple[RenderedFile, ...]]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
