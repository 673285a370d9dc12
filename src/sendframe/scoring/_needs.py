"""What a scoring rule cannot do without, so that it refuses by name where that is missing."""

from collections.abc import Iterator
from typing import Literal, final

import attrs

__all__ = ["Counts", "Needs", "counts_of"]

Counts = Literal["proportion", "events"]
"""Counts of a share, or events that happen at a rate."""

FEWEST_EVENTS = 10
"""With fewer events than this Byar's interval is too far from the exact one."""


@final
@attrs.frozen
class Needs:
    """What a rule cannot do without.

    Attributes:
        points: Fewest figures of comparable periods, the latest among them.
        direction: Whether one way must be better.
        settled: Whether the figures must stand as they are: none provisional beside others that
            are not, and none from a release older than one that restated others.

    Hook: ``sendframe_scoring_rules``.
    """

    points: int = 1
    direction: bool = False
    settled: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What is needed, in words, as the manual pages print it.

        Examples:
            >>> Needs(points=12, settled=True).words
            ('12 figures of comparable periods', 'a series that was not revised in part')
        """
        return tuple(self._words())

    def _words(self) -> Iterator[str]:
        if self.points > 1:
            yield f"{self.points} figures of comparable periods"
        elif self.points == 1:
            yield "a latest figure"
        if self.direction:
            yield "a direction that is better"
        if self.settled:
            yield "a series that was not revised in part"


def counts_of(
    numerator: float | None, denominator: float | None, kind: Counts = "proportion"
) -> tuple[int, int] | str:
    """Return what was counted and of how many, or why that cannot be used.

    Args:
        numerator: What was counted.
        denominator: Of what.
        kind: ``proportion`` where each counted case is one of the denominator; ``events`` where
            something happens at a rate, of which there must be at least ten.

    Examples:
        >>> counts_of(225.0, 333.0)
        (225, 333)
        >>> counts_of(0.0, 0.0)
        'The denominator is 0, so there is no rate.'
        >>> counts_of(9.0, 4000.0, "events")
        'There are 9 events, and it takes at least 10.'

    Source:
        PHEindicatormethods checks that events are no more than the denominator, that this is
        above 0, and that a rate rests on at least 10 events.
    """
    if denominator == 0:
        return "The denominator is 0, so there is no rate."
    if numerator is None or denominator is None:
        return "The counts behind the figure are not given."
    if not (numerator.is_integer() and denominator.is_integer() and numerator >= 0):
        return "The counts behind the figure are not whole."
    top, bottom = int(numerator), int(denominator)
    if kind == "proportion" and top > bottom:
        return "The counts behind the figure are not those of a proportion."
    if kind == "events" and top < FEWEST_EVENTS:
        return f"There are {top} events, and it takes at least {FEWEST_EVENTS}."
    return top, bottom
