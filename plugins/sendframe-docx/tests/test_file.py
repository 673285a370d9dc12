"""The file: properties, language, parts, order of elements, and the same bytes every time."""

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from docx import Document

from sendframe.plugins import Paragraph, ReportModel, Sentence
from tests.printed_report import bytes_elsewhere

Make = Callable[..., Any]
Report = Callable[..., ReportModel]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HASH = (
    "import hashlib, pickle, sys; from sendframe_docx import Options, render; "
    "model = pickle.load(sys.stdin.buffer); "
    "print(hashlib.sha256(render(model, Options())[0].data).hexdigest())"
)
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind "
    "contextualSpacing jc outlineLvl",
    "rPr": "rStyle rFonts b bCs color sz szCs u lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "tblStylePr",
    "lvl": "start numFmt suff lvlText lvlJc pPr",
    "pBdr": "top left bottom right",
}
"""The order in which the schema of WordprocessingML demands what the files use (ECMA-376, part 1)."""


def _entries(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_properties_say_no_more_than_the_report(every_block: ReportModel, make_word: Make) -> None:
    """Title, language and the day of the report are the only properties; there is no author."""
    core = make_word(every_block).part("docProps/core.xml")
    assert {node.tag.partition("}")[2]: node.text for node in core} == {
        "title": "Wyeford SEND: report for the board",
        "language": "en-GB",
        "created": "2026-01-31T00:00:00Z",
        "modified": "2026-01-31T00:00:00Z",
    }


def test_nothing_of_the_template_is_left(every_block: ReportModel, make_word: Make) -> None:
    """The file has the parts that it needs, and no name of a program, a path or today's day."""
    entries = _entries(make_word(every_block).data)
    assert [name for name in entries if "media/" not in name] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    xml = b"".join(data for name, data in entries.items() if not name.endswith(".png"))
    assert [word for word in (b"python", b"rsid", b"/home", b"C:") if word in xml] == []
    assert set(re.findall(rb"20\d\d-\d\d-\d\d", xml)) == {b"2026-01-31"}


def test_the_archive_has_no_clock(every_block: ReportModel, make_word: Make) -> None:
    """Entries are in order, begin with the content types, and have the first day of zip archives."""
    with zipfile.ZipFile(io.BytesIO(make_word(every_block).data)) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert [info.filename for info in infos[1:]] == sorted(info.filename for info in infos[1:])


@pytest.mark.parametrize(
    ("tag", "stated"), [("en-GB", "en-GB"), ("cy", "cy"), ("", "en-GB"), ('x"/><w:b', "en-GB")]
)
def test_the_language_is_that_of_the_report(
    tag: str, stated: str, make_report: Report, make_word: Make
) -> None:
    """Styles, settings and properties state the language; one that is none counts as English."""
    model = attrs.evolve(make_report(Paragraph((Sentence("Glaw."),))), language=tag)
    word = make_word(model)
    styles, settings = word.part("word/styles.xml"), word.part("word/settings.xml")
    assert styles.find(f".//{_W}rPrDefault/{_W}rPr/{_W}lang").attrib[f"{_W}val"] == stated
    assert settings.find(f"{_W}themeFontLang").attrib[f"{_W}val"] == stated
    assert Document(io.BytesIO(word.data)).core_properties.language == stated


def test_a_file_from_right_to_left_says_so(every_block: ReportModel, make_word: Make) -> None:
    """Paragraphs, runs and tables begin on the right; a file from left to right has none of it."""
    styles = _entries(make_word(attrs.evolve(every_block, language="ar")).data)["word/styles.xml"]
    english = _entries(make_word(every_block).data)["word/styles.xml"]
    for part in (b"<w:bidi/>", b"<w:rtl/>", b"<w:bidiVisual/>"):
        assert part in styles
        assert part not in english
    assert b'w:bidi="ar"' in styles


def test_styles_are_those_of_word(every_block: ReportModel, make_word: Make) -> None:
    """Each style that is used exists; headings, lists, quotations and captions are Word's own."""
    word = make_word(every_block)
    styles = Document(io.BytesIO(word.data)).styles
    ids = {style.style_id for style in styles}
    used = {name for name, _ in word.paragraphs()}
    assert used <= ids
    assert {"Title", "Heading1", "Heading2", "ListBullet", "ListNumber", "Quote", "Caption"} <= used
    own = {node.attrib[f"{_W}styleId"] for node in word.part("word/styles.xml").iter(f"{_W}style")}
    custom = {
        node.attrib[f"{_W}styleId"]
        for node in word.part("word/styles.xml").iter(f"{_W}style")
        if f"{_W}customStyle" in node.attrib
    }
    assert {"Title", "Heading1", "ListBullet", "Quote", "Caption", "Hyperlink"} <= own - custom


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "header1", "footer1"])
def test_elements_are_in_the_order_of_the_schema(
    part: str, every_block: ReportModel, make_word: Make
) -> None:
    """Word refuses a file whose properties are in another order."""
    root = make_word(every_block).part(f"word/{part}.xml")
    for name, order in _ORDER.items():
        for node in root.iter(f"{_W}{name}"):
            places = [order.split().index(child.tag.partition("}")[2]) for child in node]
            assert places == sorted(places)


