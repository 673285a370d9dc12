"""What a scoring rule needs of the figures it scores."""

from collections.abc import Iterator
from typing import Literal, final

import attrs

from sendframe.language import gettext as _

__all__ = ["CountKind", "Needs", "usable_counts"]

CountKind = Literal["proportion", "events"]
"""``proportion``: cases out of a total. ``events``: occurrences at a rate."""

FEWEST_EVENTS = 10
"""With fewer events than this Byar's interval is too far from the exact one."""


@final
@attrs.frozen
class Needs:
    """What a rule needs of the figures it scores.

    Attributes:
        points: Fewest figures of comparable periods, including the latest.
        direction: Whether higher or lower must be better.
        settled: Whether no figure may be provisional while others are final, and none may come
            from an older release than one that restated others.

    Hook: ``sendframe_scoring_rules``.
    """

    points: int = 1
    direction: bool = False
    settled: bool = False

    @property
    def requirements(self) -> tuple[str, ...]:
        """The needs as text, as manual pages print them.

        Examples:
            >>> Needs(points=12, settled=True).requirements
            ('12 figures of comparable periods', 'a series that was not revised in part')
        """
        return tuple(self._requirements())

    def _requirements(self) -> Iterator[str]:
        if self.points > 1:
            yield _("{number} figures of comparable periods", number=self.points)
        elif self.points == 1:
            yield _("a latest figure")
        if self.direction:
            yield _("a direction that is better")
        if self.settled:
            yield _("a series that was not revised in part")


def usable_counts(
    numerator: float | None, denominator: float | None, kind: CountKind = "proportion"
) -> tuple[int, int] | str:
    """Return numerator and denominator as integers, or why they cannot be used.

    Args:
        numerator: Number of cases or events.
        denominator: Number of people or things that they are of.
        kind: ``proportion`` where each case is one of the denominator; ``events`` where something
            happens at a rate, of which there must be at least ten.

    Examples:
        >>> usable_counts(225.0, 333.0)
        (225, 333)
        >>> usable_counts(0.0, 0.0)
        'The denominator is 0, so there is no rate.'
        >>> usable_counts(9.0, 4000.0, "events")
        'There are 9 events, and it takes at least 10.'

    Source:
        PHEindicatormethods checks that events are no more than the denominator, that this is
        above 0, and that a rate rests on at least 10 events.
    """
    if denominator == 0:
        return _("The denominator is 0, so there is no rate.")
    if numerator is None or denominator is None:
        return _("The counts behind the figure are not given.")
    if not (numerator.is_integer() and denominator.is_integer() and numerator >= 0):
        return _("The counts behind the figure are not whole.")
    events, total = int(numerator), int(denominator)
    if kind == "proportion" and events > total:
        return _("The counts behind the figure are not those of a proportion.")
    if kind == "events" and events < FEWEST_EVENTS:
        return _(
            "There are {events} events, and it takes at least {least}.",
            events=events,
            least=FEWEST_EVENTS,
        )
    return events, total
