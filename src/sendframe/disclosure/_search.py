"""Find two tables of counts that agree with everything shown and differ in a hidden count.

One cell is moved. Then its relations no longer hold, and in the shortest of them another cell takes
up the difference, until all hold again: best-first, cells that are hidden already before small
parts, and parts before totals. Nothing is random.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import heappop, heappush

import attrs

from ._cells import CellSystem
from ._long_relations import LongRelations

__all__ = ["Proof", "Search", "with_possible_counts"]

Proof = tuple[Mapping[int, int], Mapping[int, int]]
"""Two tables, each as the differences of its counts from the true ones, by cell."""

_Moves = dict[int, int]

_State = tuple[float, int, float, tuple[_Moves, _Moves], int, int]
"""Priority, serial number, cost, the moves before with what they left open, and the last move."""

_FREE = 0.001
_SIZE = 0.002
_LEVELS = (1.0, 30.0, 200.0, 1000.0)
"""Cost of a part, of a total of parts, of a total of totals, and of what is above that."""

_MOST_MOVES = 17


@attrs.frozen
class _Effort:
    """How long moves are searched for.

    Attributes:
        weight: Cost of a relation that does not hold yet. A small one finds what hides least; a
            large one finds anything sooner.
        most_states: How many states are looked at, at most.
        most_cells: How many cells of a long relation are tried.
        at_any_cost: Whether a total costs hardly more than a part.
    """

    weight: float
    most_states: int
    most_cells: int
    at_any_cost: bool = False


_SLIGHT, _GREAT = _Effort(0.4, 600, 8), _Effort(1.0, 6_000, 64, at_any_cost=True)


@attrs.define(eq=False)
class Search:
    """The cells, and which of them may move.

    Attributes:
        system: The cells and their relations.
        is_free: 1 for each cell that is hidden or printed nowhere.
        is_fixed: 1 for each cell whose count everybody knows.
    """

    system: CellSystem
    is_free: bytearray
    is_fixed: bytearray
    _relations_of: list[list[tuple[int, int]]] = attrs.field(init=False)
    _cost: list[float] = attrs.field(init=False)
    _any_cost: list[float] = attrs.field(init=False)
    _long: LongRelations = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        relations = self.system.relations
        self._relations_of = [
            [(relation, 1 if relations[relation][0] == cell else -1) for relation in positions]
            for cell, positions in enumerate(self.system.relations_by_cell())
        ]
        levels = _levels(self.system)
        self._any_cost = [1.0 + level for level in levels]
        self._cost = [
            _LEVELS[level] * (1 + _SIZE * count)
            for level, count in zip(levels, self.system.counts, strict=True)
        ]
        self._long = LongRelations(self.system, self.is_free, self.is_fixed, self._cost)

    def note_free(self, cells: Iterable[int]) -> None:
        """Note that cells are hidden from now on: ``is_free`` has them already."""
        for cell in cells:
            self._long.free(cell, [position for position, _ in self._relations_of[cell]])

    def connections(self, cell: int) -> int:
        """Return the number of relations of a cell."""
        return len(self._relations_of[cell])

    def proof(self, cell: int, width: int) -> Proof | None:
        """Return two tables that differ in a cell by *width* at least; None where none was found."""
        if self.is_fixed[cell]:
            return None
        spare = self.system.counts[cell] - self.system.least[cell]
        splits = [(up, width - up) for up in range(width, -1, -1) if width - up <= spare]
        for attempt in (self._at_once, self._in_steps, self._at_any_cost):
            best: Proof | None = None
            for up, down in splits:
                table = attempt(cell, up)
                other = None if table is None else attempt(cell, -down)
                if table is None or other is None:
                    continue
                if best is None or self._price((table, other)) < self._price(best):
                    best = table, other
                if not self._price(best):
                    break
            if best is not None:
                return best
        return None

    def _price(self, proof: Proof) -> float:
        """Return the cost of hiding what differs between two tables and is not hidden yet."""
        moved = sorted({*proof[0], *proof[1]})
        return sum(self._cost[cell] for cell in moved if not self.is_free[cell])

    def _at_once(self, cell: int, difference: int) -> _Moves | None:
        return self._balanced(cell, difference, {}, _SLIGHT)

    def _at_any_cost(self, cell: int, difference: int) -> _Moves | None:
        return self._balanced(cell, difference, {}, _GREAT)

    def _in_steps(self, cell: int, difference: int) -> _Moves | None:
        moved: _Moves = {}
        for _ in range(abs(difference)):
            moves = self._balanced(cell, 1 if difference > 0 else -1, moved, _SLIGHT)
            if moves is None:
                return None
            for each, change in moves.items():
                moved[each] = moved.get(each, 0) + change
        return {each: change for each, change in moved.items() if change}

    def _balanced(
        self, cell: int, difference: int, moved: Mapping[int, int], effort: _Effort
    ) -> _Moves | None:
        """Return moves, that of *cell* among them, after which every relation holds."""
        if not difference:
            return {}
        open_: _Moves = {}
        self._note(open_, cell, difference)
        return self.closed(open_, {cell: difference}, moved, effort)

    def closed(
        self,
        open_: _Moves,
        start: _Moves,
        moved: Mapping[int, int],
        effort: _Effort = _SLIGHT,
    ) -> _Moves | None:
        """Return moves that close all open relations.

        Args:
            open_: By how much the first cell of each open relation exceeds the sum of the others.
            start: Moves that were made.
            moved: Moves of earlier steps.
            effort: How long they are searched for.
        """
        costs = self._any_cost if effort.at_any_cost else self._cost
        most_states = effort.most_states
        serial = 0
        heap: list[_State] = [(0.0, 0, 0.0, (start, open_), 0, 0)]
        seen: set[frozenset[tuple[int, int]]] = set()
        while heap and most_states:
            _, _, cost, (moves, still_open), last, by = heappop(heap)
            if by:
                moves, still_open = {**moves, last: by}, dict(still_open)
                self._note(still_open, last, by)
            if not still_open:
                return moves
            position = self._next(still_open)
            if position in self._long:
                # Reached at less cost before, by other cells of relations that are as long.
                what_is_open = frozenset(still_open.items())
                if what_is_open in seen:
                    continue
                seen.add(what_is_open)
            most_states -= 1
            if len(moves) == _MOST_MOVES:
                continue
            candidates = (
                self._long.candidates(position, still_open, moves, moved, effort.most_cells)
                if position in self._long
                else self._candidates(position, still_open, moves, moved)
            )
            for cell, difference in candidates:
                serial += 1
                total = cost + (_FREE if self.is_free[cell] else costs[cell])
                left = len(still_open) + self._opened(still_open, cell, difference)
                heappush(
                    heap,
                    (
                        total + effort.weight * left,
                        serial,
                        total,
                        (moves, still_open),
                        cell,
                        difference,
                    ),
                )
        return None

    def _opened(self, open_: _Moves, cell: int, difference: int) -> int:
        """Return how many more relations are open after the move of one cell."""
        more = 0
        for relation, sign in self._relations_of[cell]:
            excess = open_.get(relation, 0)
            more += bool(excess + sign * difference) - bool(excess)
        return more

    def _next(self, open_: _Moves) -> int:
        """Return the relation to be closed next: the shortest one, or the newest if all are long.

        Long ones are closed along a path, so that few different ones are open at a time.
        """
        relations = self.system.relations
        shortest = min(open_, key=lambda relation: (len(relations[relation]), relation))
        return next(reversed(open_)) if shortest in self._long else shortest

    def _candidates(
        self, position: int, open_: _Moves, moves: _Moves, moved: Mapping[int, int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the cells that can close a relation, and their differences."""
        excess, system = open_[position], self.system
        total_cell = system.relations[position][0]
        for cell in system.relations[position]:
            if cell in moves or self.is_fixed[cell]:
                continue
            difference = -excess if cell == total_cell else excess
            if system.counts[cell] + moved.get(cell, 0) + difference >= system.least[cell]:
                yield cell, difference

    def _note(self, open_: _Moves, cell: int, difference: int) -> None:
        """Change what is open by the move of one cell."""
        for relation, sign in self._relations_of[cell]:
            excess = open_.pop(relation, 0) + sign * difference
            if excess:
                open_[relation] = excess


