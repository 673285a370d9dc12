"""What a measure aims for, as a rule needs it: one level, one direction, one tolerance."""

from math import isclose
from typing import final

import attrs

from sendframe.model import Direction, Measure, Period, TargetPosition

__all__ = ["Aim", "Start"]


@final
@attrs.frozen
class Start:
    """Where a measure starts.

    Attributes:
        value: The level, in the indicator's unit.
        period: When it was so.

    Hook: ``sendframe_scoring_rules``.
    """

    value: float
    period: Period


@final
@attrs.frozen
class Aim:
    """A target with a number, and which way is better.

    Attributes:
        position: Where the latest figure stands to the target.
        measure: The measure it belongs to.
        direction: Which way is better, as the measure or else the indicator says; never neutral.
        level: The end of the target that is to be reached; of a range the nearer end.
        gap: How far the latest figure is from it, in the indicator's unit; 0 inside it.

    Hook: ``sendframe_scoring_rules``.
    """

    position: TargetPosition
    measure: Measure
    direction: Direction
    level: float
    gap: float

    def is_near(self, margin: float) -> bool:
        """Say whether the latest figure is off by no more than a margin, but for rounding."""
        return self.gap <= margin or isclose(self.gap, margin, rel_tol=1e-9)

    def margin(self, amount: float = 0.0, *, relative: bool = True) -> float:
        """Return how far off still counts as near, in the indicator's unit.

        Args:
            amount: The distance that counts where the measure has no tolerance of its own.
            relative: Whether *amount* is per cent of the target, and no points.
        """
        tolerance = self.measure.tolerance
        if tolerance is not None:
            amount, relative = tolerance.amount, tolerance.kind == "relative"
        return abs(self.level) * amount / 100 if relative else amount

    def is_no_worse(self, value: float, other: float) -> bool:
        """Say whether a figure is at least as good as another."""
        if self.direction == "range":
            return self._off(value) <= self._off(other)
        return value >= other if self.direction == "higher" else value <= other

    def _off(self, value: float) -> float:
        low, high = self.position.low, self.position.high
        below = low - value if low is not None else 0.0
        above = value - high if high is not None else 0.0
        return max(below, above, 0.0)
