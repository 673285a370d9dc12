"""Turn pictures beside words into the data of the template: icons, and images of the author."""

import base64
from typing import Any

from sendframe.plugins import Icon, Image

from ._layout import NOTE, Layout

__all__ = ["BESIDE", "IN_LINE", "beside_of"]

IN_LINE, BESIDE = 16.0, 24.0
"""Largest width and height in points: in a line of words, and beside a heading or what was said."""


def beside_of(
    picture: Icon | Image | None, layout: Layout, most: float = IN_LINE
) -> dict[str, Any] | None:
    """Return a picture as data; None for none.

    An icon has no text alternative: it repeats the words beside it. Where an image cannot be drawn,
    what it shows is printed.
    """
    if picture is None:
        return None
    if isinstance(picture, Icon):
        from sendframe.plugins import charts  # most reports have no icons

        return {"svg": charts.icon(picture.icon), "alt": "", "width": most, "height": most}
    alt = layout.text(picture.alt, NOTE)
    if not layout.draws:
        return {"svg": "", "alt": alt or "picture", "width": 0, "height": 0}
    share = most / max(picture.width, picture.height)
    width, height = picture.width * share, picture.height * share
    return {"svg": _wrapped(picture), "alt": alt or "picture", "width": width, "height": height}


def _wrapped(image: Image) -> str:
    """Return an image as SVG, which is text and can be part of the data."""
    data = base64.b64encode(image.data).decode("ascii")
    size = f'width="{image.width}" height="{image.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<image {size} href="data:{image.media_type};base64,{data}"/></svg>'
    )
