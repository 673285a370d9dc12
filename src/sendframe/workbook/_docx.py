"""The tables of a Word document as sheets, as a person sees them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sendframe.errors import Diagnostic, InvalidDocument, LibraryMissing, Location

from ._grid import CellValue, Grid, cell_name, plain_text
from ._package import package_problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read_tables"]

DOCUMENT = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_READ = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom", "txbxContent"))
_TRANSPARENT = frozenset(f"{_WORD}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))
_MOST_BYTES = 20_000_000  # of the text; parsed it takes ten times as much
_MOST_CELLS = 100_000
_WIDEST = 1_000
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?")


def read_tables(data: bytes, file: str) -> tuple[Grid, ...]:
    """Read the tables of a Word document, named ``table 1`` and so on.

    Text that is marked as deleted is left out. Tables within tables are read as text of their cell.

    Args:
        data: The document (.docx).
        file: Its name in the report.

    Raises:
        InvalidDocument: It is no Word document that can be read.
        LibraryMissing: defusedxml is not installed.
    """
    problem = package_problem(data, file, DOCUMENT)
    if problem is not None:
        raise InvalidDocument((problem,))
    try:
        from defusedxml.ElementTree import fromstring
    except ImportError as error:
        raise LibraryMissing("defusedxml", "python -m pip install 'sendframe[workbook]'") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            is_too_large = package.getinfo(DOCUMENT).file_size > _MOST_BYTES
            root = None if is_too_large else fromstring(package.read(DOCUMENT))
    except Exception as error:  # the parser and zlib raise anything where a part is damaged
        raise InvalidDocument((_refused("a part of it is damaged", file),)) from error
    if root is None:
        raise InvalidDocument((_refused("its text is too large", file),))
    tables = _outermost(root)
    return tuple(_grid(f"table {number}", table, file) for number, table in enumerate(tables, 1))


def _refused(problem: str, file: str) -> Diagnostic:
    help_ = "Open it in Word or LibreOffice and save it again as a Word document (.docx)."
    return Diagnostic(
        "SFR420", f"the document cannot be read: {problem}", Location(file), help=help_
    )


def _outermost(root: "Element") -> Iterator["Element"]:
    """Yield the tables that are in no other table, in their order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_WORD}tbl":
            yield element
        elif element.tag not in _NOT_READ:
            waiting += reversed(element)


def _grid(name: str, table: "Element", file: str) -> Grid:
    rows: list[tuple[CellValue, ...]] = []
    merged: list[str] = []
    started: dict[int, tuple[int, int]] = {}  # column: the first row of a cell, and its width
    cells = 0
    for number, row in enumerate(_children(table, "tr")):
        values: list[CellValue] = [None] * min(_property(row, "tr", "gridBefore"), _WIDEST)
        ended, begun = started, {}
        started = {}
        for cell in _children(row, "tc"):
            width = max(1, min(_property(cell, "tc", "gridSpan"), _WIDEST))
            column = len(values)
            cells += width
            if cells > _MOST_CELLS or column >= _WIDEST:
                raise InvalidDocument((_refused("a table of it is too large", file),))
            continues = _continues(cell)
            if continues and column in ended:
                started[column] = ended.pop(column)
            else:
                begun[column] = (number, width)
            values += [None if continues else _value(_text(cell)), *[None] * (width - 1)]
        merged += _ranges(ended, number)
        started |= begun
        while values and values[-1] is None:
            values.pop()
        rows.append(tuple(values))
    merged += _ranges(started, len(rows))
    return Grid(name, tuple(rows), tuple(merged))


def _ranges(cells: Mapping[int, tuple[int, int]], end: int) -> Iterator[str]:
    """Yield the ranges of the cells that are merged and end before a row."""
    for column, (first, width) in cells.items():
        if width > 1 or end - first > 1:
            yield f"{cell_name(first, column)}:{cell_name(end - 1, column + width - 1)}"


def _children(parent: "Element", name: str) -> Iterator["Element"]:
    """Yield children of a name, those in content controls and insertions included."""
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child.tag == f"{_WORD}{name}":
            yield child
        elif child.tag in _TRANSPARENT:
            waiting += reversed(child)


def _property(element: "Element", kind: str, name: str) -> int:
    """Return a number among the properties of a row or cell; 0 where it has none."""
    found = element.find(f"{_WORD}{kind}Pr/{_WORD}{name}")
    text = "" if found is None else found.get(f"{_WORD}val", "")
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else 0


def _continues(cell: "Element") -> bool:
    """Return whether a cell continues the one above it."""
    merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
    return merge is not None and merge.get(f"{_WORD}val", "continue") != "restart"


def _text(cell: "Element") -> str:
    """Return the words of a cell, one line a paragraph."""
    words: list[str] = []
    waiting = [cell]
    while waiting:
        element = waiting.pop()
        if element.tag in _NOT_READ:
            continue
        if element.tag == f"{_WORD}t":
            words.append(element.text or "")
        elif element.tag in (f"{_WORD}br", f"{_WORD}cr", f"{_WORD}p"):
            words.append("\n")
        elif element.tag == f"{_WORD}tab":
            words.append(" ")
        waiting += reversed(element)
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return plain_text("\n".join(filter(None, lines)))


def _value(text: str) -> CellValue:
    """Return a number where the words of a cell are one; a year is one too, as in a workbook."""
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", ""))
        return int(number) if number.is_integer() else number
    return text or None
