"""Colours, sizes of type and space of reports, and the style sheet that sets them.

A hue means one thing: blue, amber and crimson rate; navy, purple, grey and teal are areas.
"""

import attrs

__all__ = [
    "CHART_TEXT",
    "CHART_WIDTHS",
    "COLOURS",
    "FONT",
    "SPACE",
    "TEXT_SIZES",
    "Colour",
    "tokens_css",
]

FONT = (
    "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', "
    "'DejaVu Sans Condensed', sans-serif"
)
"""Faces of about the same width; ``system-ui`` is left out, since it can be a seventh wider."""

CHART_TEXT = 13.0
"""Size of the text in a drawing, in units of the drawing."""

CHART_WIDTHS = {"wide": 560.0, "narrow": 260.0}
"""Width of a drawing for wide places and of one for narrow ones, in its units.

So its text is at least 8.5 pt where it is printed: 369 pt wide, or 170 pt in a column.
"""


@attrs.frozen
class Colour:
    """A colour of one role.

    Attributes:
        light: On light paper, and in print.
        dark: On a dark screen.
        forced: The system colour where a reader has chosen the colours.
    """

    light: str
    dark: str
    forced: str = "CanvasText"


COLOURS = {
    "paper": Colour("#ffffff", "#10181e", "Canvas"),
    "wash": Colour("#f3f6f8", "#19242c", "Canvas"),
    "line": Colour("#cfd8df", "#34444f"),
    "edge": Colour("#6a7885", "#8797a4"),
    "ink": Colour("#1b2733", "#e9eff3"),
    "muted": Colour("#4b5a68", "#b6c2cb"),
    "brand": Colour("#12394d", "#c4e2f0"),
    "link": Colour("#0b5394", "#8fc7ff", "LinkText"),
    "accent": Colour("#1a7f8e", "#4fb3c1"),
    "area": Colour("#12394d", "#dcedf7"),
    "country": Colour("#7a2d96", "#d3a6f0"),
    "near": Colour("#5c6b78", "#a8b6c1"),
    "region": Colour("#11696b", "#6fcdc9"),
    "other": Colour("#4b5a68", "#b6c2cb"),
    "better": Colour("#0b5a9e", "#86c3ff"),
    "between": Colour("#7d5700", "#f0c46a"),
    "worse": Colour("#a3203a", "#ff9dac"),
    "neutral": Colour("#4b5a68", "#b6c2cb"),
    "better-wash": Colour("#e8f1f9", "#12293d", "Canvas"),
    "between-wash": Colour("#fdf3dc", "#33290f", "Canvas"),
    "worse-wash": Colour("#fbeaed", "#3d1921", "Canvas"),
    "neutral-wash": Colour("#eef1f4", "#232f38", "Canvas"),
    "fiction": Colour("#5c4300", "#ffe3a0"),
    "fiction-wash": Colour("#fff4d6", "#33290f", "Canvas"),
    "title": Colour("#12394d", "#0b2735", "Canvas"),
    "title-ink": Colour("#ffffff", "#ffffff"),
    "title-soft": Colour("#dbe8ee", "#cfe0e8"),
}
"""The colours by role."""

TEXT_SIZES = {
    "text-body": ("1rem", "10.5pt"),
    "text-lead": ("1.25rem", "11.3pt"),
    "text-h1": ("clamp(1.625rem, 4vw, 2.25rem)", "12.8pt"),
    "text-h2": ("1.5rem", "13.7pt"),
    "text-label": ("1.125rem", "10.5pt"),
    "text-figure": ("1.5rem", "13.7pt"),
    "text-note": ("0.9375rem", "9.5pt"),
    "text-small": ("0.875rem", "9pt"),
    "text-months": ("0.8125rem", "8.5pt"),
}
"""Sizes of type on screen and in print, by use."""

SPACE = {
    "space-1": "0.25rem",
    "space-2": "0.5rem",
    "space-3": "0.75rem",
    "space-4": "1rem",
    "space-5": "1.25rem",
    "space-6": "1.75rem",
}
"""Steps of space: quarters of the size of the body."""


_FORCED_MARKS = (
    ".chart{forced-color-adjust:none}.c-line{stroke-opacity:.35}.f-line{fill-opacity:.35}"
)


def tokens_css() -> str:
    """Return the style sheet of the tokens: custom properties, and the classes of drawings.

    The dark colours hold on screens only. Where a reader forces colours, all marks take the
    colour of the text, and shape and dash still tell them apart.
    """
    light = [(role, colour.light) for role, colour in COLOURS.items()]
    dark = [(role, colour.dark) for role, colour in COLOURS.items()]
    forced = [(role, colour.forced) for role, colour in COLOURS.items()]
    screen = [(name, size) for name, (size, _) in TEXT_SIZES.items()]
    printed = [(name, size) for name, (_, size) in TEXT_SIZES.items()]
    return "\n".join(
        (
            ":root{color-scheme:light dark}",
            _root([*light, *screen, *SPACE.items(), ("face", FONT)]),
            f"@media screen and (prefers-color-scheme:dark){{{_root(dark)}}}",
            f"@media print{{{_root(printed)}}}",
            f"@media (forced-colors:active){{{_root(forced)}{_FORCED_MARKS}}}",
            ".chart .ground{fill:none}",
            *(f".c-{role}{{stroke:var(--{role})}}" for role in COLOURS),
            *(f".f-{role}{{fill:var(--{role})}}" for role in COLOURS),
            "",
        )
    )


def _root(properties: list[tuple[str, str]]) -> str:
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in properties) + "}"
