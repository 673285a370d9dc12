"""The cells of a workbook as rows of plain values, as a person sees them.

A cell that is shown as 10 % is 10, and one that is shown as "Nov-24" is a month.
"""

import io
import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from sendframe.errors import Diagnostic, InvalidDocument, LibraryMissing, Location
from sendframe.model import MONTHS, short_repr

from ._package import package_notes, package_problem

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["CellError", "CellValue", "Grid", "cell_name", "plain_text", "read_grids"]

_MOST_CELLS = 5_000_000
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LETTERS = 26


@attrs.frozen
class CellError:
    """What Excel shows where a formula failed.

    Attributes:
        text: Such as ``#N/A``.
    """

    text: str


CellValue: TypeAlias = str | int | float | bool | date | CellError | None
"""What a cell holds; None where it is empty."""


@attrs.frozen
class Grid:
    """One sheet.

    Attributes:
        name: Its name.
        rows: Its rows from the first, each up to its last cell.
        merged: Ranges of merged cells, such as ``B1:D1``; their value stands in the first cell.
        formulas: The cells whose value is the last result of a formula.
        is_hidden: Whether nobody sees the sheet.
    """

    __repr__ = short_repr

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    is_hidden: bool = False


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, from row and column counted from 0.

    Examples:
        >>> cell_name(1, 8), cell_name(0, 26)
        ('I2', 'AA1')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def plain_text(text: str) -> str:
    r"""Return text as a cell can hold it: with plain line breaks, and without escapes of Excel.

    Examples:
        >>> plain_text("one_x000D_\ntwo")
        'one\ntwo'
    """
    text = text.replace("x005F_", "")
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_grids(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Diagnostic, ...]]:
    """Read the sheets of a workbook.

    Args:
        data: The workbook.
        file: Its name in the report.

    Returns:
        The sheets, and a note for each thing that is not run and not followed.

    Raises:
        InvalidDocument: It is no workbook that can be read.
        LibraryMissing: openpyxl is not installed.
    """
    problem = package_problem(data, file)
    if problem is not None:
        raise InvalidDocument((problem,))
    try:
        import defusedxml  # noqa: F401  # openpyxl parses with it where it is installed
        from openpyxl import load_workbook
    except ImportError as error:
        raise LibraryMissing("openpyxl", "python -m pip install 'sendframe[workbook]'") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read, such as drop-downs
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                grids = tuple(_grids(book, data))
            finally:
                book.close()
    except InvalidDocument as error:
        raise InvalidDocument(
            tuple(attrs.evolve(each, location=Location(file)) for each in error.diagnostics)
        ) from error
    except Exception as error:  # openpyxl raises anything where a part is damaged
        message = "the workbook cannot be read: a part of it is damaged"
        help_ = "Open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx)."
        raise InvalidDocument(
            (Diagnostic("SFR420", message, Location(file), help=help_),)
        ) from error
    return grids, tuple(package_notes(data, file))


def _grids(book: "Workbook", data: bytes) -> Iterator[Grid]:
    cells = 0
    marks = _marks(data)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        rows: list[tuple[CellValue, ...]] = []
        for row in sheet.iter_rows():
            cells += len(row) + 1
            if cells > _MOST_CELLS:
                message = f"the workbook has more than {_MOST_CELLS:,} cells"
                help_ = "Delete the rows and columns beyond what is written, or split it."
                raise InvalidDocument((Diagnostic("SFR420", message, help=help_),))
            values = [_value(cell) for cell in row]
            while values and values[-1] is None:
                values.pop()
            rows.append(tuple(values))
        while rows and not rows[-1]:
            rows.pop()
        merged, formulas = marks.get(sheet.title, ((), ()))
        yield Grid(sheet.title, tuple(rows), merged, formulas, sheet.sheet_state != "visible")


def _value(cell: Any) -> CellValue:
    """Return what a person sees in a cell."""
    value = cell.value
    if isinstance(value, str):
        if cell.data_type == "e":
            return CellError(value)
        return plain_text(value) or None
    if isinstance(value, datetime):
        shown = _QUOTED.sub("", cell.number_format).lower()
        if "y" in shown and "m" in shown and "d" not in shown:
            return f"{MONTHS[value.month - 1]} {value.year}"
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if "%" in _QUOTED.sub("", cell.number_format):
            value = float(f"{value * 100:.12g}")
        return int(value) if float(value).is_integer() and abs(value) < 2**53 else value
    return value if value is None or isinstance(value, bool) else str(value)


_Marks: TypeAlias = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z0-9:]+)"')
_FORMULA = re.compile(rb'<(?:\w+:)?c r="([A-Z]+[0-9]+)"[^<>]*+>\s*+<(?:\w+:)?f\b')


def _marks(data: bytes) -> _Marks:
    """Return the merged cells and the cells with formulas of each sheet, which openpyxl leaves out."""
    import zipfile

    from defusedxml.ElementTree import fromstring

    marks: _Marks = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = fromstring(package.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        for node in fromstring(package.read("xl/workbook.xml")).iter():
            target = next((targets.get(v) for k, v in node.items() if k.endswith("}id")), None)
            if not node.tag.endswith("}sheet") or target is None:
                continue
            part = package.read(target[1:] if target.startswith("/") else f"xl/{target}")
            found = (tuple(each.decode() for each in p.findall(part)) for p in (_MERGED, _FORMULA))
            merged, formulas = found
            marks[node.get("name", "")] = merged, formulas
    return marks
