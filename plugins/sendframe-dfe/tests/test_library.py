"""Readers and library go together: what is read has a definition, and names the same columns."""

from pathlib import Path

import pytest
import sendframe_dfe_data
from sendframe_dfe.releases import mapping_named

from sendframe.plugins import Indicator, IndicatorSet, MappedFigure, Quantity, load_document

DATA = Path(sendframe_dfe_data.__path__[0])
MAPPINGS = sorted(each.stem for each in (DATA / "mappings").glob("*.json"))


def library() -> dict[str, Indicator]:
    """Return the indicators of the plug-in."""
    found = [load_document(each) for each in sorted((DATA / "indicators").glob("*.json"))]
    return {
        one.id: one for each in found if isinstance(each, IndicatorSet) for one in each.indicators
    }


def names_of(quantity: Quantity | None) -> set[str]:
    """Return the columns of a quantity."""
    if quantity is None:
        return set()
    return {each.casefold() for each in (*quantity.column, *quantity.sum_of)}


@pytest.mark.parametrize("name", MAPPINGS)
def test_each_figure_has_a_definition(name: str) -> None:
    """Every indicator that a mapping reads is one of the library, with the same factor."""
    known = library()
    for file in mapping_named(name).files:
        for figure in file.figures:
            indicator = known[figure.indicator]
            if figure.factor is not None:
                assert indicator.factor == figure.factor


@pytest.mark.parametrize("name", MAPPINGS)
def test_columns_are_those_of_the_definition(name: str) -> None:
    """Where an indicator says in which columns it stands, the mapping reads one of these."""
    known = library()
    held = 0
    for file in mapping_named(name).files:
        for figure in file.figures:
            said = " ".join(
                part.casefold()
                for each in known[figure.indicator].columns
                for part in (each.value, each.numerator, each.denominator)
                if part
            )
            if said and not figure.dimensions:
                held += 1
                assert _columns(figure) & set(said.replace("+", " ").replace(",", " ").split())
    assert held > 0


def _columns(figure: MappedFigure) -> set[str]:
    return names_of(figure.value) | names_of(figure.numerator)
