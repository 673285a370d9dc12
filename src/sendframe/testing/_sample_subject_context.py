"""Make a context for a rule about a priority or criterion from a few numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from sendframe.model import (
    EvidenceProfile,
    FrozenMap,
    NoOptions,
    Progress,
    Reply,
    SubjectResult,
    ToldBack,
)
from sendframe.scoring import SubjectContext, VoiceSummary

__all__ = ["subject_context"]

_LAST_DAY = date(2026, 1, 31)
_DAY = date(2025, 6, 30)
Answer = Literal["told_back", "answered", "waiting"]


def subject_context(  # noqa: PLR0913  # keyword arguments
    *,
    kind: Literal["priority", "criterion"] = "priority",
    subject: str = "sample",
    evidence: Mapping[str, int] | None = None,
    newest: date | None = _DAY,
    expired: int = 0,
    against: int = 0,
    unanswered: int = 0,
    delivery: Mapping[str, int] | None = None,
    commitments: int = 0,
    without_action: int = 0,
    complete: int = 0,
    overdue: int = 0,
    voices: Sequence[Answer] = (),
    rule: str = "sample",
    options: object = NoOptions(),
    as_at: date = _LAST_DAY,
    made_by: str = "sendframe",
) -> SubjectContext:
    """Return the context of a rule about a priority or criterion with the given counts.

    Args:
        kind: ``priority`` or ``criterion``.
        subject: Its id.
        evidence: Number of pieces of evidence of each kind.
        newest: Day of the newest and of the oldest piece; None where none has a date.
        expired: Number of pieces that have expired.
        against: Number of pieces that contradict it.
        unanswered: Number of those that are not answered.
        delivery: Number of actions of each delivery status.
        commitments: Number of commitments.
        without_action: Number of commitments without an action.
        complete: Number of actions that are complete.
        overdue: Number of actions that are overdue.
        voices: What became of each thing that was said: answered and told back, answered, or
            waiting.
        rule: Id of the rule.
        options: Options of the rule, as its options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Examples:
        >>> context = subject_context(evidence={"survey": 2}, voices=("told_back", "waiting"))
        >>> context.subject.evidence.count, len(context.voices), context.about
        (2, 2, 'sample')
    """
    kinds = FrozenMap(dict(evidence or {}))
    states = FrozenMap(dict(delivery or {}))
    count = sum(kinds.values())
    prefix = f"{kind}/{subject}"
    profile = EvidenceProfile(
        count=count,
        kinds=kinds,
        oldest=newest if count else None,
        newest=newest if count else None,
        undated=0 if newest else count,
        expired=_ids("expired", expired),
        contradicts=_ids("against", against),
        unanswered=_ids("against", unanswered),
        fact=f"{prefix}/evidence",
    )
    progress = Progress(
        commitments=commitments,
        without_action=_ids("commitment", without_action),
        actions=sum(states.values()),
        delivery=states,
        complete=_ids("done", complete),
        overdue=_ids("action", overdue),
        fact=f"{prefix}/progress",
    )
    result = SubjectResult(
        kind=kind,
        id=subject,
        title="Sample",
        label="sample 1",
        within="samples",
        order=1,
        evidence=profile,
        progress=progress,
    )
    summaries = tuple(_voice(number, answer) for number, answer in enumerate(voices, 1))
    return SubjectContext(
        rule=rule, subject=result, voices=summaries, options=options, as_at=as_at, made_by=made_by
    )


def _ids(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}-{number}" for number in range(1, count + 1))


def _voice(number: int, answer: Answer) -> VoiceSummary:
    told_back = (ToldBack(on=_DAY, channel="a meeting"),) if answer == "told_back" else ()
    reply = Reply(
        id=f"reply-{number}", voices=(f"voice-{number}",), state="done", told_back=told_back
    )
    return VoiceSummary(
        f"voice-{number}", "parent-carers", replies=() if answer == "waiting" else (reply,)
    )
