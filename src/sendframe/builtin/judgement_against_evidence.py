"""Judgement that evidence contradicts.

What it checks
    Whether evidence contradicts the newest judgement of a criterion, or the criterion itself, and
    the entry does not answer it.

Why it matters
    Contradicting evidence is the most useful kind. Inspectors will raise what a judgement leaves
    unanswered.

Example:
    "Secure", while a survey with a known sample shows that most families were not heard.

How to put it right
    Answer the evidence in the entry, or judge again. The software asks; people decide.

Source
    Area SEND inspection reports on self-evaluation; triangulation of evidence.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each newest judgement with unanswered evidence against it."""
    places = {
        entry.judgement.id: entry.judgement
        for edition in context.editions
        for entry in edition.entries
        if entry.judgement is not None
    }
    for subject in context.subjects:
        if subject.kind == "criterion" and subject.judgements:
            judgement = subject.judgements[0]
            against = subject.evidence.unanswered
            if against:
                count = len(against)
                pieces = "one piece" if count == 1 else f"{count} pieces"
                verb = "speaks" if count == 1 else "speak"
                yield context.diagnostic(
                    f"Criterion {subject.label} was judged in {judgement.edition}, and {pieces} of "
                    f"evidence {verb} against it without an answer. Does the judgement still hold?",
                    at=places.get(judgement.id),
                    about=judgement.id,
                    facts=(subject.evidence.fact, judgement.fact),
                )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR501",
            "Judgement that evidence contradicts",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
