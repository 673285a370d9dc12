"""What a figure means: numerator, denominator, unit, direction, and what misleads about it."""

from typing import Annotated, ClassVar, Literal

from ._constraint import LARGEST_INTEGER, Range
from ._entity import Document, Entity, Source
from ._frozen import FrozenMap
from ._measure import Direction, IndicatorId
from ._period import Period
from ._text import Code, Line, Text
from ._value import Value, value_class

__all__ = [
    "ColumnsInRelease",
    "ComparabilityBreak",
    "Indicator",
    "IndicatorSet",
    "StatutoryStandard",
]


@value_class
class ColumnsInRelease(Value):
    """Where a release keeps the figures of an indicator.

    Attributes:
        release: The release.
        file: File of the release.
        numerator: Column of the numerator.
        denominator: Column, or columns, of the denominator.
        value: Column of the published value.

    Document: ``indicator-set``.
    """

    release: Line
    file: Line | None = None
    numerator: Line | None = None
    denominator: Line | None = None
    value: Line | None = None


@value_class
class ComparabilityBreak(Value):
    """A point from which figures must not be compared with those before.

    Attributes:
        first_period: First period on the new footing.
        reason: What changed.

    Document: ``indicator-set``.
    """

    first_period: Period
    reason: Text


@value_class
class StatutoryStandard(Value):
    """What the law asks.

    Attributes:
        statement: The duty.
        source: The law.
        level: The duty as a level in the indicator's unit, where it is one.
        duty: Code of the duty, such as ``final-plan``; an entitlement with the same code says
            what can be done where it is not kept.

    Document: ``indicator-set``.
    """

    statement: Text
    source: Source
    level: float | None = None
    duty: Code | None = None


