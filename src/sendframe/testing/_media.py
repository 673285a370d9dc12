"""Whether the bytes of a file are what its media type says."""

import json
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET  # the bytes come from the plug-in under test

__all__ = ["media_problem"]

_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=[A-Za-z0-9\"-]+)*")
_BEGINNINGS = {
    "application/pdf": b"%PDF-",
    "application/gzip": b"\x1f\x8b",
    "image/gif": b"GIF8",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
_OF_ZIP = (
    "application/zip",
    "application/epub+zip",
    "application/vnd.oasis.opendocument.",
    "application/vnd.openxmlformats-officedocument.",
)
_MUST_END = frozenset(
    [
        "a",
        "article",
        "aside",
        "b",
        "em",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "i",
        "main",
        "nav",
        "ol",
        "script",
        "section",
        "span",
        "strong",
        "style",
        "svg",
        "table",
        "title",
        "ul",
    ]
) | {"div"}


def media_problem(media_type: str, data: bytes) -> str | None:
    """Say why bytes are not of a media type; None where they are, or where nobody can tell.

    Examples:
        >>> media_problem("application/json", b"{")
        'is no JSON'
        >>> media_problem("text/plain", "Größe".encode())
    """
    if not _TYPE.fullmatch(media_type):
        return f"has '{media_type}' for a media type"
    plain = media_type.partition(";")[0]
    if not data:
        return "is empty"
    begins = _BEGINNINGS.get(plain)
    if begins is not None and not data.startswith(begins):
        return f"does not begin as {plain} does"
    if plain.startswith(_OF_ZIP):
        return _zip_problem(data)
    if plain == "application/json" or plain.endswith("+json"):
        return _json_problem(data)
    if plain in {"application/xml", "text/xml"} or plain.endswith("+xml"):
        return _xml_problem(data)
    return _text_problem(plain, data) if plain.startswith("text/") else None


def _zip_problem(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return None if archive.testzip() is None else "has a damaged part"
    except zipfile.BadZipFile:
        return "is no zip archive, which this media type is"


def _json_problem(data: bytes) -> str | None:
    try:
        json.loads(data.decode("utf-8"))
    except ValueError:
        return "is no JSON"
    return None


def _xml_problem(data: bytes) -> str | None:
    try:
        ET.fromstring(data)  # noqa: S314  # the bytes come from the plug-in under test
    except ET.ParseError:
        return "is no well-formed XML"
    return None


def _text_problem(plain: str, data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8"
    if "\0" in text:
        return "holds a character that is no text"
    return _html_problem(text) if plain == "text/html" else None


class _Reader(HTMLParser):
    """Reads a page and keeps which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: str | None = None
        self.has_doctype = False

    def handle_decl(self, decl: str) -> None:
        self.has_doctype = decl.lower().startswith("doctype html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _MUST_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _MUST_END and (not self.open or self.open.pop() != tag):
            self.wrong = self.wrong or f"closes <{tag}> where it is not open"


def _html_problem(text: str) -> str | None:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if not reader.has_doctype:
        return "has no <!doctype html>"
    if reader.wrong is None and reader.open:
        return f"leaves <{reader.open[-1]}> open"
    return reader.wrong
