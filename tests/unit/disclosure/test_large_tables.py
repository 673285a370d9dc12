"""Tables of long relations: protected like small ones, in time that does not grow with the square."""

import random

import pytest

from sendframe.disclosure import Publication, ShownFigures, audit, disclose
from sendframe.disclosure._long_relations import LONG, LongRelations
from sendframe.figures import Figures, figures_of
from sendframe.model import CalendarYear, FrozenMap, Observations
from tests.unit.conftest import AREA
from tests.unit.disclosure.hiding import CAUTIOUS, DAY, count


def figures(parts: dict[FrozenMap[str], int]) -> Figures:
    """Return the figures of an indicator by its dimensions."""
    number = len(parts)
    table = Observations.of_columns(
        indicator=["plans"] * number,
        area=[AREA] * number,
        period=[CalendarYear(year=2024)] * number,
        value=[float(each) for each in parts.values()],
        dimensions=list(parts),
    )
    return figures_of(table, [count("plans")], as_at=DAY)


def dense(size: int) -> dict[FrozenMap[str], int]:
    """Return a table by two dimensions, with all its totals."""
    chance = random.Random(size)
    table = [[chance.choice((0, 1, 2, 3, 5, 8, 20, 60)) for _ in range(size)] for _ in range(size)]
    parts = {
        FrozenMap({"row": str(row), "column": str(column)}): each
        for row, line in enumerate(table)
        for column, each in enumerate(line)
    }
    parts |= {FrozenMap({"row": str(row)}): sum(line) for row, line in enumerate(table)}
    parts |= {
        FrozenMap({"column": str(column)}): sum(line[column] for line in table)
        for column in range(size)
    }
    return parts | {FrozenMap(): sum(map(sum, table))}


def published(given: Figures) -> tuple[ShownFigures, Publication]:
    """Return what disclosure control shows, as an edition."""
    shown = disclose(given, CAUTIOUS)
    rows = frozenset(row for row in range(len(given)) if not shown.hidden[row])
    return shown, Publication(given, rows)


def test_a_dense_table_gives_nothing_away() -> None:
    """By two dimensions: an integer program finds no small count, and less than half is hidden."""
    shown, edition = published(figures(dense(LONG + 1)))
    assert not shown.without_proof
    assert sum(shown.hidden) < len(shown) / 2
    result = audit((edition,), CAUTIOUS)
    assert result.protected > 100
    assert result.narrow == result.undecided == ()


@pytest.mark.parametrize("others", [(0,), (0, 9), (3, 2, 0, 7, 50)])
def test_a_long_breakdown_gives_nothing_away(others: tuple[int, ...]) -> None:
    """One dimension, with many small parts, with one, and with none that could change for it."""
    chance = random.Random(len(others))
    sizes = [chance.choice(others) for _ in range(3 * LONG)] + [3, 1]
    parts = {FrozenMap({"part": str(number)}): each for number, each in enumerate(sizes)}
    shown, edition = published(figures(parts | {FrozenMap(): sum(sizes)}))
    narrow = audit((edition,), CAUTIOUS).narrow
    assert {each.cell for each in narrow} <= set(shown.without_proof)


def relations(
    spare: dict[int, int], *free: int, fixed: tuple[int, ...] = (), length: int = LONG + 4
) -> LongRelations:
    """Return two long relations that share their last cell; each cell may fall by its *spare*."""
    from sendframe.disclosure._cells import CellSystem

    first = tuple(range(length))
    second = (*range(length, 2 * length - 1), length - 1)
    counts = tuple(spare.get(cell, 0) for cell in range(2 * length - 1))
    rows = tuple((cell,) for cell in range(len(counts)))
    names = tuple((cell, "value") for cell in range(len(counts)))
    system = CellSystem(counts, (0,) * len(counts), rows, names, (first, second, (0, 1)))
    is_free = bytearray(cell in free for cell in range(len(counts)))
    is_fixed = bytearray(cell in fixed for cell in range(len(counts)))
    return LongRelations(system, is_free, is_fixed, list(map(float, counts)))


def test_cells_that_cost_nothing_are_tried_first() -> None:
    """Those furthest above their least before others, and then the cheapest; no more than asked."""
    long = relations({1: 9, 2: 5, 3: 7, 4: 2, 5: 1}, 2, 3, 4)
    assert list(long.candidates(0, {0: -4}, {}, {}, 9)) == [(3, -4), (2, -4), (0, 4), (1, -4)]
    assert list(long.candidates(0, {0: -4}, {3: 1}, {}, 2)) == [(2, -4), (0, 4)]
    assert list(long.candidates(0, {0: -4}, {}, {4: 3}, 3))[2] == (4, -4)


def test_a_cell_that_closes_two_relations_is_tried_before_all() -> None:
    """It ends the search where it may move."""
    shared = LONG + 3
    long = relations({1: 9, shared: 4}, 1)
    open_ = {0: -4, 1: -4}
    assert next(long.candidates(0, open_, {}, {}, 9)) == (shared, -4)
    assert next(long.candidates(0, {0: -5, 1: -5}, {}, {}, 9)) == (1, -5)


def test_a_count_that_everybody_knows_is_not_tried() -> None:
    """Whether it is hidden here or shown, and in another open relation or not."""
    shared = LONG + 3
    long = relations({1: 9, 2: 5, 3: 7, shared: 4}, 1, fixed=(1, 2, shared))
    assert list(long.candidates(0, {0: -4, 1: -4}, {}, {}, 9)) == [(0, 4), (3, -4)]


def test_a_cell_that_is_hidden_later_costs_nothing_from_then_on() -> None:
    """In each of its long relations; short ones are not kept, and a second note changes nothing."""
    long = relations({1: 9, 2: 5}, 1)
    assert (0 in long, 2 in long) == (True, False)
    for _ in range(2):
        long.free(2, (0, 2))
    assert list(long.candidates(0, {0: -4}, {}, {}, 2)) == [(1, -4), (2, -4)]
