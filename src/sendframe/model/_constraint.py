"""Constraints of types, as `Annotated` metadata.

A field's type and its constraints are the only source of the check that runs when a value is
created, of the published JSON Schema, and of the conversion of documents into values. So the
three cannot differ.
"""

import attrs

from sendframe.jsontext import LARGEST_INTEGER

__all__ = ["LARGEST_INTEGER", "Examples", "Length", "Pattern", "Range", "RefersTo"]

FIRST_YEAR, LAST_YEAR = 1900, 2199


@attrs.frozen
class Pattern:
    """Text must match this regular expression from beginning to end.

    Only syntax with the same meaning in Python, ECMA 262 and Rust may be used, between ``^`` and ``$``.

    Attributes:
        regex: The expression.
        meaning: What it requires, as the end of the sentence "must be …".
    """

    regex: str
    meaning: str


@attrs.frozen
class Length:
    """Bounds, both included, of the characters of a text or the members of an array.

    Attributes:
        minimum: The fewest.
        maximum: The most; None for no bound.
    """

    minimum: int = 0
    maximum: int | None = None


@attrs.frozen
class Range:
    """Bounds, both included, of a number.

    Attributes:
        minimum: The least; None for no bound.
        maximum: The greatest; None for no bound.
    """

    minimum: float | None = None
    maximum: float | None = None


@attrs.frozen
class Examples:
    """Valid examples, for the schema.

    Attributes:
        values: The examples, as JSON.
    """

    values: tuple[str, ...]


@attrs.frozen
class RefersTo:
    """The text is the id of something in the portfolio.

    Attributes:
        kinds: Kinds of things it may refer to, by the ``kind_of_thing`` of the class.
    """

    kinds: tuple[str, ...]
