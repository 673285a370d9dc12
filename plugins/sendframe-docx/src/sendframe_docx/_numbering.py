"""The lists of a file: bullets, entries whose mark stands in place of a bullet, and numbers."""

from collections.abc import Iterator

from ._markup import Element, element

__all__ = ["BULLETS", "MARKED", "NUMBERED", "new_list", "numbering_of"]

BULLETS, MARKED, NUMBERED = 1, 2, 3
"""Numbers of the lists that styles use."""

_KINDS = (
    (BULLETS, "bullet", "•", 320, 240),
    (MARKED, "bullet", "", 240, 240),
    (NUMBERED, "decimal", "%1.", 440, 440),
)
"""Of each kind its number, name and sign, and its indents in twentieths of a point."""


def numbering_of() -> Iterator[Element]:
    """Yield the contents of the part for numbered and other lists."""
    for number, kind, text, left, hanging in _KINDS:
        level = element(
            "w:lvl",
            element("w:start", val=1),
            element("w:numFmt", val=kind),
            element("w:suff", val="tab" if text else "nothing"),
            element("w:lvlText", val=text),
            element("w:lvlJc", val="left"),
            element("w:pPr", element("w:ind", left=left, hanging=hanging)),
            ilvl=0,
        )
        single = element("w:multiLevelType", val="singleLevel")
        yield element("w:abstractNum", single, level, abstractNumId=number)
    for number, *_ in _KINDS:
        yield _list(number, number)


def new_list(taken: list[int]) -> tuple[int, Element]:
    """Return the number of a further numbered list and its element; it begins with 1.

    Args:
        taken: Numbers of such lists so far; the new one is added.
    """
    number = NUMBERED + 1 + len(taken)
    taken.append(number)
    restart = element("w:lvlOverride", element("w:startOverride", val=1), ilvl=0)
    return number, _list(number, NUMBERED, restart)


def _list(number: int, kind: int, *overrides: Element) -> Element:
    return element("w:num", element("w:abstractNumId", val=kind), *overrides, numId=number)
