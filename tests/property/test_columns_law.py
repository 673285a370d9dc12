"""Formulas over columns give the numbers of the single forms, whichever engine works them out."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sendframe.statistics import (
    FEWEST_BANDED,
    FUNNEL_CONFIDENCE,
    Engine,
    difference_interval,
    distance_travelled,
    engine_of,
    funnel_limits,
    mean,
    overdispersion,
    pooled,
    quartile_band,
    quartiles,
    rank,
    wilson_interval,
    xmr_limits,
)

numpy_columns = pytest.importorskip(
    "sendframe.statistics._numpy_columns", reason="numpy is not installed"
)

PLAIN, FAST = engine_of("python"), engine_of("numpy")
LARGEST = 2.0**53 - 1
FLOATS = st.floats(-LARGEST, LARGEST) | st.sampled_from([0.0, -0.0, 0.1, 0.7, 50.0, 5e-324])
COUNTS = st.none() | st.integers(0, 400).map(float) | st.floats(0, LARGEST) | st.just(-0.0)
FACTORS = st.none() | st.sampled_from([1.0, 100.0, 1000.0, 0.1])
DIRECTIONS = st.sampled_from(["higher", "lower", "neutral", "range"])


def same(one: object, other: object) -> None:
    """Hold two results against each other to the last bit: 0.0 is not -0.0 here."""
    assert repr(one) == repr(other)


def starts_of(sizes: Sequence[int]) -> list[int]:
    """Return where groups of some sizes begin, and the number of rows."""
    return [sum(sizes[:at]) for at in range(len(sizes) + 1)]


@given(st.lists(st.tuples(FLOATS, COUNTS, COUNTS, FACTORS)))
def test_rates_and_intervals_are_the_same(rows: list[tuple[Any, ...]]) -> None:
    """Rates and their intervals are those of single figures, in both engines."""
    found = []
    for engine in (PLAIN, FAST):
        value, top, bottom, factor = (engine.numbers([row[at] for row in rows]) for at in range(4))
        rates = engine.listed(engine.rates(value, top, bottom, factor))
        found.append((rates, *engine.intervals(top, bottom, factor)))
    same(found[0], found[1])
    for (_, top, bottom, factor), low, high in zip(rows, *found[0][1:], strict=True):
        counts = top is not None and bottom is not None and factor is not None
        if counts and top.is_integer() and bottom.is_integer() and top <= bottom and bottom:
            interval = wilson_interval(int(top), int(bottom))
            assert (low, high) == (interval.lower * factor, interval.upper * factor)
        else:
            assert low is None
            assert high is None


@given(st.lists(st.tuples(st.lists(FLOATS.map(lambda x: x + 0.0), min_size=1), DIRECTIONS)))
@example([([1.0, 2.0, 3.0, 4.0], "lower"), ([4.0, 1.0, 1.0, 4.0], "higher")])
def test_standings_are_the_same(groups: list[tuple[list[float], str]]) -> None:
    """Ranks and bands are those of single figures, in both engines."""
    figures = [value for values, _ in groups for value in values]
    starts = starts_of([len(values) for values, _ in groups])
    directions = [direction for _, direction in groups]
    found = [
        engine.standings(engine.numbers(figures), starts, directions) for engine in (PLAIN, FAST)
    ]
    same(found[0], found[1])
    expected: list[tuple[int | None, int, str | None]] = []
    for values, direction in groups:
        ordered = sorted(values)
        banded = len(values) >= FEWEST_BANDED and ordered[0] < ordered[-1]
        expected += [
            (
                rank(value, ordered, direction),
                len(values),
                quartile_band(value, quartiles(ordered), direction) if banded else None,
            )
            for value in values
        ]
    assert list(zip(*found[0], strict=True)) == expected


@st.composite
def averaged(draw: st.DrawFn) -> tuple[Any, ...]:
    """Return figures by group and area, with whom each area is compared."""
    width = draw(st.integers(1, 8))
    groups = draw(st.lists(st.sets(st.integers(0, width - 1), min_size=1), max_size=4))
    areas = [area for group in groups for area in sorted(group)]
    rows = [draw(st.tuples(FLOATS.map(lambda x: x + 0.0), COUNTS, COUNTS)) for _ in areas]
    factors = [each for group in groups for each in [draw(FACTORS)] * len(group)]
    members = [tuple(sorted(draw(st.sets(st.integers(0, width - 1))))) for _ in range(width)]
    return rows, factors, starts_of([len(each) for each in groups]), areas, members


def averages(engine: Engine, case: tuple[Any, ...]) -> Any:
    """Return the averages of a case."""
    rows, factors, starts, areas, members = case
    columns = [engine.numbers([row[at] for row in rows]) for at in range(3)]
    return engine.averages(
        *columns,
        engine.numbers(factors),
        starts,
        areas,
        members,
        [f"A{number}" for number in range(len(members))],
    )


@given(averaged(), st.sampled_from([(0, 100_000), (16, 100_000), (16, 1)]))
def test_averages_are_the_same(case: tuple[Any, ...], limits: tuple[int, int]) -> None:
    """Means, pooled figures and who is missing are those of single figures, in both engines.

    So they are however numpy looks things up, and in however many pieces.
    """
    rows, factors, starts, areas, members = case
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numpy_columns, "_DENSE", limits[0])
        patch.setattr(numpy_columns, "_CHUNK", limits[1])
        found = averages(FAST, case)
    same(averages(PLAIN, case), found)
    row = 0
    for start, end in pairwise(starts):
        here = {areas[at]: rows[at] for at in range(start, end)}
        for area in areas[start:end]:
            there = [each for each in members[area] if each in here]
            counted = [
                each for each in there
                if here[each][1] is not None and here[each][2] and factors[row] is not None
            ]  # fmt: skip
            together = pooled([here[e][1] for e in counted], [here[e][2] for e in counted])
            same(found.mean[row], mean([here[each][0] for each in there]))
            same(
                found.pooled[row],
                None if together is None else together * factors[row] + 0.0,
            )
            assert (found.areas[row], found.counted[row]) == (len(there), len(counted))
            assert found.missing[row] == tuple(f"A{e}" for e in members[area] if e not in there)
            assert found.uncounted[row] == tuple(f"A{e}" for e in members[area] if e not in counted)
            row += 1


@given(st.lists(st.lists(FLOATS.map(lambda x: x + 0.0), min_size=1)))
def test_limits_are_the_same(series: list[list[float]]) -> None:
    """XmR limits are those of single series, in both engines."""
    figures = [value for values in series for value in values]
    starts = starts_of([len(values) for values in series])
    found = [engine.limits(engine.numbers(figures), starts) for engine in (PLAIN, FAST)]
    same(found[0], found[1])
    for one, values in zip(zip(*found[0], strict=True), series, strict=True):
        whole = xmr_limits(values)
        assert whole is not None
        assert one == (
            whole.points, whole.mean, whole.mean_range, whole.lower, whole.upper, whole.trial
        )  # fmt: skip


@given(st.lists(st.lists(FLOATS, min_size=3, max_size=3), min_size=1, max_size=20))
@example([[1.0, 2.0**-53, 2.0**-106], [2.0**53 - 1, 0.5, 2.0**-60]])
@example([[1.0, 2.0**-53, 0.0], [1.0, -(2.0**-54), 0.0], [1.0, -(2.0**-54), -(2.0**-108)]])
def test_sums_of_columns_are_rounded_once(rows: list[list[float]]) -> None:
    """Sums across columns are those of `math.fsum`, ties and powers of two among them."""
    found = FAST.listed(
        numpy_columns.sums([FAST.numbers(each) for each in zip(*rows, strict=True)])
    )
    assert found == [fsum(row) for row in rows]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(-1, 3))))
def test_rows_are_arranged_alike(rows: list[tuple[int, int, int]]) -> None:
    """Sorting, runs and choosing are the same, and rows that are alike keep their order."""
    made = []
    for engine in (PLAIN, FAST):
        one, two, three = (
            engine.coded({each: each for each in range(4)}, [row[at] for row in rows])
            for at in range(3)
        )
        order, starts = engine.arranged(one, two)
        made.append(
            (
                engine.listed(order),
                starts,
                engine.starts(one),
                engine.listed(engine.sound(one, three)),
                engine.listed(engine.taken(two, order)),
                engine.listed(
                    engine.known(engine.numbers([None if r[2] < 0 else 1.0 for r in rows]))
                ),
            )
        )
    same(made[0], made[1])
    assert made[0][0] == sorted(range(len(rows)), key=lambda at: rows[at][:2])


def test_the_engine_is_chosen_by_name() -> None:
    """Either may be asked for; without a name it is numpy, where that is installed."""
    assert (PLAIN.name, FAST.name) == ("python", "numpy")
    assert engine_of().name == "numpy"


SHARES = st.integers(0, 4_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
PAIRS = SHARES.map(lambda pair: (float(pair[0]), float(pair[1]))) | st.tuples(COUNTS, COUNTS)


def is_share(top: float | None, bottom: float | None) -> bool:
    """Say whether two numbers are counts of a share."""
    there = top is not None and bottom is not None and bottom >= 1 and 0 <= top <= bottom
    return there and top.is_integer() and bottom.is_integer()


@given(st.lists(st.tuples(PAIRS, PAIRS)))
def test_differences_are_the_same(rows: list[tuple[Any, Any]]) -> None:
    """Intervals of differences are those of single ones, in both engines."""
    columns = [[(*one, *two)[at] for one, two in rows] for at in range(4)]
    found = [engine.differences(*map(engine.numbers, columns)) for engine in (PLAIN, FAST)]
    same(found[0], found[1])
    for (one, two), low, high in zip(rows, *found[0], strict=True):
        if is_share(*one) and is_share(*two):
            counts = [(int(top), int(bottom)) for top, bottom in (one, two)]
            interval = difference_interval(*counts)
            assert (low, high) == (interval.lower, interval.upper)
        else:
            assert (low, high) == (None, None)


@given(st.lists(st.tuples(*[st.none() | st.floats(-1e6, 1e6)] * 3)))
@example([(5.0, 5.0, 4.0), (10.9, 10.0, 12.2)])
def test_distances_are_the_same(rows: list[tuple[Any, ...]]) -> None:
    """Distances travelled are those of single figures, in both engines."""
    columns = [[row[at] for row in rows] for at in range(3)]
    found = [engine.distances(*map(engine.numbers, columns)) for engine in (PLAIN, FAST)]
    same(found[0], found[1])
    same(found[0], [None if None in row else distance_travelled(*row) for row in rows])


@given(st.lists(st.lists(PAIRS, min_size=1, max_size=12), max_size=4))
@example([[(5.0, 5.0)], [(5.0, 5.0), (2.0, 2.0)], [(None, 3.0), (1.0, 2.0)]])
def test_funnels_are_the_same(groups: list[list[tuple[Any, Any]]]) -> None:
    """Baselines, limits and overdispersion are those of single groups, in both engines."""
    rows = [row for group in groups for row in group]
    starts = starts_of([len(each) for each in groups])
    columns = [[row[at] for row in rows] for at in range(2)]
    found = [engine.funnels(*map(engine.numbers, columns), starts) for engine in (PLAIN, FAST)]
    same(found[0], found[1])
    made = found[0]
    for group, start, measure in zip(groups, starts, made.measure, strict=False):
        known = [(int(top), int(bottom)) for top, bottom in group if is_share(top, bottom)]
        tops, bottoms = [top for top, _ in known], [bottom for _, bottom in known]
        assert measure == overdispersion(tops, bottoms)
        share = fsum(tops) / fsum(bottoms) if known else 0.0
        for row, (top, bottom) in enumerate(group, start):
            if not is_share(top, bottom) or not 0 < share < 1:
                assert made.baseline[row] is None
                assert made.far_upper[row] is None
                continue
            near, far = (
                funnel_limits(share, int(bottom), confidence=each) for each in FUNNEL_CONFIDENCE
            )
            assert (made.baseline[row], made.lower[row], made.upper[row]) == (
                share, near.lower, near.upper,
            )  # fmt: skip
            assert (made.far_lower[row], made.far_upper[row]) == (far.lower, far.upper)
