"""Turn sentences, marks and pictures into the data of the template."""

from typing import Any

import attrs

from sendframe.plugins import Mark, Sentence

from ._beside import beside_of
from ._drawing import Drawing, visible
from ._face import face
from ._layout import BODY, NOTE, Layout

__all__ = ["drawing_of", "mark_of", "mark_width", "sentence_of", "sentences_of"]

_AROUND_A_WORD = 21.0


def mark_of(mark: Mark | None, layout: Layout) -> dict[str, Any] | None:
    """Return a mark as data, with the width at which its words are folded; None for none."""
    if mark is None:
        return None
    inside = attrs.evolve(layout, width=max(layout.width - _AROUND_A_WORD, 1.0))
    return {
        "label": inside.text(mark.label, NOTE, bold=True),
        "shape": mark.shape,
        "tone": mark.tone,
        "width": layout.width if mark_width(mark) > layout.width else 0,
    }


def mark_width(mark: Mark, size: float = NOTE) -> float:
    """Return the width of a printed mark in points: shape, word and the space around them.

    Args:
        mark: The mark.
        size: Size of its type, in points.
    """
    return face(bold=True).width(visible(mark.label)) * size + _AROUND_A_WORD


def sentence_of(sentence: Sentence, layout: Layout, size: float = BODY) -> dict[str, Any]:
    """Return a sentence as data."""
    text = visible(sentence.text)
    if sentence.quoted and text and text[0] not in "“‘\"'":
        text = f"“{text}”"
    return {
        "text": layout.text(text, size),
        "quoted": sentence.quoted,
        "label": layout.text(sentence.label, size, bold=True),
        "note": layout.text(sentence.note, NOTE),
        "mark": mark_of(sentence.mark, layout),
        "target": layout.target(sentence.link),
        "language": _language_of(sentence.language),
        "image": beside_of(sentence.picture, layout),
    }


def _language_of(tag: str) -> str | None:
    """Return the language of a tag (BCP 47) in the form that typst accepts; None for none."""
    language = tag.partition("-")[0].lower()
    is_known = language.isascii() and language.isalpha() and len(language) in {2, 3}
    return language if is_known else None


def sentences_of(
    sentences: tuple[Sentence, ...], layout: Layout, size: float = BODY
) -> list[dict[str, Any]]:
    """Return sentences as data."""
    return [sentence_of(sentence, layout, size) for sentence in sentences]


def drawing_of(drawing: Drawing, most: float) -> dict[str, Any]:
    """Return a picture as data, no wider than *most* points."""
    width = min(drawing.width, most)
    height = drawing.height * width / drawing.width
    return {"svg": drawing.svg, "alt": visible(drawing.alt), "width": width, "height": height}
