"""The reports of the examples as files, and a Chromium that prints in the shipped typeface."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sendframe_pdf import font_folder

from sendframe.api import report_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["EXAMPLES", "REPORTS", "chromium", "page_words", "with_pdf", "write_examples"]

EXAMPLES = Path(__file__).parents[2] / "examples"
_OF_BOTH = (
    "annex",
    "board",
    "families",
    "plan-on-a-page",
    "record",
    "requirements",
    "sef-update",
    "strategy",
    "strategy-friendly",
)
REPORTS = {
    "herefordshire": _OF_BOTH,
    "wyeford": (*_OF_BOTH, "local-offer-comments", "you-said-we-did", "youth-update"),
}
"""The reports of each example; Herefordshire's documents have nothing to tell in the others."""


def write_examples(folder: Path, *formats: str) -> Path:
    """Write the reports of both examples, each into a folder of its name; return *folder*."""
    for example, profiles in REPORTS.items():
        source = folder / "sources" / example
        shutil.copytree(EXAMPLES / example, source)
        report_folder(with_pdf(source), folder / example, profiles=profiles, formats=formats)
    return folder


def with_pdf(source: Path) -> Path:
    """Let a portfolio name the plug-in that makes PDF, and return its folder."""
    manifest = source / "portfolio.json"
    document = json.loads(manifest.read_text("utf-8"))
    document["plugins"] = [*document.get("plugins", ()), "pdf"]
    manifest.write_text(json.dumps(document), "utf-8")
    return source


@contextmanager
def chromium(folder: Path) -> Iterator["Browser"]:
    """Start Chromium without a window; it has no typeface but the one that reports are printed in.

    The test is skipped where there is no Chromium.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser")  # the first is the fastest
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        pytest.skip("there is no chromium on the path")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    fonts = folder / "fonts.conf"
    cache = folder / "fontconfig"
    fonts.write_text(
        f"<fontconfig><dir>{font_folder()}</dir><cachedir>{cache}</cachedir></fontconfig>", "utf-8"
    )
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"], env=environment
        )
        yield started
        started.close()


def page_words(pdf: Path) -> list[list[str]]:
    """Return the words of each page of a PDF, running heads included, without lone signs.

    The test is skipped where there is no pdftotext.
    """
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("there is no pdftotext on the path")
    command = [reader, "-enc", "UTF-8", "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    return [
        [word for word in page.split() if any(map(str.isalnum, word))]
        for page in text.split("\f")[:-1]
    ]
