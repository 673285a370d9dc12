"""Reports in a browser: no barrier that axe knows of, no request, nothing cut off or overlapping.

Each page is loaded once; its window, colours and text are then changed. Needs Chromium and the
Python package ``playwright``, and axe-core: ``npm install axe-core``, or the path of ``axe.min.js``
in the environment variable ``AXE_CORE``.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from sendframe.builtin import render_html
from sendframe.plugins import NoOptions, ReportModel
from tests.contract.example_pages import (
    REPORTS,
    chromium,
    page_words,
    write_examples,
)
from tests.unit.builtin.sample_report import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
WIDTHS = (1280, 768, 320)
SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important;
word-spacing:.16em!important}p{margin-bottom:2em!important}"""
"""Text spacing that WCAG 2.2, criterion 1.4.12, lets a reader choose."""

MODES: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "middle": {"width": 768},
    "narrow": {"width": 320},
    "dark": {"width": 1280, "media": {"color_scheme": "dark"}},
    "forced colours": {"width": 1280, "media": {"forced_colors": "active"}},
    "text of twice the size": {"width": 1280, "css": "html{font-size:200%!important}"},
    "spaced text": {"width": 320, "css": SPACING},
}
"""How readers look at a page."""

EXAMPLE_PAGES = tuple(
    f"{example}/{page}" for example, profiles in REPORTS.items() for page in ("index", *profiles)
)
SAMPLES = ("bare", "full", "hostile", "nothing")
PAGES = (*SAMPLES, *EXAMPLE_PAGES)

FAULTS = """() => {
  const found = [], edge = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > edge) {
    found.push('too wide: the page')
    for (const e of document.querySelectorAll('body *'))
      if (!e.closest('svg') && e.getBoundingClientRect().right > edge + 1)
        found.push('too wide: ' + e.outerHTML.slice(0, 90))
  }
  for (const e of document.querySelectorAll('[tabindex="0"]'))
    if (e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1)
      found.push('useless tab stop: ' + e.outerHTML.slice(0, 90))
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect()
    if (!frame.width) continue
    const texts = [...svg.querySelectorAll('text')]
      .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
      .filter(([text, box]) => text && box.width)
    texts.forEach(([text, box], at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
          box.top < frame.top - 1 || box.bottom > frame.bottom + 1) found.push('clipped: ' + text)
      for (const [other, b] of texts.slice(at + 1))
        if (box.left < b.right - 1 && b.left < box.right - 1 &&
            box.top < b.bottom - 3 && b.top < box.bottom - 3)
          found.push('overlapping: ' + text + ' | ' + other)
    })
  }
  return found
}"""
"""What is too wide, a stop of the Tab key that scrolls nothing, or a text of a drawing amiss."""


@cache
def sample_named(name: str) -> ReportModel:
    """Return a report to be looked at: full, full of harm, or nearly empty."""
    if name == "hostile":
        return sample()
    full = sample(hostile=False)
    if name == "full":
        return full
    sections = full.sections[2:3] if name == "bare" else ()
    return attrs.evolve(full, notice="", handling_mark="", fictional=False, sections=sections)


def written(folder: Path, model: ReportModel) -> Path:
    """Write a report and return its file."""
    (rendered,) = render_html.render(model, NoOptions())
    file = folder / rendered.name
    file.write_bytes(rendered.data)
    return file


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    """A Chromium without a window."""
    if not AXE.is_file():
        pytest.skip("there is no axe-core: npm install axe-core, or set AXE_CORE")
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The files of all pages, by name."""
    folder = write_examples(tmp_path_factory.mktemp("pages"), "html")
    found = {name: folder / f"{name}.html" for name in EXAMPLE_PAGES}
    for name in SAMPLES:
        (folder / name).mkdir()
        found[name] = written(folder / name, sample_named(name))
    return found


@attrs.define
class Seen:
    """What a page did while it was looked at.

    Attributes:
        requests: Addresses it asked for, the page itself left out.
        errors: What it wrote on the console, and errors it raised.
    """

    requests: list[str] = attrs.field(factory=list)
    errors: list[str] = attrs.field(factory=list)


@contextmanager
def opened(browser: "Browser", file: Path, *, strict: bool) -> Iterator[tuple["Page", Seen]]:
    """Open a file, offline; with *strict*, its policy holds, and no script can be added."""
    context = browser.new_context(
        offline=True, bypass_csp=not strict, viewport={"width": 1280, "height": 900}
    )
    page, seen = context.new_page(), Seen()
    address = file.as_uri()

    def asked(request: "Request") -> None:
        if request.url not in {address, "data:,"}:
            seen.requests.append(request.url)

    def dismissed(dialog: "Dialog") -> None:
        seen.errors.append(dialog.message)
        dialog.dismiss()

    page.on("request", asked)
    page.on("console", lambda message: seen.errors.append(message.text))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", dismissed)
    page.goto(address)
    yield page, seen
    context.close()


def open_tables(page: "Page") -> None:
    """Open what can be opened, so that it is looked at as well."""
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")


@contextmanager
def as_read(page: "Page", width: int, css: str = "", media: Any = None) -> Iterator[None]:
    """Show a page as its reader chose, and then as before."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(**(media or {}))
    style = page.add_style_tag(content=css) if css else None
    yield
    if style is not None:
        style.evaluate("each => each.remove()")
    page.emulate_media(color_scheme="light", forced_colors="none")


