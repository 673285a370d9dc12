"""Charts: what they show, how they can be read, and that no text harms them."""

import itertools
import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings

from sendframe.model import full_text
from sendframe.reports import (
    Chart,
    ChartEvent,
    Dot,
    Ladder,
    PathStop,
    PeersChart,
    Pip,
    Pips,
    TrendChart,
    charts,
)
from sendframe.reports._tokens import COLOURS
from tests.unit.reports import chart_samples as samples
from tests.unit.reports.chart_samples import SAMPLES, SVG, drawings, texts

ALL = [pytest.param(chart, id=name) for name, chart in SAMPLES.items()]
LIGHT = {colour.light for colour in COLOURS.values()} | {"none"}


@pytest.mark.parametrize("chart", ALL)
def test_every_drawing_has_a_name_and_a_text_alternative(chart: Chart) -> None:
    """A screen reader finds an image whose name and description come from the model."""
    for drawing in drawings(chart):
        picture = ET.fromstring(drawing)
        title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None
        assert description is not None
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert (title.text, description.text) == ("A title", "A description.")
        assert str(title.get("id")).startswith(f"{chart.id}-")


@pytest.mark.parametrize("chart", ALL)
def test_the_drawings_of_a_chart_share_no_id(chart: Chart) -> None:
    """The wide, the narrow and the small drawing can stand in one page."""
    ids = [
        element.get("id")
        for drawing in drawings(chart)
        for element in ET.fromstring(drawing).iter()
        if element.get("id")
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("chart", ALL)
def test_elements_carry_their_looks_and_a_class(chart: Chart) -> None:
    """Without a style sheet all is drawn in the light colours; with one, it can be recoloured."""
    for drawing in drawings(chart):
        for element in ET.fromstring(drawing).iter():
            name = element.tag.removeprefix(SVG)
            assert "style" not in element.attrib
            if name in {"rect", "path", "text"}:
                assert element.get("fill") in LIGHT
            if name in {"line", "polyline", "path"}:
                assert element.get("stroke") in LIGHT
            if name not in {"title", "desc"}:
                assert element.get("class")


@pytest.mark.parametrize("chart", ALL)
def test_every_drawing_has_its_size_twice(chart: Chart) -> None:
    """The view box is that of width and height, so that it can be scaled or left as it is."""
    for drawing in drawings(chart):
        picture = ET.fromstring(drawing)
        assert picture.get("viewBox") == f"0 0 {picture.get('width')} {picture.get('height')}"


def test_a_wide_and_a_narrow_drawing_fit_their_columns() -> None:
    """Charts are 720 or 320 units wide; those of one width are narrower than that."""
    for chart in SAMPLES.values():
        wide, narrow = (float(ET.fromstring(d).get("width", "")) for d in drawings(chart)[:2])
        assert (wide, narrow) == (720.0, 320.0) or wide == narrow <= 360.0


@pytest.mark.parametrize("chart", ALL)
def test_no_text_covers_another_or_leaves_the_drawing(chart: Chart) -> None:
    """Names are moved apart, and the drawing grows where they need more room."""
    for drawing in drawings(chart):
        assert not samples.clashes(drawing)


@settings(deadline=None)
@given(samples.CHARTS)
def test_any_chart_can_be_read(chart: Chart) -> None:
    """Whatever the figures and words are: well-formed, finite, no text on another or clipped."""
    for drawing in drawings(chart):
        assert not samples.clashes(drawing)
        assert not re.search(r'="[^"]*\b(nan|inf)\b', re.sub("<(title|desc|text).*", "", drawing))


@settings(deadline=None)
@given(samples.CHARTS)
def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    """A copy of a chart is drawn the same."""
    assert drawings(chart) == drawings(attrs.evolve(chart))


@settings(deadline=None)
@given(samples.CHARTS)
def test_every_table_is_rectangular_and_no_cell_is_empty(chart: Chart) -> None:
    """Each row has a cell for each column, with a text or a mark."""
    table = charts.table(chart)
    for row in table.rows:
        assert len(row) == len(table.columns)


def test_drawings_do_not_depend_on_the_hash_seed() -> None:
    """Two processes with different seeds write the same."""
    program = (
        "from tests.unit.reports.chart_samples import SAMPLES, drawings\n"
        "import hashlib\n"
        "text = ''.join(part for chart in SAMPLES.values() for part in drawings(chart))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("chart", ALL)
def test_hostile_text_stays_text(chart: Chart) -> None:
    """Markup in a title, a description or an id is written as text, and hidden signs are left out."""
    hostile = attrs.evolve(chart, id=samples.HARM, title=samples.HARM, description=samples.HARM)
    for drawing in drawings(hostile):
        picture = ET.fromstring(drawing)
        assert not list(picture.iter(f"{SVG}script"))
        assert "\u202e" not in drawing
        title = picture.find(f"{SVG}title")
        assert title is not None
        assert title.text == charts.visible_text(samples.HARM)


def test_a_chart_without_a_title_is_still_named() -> None:
    """An image is never without a name."""
    drawing = charts.svg(attrs.evolve(samples.IN_TIME, title="", description="\x00"))
    picture = ET.fromstring(drawing)
    assert picture.findtext(f"{SVG}title") == picture.findtext(f"{SVG}desc") == "Chart"


def test_identifiers_keep_texts_apart() -> None:
    """What no id may hold becomes its code point."""
    assert charts.identifier("a b/c") == "a_20_b_2f_c"


# ------------------------------------------------------------------ trends


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


# ------------------------------------------------------------------ small drawings


@pytest.mark.parametrize(("tone", "role"), [("better", "better"), ("neutral", "area")])
def test_a_sparkline_takes_the_colour_of_its_tone(tone: str, role: str) -> None:
    """A neutral one takes the colour of the area."""
    drawing = charts.small(samples.IN_TIME, tone)  # type: ignore[arg-type]
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


# ------------------------------------------------------------------ other charts


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
    assert length / (720.0 - 16.0 - 22.0) == pytest.approx(share, abs=0.01)


# ------------------------------------------------------------------ tables


def test_the_table_of_a_trend_has_a_column_for_each_series() -> None:
    """Levels are rows below the periods; the break and the event are in the note."""
    table = charts.table(samples.IN_TIME)
    assert table.columns == (
        "Period or level",
        "Herefordshire (%)",
        "England",
        "West Midlands",
        "Areas like it (mean)",
    )
    assert [cell.text for cell in table.rows[0]] == ["2019", "90.1%", "60.4%", "61.4%", "65.4%"]
    assert table.rows[-1][1].facts == ("fact/t",)
    assert table.note == (
        "2023 is not comparable with 2022: new way of counting. "
        "Before 2021: a new team writes plans."
    )


def test_the_table_of_a_trend_with_limits_names_the_signals() -> None:
    """What markers show by shape and colour is there in words."""
    table = charts.table(samples.WAITS)
    assert table.columns[-1] == "Signal"
    assert table.rows[0][-1].text == "worse, outside the limits"
    assert table.rows[7][-1].text == "none"
    assert table.note == "Before September 2025: two drop-ins open, 15 Sept."
    neutral = attrs.evolve(samples.WAITS.points[0], signal="neutral")
    table = charts.table(attrs.evolve(samples.WAITS, points=(neutral,)))
    assert table.rows[0][-1].text == "neither better nor worse, outside the limits"
    assert table.note.endswith(
        "Each figure is a signal, so the limits describe no period as it was."
    )


def test_a_trend_without_levels_has_a_plain_table() -> None:
    """An event after the last period, and a break without a reason, are named all the same."""
    last = attrs.evolve(samples.points([1.0, 2.0])[1], follows=False)
    chart = TrendChart(
        *samples.HEAD,
        "",
        (samples.points([1.0])[0], last),
        events=(ChartEvent(7, "it rained"),),
    )
    table = charts.table(chart)
    assert table.columns == ("Period", "Figure")
    assert table.note == "2020 is not comparable with 2019. it rained."


def test_a_shorter_past_leaves_cells_without_a_figure() -> None:
    """A comparator that ends early has a dash."""
    line = samples.past("England", "country", [1.0])
    chart = TrendChart(*samples.HEAD, "%", samples.points([1.0, 2.0]), (line,))
    assert charts.table(chart).rows[1][2].text == "–"


def test_every_kind_of_chart_has_a_table() -> None:
    """The columns are named for what the chart shows."""
    columns = {
        name: charts.table(chart).columns for name, chart in itertools.islice(SAMPLES.items(), 10)
    }
    assert columns["peers"] == ("Area", "Figure (%)", "Kind")
    assert columns["columns"] == ("Period", "requests", "refused", "withdrawn")
    assert columns["bars"] == ("What is counted", "Figure")
    assert columns["timeline"] == ("What is due", "Due", "State", "Times moved")
    assert columns["ladder"] == ("Step", "Judged")
    assert columns["pips"] == ("Shape", "Pieces")
    assert columns["pictogram"] == ("How many", "Of how many")
    assert columns["path"] == ("Place on the way", "Figure")


def test_tables_say_what_drawings_show() -> None:
    """Parts, moved dates, the step before and hollow shapes are told in words."""
    assert charts.table(samples.BARS).rows[1][0].text == "of these, refused"
    assert charts.table(samples.TIMELINE).rows[1][3].text == "1"
    assert [row[1].text for row in charts.table(samples.LADDER).rows] == ["–", "before", "–", "now"]
    same = attrs.evolve(samples.LADDER, before=3)
    assert charts.table(same).rows[3][1].text == "now, as before"
    assert charts.table(samples.PIPS).rows[1][0].text == "hollow square"


@pytest.mark.parametrize("chart", ALL)
def test_a_notebook_shows_the_drawing_and_a_prompt_the_name(chart: Chart) -> None:
    """The drawing is the wide one, on paper of its own; the name is short and has no figure."""
    assert charts.svg(chart) in chart._repr_html_()
    assert repr(chart) == f"<{type(chart).__name__} {chart.id!r}>"
    assert full_text(chart).startswith(f"{type(chart).__name__}(id={chart.id!r}, ")
