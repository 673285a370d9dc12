"""Check whether the bytes of a file match its media type."""

import json
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from xml.etree import ElementTree as ET  # the bytes come from the plug-in under test

__all__ = ["media_type_problem"]

_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=[A-Za-z0-9\"-]+)*")
_SIGNATURES = {
    "application/pdf": b"%PDF-",
    "application/gzip": b"\x1f\x8b",
    "image/gif": b"GIF8",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
_ZIP_TYPES = (
    "application/zip",
    "application/epub+zip",
    "application/vnd.oasis.opendocument.",
    "application/vnd.openxmlformats-officedocument.",
)
_CLOSED_ELEMENTS = frozenset(
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


def media_type_problem(media_type: str, data: bytes) -> str | None:
    """Return why bytes do not match a media type; None if they do, or if it cannot be checked.

    Examples:
        >>> media_type_problem("application/json", b"{")
        'is not JSON'
        >>> media_type_problem("text/plain", "Größe".encode())
    """
    if not _TYPE.fullmatch(media_type):
        return f"has '{media_type}' for a media type"
    plain = media_type.partition(";")[0]
    if not data:
        return "is empty"
    begins = _SIGNATURES.get(plain)
    if begins is not None and not data.startswith(begins):
        return f"does not begin as {plain} does"
    if plain.startswith(_ZIP_TYPES):
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
        return "is not a zip archive, as this media type must be"


def _json_problem(data: bytes) -> str | None:
    try:
        json.loads(data.decode("utf-8"))
    except ValueError:
        return "is not JSON"
    return None


def _xml_problem(data: bytes) -> str | None:
    try:
        ET.fromstring(data)  # noqa: S314  # the bytes come from the plug-in under test
    except ET.ParseError:
        return "is not well-formed XML"
    return None


def _text_problem(plain: str, data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8"
    if "\0" in text:
        return "contains a null character"
    return _html_problem(text) if plain == "text/html" else None


class _ElementParser(HTMLParser):
    """Parses a page and keeps the open elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.problem: str | None = None
        self.has_doctype = False

    def handle_decl(self, decl: str) -> None:
        self.has_doctype = decl.lower().startswith("doctype html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _CLOSED_ELEMENTS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _CLOSED_ELEMENTS and (not self.open or self.open.pop() != tag):
            self.problem = self.problem or f"closes <{tag}> where it is not open"


def _html_problem(text: str) -> str | None:
    parser = _ElementParser()
    parser.feed(text)
    parser.close()
    if not parser.has_doctype:
        return "has no <!doctype html>"
    if parser.problem is None and parser.open:
        return f"leaves <{parser.open[-1]}> open"
    return parser.problem
