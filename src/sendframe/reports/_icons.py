"""Line icons by name, which stand beside words and repeat them.

Drawn for sendframe on a grid of 48 units, in lines 3 wide with round ends, one part of each tinted.
They are free of rights of others and have the licence of sendframe.
"""

from typing import NamedTuple

from sendframe.errors import UnknownName

__all__ = ["ICON_NAMES", "ICON_SUBJECTS", "icon_svg"]

_TINT = 'fill="currentColor" fill-opacity=".16"'
_PAPER = 'fill="#ffffff" class="f-paper"'


class _Icon(NamedTuple):
    """An icon: what it shows, and its elements."""

    shows: str
    elements: str


_ICONS = {
    "adult-and-child": _Icon(
        "a tall and a small person",
        f'<path {_TINT} d="M6 41V30c0-6 4-9 9-9s9 3 9 9v11z"/>'
        f'<circle {_PAPER} cx="15" cy="12" r="5.5"/>'
        '<path d="M24 33c3-4 6-6 10-6 5 0 8 3 8 7v7"/>'
        f'<circle {_PAPER} cx="34" cy="19" r="4.5"/>',
    ),
    "ball": _Icon(
        "a ball",
        f'<circle {_TINT} cx="24" cy="24" r="17"/>'
        '<path d="M9 16c9 6 21 6 30 0M9 32c9-6 21-6 30 0M24 7v34"/>',
    ),
    "book": _Icon(
        "an open book",
        f'<path {_TINT} d="M24 13c-4-3-10-4-17-3v26c7-1 13 0 17 3 4-3 10-4 17-3V10c-7-1-13 '
        '0-17 3z"/>'
        '<path d="M24 13v26M13 18l5 1M13 25l5 1M30 19l5-1M30 26l5-1"/>',
    ),
    "briefcase": _Icon(
        "a briefcase",
        f'<rect {_TINT} x="5" y="16" width="38" height="24" rx="4"/>'
        '<path d="M17 16v-4a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v4M5 27h38M24 24v6"/>',
    ),
    "bus": _Icon(
        "a bus",
        f'<rect {_TINT} x="5" y="10" width="38" height="25" rx="5"/>'
        '<path d="M5 24h38M18 10v14M31 10v14"/>'
        f'<circle {_PAPER} cx="14" cy="36" r="4"/>'
        f'<circle {_PAPER} cx="34" cy="36" r="4"/>',
    ),
    "calendar": _Icon(
        "a calendar",
        f'<rect {_TINT} x="6" y="10" width="36" height="31" rx="4"/>'
        '<path d="M6 19h36M15 5v9M33 5v9M16 28h5M27 28h5"/>',
    ),
    "car": _Icon(
        "a car",
        f'<path {_TINT} d="M5 33v-8l5-3 5-10h17l6 10 5 3v8z"/>'
        '<path d="M11 22h26"/>'
        f'<circle {_PAPER} cx="14" cy="34" r="4"/>'
        f'<circle {_PAPER} cx="34" cy="34" r="4"/>',
    ),
    "clock": _Icon(
        "a clock",
        f'<circle {_TINT} cx="24" cy="24" r="17"/><path d="M24 13v11l8 5"/>',
    ),
    "conversation": _Icon(
        "two speech bubbles",
        f'<path {_TINT} d="M7 6h20a4 4 0 0 1 4 4v9a4 4 0 0 1-4 4H16l-7 6v-6H7a4 4 0 0 '
        '1-4-4v-9a4 4 0 0 1 4-4z"/>'
        '<path d="M10 12h14M10 17h9"/>'
        f'<path {_PAPER} d="M24 27h14a4 4 0 0 0 4-4v-2a4 4 0 0 1 3 4v9a4 4 0 0 1-4 '
        '4h-1v6l-7-6h-8a4 4 0 0 1-4-4v-4"/>'
        '<path d="M27 32l3 3 6-6"/>',
    ),
    "ear": _Icon(
        "an ear",
        f'<path {_TINT} d="M12 21a12 12 0 0 1 24 0c0 8-8 9-8 16a6 6 0 0 1-11 3z"/>'
        '<path d="M18 22a6 6 0 0 1 12 0c0 4-6 5-5 10"/>',
    ),
    "headphones": _Icon(
        "headphones",
        '<path d="M10 29v-4a14 14 0 0 1 28 0v4"/>'
        f'<rect {_TINT} x="5" y="27" width="9" height="14" rx="4"/>'
        f'<rect {_TINT} x="34" y="27" width="9" height="14" rx="4"/>',
    ),
    "heart": _Icon(
        "a heart",
        f'<path {_TINT} d="M24 41C10 31 6 24 6 17a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 7-4 14-18 24z"/>',
    ),
    "hourglass": _Icon(
        "an hourglass",
        f'<path {_TINT} d="M17 39c1-7 4-7 7-11 3 4 6 4 7 11z"/>'
        '<path d="M12 7h24M12 41h24M15 7c0 10 9 11 9 17s-9 7-9 17M33 7c0 10-9 11-9 17s9 '
        '7 9 17"/>',
    ),
    "letter": _Icon(
        "an envelope",
        f'<rect {_TINT} x="6" y="11" width="36" height="26" rx="4"/><path d="M8 15l16 13 16-13"/>',
    ),
    "lifebuoy": _Icon(
        "a lifebuoy",
        f'<circle {_TINT} cx="24" cy="24" r="18"/>'
        f'<circle {_PAPER} cx="24" cy="24" r="8"/>'
        '<path d="M11 11l7 7M37 11l-7 7M11 37l7-7M37 37l-7-7"/>',
    ),
    "magnifier": _Icon(
        "a magnifying glass",
        f'<circle {_TINT} cx="20" cy="20" r="14"/><path d="M30 30l12 12M14 20a6 6 0 0 1 6-6"/>',
    ),
    "megaphone": _Icon(
        "a megaphone",
        f'<path {_TINT} d="M6 20v9h7l18 9V11l-18 9z"/>'
        '<path d="M36 18c4 4 4 9 0 13M13 29v10h6v-7"/>',
    ),
    "people": _Icon(
        "three people",
        f'<path {_TINT} d="M15 41v-9c0-6 4-10 9-10s9 4 9 10v9z"/>'
        f'<circle {_PAPER} cx="24" cy="13" r="6"/>'
        '<path d="M4 38v-5c0-4 3-7 7-7M44 38v-5c0-4-3-7-7-7"/>'
        f'<circle {_PAPER} cx="10" cy="19" r="4"/>'
        f'<circle {_PAPER} cx="38" cy="19" r="4"/>',
    ),
    "phone": _Icon(
        "a telephone",
        f'<path {_TINT} d="M13 7l7 2 2 9-4 4c2 4 4 6 8 8l4-4 9 2 2 7c-1 4-4 6-7 6C19 40 8 '
        '29 7 14c0-3 2-6 6-7z"/>',
    ),
    "plan": _Icon(
        "a sheet of paper with a tick",
        f'<rect {_TINT} x="9" y="6" width="30" height="36" rx="4"/>'
        '<path d="M16 15h16M16 22h16M16 32l4 4 8-8"/>',
    ),
    "school": _Icon(
        "a building with a flag",
        f'<path {_TINT} d="M5 23L24 10l19 13v18H5z"/>'
        '<path d="M20 41V30h8v11M12 28h2M34 28h2M24 10V4l6 2-6 2"/>',
    ),
    "screen": _Icon(
        "a screen",
        f'<rect {_TINT} x="5" y="8" width="38" height="26" rx="4"/>'
        '<path d="M5 16h38M17 41h14M24 34v7M11 12h0M16 12h0"/>',
    ),
    "speech": _Icon(
        "a speech bubble",
        f'<path {_TINT} d="M9 8h22a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H19l-8 7v-7H9a4 4 0 0 '
        '1-4-4V12a4 4 0 0 1 4-4z"/>'
        '<path d="M13 16h14M13 21h8M40 18c3 5 3 10 0 15M35 34l-1 5"/>',
    ),
    "stairs": _Icon(
        "stairs with a flag at the top",
        f'<path {_TINT} d="M5 41V34h9v-8h9v-8h9v23z"/><path d="M32 18V5l10 4-10 4"/>',
    ),
    "star": _Icon(
        "a star",
        f'<path {_TINT} d="M24 5l6 12 13 2-9.5 9.5L36 42l-12-6.5L12 42l2.5-13.5L5 19l13-2z"/>',
    ),
    "tick": _Icon(
        "a tick in a circle",
        f'<circle {_TINT} cx="24" cy="24" r="18"/><path d="M15 25l6 7 13-15"/>',
    ),
}

ICON_SUBJECTS = {name: icon.shows for name, icon in _ICONS.items()}
"""What each icon shows, by its name; sorted by name."""

ICON_NAMES = tuple(ICON_SUBJECTS)
"""The names of the icons, sorted."""


def icon_svg(name: str) -> str:
    """Return an icon as an ``svg`` element; `charts.icon` says how it is drawn.

    Raises:
        UnknownName: No icon has this name.
    """
    if name not in _ICONS:
        raise UnknownName("icon", name, ICON_NAMES)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="icon" width="48" height="48" '
        'viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'
        f"{_ICONS[name].elements}</svg>"
    )
