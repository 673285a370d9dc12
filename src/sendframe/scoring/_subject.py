"""What a rule about a priority or criterion is told, and what such a rule is."""

from collections.abc import Callable
from typing import final

import attrs

from sendframe.model import (
    Example,
    NoOptions,
    Refusal,
    Reply,
    Score,
    SubjectResult,
    When,
)

from ._asked import Asked
from ._rule_kind import RuleKind

__all__ = ["Heard", "SubjectContext", "SubjectRule"]


@final
@attrs.frozen
class Heard:
    """Something that people said about a priority or criterion, without their words.

    Words stand in reports with the consent of who said them, and never in a score.

    Attributes:
        id: Id of the voice.
        who: Who said it, such as ``parent-carers``.
        theme: What it is about.
        on: When.
        replies: What was answered; of being told back only what had happened by the day of the
            evaluation.

    Hook: ``sendframe_scoring_rules``.
    """

    id: str
    who: str
    theme: str | None = None
    on: When | None = None
    replies: tuple[Reply, ...] = ()


@attrs.frozen(kw_only=True)
class SubjectContext(Asked):
    """Everything a rule about a priority or criterion is told. It reads nothing else.

    Attributes:
        rule: Id of the rule.
        subject: The priority or criterion, with its evidence, its progress and its judgements.
        heard: What people said about it, oldest first.
        options: What the portfolio chose, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Hook: ``sendframe_scoring_rules``.
    """

    subject: SubjectResult
    heard: tuple[Heard, ...]

    @property
    def about(self) -> str:
        """Id of what it is about: the priority or criterion."""
        return self.subject.id


@final
@attrs.frozen
class SubjectRule:
    """A rule about a priority or criterion: a profile in words, or a refusal. Never a number.

    Attributes:
        id: Its id.
        title: What it is called.
        manual: What it does, when it refuses, and where it comes from.
        score: The rule itself: pure, and told everything.
        options: attrs class of its options.
        examples: Worked examples: a `SubjectContext`, and the `Score` or `Refusal` it gives.

    Hook: ``sendframe_scoring_rules``.
    """

    id: str
    title: str
    manual: str
    score: Callable[[SubjectContext], Score | Refusal]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()

    @property
    def kind(self) -> RuleKind:
        """What it holds figures against: none, it is a profile."""
        return "profile"
