"""A long sentence for children and young people.

What it checks
    Each sentence of the words for children and young people: whether it has more than 15 words. A
    number is a word, and what a hyphen joins is one. A sentence ends with a full stop, a question
    mark, an exclamation mark or a new line. What people said is left out, and so is a text whose
    `wording` is `verbatim`.

Why it matters
    Who reads slowly has forgotten the beginning of a long sentence at its end.

Example:
    "We will write to you and your family in two weeks to tell you what happens next." has 17 words.

How to put it right
    Make two sentences of it. Try them with young people, and add the check.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default. ``words``: most words of a sentence; 15 by default.

Source
    GOV.UK, Accessible communication formats, on easy read: no more than ten to 15 words.
    Department of Health, Basic guidelines for people who commission Easy Read information, 2009:
    more than 15 words is harder to read.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    quoted_ids,
    sentences,
    words_in,
)
from sendframe.plugins import gettext as _


@attrs.frozen
class Options(PlainTextOptions):
    """Options of the check.

    Attributes:
        words: Most words of a sentence.
    """

    words: int = 15


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sentence with too many words."""
    options = context.chosen(Options)
    for plain in context.plain_texts(options.variants):
        for number, sentence in enumerate(sentences(plain.words), 1):
            count = len(words_in(sentence))
            if count > options.words:
                yield context.diagnostic(
                    _(
                        "sentence {number} of a text for {names} has {count} words; {most} are the most",
                        number=number,
                        names=quoted_ids(plain.readers),
                        count=count,
                        most=options.words,
                    ),
                    at=plain.variants[0],
                    about=plain.written.owner.id,
                    help="Make two sentences of it.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR602",
            "A long sentence for children and young people",
            __doc__ or "",
            run,
            severity="warning",
            options=Options,
        )
    ]
