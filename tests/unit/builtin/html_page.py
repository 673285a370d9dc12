"""The page of a report as a tree, for tests of the HTML renderer."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import html5lib  # type: ignore[import-untyped]  # it has no types

from sendframe.builtin import render_html
from sendframe.plugins import (
    NoOptions,
    ReportModel,
    Section,
    charts,
)

H = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"
VOID_TEXT = {f"{H}style", f"{H}script", f"{S}text"}


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
    section = Section("s", "A section", given)  # type: ignore[arg-type]  # blocks of any kind
    return ReportModel("small", "Title", "Wyeford", "Wyeford", date(2026, 1, 31), (section,))
