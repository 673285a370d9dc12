"""A number out of 10 hides a change.

What it checks
    The words for children and young people that say "out of 10", and name in `simplifies` two
    figures of one indicator in per cent: whether both are the same number out of 10, though they
    differ. The values are those of the day on which the words were written.

    It does not find such words that name no figures in `simplifies`.

Why it matters
    34 and 28 out of 100 are both "3 out of 10". Children and young people are then told that
    nothing has changed, whether it got better or worse.

Example:
    "3 out of 10 of you wait a very long time." simplifies 34.0% and 28.4%.

How to put it right
    Say it out of 100: "It was 34 out of 100. Now it is 28 out of 100."

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    Children and Families Act 2014, section 19: children and young people are given the information
    they need to take part in decisions.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainText,
    PlainTextOptions,
    hookimpl,
    joined,
    quoted_ids,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import rounded

_TENTHS = re.compile(r"\b(?:out of|in) (?:10|ten)\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,9})?) ?%")


def _hidden(plain: PlainText, context: CheckContext) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield values of one indicator that are the same number out of 10, and their facts."""
    alike: dict[tuple[str, int], dict[str, str]] = {}
    for simplified in (item for variant in plain.variants for item in variant.simplifies):
        value = _PERCENT.fullmatch(simplified.value)
        if value and simplified.fact in context.figures:
            result, _ = context.figures[simplified.fact]
            tenths = int(rounded(float(value[1]) / 10, 0))
            alike.setdefault((result.indicator, tenths), {})[simplified.fact] = simplified.value
    for values in alike.values():
        different = tuple(dict.fromkeys(values.values()))
        if len(different) > 1:
            yield different, list(values)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each change that a number out of 10 hides."""
    for plain in context.plain_texts(context.chosen(PlainTextOptions).variants):
        if _TENTHS.search(plain.words):
            for values, facts in _hidden(plain, context):
                yield context.diagnostic(
                    _(
                        "{values} are the same number out of 10 in a text for {names}, which hides that "
                        "they differ",
                        values=joined(values),
                        names=quoted_ids(plain.readers),
                    ),
                    at=plain.variants[0],
                    about=plain.written.owner.id,
                    facts=tuple(facts),
                    help="Say it out of 100.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR605",
            "A number out of 10 hides a change",
            __doc__ or "",
            run,
            severity="warning",
            options=PlainTextOptions,
        )
    ]
