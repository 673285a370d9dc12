"""The scale of an axis: its range, its ticks and their labels."""

import math
from collections.abc import Iterable

import attrs

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
    """A range of figures that fits a chart; 0 always lies in it.

    Attributes:
        low: Lowest figure of the axis.
        high: Highest figure of the axis; above *low*.
        step: Difference between two ticks.
        unit: Unit of the figures; "%" is printed after the highest tick.
    """

    low: float
    high: float
    step: float
    unit: str

    @classmethod
    def around(cls, values: Iterable[float], unit: str, *, ticks: int = 5) -> "AxisScale":
        """Return a scale that covers 0 and all values.

        It does not pass 100 % unless a figure does.
        """
        low, high = _range(tuple(values), unit)
        rough = (high - low) / max(ticks - 1, 1)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next((m * power for m in (1, 2, 2.5, 5) if m * power >= rough * 0.999), 10 * power)
        first = math.floor(low / step + 1e-9)
        last = max(math.ceil(high / step - 1e-9), first + 1)
        ceiling = last * step
        if unit == "%" and high <= _HUNDRED < ceiling:
            ceiling = _HUNDRED
        return cls(first * step, ceiling, step, unit)

    def share(self, value: float) -> float:
        """Return the place of a value, from 0 at the low end to 1 at the high end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)

    def is_base(self, tick: float) -> bool:
        """Whether a tick is nought."""
        return abs(tick) < self.step / 1e6

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Return the ticks with their labels, the lowest first."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        values = [self.low + index * self.step for index in range(count + 1)]
        unit = "\N{NARROW NO-BREAK SPACE}%" if self.unit == "%" else ""
        return tuple(
            (value, self._label(value) + (unit if value == values[-1] else "")) for value in values
        )

    def _label(self, value: float) -> str:
        value = 0.0 if self.is_base(value) else value
        if max(abs(self.low), abs(self.high)) >= 1e15 or self.step < 1e-6:  # noqa: PLR2004  # beyond, digits are cut
            text = f"{value:.3g}"
        else:
            places = next((n for n in range(7) if _is_whole(self.step * 10**n)), 7)
            text = f"{value:,.{places}f}"
        return text.replace("-", "\N{MINUS SIGN}")


def _range(values: tuple[float, ...], unit: str) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    if max(abs(low), abs(high)) < _SMALLEST:
        return 0.0, _HUNDRED if unit == "%" else 5.0
    return min(low, 0.0), max(high, 0.0)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < 1e-6 * max(1.0, abs(value))
