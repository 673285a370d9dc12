"""The files of pictures that documents name."""

from typing import Literal

import attrs

from ._short_repr import short_repr

__all__ = ["PictureFile"]


@attrs.frozen
class PictureFile:
    """A picture that documents name, as it was read from the folder of a portfolio.

    Attributes:
        path: Its path, relative to ``portfolio.json``.
        media_type: What its first bytes say it is; None where it cannot be shown.
        width: Its width in pixels.
        height: Its height in pixels.
        data: Its bytes; none where it cannot be shown.
        problem: Why it cannot be shown; empty where it can.

    Document: ``portfolio``, for the pictures that its documents name.
    """

    __repr__ = short_repr

    path: str
    media_type: Literal["image/png", "image/jpeg"] | None = None
    width: int = 0
    height: int = 0
    data: bytes = attrs.field(default=b"", repr=False)
    problem: str = ""
