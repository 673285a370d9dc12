"""Derived indicators: figures computed from other figures of the same area and period."""

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
    short_repr,
)

__all__ = ["DerivedContext", "DerivedIndicator"]

T = TypeVar("T")  # a class of options


@attrs.frozen
class DerivedContext:
    """All input of the formula of a derived indicator, for one period.

    Attributes:
        indicator: The indicator to compute: its unit, direction and decimals.
        period: The period.
        points: The figures that it needs, by id of their indicator; each has a value.
        options: Options from the portfolio, as the options class of the derived indicator.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.

    Hook: ``sendframe_indicators``.
    """

    __repr__ = short_repr

    indicator: Indicator
    period: Period
    points: Mapping[str, Point]
    options: object
    as_at: date
    made_by: str

    def value(self, indicator: str) -> float:
        """Return the figure of a needed indicator, unrounded.

        Raises:
            KeyError: The indicator is not declared under ``needs``.
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
        """Return a refusal to compute this figure.

        Args:
            reason: Why there is none, as one plain sentence.
        """
        return Refusal(
            rule=self.indicator.id,
            about=self.indicator.id,
            reason=reason,
            facts=tuple(point.fact for _, point in sorted(self.points.items())),
            made_by=self.made_by,
        )


@final
@attrs.frozen
class DerivedIndicator:
    """An indicator whose figures are computed from other figures of the same area and period.

    Its title, unit and direction are in an indicator set, like those of any other indicator: in
    the portfolio, or in a data document of the plug-in.

    Attributes:
        id: Id of the indicator.
        title: What it computes.
        manual: How it is computed, when it refuses, and the source of the formula.
        compute: The formula: a pure function, called once for each period; returns an unrounded
            figure.
        needs: Ids of the indicators whose published figures it needs; a period in which one of
            them has no figure is skipped.
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
