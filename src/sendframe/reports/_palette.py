"""Colours of charts, on white: text at 4.5 to 1 or more, marks at 3 to 1 or more (WCAG 2.2)."""

__all__ = [
    "AXIS",
    "BENCHMARKS",
    "GRID",
    "INK",
    "LIMITS",
    "MUTED",
    "OTHER",
    "OWN",
    "PAPER",
    "TARGETS",
    "WASH",
]

PAPER = "#ffffff"
WASH = "#eef4fa"
GRID = "#dbe2e8"  # carries nothing: every figure is printed as well
AXIS = "#5f6e7c"
INK = "#1b2733"
MUTED = "#4b5a68"
OWN = "#0b5394"
OTHER = "#5f6e7c"

# Colour and dash pattern of successive levels, which differ in both.
BENCHMARKS = (
    ("#6b3fa0", "2 4"),
    ("#7a5200", "10 3 2 3"),
    ("#00695c", "5 5"),
    ("#9c2a6b", "1 6"),
)
LIMITS = (("#5f6e7c", "3 3"), ("#5f6e7c", "8 3"), ("#5f6e7c", "3 3"))
TARGETS = (("#1b2733", "12 5"), ("#1b2733", "12 3 3 3 3 3"))
