"""Scoring rules about a priority or criterion, and the context that is passed to them."""

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
    short_repr,
)

from ._rule_context import RuleContext
from ._rule_kind import RuleKind

__all__ = ["SubjectContext", "SubjectRule", "VoiceSummary"]


@final
@attrs.frozen
class VoiceSummary:
    """A voice about a priority or criterion, without its words.

    Words are printed in reports with the consent of the people who said them, never in a score.

    Attributes:
        id: Id of the voice.
        who: Who spoke, such as ``parent-carers``.
        theme: Its theme.
        on: When they spoke.
        replies: The replies; people were told back only where that was by the day of the
            evaluation.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    id: str
    who: str
    theme: str | None = None
    on: When | None = None
    replies: tuple[Reply, ...] = ()


@attrs.frozen(kw_only=True)
class SubjectContext(RuleContext):
    """All input of a rule about a priority or criterion.

    Attributes:
        rule: Id of the rule.
        kind: What the rule compares figures with, as it declares.
        subject: The priority or criterion, with its evidence, its progress and its judgements.
        voices: What people said about it, oldest first.
        options: Options from the portfolio, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    subject: SubjectResult
    voices: tuple[VoiceSummary, ...]

    @property
    def about(self) -> str:
        """Id of the priority or criterion."""
        return self.subject.id


@final
@attrs.frozen
class SubjectRule:
    """A rule that describes a priority or criterion in words, never in a number, or refuses.

    Attributes:
        id: Its id.
        title: Its title.
        manual: What it does, when it refuses, and its source.
        score: The function that scores one priority or criterion: pure, with the context as its
            only input.
        options: attrs class of its options.
        examples: Worked examples: a `SubjectContext`, and the `Score` or `Refusal` it returns.

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
        """What it compares figures with: nothing, since it is a profile."""
        return "profile"