def barriers(page: "Page", rules: list[str] | None = None) -> list[tuple[str, str]]:
    """Return what axe finds, of all rules or of some: rule and element."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_script_tag(path=AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": RULES}
    options = {"runOnly": only, "resultTypes": ["violations"], "selectors": False}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        (str(found["id"]), str(node["html"])[:200])
        for found in result["violations"]
        for node in found["nodes"]
    ]


def faults(page: "Page", mode: str) -> list[str]:
    """Return what is too wide, clipped, overlapping or a useless tab stop, read in one way."""
    with as_read(page, **MODES[mode]):
        found: list[str] = page.evaluate(FAULTS)
    return [f"{mode}: {fault}" for fault in found]


@pytest.mark.parametrize("name", PAGES)
def test_pages_have_no_barriers_and_cut_nothing_off(
    browser: "Browser", pages: dict[str, Path], name: str
) -> None:
    """However wide, coloured, large or spaced it is read, a page has no barrier and fits."""
    with opened(browser, pages[name], strict=False) as (page, seen):
        open_tables(page)
        for width in (WIDTHS[0], WIDTHS[-1]):
            with as_read(page, width):
                assert barriers(page) == []
            with as_read(page, width, media={"color_scheme": "dark"}):
                assert barriers(page, RULES_OF_COLOUR) == []
        found = [fault for mode in MODES for fault in faults(page, mode)]
        if name == "hostile":  # labels of hundreds of letters may meet, but nothing may be too wide
            found = [fault for fault in found if "too wide" in fault]
        assert found == []
        assert seen == Seen()


@pytest.mark.parametrize("name", PAGES)
def test_styles_apply_under_the_policy(
    browser: "Browser", pages: dict[str, Path], name: str
) -> None:
    """With the policy in force the style sheet is used, and nothing is asked for or refused."""
    with opened(browser, pages[name], strict=True) as (page, seen):
        ground = "() => getComputedStyle(document.querySelector('.title')).backgroundColor"
        own = (
            "rgb(106, 42, 99)"
            if name.endswith(("/youth-update", "-friendly"))
            else "rgb(18, 57, 77)"
        )
        assert page.evaluate(ground) == own
        assert seen == Seen()


def test_text_is_large_enough(browser: "Browser", pages: dict[str, Path]) -> None:
    """No text on a screen is set below fourteen pixels, in no picture below ten as it is shown."""
    with opened(browser, pages["wyeford/board"], strict=False) as (page, _):
        for width in WIDTHS:
            with as_read(page, width):
                words, drawn = page.evaluate(
                    """() => [false, true].map(isDrawn => Math.min(
                    ...[...document.querySelectorAll('body *')]
                    .filter(e => Boolean(e.ownerSVGElement) === isDrawn && e.getClientRects().length
                      && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                    .map(e => parseFloat(getComputedStyle(e).fontSize) *
                      (isDrawn ? e.getScreenCTM().a : 1))))"""
                )
                assert words >= 14
                assert drawn >= 10


def test_the_skip_link_comes_first_and_shows_itself(
    browser: "Browser", pages: dict[str, Path]
) -> None:
    """The first press of Tab shows the skip link, and following it leads to the report."""
    with opened(browser, pages["hostile"], strict=True) as (page, _):
        page.keyboard.press("Tab")
        box = page.locator(":focus").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.activeElement.id") == "report"


def test_marks_keep_their_shape_in_forced_colours(
    browser: "Browser", pages: dict[str, Path]
) -> None:
    """Where the reader's colours replace ours, shapes of marks have the colour of the text."""
    with opened(browser, pages["wyeford/board"], strict=False) as (page, _):
        with as_read(page, **MODES["forced colours"]):
            shape, text = page.evaluate(
                """() => [getComputedStyle(document.querySelector('.mark .shape')).fill,
                getComputedStyle(document.body).color]"""
            )
        assert shape == text


def test_numbers_of_questions_are_seen_in_forced_colours(
    browser: "Browser", pages: dict[str, Path]
) -> None:
    """The number of a question does not have the colour of its ground."""
    with opened(browser, pages["wyeford/board"], strict=False) as (page, _):
        with as_read(page, **MODES["forced colours"]):
            number, ground, text = page.evaluate(
                """() => { const style = getComputedStyle(
                  document.querySelector('.questions > li'), '::before')
                return [style.color, style.backgroundColor, getComputedStyle(document.body).color] }"""
            )
        assert number == text != ground


def test_notices_stand_on_every_sheet(
    browser: "Browser", pages: dict[str, Path], tmp_path: Path
) -> None:
    """On paper the handling mark, the notice and the number are printed once on each sheet."""
    sheet, model = tmp_path / "report.pdf", sample()
    with opened(browser, pages["hostile"], strict=True) as (page, _):
        page.pdf(path=sheet, prefer_css_page_size=True)
    sheets = [" ".join(words) for words in page_words(sheet)]
    assert len(sheets) > 2
    for number, text in enumerate(sheets, start=1):
        assert text.startswith(model.handling_mark)
        assert text.count("does not exist, and its figures are made up") == 1
        assert f"page {number} of {len(sheets)}" in text


BARRIERS = {
    "no language": ('<html lang="en-GB" dir="ltr">', "<html>", "html-has-lang"),
    "pale text": ("color:var(--ink)", "color:#cccccc", "color-contrast"),
    "a skipped heading": ("<h3", "<h6", "heading-order"),
    "a picture without words": ("<figure>", '<figure><img src="data:,">', "image-alt"),
}


@pytest.mark.parametrize("name", sorted(BARRIERS))
def test_a_barrier_is_found(
    browser: "Browser", pages: dict[str, Path], tmp_path: Path, name: str
) -> None:
    """A page that was given a barrier on purpose does not pass."""
    before, after, rule = BARRIERS[name]
    text = pages["full"].read_text("utf-8")
    assert before in text
    broken = tmp_path / "broken.html"
    broken.write_text(text.replace(before, after), "utf-8")
    with opened(browser, broken, strict=False) as (page, _):
        open_tables(page)
        assert rule in {found for found, _ in barriers(page)}


def test_dark_text_on_dark_ground_is_found(browser: "Browser", pages: dict[str, Path]) -> None:
    """The colours of the dark page are looked at, and not only those of the light one."""
    with opened(browser, pages["full"], strict=False) as (page, _):
        page.add_style_tag(
            content="@media (prefers-color-scheme:dark){main p{color:#222!important}}"
        )
        with as_read(page, 1280):
            assert barriers(page, RULES_OF_COLOUR) == []
        with as_read(page, 1280, media={"color_scheme": "dark"}):
            assert {rule for rule, _ in barriers(page, RULES_OF_COLOUR)} == {"color-contrast"}


DRAWING = '<svg width="200" height="40" role="img" aria-label="x">{}</svg>'
FAULTY = {
    "too wide": '<p style="width:1500px">wide</p>',
    "useless tab stop": '<div tabindex="0">still</div>',
    "clipped": DRAWING.format('<text x="190" y="20">far out</text>'),
    "overlapping": DRAWING.format('<text x="10" y="20">one</text><text x="20" y="22">other</text>'),
}


@pytest.mark.parametrize("fault", sorted(FAULTY))
def test_a_fault_is_found_in_every_mode(
    browser: "Browser", pages: dict[str, Path], fault: str
) -> None:
    """What is too wide, cut off, overlapping or a useless stop is seen however the page is read."""
    with opened(browser, pages["bare"], strict=False) as (page, _):
        assert [found for mode in MODES for found in faults(page, mode)] == []
        page.evaluate(
            "html => document.querySelector('main').insertAdjacentHTML('beforeend', html)",
            FAULTY[fault],
        )
        for mode in MODES:
            assert any(found.startswith(f"{mode}: {fault}") for found in faults(page, mode)), mode


def test_requests_and_what_is_refused_are_found(
    browser: "Browser", pages: dict[str, Path], tmp_path: Path
) -> None:
    """A page that loads something or runs something does not pass."""
    added = '<img src="https://example.org/x.png" alt="x"><script>alert(1)</script>'
    text = pages["full"].read_text("utf-8").replace("<h1>", f"{added}<h1>")
    broken = tmp_path / "broken.html"
    broken.write_text(text, "utf-8")
    with opened(browser, broken, strict=True) as (_, seen):
        assert len(seen.errors) >= 2
    with opened(browser, broken, strict=False) as (_, seen):
        assert seen.requests == ["https://example.org/x.png"]
        assert "1" in seen.errors
