"""The style sheet of the bulletin, and its palette, whose contrast is tested.

What it does
    Defines the accents and the other colours, and returns the style sheet for an accent and a
    number of columns. All colours are in the palette, so that a test can check the contrast of each
    pair of text and background.

Options
    Those of the bulletin.

Source
    Web Content Accessibility Guidelines 2.2: text at 4.5 to 1 or more, shapes at 3 to 1 or more.
"""

from string import Template
from typing import Final

__all__ = ["ACCENTS", "COLOURS", "PAIRS", "style_sheet"]

ACCENTS: Final = {
    "teal": "#17545a",
    "plum": "#6a2c5b",
    "slate": "#36475c",
    "moss": "#41561f",
}
"""The accents, by name. Each is a background of white text, and a text colour on all others."""

COLOURS: Final = {
    "paper": "#faf8f3",
    "card": "#ffffff",
    "line": "#ddd8cc",
    "ink": "#23302f",
    "muted": "#51605e",
    "fiction": "#5a4300",
    "fictionground": "#fdf1cf",
    "better": "#0b5c7a",
    "betterground": "#e6f1f5",
    "between": "#7a5200",
    "betweenground": "#fbf1dc",
    "worse": "#9b2342",
    "worseground": "#fae9ec",
    "neutral": "#4a5856",
    "neutralground": "#eff0ec",
}
"""The other colours, by name."""

PAIRS: Final = (
    ("ink", "paper"),
    ("ink", "card"),
    ("muted", "paper"),
    ("muted", "card"),
    ("fiction", "fictionground"),
    ("better", "betterground"),
    ("between", "betweenground"),
    ("worse", "worseground"),
    ("neutral", "neutralground"),
)
"""The pairs of text and background colours."""

