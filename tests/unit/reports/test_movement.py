"""Which figures got worse or better, and in which order they are named."""

import pytest

from sendframe.model import (
    CalendarYear,
    Change,
    IndicatorResult,
    IndicatorSet,
    LevelTarget,
    Measure,
    Observation,
    RangeTarget,
    Reading,
    ReadingMark,
    TargetPosition,
)
from sendframe.reports._context import BuildContext
from sendframe.reports._movement import (
    _in_order,
    _relative_change,
    doubted,
    is_secondary,
    movements,
)
from tests.unit.conftest import OTHER, rate, seen, small, text
from tests.unit.reports.board_context import context_of, plan

COUNT = {"unit": "count", "unit_text": None, "factor": None, "numerator": None, "denominator": None}


def count(id_: str, year: int, value: float) -> Observation:
    """Return a figure of a count."""
    return seen(year, None, None, indicator=id_, value=value)


def held(
    *rows: Observation, more: tuple = (), documents: tuple = (), **changes: object
) -> BuildContext:
    """Return the context of a rate, changed as given, and of further indicators."""
    others = IndicatorSet(id="others", title=text("Others"), indicators=more)
    extra = (others, *documents) if more else documents
    return context_of(small(rate(**changes), *rows, documents=extra))


def groups(context: BuildContext) -> dict[str, list[str]]:
    """Return the ids in each group that is not empty."""
    found = movements(context)
    names = ("worse", "better", "watch", "behind", "ahead", "growing")
    listed = {name: [r.indicator for r in getattr(found, name)] for name in names}
    return {name: ids for name, ids in listed.items() if ids}


@pytest.mark.parametrize(
    ("direction", "group"),
    [("higher", {"worse": ["rate"]}), ("lower", {"better": ["rate"]}), ("neutral", {}), (None, {})],
)
def test_a_fall_is_worse_or_better_by_its_direction(
    direction: str | None, group: dict[str, list[str]]
) -> None:
    """A rate of which no direction is better is neither."""
    found = held(seen(2023, 30, 40), seen(2024, 10, 40), direction=direction)
    assert groups(found) == group
    assert [r.indicator for r in movements(found).moved] == [
        *group.get("worse", ()),
        *group.get("better", ()),
    ]


def test_one_figure_is_neither_worse_nor_better() -> None:
    """Without a figure before and without a comparison it is in no group."""
    assert groups(held(seen(2024, 10, 40))) == {}
    assert groups(held()) == {}


@pytest.mark.parametrize(
    ("rows", "level", "group"),
    [
        ((seen(2024, 16, 40),), 75, {"watch": ["rate"]}),
        ((seen(2024, 16, 40),), 40, {}),
        ((seen(2023, 16, 40), seen(2024, 16, 40)), 75, {"watch": ["rate"]}),
        ((seen(2023, 16, 40), seen(2024, 16, 40)), 40, {}),
        ((seen(2023, 20, 40), seen(2024, 16, 40)), 75, {"worse": ["rate"]}),
    ],
)
def test_a_missed_target_is_named_whichever_rule_scores_it(
    rows: tuple[Observation, ...], level: float, group: dict[str, list[str]]
) -> None:
    """Here none does: 40% with a target of 75% is watched, and with one of 40% it is not."""
    target = LevelTarget(level=level, due=CalendarYear(year=2027))
    measure = Measure(id="m", statement=text("More."), indicators=("rate",), target=target)
    assert groups(held(*rows, documents=(plan(measures=(measure,)),))) == group


def test_a_figure_ahead_of_others_and_off_its_target_is_watched() -> None:
    """One that is behind them stays there."""
    target = LevelTarget(level=75, due=CalendarYear(year=2027))
    measure = Measure(id="m", statement=text("More."), indicators=("rate",), target=target)
    found = held(seen(2024, 16, 40), documents=(plan(measures=(measure,)),))
    (result,) = found.evaluation.indicators
    for tone, group in (("better", "watch"), ("worse", "behind")):
        reading = Reading(marks=(ReadingMark(label="as others", shape="bar", tone=tone),))
        evaluation = found.evaluation.changed(indicators=(result.changed(reading=reading),))
        shown = BuildContext(
            found.disclosed.__class__(evaluation, found.portfolio, found.disclosed.policy),
            found.profile,
        )
        assert groups(shown) == {group: ["rate"]}


@pytest.mark.parametrize("direction", ["neutral", None])
def test_counts_that_grow_are_neither_worse_nor_better(direction: str | None) -> None:
    """A count without a better is named where it changed beyond random variation, or has a target."""
    figures = (count("rate", 2023, 100.0), count("rate", 2024, 180.0))
    assert groups(held(*figures, direction=direction, **COUNT)) == {"growing": ["rate"]}
    same = (count("rate", 2023, 100.0), count("rate", 2024, 101.0))
    assert groups(held(*same, direction=direction, **COUNT)) == {}
    target = RangeTarget(low=90.0, high=110.0, due=CalendarYear(year=2027))
    measure = Measure(id="m", statement=text("Some."), indicators=("rate",), target=target)
    found = held(*same, direction=direction, documents=(plan(measures=(measure,)),), **COUNT)
    assert groups(found) == {"watch": ["rate"]}


