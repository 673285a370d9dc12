"""Statutory clocks: when one starts, what stops it, how long it runs, and what excuses delay."""

import attrs

from ._column import CodeColumn, DayColumn
from ._expression import AS_AT, Condition, Day
from ._span import Span

__all__ = ["Clock"]


@attrs.frozen(eq=False)
class Clock:
    """A time limit of the law.

    Attributes:
        id: Its name.
        title: What must happen, and by when.
        source: The provision, with regulation and paragraph.
        start: The day from which it runs, not counted itself.
        stop: The day on which it was met.
        limit: How long it runs. None where the law names a day of the year.
        before: The day before which it must be met, where the law names one.
        exceptions: The column that says which permitted exception applies, and its codes.
    """

    id: str
    title: str
    source: str
    start: DayColumn
    stop: DayColumn
    limit: Span | None = None
    before: Day | None = None
    exceptions: tuple[CodeColumn, tuple[str, ...]] | None = None

    def __attrs_post_init__(self) -> None:
        if (self.limit is None) == (self.before is None):
            message = f"{self.id}: a clock has either a limit or a day before which it is met"
            raise ValueError(message)

    @property
    def met(self) -> Condition:
        """Whether it was met in time; unknown where either day is."""
        if self.before is not None:
            return self.stop < self.before
        return self.stop <= self.start + self._limit

    @property
    def due(self) -> Day:
        """The last day in time; where the law names a day, that day, which is too late."""
        return self.before if self.before is not None else self.start + self._limit

    @property
    def excepted(self) -> Condition:
        """Whether a permitted exception is recorded. Always true or false.

        Raises:
            ValueError: The law permits none.
        """
        if self.exceptions is None:
            message = f"{self.id}: the law permits no exception"
            raise ValueError(message)
        column, codes = self.exceptions
        return column.known & column.is_in(*codes)

    @property
    def open(self) -> Condition:
        """Whether it runs on the day that figures are about: started, and not stopped by then."""
        stopped = self.stop.known & (self.stop <= AS_AT)
        return (self.start <= AS_AT) & ~stopped

    @property
    def overdue(self) -> Condition:
        """Whether it runs on the day that figures are about, and the limit has passed."""
        passed = self.due < AS_AT if self.before is None else self.due <= AS_AT
        return self.open & passed

    @property
    def _limit(self) -> Span:
        assert self.limit is not None  # noqa: S101  # checked when it was made
        return self.limit
