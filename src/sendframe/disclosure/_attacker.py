"""Between which values a hidden count lies, by an integer program. It shares nothing with the search.

The library HiGHS solves the programs; sendframe itself does not need it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import attrs

from sendframe.errors import LibraryMissing

__all__ = ["Attacker", "solver"]

_SECONDS = 10.0
"""How long one program may take. Programs of this kind take some milliseconds."""


def solver() -> Any:
    """Return the module ``highspy``.

    Raises:
        LibraryMissing: It is not installed.
    """
    try:
        return import_module("highspy")
    except ModuleNotFoundError as error:
        raise LibraryMissing("highspy", "sendframe[audit]") from error


@attrs.frozen(eq=False)
class Attacker:
    """What a reader knows: some counts, the least of the others, and what adds up to what.

    Attributes:
        relations: Cells of which the first is the sum of the others.
        known: The counts that are printed, by cell.
        least: The smallest count of each other cell.
        highs: The module that solves the programs; see `solver`.
        seconds: How long one program may take.
    """

    relations: Sequence[tuple[int, ...]]
    known: Mapping[int, int]
    least: Mapping[int, int]
    highs: Any
    seconds: float = _SECONDS

    def values(
        self, cells: Collection[int], width: int, true: Mapping[int, int]
    ) -> dict[int, tuple[int, int] | None]:
        """Return the smallest and largest count of each cell that is known to less than *width*.

        Cells of which two possible counts differ by *width* or more are left out. None stands for
        a cell of which this could not be decided in time.

        Args:
            cells: The cells.
            width: How far apart two possible counts must be.
            true: A count of each cell that is not known; together they agree with all relations.
        """
        narrow: dict[int, tuple[int, int] | None] = {
            cell: (self.known[cell],) * 2 for cell in cells if cell in self.known
        }
        wanted = frozenset(cells) - narrow.keys()
        for members, relations in self._components():
            of_these = [cell for cell in members if cell in wanted]
            if of_these:
                program = _Program(self, members, relations)
                narrow |= program.narrow(of_these, width, true)
        return narrow

    def _components(self) -> Iterator[tuple[list[int], list[tuple[int, ...]]]]:
        """Yield the cells that are connected by relations, but for those that are known."""
        relations_of: dict[int, list[int]] = {cell: [] for cell in self.least}
        for position, relation in enumerate(self.relations):
            for cell in relation:
                if cell not in self.known:
                    relations_of[cell].append(position)
        seen: set[int] = set()
        for start in relations_of:
            if start in seen:
                continue
            seen.add(start)
            members, positions = [start], dict[int, None]()
            for cell in members:  # grows meanwhile
                for position in relations_of[cell]:
                    if position in positions:
                        continue
                    positions[position] = None
                    fresh = [
                        other
                        for other in self.relations[position]
                        if other not in self.known and other not in seen
                    ]
                    seen.update(fresh)
                    members += fresh
            yield members, [self.relations[position] for position in positions]


class _Program:
    """The integer program of one connected system."""

    def __init__(
        self, attacker: Attacker, members: list[int], relations: list[tuple[int, ...]]
    ) -> None:
        highs, known = attacker.highs, attacker.known
        self._highs = highs
        self._index = {cell: number for number, cell in enumerate(members)}
        self._least = [attacker.least[cell] for cell in members]
        self._model = model = _silent(highs)
        model.setOptionValue("time_limit", attacker.seconds)
        for least in self._least:
            model.addVar(float(least), highs.kHighsInf)
        count = len(members)
        integer = [highs.HighsVarType.kInteger] * count
        model.changeColsIntegrality(count, list(range(count)), integer)
        for total, *parts in relations:
            # total - parts = 0, with what is known on the right.
            signs = {total: 1.0} | dict.fromkeys(parts, -1.0)
            right = -sum(sign * known[cell] for cell, sign in signs.items() if cell in known)
            open_ = {self._index[cell]: sign for cell, sign in signs.items() if cell not in known}
            model.addRow(right, right, len(open_), list(open_), list(open_.values()))

    def narrow(
        self, cells: Sequence[int], width: int, true: Mapping[int, int]
    ) -> dict[int, tuple[int, int] | None]:
        """Return the range of each cell that is known to less than *width*; see `Attacker.values`."""
        low = [true[cell] for cell in self._index]
        high = list(low)
        narrow: dict[int, tuple[int, int] | None] = {}
        for cell in cells:
            number = self._index[cell]
            for aim in (1.0, -1.0):
                if high[number] - low[number] >= width:
                    break
                table = self._table(number, aim, low[number] + width)
                if table is None:
                    narrow[cell] = None
                    break
                for each, value in enumerate(table):
                    low[each] = min(low[each], round(value))
                    high[each] = max(high[each], round(value))
            else:
                if high[number] - low[number] < width:
                    narrow[cell] = low[number], high[number]
        return narrow

    def _table(self, number: int, aim: float, most: int) -> Sequence[float] | None:
        """Return the counts where one is smallest (1) or largest (-1); None if time was short."""
        model, highs = self._model, self._highs
        model.changeColCost(number, aim)
        model.changeColBounds(number, float(self._least[number]), float(most))
        model.run()
        is_optimal = model.getModelStatus() == highs.HighsModelStatus.kOptimal
        table: Sequence[float] | None = model.getSolution().col_value if is_optimal else None
        model.changeColCost(number, 0.0)
        model.changeColBounds(number, float(self._least[number]), highs.kHighsInf)
        return table


def _silent(highs: Any) -> Any:
    """Return a solver that prints nothing.

    It prints its name as soon as its callbacks are enabled, which it does when it is made.
    """

    def enable(model: Any) -> None:
        model.setOptionValue("output_flag", False)
        highs.Highs.enableCallbacks(model)

    return type("Silent", (highs.Highs,), {"enableCallbacks": enable})()
