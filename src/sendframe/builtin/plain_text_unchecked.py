"""Words for children and young people that they have not checked.

What it checks
    Whether each variant for children and young people has a check with its readers in `checks`.
    One diagnostic for each document counts the variants without one and names the first three
    places. What people said is left out, and so is a text whose `wording` is `verbatim`.

Why it matters
    Adults cannot tell which words young people understand. The other checks of plain words count
    words and signs; only readers can say whether they understand a sentence.

Example:
    A strategy with 40 texts for young people, 6 of them without `checks`.

How to put it right
    Read the words with young people, change what they do not understand, and add to `checks` who
    arranged it, who the readers were, and the day.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default.

Source
    Children and Families Act 2014, section 19: children and young people are given the information
    they need to take part in decisions. SEND strategy of Herefordshire 2023-26: the council works
    "with young people on how they would like us to present this".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    ngettext,
)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document with words that no reader has checked."""
    names = context.chosen(PlainTextOptions).variants
    for document, pairs in context.variants_by_document(names).items():
        unchecked = [variant for _, variant in pairs if not variant.checks]
        if unchecked:
            first, *others = unchecked
            texts = ngettext("{number} text", "{number} texts", len(pairs))
            yield context.diagnostic(
                ngettext(
                    "{number} of {texts} of '{document}' for children and young people was not checked with their readers",
                    "{number} of {texts} of '{document}' for children and young people were not checked with their readers",
                    len(unchecked),
                    texts=texts,
                    document=document,
                ),
                at=first,
                about=document,
                help="Read them with young people, and add the check to `checks`.",
                related=context.further(others),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR610",
            "Words for children and young people that they have not checked",
            __doc__ or "",
            run,
            severity="note",
            options=PlainTextOptions,
        )
    ]
