"""Progress of commitments.

What it does
    Counts commitments with an action, actions by delivery status, and actions that are overdue,
    were moved, or have no lead. It is about delivery only; whether an action helped is shown by its
    impact. If an action is overdue the result is *late*; if a commitment has no action, *not all
    begun*; if every action is complete, *delivered*; otherwise *under way*.

When it refuses
    There are no commitments and no actions.

Options
    None.

Source
    Progress reports of councils' SEND action plans, which separate delivery from impact and list
    moved dates.
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
)
from sendframe.plugins import gettext as _
from sendframe.testing import subject_context

SOURCE = "Progress reports of SEND action plans: delivery apart from impact, moved dates told"


def score(context: SubjectContext) -> Score | Refusal:
    """Score how far commitments and actions have come."""
    progress = context.subject.progress
    if not progress.commitments and not progress.actions:
        return context.refuse(_("There are no commitments and no actions."), progress.fact)
    done = len(progress.complete)
    tone: Tone
    if progress.overdue:
        band, label, shape, tone = "late", _("late"), "triangle", "worse"
    elif progress.without_action:
        band, label, shape, tone = "not-begun", _("not all begun"), "diamond", "between"
    elif 0 < done == progress.actions:
        band, label, shape, tone = "delivered", "delivered", "circle", "better"
    else:
        band, label, shape, tone = "under-way", _("under way"), "bar", "neutral"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_statement(progress),
        formula=_(
            "{done} of {actions} actions complete, {overdue} overdue; {without} of "
            "{commitments} commitments without an action",
            done=done,
            actions=progress.actions,
            overdue=len(progress.overdue),
            without=len(progress.without_action),
            commitments=progress.commitments,
        ),
        source=SOURCE,
        facts=(progress.fact,),
    )


def _statement(progress: Progress) -> str:
    parts = []
    if progress.commitments:
        begun = progress.commitments - len(progress.without_action)
        parts.append(
            _(
                "commitments with an action: {begun} of {commitments}",
                begun=begun,
                commitments=progress.commitments,
            )
        )
    if progress.actions:
        states = ", ".join(f"{count} {word}" for word, count in progress.delivery.items())
        parts.append(_("actions: {actions} ({states})", actions=progress.actions, states=states))
    counts = {
        _("overdue"): progress.overdue,
        _("moved"): progress.moved,
        _("nobody leads"): progress.without_owner,
    }
    parts += [f"{word}: {len(ids)}" for word, ids in counts.items() if ids]
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."


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
