"""Charts: what they show, how they stay legible, and that they hold no surprise."""

import os
import re
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from sendframe.reports import ChartPoint, Dot, DotChart, ReferenceLine, TrendChart, charts
from sendframe.reports import _palette as palette
from sendframe.reports._axis_scale import AxisScale
from sendframe.reports._label_layout import Box
from sendframe.reports._svg import identifier
from tests.unit.reports.chart_samples import (
    ALL,
    DOTS,
    HARM,
    MANY,
    MARK_INKS,
    PLAIN,
    SVG,
    TEXT_INKS,
    TRENDS,
    WAVE,
    boxes,
    dots,
    ratio,
    root,
    shown,
    trend,
)


@pytest.mark.parametrize("chart", ALL)
def test_every_picture_has_a_name_and_a_text_alternative(chart: TrendChart | DotChart) -> None:
    """A screen reader finds an image whose name and description come from the model."""
    picture = root(chart)
    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{chart.id}-title {chart.id}-desc"
    assert (title.get("id"), title.text) == (f"{chart.id}-title", "A title")
    assert (description.get("id"), description.text) == (f"{chart.id}-desc", "A description.")


@pytest.mark.parametrize("chart", ALL)
def test_shapes_carry_their_looks_themselves(chart: TrendChart | DotChart) -> None:
    """No class, no style and no colour from outside: each shape has a fill, and lines a stroke."""
    for each in root(chart).iter():
        assert not {"class", "style"} & set(each.attrib)
        name = each.tag.removeprefix(SVG)
        if name in {"text", "rect", "circle", "path", "polygon"}:
            assert each.get("fill") in TEXT_INKS | MARK_INKS | PLAIN, name
        if name in {"line", "path"}:
            assert each.get("stroke") in MARK_INKS | PLAIN, name
        if name == "text":
            assert each.get("fill") in TEXT_INKS


@pytest.mark.parametrize("chart", ALL)
def test_places_are_finite_inside_and_of_two_decimals(chart: TrendChart | DotChart) -> None:
    """Coordinates stay in the picture whatever the figures are."""
    text = charts.svg(chart)
    assert not re.search(r"\b(nan|inf)\b", text)
    picture = root(chart)
    wide, high = float(picture.get("width", "")), float(picture.get("height", ""))
    for each in picture.iter():
        for name in ("x", "y", "x1", "y1", "x2", "y2", "cx", "cy"):
            if (written := each.get(name)) is not None:
                assert re.fullmatch(r"-?\d+(\.\d{1,2})?", written)
                assert -1 <= float(written) <= (wide if "x" in name else high)


@pytest.mark.parametrize("chart", ALL)
def test_no_label_covers_another(chart: TrendChart | DotChart) -> None:
    """Labels are set apart, at the ends of lines as well as at points."""
    for one, other in combinations(boxes(chart), 2):
        assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize("chart", ALL)
def test_nothing_sticks_out(chart: TrendChart | DotChart) -> None:
    """Every label lies inside the picture."""
    picture = root(chart)
    frame = Box(
        -1.0, -1.0, float(picture.get("width", "")) + 1, float(picture.get("height", "")) + 1
    )
    for each in boxes(chart):
        assert each.inside(frame), each


def test_printed_figures_are_the_texts_of_the_model() -> None:
    """A picture prints the text of a point, and never the value it is placed by."""
    texts = shown(trend([12.3456, 45.6789, 33.3333]))
    assert {"p0q", "p1q", "p2q"} <= set(texts)
    assert not [each for each in texts if "12.3" in each or "45.6" in each]


def test_few_points_are_all_labelled() -> None:
    """Up to sixteen points, each figure is printed where there is room for it."""
    for name in ("two", "equal", "negative", "close together", "long periods"):
        chart = TRENDS[name]
        assert {each.text for each in chart.points} <= set(shown(chart)), name


def test_a_figure_without_room_stands_in_the_table_alone() -> None:
    """The ends and the extremes come first; what would cover them is not printed in the picture."""
    chart = TRENDS["crowded"]
    figures, printed = [each.text for each in chart.points], set(shown(chart))
    assert {figures[0], figures[1], figures[-1]} <= printed  # the lowest, the highest, the latest
    assert not set(figures) <= printed
    assert [row[1].text for row in charts.table(chart).rows] == figures


def test_of_many_points_the_ends_and_extremes_are_labelled() -> None:
    """With sixty points the first, the last, the highest and the lowest figure are printed."""
    texts = shown(trend(MANY))
    high, low = WAVE.index(max(WAVE)), WAVE.index(min(WAVE))
    assert sorted(each for each in texts if each.startswith("p")) == sorted(
        {"p0q", "p59q", f"p{high}q", f"p{low}q"}
    )


