"""Challenge unanswered.

What it checks
    Whether a challenge that was raised at a body has an answer once the body has met again. The
    next meeting is one of the same body that begins after the challenge was raised; it must be
    over. Where no such meeting is recorded nothing is reported.

    Whether the answer is a good one is not checked.

Why it matters
    A body that asks and hears nothing cannot hold anybody to account. Unanswered questions are
    what inspectors find when they read the minutes.

Example:
    The chair asked in October why a rota is late; the board met in December, and there is no
    answer.

How to put it right
    Add the answer and its day. If the answer is that it takes longer, that is an answer.

Source
    Scrutiny in Herefordshire, 26 July 2022: items "marked as complete for which the Committee
    could not recall having had sight of the response".
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Governance, hookimpl, over_by
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each challenge that the next meeting of its body left unanswered."""
    registers = list(context.portfolio.of(Governance))
    meetings = [
        meeting
        for register in registers
        for meeting in register.meetings
        if over_by(meeting.on, context.as_at)
    ]
    for register in registers:
        for challenge in register.challenges:
            if challenge.answer is not None or challenge.answered_on is not None:
                continue
            later = [
                meeting.on
                for meeting in meetings
                if meeting.body == challenge.body
                and meeting.on.first_day > challenge.raised_on.last_day
            ]
            if later:
                met = min(later, key=lambda on: on.first_day)
                yield context.diagnostic(
                    _(
                        "the challenge '{id}' of {raised_on} has no answer, and '{body}' met again: {met}",
                        id=challenge.id,
                        raised_on=challenge.raised_on,
                        body=challenge.body,
                        met=met,
                    ),
                    at=challenge,
                    about=challenge.id,
                    help="Add the answer and its day.",
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR816",
            "Challenge unanswered",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
