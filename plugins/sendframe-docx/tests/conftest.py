"""A report with a block of every kind, the reports of the examples, and ways to read Word files."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from sendframe_docx import Options, render

import sendframe
from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    ChartPoint,
    Column,
    Columns,
    FigureCard,
    Icon,
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


ROOT = Path(__file__).parents[3]
_OF_BOTH = ("annex", "board", "sef-update", "strategy")
REPORTS = {
    "herefordshire": _OF_BOTH,
    "wyeford": (*_OF_BOTH, "you-said-we-did", "youth-update"),
}
"""The reports of each example; Herefordshire's documents have nothing to tell in the others."""

_NOT_PRINTED = frozenset(
    {
        "anchor",
        "facts",
        "file",
        "id",
        "kind",
        "language",
        "link",
        "made_by",
        "makers",
        "media_type",
        "page",
        "inputs",
        "profile",
        "rendered_by",
        "shape",
        "style",
        "theme",
        "tone",
        "weight",
        "widths",
    }
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@attrs.frozen
class Word:
    """A Word file that is read.

    Attributes:
        data: Its bytes.
    """

    data: bytes

    def part(self, name: str) -> ET.Element:
        """Return a part of the file as XML."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return ET.fromstring(archive.read(name))

    @property
    def document(self) -> ET.Element:
        """The text."""
        return self.part("word/document.xml")

    @property
    def text(self) -> str:
        """The text as words: a paragraph a line, then alternatives of pictures, then captions."""
        root = self.document
        lines = [text_of(paragraph) for paragraph in root.iter(f"{W}p")]
        for node in root.iter():
            lines += [node.attrib[key] for key in ("title", "descr") if key in node.attrib]
        lines += [node.attrib[f"{W}val"] for node in root.iter(f"{W}tblCaption")]
        return "\n".join(lines)

    def styled(self, style: str) -> list[str]:
        """Return the texts of the paragraphs whose style begins with the given words."""
        return [text for name, text in self.paragraphs() if name.startswith(style)]

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Yield style and text of each paragraph."""
        for paragraph in self.document.iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            yield ("" if style is None else style.attrib[f"{W}val"]), text_of(paragraph)


def text_of(element: ET.Element) -> str:
    """Return the text in an element."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def headings(sections: tuple[Section, ...], level: int = 1) -> Iterator[tuple[int, str]]:
    """Yield level and text of each heading of a report, in order."""
    for section in sections:
        below = level + bool(section.title)
        if section.title:
            yield level, section.title
        yield from _block_headings(section.blocks, below)
        yield from headings(section.sections, below)


def _block_headings(blocks: tuple[object, ...], level: int) -> Iterator[tuple[int, str]]:
    for block in blocks:
        if isinstance(block, FigureCard):
            yield level, block.title
        elif isinstance(block, Columns):
            for column in block.columns:
                if column.title:
                    yield level, column.title
                yield from _block_headings(column.blocks, level + bool(column.title))


def texts(part: object, *, charts: bool = True) -> Iterator[str]:
    """Yield every text of a report that a reader is to see; of a chart, title and description.

    Args:
        part: The report, or a part of it.
        charts: Whether texts of charts, and names of tables that are not printed, are among them.
    """
    if isinstance(part, str):
        if part.strip():
            yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts(inner, charts=charts)
    elif attrs.has(type(part)) and not isinstance(part, Icon):  # an icon repeats the words
        names = attrs.fields_dict(type(part)).keys() - _NOT_PRINTED
        if isinstance(part, Column):
            names -= {"mark"}  # the heading says the same
        if "description" in names:
            names = {"title", "description"} if charts else set()
        if isinstance(part, Table) and part.hides_caption and not charts:
            names -= {"caption"}
        for name in sorted(names):
            yield from texts(getattr(part, name), charts=charts)


def word_of(model: ReportModel, options: Options | None = None) -> Word:
    """Return the Word file of a report."""
    (file,) = render(model, options or Options())
    return Word(file.data)


@pytest.fixture
def make_word() -> Callable[..., Word]:
    """Return a function that makes the Word file of a report."""
    return word_of


@pytest.fixture
def headings_of() -> Callable[[tuple[Section, ...]], Iterator[tuple[int, str]]]:
    """Return a function that yields level and text of each heading of a report."""
    return headings


@pytest.fixture
def texts_of() -> Callable[..., Iterator[str]]:
    """Return a function that yields every text of a report that a reader is to see."""
    return texts


@pytest.fixture(scope="session")
def examples() -> dict[str, ReportModel]:
    """Return the reports of both examples, by area and profile."""
    made = {}
    for area, profiles in REPORTS.items():
        portfolio = sendframe.load(ROOT / "examples" / area)
        for report_made in sendframe.make_reports(portfolio, profiles):
            made[f"{area}-{report_made.model.profile}"] = report_made.model
    return made


@pytest.fixture(scope="session")
def example_files(examples: dict[str, ReportModel]) -> dict[str, Word]:
    """Return the Word files of the reports of both examples."""
    return {name: word_of(model) for name, model in examples.items()}
