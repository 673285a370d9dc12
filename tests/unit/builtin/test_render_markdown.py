"""The Markdown of a report: whole, readable, and inert."""

import re
from datetime import date

import attrs
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sendframe.builtin import render_markdown
from sendframe.builtin.render_markdown import escaped
from sendframe.plugins import (
    Bullets,
    Cell,
    Column,
    Columns,
    FigureCard,
    Ladder,
    LadderStep,
    Mark,
    NoOptions,
    Paragraph,
    Pictogram,
    Question,
    Questions,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    charts,
)
from tests.unit.builtin.sample_report import HOSTILE, sample
from tests.unit.builtin.sample_texts import CHARTS, blocks, texts

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rendered(model: ReportModel) -> str:
    """Return the Markdown of a report."""
    (file,) = render_markdown.render(model, NoOptions())
    assert (file.name, file.media_type) == (f"{model.profile}.md", "text/markdown")
    return file.data.decode("utf-8")


def squeezed(text: str) -> str:
    """Return a text with its white space normalised."""
    return " ".join(charts.visible_text(text).split())


def tokens(text: str) -> list[Token]:
    """Return all tokens, those within lines as well."""
    return [t for block in PARSER.parse(text) for t in (block, *(block.children or ()))]


def read(text: str) -> str:
    """Return what a reader of the rendered Markdown sees."""
    return squeezed(
        "".join(
            t.content if t.type in {"text", "text_special"} else "\n" if t.block else ""
            for t in tokens(text)
        )
    )


def with_blocks(*given: object) -> ReportModel:
    """Return a small report of one section."""
    section = Section("s", "A section", given)  # type: ignore[arg-type]  # blocks of any kind
    return ReportModel("small", "Title", "Wyeford", "Wyeford", date(2026, 1, 31), (section,))


def test_every_text_and_number_is_shown() -> None:
    """Nothing that the model says is left out, white space normalised."""
    found = read(rendered(sample()))
    assert [each for each in texts(sample()) if squeezed(each) not in found] == []


def test_words_of_documents_are_inert() -> None:
    """No link, picture, code, emphasis or HTML comes of a text: only our own of the last two."""
    found = list(tokens(rendered(sample())))
    assert not {each.type for each in found} & {
        *("html_block", "image", "code_inline", "code_block", "fence"),
        *("em_open", "s_open", "softbreak", "hardbreak"),
    }
    assert {each.content for each in found if each.type == "html_inline"} == {"<!-- -->", "<br>"}
    links = [str(each.attrs["href"]) for each in found if each.type == "link_open"]
    assert links
    assert all(re.fullmatch(r"[\w.-]+\.md", link) for link in links)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask @wyeford.", "Ask @<!-- -->wyeford."),
        ("See #12 and GH-7.", "See #<!-- -->12 and GH<!-- -->-7."),
        ("Write to send@example.org.", "Write to send@<!-- -->example.org."),
        ("C# and 3 @ 4 # 5", "C# and 3 @ 4 # 5"),
    ],
)
def test_nothing_mentions_or_links_by_accident(text: str, expected: str) -> None:
    """GitHub makes neither a mention, nor an issue, nor an address of what a document says."""
    assert escaped(text) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_one_paragraph(text: str) -> None:
    """Whatever a text holds, it comes back as one paragraph with the same letters."""
    parsed = PARSER.parse(escaped(text))
    assert [each.type for each in parsed] == ["paragraph_open", "inline", "paragraph_close"]
    kinds = {each.type for each in parsed[1].children or ()}
    assert kinds <= {"text", "text_special", "html_inline"}
    assert read(escaped(text)) == squeezed(text)


@pytest.mark.parametrize(
    "text",
    ["67.6%", "+8.9 points", "-5 points", "Two of nine (22%), at last!", "31.1 and 1.5", "A & B"],
)
def test_ordinary_text_stays_readable(text: str) -> None:
    """Nothing is escaped that means nothing."""
    assert escaped(text) == text


def test_headings_are_those_of_the_report() -> None:
    """Only titles are headings, one first, and none deeper than the sixth."""
    section = Section("s9", "Deepest")
    for depth in range(8, 0, -1):
        section = Section(f"s{depth}", f"Level {depth}", sections=(section,))
    model = attrs.evolve(sample(), sections=(*sample().sections, section))
    levels = [each.tag for each in tokens(rendered(model)) if each.type == "heading_open"]
    assert levels.count("h1") == 1
    assert levels.count("h6") == 5
    assert levels.count("h2") == len(sample().sections) + 1


def test_a_title_keeps_its_hashes() -> None:
    """Hashes at the end of a title are not taken for the end of the heading."""
    model = attrs.evolve(with_blocks(), title="Draft ##")
    assert "Draft ##" in read(rendered(model))


def test_notices_stand_at_the_top_and_at_the_bottom() -> None:
    """Notice, handling mark and the warning of a fictional area are there twice."""
    found = read(rendered(sample()))
    model = sample()
    for each in (model.notice, model.handling_mark, "Wyeford does not exist"):
        assert found.count(each) == 2
    assert rendered(model).startswith(f"**{model.handling_mark}**\n")
    assert rendered(model).endswith(f"**{model.handling_mark}**\n")


