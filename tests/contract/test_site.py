"""The documentation as a site: it builds without a warning, and its pages are for everybody."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.contract.example_pages import chromium
from tests.contract.test_accessibility import AXE, RULES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
KINDS = (
    "docs/index.html",
    "docs/tutorial/first-report.html",
    "docs/how-to/put-a-chart-on-your-own-page.html",
    "docs/reference/figures-csv.html",
    "docs/site/api/sendframe.html",
    "search.html",
)
"""One page of each kind: lists, commands, pictures, long tables, docstrings, the search."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site; a warning, such as a link that leads nowhere, is an error."""
    pytest.importorskip("furo", reason="the site's tools are not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-c", "docs/site", "-d"]
    done = subprocess.run(
        [*command, folder / "trees", ".", folder / "html"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder / "html"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Browser"]:
    """A Chromium without a window."""
    if not AXE.is_file():
        pytest.skip("there is no axe-core: npm install axe-core, or set AXE_CORE")
    with chromium(tmp_path_factory.mktemp("chromium")) as started:
        yield started


@pytest.mark.parametrize("kind", KINDS)
def test_pages_have_no_barrier_and_fetch_nothing(kind: str, site: Path, browser: "Browser") -> None:
    """Axe knows of no barrier, nothing is too wide, and nothing comes from the network."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / kind).as_uri())
    page.add_script_tag(path=AXE)
    for width, scheme in ((1280, "dark"), (320, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
        result = page.evaluate("rules => axe.run({runOnly: rules})", RULES[:-1])
        assert [each["id"] for each in result["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_words_of_a_docstring_are_found(site: Path, browser: "Browser") -> None:
    """The search knows what stands in docstrings only."""
    page = browser.new_page()
    page.goto((site / "search.html").as_uri() + "?q=InvalidDocument")
    page.wait_for_selector("#search-results li")
    assert "sendframe.errors" in page.inner_text("#search-results")
    page.close()
