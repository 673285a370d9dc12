"""Which points of a series are signals beyond random variation, and to which side."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from sendframe.figures import follows_of, why_points_not_comparable
from sendframe.model import Direction, Indicator, IndicatorResult, Refusal, Score, Tone
from sendframe.statistics import ControlLimits, SpecialCause, special_causes

__all__ = ["Signal", "limits_of", "signals_of"]


@attrs.frozen
class Signal:
    """A signal at a point.

    Attributes:
        tone: To which side; ``neutral`` where neither is better.
        is_outside: Whether it lies outside the limits; otherwise it is one of a run.
    """

    tone: Tone
    is_outside: bool


def limits_of(result: IndicatorResult) -> Score | Refusal | None:
    """Return the first result of a rule with limits from enough points; None where none has."""
    items: tuple[Score | Refusal, ...] = (*result.scores, *result.refusals)
    for item in items:
        if item.limits is not None and not item.limits.trial:
            return item
    return None


def signals_of(indicator: Indicator, result: IndicatorResult) -> tuple[Signal | None, ...]:
    """Return the signal at each point of a series; all None where no rule worked out limits."""
    signals: list[Signal | None] = [None] * len(result.points)
    item, latest = limits_of(result), result.latest
    if item is None or item.limits is None or latest is None:
        return tuple(signals)
    limits = item.limits
    values = {
        index: point.sound
        for index, point in enumerate(result.points)
        if point.sound is not None
        and (limits.since is None or point.period.first_day >= limits.since.first_day)
        and why_points_not_comparable(indicator, point, latest) is None
    }
    series = list(values.values())
    follows = follows_of([result.points[index].period for index in values])
    causes = special_causes(
        series,
        ControlLimits(
            points=len(series),
            mean=limits.mean,
            mean_range=None,
            lower=limits.lower,
            upper=limits.upper,
            trial=limits.trial,
        ),
        follows,
    )
    for place, (index, cause) in enumerate(zip(values, causes, strict=True)):
        if cause is not None:
            is_up = _is_up(cause, series, follows, place, limits.mean)
            signals[index] = Signal(_tone(result.direction, is_up=is_up), cause == "outside")
    return tuple(signals)


def _tone(direction: Direction | None, *, is_up: bool) -> Tone:
    if direction not in {"higher", "lower"}:
        return "neutral"
    return "better" if is_up == (direction == "higher") else "worse"


def _is_up(
    cause: SpecialCause, series: Sequence[float], follows: Sequence[bool], place: int, mean: float
) -> bool:
    """Return whether a signal is upwards: a rise, or a figure above the mean."""
    if cause != "trend":
        return series[place] > mean
    # None, which no step is equal to, where a period has no figure.
    rises = [
        after > before if is_step else None
        for (before, after), is_step in zip(pairwise(series), follows[1:], strict=True)
    ]
    beside = [
        step for step in (place - 1, place) if 0 <= step < len(rises) and rises[step] is not None
    ]
    longest = max(beside, key=lambda step: _run(rises, step))
    return bool(rises[longest])


def _run(rises: Sequence[bool | None], step: int) -> int:
    """Return the length of the run of equal steps around one of them."""
    start = end = step
    while start > 0 and rises[start - 1] == rises[step]:
        start -= 1
    while end < len(rises) - 1 and rises[end + 1] == rises[step]:
        end += 1
    return end - start + 1
