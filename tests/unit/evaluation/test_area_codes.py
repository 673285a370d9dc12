"""Many areas beside each other: what an area is called, and what is kept for one alone."""

import attrs
import pytest

from sendframe.errors import InvalidValue
from sendframe.evaluation import area_tables
from sendframe.figures import figures_of
from sendframe.model import ComparatorSet
from tests.unit.conftest import rate, text
from tests.unit.evaluation.many_areas import CODES, DAY, TOPS, found, table, year_of

ONCE = "ZZ0000901"


def test_an_area_is_one_area_under_each_of_its_codes() -> None:
    """Figures, neighbours and comparators may name a former code; the present one comes out."""
    rows = year_of(TOPS, year=2023), year_of(TOPS)
    renamed = [
        row.changed(area=ONCE) if row.area == CODES[0] else row for row in (*rows[0], *rows[1][1:])
    ]
    sets = ComparatorSet(id="all", title=text("All"), kind="custom", areas=(ONCE,), method="mean")
    made = area_tables(
        figures_of(
            attrs.evolve(table(*renamed, rows[1][0]), present_codes={ONCE: CODES[0]}),
            (rate(),),
            as_at=DAY,
        ),
        neighbours={ONCE: CODES[1:3], CODES[1]: (ONCE, CODES[2])},
        comparators=(sets,),
    )
    plain = area_tables(
        figures_of(table(*rows[0], *rows[1]), (rate(),), as_at=DAY),
        neighbours={CODES[0]: CODES[1:3], CODES[1]: (CODES[0], CODES[2])},
        comparators=(sets.changed(areas=CODES[:1]),),
    )
    assert made == plain


def test_neighbours_under_two_codes_of_one_area_are_refused() -> None:
    """Which of the two counts would be chance."""
    known = attrs.evolve(table(*year_of(TOPS)), present_codes={ONCE: CODES[0]})
    renamed = figures_of(known, (rate(),), as_at=DAY)
    with pytest.raises(InvalidValue, match="has neighbours under two of its codes"):
        area_tables(renamed, neighbours={ONCE: CODES[1:3], CODES[0]: CODES[1:3]})
    with pytest.raises(InvalidValue, match="an area is named twice"):
        area_tables(renamed, neighbours={CODES[1]: (ONCE, CODES[0])})


def test_bands_may_be_kept_for_one_area() -> None:
    """The others lose theirs, and keep everything else; without bands nobody has one."""
    everyone = found(*year_of(TOPS))
    one = everyone.with_bands_of(CODES[0])
    assert [row.band for row in one.standings] == ["D", None, None, None, None]
    assert [row.rank for row in one.standings] == [row.rank for row in everyone.standings]
    assert (one.averages, one.limits) == (everyone.averages, everyone.limits)
    none = found(*year_of(TOPS), banded=False)
    assert {row.band for row in none.standings} == {None}
    assert [row.rank for row in none.standings] == [row.rank for row in everyone.standings]


def test_what_neighbours_are_called_can_be_chosen() -> None:
    """So that a comparator set may have the usual name."""
    sets = ComparatorSet(
        id="neighbours", title=text("Near"), kind="custom", areas=CODES[:2], method="mean"
    )
    near = {"neighbours": {CODES[0]: CODES[1:3]}, "comparators": (sets,)}
    made = found(*year_of(TOPS), neighbours_id="near-2025", **near)
    assert set(made.averages.column("comparator")) == {"near-2025", "neighbours"}
    with pytest.raises(InvalidValue, match="this id is taken"):
        found(*year_of(TOPS), **near)


def test_figures_of_a_sample_are_left_out() -> None:
    """No evidence says here of whom they are, so there is no interval, rank, mean or limit."""
    rows = year_of((10, 20, 30, 40, 50, 60))
    assert len(found(*rows).standings) == 6
    none = found(*rows, indicator=rate(sampled=True))
    assert [len(each) for each in (none.standings, none.averages, none.limits)] == [0, 0, 0]
