"""Which cells of a long relation are tried first, so that large tables take no longer a cell."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence

from ._cells import CellSystem

__all__ = ["LONG", "LongRelations"]

LONG = 16
"""Relations of more cells are long."""


class LongRelations:
    """The cells of long relations that may move: those that cost nothing, then the cheapest.

    Of the free ones those come first whose counts are furthest above their least.
    """

    def __init__(
        self, system: CellSystem, is_free: bytearray, is_fixed: bytearray, cost: Sequence[float]
    ) -> None:
        self._relations, self._cost = system.relations, cost
        self._spare = [
            count - least for count, least in zip(system.counts, system.least, strict=True)
        ]
        self._free: dict[int, list[tuple[int, int]]] = {}
        self._others: dict[int, list[tuple[float, int]]] = {}
        for position, relation in enumerate(system.relations):
            if len(relation) > LONG:
                cells = [cell for cell in relation if not is_fixed[cell]]
                self._free[position] = sorted(
                    (-self._spare[cell], cell) for cell in cells if is_free[cell]
                )
                self._others[position] = sorted(
                    (cost[cell], cell) for cell in cells if not is_free[cell]
                )
        self._in_both: dict[tuple[int, int], tuple[int, ...]] = {}

    def __contains__(self, position: int) -> bool:
        return position in self._free

    def free(self, cell: int, positions: Sequence[int]) -> None:
        """Note that a cell of some relations is hidden from now on."""
        for position in positions:
            others = self._others.get(position, [])
            place = bisect_left(others, (self._cost[cell], cell))
            if others[place : place + 1] == [(self._cost[cell], cell)]:
                del others[place]
                insort(self._free[position], (-self._spare[cell], cell))

    def candidates(
        self,
        position: int,
        open_: Mapping[int, int],
        moves: Mapping[int, int],
        moved: Mapping[int, int],
        most: int,
    ) -> Iterator[tuple[int, int]]:
        """Yield cells that can close a relation, and their differences.

        Cells that are in another open relation as well are the first; of the others there are at
        most *most*.

        Args:
            position: The relation.
            open_: By how much the first cell of each open relation exceeds the sum of the others.
            moves: Moves that were made; a cell moves once.
            moved: Moves of earlier steps.
            most: How many cells.
        """
        excess, total_cell = open_[position], self._relations[position][0]
        tried = set(moves)
        for other in open_:
            for cell in self._common(position, other) if other != position else ():
                difference = -excess if cell == total_cell else excess
                if cell not in tried and self._spare[cell] + moved.get(cell, 0) + difference >= 0:
                    tried.add(cell)
                    yield cell, difference
        for list_ in (self._free[position], self._others[position]):
            for _, cell in list_:
                if not most:
                    return
                difference = -excess if cell == total_cell else excess
                if cell in tried:
                    continue
                if self._spare[cell] + moved.get(cell, 0) + difference >= 0:
                    most -= 1
                    yield cell, difference
                elif list_ is self._free[position] and cell not in moved and cell != total_cell:
                    break  # the others are no further above their least

    def _common(self, one: int, other: int) -> tuple[int, ...]:
        """Return the cells of two relations that may move."""
        key = (one, other) if one < other else (other, one)
        if key not in self._in_both:
            first, second = ({cell for _, cell in self._all(position)} for position in key)
            self._in_both[key] = tuple(sorted(first & second))
        return self._in_both[key]

    def _all(self, position: int) -> list[tuple[float, int]]:
        return [*self._free[position], *self._others[position]]
