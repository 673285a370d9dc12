"""The file: tags, language, size, and the same bytes every time."""

import hashlib
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import attrs
import pytest

from sendframe.plugins import Paragraph, ReportModel, Sentence
from tests.printed_report import bytes_elsewhere

Make = Callable[[ReportModel], bytes]
Poppler = Callable[..., str]
Report = Callable[..., ReportModel]

_HASH = (
    "import hashlib, pickle, sys; from sendframe_pdf import Options, render; "
    "model = pickle.load(sys.stdin.buffer); "
    "print(hashlib.sha256(render(model, Options())[0].data).hexdigest())"
)


def test_the_file_is_tagged(every_block: ReportModel, make_pdf: Make) -> None:
    """It declares PDF/UA-1 and has a structure tree, marked content, a language and a title."""
    pdf = make_pdf(every_block)
    assert b"/StructTreeRoot" in pdf
    assert b"/MarkInfo<</Marked true" in pdf
    assert b"/Lang(en-GB)" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"Wyeford SEND: report for the board" in pdf


def test_the_structure_is_that_of_the_report(
    every_block: ReportModel, make_pdf: Make, poppler: Poppler
) -> None:
    """Headings have levels without a gap, and lists, tables and quotations have their tags."""
    lines = poppler("pdfinfo", make_pdf(every_block), "-struct-text").splitlines()
    tags = [line.split()[0].strip(":") for line in lines if line.strip()]
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"H[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {"L", "LI", "Table", "THead", "TH", "TD", "Figure", "Link", "Caption"} <= set(tags)


def test_every_chart_has_a_text_alternative(every_block: ReportModel, make_pdf: Make) -> None:
    """Each of the four drawings has title and description of its chart as text alternative."""
    pdf = make_pdf(every_block)
    trend = rb"/Alt\(More come on time again\. Wyeford rose to 66\.8% in 2024; Ardenia fell\.\)"
    assert len(re.findall(trend, pdf)) == 3
    assert len(re.findall(rb"/Alt\(Judged\. Working well, before just starting\.\)", pdf)) == 1


@pytest.mark.parametrize(
    ("tag", "printed"),
    [("cy", b"/Lang(cy)"), ("zh-Hant-TW", b"/Lang(zh-TW)"), ("", b"/Lang(en)")],
)
def test_the_language_is_that_of_the_report(
    tag: str, printed: bytes, make_report: Report, make_pdf: Make
) -> None:
    """Language and region of the tag are declared; without a tag it is English."""
    model = attrs.evolve(make_report(Paragraph((Sentence("Glaw."),))), language=tag)
    assert printed in make_pdf(model)


def test_the_file_has_no_date(every_block: ReportModel, make_pdf: Make) -> None:
    """Neither the information nor the metadata of the file has a day or a time."""
    pdf = make_pdf(every_block)
    assert b"/CreationDate" not in pdf
    assert b"/ModDate" not in pdf
    assert b"CreateDate" not in pdf


def test_bytes_are_the_same_everywhere(every_block: ReportModel, make_pdf: Make) -> None:
    """Another process with another hash seed, day, time zone and language gives the same bytes."""
    expected = make_pdf(every_block)
    assert make_pdf(every_block) == expected
    for elsewhere in bytes_elsewhere(_HASH, every_block):
        assert elsewhere == hashlib.sha256(expected).hexdigest()


def test_files_are_small(every_block: ReportModel, make_pdf: Make) -> None:
    """A report of two pages with four charts is below 100 kB, its typefaces included."""
    assert len(make_pdf(every_block)) < 100_000


def test_type_is_not_small(
    every_block: ReportModel, make_pdf: Make, streams: Callable[[bytes], Iterator[bytes]]
) -> None:
    """No text outside of drawings is below 9 points; body text has 10.5 and tables have 9.5."""
    without = attrs.evolve(every_block, sections=every_block.sections[:1])
    contents = b"\n".join(streams(make_pdf(without)))
    sizes = {float(size) for size in re.findall(rb"/\w+ ([\d.]+) Tf", contents)}
    assert min(sizes) == 9.0
    assert 10.5 in sizes
