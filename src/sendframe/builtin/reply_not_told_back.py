"""Reply not told back.

What it checks
    Whether each reply has a day on which people were told of it (`told_back`), whatever its
    state. A day after that of the evaluation does not count. One diagnostic for each register of
    evidence counts the replies.

    Whether people took notice of it is not checked.

Why it matters
    A reply in a register is no answer: those who asked have not heard it. "Not yet" and "we
    cannot" are the replies that people most often never get.

Example:
    A reply with the state `not_yet`, a due date, and no `told_back`.

How to put it right
    Tell them where they will hear it, such as in the youth forum or a newsletter, and add the day
    and the channel.

Source
    SEND code of practice, 4.1 to 4.28, on the local offer: comments are published with the action
    that is intended. SEND strategy of Herefordshire 2023-26: "show you how what you tell us is
    making a difference to what we do".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    hookimpl,
    known_by,
    ngettext,
    quoted_ids,
)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each register with replies that nobody was told."""
    for register in context.portfolio.of(EvidenceRegister):
        untold = [
            reply.id
            for reply in register.replies
            if not any(known_by(told.on, context.as_at) for told in reply.told_back)
        ]
        if untold:
            yield context.diagnostic(
                ngettext(
                    "one reply has not been told back to those who asked: {names}",
                    "{number} replies have not been told back to those who asked: {names}",
                    len(untold),
                    names=quoted_ids(untold),
                ),
                at=register,
                about=register.id,
                help="Tell them, and add the day and the channel to `told_back`.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR813",
            "Reply not told back",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
