"""Easy Read as a label.

What it checks
    Whether a title of a document, or of a publication of a plan, says "Easy Read", or the `kind` of
    a publication does, without any check with readers (`checks` of the title, or of its variant).
    "Easy to read" is a description and is not reported.

Why it matters
    Easy Read is a format with a standard of its own: a picture with each idea, and people with
    learning disabilities who test it. Who needs it relies on the name. A text in simple words
    alone is something else.

Example:
    A publication with the title "Our strategy: Easy Read version" that nobody has tested.

How to put it right
    Call it a friendly read. If it is Easy Read, add to `checks` who tested it, and when.

Source
    Department of Health, Basic guidelines for people who commission Easy Read information, 2009.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Strategy, Text, hookimpl
from sendframe.plugins import gettext as _

_EASY_READ = re.compile(r"\beasy[\W_]{0,3}read\b", re.IGNORECASE)


def _is_labelled(text: Text | None) -> bool:
    """Say whether the words of a title, or of a variant of it, have the label and no check."""
    return text is not None and any(
        _EASY_READ.search(words) is not None and not checks
        for words, checks in (
            (text.default, text.checks),
            *((variant.text, variant.checks) for variant in text.variants.values()),
        )
    )


def _is_tested(text: Text | None) -> bool:
    """Say whether a title was tried with readers."""
    return text is not None and bool(
        text.checks or any(variant.checks for variant in text.variants.values())
    )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each title, and each kind of publication, that says Easy Read."""
    help_ = "Call it a friendly read; or add to `checks` of the title who tested it, and when."
    for document in (context.portfolio.manifest, *context.portfolio.documents):
        if _is_labelled(document.title):
            yield context.diagnostic(
                _(
                    "the title of '{id}' says Easy Read, and no reader has tested it",
                    id=document.id,
                ),
                at=document.title,
                about=document.id,
                help=help_,
            )
    for plan in context.portfolio.of(Strategy):
        for publication in plan.publications:
            title = publication.title
            by_kind = _EASY_READ.fullmatch(publication.kind) and not _is_tested(title)
            if by_kind or _is_labelled(title):
                yield context.diagnostic(
                    _(
                        "the publication '{id}' is called Easy Read, and no reader has tested it",
                        id=publication.id,
                    ),
                    at=publication,
                    about=publication.id,
                    help=help_,
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR612",
            "Easy Read as a label",
            __doc__ or "",
            run,
            severity="note",
        )
    ]
