"""What identifies a person.

What it checks
    Everything that is written in the documents: unique pupil numbers, NHS numbers and unique
    learner numbers whose check digits are right, days of birth, mobile telephone numbers, and
    e-mail addresses of a person or of a provider for private people; telephones, addresses and
    postcodes behind words that say whose they are, such as "her number" or "the family lives in";
    names of a child that leave little doubt, as in "my son Rowan" or "Rowan, who is 14". In what
    somebody said, what SFR702 and SFR704 ask about is reported here as well. Telephone, e-mail and address of a contact are those
    of a service, and left out. An NHS number without spaces and without "NHS" before it, and a
    learner number without its name, are SFR702: one in six numbers of ten digits passes one of the
    two checks by chance. Other names, and numbers of council systems without a word such as "case
    number", are not found.

Why it matters
    A plan and its reports are public. One number leads to one child, whatever else is hidden.

Example:
    "… the plan of B801200005001 was late", a made-up number.

How to put it right
    Take it out. An address that everybody may use belongs to a contact of the strategy or of
    governance. A name that was made up may stay: accept it, and say so there.

Source
    Department for Education, unique pupil numbers; NHS Data Model and Dictionary, NHS number;
    Learning Records Service, unique learner numbers; UK GDPR, article 9.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each; no text is quoted."""
    for written in context.identifiers:
        if written.is_of_person:
            yield context.diagnostic(
                _("a text identifies a person: {kind}", kind=written.identifier.kind),
                at=written.value,
                about=written.owner.id,
                help="Take it out; how a service can be reached belongs to a contact.",
            )
    for owner, value, count, _others in context.names:
        if count:
            yield context.diagnostic(
                _("a text identifies a person: {kind}", kind="name"),
                at=value,
                about=owner.id,
                help="Leave it out; if it was made up, accept this and say so.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR701", "What identifies a person", __doc__ or "", run, severity="error")]
