"""Counts that a figure prints, and what of a disclosed evaluation says that they have no proof."""

from math import isnan, nan

import attrs
import pytest

from sendframe.disclosure._cells import implied_counts
from tests.unit.conftest import rate, seen, small
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
