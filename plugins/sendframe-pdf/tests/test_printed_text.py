"""What a reader finds on the pages."""

import re
from collections.abc import Callable, Iterator

import attrs
import pytest
from sendframe_pdf import UnknownBlock

from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    Link,
    Mark,
    Paragraph,
    ReportModel,
    Section,
    Sentence,
    Table,
)

Make = Callable[[ReportModel], bytes]
Poppler = Callable[..., str]
Report = Callable[..., ReportModel]

_NOT_PRINTED = frozenset(
    {
        "id",
        "profile",
        "facts",
        "shape",
        "tone",
        "typed",
        "style",
        "weight",
        "kind",
        "anchor",
        "description",
        "unit",
        "language",
        "role",
    }
)


def _texts(part: object) -> Iterator[str]:
    """Yield every text of a report that a reader is to see, without those of its charts."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _texts(inner)
    elif attrs.has(type(part)):
        for name in attrs.fields_dict(type(part)):
            if name not in _NOT_PRINTED and name not in {"chart", "as_at"}:
                if name == "label" and type(part).__name__ in {"Mark", "Sentence"}:
                    yield from _words(getattr(part, name))
                else:
                    yield from _texts(getattr(part, name))


def _words(text: str) -> Iterator[str]:
    yield from text.split()


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def test_every_text_is_printed(every_block: ReportModel, make_pdf: Make, poppler: Poppler) -> None:
    """Each text of each kind of block is on the pages, in the order of the report's sections."""
    printed = _squeezed(poppler("pdftotext", make_pdf(every_block)))
    unseen = [text for text in _texts(every_block.sections) if _squeezed(text) not in printed]
    assert unseen == []
    places = [printed.index(text) for text in ("Fewerwait", "Allfigureson", "Thelastsentence.")]
    assert places == sorted(places)


def test_every_page_says_what_it_belongs_to(
    every_block: ReportModel, make_pdf: Make, poppler: Poppler
) -> None:
    """Each page has the mark, area and day, the notice, the fictional note and its number."""
    pages = poppler("pdftotext", make_pdf(every_block), "-layout").split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert "For the board." in page
        assert "Wyeford · 31 January 2026" in page
        assert "Made from public figures." in page
        assert "Fictional area: Wyeford does not exist, and its figures are made up." in page
        assert f"page {number} of {len(pages)}" in page


def test_a_notice_that_says_so_spares_the_fictional_note(
    every_block: ReportModel, make_pdf: Make, poppler: Poppler
) -> None:
    """Where the notice says that the area does not exist, pages do not say it twice."""
    model = attrs.evolve(every_block, notice="Wyeford does not exist.")
    pages = poppler("pdftotext", make_pdf(model), "-layout").split("\f")[:-1]
    assert {page.count("Wyeford does not exist") for page in pages} == {1}


def test_sections_begin_pages(every_block: ReportModel, make_pdf: Make, poppler: Poppler) -> None:
    """A section that starts a page does; the first one stays under the title."""
    pages = poppler("pdftotext", make_pdf(every_block)).split("\f")[:-1]
    assert len(pages) == 2
    assert "report for the board" in pages[0]
    assert "Fewer wait for therapy." in pages[0]
    assert "All figures on one page" in pages[1]


