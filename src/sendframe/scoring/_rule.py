"""What a scoring rule is: about figures of an indicator, or about a priority or criterion."""

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
    """A rule that turns facts into a score, or refuses and says why.

    Attributes:
        id: Its id.
        title: What it is called.
        manual: What it does, when it refuses, and where it comes from.
        score: The rule itself: pure, and told everything.
        options: attrs class of its options.
        examples: Worked examples: a `ScoringContext`, and the `Score` or `Refusal` it gives.
        score_all: The same rule for many at once, in the same order: it gives what ``score``
            gives for each. It is called in place of ``score`` where a portfolio chose the rule
            for several indicators; worth having where the work is done on columns.
        kind: What it holds figures against; reports choose scores by it.
        needs: What it cannot do without, as its manual page prints it; the rule hands the same to
            `ScoringContext.lacks`. None where it does not say.

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
