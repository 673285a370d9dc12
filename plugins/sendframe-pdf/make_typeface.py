"""Make the subsets in `src/sendframe_pdf/fonts` from the files of DejaVu Sans Condensed 2.37.

Needs fonttools:  python make_typeface.py FOLDER_OF_THE_ORIGINALS
"""
# ruff: noqa: INP001  # a script

import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "src" / "sendframe_pdf" / "fonts"
NAMES = tuple(
    f"DejaVuSansCondensed{style}.ttf" for style in ("", "-Bold", "-Oblique", "-BoldOblique")
)
BLOCKS = (
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x0259, 0x0259),
    (0x02B0, 0x036F),
    (0x0370, 0x052F),
    (0x1E00, 0x1EFF),
    (0x2000, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x2311),
    (0x2460, 0x2473),
    (0x2500, 0x266F),
    (0x2700, 0x27BF),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
"""First and last code point of the blocks that are kept: Latin, Greek, Cyrillic, symbols."""


def main(originals: Path) -> None:
    """Write the four files, each with the characters that all four have."""
    from fontTools import subset  # collecting tests must not need it
    from fontTools.ttLib import TTFont

    known = [set(TTFont(originals / name).getBestCmap()) for name in NAMES]
    wanted = {
        code
        for code in set.intersection(*known)
        if any(first <= code <= last for first, last in BLOCKS)
    }
    for name in NAMES:
        options = subset.Options(
            hinting=False,
            layout_features=["*"],
            name_IDs=["*"],
            name_languages=[0x0409],
            notdef_outline=True,
            recalc_timestamp=False,
        )
        options.drop_tables += ["FFTM"]
        font = subset.load_font(str(originals / name), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        subset.save_font(font, str(FOLDER / name), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
