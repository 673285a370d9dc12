"""Charts that cannot be drawn, and the figures under those that can."""

from collections.abc import Callable

import pytest
from sendframe_pdf import Options, render

from sendframe.plugins import (
    Cell,
    Column,
    Columns,
    FigureCard,
    ReportModel,
    Table,
    TrendChart,
    charts,
)

Make = Callable[[ReportModel], bytes]
Poppler = Callable[..., str]
Report = Callable[..., ReportModel]
Trend = Callable[[str], TrendChart]

_NO_PICTURE = '<svg xmlns="urn:other" width="9" height="9" viewBox="0 0 9 9"><g/></svg>'


def test_the_figures_of_a_trend_are_printed(
    trend_report: ReportModel, make_pdf: Make, poppler: Poppler
) -> None:
    """Under a trend stand its figures and those of its comparators, one column a period."""
    printed = poppler("pdftotext", make_pdf(trend_report), "-layout")
    rows = [" ".join(line.split()) for line in printed.splitlines()]
    assert "Period 2021 2022 2023 2024" in rows
    assert "Wyeford 71.0% 65.0% 60.0% 66.8%" in rows
    assert "Ardenia 60.0% 53.0% 51.0% 48.2%" in rows


def test_an_option_leaves_the_figures_out(trend_report: ReportModel, poppler: Poppler) -> None:
    """With the option `figures` off, a trend has no table."""
    (file,) = render(trend_report, Options(figures=False))
    assert "Period" not in poppler("pdftotext", file.data)


def test_in_a_narrow_column_the_description_stands(
    make_trend: Trend, make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """Beside a text there is no space for the figures: the chart has its description under it."""
    columns = Columns((Column("Text", ()), Column("", (make_trend("a"),))), widths=(3, 2))
    printed = " ".join(poppler("pdftotext", make_pdf(make_report(columns))).split())
    assert "Wyeford rose to 66.8% in 2024; Ardenia fell." in printed
    assert "Period" not in printed
    wide = " ".join(poppler("pdftotext", make_pdf(make_report(make_trend("a")))).split())
    assert "Wyeford rose to 66.8% in 2024" not in wide


@pytest.mark.parametrize("drawn", ["<svg", "<svg/>", "", _NO_PICTURE])
def test_a_chart_that_is_no_picture_is_a_table(
    drawn: str,
    monkeypatch: pytest.MonkeyPatch,
    trend_report: ReportModel,
    make_pdf: Make,
    poppler: Poppler,
) -> None:
    """Where the drawing is no SVG that can be placed, the figures and the description stand."""
    monkeypatch.setattr(charts, "svg", lambda *_, **__: drawn)
    pdf = make_pdf(trend_report)
    printed = " ".join(poppler("pdftotext", pdf).split())
    for text in ("More come on time again", "Wyeford rose to 66.8% in 2024", "2023", "65.0%"):
        assert text in printed
    assert b"/Alt(" not in pdf


def test_a_chart_that_fails_is_a_table(
    monkeypatch: pytest.MonkeyPatch,
    make_trend: Trend,
    make_report: Report,
    make_pdf: Make,
    poppler: Poppler,
) -> None:
    """An error in a drawing costs the drawing only; without a table the description remains."""

    def fail(*_: object, **__: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(charts, "svg", fail)
    monkeypatch.setattr(charts, "small", fail)
    assert "66.8%" in poppler("pdftotext", make_pdf(make_report(make_trend("a"))))
    monkeypatch.setattr(charts, "table", fail)
    cell = Table("T", ("A", "B"), ((Cell("Plans"), Cell(chart=make_trend("b"))),))
    for block in (make_trend("a"), cell, FigureCard("Plans", "66.8%", chart=make_trend("c"))):
        printed = " ".join(poppler("pdftotext", make_pdf(make_report(block))).split())
        assert "Wyeford rose to 66.8% in 2024; Ardenia fell." in printed
