"""A report with a block of every kind, the reports of the examples, and ways to read Word files."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from sendframe_docx import Options, render

import sendframe
from sendframe.plugins import (
    Column,
    Columns,
    FigureCard,
    Icon,
    ReportModel,
    Section,
    Table,
)
from tests.contract.example_pages import REPORTS
from tests.printed_report import every_block, make_report, make_trend

__all__ = ["every_block", "make_report", "make_trend"]  # fixtures of every test here

ROOT = Path(__file__).parents[3]

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
        "typed",
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
