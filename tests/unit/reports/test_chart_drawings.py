"""What each kind of chart draws: lines and breaks, levels, signals, names, marks."""

import re
from xml.etree import ElementTree as ET

import attrs
import pytest

from sendframe.reports import (
    ChartEvent,
    Dot,
    Ladder,
    PathStop,
    PeersChart,
    Pip,
    Pips,
    ReferenceLine,
    TrendChart,
    charts,
)
from tests.unit.reports import chart_samples as samples
from tests.unit.reports.chart_samples import SAMPLES, SVG, drawings, texts


def polylines(drawing: str, role: str) -> list[list[float]]:
    """Return the places from the left of each line of a role."""
    return [
        [float(place.split(",")[0]) for place in element.get("points", "").split()]
        for element in ET.fromstring(drawing).iter(f"{SVG}polyline")
        if element.get("class") == f"c-{role}"
    ]


def marks(drawing: str, *roles: str) -> list[str]:
    """Return the classes of the markers of some roles."""
    return [
        str(element.get("class"))
        for element in ET.fromstring(drawing).iter(f"{SVG}path")
        if any(role in str(element.get("class")) for role in roles)
    ]


@pytest.mark.parametrize("role", ["area", "country", "region", "near"])
def test_nothing_is_drawn_across_a_break(role: str) -> None:
    """Each series has a line before the break and one after it."""
    for drawing in drawings(samples.IN_TIME)[:2]:
        before, after = polylines(drawing, role)
        assert (len(before), len(after)) == (4, 2)
        assert before[-1] < after[0]


def test_a_break_says_why_once() -> None:
    """A break has words; of several with the same words only the last one has them."""
    assert texts(charts.svg(samples.IN_TIME)).count("new way of counting") == 1
    broken = tuple(
        attrs.evolve(point, follows=False, why_not="new") for point in samples.IN_TIME.points
    )
    assert texts(charts.svg(attrs.evolve(samples.IN_TIME, points=broken))).count("new") == 1


def test_series_are_named_at_their_ends() -> None:
    """The area and those compared with are named, and each has the colour of its role."""
    shown = texts(charts.svg(samples.IN_TIME))
    assert {"Herefordshire", "England", "West Midlands", "Areas like it (mean)"} <= set(shown)
    for drawing in drawings(samples.IN_TIME)[:2]:
        for element in ET.fromstring(drawing).iter(f"{SVG}text"):
            if element.text == "England":
                assert element.get("class") == "f-country"


def test_a_trend_prints_no_figure_of_a_point() -> None:
    """Figures are printed once, in the table."""
    assert not {"90.1\u202f%", "90.1%"} & set(texts(charts.svg(samples.IN_TIME)))


def test_the_unit_is_printed_once() -> None:
    """A percentage has its sign at the highest tick, another unit its word above the axis."""
    shown = texts(charts.svg(samples.SAMPLES["trend of one"]))
    assert shown.count("weeks") == 1
    percent = [
        word for word in texts(charts.svg(samples.IN_TIME)) if re.fullmatch(r"\d+\s?%", word)
    ]
    assert percent == ["100\u202f%"]


def test_the_axis_begins_at_nought() -> None:
    """However close together the figures are, the axis shows 0."""
    chart = TrendChart(*samples.HEAD, "weeks", samples.points([1000.1, 1000.4]))
    assert {"0", "1,000"} <= set(texts(charts.svg(chart)))


def test_signals_have_shape_and_colour_and_a_key() -> None:
    """Worse is a triangle, better a circle; outside the limits solid, in a run hollow."""
    drawing = charts.svg(samples.WAITS)
    shown = texts(drawing)
    assert "worse, outside the limits" in shown
    assert "better, one of a run" in shown
    assert "f-worse c-paper" in marks(drawing, "worse")
    assert "f-paper c-better" in marks(drawing, "better")


def test_limits_are_dashed_and_the_mean_is_not() -> None:
    """The middle one of three limits is a solid line."""
    lines = [
        element.get("stroke-dasharray")
        for element in ET.fromstring(charts.svg(samples.WAITS)).iter(f"{SVG}line")
        if element.get("class") == "c-edge" and element.get("stroke-width") == "1.4"
    ]
    assert lines == ["6 4", None, "6 4"]