def lines_of(chart: TrendChart, attribute: str, value: str) -> list[str]:
    """Return the steps of each path whose attribute has a value."""
    paths = root(chart).iter(f"{SVG}path")
    return [path.get("d", "") for path in paths if path.get(attribute) == value]


def crosses(chart: TrendChart) -> list[str]:
    """Return the crosses, which are drawn with the width of a mark."""
    return lines_of(chart, "stroke", palette.MUTED)


def test_a_missing_figure_breaks_the_line() -> None:
    """There is no line to or from a missing figure, and what stands in its place is printed."""
    chart = trend([10.0, 20.0, None, 30.0, 40.0])
    (line,) = lines_of(chart, "stroke-width", "3")
    assert line.count("M") == 2
    assert line.count("L") == 2
    assert "withheld" in shown(chart)


def test_a_missing_figure_without_room_is_a_cross() -> None:
    """Where its text has no room, a missing figure is still marked."""
    chart = trend([None] * 60)
    assert len(crosses(chart)) + shown(chart).count("withheld") == 60


def test_two_missing_figures_side_by_side_are_two_crosses() -> None:
    """What stands for one missing figure never covers the place of the next."""
    close = trend([*[10.0] * 10, None, None, *[10.0] * 10])
    assert "withheld" not in shown(close)
    assert len(crosses(close)) == 2


@pytest.mark.parametrize(
    ("values", "unit", "low", "high"),
    [
        ([46.4, 67.6], "%", 0, 80),
        ([97.0, 99.0], "%", 0, 100),
        ([120.0, 99.0], "%", 0, 150),
        ([-5.0, 20.0], "%", -10, 20),
        ([5.0, 5.0], "weeks", 0, 6),
        ([1000.0, 1001.0], "children", 999.75, 1001),
        ([], "%", 0, 100),
    ],
)
def test_the_axis_is_honest(values: list[float], unit: str, low: float, high: float) -> None:
    """Percentages start at nought and end at 100 or below, unless the figures do not."""
    scale = AxisScale.around(values, unit)
    assert (scale.low, scale.high) == (low, high)


def test_an_axis_that_does_not_start_at_nought_says_so() -> None:
    """A reader is told where a difference looks larger than it is."""
    assert any("does not start at 0" in each for each in shown(TRENDS["close together"]))
    assert not any("does not start at 0" in each for each in shown(TRENDS["two"]))


def test_axes_are_labelled() -> None:
    """Ticks have labels; a unit other than per cent is named once."""
    assert {"0%", "5%", "20%"} <= set(shown(trend([10.0, 20.0])))
    texts = shown(TRENDS["negative"])
    assert {"points", "\N{MINUS SIGN}10", "0", "5"} <= set(texts)


def test_levels_differ_by_more_than_colour() -> None:
    """Each level has dashes of its own, and targets another marker than benchmarks."""
    lines = [e for e in root(TRENDS["levels"]).iter(f"{SVG}path") if e.get("stroke-dasharray")]
    looks = [(e.get("stroke"), e.get("stroke-dasharray")) for e in lines]
    assert len({dash for _, dash in looks[:4]}) == 4
    assert {dash for _, dash in looks[:6]}.isdisjoint({dash for _, dash in looks[6:]})
    assert len(list(root(TRENDS["levels"]).iter(f"{SVG}polygon"))) == 2


def test_levels_are_named_at_their_end() -> None:
    """There is no legend: each level has its figure and its name at the end of its line."""
    texts = shown(TRENDS["levels"])
    assert {"50t The target", "51t Next target", "3b Benchmark 3"} <= set(texts)


def test_a_benchmark_with_a_past_is_a_line_through_its_own_figures() -> None:
    """The line has a break where a figure is missing, and the table has a row for each figure."""
    past = tuple(
        ChartPoint(str(1990 + index), value, f"b{index}")
        for index, value in enumerate((2.0, None, 2.5, 3.5))
    )
    line = ReferenceLine("England, 1993", 3.5, "b3", "benchmark", past=past)
    chart = trend([1.0, 2.0, 3.0, 4.0], "%", line)
    (dashed,) = [e for e in root(chart).iter(f"{SVG}path") if e.get("stroke-dasharray")]
    assert (dashed.get("d", "").count("M"), dashed.get("d", "").count("L")) == (1, 1)
    rows = [[cell.text for cell in row] for row in charts.table(chart).rows]
    assert rows[4:] == [
        ["England, 1990", "b0", "Benchmark"],
        ["England, 1992", "b2", "Benchmark"],
        ["England, 1993", "b3", "Benchmark"],
    ]


