"""Writing SVG: elements, markers and lines of text, the same bytes every time."""

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
    "picture",
    "width",
    "words",
]

SIZE = 16.0
LEADING = 19.0
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif"
_NARROW = frozenset("iljtfrI.,:;'|!()[]/ -")
_BROAD = frozenset("mwMW@%")


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return an element; *content* is markup, and ``_`` in a name stands for ``-``."""
    written = "".join(
        f' {key.replace("_", "-")}="{escape(value) if isinstance(value, str) else _number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def identifier(text: str) -> str:
    """Return a text as an id: letters, digits, ``-``, ``_`` and ``.``, nothing lost."""
    return "".join(
        each if each.isascii() and (each.isalnum() or each in "-_.") else f"_{ord(each):x}_"
        for each in text
    )


def picture(  # noqa: PLR0913  # a picture has this many parts
    parts: Iterable[str], *, prefix: str, title: str, description: str, wide: float, high: float
) -> str:
    """Return an SVG picture with its name and its text alternative."""
    prefix = identifier(prefix)
    heads = (
        element("title", escape(visible_text(title)) or "Chart", id=f"{prefix}-title"),
        element("desc", escape(visible_text(description)) or "Chart", id=f"{prefix}-desc"),
        element("rect", x=0.0, y=0.0, width=wide, height=high, fill=PAPER),
    )
    return element(
        "svg",
        "\n" + "\n".join((*heads, *parts)) + "\n",
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{prefix}-title {prefix}-desc",
        viewBox=f"0 0 {_number(wide)} {_number(high)}",
        width=wide,
        height=high,
        font_family=FONT,
    )


def marker(  # noqa: PLR0913  # a mark has this many parts
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
        a, b, c, d = (_number(each) for each in (x - size, y - size, x + size, y + size))
        ink = {"fill": "none", "stroke": colour, "stroke_width": 2.0}
        return element("path", d=f"M{a} {b}L{c} {d}M{a} {d}L{c} {b}", **ink)
    if shape in {"diamond", "triangle"}:
        corners = ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0))
        if shape == "triangle":
            corners = ((0.0, -1.2), (1.2, 0.9), (-1.2, 0.9), (0.0, -1.2))
        points = " ".join(f"{_number(x + size * a)},{_number(y + size * b)}" for a, b in corners)
        return element("polygon", points=points, **ink)
    return element("circle", cx=x, cy=y, r=size, **ink)


def width(text: str, *, bold: bool = False, size: float = SIZE) -> float:
    """Return about how wide a text is in a sans-serif face; a little more rather than less."""
    total = 0.0
    for each in text:
        if each in _NARROW:
            total += 0.38
        elif each in _BROAD or unicodedata.east_asian_width(each) in "WF":
            total += 1.0
        elif each.isupper():
            total += 0.72
        else:
            total += 0.0 if unicodedata.combining(each) else 0.61
    return total * size * (1.12 if bold else 1.0)


def fold(text: str, room: float, *, most: int = 3, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit a width, at most so many; the last may end in "…"."""
    lines: list[str] = []
    for word in _pieces(visible_text(text).split(), room, bold=bold):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most:
        last = lines[most - 1]
        while last and width(f"{last}…", bold=bold) > room:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return tuple(lines)


def _pieces(parts: Iterable[str], room: float, *, bold: bool) -> Iterable[str]:
    for part in parts:
        rest = part
        while len(rest) > 1 and width(rest, bold=bold) > room:
            cut = 1
            while cut < len(rest) - 1 and width(rest[: cut + 1], bold=bold) <= room:
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
