"""Counts of few people in words that somebody wrote, which disclosure control cannot hide."""

import re
from collections.abc import Iterator

from sendframe.disclosure import DisclosurePolicy

from ._report_parts import report_parts, strings_of

__all__ = ["small_counts"]

_PEOPLE = (
    r"(?:child|children|young people|young person|family|families|parents?|carers?|pupils?|"
    r"students?|learners?|people|you)"
)
_NAMES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NUMBERS = {name: number for number, name in enumerate(_NAMES, start=1)}
_NUMBER = rf"(?:\d{{1,9}}|{'|'.join(_NAMES)})"
_COUNT = re.compile(
    rf"\b(?P<count>{_NUMBER}) (?:out )?of (?:the |all |all the |our |your )?(?P<total>{_NUMBER})\b(?!%)"
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
            for match in _COUNT.finditer(sentence):
                if _is_small(match, policy):
                    yield match[0]


def _is_small(match: re.Match[str], policy: DisclosurePolicy) -> bool:
    count, total = (
        _NUMBERS.get(match[name].lower()) or int(match[name]) for name in ("count", "total")
    )
    if total == _HUNDRED or count > total:
        return False
    return any(policy.is_small(cell) for cell in (count, total - count, total))


def _written(value: object) -> Iterator[str]:
    """Yield the texts of a part of a report that rest on no facts and quote nobody."""
    for part in report_parts(value):
        if not (getattr(part, "quoted", False) or getattr(part, "facts", ())):
            yield from strings_of(part)
