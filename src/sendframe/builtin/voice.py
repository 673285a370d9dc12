"""What became of what people said.

What it does
    Counts what people said about a priority or criterion, how much of it was answered, how many
    answers were told back to them, and the answers: done, partly done, not yet, or cannot be done.
    The result is *told back* if everything was answered and told back, *answered, not all told
    back* if everything was answered, and otherwise *not all answered*. It does not show what
    people said, and has no colour.

When it refuses
    Nothing that people said is listed.

Options
    ``who``: count only what these people said, such as ``parent-carers``; everybody by default.

Source
    "You said, we did": answers are told back to those who spoke, and "cannot" comes with a reason.
    Participation by the model of Lundy (2007), British Educational Research Journal 33:927-942:
    space, voice, audience and influence.
"""

import attrs

from sendframe.plugins import (
    N_,
    Example,
    Refusal,
    Score,
    SubjectContext,
    SubjectRule,
    VoiceSummary,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.testing import subject_context

SOURCE = "You said, we did: answered, and told back to those who spoke; Lundy (2007)"
_STATES = {
    "done": N_("done"),
    "partly": N_("partly done"),
    "not_yet": N_("not yet"),
    "cannot": N_("cannot be done"),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        who: Count only what these people said.
    """

    who: tuple[str, ...] = ()


def score(context: SubjectContext) -> Score | Refusal:
    """Score how much of what people said was answered and told back."""
    who, subject = context.chosen(Options).who, context.subject
    voices = [voice for voice in context.voices if not who or voice.who in who]
    if not voices:
        return context.refuse(_("Nothing that people said is listed."), subject.evidence.fact)
    answered = [voice for voice in voices if voice.replies]
    told_back = [voice for voice in answered if any(reply.told_back for reply in voice.replies)]
    if len(told_back) == len(voices):
        band, label, shape = "told-back", _("told back"), "circle"
    elif len(answered) == len(voices):
        band, label, shape = "answered", _("answered, not all told back"), "diamond"
    else:
        band, label, shape = "waiting", _("not all answered"), "bar"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone="neutral",
        statement=_(
            "Things that people said: {number}; answered: {answered}; told back: {told_back}{answers}.",
            number=len(voices),
            answered=len(answered),
            told_back=len(told_back),
            answers=_answers(answered),
        ),
        formula=_(
            "{answered} of {number} answered, {told_back} of them told back",
            answered=len(answered),
            number=len(voices),
            told_back=len(told_back),
        ),
        source=SOURCE,
        facts=(subject.evidence.fact,),
    )


def _answers(answered: list[VoiceSummary]) -> str:
    """Return how many answers of each state there are; each answer counts once."""
    states = {reply.id: reply.state for voice in answered for reply in voice.replies}
    counts = [
        " ".join((str(count), _(word)))
        for state, word in _STATES.items()
        if (count := sum(reply_state == state for reply_state in states.values()))
    ]
    return _("; answers: {counts}", counts=", ".join(counts)) if counts else ""


def examples() -> tuple[Example, ...]:
    """Return worked examples: all told back, one still waiting, and nothing said."""

    def sample(*voices: str) -> SubjectContext:
        return subject_context(rule="voice", options=Options(), voices=voices)  # type: ignore[arg-type]  # as it takes

    all_told, waiting, none = (
        sample("told_back", "told_back"),
        sample("told_back", "answered", "waiting"),
        sample(),
    )
    facts = ("priority/sample/evidence",)
    return (
        Example(
            "Everybody was told what became of it.",
            (all_told,),
            all_told.score(
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
            (waiting,),
            waiting.score(
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
