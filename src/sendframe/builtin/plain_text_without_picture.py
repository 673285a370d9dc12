"""A text for children and young people without a picture.

What it checks
    Where the portfolio asks for pictures, with the option `wanted`: whether each variant for
    children and young people has a `picture`, or the thing that it belongs to has one, such as a
    reply. One diagnostic for each document counts the texts without one and names the first three
    places. Without the option nothing is checked. What people said is left out, and so is a text
    whose `wording` is `verbatim`.

Why it matters
    Some readers understand a picture before they understand the words. Others take pictures for
    childish, so it is for an area and its young people to decide.

Example:
    A document with 20 texts for young people, 5 of them with a picture.

How to put it right
    Add `picture` to the variant: an icon or a file, and what it shows for those who do not see it.

Options
    ``variants``: names of the variants for children and young people; `young-people` and
    `friendly` by default. ``wanted``: whether there are to be pictures; `false` by default.

Source
    Department of Health, Basic guidelines for people who commission Easy Read information, 2009:
    each idea needs words and a picture.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    PlainTextOptions,
    hookimpl,
    ngettext,
)


@attrs.frozen
class Options(PlainTextOptions):
    """Options of the check.

    Attributes:
        wanted: Whether there are to be pictures.
    """

    wanted: bool = False


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each document with texts that have no picture."""
    options = context.chosen(Options)
    if not options.wanted:
        return
    for document, pairs in context.variants_by_document(options.variants).items():
        without = [
            variant
            for written, variant in pairs
            if variant.picture is None and getattr(written.owner, "picture", None) is None
        ]
        if without:
            first, *others = without
            texts = ngettext("{number} text", "{number} texts", len(pairs))
            yield context.diagnostic(
                ngettext(
                    "{number} of {texts} of '{document}' for children and young people has no picture",
                    "{number} of {texts} of '{document}' for children and young people have no picture",
                    len(without),
                    texts=texts,
                    document=document,
                ),
                at=first,
                about=document,
                help="Add a `picture` to each.",
                related=context.further(others),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR609",
            "A text for children and young people without a picture",
            __doc__ or "",
            run,
            severity="warning",
            options=Options,
        )
    ]
