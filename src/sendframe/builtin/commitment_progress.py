"""Progress of commitments.

What it does
    Says in words how far what was promised has come: how many commitments have an action, how
    many actions stand in which delivery status, how many are overdue, were moved, or have nobody
    who leads them. Delivery only: whether it helped is another question, and told by the impact
    of each action. Something that is overdue is *late*; a commitment without an action is *not
    all begun*; otherwise it is *under way*, or *delivered* where every action is complete.

When it refuses
    There are no commitments and no actions.

Options
    None.

Source
    Progress reporting of councils' SEND action plans: delivery is told apart from impact, and a
    moved date is told.
"""

from sendframe.plugins import (
    Example,
    Progress,
    Refusal,
    Score,
    SubjectContext,
    SubjectRule,
    Tone,
    hookimpl,
    subject_context,
)

SOURCE = "Progress reports of SEND action plans: delivery apart from impact, moved dates told"


def score(context: SubjectContext) -> Score | Refusal:
    """Say in words how far commitments and actions have come."""
    progress = context.subject.progress
    if not progress.commitments and not progress.actions:
        return context.refuse("There are no commitments and no actions.", progress.fact)
    done = len(progress.complete)
    tone: Tone
    if progress.overdue:
        band, label, shape, tone = "late", "late", "triangle", "worse"
    elif progress.without_action:
        band, label, shape, tone = "not-begun", "not all begun", "diamond", "between"
    elif 0 < done == progress.actions:
        band, label, shape, tone = "delivered", "delivered", "circle", "better"
    else:
        band, label, shape, tone = "under-way", "under way", "bar", "neutral"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_sentence(progress),
        formula=f"{done} of {progress.actions} actions complete, {len(progress.overdue)} overdue; "
        f"{len(progress.without_action)} of {progress.commitments} commitments without an action",
        source=SOURCE,
        facts=(progress.fact,),
    )


def _sentence(progress: Progress) -> str:
    said = []
    if progress.commitments:
        begun = progress.commitments - len(progress.without_action)
        said.append(f"commitments with an action: {begun} of {progress.commitments}")
    if progress.actions:
        states = ", ".join(f"{count} {word}" for word, count in progress.delivery.items())
        said.append(f"actions: {progress.actions} ({states})")
    counts = {
        "overdue": progress.overdue,
        "moved": progress.moved,
        "nobody leads": progress.without_owner,
    }
    said += [f"{word}: {len(ids)}" for word, ids in counts.items() if ids]
    whole = "; ".join(said)
    return f"{whole[0].upper()}{whole[1:]}."


def examples() -> tuple[Example, ...]:
    """Return worked examples: late, delivered, and nothing to carry out."""
    late = subject_context(
        rule="commitment-progress",
        commitments=3,
        without_action=1,
        delivery={"Complete": 1, "In progress": 2},
        complete=1,
        overdue=1,
    )
    done = subject_context(
        rule="commitment-progress", commitments=1, delivery={"Complete": 2}, complete=2
    )
    none = subject_context(rule="commitment-progress")
    facts = ("priority/sample/progress",)
    return (
        Example(
            "One action is overdue.",
            (late,),
            late.score(
                band="late",
                label="late",
                shape="triangle",
                tone="worse",
                statement="Commitments with an action: 2 of 3; actions: 3 (1 Complete, 2 In "
                "progress); overdue: 1.",
                formula="1 of 3 actions complete, 1 overdue; 1 of 3 commitments without an action",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Every action is complete.",
            (done,),
            done.score(
                band="delivered",
                label="delivered",
                tone="better",
                statement="Commitments with an action: 1 of 1; actions: 2 (2 Complete).",
                formula="2 of 2 actions complete, 0 overdue; 0 of 1 commitments without an action",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Nothing was promised.",
            (none,),
            none.refuse("There are no commitments and no actions.", *facts),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[SubjectRule]:
    """Return the rule."""
    return [
        SubjectRule(
            "commitment-progress",
            "Progress of commitments",
            __doc__ or "",
            score,
            examples=examples(),
        )
    ]