@pytest.mark.parametrize("first", [0, 1, 3, 99])
def test_limits_begin_where_they_are_computed_from(first: int) -> None:
    """At the middle of that period; a number that no point has is that of the first one."""
    points = samples.points([40.0, 41.0, 42.0, 43.0])
    limit = ReferenceLine("mean", 41.0, "41", "limit", first=first)
    drawing = ET.fromstring(charts.svg(TrendChart(*samples.HEAD, "weeks", points, (limit,))))
    (line,) = (
        element
        for element in drawing.iter(f"{SVG}line")
        if element.get("class") == "c-edge" and element.get("stroke-width") == "1.4"
    )
    (area,) = polylines(ET.tostring(drawing, encoding="unicode"), "area")
    begins = float(line.get("x1", ""))
    if first in (1, 3):
        assert begins == pytest.approx(area[first], abs=0.1)
    else:
        assert begins < area[0]


def test_a_target_is_a_band_with_words() -> None:
    """The side on which a target is reached is shaded, and the words name it."""
    for chart, words in ((samples.WAITS, "Target: 10.0\u202f% or less"),):
        drawing = charts.svg(chart)
        assert words in texts(drawing)
        assert 'class="f-better-wash"' in drawing
    assert 'class="f-better-wash"' in charts.svg(samples.IN_TIME)
    line = attrs.evolve(samples.WAITS, lines=(samples.target("Target", 10.0),))
    assert "f-better-wash" not in charts.svg(line)
    assert "Target 10.0\u202f%" in texts(charts.svg(line))


def test_a_band_with_two_ends_has_two_lines() -> None:
    """A target between two levels is drawn with both."""
    chart = attrs.evolve(samples.WAITS, lines=(samples.target("Target: 10.0% to 20%", 10.0, 20.0),))
    dashes = [
        element
        for element in ET.fromstring(charts.svg(chart)).iter(f"{SVG}line")
        if element.get("class") == "c-better"
    ]
    assert len(dashes) == 2


def test_events_are_uprights_with_words() -> None:
    """What happened stands beside its upright, wherever it lies."""
    for before in (-3, 0, 3, 99):
        chart = attrs.evolve(samples.IN_TIME, events=(ChartEvent(before, "it rained"),))
        assert "it rained" in texts(charts.svg(chart))


def test_a_benchmark_without_a_past_is_a_level_line() -> None:
    """It is dashed as its role is, and named with its figure."""
    line = attrs.evolve(samples.IN_TIME.lines[0], past=())
    drawing = charts.svg(attrs.evolve(samples.IN_TIME, lines=(line,)))
    assert "England 1\u202f%" in texts(drawing)
    assert 'stroke-dasharray="7 4" class="c-country"' in drawing


def test_a_crowded_line_has_markers_at_its_ends_only() -> None:
    """Of sixty points in a narrow drawing two are marked; wide, more of them."""
    values: list[float | None] = [float(index) for index in range(60)]
    lines = (samples.past("England", "country", values),)
    chart = TrendChart(*samples.HEAD, "%", samples.points(values), lines, "Wyeford")
    assert len(marks(charts.svg(chart, width="narrow"), "f-area")) == 2
    assert len(marks(charts.svg(chart, width="narrow"), "c-country")) == 2
    assert len(marks(charts.svg(chart), "f-area")) == 60


def test_long_names_of_months_are_shortened_at_the_axis() -> None:
    """Months have their short names there, and their full ones in the table."""
    shown = texts(charts.svg(samples.WAITS, width="narrow"))
    assert "Dec" in shown
    assert "December" not in shown
    assert charts.table(samples.WAITS).rows[2][0].text == "September 2024"


@pytest.mark.parametrize(("tone", "role"), [("better", "better"), ("neutral", "area")])
def test_a_sparkline_takes_the_colour_of_its_tone(tone: str, role: str) -> None:
    """A neutral one takes the colour of the area."""
    drawing = charts.small(samples.IN_TIME, tone)  # type: ignore[arg-type]  # a word of the parameters
    before, after = polylines(drawing, role)
    assert (len(before), len(after)) == (4, 2)
    assert not texts(drawing)
    assert 'stroke-dasharray="2 2"' in drawing
    assert ET.fromstring(drawing).get("width") == "104"


def test_a_sparkline_marks_a_lone_point_and_the_latest() -> None:
    """A point between gaps is a small dot, the latest figure a larger one."""
    chart = TrendChart(*samples.HEAD, "%", samples.points([1.0, None, 2.0, 3.0]))
    assert len(marks(charts.small(chart), "f-area")) == 2


