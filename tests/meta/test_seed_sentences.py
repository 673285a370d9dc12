"""Every sentence of Herefordshire's strategy page has its place in the reports of the example."""

import re
from functools import cache
from pathlib import Path

import pytest

import sendframe
from sendframe.plugins import Catalogue

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "tests" / "data" / "herefordshire-strategy-page.txt"
LINES = [line for line in PAGE.read_text("utf-8").splitlines() if not line.startswith("#")]


def plain(text: str) -> str:
    """Return a text without the marks of Markdown and quotation, in single spaces."""
    return " ".join(re.sub(r"[\\*_“”‘’\"'>#|\u2060]", "", text).split())


@cache
def printed(*profiles: str) -> str:
    """Return reports of the example as plain words."""
    portfolio = sendframe.load(ROOT / "examples" / "herefordshire")
    catalogue = Catalogue.discover(third_party=False)
    made = sendframe.make_reports(portfolio, profiles, catalogue=catalogue)
    pages = (data.decode() for report in made for data in report.files("markdown").values())
    return plain(" ".join(pages))


@pytest.mark.parametrize("line", LINES)
def test_it_is_printed_word_for_word(line: str) -> None:
    """In the strategy or in the friendly read."""
    assert plain(line).rstrip(".") in printed("strategy", "strategy-friendly")


def test_the_page_is_there_as_a_whole() -> None:
    """Aim, five priorities, five questions, and who checks, each sentence of its own."""
    assert len(LINES) == 39


def test_the_friendly_read_adds_nothing() -> None:
    """Nothing is promised, dated or rated that the page does not have, and no one is blamed."""
    words = printed("strategy-friendly")
    for added in ("No action yet", "Nobody is in charge", "Who:", "Aim,"):
        assert added not in words
