"""A name beside what happened to a child.

What it checks
    Everything that is written in the documents: a name behind "my name is", a name followed by an
    age, and a letter such as "child A" beside an age or the name of a school. It is a rule of
    thumb: other names are not found, and a name that somebody made up looks the same. A name that
    leaves little doubt, as in "my son Rowan", and every name in what somebody said, is SFR701.

Why it matters
    A first name, an age and a school lead to one child, however the numbers are hidden.

Example:
    "Child A, aged 14, of Wyeford School, waited a year."

How to put it right
    Say "a boy of secondary age", or use another name and say that you did: then accept this, with
    that as the reason.

Source
    Information Commissioner's Office, Anonymisation: what can be combined.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, ngettext


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text with such names; none is repeated."""
    for owner, value, _, count in context.names:
        if count:
            yield context.diagnostic(
                ngettext(
                    "{number} name stands beside what happened to a child",
                    "{number} names stand beside what happened to a child",
                    count,
                ),
                at=value,
                about=owner.id,
                help="Leave it out; if it was made up, accept this and say so.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR704", "A name beside a child's story", __doc__ or "", run)]