@pytest.mark.parametrize("place", ["nowhere", "point", "target", "fault"])
def test_a_doubted_figure_is_named_nowhere(place: str) -> None:
    """Neither a figure in doubt, nor one with a doubted target, nor one beside a fault."""
    found = held(seen(2023, 30, 40), seen(2024, 10, 40))
    (result,) = found.evaluation.indicators
    doubts = {"doubts": ("SFR499",)}
    first, last = result.points
    target = TargetPosition(measure="m", statement="70%", fact="measure/m/rate/target", **doubts)
    changes: dict[str, dict[str, object]] = {
        "nowhere": {},
        "point": {"points": (first.changed(**doubts), last)},
        "target": {"targets": (target,)},
        "fault": {"points": (first.changed(fault="impossible"), last)},
    }
    evaluation = found.evaluation.changed(indicators=(result.changed(**changes[place]),))
    shown = BuildContext(
        found.disclosed.__class__(evaluation, found.portfolio, found.disclosed.policy),
        found.profile,
    )
    assert doubted(shown) == (frozenset() if place == "nowhere" else frozenset(["rate"]))
    assert groups(shown) == ({"worse": ["rate"]} if place == "nowhere" else {})


def test_counts_behind_a_rate_are_read_with_it() -> None:
    """Its numerator, its denominator and their difference; another count stands by itself."""
    neutral = {"direction": "neutral", **COUNT}
    names = ("top", "bottom", "late", "else")
    more = tuple(rate(id=name, **neutral) for name in names)
    rows = [
        count(name, 2024, value) for name, value in zip(names, (10.0, 40.0, 30.0, 7.0), strict=True)
    ]
    found = held(seen(2024, 10, 40), *rows, more=more, shown_with=names)
    secondary = [name for name in names if is_secondary(found, found.results[name])]
    assert secondary == ["top", "bottom", "late"]
    assert not is_secondary(found, found.results["rate"])


def test_a_neutral_rate_or_one_without_counts_hides_no_count() -> None:
    """Nor does one without a figure."""
    top = rate(id="top", direction="neutral", **COUNT)
    for changes, row in (
        ({"direction": "neutral"}, seen(2024, 10, 40)),
        ({}, seen(2024, None, None, value=25.0)),
        ({}, seen(2024, None, None, symbol="x")),
    ):
        found = held(row, count("top", 2024, 10.0), more=(top,), shown_with=("top",), **changes)
        assert not is_secondary(found, found.results["top"])


def test_another_form_of_a_rate_is_read_with_it() -> None:
    """It names the rate that it must be shown with."""
    other = rate(id="other", shown_with=("rate", "unknown"))
    found = held(seen(2024, 10, 40), seen(2024, 11, 40, indicator="other"), more=(other,))
    assert is_secondary(found, found.results["other"])


def result(id_: str, amount: float, test: str | None, direction: str = "lower") -> IndicatorResult:
    """Return a result whose latest figure is 100 after a change."""
    years = {"before": CalendarYear(year=2023), "after": CalendarYear(year=2024)}
    point = movements_point()
    return IndicatorResult(
        indicator=id_, title=id_, direction=direction, unit="count", decimals=0, latest=point,
        change=Change(**years, amount=amount, test=test, fact="f"),
    )  # fmt: skip


def movements_point():
    """Return a figure of 100."""
    from sendframe.model import Point

    return Point(period=CalendarYear(year=2024), value=100.0, status="final", fact="f")


def test_what_is_beyond_random_variation_comes_first() -> None:
    """Then the order of the indicator sets; of neutral counts the larger change."""
    given = [result("a", 5.0, "random"), result("b", 5.0, "beyond"), result("c", 5.0, "too_few")]
    assert [r.indicator for r in _in_order(given)] == ["b", "a", "c"]
    counts = [result("a", 5.0, "beyond", "neutral"), result("b", 50.0, "beyond", "neutral")]
    assert [r.indicator for r in _in_order(counts)] == ["b", "a"]


def test_the_size_of_a_change_is_a_share_of_what_was_before() -> None:
    """From 50 to 100 is all of it; from nothing it has no size."""
    assert _relative_change(result("a", 50.0, None)) == 1.0
    assert _relative_change(result("a", 100.0, None)) == 0.0
    assert _relative_change(result("a", 1.0, None).changed(change=None)) == 0.0


def test_the_worst_of_its_group_is_watched_though_it_got_better() -> None:
    """With fewer than three others it has no place, and is better."""
    assert groups(held(seen(2023, 10, 40), seen(2024, 30, 40), seen(2024, 39, 40, area=OTHER))) == {
        "better": ["rate"]
    }
