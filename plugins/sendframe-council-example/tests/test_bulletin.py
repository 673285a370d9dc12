"""The bulletin: safe, legible, and the same without colour."""

import base64
import hashlib
import re
from datetime import date
from itertools import pairwise
from typing import Any

import attrs
import html5lib
import pytest
from sendframe_council_example.bulletin import Options, render
from sendframe_council_example.style import ACCENTS, COLOURS, PAIRS, style_sheet

from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    ChartPoint,
    Column,
    Columns,
    Dot,
    FigureCard,
    Link,
    Mark,
    Paragraph,
    PeersChart,
    Question,
    Questions,
    ReportModel,
    Section,
    Sentence,
    Span,
    Table,
    TrendChart,
    TypedFigure,
    charts,
)

_NASTY = "<script>alert(1)</script>\"'&\u202e"


def _model(text: str = "Text.", **fields: Any) -> ReportModel:
    """Return a report that holds every kind of block, with one text everywhere."""
    sentence, mark = Sentence(text), Mark(text, "diamond", "between")
    full = Sentence(text, label=text, note=text, mark=mark, link=Link(text))
    trend = TrendChart("t", text, text, text, (ChartPoint(text, 1.0, text),))
    small = attrs.evolve(trend, id="small")
    rich = Cell(
        text, strong=True, note=text, chart=trend, link=Link(text), more=(Cell(text), Cell(text))
    )
    spans = (Span(0, full), Span(1, sentence, "remark"))
    rows = (
        (Cell(text), Cell(text, mark=mark)),
        (Cell(text), Cell("1.5", number=True)),
    )
    blocks = (
        Paragraph((sentence, Sentence(text, quoted=True))),
        Bullets((sentence, Sentence(text, quoted=True))),
        Callout(text, (sentence,), "important"),
        Table(text, (text, text), rows, text),
        Table(text, (text, text, text), ((Cell(text), Cell(text), Cell(text)),)),
        Table(text, (), ()),
        trend,
        PeersChart("d", text, text, text, (Dot(text, 1.0, text, "area"),)),
        Questions((Question(text, (sentence,)),)),
        FigureCard(text, text, text, (), (sentence,), small, link=Link(text, text)),
        Columns((Column(text, (Paragraph((full,)),), mark), Column("", ())), boxed=True),
        Table(text, (text, text), ((rich, rich),), spans=spans),
    )
    inner = Section("inner", text, blocks, (Section("deep", text, (Paragraph((sentence,)),)),))
    return ReportModel(
        profile="board",
        title=text,
        subtitle=text,
        area=text,
        as_at=date(2026, 1, 31),
        sections=(Section("one", text, blocks[:6], (inner,), mark, text), Section("two", text)),
        **{"notice": text, "handling_mark": text, "fictional": True, **fields},
    )


_BARE = ReportModel("board", "Nothing", "As at", "Wyeford", date(2026, 1, 31), (), public=True)


def _page(model: ReportModel, options: Options | None = None) -> str:
    (file,) = render(model, options or Options())
    assert (file.name, file.media_type) == ("board-bulletin.html", "text/html")
    return file.data.decode("utf-8")


def test_every_text_is_escaped() -> None:
    """No text of a report can become markup, or reorder what is read."""
    page = _page(_model(_NASTY, language='en"><script>', rendered_by=_NASTY))
    assert "<script" not in page
    assert "\u202e" not in page
    html5lib.HTMLParser(strict=True).parse(page)


def test_an_empty_report_is_a_page() -> None:
    """A report that says nothing has a title, and no more."""
    page = _page(_BARE)
    html5lib.HTMLParser(strict=True).parse(page)
    assert page.count("<h1>") == 1
    assert 'class="notices"' not in page


def test_the_policy_lets_nothing_but_the_style_sheet() -> None:
    """The hash in the policy is that of the style sheet, and nothing else is allowed."""
    page = _page(_model())
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"""\s(?:style|on\w+)=|(?:src|url)\s*[=(]["']?http""", page)


