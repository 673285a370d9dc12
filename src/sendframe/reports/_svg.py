"""Write SVG elements, markers and lines of text; the same input gives the same bytes."""

import unicodedata
from collections.abc import Iterable
from html import escape

from ._palette import PAPER
from ._visible_text import visible_text

__all__ = [
    "FONT",
    "LEADING",
    "SIZE",
    "element",
    "fold",
    "identifier",
    "marker",
    "number_text",
    "picture",
    "text_width",
    "words",
]

SIZE = 16.0
LEADING = 19.0
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif"
_NARROW = frozenset("iljtfrI.,:;'|!()[]/ -")
_BROAD = frozenset("mwMW@%")


def number_text(value: float) -> str:
    """Return a length or a place with two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return an element; *content* is markup, and ``_`` in a name stands for ``-``."""
    written = "".join(
        f' {key.replace("_", "-")}="{escape(value) if isinstance(value, str) else number_text(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def identifier(text: str) -> str:
    """Return a text as an XML id; other characters become their code points, so none is lost."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char in "-_.") else f"_{ord(char):x}_"
        for char in text
    )


def picture(  # noqa: PLR0913  # a picture has this many parts
    parts: Iterable[str], *, prefix: str, title: str, description: str, width: float, height: float
) -> str:
    """Return an SVG picture with its title and its text alternative."""
    prefix = identifier(prefix)
    heads = (
        element("title", escape(visible_text(title)) or "Chart", id=f"{prefix}-title"),
        element("desc", escape(visible_text(description)) or "Chart", id=f"{prefix}-desc"),
        element("rect", x=0.0, y=0.0, width=width, height=height, fill=PAPER),
    )
    return element(
        "svg",
        "\n" + "\n".join((*heads, *parts)) + "\n",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
        viewBox=f"0 0 {number_text(width)} {number_text(height)}",
        width=width,
        height=height,
        font_family=FONT,
    )


def marker(  # noqa: PLR0913  # a marker has this many parts
    shape: str, x: float, y: float, size: float, colour: str, *, hollow: bool = False
) -> str:
    """Return a marker around a point: circle, square, diamond, triangle or cross."""
    fill = PAPER if hollow else colour
    ink: dict[str, str | float] = {"fill": fill, "stroke": colour, "stroke_width": 2.0}
    if shape == "square":
        return element(
            "rect", x=x - size * 0.85, y=y - size * 0.85, width=size * 1.7, height=size * 1.7, **ink
        )
    if shape == "cross":
        left, top, right, bottom = map(number_text, (x - size, y - size, x + size, y + size))
        ink = {"fill": "none", "stroke": colour, "stroke_width": 2.0}
        return element(
            "path", d=f"M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}", **ink
        )
    if shape in {"diamond", "triangle"}:
        corners = ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0))
        if shape == "triangle":
            corners = ((0.0, -1.2), (1.2, 0.9), (-1.2, 0.9), (0.0, -1.2))
        points = " ".join(
            f"{number_text(x + size * a)},{number_text(y + size * b)}" for a, b in corners
        )
        return element("polygon", points=points, **ink)
    return element("circle", cx=x, cy=y, r=size, **ink)


def text_width(text: str, *, bold: bool = False, size: float = SIZE) -> float:
    """Estimate the width of a text in a sans-serif face; rather too wide than too narrow."""
    total = 0.0
    for char in text:
        if char in _NARROW:
            total += 0.38
        elif char in _BROAD or unicodedata.east_asian_width(char) in "WF":
            total += 1.0
        elif char.isupper():
            total += 0.72
        else:
            total += 0.0 if unicodedata.combining(char) else 0.61
    return total * size * (1.12 if bold else 1.0)


def fold(text: str, max_width: float, *, max_lines: int = 3, bold: bool = False) -> tuple[str, ...]:
    """Wrap a text into lines no wider than *max_width*; a text with too many lines ends in "…"."""
    lines: list[str] = []
    for word in _split_words(visible_text(text).split(), max_width, bold=bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, bold=bold) <= max_width:
            lines[-1] = joined
        else:
            lines.append(word)
        if len(lines) > max_lines:
            break
    if len(lines) > max_lines:
        last = lines[max_lines - 1]
        while last and text_width(f"{last}…", bold=bold) > max_width:
            last = last[:-1]
        lines = [*lines[: max_lines - 1], f"{last.rstrip()}…"]
    return tuple(lines)


def _split_words(parts: Iterable[str], max_width: float, *, bold: bool) -> Iterable[str]:
    for part in parts:
        rest = part
        while len(rest) > 1 and text_width(rest, bold=bold) > max_width:
            cut = 1
            while cut < len(rest) - 1 and text_width(rest[: cut + 1], bold=bold) <= max_width:
                cut += 1
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def words(  # noqa: PLR0913  # a text has a place, a side, a weight and a colour
    lines: tuple[str, ...],
    x: float,
    y: float,
    colour: str,
    *,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """Return lines of text, the first on the base line *y*."""
    if not lines:
        return ""
    spans = escape(lines[0])
    if len(lines) > 1:
        spans = "".join(
            element("tspan", escape(line), x=x, y=y + index * LEADING)
            for index, line in enumerate(lines)
        )
    look: dict[str, str | float] = {"fill": colour, "font_size": SIZE}
    if bold:
        look["font_weight"] = "700"
    if anchor != "start":
        look["text_anchor"] = anchor
    return element("text", spans, x=x, y=y, **look)
