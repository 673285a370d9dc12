"""A percentage for children and young people.

What it checks
    Whether the words for children and young people have a percentage: the sign %, "per cent",
    "percent" or "percentage". What people said is left out, and so is a text whose `wording` is
    `verbatim`.

Why it matters
    Not everybody has learned what per cent is, and "66.8%" looks more exact than it is.

Example:
    "66.8% of plans are on time."

How to put it right
    Say "67 out of 100", and name the figure in `simplifies`, so that a change is noticed (SFR601).

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    Gigerenzer and others (2007), Helping doctors and patients make sense of health statistics,
    Psychological Science in the Public Interest 8:53-96: natural frequencies are understood better.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    quoted_ids,
)
from sendframe.plugins import gettext as _

_PERCENTAGE = re.compile(r"[%٪﹪％]|\bper ?cent(?:age)?s?\b", re.IGNORECASE)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text with a percentage."""
    for plain in context.plain_texts(context.chosen(PlainTextOptions).variants):
        if _PERCENTAGE.search(plain.words):
            yield context.diagnostic(
                _("a text for {names} has a percentage", names=quoted_ids(plain.readers)),
                at=plain.variants[0],
                about=plain.written.owner.id,
                help="Say how many out of 100.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR606",
            "A percentage for children and young people",
            __doc__ or "",
            run,
            severity="warning",
            options=PlainTextOptions,
        )
    ]
