"""Counts that a figure prints, and what of a disclosed evaluation says that they have no proof."""

from math import isnan, nan

import attrs
import pytest

from sendframe.disclosure._cells import Cells, implied_counts, printed_cells
from tests.unit.conftest import rate, seen, small
from tests.unit.disclosure.hiding import CAUTIOUS, count, seen_count
from tests.unit.disclosure.test_audit import figures
from tests.unit.disclosure.test_disclosure import shown


@pytest.mark.parametrize("unit", ["share", "rate"])
def test_without_a_factor_only_a_percentage_gives_its_counts(unit: str) -> None:
    """Of how many another rate is, nothing says."""
    numerator, denominator = implied_counts(rate(unit=unit, factor=None), 33.3, nan, 9)
    assert isnan(numerator)
    assert denominator == 9
    assert implied_counts(rate(unit="percent", factor=None), 33.3, nan, 9) == (3, 9)


def test_counts_without_proof_are_those_of_the_figures() -> None:
    """They are named as the figures name them."""
    made = shown(small(rate(), seen(2024, 2, 100)))
    assert made.figures is not None
    figures = attrs.evolve(made.figures, without_proof=("rate numerator",))
    assert attrs.evolve(made, figures=figures).without_proof == ("rate numerator",)


def test_a_known_cell_stays_known_when_it_is_taken_for_another() -> None:
    """What everybody knows of a total they know of its only part."""
    cells = Cells()
    part = cells.add((1, "value"), 5, 1, 0)
    total = cells.add((2, "value"), 5, 0)
    cells.known.add(total)
    assert cells.relate(total, [part], leaves=False)
    system = cells.system()
    assert system.counts == (5,)
    assert system.known == {0}


def test_a_relation_in_which_a_cell_stands_twice_is_none() -> None:
    """Two cells that became one say nothing of each other."""
    cells = Cells()
    first, second, third = (cells.add((key, "value"), 5, 1, key) for key in range(3))
    cells.relations.append((first, second, third))
    cells.merge(first, second)
    assert cells.system().relations == ()


def test_what_the_publisher_hid_is_the_figure_of_a_count_and_the_numerator_of_a_rate() -> None:
    """A hidden rate is no count of people, but its numerator is one."""
    plans, share = count("plans"), rate(id="share")
    rows = (seen_count("plans", None), seen_count("share", None))
    system = printed_cells(figures(*rows, indicators=(plans, share)), CAUTIOUS).system()
    assert [role for _, role in system.names] == ["value", "numerator"]
    assert system.unknown == {0, 1}
