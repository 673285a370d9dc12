"""Sample reports for tests of renderers: empty, small and huge."""

import base64
from datetime import date

import attrs

from sendframe.model import CalendarYear
from sendframe.reports import (
    Bar,
    BarChart,
    Block,
    Bullets,
    Callout,
    Cell,
    ChartEvent,
    ChartPoint,
    Column,
    ColumnChart,
    Columns,
    ColumnSeries,
    Dot,
    FigureCard,
    Icon,
    Image,
    Ladder,
    LadderStep,
    Link,
    Mark,
    Paragraph,
    PathChart,
    PathStop,
    PeersChart,
    Pictogram,
    Pip,
    Pips,
    Question,
    Questions,
    ReferenceLine,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    Timeline,
    TimelineRow,
    TrendChart,
    TypedFigure,
)

__all__ = ["HUGE_ROWS", "empty_report", "huge_report", "small_report"]

HUGE_ROWS = 3_000

_ODD = "Größe <b>&amp;</b> “zitiert”, 5 % | *not bold*"

_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAYAAAADCAYAAACwAX77AAAAFUlEQVR4nGP5////"
    "fwYsgAmbIF4JACL6BAX3iUNZAAAAAElFTkSuQmCC"
)
"""An image of six pixels by three."""

_TYPED = TypedFigure(
    "a",
    61.4,
    "percent",
    1,
    period=CalendarYear(year=2025),
    numerator=224.0,
    denominator=365.0,
    reading=(Mark("late", "triangle", "worse"),),
)


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
    late = Mark("late", "triangle", "worse")
    noted = Sentence(_ODD, label="Seen:", note="by us", mark=late, link=Link("last"))
    trend, peers = _trend(f"{prefix}-trend"), _peers(f"{prefix}-dots")
    small = attrs.evolve(trend, id=f"{prefix}-small")
    card = FigureCard(
        "Rain",
        "61.4%",
        "of days",
        ("indicator/a",),
        (sentence,),
        small,
        "better",
        Link("", "annex"),
        Icon("clock", "A clock"),
        _TYPED,
    )
    lamp = Image("lamp.png", "image/png", 6, 3, _PNG, f"A lamp {_ODD}")
    seen = Sentence("It was dark.", picture=lamp)
    return (
        Paragraph((sentence, noted, Sentence("We want to be asked.", quoted=True)), "lead"),
        Bullets((sentence, noted, seen)),
        Callout("Mind", (sentence,), "important"),
        Questions((Question("Who leads?", (sentence,)), Question("By when?"))),
        Questions((Question("Is it wet?", (sentence,), "Many", lamp),), numbered=False),
        Columns(
            (Column("Better", (card,), Mark("", "circle", "better")), Column("", (Bullets(()),))),
            boxed=True,
            widths=(2, 1),
        ),
        _table(prefix),
        trend,
        peers,
        *_other_charts(prefix),
    )


def _trend(id_: str) -> TrendChart:
    points = (
        ChartPoint("2023", 58.2, "58.2%", ("indicator/a",)),
        ChartPoint("2024", None, "not available"),
        ChartPoint("2025", 61.4, "61.4%", ("indicator/a",), follows=False, why_not="counted anew"),
    )
    line = ReferenceLine("Target", 75.0, "75.0%", "target")
    event = (ChartEvent(2, "a team began"),)
    return TrendChart(id_, "Trend", "It rose to 61.4%.", "%", points, (line,), "Wyeford", event)


def _peers(id_: str) -> PeersChart:
    dots = (
        Dot("Wyeford", 61.4, "61.4%", "area"),
        Dot("Marlbeck", None, "not available", "near"),
        Dot("Thornmere", 55.0, "55.0%", "near"),
        Dot("Ardenia", 60.0, "60.0%", "country"),
    )
    return PeersChart(id_, "Areas", "Wyeford is above Ardenia.", "%", dots)


def _table(prefix: str) -> Table:
    steps = (LadderStep("Just starting", "triangle"), LadderStep("Working well"))
    ladder = Ladder(f"{prefix}-cell-ladder", "Judgement", "It rose a step.", steps, 1, 0)
    rows = (
        (
            Cell("Wyeford", note="a borough", link=Link("last")),
            Cell("61.4", ("indicator/a",), number=True, strong=True, typed=_TYPED),
            Cell(mark=Mark("better", "circle", "better"), more=(Cell("and so on"),)),
        ),
        (Cell("Thornmere"), Cell(chart=ladder), Cell()),
    )
    spans = (Span(0, Sentence("All areas")), Span(2, Sentence("One disagrees."), "remark"))
    return Table("Figures", ("Area", "Figure", "Rating"), rows, "Made up.", spans)


def _other_charts(prefix: str) -> tuple[Block, ...]:
    counts = (ChartPoint("2024", 12.0, "12"), ChartPoint("2025", 18.0, "18"))
    steps = (LadderStep("Not judged", "bar", is_apart=True), LadderStep("Working well"))
    return (
        ColumnChart(
            f"{prefix}-columns", "Requests", "They rose.", "", (ColumnSeries("all", counts),)
        ),
        BarChart(f"{prefix}-bars", "From request to plan", "Parts.", (Bar("late", 6.0, "6"),)),
        Timeline(
            f"{prefix}-timeline",
            "One date has moved",
            "One action.",
            date(2026, 1, 31),
            (TimelineRow("Rota", (date(2025, 6, 30), date(2026, 3, 31)), "March 2026", "behind"),),
        ),
        Ladder(f"{prefix}-ladder", "Judgement", "It is new.", steps, 1),
        Pips(f"{prefix}-pips", "Evidence", "One for it.", (Pip("circle", "better"),)),
        Pictogram(f"{prefix}-people", "61 of 100", "61 of 100 figures are filled.", 61),
        PathChart(
            f"{prefix}-path",
            "Half the way",
            "From 40% to 80%.",
            PathStop("2023", 40.0, "40%"),
            PathStop("2025", 60.0, "60%"),
            PathStop("2027", 80.0, "80%"),
        ),
    )
