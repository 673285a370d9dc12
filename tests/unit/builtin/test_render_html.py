"""The HTML page: whole, valid, inert, and made to be read by everybody."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import get_args

import attrs
import pytest

from sendframe.builtin import render_html
from sendframe.plugins import (
    Block,
    Bullets,
    Callout,
    Cell,
    Link,
    Mark,
    NoOptions,
    Paragraph,
    RenderedFile,
    Section,
    Sentence,
    Table,
)
from tests.unit.builtin.html_page import H, S, letters, parsed, rendered, squeezed, with_blocks
from tests.unit.builtin.sample_report import HOSTILE, SCRIPT, sample, trend
from tests.unit.builtin.sample_texts import CHARTS, blocks, texts


@pytest.fixture(scope="module")
def page() -> str:
    """The page of the sample report."""
    return rendered(sample())


def test_one_file_named_after_the_profile() -> None:
    """A report becomes one HTML file of the profile's name."""
    (file,) = render_html.render(sample(), NoOptions())
    assert isinstance(file, RenderedFile)
    assert (file.name, file.media_type) == ("board.html", "text/html")


def test_the_page_is_valid(page: str) -> None:
    """A strict HTML parser finds no error, and no id stands twice."""
    tree = parsed(page)
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_every_text_and_number_is_shown(page: str) -> None:
    """Nothing that the model says is left out, white space normalised."""
    found = squeezed("".join(letters(parsed(page))))
    missing = [each for each in texts(sample()) if squeezed(each) not in found]
    assert missing == []


def test_words_of_documents_are_inert(page: str) -> None:
    """Markup in a text becomes letters: no element, attribute or link comes of it."""
    tree = parsed(page)
    assert SCRIPT not in page
    assert not {f"{H}{name}" for name in ("script", "img", "iframe", "object", "form", "base")} & {
        each.tag for each in tree.iter()
    }
    for each in tree.iter():
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
        if each.tag == f"{H}a":
            assert re.fullmatch(r"([\w.-]+\.html)?(#[\w.-]+)?", each.get("href", ""))


