"""A report with a block of every kind, and ways to read the PDF that it gives."""

import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sendframe_pdf import Options, render

from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    ChartPoint,
    Column,
    Columns,
    FigureCard,
    Ladder,
    LadderStep,
    Link,
    Mark,
    Paragraph,
    Question,
    Questions,
    ReferenceLine,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    TrendChart,
)

YEARS = ("2021", "2022", "2023", "2024")


def trend(prefix: str) -> TrendChart:
    """Return a trend with a comparator and a target."""
    ours = zip(YEARS, (71.0, 65.0, 60.0, 66.8), strict=True)
    theirs = zip(YEARS, (60.0, 53.0, 51.0, 48.2), strict=True)
    return TrendChart(
        prefix,
        "More come on time again",
        "Wyeford rose to 66.8% in 2024; Ardenia fell.",
        "%",
        tuple(ChartPoint(year, value, f"{value}%") for year, value in ours),
        (
            ReferenceLine(
                "Ardenia",
                48.2,
                "48.2%",
                "benchmark",
                past=tuple(ChartPoint(year, value, f"{value}%") for year, value in theirs),
                role="country",
            ),
        ),
        area="Wyeford",
    )


def _summary() -> tuple[Section, ...]:
    quoted = Sentence("I talk more in class now.", quoted=True, note="A young person, 2025")
    worse = Mark("Worse", "triangle", "worse")
    card = FigureCard(
        "Advice in six weeks",
        "65.1%",
        "41 of 63",
        (),
        (Sentence("From 76.9% the quarter before."),),
        trend("card"),
        "worse",
        Link("figures"),
    )
    return (
        Section(
            "summary",
            "Summary",
            (
                Paragraph((Sentence("Fewer wait for therapy."),), "lead"),
                Paragraph((Sentence("Only one change is beyond chance."),), "note"),
                Paragraph((Sentence("It rose.", label="Why", link=Link("figures")), quoted)),
                Questions(
                    (
                        Question(
                            "Who leads on holiday clubs?",
                            (Sentence("Nobody since May.", note="Lead: head of communities"),),
                        ),
                        Question("Is the target right?"),
                    )
                ),
            ),
            starts_page=True,
        ),
        Section(
            "columns",
            "",
            (
                Columns((Column("Worse", (card,), worse), Column("Late", (_late(),)))),
                Columns(
                    (Column("A step up", (Paragraph((Sentence("No reason is given."),)),), worse),),
                    boxed=True,
                ),
            ),
        ),
    )


def _late() -> Bullets:
    late = Mark("Late", "triangle", "worse")
    return Bullets(
        (Sentence("Advice by May.", mark=late, link=Link(profile="annex")), Sentence("The rota."))
    )


def _figures() -> Section:
    steps = (LadderStep("Just starting"), LadderStep("Working well"))
    ladder = Ladder("ladder", "Judged", "Working well, before just starting.", steps, 1, 0)
    rows = (
        (
            Cell("Plans in time", note="131 of 196", link=Link("summary")),
            Cell("66.8%", number=True, strong=True),
            Cell(chart=trend("cell"), note="+6.4 points"),
            Cell("beyond chance", mark=Mark("near target", "diamond", "between")),
        ),
        (
            Cell("Requests"),
            Cell("251", number=True),
            Cell(chart=ladder),
            Cell(more=(Cell("no target"), Cell(note="half a year"))),
        ),
    )
    table = Table(
        "All figures",
        ("Indicator", "Latest", "Trend", "How it reads"),
        rows,
        "Each trend has a scale of its own.",
        (
            Span(0, Sentence("Priority 1: find out early")),
            Span(1, Sentence("The forum does not agree.", label="Dissent"), "remark"),
        ),
    )
    inner = Section(
        "inner",
        "Done, and has it helped?",
        (
            Bullets((Sentence("Kept so far.", mark=Mark("Kept", "circle", "better")),)),
            Callout("No reason is given", (Sentence("For this judgement."),), "missing"),
            Callout("Since then", (Sentence("Advice within six weeks: 65 of 100."),)),
            Callout("Mind", (Sentence("Two figures are provisional."),), "important"),
            trend("block"),
        ),
        (Section("deeper", "Deeper", (Paragraph((Sentence("The last sentence."),)),)),),
    )
    return Section(
        "figures",
        "All figures on one page",
        (table,),
        (inner,),
        Mark("Getting there", "diamond", "between"),
        "was: Just starting",
        starts_page=True,
    )


@pytest.fixture
def every_block() -> ReportModel:
    """Return a report with a block of every kind."""
    return ReportModel(
        profile="board",
        title="Wyeford SEND: report for the board",
        subtitle="For the board of 5 February 2026",
        area="Wyeford",
        as_at=date(2026, 1, 31),
        sections=(*_summary(), _figures()),
        notice="Made from public figures.",
        handling_mark="For the board.",
        fictional=True,
    )


def report(*blocks: object, title: str = "Report", section: str = "Section") -> ReportModel:
    """Return a public report with one section."""
    only = Section("one", section, blocks)  # type: ignore[arg-type]  # unknown blocks are tested
    return ReportModel("board", title, "", "Wyeford", date(2026, 1, 31), (only,), public=True)


@pytest.fixture
def make_trend() -> Callable[[str], TrendChart]:
    """Return a function that makes a trend whose ids begin with a prefix."""
    return trend


@pytest.fixture
def trend_report() -> ReportModel:
    """Return a report that is one trend."""
    return report(trend("a"))


@pytest.fixture
def make_report() -> Callable[..., ReportModel]:
    """Return a function that makes a report with one section of the given blocks."""
    return report


def pdf_of(model: ReportModel) -> bytes:
    """Return the PDF of a report."""
    (file,) = render(model, Options())
    return file.data


@pytest.fixture
def make_pdf() -> Callable[[ReportModel], bytes]:
    """Return a function that makes the PDF of a report."""
    return pdf_of


@pytest.fixture
def poppler(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs a program of poppler on a PDF and returns what it prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext and pdfinfo of poppler")

    def run(program: str, pdf: bytes, *options: str) -> str:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf)
        last = ["-"] if program == "pdftotext" else []
        done = subprocess.run(
            [program, *options, str(path), *last], check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    return run


def streams_of(pdf: bytes) -> Iterator[bytes]:
    """Yield the contents of the compressed streams of a PDF."""
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(match[1])
        except zlib.error:
            continue


@pytest.fixture
def streams() -> Callable[[bytes], Iterator[bytes]]:
    """Return a function that yields the contents of the streams of a PDF."""
    return streams_of
