"""Reports in a browser: no barrier that axe knows of, no request, nothing cut off.

Needs Chromium and the Python package ``playwright``, and axe-core: ``npm install axe-core``, or
the path of ``axe.min.js`` in the environment variable ``AXE_CORE``.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from sendframe.api import disclosed_evaluation, figures_for
from sendframe.builtin import render_html
from sendframe.documents import load_folder
from sendframe.plugins import Catalogue, NoOptions, ReportModel
from sendframe.reports import build
from tests.unit.builtin.sample_report import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page, Request

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
EXAMPLE_REPORTS = tuple(
    f"{example} {profile}"
    for example in ("herefordshire", "wyeford")
    for profile in ("board", "sef-update")
)
NAMES = ("bare", "full", "hostile", "nothing", *EXAMPLE_REPORTS)


def example_report(example: str, profile: str) -> ReportModel:
    """Return the report of an example, with sendframe's own contributions alone."""
    portfolio = load_folder(ROOT / "examples" / example)
    catalogue = Catalogue.discover(third_party=False)
    disclosed = disclosed_evaluation(portfolio, figures_for(portfolio), catalogue=catalogue)
    return build(disclosed, catalogue.profiles[profile].record)


@cache
def model_named(name: str) -> ReportModel:
    """Return a report to be looked at: full, full of harm, nearly empty, or that of an example."""
    if name in EXAMPLE_REPORTS:
        return example_report(*name.split())
    if name == "hostile":
        return sample()
    full = sample(hostile=False)
    if name == "full":
        return full
    sections = full.sections[2:3] if name == "bare" else ()
    return attrs.evolve(full, notice="", handling_mark="", fictional=False, sections=sections)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on the path")
    if not AXE.is_file():
        pytest.skip("there is no axe-core: npm install axe-core, or set AXE_CORE")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@attrs.define
class Seen:
    """What a page did while it was looked at.

    Attributes:
        requests: Addresses it asked for, the page itself left out.
        errors: What it wrote on the console, and errors it raised.
    """

    requests: list[str] = attrs.field(factory=list)
    errors: list[str] = attrs.field(factory=list)


def opened(browser: "Browser", file: Path, width: int, *, strict: bool) -> tuple["Page", Seen]:
    """Open a file, offline; with *strict*, its policy holds, and no script can be added."""
    context = browser.new_context(
        offline=True, bypass_csp=not strict, viewport={"width": width, "height": 900}
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
    return page, seen


def barriers(page: "Page") -> list[tuple[str, str]]:
    """Return what axe finds: rule and element."""
    page.add_script_tag(path=AXE)
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        (str(found["id"]), str(node["html"])[:200])
        for found in result["violations"]
        for node in found["nodes"]
    ]


def too_wide(page: "Page") -> list[str]:
    """Return what makes a page wider than its window."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > innerWidth)
          .map(e => e.outerHTML.slice(0, 120)).concat(['the page'])"""
    )
    return found


def written(folder: Path, model: ReportModel) -> Path:
    """Write a report and return its file."""
    (rendered,) = render_html.render(model, NoOptions())
    file = folder / rendered.name
    file.write_bytes(rendered.data)
    return file


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_reports_have_no_barriers(
    browser: "Browser", tmp_path: Path, name: str, width: int
) -> None:
    """Nothing stands in the way, also with all tables open, and the page fits its window."""
    page, seen = opened(browser, written(tmp_path, model_named(name)), width, strict=False)
    assert barriers(page) == []
    page.evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)")
    assert barriers(page) == []
    assert too_wide(page) == []
    assert seen == Seen()
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_styles_apply_under_the_policy(
    browser: "Browser", tmp_path: Path, name: str, width: int
) -> None:
    """With the policy in force the style sheet is used, and nothing is asked for or refused."""
    page, seen = opened(browser, written(tmp_path, model_named(name)), width, strict=True)
    ground = page.evaluate(
        "() => getComputedStyle(document.querySelector('.title')).backgroundColor"
    )
    assert ground == "rgb(18, 57, 77)"
    assert too_wide(page) == []
    assert seen == Seen()
    page.context.close()