def test_lists_side_by_side_stay_two_lists() -> None:
    """A second list is not read as the end of the first."""
    one, two = Bullets((Sentence("One."),)), Bullets((Sentence("Two."),))
    kinds = [each.type for each in tokens(rendered(with_blocks(one, two)))]
    assert kinds.count("bullet_list_open") == 2


def test_quoted_words_are_block_quotations() -> None:
    """Somebody's own words stand apart, also in lists."""
    words = Sentence("Nobody rang back.", quoted=True)
    text = rendered(with_blocks(Paragraph((Sentence("They said:"), words)), Bullets((words,))))
    assert "They said:\n\n> Nobody rang back.\n" in text
    assert "- > Nobody rang back.\n" in text


def test_tables_are_tables() -> None:
    """Each table of the model and each chart becomes a pipe table; numbers stand to the right.

    Of a pictogram the title says all.
    """
    kinds = [each.type for each in tokens(rendered(sample()))]
    with_figures = [
        block
        for section in sample().sections
        for block in blocks(section)
        if isinstance(block, Table)
        or (
            isinstance(block, CHARTS)
            and charts.table(block).rows
            and not isinstance(block, Pictogram)
        )
    ]
    assert kinds.count("table_open") == len(with_figures)
    table = Table("Late", ("What", "Days"), ((Cell("Plan"), Cell("12", number=True)),), "A note.")
    text = rendered(with_blocks(table))
    assert "**Late**\n\n| What | Days |\n| --- | ---: |\n| Plan | 12 |\n\nA note.\n" in text


def test_empty_tables_say_so() -> None:
    """A table without rows says that it has none."""
    assert "No entries." in rendered(with_blocks(Table("Late", ("What",), ())))
    assert "**Late**\n\nNo entries." in rendered(with_blocks(Table("Late", (), ())))


def test_a_mark_is_a_shape_and_a_word() -> None:
    """Shapes differ, and an unknown one is a circle."""
    shapes = ("circle", "square", "triangle", "diamond", "bar", "cross", "ring", "blob")
    rows = tuple((Cell("text", mark=Mark("Word", shape)),) for shape in shapes)
    text = rendered(with_blocks(Table("t", ("A",), rows)))
    assert re.findall(r"\| (.) \*\*Word\*\* text \|", text) == list("●■▲◆▬✕○●")


def test_an_area_missing_from_the_subtitle_is_named() -> None:
    """The area stands under the title, whichever way the subtitle is worded."""
    model = attrs.evolve(with_blocks(), subtitle="As at 31 January 2026")
    assert "As at 31 January 2026\n\nArea: Wyeford\n" in rendered(model)


def test_lines_end_in_one_way_and_hold_nothing_hidden() -> None:
    """Line feeds only, one at the end, and no control or turning mark."""
    text = rendered(sample())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]\n", text)


def test_cells_keep_their_lines() -> None:
    """Marks, further lines and small words stand one below another; a small chart is described."""
    chart = Ladder(
        "l", "Judgement", "It rose a step.", (LadderStep("Low"), LadderStep("High")), 1, 0
    )
    cell = Cell("Text", mark=Mark("late"), chart=chart, more=(Cell("and more"),), note="a source")
    text = rendered(with_blocks(Table("t", ("A",), ((cell,),))))
    assert "| ● **late** Text<br>It rose a step.<br>and more<br>a source |" in text


def test_rows_of_one_cell_and_columns_are_kept() -> None:
    """A heading of rows is bold; columns stand one below another; questions have numbers."""
    spans = (Span(0, Sentence("Group")), Span(1, Sentence("But: no."), "remark"))
    table = Table("t", ("A", "B"), ((Cell("x"), Cell("y")),), spans=spans, hides_caption=True)
    card = FigureCard("Rain", "61%", "of days", sentences=(Sentence("It rose."),))
    columns = Columns((Column("Better", (card,)), Column("", (Paragraph((Sentence("Else."),)),))))
    questions = Questions((Question("Who?", (Sentence("Nobody yet."),)), Question("When?")))
    text = rendered(with_blocks(table, columns, questions))
    assert "| **Group** |  |\n| x | y |\n| But: no. |  |" in text
    assert "**t**" not in text
    assert "### Better\n\n#### Rain\n\n**61%** of days\n\nIt rose.\n\nElse.\n" in text
    assert "1. **Who?** Nobody yet.\n2. **When?**\n" in text


def test_sections_without_a_heading_and_with_a_state() -> None:
    """Nothing stands in place of a heading; a state stands under it."""
    below = Section(
        "b", "Below", (Paragraph((Sentence("Text."),)),), mark=Mark("late"), note="was: early"
    )
    model = attrs.evolve(with_blocks(), sections=(Section("a", "", (), (below,)),))
    assert "\n## Below\n\n● **late** was: early\n\nText.\n" in rendered(model)
