"""A report keeps to the pages and the words of its budget, and says what it leaves out."""

from datetime import date
from typing import get_args

import attrs
import pytest

from sendframe.model import Budget, Portfolio
from sendframe.reports import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Column,
    Columns,
    FigureCard,
    Paragraph,
    Question,
    Questions,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    Timeline,
    TimelineRow,
)
from sendframe.reports._page_fit import fitted
from sendframe.reports._printed_pages import TITLE, pages_of, paper_of, words_in
from tests.printed_report import IMAGE, picture_blocks
from tests.unit.reports import chart_samples
from tests.unit.reports.small_report import BOARD, report
from tests.unit.reports.walking import texts

WORDS = "Twelve actions have no owner, and nobody answered the last four questions about them."
ONE_PAGE = Budget(pages=1)
CHARTS = tuple(
    chart for chart in vars(chart_samples).values() if isinstance(chart, get_args(Chart))
)


def model(*sections: Section, **more: object) -> ReportModel:
    """Return a report with these sections."""
    empty = ReportModel("board", "Report", "", "Wyeford", date(2026, 1, 31), sections)
    return attrs.evolve(empty, **more)


def sentences(number: int, words: str = WORDS) -> tuple[Sentence, ...]:
    """Return so many sentences, numbered from 1."""
    return tuple(Sentence(f"{count}. {words}") for count in range(1, number + 1))


def pages(shown: ReportModel) -> float:
    """Return on how many pages a report is printed, as far as can be estimated."""
    return pages_of(shown.sections, paper_of(shown), used=TITLE)


def notes(shown: ReportModel) -> list[str]:
    """Return what a report says about what is left out."""
    return [text for text in texts(shown.sections) if "left out" in text or "…” stands" in text]


def blocks(number: int) -> dict[str, Block]:
    """Return a block of each kind that has entries, with so many of them."""
    rows = tuple((Cell(f"{count}"), Cell(WORDS)) for count in range(number))
    days = tuple(
        TimelineRow(f"{count}", (date(2026, 5, 1),), "May", "late") for count in range(number)
    )
    cards = tuple(FigureCard(f"{count}", "12%", "12 of 100") for count in range(number))
    return {
        "bullets": Bullets(sentences(number)),
        "cards": Columns((Column("", cards), Column("", cards[:1]))),
        "cell": Table("T", ("A", "B"), ((Cell("a"), Cell("b", more=tuple(map(Cell, map(str, range(number)))))),)),
        "paragraph": Paragraph(sentences(number)),
        "questions": Questions(tuple(Question(f"{count}?", sentences(1)) for count in range(number))),
        "table": Table("T", ("A", "B"), rows),
        "timeline": Timeline("t", "T", "D", date(2026, 1, 31), days),
    }  # fmt: skip


@pytest.mark.parametrize("kind", blocks(1))
def test_a_list_that_is_too_long_loses_its_last_entries(kind: str) -> None:
    """Its first entries stay, the page is kept to, and the section says how many are left out."""
    long = model(Section("s", "S", (blocks(200)[kind],)))
    shown = fitted(long, ONE_PAGE)
    assert pages(long) > 1
    assert pages(shown) <= 1
    (note,) = notes(shown)
    words = note.split()
    assert words[:4] == ["To", "keep", "to", "1"]
    assert "entries are left out here." in note
    assert 100 < int(words[5]) < 200


@pytest.mark.parametrize("kind", blocks(1))
def test_what_fits_is_not_changed(kind: str) -> None:
    """A report that keeps to its budget stays the same; so does one without a budget of pages."""
    short, long = (model(Section("s", "S", (blocks(number)[kind],))) for number in (3, 200))
    assert fitted(short, ONE_PAGE) == short
    assert fitted(long, None) == long
    assert fitted(long, Budget(words_on_page_one=10)) == long
    assert fitted(model(), ONE_PAGE) == model()


def test_the_longest_list_gives_way_first() -> None:
    """A short list beside a long one keeps all of its entries."""
    short, long = (
        Section("a", "A", (Bullets(sentences(4)),)),
        Section("b", "B", (Bullets(sentences(90)),)),
    )
    first, second = fitted(model(short, long), ONE_PAGE).sections
    assert first == short
    assert len(second.blocks[0].items) in range(5, 41)  # type: ignore[union-attr]  # bullets


