"""What a rule may ask of its context before it scores, and the reason that each lack is given."""

import attrs
import pytest

from sendframe.model import (
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    ComparabilityBreak,
    Direction,
    FinancialYear,
    LevelTarget,
    Measure,
    RangeTarget,
    Refusal,
    Text,
    Tolerance,
)
from sendframe.scoring import (
    BaselineFigure,
    Needs,
    PeerFigures,
    RuleTarget,
    ScoringContext,
    usable_counts,
)
from sendframe.testing import scoring_context
from tests.unit.positions import position


def text(words: str) -> Text:
    """Return a text."""
    return Text(default=words)


def reason(found: object) -> str:
    """Return the reason of a refusal."""
    assert isinstance(found, Refusal)
    return found.reason


def statuses(context: ScoringContext, *words: str) -> ScoringContext:
    """Return a context whose points have these statuses."""
    points = tuple(
        point.changed(status=word) for point, word in zip(context.points, words, strict=True)
    )
    return attrs.evolve(context, points=points)


@pytest.mark.parametrize(
    ("direction", "why"), [("neutral", "is neutral"), ("range", "stay in a range")]
)
def test_a_direction_that_is_none_is_refused_by_name(direction: Direction, why: str) -> None:
    """Neutral is not the same as to stay in a range."""
    context = scoring_context([1.0], direction=direction)
    assert why in reason(context.check_needs(Needs(direction=True)))
    assert context.check_needs(Needs()) is None


def test_a_direction_that_is_not_stated_is_not_called_neutral() -> None:
    """A rule that needs one says that it is not stated."""
    context = scoring_context([1.0])
    context = attrs.evolve(context, indicator=context.indicator.changed(direction=None))
    assert "not stated which way" in reason(context.check_needs(Needs(direction=True)))
    assert context.check_needs(Needs()) is None


def test_no_figure_is_told_apart_from_no_denominator_and_a_symbol() -> None:
    """Nothing at all, nothing that fell due, and a figure that is not available."""
    assert reason(scoring_context([]).check_needs(Needs())) == "There is no figure."
    nobody = scoring_context([None], denominator=0)
    assert reason(nobody.check_needs(Needs())) == "The denominator is 0, so there is no rate."
    known = scoring_context([50.0])
    wrong = attrs.evolve(known, latest=known.points[0].changed(fault="impossible"))
    assert reason(wrong.check_needs(Needs())) == "The figure is impossible (2020)."
    hidden = scoring_context([None])
    assert reason(hidden.check_needs(Needs())) == "There is no figure for 2020 (x: not available)."
    bare = hidden.points[0].changed(meaning=None)
    assert "2020 (x)" in reason(attrs.evolve(hidden, latest=bare).check_needs(Needs()))
    assert scoring_context([]).check_needs(Needs(points=0)) is None


def test_too_few_points_say_how_many_there_are_and_what_was_left_out() -> None:
    """Points on the other side of a break are named as such."""
    context = scoring_context([None, 5.0, 6.0], first_year=2022)
    assert reason(context.check_needs(Needs(points=3))) == (
        "It takes 3 figures that may be compared, and there are 2."
    )
    broken = attrs.evolve(
        context,
        indicator=context.indicator.changed(
            breaks=(
                ComparabilityBreak(first_period=CalendarYear(year=2022), reason=text("Recounted")),
            )
        ),
        left_out=scoring_context([1.0, 2.0], first_year=2020).points,
    )
    assert "Left out: 2; the series breaks at 2022, between 2021 and 2024." in reason(
        broken.check_needs(Needs(points=3))
    )


def test_a_provisional_figure_beside_others_unsettles_a_series() -> None:
    """All provisional, or all final, stand on one footing; the portfolio may accept a mixture."""
    context = scoring_context([50.0, 60.0])
    mixed = statuses(context, "final", "provisional")
    assert "2021 is provisional" in reason(mixed.check_needs(Needs(points=2, settled=True)))
    assert mixed.check_needs(Needs(points=2, settled=True), accept_revised=True) is None
    assert mixed.check_needs(Needs(points=2)) is None
    same = statuses(context, "provisional", "provisional")
    assert same.check_needs(Needs(points=2, settled=True)) is None


