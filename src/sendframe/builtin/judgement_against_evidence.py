"""Judgement that evidence contradicts.

What it checks
    Whether evidence contradicts the newest judgement of a criterion, or the criterion itself, and
    the entry does not answer it.

    It does not find a contradiction that nobody recorded: the words of evidence are not read.

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

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, ngettext


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
                yield context.diagnostic(
                    ngettext(
                        "Criterion {code} was judged in {edition}, and one piece of evidence speaks "
                        "against it without an answer. Does the judgement still hold?",
                        "Criterion {code} was judged in {edition}, and {number} pieces of evidence speak "
                        "against it without an answer. Does the judgement still hold?",
                        count,
                        code=subject.label,
                        edition=judgement.edition,
                    ),
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
