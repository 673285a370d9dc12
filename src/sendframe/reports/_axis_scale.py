"""The scale of an axis: its range, its ticks and their labels."""

import math
from collections.abc import Iterable

import attrs

from ._visible_text import visible_text

__all__ = ["AxisScale", "finite"]

_LARGEST = 1e300  # so that a difference of two figures stays a number
_SMALLEST = 1e-280
_HUNDRED = 100.0


def finite(value: float | None) -> float | None:
    """Return a figure within the range of an axis; None if it is missing, infinite or NaN."""
    if value is None or not math.isfinite(value):
        return None
    return min(max(value, -_LARGEST), _LARGEST)


@attrs.frozen
class AxisScale:
    """A range of figures that fits a chart.

    Attributes:
        low: Lowest figure of the axis.
        high: Highest figure of the axis; above *low*.
        step: Difference between two ticks.
        unit: Unit of the figures; "%" is printed after each tick.
    """

    low: float
    high: float
    step: float
    unit: str

    @classmethod
    def around(cls, values: Iterable[float], unit: str, *, ticks: int = 5) -> "AxisScale":
        """Return a scale that covers all values.

        It starts at nought for percentages and wherever the figures do not lie close together
        far from it; it does not pass 100 % unless a figure does.
        """
        low, high = _range(tuple(values), unit)
        rough = (high - low) / max(ticks - 1, 1)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next((m * power for m in (1, 2, 2.5, 5) if m * power >= rough * 0.999), 10 * power)
        first = math.floor(low / step + 1e-9)
        if 0 < first * step > low - step / 2:
            first -= 1  # space below the lowest figure, where the axis does not start at nought
        last = max(math.ceil(high / step - 1e-9), first + 1)
        ceiling = last * step
        if unit == "%" and high <= _HUNDRED < ceiling:
            ceiling = _HUNDRED
        return cls(first * step, ceiling, step, unit)

    @property
    def hides_nought(self) -> bool:
        """Whether nought lies outside the range, so that the axis needs a note."""
        return self.low > 0 or self.high < 0

    def note(self) -> str:
        """Return the note of the axis: its unit, and that it does not start at nought."""
        unit = "" if self.unit == "%" else visible_text(self.unit)
        if not self.hides_nought:
            return unit
        warning = "this axis does not start at 0"
        return f"{unit} ({warning})" if unit else warning.capitalize()

    def share(self, value: float) -> float:
        """Return the place of a value, from 0 at the low end to 1 at the high end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def is_base(self, tick: float) -> bool:
        """Whether a tick is nought or, where nought is not shown, the low end."""
        base = self.low if self.hides_nought else 0.0
        return abs(tick - base) < self.step / 1e6

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return the ticks with their labels, the lowest first."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        values = (self.low + index * self.step for index in range(count + 1))
        return tuple((value, self._label(value)) for value in values)

    def _label(self, value: float) -> str:
        value = 0.0 if abs(value) < self.step / 1e6 else value
        if max(abs(self.low), abs(self.high)) >= 1e15 or self.step < 1e-6:  # noqa: PLR2004  # beyond, digits are cut
            text = f"{value:.3g}"
        else:
            places = next((n for n in range(7) if _is_whole(self.step * 10**n)), 7)
            text = f"{value:,.{places}f}"
        return text.replace("-", "\N{MINUS SIGN}") + ("%" if self.unit == "%" else "")


def _range(values: tuple[float, ...], unit: str) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    far = max(abs(low), abs(high))
    if far < _SMALLEST:
        return 0.0, _HUNDRED if unit == "%" else 5.0
    if unit == "%" or high - low < far * 1e-6 or high - low > far * 0.3:
        low, high = min(low, 0.0), max(high, 0.0)
    return low, high


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 * max(1.0, abs(value))
