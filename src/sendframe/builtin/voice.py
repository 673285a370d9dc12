"""What became of what people said.

What it does
    Counts, of the things that people said about a priority or criterion, how many were answered,
    how many of the answers were told back to them, and what the answers were: done, partly, not
    yet, or cannot be done. Where all were answered and told back it is *told back*; where all
    were answered it is *answered, not all told back*; otherwise *not all answered*. It says
    nothing of what people said, and has no colour.

When it refuses
    Nothing that people said is listed.

Options
    ``who``: count only what these people said, such as ``parent-carers``; everybody unless given.

Source
    "You said, we did": answers are told back to those who spoke, and a "cannot" gives its reason.
    Participation by the model of Lundy (2007), British Educational Research Journal 33:927-942:
    space, voice, audience and influence.
"""

import attrs

from sendframe.plugins import (
    Example,
    Refusal,
    Score,
    SubjectContext,
    SubjectRule,
    VoiceSummary,
    hookimpl,
    subject_context,
)

SOURCE = "You said, we did: answered, and told back to those who spoke; Lundy (2007)"
_STATES = {
    "done": "done",
    "partly": "partly done",
    "not_yet": "not yet",
    "cannot": "cannot be done",
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        who: Count only what these people said.
    """

    who: tuple[str, ...] = ()


def score(context: SubjectContext) -> Score | Refusal:
    """Say how much of what was said was answered, and told back."""
    who, subject = context.chosen(Options).who, context.subject
    heard = [each for each in context.voices if not who or each.who in who]
    if not heard:
        return context.refuse("Nothing that people said is listed.", subject.evidence.fact)
    answered = [each for each in heard if each.replies]
    told = [each for each in answered if any(reply.told_back for reply in each.replies)]
    if len(told) == len(heard):
        band, label, shape = "told-back", "told back", "circle"
    elif len(answered) == len(heard):
        band, label, shape = "answered", "answered, not all told back", "diamond"
    else:
        band, label, shape = "waiting", "not all answered", "bar"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone="neutral",
        statement=f"Things that people said: {len(heard)}; answered: {len(answered)}; told back: "
        f"{len(told)}{_answers(answered)}.",
        formula=f"{len(answered)} of {len(heard)} answered, {len(told)} of them told back",
        source=SOURCE,
        facts=(subject.evidence.fact,),
    )


def _answers(answered: list[VoiceSummary]) -> str:
    """Say what the answers were; one that answers several things counts once."""
    states = {reply.id: reply.state for each in answered for reply in each.replies}
    counts = [
        f"{count} {word}"
        for state, word in _STATES.items()
        if (count := sum(each == state for each in states.values()))
    ]
    return f"; answers: {', '.join(counts)}" if counts else ""


def examples() -> tuple[Example, ...]:
    """Return worked examples: all told back, one still waiting, and nothing said."""

    def told(*heard: str) -> SubjectContext:
        return subject_context(rule="voice", options=Options(), voices=heard)  # type: ignore[arg-type]  # as it takes

    whole, part, none = (
        told("told_back", "told_back"),
        told("told_back", "answered", "waiting"),
        told(),
    )
    facts = ("priority/sample/evidence",)
    return (
        Example(
            "Everybody was told what became of it.",
            (whole,),
            whole.score(
                band="told-back",
                label="told back",
                tone="neutral",
                statement="Things that people said: 2; answered: 2; told back: 2; answers: 2 done.",
                formula="2 of 2 answered, 2 of them told back",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "One waits for an answer.",
            (part,),
            part.score(
                band="waiting",
                label="not all answered",
                shape="bar",
                tone="neutral",
                statement="Things that people said: 3; answered: 2; told back: 1; answers: 2 done.",
                formula="2 of 3 answered, 1 of them told back",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Nobody was heard.",
            (none,),
            none.refuse("Nothing that people said is listed.", *facts),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[SubjectRule]:
    """Return the rule."""
    return [
        SubjectRule(
            "voice", "What became of what people said", __doc__ or "", score, Options, examples()
        )
    ]
