"""Turn pictures beside words into the data of the template: icons, and images of the author."""

from typing import Any

from sendframe.plugins import Icon, Image
from sendframe.plugins import gettext as _

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

        svg = charts.icon(picture.icon)
        return {"svg": svg, "data": None, "alt": "", "width": most, "height": most}
    share = most / max(picture.width, picture.height)
    return {
        "svg": "",
        "data": [*picture.data]
        if layout.draws
        else None,  # of the numbers the template makes bytes
        "alt": layout.text(picture.alt, NOTE) or _("no words"),
        "width": picture.width * share,
        "height": picture.height * share,
    }
