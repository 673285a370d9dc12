"""The part of a context that every scoring rule receives, and how a rule returns its result."""

from abc import ABC, abstractmethod
from datetime import date
from typing import TypeVar

import attrs

from sendframe.model import Refusal, Score, SeriesLimits, Tone, chosen_options

from ._rule_kind import RuleKind

__all__ = ["RuleContext"]

T = TypeVar("T")  # a class of options


@attrs.frozen(kw_only=True)
class RuleContext(ABC):
    """The part of a context that is the same for every scoring rule.

    Attributes:
        rule: Id of the rule.
        options: Options from the portfolio, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.
        kind: What the rule compares figures with, as it declares.
    """

    rule: str
    options: object
    as_at: date
    made_by: str
    kind: RuleKind = "other"

    @property
    @abstractmethod
    def about(self) -> str:
        """Id of the indicator, priority or criterion to score."""

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
        limits: SeriesLimits | None = None,
    ) -> Score:
        """Return the rule's score of the indicator, priority or criterion.

        The fields are those of `sendframe.model.Score`.
        """
        return Score(
            rule=self.rule,
            about=self.about,
            band=band,
            label=label,
            shape=shape,
            tone=tone,
            statement=statement,
            formula=formula,
            source=source,
            facts=facts,
            made_by=self.made_by,
            kind=self.kind,
            limits=limits,
        )

    def refuse(self, reason: str, *facts: str, limits: SeriesLimits | None = None) -> Refusal:
        """Return the rule's refusal to score the indicator, priority or criterion.

        Args:
            reason: Why it is not scored, as one plain sentence.
            facts: Ids of the facts that the reason depends on.
            limits: Limits that a chart of the series shows although there is no score.
        """
        return Refusal(
            rule=self.rule,
            about=self.about,
            reason=reason,
            facts=facts,
            made_by=self.made_by,
            kind=self.kind,
            limits=limits,
        )
