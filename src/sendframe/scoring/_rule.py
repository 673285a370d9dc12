"""What a scoring rule is, and everything it is told."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar, final

import attrs

from sendframe.model import (
    Comparison,
    Example,
    Indicator,
    Measure,
    NoOptions,
    Point,
    Refusal,
    Score,
    TargetPosition,
    Tone,
    chosen_options,
)

__all__ = ["ScoringContext", "ScoringRule"]

T = TypeVar("T")  # a class of options


@attrs.frozen
class ScoringContext:
    """Everything a rule is told. It reads nothing else: no clock, no file, no network.

    Attributes:
        rule: Id of the rule.
        indicator: The indicator.
        points: The area's comparable series up to the latest figure, oldest first; points
            across a comparability break are not in it.
        latest: The latest point, which has a figure or a symbol; None where there is none.
        targets: Where the latest figure stands to each target.
        measures: The measures those targets belong to, by position.
        comparisons: Benchmarks for the latest period.
        options: What the portfolio chose, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.
    """

    rule: str
    indicator: Indicator
    points: tuple[Point, ...]
    latest: Point | None
    targets: tuple[TargetPosition, ...]
    measures: tuple[Measure, ...]
    comparisons: tuple[Comparison, ...]
    options: object
    as_at: date
    made_by: str

    def chosen(self, options: type[T]) -> T:
        """Return the options, typed.

        Raises:
            TypeError: The rule declared another options class.
        """
        return chosen_options(self.options, options, self.rule)

    def score(  # noqa: PLR0913  # a score has this many parts
        self,
        *,
        band: str,
        label: str,
        tone: Tone,
        statement: str,
        formula: str,
        source: str,
        shape: str = "circle",
        facts: tuple[str, ...] = (),
    ) -> Score:
        """Return a score of this rule about this indicator.

        The fields are those of `sendframe.model.Score`.
        """
        return Score(
            rule=self.rule,
            about=self.indicator.id,
            band=band,
            label=label,
            shape=shape,
            tone=tone,
            statement=statement,
            formula=formula,
            source=source,
            facts=facts,
            made_by=self.made_by,
        )

    def refuse(self, reason: str, *facts: str) -> Refusal:
        """Return a refusal of this rule about this indicator.

        Args:
            reason: Why it is not scored, as one plain sentence.
            facts: Ids of the facts the reason rests on.
        """
        return Refusal(
            rule=self.rule,
            about=self.indicator.id,
            reason=reason,
            facts=facts,
            made_by=self.made_by,
        )


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
    """

    id: str
    title: str
    manual: str
    score: Callable[[ScoringContext], Score | Refusal]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
    score_all: Callable[[Sequence[ScoringContext]], Iterable[Score | Refusal]] | None = None
