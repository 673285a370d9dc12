"""What stands beside words in a report: a state, a picture, and where they lead."""

from typing import Literal

import attrs

from sendframe.model import Tone, short_repr

from ._icons import ICON_NAMES

__all__ = ["Icon", "Image", "Link", "Mark"]


@attrs.frozen
class Link:
    """Where something leads: a place in this report, or in another one made with it.

    Attributes:
        anchor: Id of a section of that report; empty for its beginning.
        profile: Profile of the other report; empty for this one.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    anchor: str = ""
    profile: str = ""


@attrs.frozen
class Mark:
    """A rating: a word and a shape, and a colour where its tone allows one.

    Attributes:
        label: The word.
        shape: ``circle``, ``square``, ``triangle``, ``diamond``, ``bar``, ``cross``, ``ring``,
            ``half`` or ``octagon``; any other word is shown as a circle.
        tone: Whether it may be coloured; ``neutral`` never is.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    label: str
    shape: str = "circle"
    tone: Tone = "neutral"


@attrs.frozen
class Icon:
    """A packaged icon beside words, which it repeats: screen readers skip it.

    Attributes:
        icon: Its name, one of `ICON_NAMES`.
        alt: What it shows here.

    Raises:
        ValueError: There is no such icon.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    icon: str = attrs.field(validator=attrs.validators.in_(ICON_NAMES))
    alt: str


@attrs.frozen
class Image:
    """A picture of the author beside words.

    Attributes:
        file: Its path in the portfolio.
        media_type: ``image/png`` or ``image/jpeg``.
        width: Its width in pixels.
        height: Its height in pixels.
        data: Its bytes.
        alt: What it shows, for those who do not see it.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    file: str
    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int
    data: bytes = attrs.field(repr=False)
    alt: str