_SHEET = Template("""
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: $paper; color: $ink; overflow-wrap: anywhere;
  font: 1.0625rem/1.65 "Seravek", "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", "Segoe UI", sans-serif; }
a { color: $accent; text-underline-offset: .2em; }
:focus-visible { outline: 3px solid $ink; outline-offset: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; top: 0; padding: .75rem 1.25rem; background: $card; }
.skip:focus { left: .5rem; top: .5rem; }
.notices { background: $fictionground; color: $fiction; padding: .4rem max(1rem, calc(50vw - 34rem)); font-size: .9375rem; }
.notices p { margin: .15rem 0; max-width: none; }
.handling { font-weight: 700; }
main { max-width: 70rem; margin: 0 auto; padding: 0 1rem 4rem; }

.masthead { padding: 3.5rem 0 1.75rem; border-bottom: 1px solid $accent; }
.masthead .kind { margin: 0 0 .75rem; color: $accent; font-size: .8125rem; font-weight: 700; letter-spacing: .16em; text-transform: uppercase; }
h1, h2, h3 { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", "DejaVu Serif", Georgia, serif; font-weight: 600; text-wrap: balance; }
h1 { margin: 0; color: $ink; font-size: clamp(1.875rem, 1.2rem + 2.6vw, 3.125rem); line-height: 1.12; letter-spacing: -.015em; }
.subtitle { margin: 1rem 0 0; color: $muted; font-size: 1.125rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: 0; padding: .9rem 0; list-style: none; border-bottom: 1px solid $line; font-size: .9688rem; }
nav li { padding: .2rem 0; max-width: none; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }

h2 { margin: 4rem 0 1.25rem; color: $accent; font-size: 1.875rem; line-height: 1.2; scroll-margin-top: 1rem; }
h2::before { content: ""; display: block; width: 3.25rem; height: 4px; margin-bottom: 1rem; background: $accent; }
h3 { margin: 0 0 .75rem; font-size: 1.3125rem; line-height: 1.3; }
h4, h5, h6 { margin: 1.75rem 0 .5rem; color: $accent; font-size: 1rem; line-height: 1.4; }
.cards { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; align-items: start; margin-top: 1.5rem; }
.card { min-width: 0; padding: 1.5rem; background: $card; border: 1px solid $line; border-radius: 6px; }
.card > :last-child, .callout > :last-child { margin-bottom: 0; }
@media screen and (min-width: 60rem) {
  .cards { grid-template-columns: repeat($columns, minmax(0, 1fr)); }
  .card.wide { grid-column: 1 / -1; padding: 1.75rem 2rem; }
}
p, main section ul, blockquote { max-width: 66ch; }
p { margin: 0 0 1rem; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
li { padding: .15rem 0; }
li::marker { color: $accent; }
blockquote { margin: 0 0 1rem; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid $accent; font: italic 1.125rem/1.6 "Iowan Old Style", Palatino, "DejaVu Serif", Georgia, serif; }
blockquote p { margin: 0; }
blockquote p::before { content: "\\201C"; }
blockquote p::after { content: "\\201D"; }
li blockquote { margin: .25rem 0; }
.callout { max-width: 70ch; margin: 1.25rem 0; padding: 1rem 1.25rem; background: $card; border: 1px solid $line; border-left: 4px solid $muted; border-radius: 0 6px 6px 0; }
.callout.important { border: 2px solid $accent; border-left-width: 8px; }
.callout-title { margin: 0 0 .35rem; font-weight: 700; }
.note { color: $muted; font-size: .9688rem; }
.lead { font-size: 1.1875rem; }
.column { margin: 1.25rem 0; }

.table { margin: 1.25rem 0 1rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9844rem; line-height: 1.5; }
th, td { overflow-wrap: break-word; }
.long { min-width: 9rem; overflow-wrap: anywhere; }
caption { padding: 0 0 .6rem; text-align: left; font-weight: 700; }
th, td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid $line; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid $accent; color: $muted; font-size: .875rem; vertical-align: bottom; }
thead .number { white-space: normal; }
tbody th { font-weight: 600; }
th:last-child, td:last-child { padding-right: 0; }
.number { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums lining-nums; }
.mark { display: inline-flex; min-width: min-content; align-items: baseline; gap: .4rem; padding: .05rem .6rem .05rem .5rem; border-radius: 4px; font-weight: 600; line-height: 1.45; text-align: left; color: $neutral; background: $neutralground; }
.mark svg { flex: none; align-self: center; fill: currentColor; }
.mark.better { color: $better; background: $betterground; }
.mark.between { color: $between; background: $betweenground; }
.mark.worse { color: $worse; background: $worseground; }

figure { margin: 1.5rem 0; }
figcaption { font-weight: 700; }
.picture { margin: .75rem 0; overflow-x: auto; }
.picture svg { display: block; max-width: none; }
summary { width: fit-content; padding: .25rem 0; color: $accent; cursor: pointer; text-decoration: underline; text-underline-offset: .2em; }

@media screen and (max-width: 50rem) {
  .masthead { padding-top: 2rem; }
  h2 { margin-top: 3rem; font-size: 1.5625rem; }
  .card { padding: 1.1rem; }
  nav ul { flex-direction: column; }
  table, caption, tbody, tr, td, tbody th { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding: .6rem 0; border-bottom: 1px solid $line; }
  tbody tr:first-child { border-top: 2px solid $accent; }
  th, td, .number { padding: .15rem 0; border: 0; text-align: left; white-space: normal; overflow-wrap: anywhere; }
  .long { min-width: 0; }
  td { display: grid; grid-template-columns: minmax(5.5rem, 2fr) minmax(0, 3fr); gap: .75rem; }
  td::before { content: attr(data-label); color: $muted; font-size: .875rem; }
}
@media print {
  @page { size: A4; margin: 14mm 16mm; }
  html { font-size: 10pt; }
  body { display: table; width: 100%; background: none; }
  header.notices { display: table-header-group; }
  footer.notices { display: table-footer-group; }
  main { display: table-row-group; }
  .notices { background: none; color: $ink; font-size: .85rem; }
  .notices p { max-width: none; }
  .skip, nav, summary { display: none; }
  .masthead { padding: 1rem 0; }
  h2 { margin-top: 1.75rem; }
  .cards { display: block; }
  .card { margin: 0 0 .75rem; padding: .75rem; }
  h1, h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; }
  tr, blockquote, .callout, .picture { break-inside: avoid; }
  thead { display: table-header-group; }
  .mark, h2::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .picture, .table { overflow: visible; }
  .number { white-space: normal; }
  .long { min-width: 0; }
  .picture svg { max-width: 100%; height: auto; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
""")


def style_sheet(accent: str, columns: int) -> str:
    """Return the style sheet.

    Args:
        accent: Name of an accent.
        columns: The number of columns of cards on a wide screen.
    """
    return _SHEET.substitute(COLOURS, accent=ACCENTS[accent], columns=columns)
