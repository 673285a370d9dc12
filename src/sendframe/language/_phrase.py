"""Phrases that every language makes in its own way: lists, places in an order."""

from collections.abc import Iterable

from ._message import gettext, pgettext

__all__ = ["joined", "ordinal"]


def joined(words: Iterable[str]) -> str:
    """Join words with commas and a last "and".

    Examples:
        >>> joined(["one", "two", "three"]), joined(["one"]), joined([])
        ('one, two and three', 'one', '')
    """
    *before, last = list(words) or [""]
    if not before:
        return last
    first = pgettext("between the words of a list", ", ").join(before)
    return gettext("{first} and {last}", first=first, last=last)


def ordinal(number: int) -> str:
    """Return a number as a place in an order.

    Examples:
        >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 112)]
        ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th']
    """
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    if last == 1:
        return gettext("{number}st", number=number)
    if last == 2:  # noqa: PLR2004  # the second
        return gettext("{number}nd", number=number)
    if last == 3:  # noqa: PLR2004  # the third
        return gettext("{number}rd", number=number)
    return gettext("{number}th", number=number)
