"""The two tables that prove that a hidden count cannot be worked out, and their verification."""

import ast
from pathlib import Path

import attrs
import pytest

import sendframe.disclosure
from sendframe.disclosure._cells import CellSystem, Relation
from sendframe.disclosure._long_relations import LONG
from sendframe.disclosure._primary import _public_cells
from sendframe.disclosure._proof import verify
from sendframe.disclosure._search import Search, with_possible_counts
from sendframe.disclosure._shown_figures import _Hidden


def system(
    counts: tuple[int, ...],
    *relations: Relation,
    unprinted: tuple[int, ...] = (),
    unknown: tuple[int, ...] = (),
) -> CellSystem:
    """Return cells that are printed in a row each, but for some."""
    return CellSystem(
        counts=counts,
        least=tuple(int(cell not in unprinted) for cell in range(len(counts))),
        rows=tuple(() if cell in unprinted else (cell,) for cell in range(len(counts))),
        names=tuple((cell, "value") for cell in range(len(counts))),
        relations=relations,
        unknown=frozenset(unknown),
    )


def searched(cells: CellSystem, hidden: tuple[int, ...], fixed: tuple[int, ...] = ()) -> Search:
    """Return a search in which some cells are hidden and some are known."""
    places = range(len(cells.counts))
    return Search(
        cells,
        bytearray(cell in hidden for cell in places),
        bytearray(cell in fixed for cell in places),
    )


TWO_BY_TWO = system(
    (93, 23, 70, 33, 60, 3, 20, 30, 40),
    (0, 1, 2), (0, 3, 4), (1, 5, 6), (2, 7, 8), (3, 5, 7), (4, 6, 8),
)  # fmt: skip
"""A total, its rows and columns, and four cells of which the first is small."""


def test_a_small_cell_is_moved_with_three_others_and_no_total() -> None:
    """Parts cost less than totals: the witness changes the four inner cells only."""
    first, second = searched(TWO_BY_TWO, (5,)).proof(5, 3) or ({}, {})
    assert set(first) | set(second) == {5, 6, 7, 8}
    assert first.get(5, 0) - second.get(5, 0) == 3


def test_each_number_of_a_proof_matters() -> None:
    """With any number one higher or lower, the proof is rejected; so is one that shows a cell."""
    proof = searched(TWO_BY_TWO, (5,)).proof(5, 3)
    assert proof is not None
    hidden = bytearray(cell in (5, 6, 7, 8) for cell in range(9))
    assert verify(TWO_BY_TWO, hidden, {5: proof}, 3) == ()
    for table in (0, 1):
        for cell in range(9):
            for change in (-1, 1):
                changed = [dict(each) for each in proof]
                changed[table][cell] = changed[table].get(cell, 0) + change
                pair = (changed[0], changed[1])
                assert verify(TWO_BY_TWO, hidden, {5: pair}, 3) == (5,)
    for cell in (5, 6, 7, 8):
        shown = bytearray(hidden)
        shown[cell] = 0
        assert verify(TWO_BY_TWO, shown, {5: proof}, 3) == (5,)
    assert verify(TWO_BY_TWO, hidden, {5: proof}, 4) == (5,)


def test_a_count_below_the_least_is_no_witness() -> None:
    """A hidden figure is 1 at least, since 0 is shown."""
    cells = system((63, 3, 20, 40), (0, 1, 2, 3))
    below = ({}, {1: -3, 2: 3})
    assert verify(cells, bytearray((0, 1, 1, 0)), {1: below}, 3) == (1,)


def test_the_verification_imports_nothing_of_the_search() -> None:
    """It can be read alone, in 20 lines, and trusts nothing."""
    source = Path(sendframe.disclosure.__file__).with_name("_proof.py").read_text("utf-8")
    imported = {
        node.module for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)
    }
    assert imported == {"collections.abc", "_cells"}


def test_a_cell_that_is_known_has_no_proof() -> None:
    """Neither has one whose relation has nothing else that may move."""
    cells = system((60, 57, 3), (0, 1, 2))
    assert searched(cells, (2,), fixed=(2,)).proof(2, 3) is None
    assert searched(cells, (2,), fixed=(0, 1)).proof(2, 3) is None


def test_several_small_cells_may_take_up_a_difference_in_steps_of_one() -> None:
    """3 of one part go to three others of 2, each of which may lose one only."""
    cells = system((9, 3, 2, 2, 2), (0, 1, 2, 3, 4))
    proof = searched(cells, (1, 2, 3, 4), fixed=(0,)).proof(1, 4)
    assert proof is not None
    assert verify(cells, bytearray((0, 1, 1, 1, 1)), {1: proof}, 4) == ()


