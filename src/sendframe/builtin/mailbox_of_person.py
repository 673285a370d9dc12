"""A contact with the mailbox of one person.

What it checks
    Contacts: whether the e-mail address or telephone is that of one person. Two names before the @,
    or a name and figures, with no word for a service or team among them, look so; so do addresses
    of providers for private people, and numbers of mobile telephones. It is a rule of thumb.

    It does not find mailboxes of one person whose address looks like that of a team.

Why it matters
    People leave, and nobody reads what families write. A name is personal data of a member of
    staff.

Example:
    "jo.bloggs@wyeford.example"

How to put it right
    Give the address of a team, such as "send.team@wyeford.example", or a number that several people
    answer.

Source
    Information Commissioner's Office, What is personal data?: a work address with a name is.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each address of one person that a contact gives."""
    for written in context.identifiers:
        if written.is_of_service and written.identifier.is_certain:
            yield context.diagnostic(
                _(
                    "a contact gives what belongs to one person: {kind}",
                    kind=written.identifier.kind,
                ),
                at=written.value,
                about=written.owner.id,
                help="Give an address or a number that several people read or answer.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR703", "Mailbox of one person", __doc__ or "", run)]
