"""``portfolio.json``: which documents belong together, and how they are to be evaluated."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar

from ._area import AreaCode, ComparatorSet, LocalArea
from ._constraint import Length, RefersTo
from ._day import expired_on
from ._entity import Document, Entity
from ._frozen import EMPTY, FrozenMap, Json
from ._measure import IndicatorId
from ._period import Period
from ._text import Code, Id, Line, Text
from ._value import Value, value_class

__all__ = ["AcceptedException", "Manifest", "Monitored", "RuleChoice", "accepted_on"]

SubjectId = Annotated[Id, RefersTo(("priority", "criterion"))]
"""What a rule may be about beside an indicator."""


@value_class
class RuleChoice(Value):
    """A scoring rule chosen for an indicator, or for a priority or criterion.

    Attributes:
        indicator: The indicator.
        about: The priority or criterion, in place of an indicator.
        rule: Id of the rule.
        options: Options of the rule.

    Document: ``portfolio``.
    """

    indicator: IndicatorId | None = None
    about: SubjectId | None = None
    rule: Code
    options: FrozenMap[Json] = EMPTY

    def broken_rules(self) -> Iterable[tuple[str, str]]:
        if (self.indicator is None) == (self.about is None):
            yield "", 'needs exactly one of "indicator" and "about"'


@value_class
class Monitored(Value):
    """An indicator that an area watches, and what it informs there.

    Packaged definitions cannot name the plan of one area, and not every indicator belongs to a
    measure.

    Attributes:
        indicator: The indicator.
        area: Code of an area; absent for the area of the portfolio.
        informs: Priorities and criteria that it informs.
        limits_from: First period from which control limits are computed anew.

    Document: ``portfolio``.
    """

    indicator: IndicatorId
    area: AreaCode | None = None
    informs: tuple[SubjectId, ...] = ()
    limits_from: Period | None = None


@value_class
class AcceptedException(Entity):
    """A finding of the software that somebody has looked at and accepts for now.

    Attributes:
        code: Code of the check or discrepancy.
        about: Id of the thing it is about; absent for all of them.
        owner_role: Role that accepts it.
        reason: Why.
        expires_on: Last day it is accepted.

    Document: ``portfolio``.
    """

    code: Code
    about: Id | None = None
    owner_role: Line
    reason: Text
    expires_on: date


def accepted_on(
    exceptions: Iterable[AcceptedException], as_at: date
) -> frozenset[tuple[str, str | None]]:
    """Return code and subject of what is accepted on a day; None for the subject stands for all.

    Args:
        exceptions: The exceptions of one area.
        as_at: The day; on the day that an exception expires it still holds.
    """
    return frozenset(
        (exception.code, exception.about)
        for exception in exceptions
        if not expired_on(exception.expires_on, as_at)
    )


@value_class
class Manifest(Document):
    """The portfolio of one local area.

    Attributes:
        area: The local area.
        as_at: The day the portfolio is evaluated at; nothing reads a clock.
        notice: What every page made from it must say.
        documents: Its documents, by path relative to this file, with ``/`` between folders.
        comparator_sets: What the area is compared with.
        monitored: Indicators that the area watches, and what they inform.
        rules: Scoring rules chosen per indicator, priority or criterion.
        plugins: Names of the third-party plug-ins that may run on it, or of their distributions;
            none unless named.
        uses: Ids of the documents it takes in from plug-ins, such as a set of criteria.
        options: Options of checks, derived indicators, kinds of section and renderers, by their id;
            those of scoring
            rules stand under ``rules``.
        accepted_exceptions: Findings that are accepted for now.
        disclosure_policy: Name of the policy that decides which figures may be shown;
            ``cautious`` unless it is named.

    Document: ``portfolio``.
    """

    kind_of_thing: ClassVar[str] = "portfolio"

    area: LocalArea
    as_at: date | None = None
    notice: Text | None = None
    documents: Annotated[tuple[Line, ...], Length(0, 10_000)] = ()
    comparator_sets: tuple[ComparatorSet, ...] = ()
    monitored: tuple[Monitored, ...] = ()
    rules: tuple[RuleChoice, ...] = ()
    plugins: tuple[Code, ...] = ()
    uses: tuple[Id, ...] = ()
    options: FrozenMap[Json] = EMPTY
    accepted_exceptions: tuple[AcceptedException, ...] = ()
    disclosure_policy: Code | None = None
