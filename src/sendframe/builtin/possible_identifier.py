"""What may identify a person.

What it checks
    Everything that is written in the documents: numbers of ten digits that pass the check of an NHS
    number or of a unique learner number, or stand behind that word; a wrong unique pupil number
    behind that word; full postcodes in capitals; e-mail addresses of teams; telephone numbers; and
    references behind words such as "case number". What stands behind words that say whose it is,
    such as "her number", is SFR701. Telephone, e-mail and address of a contact are left out. A
    postcode in small letters, a number of a council's system without such a word, and numbers from
    abroad are not found.

Why it matters
    Reports print it, and search engines find it. Beside a story, a postcode is enough.

Example:
    "We meet in ZZ1 4AB."

How to put it right
    Take it out, or give it as a contact if it is how a service can be reached. If it is neither,
    accept it with the reason.

Source
    Information Commissioner's Office, What is personal data? Department for Education, Unique pupil
    numbers.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each that SFR701 does not report; no text is quoted."""
    for written in context.identifiers:
        if not written.is_of_person and not written.is_of_service:
            yield context.diagnostic(
                _("a text may identify a person: {kind}", kind=written.identifier.kind),
                at=written.value,
                about=written.owner.id,
                help="Take it out, or give it as a contact; if it is harmless, accept this.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR702", "What may identify a person", __doc__ or "", run)]