def test_what_a_later_step_takes_back_is_not_moved() -> None:
    """The cell in the middle rises by one for the first step and falls by one for the second."""
    table = system(
        (2, 2, 2, 2, 50, 50, 2, 50, 50, 6, 102, 102, 6, 102, 102),
        (9, 0, 1, 2), (10, 3, 4, 5), (11, 6, 7, 8),
        (12, 0, 3, 6), (13, 1, 4, 7), (14, 2, 5, 8),
    )  # fmt: skip
    inner = (0, 1, 2, 3, 4, 5, 6, 7)
    proof = searched(table, inner, fixed=tuple(range(8, 15))).proof(0, 3)
    assert proof is not None
    assert proof[0] == {0: 2, 1: -1, 2: -1, 3: -1, 5: 1, 6: -1, 7: 1}
    assert verify(table, bytearray(cell in inner for cell in range(15)), {0: proof}, 3) == ()


def test_of_two_proofs_the_one_that_hides_less_is_taken() -> None:
    """Hidden cells cost nothing, however large: 3 is shown less of than 500."""
    cells = system((506, 3, 500, 3, 53, 50), (0, 1, 2, 3), (4, 3, 5))
    proof = searched(cells, (1, 5), fixed=(0, 4)).proof(1, 3)
    assert proof is not None
    assert {*proof[0], *proof[1]} == {1, 3, 5}


def test_what_is_left_open_in_two_ways_is_tried_in_both() -> None:
    """3 more of either of two parts leave 6 less for the other: only 40 can fall so far, not 5."""
    cells = system((1, 40, 3, 40, 5, 1, 88, 47, 41), (6, 1, 2, 3, 4), (7, 0, 3, 4, 5), (8, 0, 1))
    proof = searched(cells, (0, 1, 2, 3, 4, 5), fixed=(6, 7, 8)).proof(0, 3)
    assert proof == ({0: 3, 1: -3, 4: 3, 3: -6, 2: 6}, {})


def test_the_shortest_open_relation_is_closed_first() -> None:
    """Whichever was opened last; a long one only where no short one is open."""
    wide = tuple(range(LONG + 2))
    cells = system((1,) * len(wide), (0, 1), (2, 3, 4), wide, tuple(reversed(wide)))
    search = searched(cells, ())
    assert search._next({0: 1, 1: 1}) == 0
    assert search._next({1: 1, 2: 1}) == 1
    assert search._next({2: 1, 3: 1}) == 3
    assert search._next({3: 1, 2: 1}) == 2


def test_a_count_is_hidden_with_the_last_row_that_prints_it() -> None:
    """Where another row prints it too, it is still shown."""
    cells = attrs.evolve(system((3, 9)), rows=((0,), (0, 1)))
    hidden = _Hidden(cells, cells.cells_of_rows(), set())
    assert hidden.add(0) == [0]
    assert list(hidden.is_hidden) == [1, 0]
    assert hidden.add(1) == [1]


def test_where_steps_do_not_help_either_there_is_no_proof() -> None:
    """Two parts of 1 in a total of 2 are known to everybody."""
    cells = system((2, 1, 1), (0, 1, 2))
    assert searched(cells, (1, 2), fixed=(0,)).proof(1, 3) is None


def test_a_long_chain_is_given_up() -> None:
    """More than 17 cells are not moved for one: the cell has no proof, and is named."""
    last = 40
    counts = tuple([50] * last)
    chain = [(cell, cell + 1) for cell in range(last - 1)]
    assert searched(system(counts, *chain), (0,)).proof(0, 3) is None
    short = [(cell, cell + 1) for cell in range(12)]
    assert searched(system(counts[:13], *short), (0,)).proof(0, 3) is not None


@pytest.mark.parametrize(
    ("total", "possible"),
    [(63, (63, 3, 20, 40)), (61, (61, 1, 20, 40)), (60, None)],
)
def test_what_the_publisher_hid_gets_a_possible_count(
    total: int, possible: tuple[int, ...] | None
) -> None:
    """It is what the others leave; where they leave nothing the relation is dropped."""
    cells = system((total, 1, 20, 40), (0, 1, 2, 3), unknown=(1,))
    made = with_possible_counts(cells)
    assert made.relations == (() if possible is None else ((0, 1, 2, 3),))
    assert possible is None or made.counts == possible


def test_a_total_makes_public_only_what_follows_from_it_alone() -> None:
    """Of two parts of a published total neither does; of one, the other."""
    cells = system((9, 4, 5, 2, 3), (0, 1, 2), (2, 3, 4))
    assert _public_cells(cells, {0}) == {0}
    assert _public_cells(cells, {0, 1}) == {0, 1, 2}
    assert _public_cells(cells, {0, 1, 3}) == {0, 1, 2, 3, 4}
