"""Checks of a portfolio, and the context that is passed to them."""

from ._check import Check, CheckContext
from ._quoted_ids import quoted_ids
from ._sentence import sentences, syllables, words_in
from ._value_locations import ValueLocations
from ._written_texts import PlainText, PlainTextOptions, WrittenText, WrittenTexts

__all__ = [
    "Check",
    "CheckContext",
    "PlainText",
    "PlainTextOptions",
    "ValueLocations",
    "WrittenText",
    "WrittenTexts",
    "quoted_ids",
    "sentences",
    "syllables",
    "words_in",
]
