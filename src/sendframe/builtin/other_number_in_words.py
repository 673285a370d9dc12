"""Plain words with another number than their figure.

What it checks
    Each variant of a text that names in `simplifies` a figure in per cent and says how many of how
    many, as in "34 out of 100", "7 in 10" or "two of three": whether at least one of these numbers
    is the figure as it was when the words were written, rounded, or the rest of it. That a figure
    has changed since then is for SFR601. What people said is left out.

Why it matters
    A number that was put into simple words wrongly looks as well founded as the right one: the
    figure is named beside it, and nobody works it out again.

Example:
    "76 out of 100 plans came in time" simplifies the value "67.6%".

How to put it right
    Write the number anew with the readers, or name in `simplifies` the figure that the words are
    about.

Source
    Children and Families Act 2014, section 19: children and young people are given the information
    they need to take part in decisions.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})*|{'|'.join(_NUMBERS)}"
_AMOUNT = re.compile(
    rf"\b({_NUMBER}) (?:(?:out )?of(?: every)? ({_NUMBER})|in(?: every)? (100|\d\d?|{'|'.join(_NUMBERS)}))\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d{1,3}(?:\.(\d{1,9}))?) ?%")


def _number(word: str) -> int:
    folded = word.casefold()
    return _NUMBERS.index(folded) + 1 if folded in _NUMBERS else int(word.replace(",", ""))


def _amounts(words: str) -> list[tuple[int, int]]:
    """Return how many of how many words say, each time that they do."""
    amounts = ((match[1], match[2] or match[3]) for match in _AMOUNT.finditer(words))
    return [(_number(part), _number(total)) for part, total in amounts]


def _agrees(part: int, total: int, percent: float, decimals: int) -> bool:
    """Say whether a part of a whole is a rounded percentage, or what is left of it."""
    margin = 0.5 + total * 0.5 / 10 ** (decimals + 2) + 1e-9
    return any(abs(part - total * share / 100) <= margin for share in (percent, 100 - percent))


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure that none of the numbers in its simple words is."""
    for written in context.written_texts:
        for variant in written.text.variants.values():
            amounts = _amounts(variant.text) if variant.simplifies else []
            for simplified in variant.simplifies if amounts else ():
                value = _PERCENT.fullmatch(simplified.value)
                if value is None:
                    continue
                percent, decimals = float(value[1]), len(value[2] or "")
                if any(_agrees(part, total, percent, decimals) for part, total in amounts):
                    continue
                part, total = (f"{number:,}" for number in amounts[0])
                yield context.diagnostic(
                    _(
                        "“{text}” says {part} of {total}, and the figure that it simplifies was {value}",
                        text=variant.text,
                        part=part,
                        total=total,
                        value=simplified.value,
                    ),
                    at=variant,
                    help="Write the number anew with its readers, or name the figure it is about.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR613", "Plain words with another number", __doc__ or "", run)]
