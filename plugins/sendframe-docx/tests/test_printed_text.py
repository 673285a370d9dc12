"""What a reader finds in the text."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from sendframe_docx import Options, UnknownBlock, render

from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    Link,
    Mark,
    Paragraph,
    Question,
    Questions,
    ReportModel,
    Section,
    Sentence,
    Table,
)

Make = Callable[..., Any]
Report = Callable[..., ReportModel]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def test_marks_are_shape_and_word(make_report: Report, make_word: Make) -> None:
    """A mark is a shape as a character and its word; an unknown shape is a circle."""
    marks = (Mark("Late", "triangle", "worse"), Mark("Kept", "square", "better"), Mark("Odd", "x"))
    items = tuple(Sentence("It is.", mark=mark) for mark in marks)
    word = make_word(make_report(Bullets(items)))
    assert word.styled("MarkedList") == [
        "▲\u00a0Late It is.",
        "■\u00a0Kept It is.",
        "●\u00a0Odd It is.",
    ]
    mixed = make_word(make_report(Bullets((*items, Sentence("Plain.")))))
    assert len(mixed.styled("ListBullet")) == 4


def test_callouts_say_their_weight(make_report: Report, make_word: Make) -> None:
    """What is important and what is missing is said in a word, in a box of its own style."""
    words = (Sentence("Two figures are provisional."),)
    callouts = Callout("Mind", words, "important"), Callout("A reason", words, "missing")
    word = make_word(make_report(*callouts))
    assert word.styled("CalloutImportant") == ["Important: Mind", words[0].text]
    assert word.styled("CalloutMissing") == ["Missing: A reason", words[0].text]


def test_each_list_of_questions_begins_with_one(make_report: Report, make_word: Make) -> None:
    """Numbered questions are lists of Word, of which each has a number of its own."""
    questions = Questions((Question("Who?", (Sentence("Nobody."),)), Question("When?")))
    word = make_word(make_report(questions, questions, Questions(questions.items, numbered=False)))
    numbers = [node.attrib[f"{_W}val"] for node in word.document.iter(f"{_W}numId")]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2
    lists = {node.attrib[f"{_W}numId"]: node for node in word.part("word/numbering.xml")[3:]}
    assert all(lists[number].find(f".//{_W}startOverride") is not None for number in numbers)
    assert word.styled("Said") == ["Who?", "When?"]


def test_links_lead_within_the_report(make_report: Report, make_word: Make) -> None:
    """Links to a section or the title lead to a bookmark; those that lead nowhere are words."""
    inside = (Sentence("A.", link=Link("one")), Sentence("B.", link=Link()))
    root = make_word(make_report(Bullets(inside))).document
    anchors = [node.attrib[f"{_W}anchor"] for node in root.iter(f"{_W}hyperlink")]
    names = [node.attrib[f"{_W}name"] for node in root.iter(f"{_W}bookmarkStart")]
    assert len(anchors) == 2
    assert sorted(anchors) == sorted(names)
    assert all(re.fullmatch(r"[a-z][A-Za-z0-9_]{0,39}", name) for name in names)
    nowhere = make_word(make_report(Bullets((Sentence("D.", link=Link("absent")),))))
    assert list(nowhere.document.iter(f"{_W}hyperlink")) == []
    assert "D." in nowhere.text


def test_links_to_another_report_lead_to_its_file(make_report: Report, make_word: Make) -> None:
    """A link to another report is the name of its Word file, and no path can be made of it."""
    links = (Link("one", "annex"), Link(profile="../../etc"))
    word = make_word(make_report(Bullets(tuple(Sentence("C.", link=link) for link in links))))
    targets = {
        node.attrib["Id"]: node.attrib["Target"]
        for node in word.part("word/_rels/document.xml.rels")
        if node.attrib.get("TargetMode") == "External"
    }
    used = [node.attrib[f"{_R}id"] for node in word.document.iter(f"{_W}hyperlink")]
    assert [targets[id_] for id_ in used] == ["annex.docx", ".._2f_.._2f_etc.docx"]


def test_ids_that_are_used_twice_are_no_error(make_report: Report, make_word: Make) -> None:
    """A link may lead to a section without a title; of two sections of one id the first counts."""
    sections = (Section("one", ""), Section("one", "Again"), Section("", ""), Section("", "Last"))
    model = make_report(Bullets((Sentence("A.", link=Link("one")),)))
    root = make_word(attrs.evolve(model, sections=(*sections, *model.sections))).document
    names = [node.attrib[f"{_W}name"] for node in root.iter(f"{_W}bookmarkStart")]
    assert len(names) == len(set(names)) == 2
    assert len(list(root.iter(f"{_W}hyperlink"))) == 1


def test_sections_begin_pages(make_report: Report, make_word: Make) -> None:
    """A section that starts a page does, with a heading or without; the first one does not."""
    sections = (
        Section("a", "First", starts_page=True),
        Section("b", "Second", starts_page=True),
        Section("c", "", (Table("", ("A",), ((Cell("In a table"),),)),), starts_page=True),
        Section("d", "", starts_page=True),
    )
    root = make_word(attrs.evolve(make_report(), sections=sections)).document
    breaking = [
        "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        for paragraph in root.iter(f"{_W}p")
        if paragraph.find(f"{_W}pPr/{_W}pageBreakBefore") is not None
    ]
    assert breaking == ["Second", "A"]


@pytest.mark.parametrize(
    "hostile",
    [
        "</w:t></w:r></w:p><w:p>",
        "<script>alert(1)</script>",
        "&amp; &#0; &lt;",
        "]]>",
        "\"quoted\" 'single'",
        "{ INCLUDETEXT \\\\server\\share }",
        '=HYPERLINK("https://example.org")',
        "a --- b ... c ~ d",
        "الحروف العربية",
    ],
)
def test_markup_is_text(hostile: str, make_report: Report, make_word: Make) -> None:
    """Text that is markup stands in the file letter by letter, wherever it stands."""
    table = Table(hostile, (hostile,), ((Cell(hostile, note=hostile),),), hostile)
    model = make_report(Paragraph((Sentence(hostile),)), table, title=hostile, section=hostile)
    word = make_word(model)
    assert word.text.count(hostile) == 9  # the caption is the name of the table as well
    assert Document(io.BytesIO(word.data)).core_properties.title == hostile


def test_hidden_characters_do_nothing(make_report: Report, make_word: Make) -> None:
    """Control characters and marks that turn text round neither stand in the file nor work."""
    bad = "a\x00b\u202ec\x1bd\ufffe\ud800\n\te"
    cell = Cell(bad, note=bad, mark=Mark(bad))
    model = make_report(
        Paragraph((Sentence(bad, label=bad, note=bad, link=Link(bad, bad)),)),
        Table(bad, (bad,), ((cell,),), bad),
        title=bad,
        section=bad,
    )
    text = make_word(
        attrs.evolve(model, notice=bad, handling_mark=bad, area=bad, language=bad)
    ).text
    assert text.count("ab[U+202E]cd  e") > 10
    assert {"\x00", "\u202e", "\x1b", "\ufffe", "\t"}.isdisjoint(text)


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=40))
def test_any_text_makes_a_file(text: str) -> None:
    """Whatever the texts of a report are, its file opens, and has them as they can be shown."""
    sentence = Sentence(text, label=text, note=text, mark=Mark(text, text), link=Link(text, text))
    blocks = (
        Paragraph((sentence,)),
        Callout(text, (sentence,)),
        Table(text, (text, text), ((Cell(text), Cell(more=(Cell(text),))),), text),
    )
    model = ReportModel(
        "board", text, text, text, date(2026, 1, 31), (Section(text, text, blocks),), text, text
    )
    (file,) = render(model, Options())
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
    assert len(Document(io.BytesIO(file.data)).tables) == 1


def test_empty_reports_have_a_title(make_report: Report, make_word: Make) -> None:
    """A report without sections, and one with an empty section, have their title."""
    model = attrs.evolve(make_report(), sections=())
    for empty in (model, attrs.evolve(model, sections=(Section("a", "Nothing below"),))):
        assert make_word(empty).styled("Title") == ["Report"]


def test_empty_blocks_are_no_error(make_report: Report, make_word: Make) -> None:
    """Tables without rows or columns and lists without entries can be printed."""
    tables = Table("A table", ("A", "B"), ()), Table("Nothing at all", (), ())
    word = make_word(make_report(Bullets(()), Paragraph(()), Questions(()), *tables))
    assert "No entries." in word.text
    assert "Nothing at all" in word.text


def test_unknown_blocks_are_named(make_report: Report, make_word: Make) -> None:
    """A block of a later version is an error that names its class and its section."""

    @attrs.frozen
    class Map:
        title: str = "Later"

    with pytest.raises(UnknownBlock, match="section 'one' has a block of the kind Map"):
        make_word(make_report(Map()))


def test_tables_are_as_wide_as_the_page_at_most(make_report: Report, make_word: Make) -> None:
    """Columns of long words share the width of the text, and each has some."""
    word = "Llanfairpwllgwyngyll" * 8
    columns = tuple(f"Neighbourhoods{number}" for number in range(14))
    table = Table(word, columns, (tuple(Cell(word, note=word) for _ in columns),))
    grid = make_word(make_report(table)).document.find(f".//{_W}tblGrid")
    widths = [int(column.attrib[f"{_W}w"]) for column in grid]
    assert sum(widths) <= 9640
    assert min(widths) > 400


def test_young_people_have_larger_type(make_report: Report, make_word: Make) -> None:
    """The theme for young people has no type below 12 points."""
    model = attrs.evolve(make_report(Paragraph((Sentence("Hello."),))), theme="youth")
    styles = make_word(model).part("word/styles.xml")
    sizes = {int(node.attrib[f"{_W}val"]) for node in styles.iter(f"{_W}sz")}
    assert min(sizes - {8}) == 24  # the 4 points are those of an empty line after a table


def test_words_in_another_language_say_so(make_report: Report, make_word: Make) -> None:
    """The run of a sentence has the language of its text; others have that of the file."""
    model = make_report(Paragraph((Sentence("Dobrze.", language="pl"), Sentence("Well."))))
    runs = make_word(model).part("word/document.xml").iter(f"{_W}lang")
    assert [node.attrib[f"{_W}val"] for node in runs] == ["pl"]