def test_one_entry_and_one_text_are_counted_in_the_singular() -> None:
    """A single entry *is* left out, and a single text *goes* on."""
    fits = next(
        n for n in range(60) if pages(model(Section("s", "", (Bullets(sentences(n)),)))) > 1
    )
    shown = fitted(
        model(Section("s", "", (Bullets(sentences(fits)),)), Section("t", "T")), Budget(pages=1)
    )
    assert notes(shown)
    long = model(Section("s", "", (Paragraph((Sentence("word " * 3000),)),)))
    assert notes(fitted(long, ONE_PAGE)) == ["1 text goes on where “…” stands."]
    two = model(Section("s", "", (Bullets((Sentence("word " * 3000), Sentence("word " * 3000))),)))
    assert notes(fitted(two, ONE_PAGE)) == ["2 texts go on where “…” stands."]


def test_each_text_of_a_report_can_be_too_long() -> None:
    """Wherever a text stands, it ends in “…” where it would not fit."""
    long = "word " * 1500
    table = Table(
        long,
        ("A", "B"),
        ((Cell(long, note=long), Cell("b")),),
        long,
        (Span(0, Sentence(long)), Span(1, Sentence(long), "remark"), Span(1, Sentence("x"))),
    )
    every = (
        Callout(long, (Sentence(long),)),
        Questions((Question(long, (Sentence(long),)),)),
        FigureCard(long, "1", long, sentences=(Sentence(long, note=long),)),
        Columns((Column(long, (Paragraph((Sentence(long),), "note"),)),)),
        table,
    )
    for block in every:
        shown = fitted(model(Section("s", long, (block,), note=long)), ONE_PAGE)
        assert pages(shown) <= 1, block
        assert max(map(len, texts(shown.sections))) < 1000
        assert notes(shown)


def test_a_page_of_a_section_is_its_own() -> None:
    """Sections that begin a page keep to that page; others may go on to the pages that are left."""

    def two(first: int, second: int) -> ReportModel:
        return model(
            Section("a", "A", (Bullets(sentences(first)),), starts_page=True),
            Section("b", "B", (Bullets(sentences(second)),), starts_page=True),
        )

    assert len(notes(fitted(two(90, 3), Budget(pages=2)))) == 1
    assert notes(fitted(two(60, 3), Budget(pages=3))) == []
    assert notes(fitted(two(3, 3), Budget(pages=2))) == []
    assert notes(fitted(two(3, 3), Budget(pages=5))) == []
    merged = fitted(two(3, 3), ONE_PAGE)
    assert [section.starts_page for section in merged.sections] == [True, False]
    assert pages(merged) <= 1


def test_words_on_the_first_page_are_counted() -> None:
    """A first page with too many words loses entries, though it has space."""
    first = Section("a", "A", (Bullets(sentences(20)),), starts_page=True)
    second = Section("b", "B", (Bullets(sentences(20)),), starts_page=True)
    shown = fitted(model(first, second), Budget(pages=2, words_on_page_one=100))
    assert words_in(shown.sections[:1]) < 100
    assert shown.sections[1] == second
    assert words_in(chart_samples.BARS) == len(chart_samples.BARS.title.split())
    assert words_in((Table("Not printed", ("A",), (), hides_caption=True),)) == 1


def test_parts_give_way_last() -> None:
    """Of more parts than a page can hold the first ones stay, and the others are counted."""
    parts = tuple(
        Section(f"p{number}", f"Part {number}", (Paragraph(sentences(1)),)) for number in range(40)
    )
    nested = fitted(model(Section("all", "All", (), parts)), ONE_PAGE)
    assert pages(nested) <= 1
    assert "entries are left out here." in notes(nested)[0]
    flat = fitted(model(*parts), ONE_PAGE)
    assert pages(flat) <= 1
    assert notes(flat) == [f"To keep to 1 page, {40 - len(flat.sections)} parts are left out here."]


def test_a_label_does_not_stay_without_what_it_labels() -> None:
    """Of a column that loses its last blocks, a heading at its end goes as well."""
    label = Paragraph((Sentence("", label="What we will do"),))
    column = Column("1. Early", (Paragraph(sentences(1)), label, Bullets(sentences(3))))
    long = model(Section("s", "S", tuple(Columns((column,) * 3, boxed=True) for _ in range(9))))
    shown = fitted(long, ONE_PAGE)
    assert pages(shown) <= 1
    assert WORDS in " ".join(texts(shown.sections))
    assert "What we will do" not in texts(shown.sections)


