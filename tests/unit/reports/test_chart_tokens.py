"""Colours of reports: legible in the light and in the dark."""

import re

import pytest

from sendframe.reports import charts
from sendframe.reports._tokens import COLOURS, TEXT_SIZES

TEXTS = ["ink", "muted", "link", "brand", "area", "country", "near", "region", "other"]
RATINGS = ["better", "between", "worse", "neutral"]
TEXT_PAIRS = [
    *((role, ground) for role in (*TEXTS, *RATINGS) for ground in ("paper", "wash")),
    *((role, f"{role}-wash") for role in RATINGS),
    *(("ink", f"{role}-wash") for role in RATINGS),
    ("fiction", "fiction-wash"),
    ("title-ink", "title"),
    ("title-soft", "title"),
]
MARK_PAIRS = [
    *((role, ground) for role in ("edge", "accent") for ground in ("paper", "wash")),
    *((role, "better-wash") for role in ("area", "country", "near", "region", "other", "edge")),
]


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), TEXT_PAIRS)
def test_text_has_enough_contrast(role: str, ground: str, mode: str) -> None:
    """Text has 4.5 to 1 or more on everything that it stands on (WCAG 2.2, 1.4.3)."""
    assert ratio(getattr(COLOURS[role], mode), getattr(COLOURS[ground], mode)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("role", "ground"), MARK_PAIRS)
def test_marks_have_enough_contrast(role: str, ground: str, mode: str) -> None:
    """Marks have 3 to 1 or more (WCAG 2.2, 1.4.11)."""
    assert ratio(getattr(COLOURS[role], mode), getattr(COLOURS[ground], mode)) >= 3.0


def test_the_dark_colours_hold_on_screens_only() -> None:
    """Paper is light whatever the screen of who prints it."""
    css = charts.tokens_css()
    dark = re.search(r"@media ([^{]*dark\))\{", css)
    assert dark is not None
    assert dark[1] == "screen and (prefers-color-scheme:dark)"


def test_every_token_is_set_and_every_class_uses_one() -> None:
    """Each role has a property and two classes; each size one for screens and one for print."""
    css = charts.tokens_css()
    for role in COLOURS:
        assert css.count(f"--{role}:") == 3  # light, dark, forced
        assert f".c-{role}{{stroke:var(--{role})}}" in css
        assert f".f-{role}{{fill:var(--{role})}}" in css
    for name in TEXT_SIZES:
        assert css.count(f"--{name}:") == 2
    assert css.count("{") == css.count("}")


def test_forced_colours_are_those_of_the_system() -> None:
    """No colour of ours is left where a reader has chosen the colours."""
    assert {colour.forced for colour in COLOURS.values()} == {"CanvasText", "Canvas", "LinkText"}
    forced = charts.tokens_css().partition("@media (forced-colors:active)")[2].splitlines()[0]
    assert "#" not in forced
