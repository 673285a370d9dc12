"""Charts that cannot be drawn, and the figures under those that can."""

from collections.abc import Callable
from typing import Any

import pytest
from sendframe_docx import Options

from sendframe.plugins import (
    Cell,
    FigureCard,
    Pictogram,
    ReportModel,
    Table,
    TrendChart,
    charts,
)

Make = Callable[..., Any]
Report = Callable[..., ReportModel]
Trend = Callable[[str], TrendChart]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g></svg>'
_DESCRIPTION = "Wyeford rose to 66.8% in 2024; Ardenia fell."


def _pictures(word: Any) -> int:
    return len(list(word.document.iter(f"{_W}drawing")))


def test_the_figures_of_a_trend_are_printed(
    make_trend: Trend, make_report: Report, make_word: Make
) -> None:
    """Under a trend stands a table of its figures, and its description is the text alternative."""
    word = make_word(make_report(make_trend("a")))
    assert _pictures(word) == 1
    assert word.styled("Caption") == ["More come on time again", "Figures: More come on time again"]
    cells = word.styled("Table")
    assert {"Wyeford (%)", "Ardenia", "66.8%", "48.2%", "71.0%"} <= set(cells)
    assert word.text.count(_DESCRIPTION) == 1


def test_an_option_leaves_the_figures_out(
    make_trend: Trend, make_report: Report, make_word: Make
) -> None:
    """With the option `figures` off, a trend has its description in place of its table."""
    word = make_word(make_report(make_trend("a")), Options(figures=False))
    assert word.styled("Table") == []
    assert word.styled("Note") == [_DESCRIPTION]


def test_figures_of_a_table_below_are_not_repeated(
    make_trend: Trend, make_report: Report, make_word: Make
) -> None:
    """A table after a chart that rests on all facts of the chart spares the chart's own."""
    figures = tuple(
        (Cell(row[0].text), *(Cell(cell.text, number=True) for cell in row[1:]))
        for row in charts.table(make_trend("a")).rows
    )
    same = Table("All figures", ("Period", "Wyeford", "Ardenia"), figures)
    fewer = Table("Some figures", same.columns, figures[1:])
    assert make_word(make_report(make_trend("a"), same)).text.count("71.0%") == 1
    assert make_word(make_report(make_trend("a"), fewer)).text.count("65.0%") == 2


def test_a_pictogram_has_no_table(make_report: Report, make_word: Make) -> None:
    """The description of a pictogram says all that it shows."""
    chart = Pictogram("a", "On time", "67 of every 100 came on time.", 67)
    word = make_word(make_report(chart))
    assert _pictures(word) == 1
    assert word.styled("Table") == []
    assert word.styled("Note") == [chart.description]


def test_a_chart_does_not_repeat_the_heading_above(
    make_trend: Trend, make_report: Report, make_word: Make
) -> None:
    """Where the section has the title of the chart, the chart has none above it."""
    word = make_word(make_report(make_trend("a"), section="More come on time again"))
    assert word.styled("Caption") == ["Figures: More come on time again"]


@pytest.mark.parametrize("drawn", ["<svg", "<svg/>", "", _NO_PICTURE])
def test_a_chart_that_is_no_picture_is_a_table(
    drawn: str,
    monkeypatch: pytest.MonkeyPatch,
    make_trend: Trend,
    make_report: Report,
    make_word: Make,
) -> None:
    """Where the drawing is no SVG that can be placed, the figures and the description stand."""
    monkeypatch.setattr(charts, "svg", lambda *_, **__: drawn)
    word = make_word(make_report(make_trend("a")), Options(figures=False))
    assert _pictures(word) == 0
    for text in ("More come on time again", "Wyeford (%)", "2023", "65.0%"):
        assert text in word.text


def test_a_chart_that_fails_is_a_table(
    monkeypatch: pytest.MonkeyPatch, make_trend: Trend, make_report: Report, make_word: Make
) -> None:
    """An error in a drawing costs the drawing only; without a table the description remains."""

    def fail(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(charts, "svg", fail)
    monkeypatch.setattr(charts, "small", fail)
    assert "66.8%" in make_word(make_report(make_trend("a"))).styled("Table")
    monkeypatch.setattr(charts, "table", fail)
    cell = Table("T", ("A", "B"), ((Cell("Plans"), Cell(chart=make_trend("b"))),))
    for block in (make_trend("a"), cell, FigureCard("Plans", "66.8%", chart=make_trend("c"))):
        word = make_word(make_report(block))
        assert _pictures(word) == 0
        assert _DESCRIPTION in word.text
