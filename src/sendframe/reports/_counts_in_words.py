"""Counts of few people in words that somebody wrote, which disclosure control cannot hide."""

import re
from collections.abc import Iterator, Mapping

from sendframe.disclosure import DisclosurePolicy
from sendframe.model import Indicator

from ._report_parts import report_parts, strings_of

__all__ = ["hidden_counts", "small_counts"]

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

_ALONE = re.compile(
    rf"(?<!\bper )(?<!\bevery )(?<!\beach )(?<!\bthan )(?<!\b[Yy]ear )(?<![\d.,-])"
    rf"\b(?P<count>{_NUMBER})(?: (?:more|other|older|younger|of (?:the|our|these)))?"
    r" (?:child(?:ren)?|young people|young person|pupils?|students?|learners?)"
    r"(?= (?:with (?:an? )?(?:EHC|education, health)|wait(?:ed|ing|s)? |(?:still|are|were|is|was) (?:still )?"
    r"(?:waiting|missing|excluded|suspended|permanently excluded|out of school|without)"
    r"|without (?:an? )?(?:place|plan|school)|(?:has|have|had) no\b|out of school|died\b))",
    re.IGNORECASE,
)
"""So many children of whom something is said that only few need to know; no total is named."""

_COUNTED = re.compile(
    r"(?<![\d.,/-])(?P<count>\d{1,3}(?:,\d{3})+|\d{1,9})(?P<after>(?: [A-Za-z-]+){1,4})"
)
"""A number with the words that may be what was counted."""

_WORD = re.compile("[a-z]{4,}")
_NO_SUBJECT = frozenset(
    [
        *("cent", "days", "from", "hours", "less", "more", "months", "number", "rate", "share"),
        *("term", "terms", "than", "that", "their", "were", "week", "weeks", "which", "with"),
        *("within", "year", "years"),
    ]
)

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_HUNDRED = 100
"""Of a hundred is a share, and no count."""


def small_counts(part: object, policy: DisclosurePolicy) -> Iterator[str]:
    """Yield each count in words of a part of a report that the policy would hide, as "28 of 30".

    A count and what is left of its whole are cells like those of a table; so is a count of children
    alone, where the words say that they wait, have a plan or are out of school. Sentences that rest
    on facts have passed disclosure control, and what is quoted has been published or said.

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
            for match in _ALONE.finditer(sentence):
                if policy.is_small(_number(match["count"])):
                    yield match[0]


def hidden_counts(
    part: object, counts: Mapping[int, frozenset[str]], indicators: Mapping[str, Indicator]
) -> Iterator[str]:
    """Yield each count in words of a part of a report that its figures hide, as "123 new plans".

    The number has to be the hidden count of an indicator, and one of the four words after it has to
    stand in the title of the indicator, or in what its counts are of.

    Args:
        part: The part.
        counts: The hidden counts, with the ids of their indicators.
        indicators: The indicators by id.
    """
    for words in _written(part) if counts else ():
        for match in _COUNTED.finditer(words):
            ids = counts.get(int(match["count"].replace(",", "")), frozenset())
            after = {*_WORD.findall(match["after"].lower())} - _NO_SUBJECT
            if any(after & _subjects(indicators[id_]) for id_ in ids):
                yield match[0]


def _subjects(indicator: Indicator) -> set[str]:
    """Return the words of what an indicator counts."""
    texts = (indicator.title.default, indicator.numerator or "", indicator.denominator or "")
    return {word for text in texts for word in _WORD.findall(text.lower())}


def _is_small(match: re.Match[str], policy: DisclosurePolicy) -> bool:
    count, total = (_number(match[name]) for name in ("count", "total"))
    if total == _HUNDRED or count > total:
        return False
    return any(policy.is_small(cell) for cell in (count, total - count, total))


def _number(written: str) -> int:
    return _NUMBERS.get(written.lower()) or int(written)


def _written(value: object) -> Iterator[str]:
    """Yield the texts of a part of a report that rest on no facts and quote nobody."""
    for part in report_parts(value):
        if not (getattr(part, "quoted", False) or getattr(part, "facts", ())):
            yield from strings_of(part)