@value_class
class Indicator(Entity):
    """A figure with its meaning.

    Attributes:
        title: Its title.
        short_title: The same in a few words, for tables.
        definition: What it says.
        numerator: What is counted.
        denominator: What is in the denominator; always printed with the figure.
        unit: Such as ``percent``, ``count``, ``weeks`` or ``pounds``.
        unit_text: What is printed after the number, such as "%"; may be a word.
        factor: Number that numerator divided by denominator is multiplied by; 100 for per cent.
        direction: Which way is better. Absent where the source does not state it and its author
            does not know: then nothing is rated or coloured, as where it is ``neutral``, and
            reports print that it is not stated.
        statutory_standard: What the law requires.
        period_type: Type of the periods of its series.
        publisher: Who publishes it.
        dataset: In which dataset.
        columns: Where, release by release.
        frequency: How often.
        series_status: Published figures and management information are never joined. Without it
            figures are read as published ones and kept as close as management information.
        counts_of: What its counts are of: ``people``, ``things`` or ``money``. Without it they
            count people, so that disclosure control covers them.
        numerator_is: The indicator whose figure is this one's numerator.
        denominator_is: The indicator whose figure is this one's denominator.
        sum_of: Indicators whose counts add up to this one's, where nothing is counted twice. What
            is left over is taken as a count of its own. Of a rate its numerator is meant.
        adds_up: How the parts by each dimension relate to their total: ``whole`` where they come to
            it, ``leaves-a-remainder`` where some are in no part, ``overlaps`` where some are in
            several. Without it the figures decide.
        steps_of: The indicator that counts the same over other periods, such as the months of a
            year to date: each can be worked out from the other.
        who_is_in_it: Who its figures are about, such as ``with-a-plan``, ``sen-support`` or
            ``all-children``: nearly every figure of the field is about children with a plan only.
        statistic: What is taken of a distribution, such as ``median`` or ``percentile-95`` of waits
            in weeks; absent for counts, shares and means.
        may_exceed: Whether a share may be above the whole, such as plans ceased of plans begun.
        averaged: Whether its counts are averages of several days or months, which may be fractions
            of a person, such as three-month averages of 16- and 17-year-olds.
        counts_rounded_to: What its counts are rounded to by their publisher, such as 100 for
            national cohorts. A figure may then differ from the rate of its counts by as much as the
            rounding allows.
        cohort_basis: Such as ``snapshot``, ``in-the-year`` or ``same-cohort-followed``.
        sampled: Whether the figures come from people asked or cases looked at, as in a survey or
            an audit. Then evidence names the indicator and says who they were; without that, and
            where they chose themselves, nothing is computed from more than one figure.
        gap_of: The two groups, for a gap between them.
        shown_with: Indicators without which it misleads.
        breaks: Points across which it must not be compared.
        caveats: What a reader must know.
        decimals: Decimal places shown.
        suppression: How the publisher suppresses.

    Document: ``indicator-set``.
    """

    kind_of_thing: ClassVar[str] = "indicator"

    title: Text
    short_title: Text | None = None
    definition: Text | None = None
    numerator: Line | None = None
    denominator: Line | None = None
    unit: Code
    unit_text: Line | None = None
    factor: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    direction: Direction | None = None
    statutory_standard: StatutoryStandard | None = None
    period_type: Code | None = None
    publisher: Line | None = None
    dataset: Line | None = None
    columns: tuple[ColumnsInRelease, ...] = ()
    frequency: Code | None = None
    series_status: Literal["published", "management_information"] | None = None
    counts_of: Literal["people", "things", "money"] | None = None
    numerator_is: IndicatorId | None = None
    denominator_is: IndicatorId | None = None
    sum_of: tuple[IndicatorId, ...] = ()
    adds_up: FrozenMap[Literal["whole", "leaves-a-remainder", "overlaps"]] = FrozenMap()
    steps_of: IndicatorId | None = None
    who_is_in_it: Code | None = None
    statistic: Code | None = None
    may_exceed: bool = False
    averaged: bool = False
    counts_rounded_to: Annotated[float, Range(0, LARGEST_INTEGER)] | None = None
    cohort_basis: Code | None = None
    sampled: bool = False
    gap_of: tuple[Line, ...] = ()
    shown_with: tuple[IndicatorId, ...] = ()
    breaks: tuple[ComparabilityBreak, ...] = ()
    caveats: tuple[Text, ...] = ()
    decimals: Annotated[int, Range(0, 6)] = 1
    suppression: Line | None = None

    @property
    def is_share(self) -> bool:
        """Whether its figures are parts of a whole: never below none of it or above all of it."""
        return self.unit in ("percent", "share")

    @property
    def is_count(self) -> bool:
        """Whether its figures are counts, which grow with the size of an area.

        A unit that is neither a share nor a rate, an amount, a score or a span of time names what
        is counted, such as ``children`` or ``plans``.
        """
        return self.unit == "count" or (self.factor is None and self.unit not in _NO_COUNTS)

    @property
    def count_margin(self) -> float:
        """How far a printed count may be from the exact one: half of what it is rounded to.

        Averages are printed as whole numbers unless `counts_rounded_to` says otherwise.
        """
        return (self.counts_rounded_to or float(self.averaged)) / 2

    @property
    def counts_people(self) -> bool:
        """Whether its counts are of people, which they are unless it says otherwise."""
        return self.counts_of in (None, "people")


_NO_COUNTS = frozenset(
    (
        "percent", "percentage-points", "share", "rate", "ratio", "score", "index", "pounds",
        "days", "weeks", "months", "years", "hours", "minutes",
    )
)  # fmt: skip
"""Units that are no counts: two areas of different size may be compared by them."""


@value_class
class IndicatorSet(Document):
    """Indicators that belong together.

    Attributes:
        publisher: Who keeps the set.
        indicators: The indicators.

    Document: ``indicator-set``.
    """

    kind_of_thing: ClassVar[str] = "indicator-set"

    publisher: Line | None = None
    indicators: tuple[Indicator, ...] = ()
