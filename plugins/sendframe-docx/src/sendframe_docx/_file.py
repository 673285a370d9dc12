"""Begin a file without what the template of python-docx leaves in it, and save it."""

import io
import re
import zipfile
from datetime import datetime, time

from docx import Document
from docx.document import Document as DocumentFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.parts.coreprops import CorePropertiesPart

from sendframe.plugins import ReportModel

from ._markup import Element, element, visible
from ._numbering import numbering_of
from ._style import styles_of
from ._theme import Theme, text_width

__all__ = ["new_file", "saved"]

_KEPT = frozenset(
    {
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.STYLES,
    }
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_LONGEST_PROPERTY = 255
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive can name."""

_UNIX = 3
_READABLE = 0o100644 << 16
_MARGIN, _TOP, _EDGE = 1134, 1247, 567
"""Margins of the page and distance of its header and footer, in twentieths of a point."""


def new_file(model: ReportModel, theme: Theme) -> DocumentFile:
    """Return an empty file with styles, settings and properties of a report."""
    document = Document()
    package = document.part.package
    for source in (package, document.part):
        for id_ in [id_ for id_, rel in source.rels.items() if rel.reltype not in _KEPT]:
            del source.rels[id_]
    language = model.language if _LANGUAGE.fullmatch(model.language) else "en-GB"
    _fill(document.styles.element, *styles_of(theme, language, text_width(model.page)))
    _fill(document.part.numbering_part.element, *numbering_of())
    _fill(document.settings.element, *_settings(language))
    _fill(document.element.body, _page(model.page))
    for rel in package.rels.values():
        part = rel.target_part
        if isinstance(part, CorePropertiesPart):
            _fill(part.element)
            _describe(part.core_properties, model, language)
    return document


def saved(document: DocumentFile) -> bytes:
    """Return the bytes of a file: the same for the same contents, whatever the clock says."""
    raw = io.BytesIO()
    document.save(raw)
    made = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(made, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _READABLE
            target.writestr(info, source.read(name))
    return made.getvalue()


def _fill(parent: Element, *children: Element) -> None:
    for child in list(parent):
        parent.remove(child)
    for child in children:
        parent.append(child)


def _settings(language: str) -> tuple[Element, ...]:
    modern = element(
        "w:compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,  # Word 2013 and later: otherwise the file opens as one of an old version
    )
    return (
        element("w:zoom", percent=100),
        element("w:defaultTabStop", val=720),
        element("w:characterSpacingControl", val="doNotCompress"),
        element("w:compat", modern),
        element("w:themeFontLang", val=language),
    )


def _page(page: str) -> Element:
    """Return the page: A4, upright or flat."""
    sides: dict[str, str | int] = {"w": 11906, "h": 16838}
    if page == "landscape":
        sides = {"w": 16838, "h": 11906, "orient": "landscape"}
    edges = {"top": _TOP, "right": _MARGIN, "bottom": _TOP, "left": _MARGIN}
    return element(
        "w:sectPr",
        element("w:pgSz", **sides),
        element("w:pgMar", **edges, header=_EDGE, footer=_EDGE, gutter=0),
    )


def _describe(properties: CoreProperties, model: ReportModel, language: str) -> None:
    """State title, language and the day of the report: no author, and no day of today."""
    properties.title = visible(model.title)[:_LONGEST_PROPERTY]
    properties.language = language
    properties.created = properties.modified = datetime.combine(model.as_at, time())