def test_headings_are_in_order() -> None:
    """There is one title, and no heading skips a level."""
    levels = [int(item) for item in re.findall(r"<h([1-6])[ >]", _page(_model()))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_block_it_does_not_know_is_named() -> None:
    """What a later version of sendframe adds is not dropped in silence."""

    class Hologram:
        """A block of the future."""

    section = Section("s", "S", (Hologram(),))  # type: ignore[arg-type]  # unknown on purpose
    page = _page(attrs.evolve(_BARE, sections=(section,)))
    assert "Not shown: a block of the kind Hologram" in page


def test_links_lead_to_places_and_to_other_bulletins() -> None:
    """A link stays in the page, or leads to the bulletin of another report."""
    links = (Link("one"), Link("", "board"), Link("one", "board"), Link())
    sentences = tuple(Sentence("there", link=link) for link in links)
    page = _page(attrs.evolve(_BARE, sections=(Section("s", "", (Paragraph(sentences),)),)))
    found = re.findall(r'<p>.*<a href="([^"]*)">there</a> <a href="([^"]*)">.*href="([^"]*)"', page)
    name = charts.identifier("one")
    assert found == [(f"#{name}", "board-bulletin.html", f"board-bulletin.html#{name}")]
    assert "<h2" not in page


def test_a_report_that_is_not_public_says_so() -> None:
    """It stands on every page of it, and on none of a public one."""
    assert "Not for publication." in _page(_model())
    assert "Not for publication." not in _page(_model(public=True))


def test_ids_and_names_of_regions_are_unique() -> None:
    """Links reach one place each, and a list of regions reports them apart."""
    page = _page(_model())
    for pattern in (r'\sid="([^"]*)"', r'role="region"[^>]*aria-label="([^"]*)"'):
        result = re.findall(pattern, page)
        assert result
        assert len(result) == len(set(result))


def test_tables_name_their_headings() -> None:
    """Each column and each row has a heading with its scope."""
    page = _page(_model())
    assert '<th scope="col"' in page
    assert '<th scope="row"' in page
    assert page.count("<table") == page.count("<caption")


def test_a_rating_is_a_shape_and_a_word() -> None:
    """A rating can be read without its colour; an unknown shape is a circle, a tone neutral."""
    table = Table("Ratings", ("Of", "Is"), ((Cell("x"), Cell(mark=Mark("near", "diamond"))),))
    page = _with(table)
    assert re.search(r'<span class="mark neutral"><svg [^>]*aria-hidden="true">.*</svg> near', page)
    odd = Table("Ratings", ("Of", "Is"), ((Cell("x"), Cell(mark=Mark("odd", "star"))),))
    assert "<circle" in _with(odd)


def test_a_printed_figure_carries_its_value() -> None:
    """A program reads the unrounded value; a symbol in place of a figure has none."""
    typed = TypedFigure("rate", 225 / 333 * 100, "percent", 1)
    row = (
        Cell("Wyeford"),
        Cell("67.6%", typed=typed),
        Cell("c", typed=attrs.evolve(typed, value=None, symbol="c")),
    )
    page = _with(Table("Figures", ("Area", "2024", "2023"), (row,)))
    assert '<data value="67.56756756756756">67.6%</data>' in page
    assert page.count("<data ") == 1
    card = FigureCard("Plans in time", "67.6%", typed=typed)
    section = Section("s", "S", (card,))
    page = _page(attrs.evolve(_BARE, sections=(section,)))
    assert '<strong><data value="67.56756756756756">67.6%</data></strong>' in page


def _with(table: Table) -> str:
    section = Section("s", "S", (table,))
    return _page(ReportModel("board", "T", "S", "A", date(2026, 1, 31), (section,)))


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("accent", sorted(ACCENTS))
def test_the_style_sheet_holds_only_the_palette(accent: Any, columns: Any) -> None:
    """Every colour that is used was tried for contrast; nothing is left to fill in."""
    sheet = style_sheet(accent, columns)
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= {*COLOURS.values(), ACCENTS[accent]}
    assert f"repeat({columns}, " in sheet
    assert "$" not in sheet
    assert f"<style>{sheet}</style>" in _page(_model(), Options(accent, columns))


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(item: str, other: str) -> float:
    light, dark = sorted((_luminance(item), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((COLOURS[text], COLOURS[ground]) for text, ground in PAIRS),
        *((value, COLOURS[ground]) for value in ACCENTS.values() for ground in ("paper", "card")),
    ],
)
def test_text_can_be_read(text: str, ground: str) -> None:
    """Text stands out from its ground by 4.5 to 1 or more."""
    assert _contrast(text, ground) >= 4.5


def test_the_page_is_the_same_every_time() -> None:
    """Two runs give the same bytes, and what is not public asks not to be indexed."""
    assert _page(_model()) == _page(_model())
    assert 'content="noindex"' in _page(_model())
    assert 'content="noindex"' not in _page(_model(public=True))
