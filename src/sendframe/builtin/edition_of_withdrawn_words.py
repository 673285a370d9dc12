"""A published edition that was allowed to quote words whose consent has ended.

What it checks
    Whether an edition in a record of what was published (a document of the kind `shown-figures`)
    names a voice whose consent was withdrawn, or has run out.

    It does not find editions that are in no record.

Why it matters
    No new report prints the words. The reports that were published before are still read, and the
    person who took consent back finds the words in them.

Example:
    The update of October was allowed to quote a parent, and in November the parent took the consent
    back: the pages of October are still on the website.

How to put it right
    Take down the reports of that edition, or publish them again without the words. Then remove the
    id from its `voices`.

Source
    UK GDPR, article 7(3): consent may be withdrawn at any time, as easily as it was given.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    Related,
    ShownRecord,
    hookimpl,
)
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each edition and voice whose consent has ended."""
    ended = {
        voice.id: voice
        for register in context.portfolio.of(EvidenceRegister)
        for voice in register.voices
        if voice.consent is not None and voice.consent.has_ended(context.as_at)
    }
    for record in context.portfolio.of(ShownRecord):
        for edition in record.editions:
            for id_ in sorted(ended.keys() & set(edition.voices)):
                yield context.diagnostic(
                    _(
                        "the edition of {day}, {profiles}, was allowed to quote the voice '{id}', "
                        "whose consent has ended",
                        day=edition.as_at.isoformat(),
                        profiles=", ".join(edition.profiles) or "-",
                        id=id_,
                    ),
                    at=context.locations.location_of(edition),
                    about=id_,
                    help="Take its reports down, or publish them again without the words.",
                    related=(
                        Related(context.locations.location_of(ended[id_]), "the voice is here"),
                    ),
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR621",
            "A published edition with words whose consent has ended",
            __doc__ or "",
            run,
            severity="warning",
        )
    ]