def test_young_readers_are_told_in_their_words() -> None:
    """The note of a report for young people has no passive; its larger type takes more space."""
    section = Section("s", "S", (Bullets(sentences(60)),))
    (note,) = notes(fitted(model(section, theme="youth"), ONE_PAGE))
    assert note.startswith("We left out ")
    assert note.endswith(" entries, to keep to 1 page.")
    flat = model(section, page="landscape")
    assert pages(flat) != pages(model(section)) < pages(model(section, theme="youth"))


def test_parts_that_begin_pages_flow_where_there_are_too_few() -> None:
    """A part of a section begins a page only where there are pages for it."""
    parts = tuple(
        Section(f"p{number}", "P", (Paragraph(sentences(1)),), starts_page=True)
        for number in range(4)
    )
    whole = model(Section("all", "All", (), parts))
    assert pages(whole) > 3
    shown = fitted(whole, ONE_PAGE)
    assert pages(shown) <= 1
    assert notes(shown) == []


@pytest.mark.parametrize(
    "block", [*picture_blocks(IMAGE), *CHARTS], ids=lambda block: type(block).__name__
)
def test_every_block_takes_space(block: Block) -> None:
    """Each kind of block has a height, more in a narrow column than on the whole page or the same."""

    def height(*parts: Block) -> float:
        return pages(model(Section("s", "S", parts)))

    assert height(block) > height()
    third = height(Columns((Column("", (block,)), Column("", ()), Column("", ()))))
    assert third > height()


def test_the_examples_paper_is_about_full(wyeford: Portfolio) -> None:
    """The pages of the fictional board paper are as full as when they are printed: 88 to 100 %."""
    shown = report(wyeford, "summary", sections=BOARD.sections, budget=BOARD.budget)
    starts = [number for number, section in enumerate(shown.sections) if section.starts_page]
    groups = [shown.sections[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    sizes = [pages_of(group, paper_of(shown)) for group in groups]
    assert len(sizes) == 4
    assert all(0.85 < size <= 1 for size in sizes)


def test_tables_are_as_high_as_their_widths_make_them() -> None:
    """Columns share the width by what stands in them; words too wide for all of them are broken."""

    def height(*columns: str, **more: object) -> float:
        cells = tuple(Cell(column, **more) for column in columns)  # type: ignore[arg-type]  # fields of cells
        return pages(model(Section("s", "S", (Table("T", columns, (cells,)),))))

    assert height("a", "b") < height(WORDS * 3, WORDS * 3) < height("x" * 900, "y" * 900)
    assert height("a", "b", note=WORDS * 9) > height("a", "b")
    assert height("a", "b", more=(Cell(WORDS * 9),)) > height("a", "b")
    assert height("a", "b", chart=chart_samples.LADDER) > height("a", "b")
    assert height("a", "b", chart=chart_samples.PIPS) > height("a", "b")
    empty = Table("T", (), (), spans=(Span(0, Sentence(WORDS)),))
    without_rows = attrs.evolve(empty, columns=("A",))
    for table in (empty, without_rows):
        assert pages(model(Section("s", "S", (Columns((Column("", (table,)),) * 2),)))) < 1


def test_sections_beside_each_other_take_the_higher_height() -> None:
    """Two sections beside each other need less than one below the other."""
    left, right = (
        Section("a", "A", (Bullets(sentences(9)),)),
        Section("b", "B", (Bullets(sentences(9)),)),
    )
    assert pages(model(left, attrs.evolve(right, beside=True))) < pages(model(left, right))
    untitled = Section("c", "", (Columns((Column("Only", (Bullets(sentences(3)),)),)),))
    assert pages(model(untitled)) < pages(model(left))
    assert pages(model(Section("d", "D", (), (untitled,)))) > pages(model(untitled))
    quoted = Bullets((Sentence(WORDS, quoted=True),))
    assert pages(model(Section("q", "", (quoted,)))) < pages(model(left))


def test_a_chart_keeps_its_place() -> None:
    """What has no entries stays when lists beside it give way."""
    long = model(Section("s", "S", (chart_samples.BARS, Bullets(sentences(90)))))
    assert fitted(long, ONE_PAGE).sections[0].blocks[0] == chart_samples.BARS
