"""What a derived indicator is: figures worked out from other figures, period by period."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar, final

import attrs

from sendframe.model import (
    Example,
    Indicator,
    NoOptions,
    Period,
    Point,
    Refusal,
    chosen_options,
)

__all__ = ["DerivedContext", "DerivedIndicator"]

T = TypeVar("T")  # a class of options


@attrs.frozen
class DerivedContext:
    """Everything that is known where one figure is worked out. Nothing else is read.

    Attributes:
        indicator: The indicator that is worked out: its unit, direction and decimals.
        period: The period.
        points: The figures that it needs, by id of their indicator; each has a value.
        options: What the portfolio chose, as the options class of the derived indicator.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Hook: ``sendframe_indicators``.
    """

    indicator: Indicator
    period: Period
    points: Mapping[str, Point]
    options: object
    as_at: date
    made_by: str

    def value(self, indicator: str) -> float:
        """Return the figure of an indicator that is needed, unrounded.

        Raises:
            KeyError: It is none of those that were declared under ``needs``.
        """
        value = self.points[indicator].value
        assert value is not None  # noqa: S101  # a point without a value is refused before
        return value

    def chosen(self, options: type[T]) -> T:
        """Return the options, typed.

        Raises:
            TypeError: The derived indicator declared another options class.
        """
        return chosen_options(self.options, options, self.indicator.id)

    def refuse(self, reason: str) -> Refusal:
        """Return a refusal to work out this figure.

        Args:
            reason: Why there is none, as one plain sentence.
        """
        return Refusal(
            rule=self.indicator.id,
            about=self.indicator.id,
            reason=reason,
            facts=tuple(each.fact for _, each in sorted(self.points.items())),
            made_by=self.made_by,
        )


@final
@attrs.frozen
class DerivedIndicator:
    """Figures that are worked out from other figures of the same area and period.

    What it is called, its unit and its direction stand in an indicator set, as those of any other
    indicator: in the portfolio, or in a data document of the plug-in. This says how its figures
    come about.

    Attributes:
        id: Id of the indicator whose figures it works out.
        title: What it works out.
        manual: How, when it refuses, and where the formula comes from.
        compute: The formula: pure, and told everything. Called once a period, unrounded.
        needs: Ids of the indicators whose published figures it needs; a period in which one has
            no figure is left without.
        options: attrs class of its options.
        examples: Worked examples: a `DerivedContext`, and the number or `Refusal` it gives.

    Hook: ``sendframe_indicators``.
    """

    id: str
    title: str
    manual: str
    compute: Callable[[DerivedContext], float | Refusal]
    needs: tuple[str, ...]
    options: type = NoOptions
    examples: tuple[Example, ...] = ()
