"""The HTML page: whole, valid, inert, and made to be read by everybody."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import html5lib  # type: ignore[import-untyped]
import pytest

from sendframe.builtin import render_html
from sendframe.plugins import (
    Bullets,
    Callout,
    Cell,
    Mark,
    NoOptions,
    Paragraph,
    RenderedFile,
    ReportModel,
    Section,
    Sentence,
    Table,
    charts,
)
from tests.unit.builtin.sample_report import HOSTILE, SCRIPT, blocks, sample, texts

H = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"
VOID_TEXT = {f"{H}style", f"{H}script", f"{S}title", f"{S}desc", f"{S}text"}


def rendered(model: ReportModel) -> str:
    """Return the page of a report."""
    (file,) = render_html.render(model, NoOptions())
    return file.data.decode("utf-8")


def parsed(page: str) -> Any:
    """Return the page's tree, read strictly."""
    return html5lib.HTMLParser(strict=True).parse(page)


def squeezed(text: str) -> str:
    """Return a text with its white space normalised."""
    return " ".join(charts.visible_text(text).split())


def letters(element: Any) -> Iterator[str]:
    """Yield the text outside of style sheets and pictures."""
    if element.tag not in VOID_TEXT:
        yield element.text or ""
        for each in element:
            yield from letters(each)
            yield each.tail or ""


def with_blocks(*given: object) -> ReportModel:
    """Return a small report of one section."""
    section = Section("s", "A section", given)  # type: ignore[arg-type]
    return ReportModel("small", "Title", "Wyeford", "Wyeford", date(2026, 1, 31), (section,))


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
            assert each.get("href", "").startswith("#")