def test_nothing_hidden_reaches_the_page(page: str) -> None:
    """Control characters are left out, what turns text round is a visible mark; emoji stay."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]", page)
    for each in ("Łódź", "Ŵyr", "👩🏽‍🦽", "≥ 60%", "[U+202E]"):
        assert each in page


def test_the_policy_lets_in_the_style_sheet_and_nothing_else(page: str) -> None:
    """The policy's hash is that of the style sheet, which has no address in it."""
    tree = parsed(page)
    (style,) = tree.iter(f"{H}style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    (policy,) = (e for e in tree.iter(f"{H}meta") if e.get("http-equiv"))
    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|//", style.text)


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    """No element asks for another file."""
    for each in parsed(page).iter():
        for name in ("src", "srcset", "data", "action", "poster"):
            assert not each.get(name)
        if each.tag != f"{H}a":
            assert (each.get("href") or "#").startswith(("#", "data:,"))


def test_the_page_says_its_language() -> None:
    """The language of the report is that of the page."""
    model = attrs.evolve(sample(), language="cy")
    assert parsed(rendered(model)).get("lang") == "cy"


def test_a_page_from_right_to_left_is_mirrored() -> None:
    """Left and right are exchanged in the style sheet, shorthands included, but not in drawings."""
    model = with_blocks(Paragraph((Sentence("a"),)))
    english = rendered(model)
    mirrored = rendered(attrs.evolve(model, language="ar"))
    assert "blockquote{margin:.35rem 0 .5rem;padding:.1rem 0 .1rem .8rem;border-left:" in english
    assert "blockquote{margin:.35rem 0 .5rem;padding:.1rem .8rem .1rem 0;border-right:" in mirrored
    assert "@top-right{font-size:8.5pt;font-weight:700" in mirrored
    assert "svg{direction:ltr}" in mirrored
    assert "svg{direction:ltr}" not in english


def test_headings_go_down_one_by_one(page: str) -> None:
    """There is one first heading, and none skips a level on the way down."""
    levels = [int(e.tag[-1]) for e in parsed(page).iter() if re.fullmatch(rf"{H}h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_headings_stop_at_the_sixth_level() -> None:
    """Sections deeper than HTML has headings for stay on the last one."""
    section = Section("s9", "Deepest")
    for depth in range(8, 0, -1):
        section = Section(f"s{depth}", f"Level {depth}", sections=(section,))
    model = attrs.evolve(with_blocks(), sections=(section,))
    assert len(list(parsed(rendered(model)).iter(f"{H}h6"))) == 5


def test_links_lead_somewhere(page: str) -> None:
    """The skip link and every entry of the contents lead to an id of the page."""
    tree = parsed(page)
    ids = {each.get("id") for each in tree.iter()}
    (contents,) = tree.iter(f"{H}nav")
    targets = [each.get("href")[1:] for each in contents.iter(f"{H}a")]
    assert len(targets) == len(sample().sections)
    assert {*targets, "report"} <= ids


def test_contents_are_the_sections_that_begin_a_page() -> None:
    """Where some do, only they are named; those without a heading never are."""
    sections = (
        Section("a", "First", starts_page=True),
        Section("b", "Below"),
        Section("c", "Second", starts_page=True),
        Section("d", "", (Paragraph((Sentence("Bare."),)),)),
    )
    (contents,) = parsed(rendered(attrs.evolve(with_blocks(), sections=sections))).iter(f"{H}nav")
    assert squeezed("".join(contents.itertext())) == "First Second"


def test_a_link_leads_into_another_report() -> None:
    """Its address is that of the other report's file beside this one."""
    sentences = (
        Sentence("There.", link=Link("x", "annex")),
        Sentence("Its beginning.", link=Link("", "annex")),
        Sentence("Here.", link=Link("s")),
    )
    (main,) = parsed(rendered(with_blocks(Paragraph(sentences)))).iter(f"{H}main")
    assert [each.get("href") for each in main.iter(f"{H}a")] == ["annex.html#x", "annex.html", "#s"]


def test_a_report_of_one_section_has_no_contents() -> None:
    """A list of one entry helps nobody."""
    assert not list(parsed(rendered(with_blocks())).iter(f"{H}nav"))


def test_a_picture_is_drawn_for_wide_and_for_narrow_places(page: str) -> None:
    """Each drawing has a name; figures of a series stand below as a table, once."""
    tree = parsed(page)
    figures = list(tree.iter(f"{H}figure"))
    assert figures
    for each in figures:
        drawings = [e for e in each.iter(f"{S}svg") if e.get("role") == "img"]
        kinds = {e.get("class") for e in each.iter(f"{H}div")}
        assert len(drawings) == (2 if "wide" in kinds else 1)
        assert (each.find(f"{H}details") is not None) == ("wide" in kinds)
    for each in tree.iter(f"{S}svg"):
        assert each.get("width")
        assert each.get("height")


def test_a_picture_under_its_own_title_has_no_second_one() -> None:
    """The heading of the section is not repeated."""
    chart = trend()
    under = Section("s", chart.title, (chart,))
    model = attrs.evolve(with_blocks(), sections=(under,))
    assert not list(parsed(rendered(model)).iter(f"{H}figcaption"))
    assert len(list(parsed(rendered(with_blocks(chart))).iter(f"{H}figcaption"))) == 1


def test_a_mark_is_a_shape_a_word_and_a_colour() -> None:
    """Nine shapes differ, an unknown one is a circle, and the word stands beside it."""
    drawn = []
    for shape in (
        "circle",
        "square",
        "triangle",
        "diamond",
        "bar",
        "cross",
        "ring",
        "half",
        "octagon",
        "blob",
    ):
        table = Table("t", ("A",), ((Cell(mark=Mark("The word", shape, "worse")),),))
        tree = parsed(rendered(with_blocks(table)))
        (mark,) = (e for e in tree.iter(f"{H}span") if (e.get("class") or "").startswith("mark"))
        assert mark.get("class") == "mark worse"
        assert "".join(mark.itertext()).strip() == "The word"
        (picture,) = mark.iter(f"{S}svg")
        assert picture.get("aria-hidden") == "true"
        drawn.append(tuple(sorted(picture[0].attrib.items())))
    assert len(set(drawn)) == 9
    assert drawn[0] == drawn[-1]


def test_facts_stand_on_what_rests_on_them(page: str) -> None:
    """A sentence, a cell and a figure of a chart name their facts."""
    found = [each.get("data-facts") for each in parsed(page).iter() if each.get("data-facts")]
    for each in ("c1 c2", "f1", "timeliness:2024", "n:0", "england", "s:2", 'f"><script>'):
        assert each in found


def test_quoted_words_are_quotations(page: str) -> None:
    """Somebody's own words stand in a block quotation, also in lists."""
    quotes = [squeezed("".join(e.itertext())) for e in parsed(page).iter(f"{H}blockquote")]
    assert "We were told to wait, and then nobody rang back." in quotes
    assert "I want to know who my key worker is." in quotes


def test_notices_stand_at_the_top_and_at_the_bottom(page: str) -> None:
    """Notice, handling mark and the warning of a fictional area are there twice."""
    tree = parsed(page)
    model = sample()
    for name in ("header", "footer"):
        (band,) = tree.iter(f"{H}{name}")
        found = squeezed("".join(band.itertext()))
        for each in (model.notice, model.handling_mark, "Fictional area: Wyeford does not exist"):
            assert each in found
    small = rendered(with_blocks())
    assert "Fictional" not in small
    assert 'class="band' not in small


def test_notices_area_and_page_are_in_the_margins_of_every_printed_page() -> None:
    """The handling mark at the top, the notices at the bottom, and the number of the page."""
    (style,) = parsed(rendered(sample())).iter(f"{H}style")
    margins = style.text.partition("@page")[2]
    for each in (
        'content:"OFFICIAL\\3a  for members of the board"',
        'content:"page " counter(page) " of " counter(pages)',
        "Wyeford does not exist, and its figures are made up.",
    ):
        assert each in margins


def test_no_text_ends_the_style_sheet() -> None:
    """A notice with quotation marks, braces and tags stays a string of CSS."""
    model = attrs.evolve(with_blocks(), notice='"}</style><script>alert(1)</script>\\')
    page = rendered(model)
    assert "<script" not in page
    (style,) = parsed(page).iter(f"{H}style")
    assert "alert" in style.text


def test_what_is_not_public_asks_not_to_be_indexed() -> None:
    """Only a report that may be published can be found by a search engine."""
    assert 'content="noindex"' in rendered(with_blocks())
    assert "noindex" not in rendered(attrs.evolve(with_blocks(), public=True))


def test_an_area_missing_from_the_subtitle_is_named() -> None:
    """The area stands under the title once, whichever way the subtitle is worded."""
    model = attrs.evolve(with_blocks(), subtitle="As at 31 January 2026")
    (header,) = parsed(rendered(model)).iter(f"{H}header")
    assert squeezed("".join(header.itertext())) == "Title As at 31 January 2026 · Wyeford"
    (header,) = parsed(rendered(with_blocks())).iter(f"{H}header")
    assert squeezed("".join(header.itertext())) == "Title Wyeford"


def test_empty_blocks_leave_nothing() -> None:
    """A list without entries and a paragraph without sentences leave no empty element."""
    page = rendered(with_blocks(Paragraph(()), Bullets(()), Callout("Only a title", ())))
    for each in parsed(page).iter():
        if each.tag in {f"{H}ul", f"{H}p", f"{H}li"}:
            assert "".join(each.itertext()).strip()


def test_addresses_are_not_made_into_links() -> None:
    """An address in a text stays a text."""
    page = rendered(with_blocks(Paragraph((Sentence("See https://example.org/ now."),))))
    assert [e.get("href") for e in parsed(page).iter(f"{H}a")] == ["#report"]


def test_long_words_may_break_and_short_ones_may_not(page: str) -> None:
    """In tables only cells with a very long word may break anywhere."""
    rows = ((Cell("short words"), Cell("x" * 18), Cell("x" * 19), Cell("", note="y" * 30)),)
    cells = parsed(rendered(with_blocks(Table("t", ("A", "B", "C", "D"), rows)))).iter(f"{H}tbody")
    (row,) = next(iter(cells))
    assert [each.get("class") for each in row] == [None, None, "long", "long"]
    assert ".long{overflow-wrap:anywhere}" in page


def test_no_text_is_smaller_than_its_page_allows() -> None:
    """On a screen no size of the style sheet is below 14 px, on paper none is below 9 pt."""
    css = render_html._source("report.css")
    screen, _, paper = css.partition("@media print")
    for part, least in ((screen, 0.875), (paper, 0.857)):
        sizes = re.findall(r"font-size:(?:clamp\()?([\d.]+)rem", part)
        assert sizes
        assert min(float(each) for each in sizes) >= least
        assert not re.search(r"font-size:[\d.]+(px|em|%)", part)
    assert "html{font-size:10.5pt}" in paper


def test_the_page_is_small() -> None:
    """A page of all kinds of blocks and of hostile texts stays under 450 KB."""
    (file,) = render_html.render(sample(), NoOptions())
    assert len(file.data) < 450_000


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    """The same report gives the same bytes in every process, in all three formats."""
    program = (
        "import hashlib\n"
        "from sendframe.builtin import render_html, render_json, render_markdown\n"
        "from tests.unit.builtin.sample_report import sample\n"
        "for each in (render_html, render_json, render_markdown):\n"
        "    print(hashlib.sha256(each.render(sample(), None)[0].data).hexdigest())\n"
    )
    results = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(results) == 1


def test_the_sample_has_every_block_and_every_harm() -> None:
    """What these tests rest on: no kind of block and no hostile text is forgotten."""
    kinds = {type(block) for each in sample().sections for block in blocks(each)}
    assert kinds == set(get_args(Block)) | set(CHARTS)
    assert set(HOSTILE) <= set(texts(sample()))
