"""Verify that hidden counts cannot be worked out. Nothing of the search is trusted or imported."""

from collections.abc import Mapping, Sequence

from ._cells import CellSystem

__all__ = ["verify"]


def verify(
    system: CellSystem,
    hidden: Sequence[int],
    proofs: Mapping[int, tuple[Mapping[int, int], Mapping[int, int]]],
    width: int,
) -> tuple[int, ...]:
    """Return the cells whose proof does not hold.

    A proof is two tables, each as differences from the true counts. Both hold if every relation
    does, no count that is shown differs, none is below the least that a reader reckons with, and
    the two differ in the cell by *width* or more.

    Args:
        system: The cells, their true counts and their relations.
        hidden: True for each cell that is shown nowhere.
        proofs: The proof of each cell.
        width: The least difference.
    """
    relations_of = system.relations_by_cell()

    def holds(table: Mapping[int, int]) -> bool:
        excess: dict[int, int] = {}  # of the first cell over the sum of the others
        for cell, difference in table.items():
            for relation in relations_of[cell]:
                is_total = system.relations[relation][0] == cell
                more = difference if is_total else -difference
                excess[relation] = excess.get(relation, 0) + more
        return not any(excess.values()) and all(
            difference == 0
            or (hidden[cell] and system.counts[cell] + difference >= system.least[cell])
            for cell, difference in table.items()
        )

    return tuple(
        cell
        for cell, (first, second) in proofs.items()
        if abs(first.get(cell, 0) - second.get(cell, 0)) < width
        or not (holds(first) and holds(second))
    )