def test_nothing_hidden_reaches_the_page(page: str) -> None:
    """Control characters and marks that turn text round are left out; letters and emoji stay."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]", page)
    for each in ("Łódź", "Ŵyr", "👩🏽‍🦽", "≥ 60%"):
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
        for name in ("src", "srcset", "href", "data", "action", "poster"):
            assert (each.get(name) or "#").startswith(("#", "data:,"))


def test_the_page_says_its_language() -> None:
    """The language of the report is that of the page."""
    model = attrs.evolve(sample(), language="cy")
    assert parsed(rendered(model)).get("lang") == "cy"


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
    targets = [each.get("href")[1:] for each in tree.iter(f"{H}a")]
    assert len(targets) == 1 + len(sample().sections)
    assert set(targets) <= ids


def test_a_report_of_one_section_has_no_contents() -> None:
    """A list of one entry helps nobody."""
    assert not list(parsed(rendered(with_blocks())).iter(f"{H}nav"))


def test_tables_say_what_heads_what(page: str) -> None:
    """Every table has a caption; columns and rows have heads with a scope."""
    for each in parsed(page).iter(f"{H}table"):
        assert each.find(f"{H}caption") is not None
        assert {e.get("scope") for e in each.find(f"{H}thead").iter(f"{H}th")} == {"col"}
        for row in each.find(f"{H}tbody"):
            assert row[0].get("scope") == "row" or row[0].get("colspan")


def test_an_empty_table_says_so() -> None:
    """A table without rows says that it has none; one without columns leaves its caption."""
    found = "".join(letters(parsed(rendered(with_blocks(Table("Late", ("A", "B"), ()))))))
    assert "No entries." in found
    assert "Late" in "".join(letters(parsed(rendered(with_blocks(Table("Late", (), ()))))))


def test_wide_things_scroll_and_can_be_reached_by_key(page: str) -> None:
    """Each table and picture stands in a region with a name of its own that takes the focus."""
    regions = [e for e in parsed(page).iter() if e.get("role") == "region"]
    names = [each.get("aria-label") for each in regions]
    assert len(names) == len(set(names))
    assert {each.get("tabindex") for each in regions} == {"0"}
    held = sum(len(list(each.iter(f"{H}table"))) for each in regions)
    assert held == len(list(parsed(page).iter(f"{H}table")))


def test_a_picture_stands_with_its_description_and_its_table(page: str) -> None:
    """Each chart has its description in print and a table of its figures."""
    figures = list(parsed(page).iter(f"{H}figure"))
    assert len(figures) == 4
    for each in figures:
        assert [e for e in each.iter(f"{S}svg") if e.get("role") == "img"]
        assert [e for e in each.iter(f"{H}p") if e.get("class") == "description"]
        assert each.find(f"{H}details").find(f".//{H}table") is not None


def test_a_mark_is_a_shape_a_word_and_a_colour() -> None:
    """Six shapes differ, an unknown one is a circle, and the word stands beside it."""
    drawn = []
    for shape in ("circle", "square", "triangle", "diamond", "bar", "cross", "blob"):
        table = Table("t", ("A",), ((Cell(mark=Mark("The word", shape, "worse")),),))
        tree = parsed(rendered(with_blocks(table)))
        (mark,) = (e for e in tree.iter(f"{H}span") if (e.get("class") or "").startswith("mark"))
        assert mark.get("class") == "mark worse short"
        assert "".join(mark.itertext()).strip() == "The word"
        (picture,) = mark.iter(f"{S}svg")
        assert picture.get("aria-hidden") == "true"
        drawn.append(tuple(sorted(picture[0].attrib.items())))
    assert len(set(drawn)) == 6
    assert drawn[0] == drawn[-1]


def test_facts_stand_on_what_rests_on_them(page: str) -> None:
    """A sentence, a cell and a figure of a chart name their facts."""
    found = [each.get("data-facts") for each in parsed(page).iter() if each.get("data-facts")]
    for each in ("c1 c2", "f1", "timeliness:2024", "n:0", "england", 'f"><script>'):
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
        for each in (model.notice, model.handling_mark, "Fictional area. Wyeford does not exist"):
            assert each in found
    small = rendered(with_blocks())
    assert "Fictional" not in small
    assert 'class="notice"' not in small


def test_notices_are_repeated_on_paper() -> None:
    """The bands are set as head and foot of a table, which browsers repeat on every sheet."""
    css = render_html._source("report.css")
    paper = css.partition("@media print")[2]
    assert "header.band { display: table-header-group; break-inside: avoid; }" in paper
    assert "footer.band { display: table-footer-group; break-inside: avoid; }" in paper


def test_what_is_not_public_asks_not_to_be_indexed() -> None:
    """Only a report that may be published can be found by a search engine."""
    assert 'content="noindex"' in rendered(with_blocks())
    assert "noindex" not in rendered(attrs.evolve(with_blocks(), public=True))


def test_an_area_missing_from_the_subtitle_is_named() -> None:
    """The area stands under the title once, whichever way the subtitle is worded."""
    model = attrs.evolve(with_blocks(), subtitle="As at 31 January 2026")
    found = [e.text for e in parsed(rendered(model)).iter(f"{H}p") if e.get("class") == "subtitle"]
    assert found == ["As at 31 January 2026", "Wyeford"]


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
    cells = [e for e in parsed(page).iter() if e.tag in {f"{H}td", f"{H}th"}]
    for each in cells:
        words = "".join(letters(each)).split()
        assert ("long" in (each.get("class") or "")) == any(len(word) > 20 for word in words)


def test_no_text_is_set_below_sixteen_pixels() -> None:
    """On a screen every size of the style sheet is 1 rem or more."""
    css = render_html._source("report.css").partition("@media print")[0]
    sizes = re.findall(r"font(?:-size)?: (?:clamp\()?([\d.]+)rem", css)
    assert sizes
    assert min(float(each) for each in sizes) >= 1
    assert not re.search(r"font(-size)?: [\d.]+(px|em|%)", css)


def test_the_page_is_small() -> None:
    """A page of all kinds of blocks stays under 300 KB."""
    (file,) = render_html.render(sample(), NoOptions())
    assert len(file.data) < 300_000


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
    kinds = {type(block).__name__ for each in sample().sections for block in blocks(each)}
    assert kinds == {"Paragraph", "Bullets", "Callout", "Table", "TrendChart", "DotChart"}
    assert set(HOSTILE) <= set(texts(sample()))