def test_a_restated_series_is_refused_where_part_of_it_is_older() -> None:
    """The reason names the period that was not looked at again."""
    context = scoring_context([50.0, 60.0])
    older = attrs.evolve(context, older=context.points[:1])
    assert "that of 2020 is from an older release" in reason(older.check_needs(Needs(settled=True)))
    both = attrs.evolve(context, older=context.points)
    assert "that of 2021 is from an older release" in reason(both.check_needs(Needs(settled=True)))


@pytest.mark.parametrize(
    ("top", "bottom", "kind", "found"),
    [
        (None, 5.0, "proportion", "not given"),
        (5.0, None, "proportion", "not given"),
        (5.0, 0.0, "events", "denominator is 0"),
        (1.5, 5.0, "proportion", "not whole"),
        (-1.0, 5.0, "proportion", "not whole"),
        (6.0, 5.0, "proportion", "not those of a proportion"),
        (9.0, 5.0, "events", "at least 10"),
    ],
)
def test_counts_that_are_none_say_why(top, bottom, kind, found: str) -> None:
    """Each kind of count has its own reason; events may be more than there are people."""
    said = usable_counts(top, bottom, kind)
    assert isinstance(said, str)
    assert found in said
    assert usable_counts(12.0, 5.0, "events") == (12, 5)


def test_needs_say_themselves_in_words() -> None:
    """As the manual pages print them."""
    assert Needs(points=0).requirements == ()
    assert Needs(direction=True).requirements == ("a latest figure", "a direction that is better")


def aimed(
    target: object, direction: Direction = "higher", value: float = 50.0
) -> RuleTarget | Refusal:
    """Return what one measure with a target aims for."""
    context = scoring_context([value], direction=direction)
    measure = Measure(
        id="m", statement=text("More"), indicators=("sample",), target=target, baseline=None
    )
    found = position(measure, context.indicator, context.latest)
    assert found is not None
    return attrs.evolve(context, targets=(found,), measures=(measure,)).target()


def test_a_range_is_aimed_for_at_its_nearer_end() -> None:
    """Where higher is better its lower end counts, where lower is better its upper one."""
    target = RangeTarget(low=20, high=80, due=CalendarYear(year=2026))
    levels = {
        (way, value): found.level
        for way in ("higher", "lower", "range")
        for value in (10.0, 90.0)
        if isinstance(found := aimed(target, way, value), RuleTarget)
    }
    assert levels == {
        ("higher", 10.0): 20,
        ("higher", 90.0): 20,
        ("lower", 10.0): 80,
        ("lower", 90.0): 80,
        ("range", 10.0): 20,
        ("range", 90.0): 80,
    }


def test_in_a_range_nothing_is_worse_than_further_out() -> None:
    """Either way out of the range counts alike."""
    found = aimed(RangeTarget(low=20, high=80, due=CalendarYear(year=2026)), "range")
    assert isinstance(found, RuleTarget)
    assert found.is_no_worse(85, 10)
    assert not found.is_no_worse(10, 85)
    assert [found.is_no_worse(value, 50) for value in (20, 80, 19.5, 80.5)] == [True] * 2 + [
        False
    ] * 2
    half = attrs.evolve(found, position=found.position.changed(low=None))
    assert [half.is_no_worse(value, 50) for value in (-5, 80, 80.5)] == [True, True, False]
    upward = aimed(LevelTarget(level=60, due=CalendarYear(year=2026)))
    assert isinstance(upward, RuleTarget)
    assert (upward.is_no_worse(5, 4), upward.is_no_worse(4, 5)) == (True, False)
    assert not upward.is_no_worse(70, 80)  # although both reach it


def test_a_target_without_a_number_is_refused() -> None:
    """A benchmark that nobody gave a value is words only."""
    year = CalendarYear(year=2024)
    target = BenchmarkTarget(statement=text("As England"), period=year, due=year)
    assert reason(aimed(target)) == "The target has no number."


def test_a_tolerance_of_the_measure_comes_first() -> None:
    """Points or per cent of the target as it says; otherwise what the rule gives."""
    told = scoring_context([50.0], target=60, tolerance=Tolerance(amount=3, kind="points"))
    own, bare = told.target(), scoring_context([50.0], target=60).target()
    assert isinstance(own, RuleTarget)
    assert isinstance(bare, RuleTarget)
    assert (own.margin(10), bare.margin(10), bare.margin(10, relative=False)) == (3, 6, 10)
    assert (own.margin(), bare.margin()) == (3, 0)
    assert bare.is_near(10)
    assert not bare.is_near(9.9)
    assert attrs.evolve(bare, gap=0.1 + 0.2).is_near(0.3)


