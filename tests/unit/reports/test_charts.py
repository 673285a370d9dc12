"""Charts: what they show, how they can be read, and that no text harms them."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings

from sendframe.model import full_text
from sendframe.reports import Chart, ChartPoint, ReferenceLine, TrendChart, charts
from sendframe.reports._tokens import COLOURS
from tests.unit.reports import chart_samples as samples
from tests.unit.reports.chart_samples import SAMPLES, SVG, drawings

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
    """Charts are 560 or 260 units wide; those of one width are narrower than that."""
    for chart in SAMPLES.values():
        wide, narrow = (float(ET.fromstring(d).get("width", "")) for d in drawings(chart)[:2])
        assert (wide, narrow) == (560.0, 260.0) or wide == narrow <= 360.0


@pytest.mark.parametrize("chart", ALL)
def test_no_text_covers_another_or_leaves_the_drawing(chart: Chart) -> None:
    """Names are moved apart, and the drawing grows where they need more room."""
    for drawing in drawings(chart):
        assert not samples.clashes(drawing)


def test_names_end_above_the_periods() -> None:
    """The names of two levels at the bottom leave the space of a long period at the end."""
    lines = [
        ReferenceLine(label="", value=0.0, text="0" * number, kind="target") for number in (23, 23)
    ]
    chart = TrendChart(
        id="a",
        title="A title",
        description="A description.",
        unit="%",
        points=tuple(
            ChartPoint(label=label, value=None, text="", follows=False) for label in ("", "0" * 9)
        ),
        lines=tuple(lines),
        area="",
    )
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


@pytest.mark.parametrize("chart", ALL)
def test_a_notebook_shows_the_drawing_and_a_prompt_the_name(chart: Chart) -> None:
    """The drawing is the wide one, on paper of its own; the name is short and has no figure."""
    assert charts.svg(chart) in chart._repr_html_()
    assert repr(chart) == f"<{type(chart).__name__} {chart.id!r}>"
    assert full_text(chart).startswith(f"{type(chart).__name__}(id={chart.id!r}, ")
