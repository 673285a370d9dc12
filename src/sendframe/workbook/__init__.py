"""A plan as a workbook: sheets for people who write in Excel, merged cell by cell into the JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._change import Change, Options
    from ._columns import Column, columns_of, sheets_in
    from ._csv import csv_files, read_csv_grids
    from ._days import UnreadableDate, YearMeaning, day_words, read_day, read_period, read_when
    from ._docx import read_tables
    from ._grid import CellError, CellValue, Grid, cell_name, read_grids
    from ._map_into import map_into
    from ._read_into import ReadWorkbook, read_into
    from ._rows import Book
    from ._sheets import SHEETS, Sheet
    from ._start_sheet import MARK
    from ._tables import SheetTable, exported_in, tables_of
    from ._without_cell import Without
    from ._xlsx import printed_in, xlsx_bytes

__all__ = [
    "MARK",
    "SHEETS",
    "Book",
    "CellError",
    "CellValue",
    "Change",
    "Column",
    "Grid",
    "Options",
    "ReadWorkbook",
    "Sheet",
    "SheetTable",
    "UnreadableDate",
    "Without",
    "YearMeaning",
    "cell_name",
    "columns_of",
    "csv_files",
    "day_words",
    "exported_in",
    "map_into",
    "printed_in",
    "read_csv_grids",
    "read_day",
    "read_grids",
    "read_into",
    "read_period",
    "read_tables",
    "read_when",
    "sheets_in",
    "tables_of",
    "xlsx_bytes",
]

_MODULES = {
    "_columns": "Column columns_of sheets_in",
    "_csv": "csv_files read_csv_grids",
    "_days": "UnreadableDate YearMeaning day_words read_day read_period read_when",
    "_grid": "CellError CellValue Grid cell_name read_grids",
    "_change": "Change Options",
    "_docx": "read_tables",
    "_map_into": "map_into",
    "_read_into": "ReadWorkbook read_into",
    "_rows": "Book",
    "_sheets": "SHEETS Sheet",
    "_start_sheet": "MARK",
    "_tables": "SheetTable exported_in tables_of",
    "_without_cell": "Without",
    "_xlsx": "printed_in xlsx_bytes",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import a module when one of its names is first used."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