def test_text_is_large_enough(browser: "Browser", tmp_path: Path) -> None:
    """Nothing on the screen is set below sixteen pixels, in pictures neither."""
    for width in WIDTHS:
        page, _ = opened(browser, written(tmp_path, sample()), width, strict=True)
        sizes = page.evaluate(
            """() => [...document.querySelectorAll('body *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
            .map(e => parseFloat(getComputedStyle(e).fontSize))"""
        )
        assert min(sizes) >= 16
        page.context.close()


def test_the_skip_link_comes_first_and_shows_itself(browser: "Browser", tmp_path: Path) -> None:
    """The first press of Tab shows the skip link, and following it leads to the report."""
    page, _ = opened(browser, written(tmp_path, sample()), 1280, strict=True)
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "report"
    page.context.close()


def test_wide_things_can_be_scrolled_by_key(browser: "Browser", tmp_path: Path) -> None:
    """At 320 pixels a chart is reached by the focus and moved by an arrow key."""
    page, _ = opened(browser, written(tmp_path, sample(hostile=False)), 320, strict=True)
    chart = page.locator("figure .scroll").first
    chart.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('figure .scroll').scrollLeft > 0")
    page.context.close()


def test_labels_of_pictures_stay_apart_in_a_browser(browser: "Browser", tmp_path: Path) -> None:
    """As the browser sets them, no two labels of a chart overlap and none is cut off."""
    page, _ = opened(browser, written(tmp_path, sample(hostile=False)), 1280, strict=True)
    found = page.evaluate(
        """() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
          const frame = svg.viewBox.baseVal, texts = [...svg.querySelectorAll('text')]
          const boxes = texts.map(t => [t.textContent, t.getBBox()])
          const cut = boxes.filter(([, b]) => b.x < 0 || b.x + b.width > frame.width)
          const met = boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([, q]) =>
            p.x < q.x + q.width && q.x < p.x + p.width &&
            p.y + 4 < q.y + q.height && q.y + 4 < p.y + p.height).map(([b]) => [a, b]))
          return [...cut.map(([a]) => a), ...met]
        })"""
    )
    assert found == []
    page.context.close()


def test_notices_stand_on_every_sheet(browser: "Browser", tmp_path: Path) -> None:
    """On paper the notice is printed at the head and at the foot of each sheet."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("there is no pdftotext on the path")
    page, _ = opened(browser, written(tmp_path, sample()), 1280, strict=True)
    sheet = tmp_path / "report.pdf"
    page.pdf(path=sheet, prefer_css_page_size=True)
    page.context.close()
    command = [reader, "-enc", "UTF-8", "-layout", str(sheet), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout
    sheets = text.decode("utf-8").split("\f")[:-1]
    assert len(sheets) > 2
    assert {each.count(sample().notice) for each in sheets} == {2}


BROKEN = {
    "no language": ('<html lang="en-GB">', "<html>", "html-has-lang"),
    "pale text": ("--ink: #1b2733", "--ink: #cccccc", "color-contrast"),
    "a skipped heading": ("<h3 id=", "<h6 id=", "heading-order"),
    "a region out of reach": (
        'role="region" tabindex="0"',
        'role="region"',
        "scrollable-region-focusable",
    ),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_gate_bites(browser: "Browser", tmp_path: Path, name: str) -> None:
    """A page that was broken on purpose does not pass."""
    before, after, rule = BROKEN[name]
    file = written(tmp_path, sample(hostile=False))
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
    page, _ = opened(browser, file, 320, strict=False)
    assert rule in {found for found, _ in barriers(page)}
    page.context.close()


def test_the_gate_sees_requests_and_what_is_refused(browser: "Browser", tmp_path: Path) -> None:
    """A page that loads something, runs something or is too wide does not pass either."""
    file = written(tmp_path, sample(hostile=False))
    added = (
        '<img src="https://example.org/x.png" alt="x"><script>alert(1)</script>'
        '<p style="width: 5000px">wide</p>'
    )
    file.write_text(file.read_text("utf-8").replace("<h1>", f"{added}<h1>"), "utf-8")
    page, seen = opened(browser, file, 320, strict=True)
    assert len(seen.errors) >= 3
    page.context.close()
    page, seen = opened(browser, file, 320, strict=False)
    assert seen.requests == ["https://example.org/x.png"]
    assert "1" in seen.errors
    assert too_wide(page)
    page.context.close()