def _levels(system: CellSystem) -> list[int]:
    """Return how many levels of parts are below each cell, at most three."""
    levels = [0] * len(system.counts)
    for _ in range(len(_LEVELS) - 1):
        for total_cell, *parts in system.relations:
            below = max(levels[part] for part in parts)
            levels[total_cell] = max(levels[total_cell], min(below + 1, len(_LEVELS) - 1))
    return levels


def with_possible_counts(system: CellSystem) -> CellSystem:
    """Return the system with counts of what the publisher hid that agree with all relations.

    Relations for which there are none are dropped: they do not hold for these figures.
    """
    if not system.unknown:
        return system
    is_fixed = bytearray(
        cell not in system.unknown and (bool(rows) or cell in system.known)
        for cell, rows in enumerate(system.rows)
    )
    counts, moved = list(system.counts), dict[int, int]()
    search = Search(system, bytearray(b"\1" * len(counts)), is_fixed)
    for position, (total_cell, *parts) in enumerate(system.relations):
        excess = counts[total_cell] - sum(counts[part] for part in parts)
        moves = search.closed({position: excess}, {}, moved) if excess else None
        for cell, difference in (moves or {}).items():
            counts[cell] += difference
            moved[cell] = moved.get(cell, 0) + difference
    kept = (
        relation
        for relation in system.relations
        if counts[relation[0]] == sum(counts[part] for part in relation[1:])
    )
    return attrs.evolve(system, counts=tuple(counts), relations=tuple(kept))
