"""Checks of a portfolio, and the context that is passed to them."""

from ._check import Check, CheckContext
from ._faulty_figures import FaultyFigure
from ._quoted_ids import quoted_ids
from ._sentence import sentences, syllables, words_in
from ._stale_words import FiguresByFact, figures_by_fact, stale_facts
from ._value_locations import ValueLocations
from ._written_texts import (
    PlainText,
    PlainTextOptions,
    WrittenIdentifier,
    WrittenText,
    WrittenTexts,
)

__all__ = [
    "Check",
    "CheckContext",
    "FaultyFigure",
    "FiguresByFact",
    "PlainText",
    "PlainTextOptions",
    "ValueLocations",
    "WrittenIdentifier",
    "WrittenText",
    "WrittenTexts",
    "figures_by_fact",
    "quoted_ids",
    "sentences",
    "stale_facts",
    "syllables",
    "words_in",
]
