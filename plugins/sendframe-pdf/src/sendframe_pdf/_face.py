"""The shipped typeface: its folder, the characters it has, and how wide they are."""

import struct
from functools import cache
from pathlib import Path

import attrs

__all__ = ["Face", "face", "font_folder"]

_FOLDER = Path(__file__).parent / "fonts"


def font_folder() -> Path:
    """Return the folder of the typeface: regular, bold, oblique and bold oblique, as TrueType.

    Its family is ``DejaVu Sans Condensed``. Tests that print a page with a browser name this folder
    in a font configuration of their own, so that a page budget does not depend on the machine.

    Examples:
        >>> sorted(path.suffix for path in font_folder().iterdir() if path.stem.endswith("Bold"))
        ['.ttf']
    """
    return _FOLDER


@attrs.frozen
class Face:
    """One font of the typeface.

    Attributes:
        advances: Width of each character that it has, in em.
    """

    advances: dict[str, float]

    def width(self, text: str) -> float:
        """Return the width of a text on one line, in em, without kerning.

        Examples:
            >>> face().width("ab") == face().width("a") + face().width("b")
            True
        """
        advances = self.advances
        return sum(advances.get(char, 1.0) for char in text)


@cache
def face(*, bold: bool = False) -> Face:
    """Return a font of the typeface.

    Examples:
        >>> face(bold=True).width("Figures") > face().width("Figures")
        True
    """
    name = "DejaVuSansCondensed-Bold.ttf" if bold else "DejaVuSansCondensed.ttf"
    return _read((_FOLDER / name).read_bytes())


def _read(data: bytes) -> Face:
    """Return a font from a TrueType file.

    Source:
        OpenType 1.9.1, tables ``head``, ``hhea``, ``hmtx`` and ``cmap`` (format 4).
    """
    tables = {
        data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)
    }
    em: int = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    metrics: int = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    widths = struct.unpack_from(">" + "Hh" * metrics, data, tables[b"hmtx"])[::2]
    cmap = tables[b"cmap"]
    segments = cmap + struct.unpack_from(">I", data, cmap + 8)[0]
    glyphs = _glyph_by_code_point(data, segments)
    return Face({chr(code): widths[min(glyph, metrics - 1)] / em for code, glyph in glyphs.items()})


def _glyph_by_code_point(data: bytes, at: int) -> dict[int, int]:
    """Return the glyph of each code point of a ``cmap`` subtable of format 4."""
    doubled: int = struct.unpack_from(">H", data, at + 6)[0]
    count = doubled // 2
    last, first, delta, offset = (
        struct.unpack_from(f">{count}H", data, at + start)
        for start in (14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled)
    )
    glyphs: dict[int, int] = {}
    for number in range(count):
        for code in range(first[number], last[number] + 1):
            glyph = code
            if offset[number]:
                place = at + 16 + 3 * doubled + 2 * number + offset[number]
                glyph = struct.unpack_from(">H", data, place + 2 * (code - first[number]))[0]
            if glyph or not offset[number]:
                glyph = (glyph + delta[number]) % 0x10000
            if glyph:
                glyphs[code] = glyph
    return glyphs
