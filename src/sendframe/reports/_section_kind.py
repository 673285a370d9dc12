"""The record of a kind of section that a profile may name."""

from collections.abc import Callable
from typing import Any, final

import attrs

from sendframe.model import Example, NoOptions, ProfileSection

from ._context import BuildContext
from ._report_model import Section

__all__ = ["SectionKind"]


@final
@attrs.frozen
class SectionKind:
    """A contribution of the hook ``sendframe_sections``: builds one kind of section of a report.

    A profile names it as the ``kind`` of a section, with its heading and its options.

    Attributes:
        id: Its id, such as ``late-actions``.
        title: What it shows, as a short phrase.
        manual: What it shows, what it needs, and what becomes of it where that is missing.
        build: Returns the section, or None where it would be empty; a pure function of what may be
            shown, of the section as the profile names it, and of its options.
        options: The attrs class of its options.
        examples: Worked examples: a `BuildContext`, or one with a `ProfileSection` and options, and
            the section they give.

    Hook: ``sendframe_sections``.
    """

    id: str
    title: str
    manual: str
    build: Callable[[BuildContext, ProfileSection, Any], Section | None]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
