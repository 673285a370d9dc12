"""What a text says of the health or employment of one postholder.

What it checks
    Everything that is written in the documents, reasons of delays above all: one post beside
    illness, leave, pregnancy, bereavement, suspension, dismissal or resignation, as in "the officer
    is on sick leave", "the manager's illness" or "the resignation of our therapist". Posts in the
    plural, vacancies, other ways to say it, and posts that no word of the list names are not found.

Why it matters
    Where a service has one educational psychologist, everybody knows who is meant. Health is
    special category data, of staff as of children, and a report about a plan is no place for it.

Example:
    "Delayed: the designated clinical officer is on long-term sick leave."

How to put it right
    Say what it means for the work: "one post was not filled from March to May". If the person has
    agreed to it, or nobody can tell who it is, accept this with that as the reason.

Source
    UK GDPR, articles 4(15) and 9; Information Commissioner's Office, Employment practices and data
    protection: information about workers' health.
"""

import re
from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _

_POST = (
    "(?:adviser|advisor|caseworker|case worker|commissioner|consultant|co-?ordinator|director|doctor"
    "|headteacher|head of [a-z]+|lead|manager|nurse|officer|paediatrician|post-?holder|psychologist|senco"
    "|social worker|specialist|teacher|therapist)"
)
_LEAVE = (
    "(?:long-term )?(?:adoption|compassionate|maternity|parental|paternity|sick(?:ness)?) leave"
)
_WAS = r"(?:is|was|has been|had been|went|remains)(?: (?:also|currently|now|still))?"
_STATE = (
    f"(?:on (?:{_LEAVE}|long-term sick|leave)|off (?:ill|sick|with stress)|ill|unwell|pregnant|bereaved"
    "|signed off|suspended|dismissed)"
)
_EVENT = f"(?:{_LEAVE}|bereavement|dismissal|illness|pregnancy|resignation|sickness|suspension)"
_ABOUT_ONE = re.compile(
    rf"\b{_POST}(?:[^.!?\n]{{0,25}} {_WAS} {_STATE}| (?:has |had )?resigned|['’]s {_EVENT})\b"
    rf"|\b{_EVENT} of (?:the|our|its|an?|one) (?:[\w-]+ ){{0,4}}{_POST}\b",
    re.IGNORECASE,
)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text; none is quoted."""
    for owner, value, text in context.strings:
        if _ABOUT_ONE.search(text):
            yield context.diagnostic(
                _("a text tells of the health or employment of one postholder"),
                at=value,
                about=owner.id,
                help="Say what it means for the work, and not what happened to whom.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR706", "Reason about one postholder", __doc__ or "", run)]
