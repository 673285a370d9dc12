"""Charts of indicators: what is compared, what is said, and where nothing is joined."""

import math
from datetime import date, timedelta

import pytest

from sendframe.figures import FAULTS
from sendframe.model import (
    DateInWords,
    Day,
    SeriesLimits,
    Snapshot,
    TargetPosition,
)
from sendframe.reports._chart_data import (
    peers_chart,
    role_of,
    spark,
    trend_chart,
)
from sendframe.reports._chart_signal import limits_of, signals_of
from sendframe.reports._context import BuildContext
from tests.unit.reports.chart_context import in_time, waits


def test_a_title_says_direction_and_comparison(here: BuildContext) -> None:
    """It names the figure, the period and the country, and no cause."""
    chart = trend_chart(here, in_time(here))
    assert chart.title == "Fell to 67.6% in 2024, above England"
    assert chart.area == "Herefordshire"


def test_a_new_way_of_counting_is_a_break(here: BuildContext) -> None:
    """The point after it does not follow, in the area's series and in those compared with."""
    chart = trend_chart(here, in_time(here))
    for points in (chart.points, *(line.past for line in chart.lines)):
        broken = [(point.label, point.why_not) for point in points if not point.follows]
        assert broken == [("2023", "new way of counting")]
    assert "2023 is not comparable with what was before: new way of counting." in chart.description


def test_breaks_for_one_reason_are_counted(wye: BuildContext) -> None:
    """No term may be compared with the one before; that is one sentence, and not one a term."""
    description = trend_chart(wye, wye.results["wyeford-suspensions"]).description
    reason = "6 of its figures are not comparable with the one before: another kind of period."
    assert description.count(reason) == 1
    assert "spring" not in description


def test_each_of_those_compared_with_has_its_role(here: BuildContext, wye: BuildContext) -> None:
    """One line a role, at most three, each with a past of its own."""
    for context in (here, wye):
        roles = [line.role for line in trend_chart(context, in_time(context)).lines if line.past]
        assert roles == ["country", "region", "near"]


def test_a_role_comes_from_the_kind_of_the_comparator_set(here: BuildContext) -> None:
    """A set of an unknown kind, or that is not there, is one of others."""
    (comparison, *_) = in_time(here).comparisons
    assert role_of(here, comparison) == "country"
    assert role_of(here, comparison.changed(comparator="unknown")) == "other"


def test_a_benchmark_without_a_figure_in_a_period_has_a_gap(wye: BuildContext) -> None:
    """What is missing is said to be missing."""
    result = in_time(wye)
    (first, *others) = result.comparisons
    shorter = first.changed(points=first.points[1:])
    (line,) = [
        line
        for line in trend_chart(wye, result.changed(comparisons=(shorter, *others))).lines
        if line.role == "country"
    ]
    assert (line.past[0].value, line.past[0].text, line.past[0].facts) == (None, "no figure", ())


def test_a_count_is_compared_with_none(here: BuildContext) -> None:
    """Counts grow with the size of an area."""
    counts = [result for result in here.evaluation.indicators if result.is_count and result.points]
    for result in counts:
        assert not [line for line in trend_chart(here, result).lines if line.past]
        assert peers_chart(here, result) is None


@pytest.mark.parametrize(
    ("low", "high", "label", "level", "until"),
    [
        (75.0, None, "Target: 75% or more, by 31 December 2026", 75.0, math.inf),
        (75.0, 100.0, "Target: 75% or more, by 31 December 2026", 75.0, math.inf),
        (None, 36.3, "Target: 36.3% or less, by 31 December 2026", 36.3, -math.inf),
        (0.0, 10.0, "Target: 10% or less, by 31 December 2026", 10.0, -math.inf),
        (92.0, 97.0, "Target: 92% to 97%, by 31 December 2026", 92.0, 97.0),
        (75.0, 75.0, "Target: 75%, by 31 December 2026", 75.0, None),
    ],
)
def test_a_target_is_put_in_words(  # the parts of a target
    wye: BuildContext,
    low: float | None,
    high: float | None,
    label: str,
    level: float,
    until: float | None,
) -> None:
    """The band reaches to the side on which the target is met."""
    result = in_time(wye)
    position = result.targets[0]
    changed = position.changed(low=low, high=high, due=Day(on=date(2026, 12, 31)))
    (line,) = [
        line
        for line in trend_chart(wye, result.changed(targets=(changed,))).lines
        if line.kind == "target"
    ]
    assert (line.label, line.value, line.until) == (label, level, until)
    assert line.facts == (position.fact,)


