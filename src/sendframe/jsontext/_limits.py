"""How much of a JSON document is accepted."""

from collections.abc import Callable

import attrs

from sendframe.errors import InvalidValue

__all__ = ["DEFAULT_LIMITS", "LARGEST_INTEGER", "ParseLimits"]

LARGEST_INTEGER = 2**53 - 1
"""The largest integer, of either sign, that every JSON parser keeps exactly (RFC 8259, 6)."""

_MAX_BYTES = 2**31 - 1
_MAX_DEPTH = 200  # both parsers recurse; jiter gives up at 201
_MAX_DIGITS = 4000  # int() refuses more than 4300 digits


def _between(low: int, high: int) -> Callable[["ParseLimits", "attrs.Attribute[int]", int], None]:
    def check(owner: "ParseLimits", attribute: "attrs.Attribute[int]", value: int) -> None:
        del owner
        if not low <= value <= high:
            problem = f"must lie between {low:,} and {high:,}"
            raise InvalidValue("ParseLimits", f"/{attribute.name}", problem)

    return check


@attrs.frozen
class ParseLimits:
    """Limit the size of a document that is parsed.

    Attributes:
        bytes: Size of the document in bytes. All files of a folder together may have ten times
            as many.
        depth: How deep arrays and objects may be nested, 1 to 200.
        digits: How many characters a number may have, 20 to 4000.
        values: How many values a document may have: texts, numbers, literals, arrays and objects,
            at any depth. Each takes memory, however short its text is.
    """

    bytes: int = attrs.field(default=50_000_000, validator=_between(0, _MAX_BYTES))
    depth: int = attrs.field(default=100, validator=_between(1, _MAX_DEPTH))
    digits: int = attrs.field(default=400, validator=_between(20, _MAX_DIGITS))
    values: int = attrs.field(default=2_000_000, validator=_between(1, _MAX_BYTES))


DEFAULT_LIMITS = ParseLimits()
