"""The formulas over whole columns: many areas, periods and indicators at once.

An engine is one way of doing that. All give the same numbers, to the last bit: each number is
made by the same few operations that IEEE 754 rounds correctly (sums are rounded once, as
`math.fsum` does), in the same order as in the forms for single figures.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

from ._standing import Band

__all__ = ["Averages", "Column", "Engine", "EngineName", "Funnels", "Limits", "Standings"]

EngineName: TypeAlias = Literal["numpy", "python"]

Numbers: TypeAlias = "list[float | None]"

Column: TypeAlias = Any
"""Numbers in the form an engine works with: a list, or what its `Engine.numbers` returns."""


class Standings(NamedTuple):
    """Where each figure stands in its group, as columns.

    Attributes:
        rank: Its place, 1 for the best; None where no way is better.
        among: How many figures its group has.
        band: Its quarter; None where no way is better, or where there are no quarters.
    """

    rank: list[int | None]
    among: list[int]
    band: list[Band | None]


class Averages(NamedTuple):
    """What the areas that each figure is compared with have together, as columns.

    Attributes:
        mean: Plain mean of their figures; None where none of them has one.
        areas: How many have one.
        missing: Names of those without a figure.
        pooled: All counts together; None where none of them has counts.
        counted: How many have counts.
        uncounted: Names of those without counts.
    """

    mean: Numbers
    areas: list[int]
    missing: list[tuple[str, ...]]
    pooled: Numbers
    counted: list[int]
    uncounted: list[tuple[str, ...]]


class Limits(NamedTuple):
    """The XmR limits of each series, as columns; see `xmr_limits`.

    Attributes:
        points: How many figures they rest on.
        mean: The mean.
        mean_range: The mean step from one figure to the next; None of one figure.
        lower: The lower limit; None of one figure.
        upper: The upper limit; None of one figure.
        trial: True below twelve points.
    """

    points: list[int]
    mean: list[float]
    mean_range: Numbers
    lower: Numbers
    upper: Numbers
    trial: list[bool]


class Funnels(NamedTuple):
    """The funnel of each group of areas, as columns; see `funnel_limits` and `overdispersion`.

    Attributes:
        baseline: The share of all areas of its group together, for each area; None where there
            is none between 0 and 1, or the area has no counts of a share.
        lower: The lower limit at 95 per cent.
        upper: The upper limit at 95 per cent.
        far_lower: The lower limit at 99.8 per cent.
        far_upper: The upper limit at 99.8 per cent.
        measure: How much further areas lie apart than by chance, one number a group; None of
            fewer than two areas.
    """

    baseline: Numbers
    lower: Numbers
    upper: Numbers
    far_lower: Numbers
    far_upper: Numbers
    measure: Numbers


class Engine(Protocol):
    """The formulas over columns. All columns of one call are equally long."""

    @property
    def name(self) -> EngineName:
        """Which engine it is."""

    def numbers(self, column: Sequence[float | None]) -> Column:
        """Return numbers in the form that this engine works with, so that it is made only once."""

    def coded(self, codes: Mapping[Any, int], things: Iterable[object]) -> Column:
        """Return the whole number of each thing, from 0; -1 for a thing that has none."""

    def listed(self, column: Column) -> list[Any]:
        """Return numbers, none of them missing, as a list."""

    def taken(self, column: Column, rows: Column) -> Column:
        """Return some rows of a column."""

    def sound(self, *columns: Column) -> Column:
        """Return the rows in which no column of whole numbers is below 0."""

    def known(self, column: Column) -> Column:
        """Return the rows in which there is a number."""

    def arranged(self, *columns: Column) -> tuple[Column, list[int]]:
        """Return the rows in the order of one or more columns of whole numbers from 0.

        Rows that are alike keep their order.

        Returns:
            The rows, and where in them each run of rows that are alike begins, with the number of
            rows at the end.
        """

    def starts(self, *columns: Column) -> list[int]:
        """Return where each run of rows that are alike begins, and the number of rows at the end."""

    def rates(
        self, values: Column, numerators: Column, denominators: Column, factors: Column
    ) -> Column:
        """Return each rate from its counts; the figure as given where it has none.

        Args:
            values: The figures as given.
            numerators: What was counted.
            denominators: Of what.
            factors: What a quotient is multiplied by; None for figures that are no quotient.
        """

    def intervals(
        self, numerators: Column, denominators: Column, factors: Column
    ) -> tuple[Numbers, Numbers]:
        """Return the 95 per cent Wilson interval of each share, multiplied by its factor.

        Returns:
            Lower and upper bounds; None where the counts are not those of a share, which are
            whole, and the numerator no more than a denominator of at least 1.
        """

    def standings(
        self, figures: Column, starts: Sequence[int], directions: Sequence[str]
    ) -> Standings:
        """Return where each figure stands in its group.

        Args:
            figures: The figures, group by group.
            starts: Row in which each group begins, and the number of rows at the end.
            directions: Which way is better, for each group.
        """

    def averages(  # noqa: PLR0913  # told everything
        self,
        figures: Column,
        numerators: Column,
        denominators: Column,
        factors: Column,
        starts: Sequence[int],
        areas: Column,
        members: Sequence[tuple[int, ...]],
        names: Sequence[str],
    ) -> Averages:
        """Return what the areas that each figure is compared with have together.

        Args:
            figures: The figures, group by group, and by ascending area within a group.
            numerators: What was counted.
            denominators: Of what.
            factors: What a quotient is multiplied by; None for figures that are no quotient.
            starts: Row in which each group begins, and the number of rows at the end.
            areas: Number of the area of each figure.
            members: For each area, by its number, those it is compared with.
            names: What each area is called, by its number.
        """

    def differences(
        self, numerators: Column, denominators: Column, others: Column, of_others: Column
    ) -> tuple[Numbers, Numbers]:
        """Return the 95 per cent interval of the difference of each two shares.

        Args:
            numerators: What was counted.
            denominators: Of what.
            others: What was counted of the other.
            of_others: Of what.

        Returns:
            Lower and upper bounds as shares; see `difference_interval`. None where there are no
            counts of shares.
        """

    def distances(self, baselines: Column, targets: Column, figures: Column) -> Numbers:
        """Return which part of each way is behind; see `distance_travelled`.

        Args:
            baselines: Where it began.
            targets: Where it is to go.
            figures: Where it is.

        Returns:
            Shares of the way; None where a number is missing, or a target is to stay.
        """

    def funnels(self, numerators: Column, denominators: Column, starts: Sequence[int]) -> Funnels:
        """Return the funnel of each group of areas.

        Args:
            numerators: What was counted, group by group.
            denominators: Of what; an area without counts of a share is left out.
            starts: Row in which each group begins, and the number of rows at the end.
        """

    def limits(self, figures: Column, starts: Sequence[int]) -> Limits:
        """Return the XmR limits of each series.

        Args:
            figures: The figures, series by series, each oldest first.
            starts: Row in which each series begins, and the number of rows at the end.
        """
