"""The outcome of an area SEND inspection, recognised by its words.

What it does
    Returns which of the three published outcomes a text states. The words are not the same in
    every report: "and/or disability" stands for "and/or disabilities", "5 years" for "five
    years", "SEND" is explained in one place or another, line ends and quotation marks differ. So
    only the phrases that make an outcome what it is are looked for, with everything but letters
    and digits left out. The text itself is never changed.

When it refuses
    None of the outcomes is stated, more than one is, or one goes with the demand of another:
    there is no outcome rather than a guess.

Options
    None.

Source
    Area SEND inspections: framework and handbook, Ofsted and the Care Quality Commission, for use
    from 2023; the outcomes as reports published from 2023 on word them.
"""

import re
import unicodedata
from typing import Final, NamedTuple

__all__ = ["INCONSISTENT", "OUTCOMES", "POSITIVE", "PREFIX", "SYSTEMIC", "recognise"]

POSITIVE: Final = "typically-positive-experiences-and-outcomes"
INCONSISTENT: Final = "inconsistent-experiences-and-outcomes"
SYSTEMIC: Final = "widespread-or-systemic-failings"

OUTCOMES: Final = (POSITIVE, INCONSISTENT, SYSTEMIC)
"""The published outcomes. They are three wordings, not grades: their order has no meaning."""

PREFIX: Final = "area-send."
"""Prefix of a code in the ids of the scale ``area-send.outcome``."""


class _Phrases(NamedTuple):
    """The phrases of an outcome.

    Attributes:
        states: The phrase that states the outcome.
        demands: The sentence that follows; not every text includes it.
    """

    states: re.Pattern[str]
    demands: re.Pattern[str]


_PHRASES: Final = {
    POSITIVE: _Phrases(
        re.compile(r"\barrangements typically lead to positive experiences and outcomes\b"),
        re.compile(r"\bis taking action where improvements are needed\b"),
    ),
    INCONSISTENT: _Phrases(
        re.compile(r"\barrangements lead to inconsistent experiences and outcomes\b"),
        re.compile(r"\bmust work jointly to make improvements\b"),
    ),
    SYSTEMIC: _Phrases(
        re.compile(
            r"\bthere are widespread (?:and or|and|or) systemic failings leading to "
            r"significant concerns about the experiences and outcomes\b"
        ),
        re.compile(r"\bmust address urgently\b"),
    ),
}
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def _plain(text: str) -> str:
    """Return the letters and digits of a text, one space between words."""
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return _SEPARATORS.sub(" ", visible).strip()


def recognise(text: str) -> str | None:
    """Return which published outcome a text states.

    Args:
        text: The words of a report, as published, with or without other text.

    Returns:
        One of `OUTCOMES`; None if the text states none or several of them.

    Examples:
        >>> recognise(
        ...     "The local area partnership\u2019s arrangements lead to inconsistent experiences "
        ...     "and outcomes for children and young people with SEND."
        ... )
        'inconsistent-experiences-and-outcomes'
        >>> recognise("Inspection outcome section not found.") is None
        True
    """
    plain = _plain(text)
    stated = {code for code, phrases in _PHRASES.items() if phrases.states.search(plain)}
    demanded = {code for code, phrases in _PHRASES.items() if phrases.demands.search(plain)}
    return next(iter(stated)) if len(stated) == 1 and demanded <= stated else None
