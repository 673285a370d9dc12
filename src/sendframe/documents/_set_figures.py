"""The figures of an observation set: those in the document, and those of the table it names."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from sendframe.errors import Diagnostic, Location, Related

from ._folder_reader import FolderReader
from ._reference import DanglingUse, IdIndex, belongs_to_any
from ._unnamed_documents import dangling_diagnostics

if TYPE_CHECKING:
    from sendframe.model import Observations, ObservationSet

__all__ = ["inline_problems", "set_figures", "table_path", "unknown_indicators"]

_INDICATOR = ("indicator",)


def table_path(relative: str, table: str) -> str:
    """Return the path of a table in the folder.

    Args:
        relative: The path of the document that names it.
        table: Its path, relative to that document.

    Examples:
        >>> table_path("figures/all.json", "observations.csv")
        'figures/observations.csv'
    """
    folder, _, _ = relative.rpartition("/")
    return f"{folder}/{table}" if folder else table


def set_figures(
    reader: FolderReader, relative: str, document: "ObservationSet", register: IdIndex | None
) -> "Observations":
    """Return the figures of one observation set; without a register any indicator will do."""
    from sendframe.model import Observations, Origin

    reader.problems.add(inline_problems(reader.name(relative), document))
    inline = Observations.of(
        (row, Origin(relative, entry=number)) for number, row in enumerate(document.observations, 1)
    )
    return Observations.joined([inline, _table(reader, relative, document, register)], [document])


def inline_problems(file: str, document: "ObservationSet") -> Iterator[Diagnostic]:
    """Yield what a table would be refused for: a symbol unexplained, a figure given twice."""
    from ._table_cells import explained_symbols  # only where there are figures

    known = explained_symbols(document)
    first: dict[object, int] = {}
    for index, row in enumerate(document.observations):
        if row.symbol is not None and row.symbol not in known:
            where = Location(file, f"/observations/{index}/symbol")
            message = "this symbol is not one that the set explains"
            help_ = 'Add it with its meaning to "symbols".'
            yield Diagnostic("SFR404", message, where, help=help_)
        key = (row.indicator, row.area, row.period, row.dimensions, row.release)
        if first.setdefault(key, index) != index:
            where = Location(file, f"/observations/{index}")
            other = Related(Location(file, f"/observations/{first[key]}"), "it stands here")
            message = "the same figure stands in this set already"
            yield Diagnostic(
                "SFR405", message, where, help="Keep one of the two.", related=(other,)
            )


def _table(
    reader: FolderReader, relative: str, document: "ObservationSet", register: IdIndex | None
) -> "Observations":
    """Return the figures of the table that a set names; none where it names none."""
    from sendframe.model import Coded, Observations

    from ._cell import Cells
    from ._table import read_table

    if document.table is None:
        return Observations()
    beside = table_path(relative, document.table)
    data = reader.read(beside, Location(reader.name(relative), "/table"))
    if data is None:
        return Observations()
    file = reader.name(beside)
    ids = next(raw.ids for path, raw in reader.documents if path == relative)
    table, problems = read_table(data, file, document, ids)
    reader.problems.add(problems)
    if register is not None:
        cells, absent = Cells(data), reader.missing_plugins

        def place(row: int) -> Location:
            return Location(file, "", *cells.place(table.origin_line[row] or 1, "indicator"))

        unknown = unknown_indicators(table, register, absent, place)
        reader.problems.add(dangling_diagnostics(reader, register, unknown))
    return attrs.evolve(table, origin_file=Coded.of_one(beside, len(table)))


def unknown_indicators(
    table: "Observations",
    register: IdIndex,
    absent: AbstractSet[str],
    place: Callable[[int], Location],
    checked: AbstractSet[str] = frozenset(),
) -> Iterator[DanglingUse]:
    """Yield the first row of each indicator of a table that nothing defines.

    Args:
        table: The figures.
        register: The ids of the portfolio.
        absent: Names of plug-ins that are not there; indicators of these are not checked.
        place: Returns the location of the indicator in a row.
        checked: Indicators that are checked elsewhere.
    """
    for code, indicator in enumerate(table.indicator.values):
        is_known = register.has(_INDICATOR, indicator) or belongs_to_any(indicator, absent)
        if not is_known and indicator not in checked:
            row = next(row for row, other in enumerate(table.indicator.buffer) if other == code)
            yield DanglingUse(_INDICATOR, indicator, place(row))