def test_a_target_without_a_number_is_not_drawn(wye: BuildContext) -> None:
    """A date in words stands as it is, and no date is left out."""
    result = in_time(wye)

    def labels(**more: object) -> list[str]:
        position: TargetPosition = result.targets[0].changed(**more)
        chart = trend_chart(wye, result.changed(targets=(position,)))
        return [line.label for line in chart.lines if line.kind == "target"]

    assert labels(low=None, high=None) == []
    assert labels(low=75.0, high=None, due=DateInWords(text="ongoing")) == [
        "Target: 75% or more, ongoing"
    ]
    assert labels(low=75.0, high=None, due=None) == ["Target: 75% or more"]


def test_signals_of_each_point_are_marked(wye: BuildContext) -> None:
    """The first months lie above the limits, the last four below, and fewer waiting is better."""
    chart = trend_chart(wye, waits(wye))
    assert chart.points[0].signal == "worse"
    assert chart.points[0].outside
    assert all(point.signal == "better" and point.outside for point in chart.points[-4:])
    assert chart.points[10].signal == "better"
    assert not chart.points[10].outside
    assert [line.label for line in chart.lines if line.kind == "limit"] == [
        "upper limit",
        "mean",
        "lower limit",
    ]


@pytest.mark.parametrize("direction", ["neutral", None])
def test_a_neutral_series_has_signals_without_a_side(
    wye: BuildContext, direction: str | None
) -> None:
    """Where neither direction is better, or none is stated, a signal is neither."""
    result = waits(wye).changed(direction=direction)
    signals = signals_of(wye.indicators[result.indicator], result)
    assert {signal.tone for signal in signals if signal} == {"neutral"}


@pytest.mark.parametrize(("step", "first"), [(-1, 6), (0, 6), (1, 7)])
def test_limits_that_began_anew_are_drawn_from_there(
    wye: BuildContext, step: int, first: int
) -> None:
    """No earlier point is a signal, and the lines begin with the first period that counts."""
    result = waits(wye)
    begins = result.points[6].period.first_day + timedelta(days=step)
    item = limits_of(result)
    assert item is not None
    assert item.limits is not None
    anew = item.limits.changed(since=Snapshot(on=begins))
    scored = result.changed(
        scores=tuple(score.changed(limits=anew) for score in result.scores if score.limits),
        refusals=(),
    )
    chart = trend_chart(wye, scored)
    assert [point.signal for point in chart.points[:first]] == [None] * first
    assert chart.points[-1].signal is not None
    lines = [line for line in chart.lines if line.kind == "limit"]
    assert [line.first for line in lines] == [first] * 3
    assert lines[1].label == f"mean from {anew.since} on"


def test_limits_of_few_points_are_not_drawn(wye: BuildContext) -> None:
    """Limits are drawn from twelve points on; those of a trial are left out."""
    result = waits(wye)
    item = limits_of(result)
    assert item is not None
    assert item.limits is not None
    trial: SeriesLimits = item.limits.changed(trial=True)
    scored = result.changed(
        scores=tuple(score.changed(limits=trial) for score in result.scores if score.limits),
        refusals=(),
    )
    assert limits_of(scored) is None
    assert not [line for line in trend_chart(wye, scored).lines if line.kind == "limit"]


def test_a_rising_run_is_upwards(wye: BuildContext) -> None:
    """A point of a trend is rated by the way the trend goes, whichever side of the mean it is on."""
    result = waits(wye)
    item = limits_of(result)
    assert item is not None
    values = [41.0, 40.0, 41.0, 40.0, 40.1, 40.2, 40.3, 40.4, 40.5, 40.6, 40.7, 40.0]
    points = tuple(
        point.changed(value=value) for point, value in zip(result.points, values, strict=False)
    )
    changed = result.changed(points=points, latest=points[-1])
    signals = signals_of(wye.indicators[result.indicator], changed)
    assert [signal.tone if signal else None for signal in signals][3:11] == ["worse"] * 8


