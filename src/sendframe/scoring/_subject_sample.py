"""What a rule about a priority or criterion is told, made from a few numbers."""

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

from ._subject import Heard, SubjectContext

__all__ = ["subject_context"]

_LAST_DAY = date(2026, 1, 31)
_DAY = date(2025, 6, 30)
Answer = Literal["told", "answered", "waiting"]


def subject_context(  # noqa: PLR0913  # each is told by name
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
    heard: Sequence[Answer] = (),
    rule: str = "sample",
    options: object = NoOptions(),
    as_at: date = _LAST_DAY,
    made_by: str = "sendframe",
) -> SubjectContext:
    """Return what a rule is told about a priority or criterion of which so much is known.

    Args:
        kind: ``priority`` or ``criterion``.
        subject: Its id.
        evidence: How many pieces of each kind.
        newest: Day of the newest and of the oldest piece; None where none has a date.
        expired: How many may no longer be relied on.
        against: How many speak against it.
        unanswered: How many of those are not answered.
        delivery: How many actions of each delivery status.
        commitments: How many commitments.
        without_action: How many of them no action carries out.
        complete: How many actions are done.
        overdue: How many actions are overdue.
        heard: What became of each thing that was said: answered and told back, answered, or
            waiting.
        rule: Id of the rule.
        options: What the portfolio chose, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Examples:
        >>> told = subject_context(evidence={"survey": 2}, heard=("told", "waiting"))
        >>> told.subject.evidence.count, len(told.heard), told.about
        (2, 2, 'sample')
    """
    kinds = FrozenMap(dict(evidence or {}))
    states = FrozenMap(dict(delivery or {}))
    count = sum(kinds.values())
    prefix = f"{kind}/{subject}"
    known = EvidenceProfile(
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
        evidence=known,
        progress=progress,
    )
    said = tuple(_heard(place, answer) for place, answer in enumerate(heard, 1))
    return SubjectContext(
        rule=rule, subject=result, heard=said, options=options, as_at=as_at, made_by=made_by
    )


def _ids(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}-{place}" for place in range(1, count + 1))


def _heard(place: int, answer: Answer) -> Heard:
    told = (ToldBack(on=_DAY, channel="a meeting"),) if answer == "told" else ()
    reply = Reply(id=f"reply-{place}", voices=(f"voice-{place}",), state="done", told_back=told)
    return Heard(f"voice-{place}", "parent-carers", replies=() if answer == "waiting" else (reply,))
