"""Voice without a reply.

What it checks
    Whether what people said has a reply three months later. The last day of the voice's date
    counts; without a date nothing is reported, nor where consent was withdrawn. One diagnostic
    for each register of evidence counts the voices. Three months, about 92 days, are this
    check's own measure: the option `days` sets another one.

    Whether the reply answers what was said is not checked.

Why it matters
    Those who are asked again and again and never answered stop talking. A reply may be "not yet"
    or "we cannot, because": it is still a reply.

Example:
    The youth forum asked in August for clubs it can get to, and there is no reply in December.

How to put it right
    Add a reply that names the voice, with its state. One reply may answer several voices.

Source
    SEND code of practice, 4.1 to 4.28: comments of children, young people and parents on the local
    offer are published with the action that is intended. For other things that people say it is
    good practice.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    Voice,
    hookimpl,
    ngettext,
    older_than,
    quoted_ids,
)


@attrs.frozen
class Options:
    """Options of the check.

    Attributes:
        days: How many days a voice may be without a reply.
    """

    days: int = 92


def _waits_too_long(voice: Voice, context: CheckContext) -> bool:
    """Say whether a voice is older than the days allowed, and its consent was not withdrawn."""
    if voice.on is None or (voice.consent and voice.consent.withdrawn_on):
        return False
    return older_than(voice.on.last_day, context.chosen(Options).days, context.as_at)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each register with voices that have had no reply for long."""
    registers = list(context.portfolio.of(EvidenceRegister))
    answered = {id_ for register in registers for reply in register.replies for id_ in reply.voices}
    for register in registers:
        waiting = [
            voice.id
            for voice in register.voices
            if voice.id not in answered and _waits_too_long(voice, context)
        ]
        if waiting:
            yield context.diagnostic(
                ngettext(
                    "one thing that people said has had no reply for more than {days} days: {names}",
                    "{number} things that people said have had no reply for more than {days} days: "
                    "{names}",
                    len(waiting),
                    days=context.chosen(Options).days,
                    names=quoted_ids(waiting),
                ),
                at=register,
                about=register.id,
                help="Add a reply. It may be that it is not done yet, or cannot be done, and why.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR812",
            "Voice without a reply",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
            options=Options,
        )
    ]