def start(
    baseline: Baseline | None, *, accept_revised: bool = False, values: tuple[float, ...] = (5, 6)
) -> BaselineFigure | Refusal:
    """Return where a measure starts, beside 2020 and 2021."""
    context = scoring_context(values)
    measure = Measure(
        id="m", statement=text("More"), indicators=("sample",), baseline=baseline, target=None
    )
    return context.baseline(measure, accept_revised=accept_revised)


def test_a_baseline_is_a_number_of_a_period_before() -> None:
    """One without either, of another type of period, or of a later one, is refused by name."""
    year = CalendarYear(year=2020)
    assert start(Baseline(value=5.0, period=year)) == BaselineFigure(5.0, year)
    for nothing in (None, Baseline(value=5.0), Baseline(period=year)):
        assert "no baseline" in reason(start(nothing))
    other = Baseline(value=5.0, period=FinancialYear(start_year=2020))
    assert "different types" in reason(start(other))
    later = Baseline(value=5.0, period=CalendarYear(year=2030))
    assert "later than the latest" in reason(start(later))
    assert "no figure" in reason(start(Baseline(value=5.0, period=year), values=()))


def test_a_baseline_that_the_series_gives_otherwise_was_revised() -> None:
    """It is refused unless accepted; a difference that no reader sees is none."""
    year = CalendarYear(year=2020)
    assert "was revised: the series now gives 5.0%" in reason(
        start(Baseline(value=4.2, period=year))
    )
    assert start(Baseline(value=4.2, period=year), accept_revised=True) == BaselineFigure(4.2, year)
    assert start(Baseline(value=5.04, period=year)) == BaselineFigure(5.04, year)
    later = CalendarYear(year=2021)  # not that of the first figure
    assert start(Baseline(value=6.0, period=later)) == BaselineFigure(6.0, later)


def test_areas_are_compared_as_they_are_published() -> None:
    """Figures from counts are rounded, so that ties are those of the publication."""
    told = scoring_context([2 / 3 * 100], denominator=300, members=((2, 3), 66.7, None))
    found = told.peers("others")
    assert isinstance(found, PeerFigures)
    assert found.ordered == (66.7, 66.7, 66.7)
    assert found.missing_text == "; no figure for Area 3"
    assert attrs.evolve(found, missing=("A", "B", "C")).missing_text == "; no figure for A, B and C"
    assert attrs.evolve(found, missing=()).missing_text == ""


def test_nobody_to_be_among_is_refused() -> None:
    """An unknown set, one area alone, another period, or no figure of one's own."""
    told = scoring_context([5.0], members=(4.0, 6.0))
    assert "no benchmark 'else'" in reason(told.peers("else"))
    assert "single area" in reason(scoring_context([5.0], benchmark=4.0).peers("others"))
    old = scoring_context([5.0, None], members=(4.0, 6.0))
    assert "no benchmark 'others' for this period" in reason(old.peers("others"))
    latest = told.points[-1].changed(value=None, symbol="x")
    assert "no figure" in reason(attrs.evolve(told, latest=latest).peers("others"))


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("percent", 106.95, 100.0),
        ("percent", -3.0, 0.0),
        ("share", 1.5, 1.0),
        ("count", -3.0, 0.0),
        ("count", 300.0, 300.0),
        ("weeks", -3.0, -3.0),
    ],
)
def test_limits_are_shown_within_what_a_unit_allows(unit: str, value: float, shown: float) -> None:
    """Nobody has more than all of something; a change in weeks may be below 0."""
    assert scoring_context([1.0], unit=unit).clipped(value) == shown


def test_a_rate_without_counts_is_the_figure_given() -> None:
    """So it is where the unit has no factor."""
    weeks = scoring_context([5.0], unit="weeks", denominator=3)
    assert weeks.own_rate(weeks.points[0]) == 5.0
    rate = scoring_context([50.0], denominator=4)
    assert rate.own_rate(rate.points[0].changed(numerator=3.0)) == 75.0


def test_where_lower_is_better_the_smaller_figure_is_no_worse() -> None:
    """An equal one is no worse either; and a target with one end is aimed for at that one."""
    downward = aimed(LevelTarget(level=60, due=CalendarYear(year=2026)), "lower")
    assert isinstance(downward, RuleTarget)
    assert [downward.is_no_worse(value, 5) for value in (4, 5, 6)] == [True, True, False]
    assert downward.level == 60
