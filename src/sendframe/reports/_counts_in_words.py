"""Counts of few people in words that somebody wrote, which disclosure control cannot hide."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from sendframe.disclosure import DisclosurePolicy

__all__ = ["small_counts"]

_PEOPLE = (
    r"(?:child|children|young people|young person|family|families|parents?|carers?|pupils?|"
    r"students?|learners?|people|you)"
)
_NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
_NUMBER = rf"(?:\d{{1,9}}|{'|'.join(_NUMBERS)})"
_COUNT = re.compile(
    rf"\b(?P<part>{_NUMBER}) (?:out )?of (?:the |all |all the |our |your )?(?P<whole>{_NUMBER})\b(?!%)"
    rf"(?=(?: [\w-]+){{0,2}} {_PEOPLE}\b| (?:were|was|had|have|has|said|say|left|came|told|did|do|are|is)\b)",
    re.IGNORECASE,
)
"""So many of so many, with people named after it, or with nothing named at all."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_HUNDRED = 100
"""Of a hundred is a share, and no count."""


def small_counts(part: object, policy: DisclosurePolicy) -> Iterator[str]:
    """Yield each count in words of a part of a report that the policy would hide, as "28 of 30".

    A count and what is left of its whole are cells like those of a table. Sentences that rest on
    facts have passed disclosure control, and what is quoted has been published or said.

    Examples:
        >>> from sendframe.disclosure import policy_by_name
        >>> from sendframe.reports import Sentence
        >>> policy = policy_by_name("cautious")
        >>> list(small_counts(Sentence("28 of 30 families were told."), policy))
        ['28 of 30']
        >>> list(small_counts(Sentence("28 of 30 letters were sent. 4 of 100 of you wait."), policy))
        []
    """
    for words in _written(part):
        for sentence in _SENTENCE.split(words):
            for count in _COUNT.finditer(sentence):
                if _is_small(count, policy):
                    yield count[0]


def _is_small(count: re.Match[str], policy: DisclosurePolicy) -> bool:
    part, whole = (
        _NUMBERS.get(count[name].lower()) or int(count[name]) for name in ("part", "whole")
    )
    if whole == _HUNDRED or part > whole:
        return False
    return any(policy.is_small(cell) for cell in (part, whole - part, whole))


def _written(part: Any) -> Iterator[str]:
    """Yield the texts of a part of a report that rest on no facts and quote nobody."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _written(item)
    elif attrs.has(type(part)) and not getattr(part, "quoted", False):
        rests = bool(getattr(part, "facts", ()))
        for field in attrs.fields(type(part)):
            value = getattr(part, field.name)
            if not (rests and isinstance(value, str)) and field.name != "facts":
                yield from _written(value)
