"""The series of one area: figures that may be compared, the change, the trend."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, final

import attrs

from ._comparable import Apart, comparable, of_one_series
from ._figure import Figure

__all__ = ["SHORTEST_TREND", "Series", "Trend", "trend"]

SHORTEST_TREND = 3
"""Fewer comparable figures than this say nothing about a direction."""

Trend = Literal["rising", "falling", "level", "mixed"]


@final
@attrs.frozen
class Series:
    """The figures of one area that may be compared with its latest, and those that may not.

    Attributes:
        figures: Those of the same footing, oldest first, the latest among them; one of them may
            have a symbol in place of a number, or contradict itself.
        left_out: The others, oldest first, each with the reason.
    """

    figures: tuple[Figure, ...] = ()
    left_out: tuple[tuple[Figure, Apart], ...] = ()

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Series":
        """Divide the figures of one area, oldest first, into those comparable with the latest."""
        known = tuple(figures)
        if not known:
            return cls()
        pairs = [(figure, of_one_series(figure, known[-1])) for figure in known[:-1]]
        return cls(
            figures=(*(figure for figure, apart in pairs if apart is None), known[-1]),
            left_out=tuple((figure, apart) for figure, apart in pairs if apart is not None),
        )

    @property
    def latest(self) -> Figure | None:
        """The latest figure, which may be a symbol; None where there is none."""
        return self.figures[-1] if self.figures else None

    @property
    def sound(self) -> tuple[Figure, ...]:
        """The figures that have a number and do not contradict themselves."""
        return tuple(figure for figure in self.figures if figure.sound is not None)

    @property
    def last_two(self) -> tuple[Figure, Figure] | None:
        """The latest figure and the one before, where both may be compared."""
        if not self.figures[1:]:
            return None
        before, after = self.figures[-2:]
        both = before.value is not None and after.value is not None
        return (before, after) if both and comparable(before, after) is None else None

    @property
    def older(self) -> tuple[Figure, ...]:
        """The figures from a release older than one that restated another of them.

        A figure is restated where a later release gives another one for the same period. What
        comes from a release before that one was not looked at again, so that the two need not be
        on one footing.
        """
        restating = [_release_order(figure) for figure in self._all if figure.restated]
        if not restating:
            return ()
        newest = max(restating)
        return tuple(figure for figure in self.figures if _release_order(figure) < newest)

    @property
    def _all(self) -> tuple[Figure, ...]:
        return (*(figure for figure, _ in self.left_out), *self.figures)


def _release_order(figure: Figure) -> tuple[date, str]:
    return figure.published_on or date.min, figure.release or ""


def trend(values: Sequence[float]) -> Trend | None:
    """Return which way comparable figures have gone, all of them together.

    Args:
        values: The figures, oldest first.

    Returns:
        None of fewer than three figures.

    Examples:
        >>> trend([52.4, 67.6, 53.4]), trend([1.0, 1.0, 2.0]), trend([1.0, 2.0])
        ('mixed', 'rising', None)
    """
    if len(values) < SHORTEST_TREND:
        return None
    steps = [two - one for one, two in pairwise(values)]
    if all(step == 0 for step in steps):
        return "level"
    if all(step >= 0 for step in steps):
        return "rising"
    if all(step <= 0 for step in steps):
        return "falling"
    return "mixed"
