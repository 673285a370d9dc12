"""The colours of the HTML page: legible, and apart from each other for everybody."""

import re
from itertools import combinations

import pytest

from sendframe.builtin import render_html


def colours() -> dict[str, str]:
    """Return the colours that the style sheet names."""
    css = render_html._source("report.css")
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def channels(colour: str) -> list[float]:
    """Return the linear parts of a colour."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    weights = (0.2126, 0.7152, 0.0722)
    sums = (sum(w * c for w, c in zip(weights, channels(e), strict=True)) for e in (one, other))
    dark, light = sorted(sums)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(("ink", ground) for ground in ("paper", "wash", "fiction-wash")),
        *(("muted", ground) for ground in ("paper", "wash")),
        *(("link", ground) for ground in ("paper", "wash")),
        *(("brand", ground) for ground in ("paper", "wash")),
        ("brand-ink", "brand"),
        ("brand-soft", "brand"),
        ("fiction", "fiction-wash"),
        ("fiction", "paper"),
        *((tone, f"{tone}-wash") for tone in ("better", "between", "worse", "neutral")),
        *((tone, "paper") for tone in ("better", "between", "worse", "neutral")),
    ],
)
def test_text_can_be_read_on_its_ground(text: str, ground: str) -> None:
    """Each pair of colours that the page uses for text reaches 4.5 to 1."""
    named = colours()
    assert ratio(named[text], named[ground]) >= 4.5


def test_lines_that_mean_something_can_be_seen() -> None:
    """The bars of quotations and callouts and the ring of the focus reach 3 to 1."""
    named = colours()
    for each in ("accent", "edge", "brand"):
        assert ratio(named[each], named["paper"]) >= 3


# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


@pytest.mark.parametrize("kind", sorted(BLINDNESS))
def test_tones_differ_without_full_colour_sight(kind: str) -> None:
    """Better, between and worse stay apart as seen with each kind of colour blindness."""

    def seen(colour: str) -> tuple[float, float, float]:
        red, green, blue = (
            min(max(sum(m * c for m, c in zip(row, channels(colour), strict=True)), 0.0), 1.0)
            for row in BLINDNESS[kind]
        )
        x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
        y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
        x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
        return 116 * y - 16, 500 * (x - y), 200 * (y - z)

    tones = [colours()[name] for name in ("better", "between", "worse")]
    for one, other in combinations(tones, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen(one), seen(other), strict=True)) ** 0.5
        assert apart >= 15  # CIE76; about 2.3 is a difference that can just be seen