def test_ones_own_area_stands_out_by_shape_and_weight() -> None:
    """A filled diamond and bold letters; benchmarks are hollow squares, others circles."""
    picture = root(dots([10.0, 20.0, 30.0, 40.0, None]))
    bold = [
        " ".join(e.itertext()) for e in picture.iter(f"{SVG}text") if e.get("font-weight") == "700"
    ]
    assert bold == ["Area 0", "p0q"]
    assert len(list(picture.iter(f"{SVG}polygon"))) == 1
    assert len(list(picture.iter(f"{SVG}circle"))) == 2
    squares = [e for e in picture.iter(f"{SVG}rect") if e.get("stroke")]
    assert [e.get("fill") for e in squares] == [palette.PAPER]
    assert [e for e in picture.iter(f"{SVG}line") if e.get("stroke-dasharray")]


def test_an_area_without_a_figure_keeps_its_row() -> None:
    """Its text stands where a figure would, and it has no dot."""
    texts = shown(dots([10.0, 20.0, None]))
    assert {"Area 2", "p2q"} <= set(texts)
    assert not list(root(dots([10.0, 20.0, None])).iter(f"{SVG}circle"))


def test_texts_are_escaped_and_made_visible() -> None:
    """Markup, controls and marks that turn text round do no harm, in texts or in ids."""
    line = ReferenceLine(HARM, 1.0, HARM, "target")
    point = (ChartPoint(HARM, 1.0, HARM), ChartPoint(HARM, None, HARM), ChartPoint(HARM, 2.0, HARM))
    for chart in (
        TrendChart(HARM, HARM, HARM, HARM, point, (line,)),
        DotChart(
            HARM, HARM, HARM, HARM, (Dot(HARM, 1.0, HARM, "own"), Dot(HARM, 2.0, HARM, "other"))
        ),
    ):
        text = charts.svg(chart)
        assert "<script" not in text
        assert not re.search("[\x00\u202e\ud800]", text)
        picture = ET.fromstring(text)
        assert {e.tag.removeprefix(SVG) for e in picture.iter()} <= {
            *("svg", "title", "desc", "rect", "line", "text", "tspan"),
            *("circle", "polygon", "path"),
        }
        for each in picture.iter():
            assert re.fullmatch(r"[\w.-]*", each.get("id", ""))


def test_ids_stay_apart() -> None:
    """Two ids that differ only in signs that ids may not have still differ."""
    assert identifier("a b") != identifier("a/b")
    assert identifier("waits-2.x_y") == "waits-2.x_y"


def test_empty_texts_still_name_the_picture() -> None:
    """A picture without a title or a description is still announced as a chart."""
    text = charts.svg(TrendChart("t", "", "", "", ()))
    assert ">Chart</title>" in text
    assert ">Chart</desc>" in text


def test_colours_can_be_told_from_their_ground() -> None:
    """Text reaches 4.5 to 1 and marks 3 to 1, on white and on the tint of one's own row."""
    for ground in (palette.PAPER, palette.WASH):
        assert min(ratio(ink, ground) for ink in TEXT_INKS) >= 4.5
        assert min(ratio(ink, ground) for ink in MARK_INKS) >= 3
    assert {ink for ink, _ in palette.TARGETS} <= TEXT_INKS


def test_the_table_holds_every_figure() -> None:
    """The table beside a picture has a row for each point and each level."""
    chart = TRENDS["levels"]
    table = charts.table(chart)
    assert table.columns == ("Period or level", "Figure (%)", "Kind")
    assert [row[1].text for row in table.rows] == [
        *(each.text for each in chart.points),
        *(each.text for each in chart.lines),
    ]
    assert [row[2].text for row in table.rows[-2:]] == ["Target", "Target"]
    assert charts.table(trend([1.0], "")).columns == ("Period", "Figure")
    kinds = [row[2].text for row in charts.table(dots([1.0, 2.0, 3.0])).rows]
    assert kinds == ["This area", "Benchmark", "Other area"]


def test_tables_carry_the_facts() -> None:
    """A figure in the table names the facts it rests on."""
    chart = DotChart("d", "t", "d", "%", (Dot("A", 1.0, "1%", "own", ("f1", "f2")),))
    assert charts.table(chart).rows[0][1].facts == ("f1", "f2")


def test_pictures_are_the_same_every_time() -> None:
    """The bytes do not depend on the hash seed."""
    program = (
        "from sendframe.reports import *\n"
        "from sendframe.reports import charts\n"
        "p = tuple(ChartPoint(str(n), n * 1.1, str(n)) for n in range(30))\n"
        "l = (ReferenceLine('a', 3.0, '3', 'target'), ReferenceLine('b', 3.1, '3', 'benchmark'))\n"
        "print(charts.svg(TrendChart('t', 't', 'd', '%', p, l)))\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(results) == 1
    assert charts.svg(TRENDS["levels"]) == charts.svg(TRENDS["levels"])


def test_a_picture_is_small() -> None:
    """A trend of six points takes less than 8 KB, and forty areas less than 40 KB."""
    assert len(charts.svg(trend(MANY[:6]))) < 8_000
    assert len(charts.svg(DOTS["forty"])) < 40_000
