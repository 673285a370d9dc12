"""Find figures that may be wrong: a decimal point out of place, a total entered as a month.

A doubt is a suspicion. The figure is scored and compared, and marked wherever it is printed. Checks
put it into words, and the tables of many areas mark it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Protocol, TypeVar

from sendframe.model import Indicator, Period, Point

from ._series import comparable_runs

__all__ = [
    "DOUBTS",
    "ENOUGH",
    "FEWEST_RATIO",
    "SLIPPED_DECIMAL",
    "TOTAL_KINDS",
    "TOTAL_TO_DATE",
    "power_of_ten",
    "slips_beside",
    "slips_in_run",
    "slips_in_series",
    "total_in_run",
    "totals_to_date",
]

SLIPPED_DECIMAL, TOTAL_TO_DATE = "SFR407", "SFR418"
"""Codes of the two checks that doubt single figures."""

DOUBTS = {
    SLIPPED_DECIMAL: "the decimal point may be out of place",
    TOTAL_TO_DATE: "it may be a total to date",
}
"""What each of the two takes a figure for, as a short phrase."""

FEWEST_RATIO, _MOST_RATIO = 6.0, 15.0
"""Smallest and largest ratio that counts as ten times."""

_POWERS = (1, 2, 3)
"""Powers of ten that are noticed: ten, a hundred and a thousand times."""

ENOUGH = 50.0
"""A count, or a count behind a rate, may vary sixfold where both are smaller than this."""

_USUAL = 3
"""In so many periods a difference of about ten times is how an area differs."""

_VARIES = 3.0
"""A series whose usual figures vary by more than this ratio may vary sixfold too."""

_NEAR = 10 / FEWEST_RATIO
"""A figure with its decimal point put right is at most this ratio from the usual ones."""

_DIGITS = 2.5
"""Fewest units of the last decimal place of the smaller figure, below which rounding decides."""

TOTAL_KINDS = ("month", "quarter", "snapshot")
"""Kinds of period in which a total to date may have been typed."""

_FIRST_MONTHS = (4, 9, 1)
"""First months of financial, academic and calendar years."""

_FEWEST = 4
"""Fewest figures of a year that show a total."""

_SMALLEST_TOTAL = 10.0
"""A smaller total may be a rise by chance."""

_LATE = 10
"""Days after which a total at the end of a month may be taken."""

_MONTHS = 12


class Counted(Protocol):
    """A figure or a benchmark, with its counts where it has some."""

    @property
    def value(self) -> float | None:
        """The figure."""

    @property
    def numerator(self) -> float | None:
        """Its numerator."""

    @property
    def denominator(self) -> float | None:
        """Its denominator."""


class Dated(Counted, Protocol):
    """A figure of an area, such as a `Point`."""

    @property
    def period(self) -> Period:
        """Its period."""

    @property
    def sound(self) -> float | None:
        """The figure, where there is one and it does not contradict itself."""


class Benchmark(Counted, Protocol):
    """A benchmark in one period, such as a `BenchmarkPoint`."""

    @property
    def figures(self) -> Sequence[float]:
        """The figures of the areas behind it; empty where they are not kept."""


F = TypeVar("F", bound=Dated)


def power_of_ten(first: float | None, second: float | None) -> int:
    """Return the power of ten by which two figures differ; 0 where they differ otherwise.

    Six to fifteen times counts as ten times.

    Args:
        first: A figure.
        second: The figure it is compared with.

    Returns:
        1 to 3 where *first* is the larger one, -1 to -3 where it is the smaller one.

    Examples:
        >>> power_of_ten(7.2, 71.5), power_of_ten(71.5, 0.676), power_of_ten(20.0, 60.0)
        (-1, 2, 0)
    """
    if not first or not second or first < 0 or second < 0:
        return 0
    ratio = first / second
    for power in _POWERS:
        low, high = FEWEST_RATIO * 10 ** (power - 1), _MOST_RATIO * 10 ** (power - 1)
        if low <= ratio <= high:
            return power
        if low * first <= second <= high * first:
            return -power
    return 0


def _follows_from_counts(indicator: Indicator, point: Counted) -> bool:
    return indicator.factor is not None and point.numerator is not None and bool(point.denominator)


def _power_in_series(indicator: Indicator, first: Counted, second: Counted) -> int:
    """Return the power of ten between two figures of an area beyond chance and rounding."""
    power = power_of_ten(first.value, second.value)
    if not power:
        return 0
    values = (first.value or 0.0, second.value or 0.0)
    if indicator.is_count:
        return power if max(values) >= ENOUGH else 0
    if _follows_from_counts(indicator, first) and _follows_from_counts(indicator, second):
        counts = (first.numerator or 0.0, second.numerator or 0.0)
        return power if max(counts) >= ENOUGH and power_of_ten(*counts) else 0
    return power if min(values) >= _DIGITS * 10.0**-indicator.decimals else 0


def slips_in_series(indicator: Indicator, points: Iterable[Point]) -> Iterator[tuple[Point, int]]:
    """Yield figures that differ by a power of ten from those before or after them.

    Args:
        indicator: The indicator, with the breaks in its series.
        points: The figures of one area, oldest first. Only those that may be compared with each
            other are.

    Yields:
        The figure, and the power of ten by which it is too large; negative where too small.
    """
    for run in comparable_runs(indicator, points):
        yield from slips_in_run(indicator, run)


def slips_in_run(indicator: Indicator, run: Sequence[F]) -> Iterator[tuple[F, int]]:
    """Yield figures that differ by a power of ten from those of a run that may be compared.

    Each jump by a power of ten leads to another height; the height with most figures, or else the
    first, is the usual one. A figure at another height has slipped if it would be as usual
    with its decimal point put right, and if usual figures do not vary widely themselves.
    """
    heights = [0]
    for before, point in pairwise(run):
        heights.append(heights[-1] + _power_in_series(indicator, point, before))
    times = Counter(heights)
    usual = max(times, key=times.__getitem__)
    values = [point.value or 0.0 for point in run]
    rest = [value for value, height in zip(values, heights, strict=True) if height == usual]
    low, high = min(rest), max(rest)
    if min(values) < 0 or high > _VARIES * low:
        return
    for point, value, height in zip(run, values, heights, strict=True):
        corrected = value / 10.0 ** (height - usual)
        if height != usual and low / _NEAR <= corrected <= high * _NEAR:
            yield point, height - usual


def slips_beside(
    indicator: Indicator,
    points: Iterable[F],
    method: str,
    benchmarks: Mapping[Period, Benchmark],
) -> Iterator[tuple[F, int]]:
    """Yield figures that differ by a power of ten from a benchmark of their period.

    Beside a benchmark of several areas a figure is noticed only outside the range of their figures,
    and not where these are not kept. A difference of about ten times that holds in three periods or
    more is how an area differs.

    Args:
        indicator: The indicator.
        points: The figures of one area, oldest first.
        method: How the benchmark was made; see `ComparatorSet`.
        benchmarks: The benchmark in each period.

    Yields:
        The figure, and the power of ten by which it is too large; negative where too small.
    """
    powers = [
        (point, _power_beside(indicator, point, method, benchmarks.get(point.period)))
        for point in points
    ]
    times = Counter(power for _point, power in powers)
    for point, power in powers:
        if power and not (abs(power) == 1 and times[power] >= _USUAL):
            yield point, power


def _power_beside(indicator: Indicator, point: Dated, method: str, other: Benchmark | None) -> int:
    """Return the power of ten between a figure and a benchmark of several areas or of one."""
    value = point.sound
    if other is None or value is None:
        return 0
    if _follows_from_counts(indicator, point) and _follows_from_counts(indicator, other):
        return 0
    if method != "single" and (
        not other.figures or min(other.figures) <= value <= max(other.figures)
    ):
        return 0
    return power_of_ten(value, other.value)


def totals_to_date(indicator: Indicator, points: Iterable[Point]) -> Iterator[tuple[Point, ...]]:
    """Yield the first year of each series of counts whose figures look like totals to date.

    From its first period on they only rise, by steps about as large as the first of them.

    Args:
        indicator: The indicator; only counts are looked at.
        points: The figures of one area, oldest first.

    Yields:
        The figures of the year.
    """
    if not indicator.is_count:
        return
    of_kind = [point for point in points if point.period.kind in TOTAL_KINDS]
    for run in comparable_runs(indicator, of_kind):
        year = total_in_run(run)
        if year:
            yield year


def total_in_run(run: Sequence[F]) -> tuple[F, ...]:
    """Return the first year of a run whose figures look like totals to date; empty for none."""
    for first_month in _FIRST_MONTHS:
        for year in _years(run, first_month):
            if _is_total(year):
                return tuple(year)
    return ()


def _month(period: Period) -> int:
    """Return the month of a figure, as a number; a snapshot of early May is of April."""
    day = period.first_day
    if period.kind == "snapshot":
        day -= timedelta(days=_LATE)
    return day.year * _MONTHS + day.month


def _years(run: Iterable[F], first_month: int) -> Iterator[list[F]]:
    """Yield the figures of each year, where they begin with its first month."""
    by_year: dict[int, list[F]] = {}
    for point in run:
        by_year.setdefault((_month(point.period) - first_month) // _MONTHS, []).append(point)
    for points in by_year.values():
        if (_month(points[0].period) - first_month) % _MONTHS == 0:
            yield points


def _is_total(points: Sequence[Counted]) -> bool:
    """Say whether figures rise by steps about as large as the first of them."""
    values = [point.value or 0.0 for point in points]
    steps = [after - before for before, after in pairwise(values)]
    first, last = values[0], values[-1]
    if len(values) < _FEWEST or min(steps) < 0 or first <= 0 or last < _SMALLEST_TOTAL:
        return False
    mean = (last - first) / len(steps)
    rises = sum(step > 0 for step in steps)
    return rises > len(steps) / 2 and mean / 2 <= first <= mean * 2
