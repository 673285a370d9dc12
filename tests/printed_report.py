"""What the plug-ins that print a report are tested with: each kind of block, and pictures."""

import base64
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    ChartPoint,
    Column,
    Columns,
    FigureCard,
    Icon,
    Image,
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
def make_report() -> Callable[..., ReportModel]:
    """Return a function that makes a report with one section of the given blocks."""
    return report


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAYAAAADCAYAAACwAX77AAAAFUlEQVR4nGP5"
    "////fwYsgAmbIF4JACL6BAX3iUNZAAAAAElFTkSuQmCC"
)
ICON = Icon("clock", "A clock")
IMAGE = Image("lamp.png", "image/png", 6, 3, PNG, "A lamp by a chair")


def picture_blocks(picture: Icon | Image) -> tuple[Any, ...]:
    """Return every block that a picture may stand in."""
    sentence = Sentence("We wait.", picture=picture)
    question = Question("How long?", (Sentence("A year."),), picture=picture)
    card = FigureCard("Waits", "12 weeks", picture=picture)
    return (
        Paragraph((sentence,)),
        Bullets((sentence, Sentence("We ask."))),
        Questions((question,)),
        Questions((question, Question("And then?")), numbered=False),
        card,
        Columns((Column("Left", (card,), picture=picture), Column("", (card,), picture=picture))),
        Columns(
            (
                Column("", (Questions((question,), numbered=False),), picture=picture),
                Column("Right", (), picture=picture),
            ),
            boxed=True,
        ),
    )


def picture_report(picture: Icon | Image) -> ReportModel:
    """Return a report with a picture wherever one may stand."""
    made = report(*picture_blocks(picture))
    (section,) = made.sections
    untitled = attrs.evolve(section, id="untitled", title="", blocks=())
    sections = (attrs.evolve(section, picture=picture), attrs.evolve(untitled, picture=picture))
    return attrs.evolve(made, sections=sections)


def bytes_elsewhere(program: str, model: ReportModel) -> Iterator[str]:
    """Yield the hash that a program prints of a pickled report, in other processes.

    Each has another hash seed, day, time zone and language.
    """
    for seed, epoch, zone, language in (
        ("0", "0", "UTC", "C"),
        ("7", "1700000000", "Asia/Tokyo", "cy_GB.UTF-8"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            input=pickle.dumps(model),
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "SOURCE_DATE_EPOCH": epoch,
                "TZ": zone,
                "LC_ALL": language,
            },
        )
        yield done.stdout.decode().strip()
