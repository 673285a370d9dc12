"""Many areas beside each other say what each says alone, in whichever order the figures came."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from sendframe.documents import dump
from sendframe.evaluation import AreaEvaluation, NoCatalogue, area_tables
from sendframe.figures import figures_of, follows_of
from sendframe.model import (
    AcademicYear,
    AreaName,
    CalendarYear,
    ComparabilityBreak,
    ComparatorSet,
    Evaluation,
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
from sendframe.plugins import Catalogue
from sendframe.statistics import (
    has_bands,
    mean,
    pooled,
    quartile_band,
    quartiles,
    rank,
    wilson_interval,
    xmr_limits,
)
from tests.evaluating import evaluate

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
SETS = tuple(
    ComparatorSet(id=id_, title=_text(id_), kind="custom", areas=areas, method=method)
    for id_, areas, method in (
        ("all", AREAS, "mean"),
        ("country", (COUNTRY,), "single"),
        ("together", AREAS[:4], "pooled"),
    )
)
PERIODS = [CalendarYear(year=2020 + each) for each in range(4)]
PERIODS += [AcademicYear(start_year=2020 + each) for each in range(3)]


@st.composite
def figures(draw: st.DrawFn) -> Observation:
    """Return one figure, with or without counts, or a symbol; most agree with their counts."""
    bottom = draw(st.none() | st.integers(0, 50).map(float))
    top = draw(st.none() | st.integers(0, 50).map(float))
    there = draw(st.integers(0, 5)) > 0 and bottom != 0
    value = draw(st.floats(-1000, 1000) | st.integers(0, 100).map(float))
    if top is not None and bottom and draw(st.integers(0, 5)):
        value = top / bottom * 100
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


DOUBTING = {
    code: check
    for code, check in Catalogue.discover(third_party=False).checks.items()
    if check.record.doubts
}
Rows = list[Observation]
SHUFFLED = st.lists(figures(), max_size=120).flatmap(
    lambda rows: st.tuples(st.just(rows), st.permutations(rows))
)


def _table(rows: Rows) -> Observations:
    return Observations.of(((row, Origin()) for row in rows), (META,))


def _tables(table: Observations) -> AreaEvaluation:
    found = figures_of(table, INDICATORS, as_at=DAY)
    return area_tables(found, neighbours=NEIGHBOURS, comparators=SETS)


def _evaluated(rows: Rows) -> Evaluation:
    area = LocalArea(
        id="one", code=AREAS[0], names=(AreaName(source="x", name="One"),), fictional=True
    )
    portfolio = Portfolio(
        manifest=Manifest(id="one", title=_text("One"), area=area, comparator_sets=SETS),
        documents=(IndicatorSet(id="all", title=_text("All"), indicators=INDICATORS),),
    )
    return evaluate(portfolio, _table(rows), as_at=DAY, catalogue=NoCatalogue(checks=DOUBTING))


@given(SHUFFLED)
def test_the_order_of_rows_changes_no_byte_of_many_areas(pair: tuple[Rows, Rows]) -> None:
    """Numbers, order of rows, and CSV are the same, to the last bit."""
    one, other = (_tables(_table(rows)) for rows in pair)
    assert repr(other) == repr(one)
    assert other.to_csv() == one.to_csv()


@given(SHUFFLED)
def test_the_order_of_rows_changes_no_byte_of_one_area(pair: tuple[Rows, Rows]) -> None:
    """The evaluation of an area is the same document, to the last byte."""
    one, other = (_evaluated(rows) for rows in pair)
    assert dump(other) == dump(one)


@given(st.lists(figures(), max_size=60))
def test_the_rows_of_an_area_say_what_its_evaluation_says(rows: Rows) -> None:
    """Figures, faults, doubts and benchmarks are those of the evaluation of one area."""
    many, known = _tables(_table(rows)), _evaluated(rows)
    alone = area_tables(figures_of(_table(rows), INDICATORS, as_at=DAY), comparators=SETS)
    standing = {
        (each.indicator, each.period): each for each in many.standings if each.area == AREAS[0]
    }
    average = {
        (each.comparator, each.indicator, each.period): each
        for each in many.averages
        if each.area == AREAS[0]
    }
    points = {
        (result.indicator, point.period): point
        for result in known.indicators
        for point in result.points
        if point.value is not None
    }
    assert standing.keys() == points.keys()
    for row in alone.standings:  # beside the sets alone, since its evaluation knows no others
        if row.area == AREAS[0]:
            assert row.doubts == points[row.indicator, row.period].doubts
    factors = {indicator.id: indicator.factor for indicator in INDICATORS}
    for key, point in points.items():
        there, top, bottom = standing[key], point.numerator, point.denominator
        factor = factors[key[0]]
        has_rate = top is not None and bottom and factor is not None and point.fault is None
        value = top / bottom * factor if has_rate else point.value
        assert (there.value, there.fault) == (value, point.fault)
        assert (there.release, there.kind) == (point.release, "local-authority")
    for result in known.indicators:
        for each in result.comparisons:
            for point in each.points:
                if (each.comparator, result.indicator, point.period) not in average:
                    assert (result.indicator, point.period) not in points
                    continue
                found = average[each.comparator, result.indicator, point.period]
                plain = each.method != "pooled"
                assert point.value == (found.mean if plain else found.pooled)
                assert point.areas == (found.areas if plain else found.counted)
                assert point.missing == (found.missing if plain else found.uncounted)


def _one_by_one(known: Sequence[Any], direction: str) -> dict[str, tuple[Any, ...]]:
    """Return rank and band of each area, worked out for one figure at a time."""
    ordered = sorted(each.value for each in known)
    banded = bool(ordered) and has_bands(len(ordered), ordered[0], ordered[-1], direction)
    return {
        each.area: (
            rank(each.value, ordered, direction),
            quartile_band(each.value, quartiles(ordered), direction) if banded else None,
        )
        for each in known
    }


@given(st.lists(figures(), max_size=120))
def test_formulas_over_columns_are_those_of_single_figures(rows: Rows) -> None:
    """Rank, band, interval, mean, pooled figure and limits, to the last bit."""
    table = _table(rows)
    found, many = figures_of(table, INDICATORS, as_at=DAY), _tables(table)
    directions = {each.id: each.direction for each in INDICATORS}
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for each in many.standings:
        groups.setdefault((each.indicator, each.period, each.kind), []).append(each)
    for (indicator, _, kind), group in groups.items():
        direction = "neutral" if kind is None or indicator == "number" else directions[indicator]
        sound = [each for each in group if each.fault is None]
        expected = _one_by_one(sound, direction)
        for each in group:
            assert (each.rank, each.band) == expected.get(each.area, (None, None))
            figure = found.figure_at(indicator, each.area, each.period)
            assert figure is not None
            top, bottom, factor = figure.numerator, figure.denominator, figure.indicator.factor
            if factor is None or figure.fault or not bottom or top is None or top > bottom:
                assert (each.lower, each.upper) == (None, None)
            else:
                interval = wilson_interval(int(top), int(bottom))
                assert each.lower == interval.lower * factor
                assert each.upper == interval.upper * factor
    members = {each.id: each.areas for each in SETS}
    for each in many.averages:
        near = members.get(each.comparator) or NEIGHBOURS[each.area]
        beside = [
            found.figure_at(each.indicator, code, each.period) for code in near if code != each.area
        ]
        sound = [one for one in beside if one is not None and one.sound is not None]
        assert each.mean == mean([one.rate for one in sound])
        assert each.areas == len(sound)
        counted = [one for one in sound if one.numerator is not None and one.denominator]
        counted = [one for one in counted if one.indicator.factor is not None]
        share = pooled([one.numerator for one in counted], [one.denominator for one in counted])
        assert each.pooled == (None if share is None else share * 100.0)
        assert each.counted == len(counted)
    for each in many.limits:
        series = [
            figure
            for figure in found.series(each.indicator, each.area)
            if figure.sound is not None and figure.period.kind == each.last.kind
        ]
        kept = [one for one in series if one.segment == series[-1].segment]
        follows = follows_of([one.period for one in kept])
        limits = xmr_limits([one.rate for one in kept], follows=follows)
        assert limits is not None
        assert (each.points, each.mean, each.lower, each.upper, each.trial) == (
            limits.points, limits.mean, limits.lower, limits.upper, limits.trial
        )  # fmt: skip


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
    plain = _tables(_table([row for row, _ in pairs]))
    table = attrs.evolve(_table(renamed), present_codes=FrozenMap(ONCE))
    found = area_tables(
        figures_of(table, INDICATORS, as_at=DAY),
        neighbours={former[area]: codes for area, codes in NEIGHBOURS.items()},
        comparators=SETS,
    )
    assert found.to_csv() == plain.to_csv()
