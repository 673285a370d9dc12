"""Action closed without evidence.

What it checks
    Whether a closed action has evidence of the difference it made: a piece of evidence, or what
    people said, that supports or contradicts the action, or evidence named by one of its updates
    or success criteria. An action whose delivery status means that it was stopped or not begun is
    skipped. One diagnostic for each action register counts the actions.

    Whether the evidence shows a difference is not checked.

Why it matters
    An action log shows what was done. Without evidence "the difference it made" is the opinion of
    whoever closed the action, and nobody can look at it again.

Example:
    An action was closed with "SENCOs say that it helps them", and no evidence is named.

How to put it right
    Add the evidence to the register of evidence and name the action in `stances`; or write in the
    last update what it rests on.

Source
    Area SEND inspection of Hull: leaders "do not measure the impact of strategic actions ...
    consistently". Scrutiny in Herefordshire, 26 July 2022: items "marked as complete for which the
    Committee could not recall having had sight of the response".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Action,
    ActionRegister,
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    begun_by,
    hookimpl,
    ngettext,
    quoted_ids,
)


def _shown(context: CheckContext) -> set[str]:
    """Return the id of each thing that a piece of evidence or a voice speaks for or against."""
    shown: set[str] = set()
    for register in context.portfolio.of(EvidenceRegister):
        for piece in register.evidence:
            shown.update(piece.claims)
        for voice in register.voices:
            shown.update(voice.claims)
    return shown


def _names_evidence(action: Action) -> bool:
    """Say whether an update or a success criterion of an action names evidence."""
    return any(update.evidence for update in action.updates) or any(
        criterion.evidence for criterion in action.success_criteria
    )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each register with closed actions that have no evidence."""
    shown = _shown(context)
    for register in context.portfolio.of(ActionRegister):
        missing = [
            action.id
            for action in register.actions
            if action.closing is not None
            and begun_by(action.closing.closed_on, context.as_at)
            and context.progress(action) not in ("stopped", "not_started")
            and action.id not in shown
            and not _names_evidence(action)
        ]
        if missing:
            yield context.diagnostic(
                ngettext(
                    "one action of the register '{id}' was closed without evidence of the difference "
                    "made: {names}",
                    "{number} actions of the register '{id}' were closed without evidence of the "
                    "difference made: {names}",
                    len(missing),
                    id=register.id,
                    names=quoted_ids(missing),
                ),
                at=register,
                about=register.id,
                help="Name the evidence, or write in the last update what the difference rests on.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR810",
            "Action closed without evidence",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
