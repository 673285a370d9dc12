"""The reports of both examples as Word files."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import attrs
import pytest
from docx import Document

from sendframe.plugins import Column, Mark, ReportModel, Section, Sentence, Table
from tests.contract.example_pages import REPORTS

Words = dict[str, Any]
Models = dict[str, ReportModel]
Texts = Callable[..., Iterator[str]]
Headings = Callable[[tuple[Section, ...]], Iterator[tuple[int, str]]]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = [f"{area}-{profile}" for area, profiles in REPORTS.items() for profile in profiles]


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _parts(part: object, kind: type) -> Iterator[Any]:
    """Yield the parts of a report that are of a kind, in its order, without marks of columns."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, tuple):
        for inner in part:
            yield from _parts(inner, kind)
    elif attrs.has(type(part)):
        for name in attrs.fields_dict(type(part)):
            if not (isinstance(part, Column) and name == "mark"):
                yield from _parts(getattr(part, name), kind)


@pytest.mark.parametrize("name", _NAMES)
def test_every_text_is_in_the_file(
    name: str, examples: Models, example_files: Words, texts_of: Texts
) -> None:
    """Each text of the report is in the text, as a text alternative or as the name of a table."""
    printed = _squeezed(example_files[name].text)
    texts = sorted(set(texts_of(examples[name])))
    assert len(texts) > 20
    assert [text for text in texts if _squeezed(text) not in printed] == []


@pytest.mark.parametrize("name", _NAMES)
def test_headings_are_those_of_the_report(
    name: str, examples: Models, example_files: Words, headings_of: Headings
) -> None:
    """Headings have the texts and levels of the report, in its order, without a gap in levels."""
    made = [
        (int(style.removeprefix("Heading")), text.strip())
        for style, text in example_files[name].paragraphs()
        if re.fullmatch(r"Heading\d", style)
    ]
    assert made == list(headings_of(examples[name].sections))
    levels = [0, *(level for level, _ in made)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert example_files[name].styled("Title") == [examples[name].title]


@pytest.mark.parametrize("name", _NAMES)
def test_tables_have_header_rows(name: str, examples: Models, example_files: Words) -> None:
    """The first row of each table is repeated as its header, and the first column is marked."""
    tables = list(example_files[name].document.iter(f"{_W}tbl"))
    heads = [
        tuple(
            "".join(node.text or "" for node in cell.iter(f"{_W}t"))
            for cell in table.find(f"{_W}tr").iter(f"{_W}tc")
        )
        for table in tables
    ]
    for table in tables:
        first, *others = table.findall(f"{_W}tr")
        assert first.find(f"{_W}trPr/{_W}tblHeader") is not None
        assert all(row.find(f"{_W}trPr/{_W}tblHeader") is None for row in others)
        look = table.find(f"{_W}tblPr/{_W}tblLook")
        assert (look.attrib[f"{_W}firstRow"], look.attrib[f"{_W}firstColumn"]) == ("1", "1")
        assert table.find(f"{_W}tblPr/{_W}tblStyle").attrib[f"{_W}val"] == "ReportTable"
    left = iter(heads)  # tables of the figures of charts stand between those of the report
    assert all(table.columns in left for table in _parts(examples[name].sections, Table))


@pytest.mark.parametrize("name", _NAMES)
def test_quotations_and_marks_stand_out(name: str, examples: Models, example_files: Words) -> None:
    """Each quotation is in quotation marks, and before each word of a mark stands its shape."""
    printed = example_files[name].text
    for sentence in _parts(examples[name].sections, Sentence):
        if sentence.quoted:
            assert re.search(f"[“‘\"']{re.escape(sentence.text.strip('“”'))}", printed)
    for mark in _parts(examples[name].sections, Mark):
        if mark.label:
            assert re.search(rf"[■▲◆▬✕○◐⊗●]\u00a0{re.escape(mark.label)}", printed)


@pytest.mark.parametrize("name", _NAMES)
def test_the_file_opens_again(name: str, example_files: Words) -> None:
    """python-docx reads the file; each table has as many cells a row as it has columns."""
    document = Document(io.BytesIO(example_files[name].data))
    assert document.paragraphs[0].style.name == "Title"
    for table in document.tables:
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("name", _NAMES)
def test_pictures_have_alternatives(name: str, example_files: Words) -> None:
    """Each drawing has a description, unless it is decoration, and a number of its own."""
    root = example_files[name].document
    drawings = [node for node in root.iter() if node.tag.endswith("}docPr")]
    decorative = {
        node for node in drawings if any(inner.tag.endswith("}decorative") for inner in node.iter())
    }
    assert all(node in decorative or node.attrib["descr"] for node in drawings)
    charts = [node for node in drawings if node.attrib["name"].startswith("Chart")]
    assert all(node.attrib["title"] for node in charts)
    assert len({node.attrib["id"] for node in drawings}) == len(drawings)
    with zipfile.ZipFile(io.BytesIO(example_files[name].data)) as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
        assert all(archive.read(picture).startswith(b"\x89PNG") for picture in pictures)
    assert bool(pictures) == bool(drawings)