@pytest.mark.parametrize(("lower", "ends"), [(False, ["17.3", "99.0"]), (True, ["99.0", "17.3"])])
def test_small_peers_run_from_worst_to_best(lower: bool, ends: list[str]) -> None:
    """Both end figures are printed, the worst on the left."""
    drawing = charts.small(attrs.evolve(samples.PEERS, lower_is_better=lower))
    assert texts(drawing) == [f"{end}\u202f%" for end in ends]


def test_equal_peers_stand_in_the_middle() -> None:
    """Where there is neither worst nor best, the figure is printed once."""
    chart = SAMPLES["equal peers"]
    assert isinstance(chart, PeersChart)
    assert texts(charts.small(chart)) == ["5\u202f%"]
    alone = PeersChart(*samples.HEAD, "%", (Dot("A", 5.0, "5%", "area"),))
    assert texts(charts.small(alone)) == ["5\u202f%"]


def test_the_main_areas_are_named_among_peers() -> None:
    """The area, the country and the region are named; the others are hollow dots."""
    drawing = charts.svg(samples.PEERS)
    assert {"Herefordshire", "England", "West Midlands", "100\u202f%"} <= set(texts(drawing))
    assert len(marks(drawing, "c-near")) == 6


def test_parts_stand_inside_their_column() -> None:
    """Later series begin at 0, one on another, and are named at the last column."""
    drawing = charts.svg(samples.COLUMNS)
    assert {"requests", "refused", "new way of counting"} <= set(texts(drawing))
    assert "withdrawn" not in texts(drawing)


def test_bars_carry_their_figures() -> None:
    """A bar has its name and its figure; a rated part has the colour of its rating."""
    for drawing in drawings(samples.BARS):
        assert {"Requests", "531", "no figure"} <= set(texts(drawing))
        assert 'class="f-worse"' in drawing


def test_a_timeline_shows_dates_that_moved_and_states() -> None:
    """Earlier dates are hollow; the key names each state once."""
    for drawing in drawings(samples.TIMELINE):
        shown = texts(drawing)
        assert {"today", "late", "a date that held before"} <= set(shown)
        assert shown.count("on track") == 1
    still = attrs.evolve(samples.TIMELINE, rows=samples.TIMELINE.rows[:1])
    assert "a date that held before" not in texts(charts.svg(still))


@pytest.mark.parametrize(
    ("now", "before", "arrows"), [(3, 1, 1), (1, 3, 1), (2, 2, 0), (0, None, 0)]
)
def test_a_ladder_leads_from_the_step_before(now: int, before: int | None, arrows: int) -> None:
    """An arrow leads to the step that holds; without a change there is none."""
    drawing = charts.small(Ladder(*samples.HEAD, samples.STEPS, now, before))
    assert drawing.count('class="f-area c-area"') == arrows


def test_pips_have_a_shape_each() -> None:
    """A half disc takes two shapes, all others one."""
    for shape in samples.SHAPES:
        drawing = charts.small(Pips(*samples.HEAD, (Pip(shape),)))
        assert drawing.count("<path") == (2 if shape == "half" else 1)


def test_a_pictogram_fills_the_first_figures() -> None:
    """Of a hundred figures 67 are filled."""
    solid = re.search(r'd="([^"]*)"[^>]*class="f-area', charts.svg(samples.PICTOGRAM))
    assert solid is not None
    assert solid[1].count("z") == 2 * 67


@pytest.mark.parametrize(
    ("now", "aim", "share"),
    [
        (66.8, 75.0, 0.43),
        (50.0, 75.0, 0.0),
        (80.0, 75.0, 1.0),
        (66.8, 60.5, 0.0),
        (float("nan"), 75.0, 0.0),
    ],
)
def test_a_path_is_walked_between_start_and_aim(now: float, aim: float, share: float) -> None:
    """The solid part is the share of the way, never below none or above all of it."""
    chart = attrs.evolve(samples.PATH, now=PathStop("n", now, "n"), aim=PathStop("a", aim, "a"))
    lines = ET.fromstring(charts.svg(chart)).iter(f"{SVG}line")
    walked = next(line for line in lines if line.get("class") == "c-area")
    length = float(walked.get("x2", "")) - float(walked.get("x1", ""))
    assert length / (560.0 - 16.0 - 22.0) == pytest.approx(share, abs=0.01)