def test_a_figure_with_a_fault_is_not_joined(wye: BuildContext) -> None:
    """A figure that contradicts itself follows no other, and is no signal."""
    result = waits(wye)
    points = (*result.points[:-1], result.points[-1].changed(fault=FAULTS[0].code))
    chart = trend_chart(wye, result.changed(points=points))
    assert (chart.points[-1].follows, chart.points[-1].why_not) == (
        False,
        "figure contradicts itself",
    )
    assert chart.points[-1].signal is None


def test_figures_of_the_area_itself_are_not_joined_to_published_ones(wye: BuildContext) -> None:
    """Management information follows management information alone."""
    result = waits(wye)
    last = result.points[-1]
    other = "final" if last.status == "management-information" else "management-information"
    points = (*result.points[:-1], last.changed(status=other))
    chart = trend_chart(wye, result.changed(points=points))
    assert chart.points[-1].why_not == "published and own figures"


def test_a_figure_in_doubt_is_joined_and_marked(wye: BuildContext) -> None:
    """Its text, the title of the chart and its description say so."""
    result = waits(wye)
    latest = result.points[-1].changed(doubts=("SFR407",))
    changed = result.changed(points=(*result.points[:-1], latest), latest=latest)
    chart = trend_chart(wye, changed)
    assert chart.points[-1].follows
    assert chart.points[-1].text.endswith(" (in doubt)")
    assert "(in doubt)" in chart.title
    assert "(in doubt)" in chart.description


def test_no_line_leads_across_a_month_without_a_figure(wye: BuildContext) -> None:
    """The line ends, no break is marked, and the text says that a figure is missing."""
    result = waits(wye)
    points = (*result.points[:4], *result.points[5:])
    chart = trend_chart(wye, result.changed(points=points))
    joins = [point.follows for point in chart.points]
    assert joins == [place != 4 for place in range(len(points))]
    assert not any(point.why_not for point in chart.points)
    before, after = points[3].period, points[4].period
    assert f"There is no figure between {before} and {after}." in chart.description


def test_a_run_of_signals_ends_at_a_month_without_a_figure(wye: BuildContext) -> None:
    """Eight rising points are a trend; with a month missing inside they are none."""
    result = waits(wye)
    values = [41.0, 40.0, 41.0, 40.0, 40.1, 40.2, 40.3, 40.4, 40.5, 40.6, 40.7, 40.0]
    points = tuple(
        point.changed(value=value) for point, value in zip(result.points, values, strict=False)
    )
    signals = signals_of(
        wye.indicators[result.indicator], result.changed(points=points, latest=points[-1])
    )
    assert sum(signal is not None and signal.tone == "worse" for signal in signals) == 8
    fewer = (*points[:7], *points[8:])
    signals = signals_of(
        wye.indicators[result.indicator], result.changed(points=fewer, latest=fewer[-1])
    )
    assert not any(signal is not None and signal.tone == "worse" for signal in signals[3:10])


def test_another_kind_of_period_is_not_joined(wye: BuildContext) -> None:
    """Months do not follow years."""
    result = in_time(wye)
    points = (result.points[0], waits(wye).points[0])
    chart = spark(wye, result.changed(points=points, latest=None, change=None))
    assert chart.points[1].why_not == "another kind of period"
    assert chart.title == result.title


def test_a_spark_is_the_series_alone(wye: BuildContext) -> None:
    """It has no lines, and an id of its own."""
    result = in_time(wye)
    chart = spark(wye, result)
    assert not chart.lines
    assert chart.id != trend_chart(wye, result).id
    assert chart.title == "Rose to 66.8% in 2024"
    assert spark(wye, result, prefix="card").id == f"card-{result.indicator}"


def test_a_series_without_figures_says_so(wye: BuildContext) -> None:
    """No figure is no figure, and not nought."""
    result = in_time(wye)
    chart = trend_chart(wye, result.changed(points=(), latest=None, change=None, targets=()))
    assert chart.description.startswith(f"{result.title}, Wyeford: no figure.")
    assert chart.title == result.title
