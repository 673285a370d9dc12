"""Read the pictures that documents name, from the folder of the portfolio only."""

from typing import TYPE_CHECKING

from ._folder_reader import FolderReader
from ._picture_format import MOST_PIXELS, picture_header

if TYPE_CHECKING:
    from sendframe.model import PictureFile, Portfolio

__all__ = ["LARGEST_PICTURE", "pictures_of"]

LARGEST_PICTURE = 300_000
"""The most bytes of a picture: pages with a few of them can still be sent by e-mail."""

_LARGEST_OF_ALL = 20 * LARGEST_PICTURE


def pictures_of(reader: FolderReader, portfolio: "Portfolio") -> "tuple[PictureFile, ...]":
    """Return the pictures that documents name, sorted by path; those that cannot be shown with why.

    One that cannot be shown is no reason to refuse the documents: its words stand without it.
    """
    names = {picture.file for _, picture in portfolio.owned_pictures() if picture.file}
    pictures = []
    bytes_left = _LARGEST_OF_ALL
    for name in sorted(names):
        picture = _read(reader, name, bytes_left)
        bytes_left -= len(picture.data)
        pictures.append(picture)
    return tuple(pictures)


def _read(reader: FolderReader, name: str, bytes_left: int) -> "PictureFile":
    from sendframe.model import PictureFile

    shown = reader.name(name)
    limit = min(LARGEST_PICTURE, bytes_left)
    data, problems = reader.content(name, shown, limit)
    if problems:
        return PictureFile(name, problem=_reason(problems[0].code, problems[0].message, limit))
    header = picture_header(data)
    if header is None:
        return PictureFile(name, problem="it is neither PNG nor JPEG")
    if max(header.width, header.height) > MOST_PIXELS:
        return PictureFile(name, problem=f"it has more than {MOST_PIXELS:,} pixels on a side")
    reader.data[shown] = data
    return PictureFile(name, header.media_type, header.width, header.height, data)


def _reason(code: str, message: str, limit: int) -> str:
    """Return the reason of a diagnostic, which names the file itself."""
    if code != "SFR011":
        return message.rpartition(": ")[2]
    if limit < LARGEST_PICTURE:
        return f"all pictures together have more than {_LARGEST_OF_ALL:,} bytes"
    return f"it has more than {LARGEST_PICTURE:,} bytes"
