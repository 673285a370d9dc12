"""A plan as a workbook: sheets for people who write in Excel, merged cell by cell into the JSON."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._days import UnreadableDate, YearMeaning, day_words, read_day, read_period, read_when
    from ._grid import CellError, CellValue, Grid, cell_name, read_grids

__all__ = [
    "CellError",
    "CellValue",
    "Grid",
    "UnreadableDate",
    "YearMeaning",
    "cell_name",
    "day_words",
    "read_day",
    "read_grids",
    "read_period",
    "read_when",
]

_MODULES = {
    "_days": "UnreadableDate YearMeaning day_words read_day read_period read_when",
    "_grid": "CellError CellValue Grid cell_name read_grids",
}
_HOME = {name: module for module, names in _MODULES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import a module when one of its names is first used."""
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
