"""What kind of picture some bytes are, and how large it is, by its header alone."""

from typing import Literal, NamedTuple

__all__ = ["MOST_PIXELS", "PictureHeader", "picture_header"]

MOST_PIXELS = 4_000
"""The most pixels that a picture may be wide or high; one of few bytes may have many more."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_SIZE = slice(16, 24)
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of the frame of a JPEG, which has its size."""


class PictureHeader(NamedTuple):
    """What the header of a picture says.

    Attributes:
        media_type: The kind of picture.
        width: Its width in pixels.
        height: Its height in pixels.
    """

    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int


def picture_header(data: bytes) -> PictureHeader | None:
    """Return kind and size of a PNG or JPEG; None for anything else, such as SVG.

    Examples:
        >>> picture_header(b"<svg/>")
    """
    if data.startswith(_PNG) and data[12:16] == b"IHDR":
        size = data[_PNG_SIZE]
        return _header("image/png", size[:4], size[4:])
    if data.startswith(_JPEG):
        return _jpeg_header(data)
    return None


def _jpeg_header(data: bytes) -> PictureHeader | None:
    """Return the size that the first frame has; each segment before it names its own length."""
    place = 2
    while data[place : place + 1] == b"\xff":
        marker = data[place + 1 : place + 2]
        if marker == b"\xff":  # padding
            place += 1
            continue
        if marker and marker[0] in _FRAMES:
            return _header("image/jpeg", data[place + 7 : place + 9], data[place + 5 : place + 7])
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _header(
    media_type: Literal["image/png", "image/jpeg"], width: bytes, height: bytes
) -> PictureHeader | None:
    header = PictureHeader(media_type, int.from_bytes(width, "big"), int.from_bytes(height, "big"))
    return header if header.width and header.height else None
