"""Sample reports for tests of renderers: empty, small and huge."""

from datetime import date

import attrs

from sendframe.reports import (
    Block,
    Bullets,
    Callout,
    Cell,
    ChartPoint,
    Dot,
    DotChart,
    Mark,
    Paragraph,
    ReferenceLine,
    ReportModel,
    Section,
    Sentence,
    Table,
    TrendChart,
)

__all__ = ["HUGE_ROWS", "empty_report", "huge_report", "small_report"]

HUGE_ROWS = 3_000

_ODD = "Größe <b>&amp;</b> “zitiert”, 5 % | *not bold*"


def empty_report() -> ReportModel:
    """Return a report without sections."""
    return ReportModel(
        profile="board",
        title="Wyeford: report",
        subtitle="As at 31 January 2026",
        area="Wyeford",
        as_at=date(2026, 1, 31),
        sections=(),
        fictional=True,
    )


def small_report() -> ReportModel:
    """Return a report with a block of every kind, and text that needs escaping."""
    first = Section("first", "First", _blocks(), (Section("inner", "Inside", _blocks("inner")),))
    last = Section("last", "Nothing below")
    return attrs.evolve(
        empty_report(), sections=(first, last), notice="Wyeford is made up.", handling_mark="OPEN"
    )


def huge_report() -> ReportModel:
    """Return a report with a table of thousands of rows and many sections."""
    rows = tuple(
        (Cell(f"Row {number}"), Cell(f"{number / 7:.1f}", ("indicator/a",), number=True))
        for number in range(HUGE_ROWS)
    )
    many = tuple(
        Section(f"part-{number}", f"Part {number}", _blocks(f"p{number}")) for number in range(40)
    )
    table = Section("table", "Table", (Table("Many rows", ("Row", "Figure"), rows),), many)
    return attrs.evolve(empty_report(), sections=(table,))


def _blocks(prefix: str = "a") -> tuple[Block, ...]:
    sentence = Sentence("It rained.", ("indicator/a",))
    points = (
        ChartPoint("2023", 58.2, "58.2%", ("indicator/a",)),
        ChartPoint("2024", None, "not available"),
        ChartPoint("2025", 61.4, "61.4%", ("indicator/a",)),
    )
    dots = (
        Dot("Wyeford", 61.4, "61.4%", "own"),
        Dot("Marlbeck", None, "not available", "other"),
        Dot("Ardenia", 60.0, "60.0%", "benchmark"),
    )
    line = ReferenceLine("Target", 75.0, "75.0%", "target")
    cells = (
        Cell("Wyeford"),
        Cell("61.4", number=True),
        Cell(mark=Mark("better", "circle", "better")),
    )
    return (
        Paragraph((sentence, Sentence(_ODD), Sentence("We want to be asked.", quoted=True))),
        Bullets((sentence, Sentence(_ODD))),
        Callout("Mind", (sentence,), "important"),
        Table("Figures", ("Area", "Figure", "Rating"), (cells,), note="Made up."),
        TrendChart(f"{prefix}-trend", "Trend", "It rose to 61.4%.", "%", points, (line,)),
        DotChart(f"{prefix}-dots", "Areas", "Wyeford is above Ardenia.", "%", dots),
    )
