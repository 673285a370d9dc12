"""The head of a bulletin: who may load what, for whom it is, and its style sheet."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from sendframe.plugins import ReportModel, charts

__all__ = ["escaped", "head"]


def escaped(text: str) -> str:
    """Escape text for HTML, without characters that hide or reorder it."""
    return escape(charts.visible_text(text))


def head(model: ReportModel, css: str) -> Iterator[str]:
    """Yield what stands in the head of the page; its policy allows this style sheet and no other."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light">'
    if not model.public:
        yield '<meta name="robots" content="noindex">'
    if model.rendered_by:
        yield f'<meta name="generator" content="{escaped(model.rendered_by)}">'
    yield f"<title>{escaped(model.title)} \u2013 {escaped(model.subtitle)}</title>"
    yield '<link rel="icon" href="data:,">'
    yield f"<style>{css}</style>"
