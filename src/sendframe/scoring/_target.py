"""The target and the baseline of a measure, checked for the use of a rule."""

from math import isclose
from typing import final

import attrs

from sendframe.model import Direction, Measure, Period, TargetPosition, short_repr

__all__ = ["BaselineFigure", "RuleTarget"]


@final
@attrs.frozen
class BaselineFigure:
    """The baseline of a measure that the latest figure may be compared with.

    Attributes:
        value: The figure, in the indicator's unit.
        period: Its period.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    value: float
    period: Period


@final
@attrs.frozen
class RuleTarget:
    """A target with a number and a direction, which the latest figure may be compared with.

    Attributes:
        position: The target and the latest figure's distance from it.
        measure: The measure that it belongs to.
        direction: Which way is better, from the measure or else the indicator; never neutral.
        level: The level to reach; for a range the nearer end.
        gap: Distance of the latest figure from it, in the indicator's unit; 0 where it is reached.
        duty: What the law requires, where the target is a step below it; None where it is not.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    position: TargetPosition
    measure: Measure
    direction: Direction
    level: float
    gap: float
    duty: float | None = None

    def is_near(self, margin: float) -> bool:
        """Say whether the gap is no larger than a margin, apart from rounding."""
        return self.gap <= margin or isclose(self.gap, margin, rel_tol=1e-9)

    def margin(self, amount: float = 0.0, *, relative: bool = True) -> float:
        """Return the tolerance of the target in the indicator's unit.

        Args:
            amount: The tolerance to use where the measure has none of its own.
            relative: Whether *amount* is a percentage of the target and not in its unit.
        """
        tolerance = self.measure.tolerance
        if tolerance is not None:
            amount, relative = tolerance.amount, tolerance.kind == "relative"
        return abs(self.level) * amount / 100 if relative else amount

    def is_no_worse(self, value: float, other: float) -> bool:
        """Say whether a figure is at least as good as another one."""
        if self.direction == "range":
            return self._distance(value) <= self._distance(other)
        return value >= other if self.direction == "higher" else value <= other

    def _distance(self, value: float) -> float:
        low, high = self.position.low, self.position.high
        below = (value if low is None else low) - value
        above = value - (value if high is None else high)
        return max(0.0, below, above)
