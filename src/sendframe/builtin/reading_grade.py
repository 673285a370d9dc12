"""Words for children and young people are hard to read.

What it checks
    The Flesch-Kincaid grade of all words of a document for children and young people together,
    which counts words a sentence and syllables a word. It is advice: syllables are counted by
    rule, so that some words are counted wrongly, and the grade knows nothing of what words mean.
    A document with fewer than 100 such words has no grade, since one long word more or less would
    change it; Flesch computed his formulas from samples of 100 words. The same words of two
    variants count once. What people said is left out, and so is a text whose `wording` is
    `verbatim`.

Why it matters
    Long sentences and long words lose readers. A low grade is no proof that a text is understood,
    and a high one is a reason to read it again.

Example:
    Grade 7.2 in 240 words: about what is asked of readers of 12.

How to put it right
    Use shorter sentences and everyday words, and try them with young people. Do not write for the
    grade.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default. ``grade``: the highest grade that is not reported; 5 by default, about
    the age of 10.

Source
    Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy
    enlisted personnel. Flesch (1948), A new readability yardstick, Journal of Applied Psychology
    32:221-233: samples of 100 words. GOV.UK asks for a reading age of 9.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    Variant,
    hookimpl,
    ngettext,
    sentences,
    syllables,
    words_in,
)
from sendframe.plugins.statistics import flesch_kincaid_grade, rounded

MIN_WORDS = 100
"""Fewest words of which a grade is computed."""


@attrs.frozen
class Options(PlainTextOptions):
    """Options of the check.

    Attributes:
        grade: The highest grade that is not reported.
    """

    grade: float = 5.0


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document whose words for its readers have a high grade."""
    options = context.chosen(Options)
    texts_by_document: dict[str, list[str]] = {}
    first: dict[str, Variant] = {}
    for plain in context.plain_texts(options.variants):
        document = plain.written.document.id
        texts_by_document.setdefault(document, []).append(plain.words)
        first.setdefault(document, plain.variants[0])
    for document, texts in texts_by_document.items():
        words = [word for text in texts for word in words_in(text)]
        if len(words) < MIN_WORDS:
            continue
        count = sum(len(sentences(text)) for text in texts)
        grade = flesch_kincaid_grade(len(words), count, sum(map(syllables, words)))
        if rounded(grade, 1) > rounded(options.grade, 1):
            yield context.diagnostic(
                ngettext(
                    "the words of '{document}' for children and young people have the Flesch-Kincaid "
                    "grade {grade}, from {words} words in one sentence; {most} is the most",
                    "the words of '{document}' for children and young people have the Flesch-Kincaid "
                    "grade {grade}, from {words} words in {number} sentences; {most} is the most",
                    count,
                    document=document,
                    grade=rounded(grade, 1),
                    words=len(words),
                    most=rounded(options.grade, 1),
                ),
                at=first[document],
                about=document,
                help="Use shorter sentences and everyday words, and try them with young people.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR611",
            "Words for children and young people are hard to read",
            __doc__ or "",
            run,
            severity="note",
            options=Options,
        )
    ]