def test_the_body_ends_with_a_paragraph(every_block: ReportModel, make_word: Make) -> None:
    """Tables are kept apart from each other, and a paragraph stands before the last properties."""
    tags = [node.tag.partition("}")[2] for node in make_word(every_block).document[0]]
    assert tags[-2:] == ["p", "sectPr"]
    assert "tbl tbl" not in " ".join(tags)


def test_bytes_are_the_same_everywhere(every_block: ReportModel, make_word: Make) -> None:
    """Another process with another hash seed, day, time zone and language gives the same bytes."""
    expected = make_word(every_block).data
    assert make_word(every_block).data == expected
    for elsewhere in bytes_elsewhere(_HASH, every_block):
        assert elsewhere == hashlib.sha256(expected).hexdigest()


def test_the_reports_of_examples_are_the_same_twice(
    examples: dict[str, ReportModel], example_files: dict[str, Any], make_word: Make
) -> None:
    """Each report of both examples gives the same bytes a second time."""
    for name, model in examples.items():
        assert make_word(model).data == example_files[name].data


def test_every_page_says_what_it_belongs_to(every_block: ReportModel, make_word: Make) -> None:
    """Header and footer have the mark, area and day, the notice, the fictional note and numbers."""
    word = make_word(every_block)
    header, footer = word.part("word/header1.xml"), word.part("word/footer1.xml")
    texts = ["".join(node.text or "" for node in part.iter(f"{_W}t")) for part in (header, footer)]
    assert texts[0] == "For the board.Wyeford · 31 January 2026"
    assert texts[1].startswith("Made from public figures. Fictional area: Wyeford does not exist,")
    codes = [node.attrib[f"{_W}instr"].strip() for node in footer.iter(f"{_W}fldSimple")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert word.styled("Notice")[0] == "For the board."
    assert re.match("Made from", word.styled("Notice")[1])


def test_a_notice_that_says_so_spares_the_fictional_note(
    every_block: ReportModel, make_word: Make
) -> None:
    """Where the notice says that the area does not exist, the file does not say it twice."""
    word = make_word(attrs.evolve(every_block, notice="Wyeford does not exist."))
    assert word.text.count("Wyeford does not exist") == 1


def test_a_report_that_is_not_public_says_so(make_report: Report, make_word: Make) -> None:
    """A report without a handling mark that may not be published is marked on its pages."""
    model = make_report(Paragraph((Sentence("It rained."),)))
    words = "Not for publication as it stands."
    assert words not in make_word(model).text
    word = make_word(attrs.evolve(model, public=False))
    assert words in word.text
    assert words in "".join(node.text or "" for node in word.part("word/header1.xml").iter())


def test_a_flat_page_is_flat(make_report: Report, make_word: Make) -> None:
    """Its width is the height of an upright page, and it says that it is landscape."""
    model = attrs.evolve(make_report(Paragraph((Sentence("Hello."),))), page="landscape")
    size = make_word(model).part("word/document.xml").find(f".//{_W}pgSz")
    assert size is not None
    assert size.attrib == {f"{_W}w": "16838", f"{_W}h": "11906", f"{_W}orient": "landscape"}