def test_a_report_that_is_not_public_says_so(
    make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """A report without a handling mark that may not be published is marked on its pages."""
    model = make_report(Paragraph((Sentence("It rained."),)))
    words = "Not for publication as it stands."
    assert words not in poppler("pdftotext", make_pdf(model))
    assert words in poppler("pdftotext", make_pdf(attrs.evolve(model, public=False)))


@pytest.mark.parametrize(
    "hostile",
    [
        "#set page(width: 1pt)",
        "#panic()",
        "$x^2$ and $$",
        "@reference and <label>",
        "// comment",
        "/* open",
        "*bold* _italic_ `raw`",
        "[bracket] {brace} (paren",
        "= heading",
        "- item + item",
        r"back\slash \u{41} \n",
        "\"quoted\" 'single'",
        "a --- b ... c ~ d",
        "https://example.org/a?b=c&d=e#f",
    ],
)
def test_markup_is_text(
    hostile: str, make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """Text that is markup for typst is printed letter by letter, wherever it stands."""
    table = Table(hostile, (hostile,), ((Cell(hostile, note=hostile),),), hostile)
    model = make_report(Paragraph((Sentence(hostile),)), table, title=hostile, section=hostile)
    printed = _squeezed(poppler("pdftotext", make_pdf(model)))
    assert printed.count(_squeezed(hostile)) == 8


def test_hidden_characters_do_nothing(
    make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """Control characters and marks that turn text round neither stand in the file nor work."""
    model = make_report(Paragraph((Sentence("a\x00b\u202ec\x1bd"),)))
    printed = poppler("pdftotext", make_pdf(model))
    assert {"\x00", "\u202e", "\x1b"}.isdisjoint(printed)
    assert re.search("ab.*c.*d", printed)


def test_missing_characters_are_listed(
    make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """A character that the typeface lacks is replaced, and named at the end of the report."""
    model = make_report(Paragraph((Sentence("Tŷ Ŵyn → 7 ≥ 5, \u4e2d\U0001f642."),)))
    printed = poppler("pdftotext", make_pdf(model))
    assert "Tŷ Ŵyn → 7 ≥ 5, \ufffd\ufffd." in printed
    assert "printed as \ufffd: U+4E2D, U+1F642." in printed


def test_links_lead_within_the_report(make_report: Report, make_pdf: Make) -> None:
    """Links to a section of the report are links; those to other reports or nowhere are words."""
    inside = (Sentence("A.", link=Link("one")), Sentence("B.", link=Link()))
    outside = (Sentence("C.", link=Link("one", "annex")), Sentence("D.", link=Link("absent")))
    assert make_pdf(make_report(Bullets(inside))).count(b"/Subtype/Link") == 2
    assert b"/Subtype/Link" not in make_pdf(make_report(Bullets(outside)))


def test_a_section_without_a_heading_can_be_linked_to(make_report: Report, make_pdf: Make) -> None:
    """A link may lead to a section without a title, and an id that is used twice is no error."""
    sections = (Section("one", ""), Section("one", "Again"), Section("", ""))
    model = make_report(Bullets((Sentence("A.", link=Link("one")),)))
    model = attrs.evolve(model, sections=(*sections, *model.sections))
    assert make_pdf(model).count(b"/Subtype/Link") == 1


def test_callouts_say_their_weight(make_report: Report, make_pdf: Make, poppler: Poppler) -> None:
    """What is important and what is missing is said in a word, not in colour alone."""
    words = (Sentence("Two figures are provisional."),)
    callouts = Callout("Mind", words, "important"), Callout("A reason", words, "missing")
    printed = poppler("pdftotext", make_pdf(make_report(*callouts)))
    assert "Important: Mind" in printed
    assert "Missing: A reason" in printed


def test_empty_reports_have_a_page(make_report: Report, make_pdf: Make, poppler: Poppler) -> None:
    """A report without sections, and one with an empty section, have one page with the title."""
    model = attrs.evolve(make_report(), sections=())
    for empty in (model, attrs.evolve(model, sections=(Section("a", "Nothing below"),))):
        pages = poppler("pdftotext", make_pdf(empty)).split("\f")[:-1]
        assert len(pages) == 1
        assert "Report" in pages[0]


def test_empty_blocks_are_no_error(make_report: Report, make_pdf: Make, poppler: Poppler) -> None:
    """Tables without rows or columns and lists without entries can be printed."""
    tables = Table("A table", ("A", "B"), ()), Table("Nothing at all", (), ())
    printed = poppler("pdftotext", make_pdf(make_report(Bullets(()), Paragraph(()), *tables)))
    assert "No entries." in printed
    assert "Nothing at all" in printed


def test_unknown_blocks_are_named(make_report: Report, make_pdf: Make) -> None:
    """A block of a later version is an error that names its class and its section."""

    @attrs.frozen
    class Map:
        title: str = "Later"

    with pytest.raises(UnknownBlock, match="section 'one' has a block of the kind Map"):
        make_pdf(make_report(Map()))


def test_long_tables_repeat_their_heading(
    make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """The header row of a table stands on each page that the table reaches."""
    rows = tuple((Cell(f"Row {number}"), Cell("1", number=True)) for number in range(120))
    model = make_report(Table("Many", ("The heading", "Figure"), rows))
    pages = poppler("pdftotext", make_pdf(model)).split("\f")[:-1]
    assert len(pages) > 2
    assert all("The heading" in page for page in pages)


def test_nothing_is_wider_than_the_page(
    make_report: Report, make_pdf: Make, poppler: Poppler
) -> None:
    """Long words, addresses and tables of many columns stay between the margins."""
    word = "Llanfairpwllgwyngyll" * 8
    address = "https://www.example.org/" + "a-long-path/" * 20
    mark = Mark("a state of many words " * 9, "triangle", "worse")
    columns = tuple(f"Neighbourhoods{number}" for number in range(14))
    table = Table(word, columns, (tuple(Cell(word, note=address, mark=mark) for _ in columns),))
    sentence = Sentence(address, mark=mark)
    model = make_report(Paragraph((Sentence(word), sentence)), Bullets((sentence,)), table)
    section = Section("two", word, mark=mark, note=address)
    model = attrs.evolve(model, sections=(*model.sections, section))
    boxes = poppler("pdftotext", make_pdf(model), "-bbox")
    assert 0 < max(float(edge) for edge in re.findall(r'xMax="([\d.]+)"', boxes)) <= 563
    assert min(float(edge) for edge in re.findall(r'xMin="([\d.]+)"', boxes)) >= 33
