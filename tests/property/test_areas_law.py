"""An evaluation of many areas has the same bytes with each engine and in each order of rows."""

from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.evaluation import AreaEvaluation, NoCatalogue, evaluate_areas
from sendframe.model import (
    AcademicYear,
    AreaName,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    FrozenMap,
    Indicator,
    IndicatorSet,
    LocalArea,
    Manifest,
    Observation,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Portfolio,
    Release,
    Text,
)
from tests.evaluating import evaluate

pytest.importorskip("numpy", reason="numpy is not installed")

AREAS = ("ZZ0000001", "ZZ0000002", "ZZ0000003", "ZZ0000004", "ZZ0000005", "ZZ0000006")
COUNTRY, STRANGER = "ZZC000001", "ZZ9999999"
DAY = date(2026, 1, 31)


def _text(words: str) -> Text:
    return Text(default=words)


META = ObservationSet(
    id="figures",
    title=_text("Figures"),
    areas=(
        *(ObservedArea(code=each, name=each, kind="local-authority") for each in AREAS),
        ObservedArea(code=COUNTRY, name="Ardenia", kind="country"),
    ),
    releases=(
        Release(id="r1", title="First", publisher="Office", published_on=date(2025, 1, 1)),
        Release(id="r2", title="Second", publisher="Office", published_on=date(2025, 6, 1)),
        Release(id="r3", title="Later", publisher="Office", published_on=date(2027, 6, 1)),
    ),
)


def _indicator(name: str, direction: str, **more: Any) -> Indicator:
    return Indicator(
        **{"id": name, "title": _text(name), "unit": "percent", "direction": direction, **more}
    )


INDICATORS = (
    _indicator("up", "higher", factor=100.0),
    _indicator("down", "lower"),
    _indicator(
        "broken",
        "neutral",
        factor=100.0,
        breaks=(
            ComparabilityBreak(first_period=CalendarYear(year=2022), reason=_text("Counted anew")),
        ),
    ),
    _indicator("number", "lower", unit="count"),
)
NEIGHBOURS = {AREAS[0]: AREAS[1:4], AREAS[1]: (AREAS[0],), AREAS[2]: (STRANGER, AREAS[5])}
SETS = (
    ComparatorSet(id="all", title=_text("All"), kind="custom", areas=AREAS, method="mean"),
    ComparatorSet(
        id="country", title=_text("Ardenia"), kind="country", areas=(COUNTRY,), method="single"
    ),
)
PERIODS = [CalendarYear(year=2020 + each) for each in range(4)]
PERIODS += [AcademicYear(start_year=2020 + each) for each in range(3)]


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """Return one figure, with or without counts, or a symbol."""
    bottom = draw(st.none() | st.integers(0, 50).map(float))
    top = draw(st.none() | st.integers(0, 50).map(float))
    there = draw(st.integers(0, 5)) > 0 and bottom != 0
    value = draw(st.floats(-1000, 1000) | st.integers(0, 100).map(float))
    return Observation(
        indicator=draw(st.sampled_from(["up", "down", "broken", "number", "unknown"])),
        area=draw(st.sampled_from([*AREAS, COUNTRY, STRANGER])),
        period=draw(st.sampled_from(PERIODS)),
        value=value if there else None,
        symbol=None if there else "x",
        numerator=top,
        denominator=bottom,
        dimensions=draw(st.sampled_from([FrozenMap(), FrozenMap(), FrozenMap({"age": "5-10"})])),
        status=draw(st.sampled_from(["final", "final", "projected", "management-information"])),
        release=draw(st.sampled_from(["r1", "r2", "r3", None])),
    )


def _table(rows: list[Observation]) -> Observations:
    return Observations.of(((row, Origin()) for row in rows), (META,))


def _evaluated(rows: list[Observation], engine: Any) -> AreaEvaluation:
    return evaluate_areas(
        _table(rows), INDICATORS, as_at=DAY, neighbours=NEIGHBOURS, comparators=SETS, engine=engine
    )


@given(
    st.lists(figures(), max_size=120).flatmap(lambda x: st.tuples(st.just(x), st.permutations(x)))
)
def test_engine_and_order_change_no_byte(both: tuple[list[Observation], list[Observation]]) -> None:
    """Numbers, order of rows, and CSV are the same, to the last bit."""
    rows, shuffled = both
    one = _evaluated(rows, "numpy")
    for other in (_evaluated(rows, "python"), _evaluated(shuffled, "numpy")):
        assert repr(other) == repr(one)
        assert other.to_csv() == one.to_csv()


@given(st.lists(figures(), max_size=60))
def test_many_areas_say_what_one_area_says(rows: list[Observation]) -> None:
    """Figures and means are those of the evaluation of one area, for its latest period."""
    many = _evaluated(rows, None)
    area = LocalArea(
        id="one", code=AREAS[0], names=(AreaName(source="x", name="One"),), fictional=True
    )
    portfolio = Portfolio(
        manifest=Manifest(id="one", title=_text("One"), area=area, comparator_sets=SETS),
        documents=(IndicatorSet(id="all", title=_text("All"), indicators=INDICATORS),),
    )
    known = evaluate(portfolio, _table(rows), as_at=DAY, catalogue=NoCatalogue())
    standing = {(each.indicator, each.area, each.period): each for each in many.standings}
    average = {
        (each.comparator, each.indicator, each.period): each
        for each in many.averages
        if each.area == AREAS[0]
    }
    for result in known.indicators:
        for point in result.points:
            key = (result.indicator, AREAS[0], point.period)
            assert (key in standing) == (point.value is not None)
        for each in result.comparisons:
            found = average[each.comparator, result.indicator, each.period]
            assert (found.mean, found.areas, found.missing) == (
                each.value,
                each.areas,
                each.missing,
            )


ONCE = {f"ZZ000090{number}": code for number, code in enumerate(AREAS, 1)}


@given(st.lists(st.tuples(figures(), st.booleans()), max_size=80))
def test_which_code_an_area_is_written_under_changes_no_byte(
    pairs: list[tuple[Observation, bool]],
) -> None:
    """Figures may stand under the former code of their area, any of them, and are the area's."""
    former = {code: once for once, code in ONCE.items()}
    renamed = [
        row.changed(area=former.get(row.area, row.area)) if moved else row for row, moved in pairs
    ]
    plain = _evaluated([row for row, _ in pairs], None)
    table = attrs.evolve(_table(renamed), present_codes=FrozenMap(ONCE))
    found = evaluate_areas(
        table,
        INDICATORS,
        as_at=DAY,
        neighbours={former[area]: codes for area, codes in NEIGHBOURS.items()},
        comparators=SETS,
    )
    assert found.to_csv() == plain.to_csv()
