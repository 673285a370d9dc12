"""Judgement on evidence of one kind.

What it checks
    Whether all evidence about a judged criterion is of one kind, such as figures only. The newest
    judgement of each criterion counts; a value that stands for "not judged" is none. A criterion
    without any evidence is left to SFR304. One question for each edition of the self-evaluation
    lists the criteria.

    Whether evidence of several kinds agrees is not checked.

Why it matters
    Figures show how often, people show how it feels, audits show why. What one kind of evidence
    says, another often contradicts.

Example:
    "Secure" for timeliness, on two published figures and nothing else.

How to put it right
    Look for evidence of another kind: what children and young people or their families say, an
    audit of cases, an inspection. If there is none, say so in the reason of the judgement. The
    software asks; people decide.

Source
    Area SEND inspection of Derbyshire: "self-evaluation is very education focused, and as a
    result, the workstreams ... are not jointly led and owned".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    SelfEvaluation,
    SubjectResult,
    hookimpl,
    ngettext,
)


def _of_one_kind(edition: SelfEvaluation, context: CheckContext) -> Iterator[SubjectResult]:
    """Yield each criterion whose newest judgement is of an edition, with evidence of one kind."""
    values = context.portfolio.scale_values()
    own = {entry.judgement.id for entry in edition.entries if entry.judgement}
    for subject in context.subjects:
        if subject.kind != "criterion" or not subject.judgements:
            continue
        newest = subject.judgements[0]
        value = values.get(newest.value)
        is_judged = value is None or value.stands_for is None
        if newest.id in own and is_judged and len(subject.evidence.kinds) == 1:
            yield subject


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a question for each edition with criteria judged on evidence of one kind."""
    for edition in context.editions:
        subjects = list(_of_one_kind(edition, context))
        if subjects:
            named = ", ".join(
                f"{subject.label} ({next(iter(subject.evidence.kinds))})" for subject in subjects
            )
            yield context.diagnostic(
                ngettext(
                    "Criterion {names} was judged in {edition} on evidence of one kind only. What does "
                    "evidence of another kind say?",
                    "Criteria {names} were judged in {edition} on evidence of one kind only. What does "
                    "evidence of another kind say?",
                    len(subjects),
                    names=named,
                    edition=edition.edition,
                ),
                at=edition,
                about=edition.id,
                facts=tuple(subject.evidence.fact for subject in subjects),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR817",
            "Judgement on evidence of one kind",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
