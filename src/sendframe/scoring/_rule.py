"""Scoring rules about the figures of an indicator."""

from collections.abc import Callable, Iterable, Sequence
from typing import final

import attrs

from sendframe.model import Example, NoOptions, Refusal, Score

from ._context import ScoringContext
from ._needs import Needs
from ._rule_kind import RuleKind

__all__ = ["ScoringRule"]


@final
@attrs.frozen
class ScoringRule:
    """A rule that scores an indicator, or refuses with a reason.

    Attributes:
        id: Its id.
        title: Its title.
        manual: What it does, when it refuses, and its source.
        score: The function that scores one indicator: pure, with the context as its only input.
        options: attrs class of its options.
        examples: Worked examples: a `ScoringContext`, and the `Score` or `Refusal` it returns.
        score_all: A function that scores many indicators at once, in order, with the same results
            as ``score``. It is called instead of ``score`` where a portfolio chose the rule for
            several indicators; use it where the work is done on columns.
        kind: What it compares figures with; reports choose scores by it.
        needs: What it needs of the figures, for its manual page; the rule passes the same to
            `ScoringContext.check_needs`. None where it does not declare its needs.

    Hook: ``sendframe_scoring_rules``.
    """

    id: str
    title: str
    manual: str
    score: Callable[[ScoringContext], Score | Refusal]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
    score_all: Callable[[Sequence[ScoringContext]], Iterable[Score | Refusal]] | None = None
    needs: Needs | None = None
    kind: RuleKind = "other"
