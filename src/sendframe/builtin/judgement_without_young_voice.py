"""Judgement without the voice of children and young people.

What it checks
    Whether anything that children and young people said belongs to a judged criterion: a voice of
    `children-and-young-people`, or evidence of the kind `voice`, that an entry names, that speaks
    for or against the criterion or one of its priorities, or that a priority quotes. The newest
    judgement of each criterion counts; a value that stands for "not judged" is none. Where it
    cannot be told whose voices belong to a criterion nothing is asked, and a criterion without
    any evidence is left to SFR304. One question for each edition lists the criteria.

    Whether the judgement heeds what they said is not checked.

Why it matters
    What parents and practitioners say is not what young people say. Inspectors ask young people
    first.

Example:
    "Working well" for how early needs are found, on figures, an audit and a parent's letter.

How to put it right
    Ask children and young people, also those who do not speak, and add what they said. The
    software asks; people decide.

Source
    Children and Families Act 2014, section 19: views and participation. Area SEND inspections,
    second impact criterion: children and young people and their families participate in
    decision-making about their individual plans and support.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    EvidenceRegister,
    SelfEvaluation,
    SubjectResult,
    hookimpl,
    ngettext,
)

YOUNG = "children-and-young-people"


def _others(subject: SubjectResult, context: CheckContext) -> set[str]:
    """Return the ids of voices of other people that belong to a criterion."""
    subjects = [subject, *filter(None, map(context.subject, subject.related))]
    ids = {
        id_ for part in subjects for id_ in (*part.evidence.supports, *part.evidence.contradicts)
    }
    ids.update(
        id_
        for priority in context.priorities
        if priority.id in subject.related
        for id_ in priority.quotes
    )
    ids.update(
        id_
        for edition in context.editions
        for entry in edition.entries
        if entry.criterion == subject.id
        for id_ in entry.evidence
    )
    return {
        voice.id
        for register in context.portfolio.of(EvidenceRegister)
        for voice in register.voices
        if voice.id in ids and voice.who != YOUNG
    }


def _without_voice(edition: SelfEvaluation, context: CheckContext) -> Iterator[SubjectResult]:
    """Yield each criterion whose newest judgement is of an edition, without a young voice."""
    values = context.portfolio.scale_values()
    own = {entry.judgement.id for entry in edition.entries if entry.judgement}
    for subject in context.subjects:
        if subject.kind != "criterion" or not subject.judgements or not subject.evidence.count:
            continue
        newest = subject.judgements[0]
        value = values.get(newest.value)
        if newest.id not in own or (value is not None and value.stands_for is not None):
            continue
        if subject.evidence.kinds.get("voice", 0) <= len(_others(subject, context)):
            yield subject


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a question for each edition with criteria judged without a young voice."""
    for edition in context.editions:
        subjects = list(_without_voice(edition, context))
        if subjects:
            yield context.diagnostic(
                ngettext(
                    "Criterion {codes} was judged in {edition} without anything that children and young "
                    "people said. What do they say?",
                    "Criteria {codes} were judged in {edition} without anything that children and young "
                    "people said. What do they say?",
                    len(subjects),
                    codes=", ".join(subject.label for subject in subjects),
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
            "SFR818",
            "Judgement without the voice of children and young people",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
