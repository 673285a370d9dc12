"""What the figures of one indicator say, and what rules make of them."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import attrs

from sendframe.model import (
    Breakdown,
    Comparison,
    FrozenMap,
    Indicator,
    IndicatorResult,
    IndicatorSet,
    Measure,
    Observations,
    Period,
    Point,
    Portfolio,
    Refusal,
    period_text,
)
from sendframe.scoring import DerivedIndicator

from ._comparison import compare
from ._derived import Formula
from ._facts import FactBook
from ._fence import Fence
from ._ground import Ground
from ._protocol import EvaluationCatalogue, Provided
from ._sample import Samples
from ._scoring import scored
from ._series import (
    change_of,
    comparable,
    latest_by_period,
    older_points,
    point_of,
    points_of,
    slug,
    trend_of,
)
from ._target import measures_of, position_of

__all__ = ["IndicatorBuilder"]


@attrs.frozen(eq=False, slots=False)
class IndicatorBuilder:
    """Evaluates indicators of one portfolio.

    Attributes:
        portfolio: The documents.
        observations: The figures.
        as_at: The day of the evaluation.
        catalogue: The rules.
        book: Where facts are noted.
        fence: What rules run inside.
        ground: Where what stands in documents is noted.
    """

    portfolio: Portfolio
    observations: Observations
    as_at: date
    catalogue: EvaluationCatalogue
    book: FactBook
    fence: Fence
    ground: Ground

    @cached_property
    def measures(self) -> dict[str, list[Measure]]:
        """The measures that each indicator shows."""
        return measures_of(self.portfolio)

    @cached_property
    def samples(self) -> Samples:
        """Who was asked or looked at, for the indicators that come from a sample."""
        return Samples.of(self.portfolio)

    @cached_property
    def optional(self) -> frozenset[str]:
        """Indicators of sets that were taken in from plug-ins and that nothing here asks for."""
        asked = {*self.measures, *self.ruled}
        return frozenset(
            each.id
            for found in self.portfolio.of(IndicatorSet)
            if found.id in self.portfolio.taken_in
            for each in found.indicators
            if each.id not in asked
        )

    def all(self) -> tuple[IndicatorResult, ...]:
        """Return the result of every indicator, in the order of the indicator sets.

        Of a set that was taken in from a plug-in, only what the portfolio asks for or has figures
        of: a library may hold many more.
        """
        found = [self._one(each) for each in self.known.values()]
        kept = [
            each
            for each in found
            if each.points
            or each.breakdowns
            or each.refusals
            or each.indicator not in self.optional
        ]
        footings = {
            each.indicator: self.samples.footing(self.known[each.indicator], each.points)
            for each in kept
        }
        older = {
            each.indicator: self._older(footings[each.indicator], each)
            for each in kept
            if each.indicator in self.ruled
        }
        told = (self.measures, older, self.as_at, self.catalogue, self.fence)
        return scored(self.portfolio, footings, kept, *told)

    @cached_property
    def known(self) -> dict[str, Indicator]:
        """The indicators, by id."""
        return self.portfolio.indicators()

    @cached_property
    def ruled(self) -> frozenset[str]:
        """Indicators that the portfolio chose a rule for."""
        return frozenset(each.indicator for each in self.portfolio.manifest.rules if each.indicator)

    def _older(self, indicator: Indicator, result: IndicatorResult) -> tuple[Point, ...]:
        area = self.portfolio.manifest.area.code
        points = comparable(indicator, result.points)
        return older_points(indicator, self.observations, area, points, self.as_at)

    def _points(self, indicator: Indicator) -> tuple[Point, ...]:
        area = self.portfolio.manifest.area
        return points_of(indicator, self.observations, area.code, area.name, self.as_at, self.book)

    def _series(self, indicator: Indicator) -> tuple[tuple[Point, ...], tuple[Refusal, ...]]:
        """Return the area's figures, published or worked out, and what could not be worked out."""
        points = self._points(indicator)
        provided = self.catalogue.indicators.get(indicator.id)
        if provided is None or points:  # figures that were given come before a formula
            return points, ()
        return self._derived(indicator, provided)

    def _derived(
        self, indicator: Indicator, provided: Provided[DerivedIndicator]
    ) -> tuple[tuple[Point, ...], tuple[Refusal, ...]]:
        known, manifest = self.known, self.portfolio.manifest
        options = self.fence.options(provided, manifest.options)
        if options is None:
            return (), ()

        def refused(reason: str) -> tuple[tuple[Point, ...], tuple[Refusal, ...]]:
            id_, made_by = indicator.id, provided.made_by
            return (), (Refusal(rule=id_, about=id_, reason=reason, made_by=made_by),)

        absent = [f"'{each}'" for each in provided.record.needs if each not in known]
        if absent:
            return refused(f"It is worked out from {' and '.join(absent)}, which nothing defines.")
        needed: dict[str, tuple[Point, ...]] = {}
        for each in provided.record.needs:
            points = self._points(known[each])
            reason = self.samples.reason(known[each], points)
            if reason is not None:
                return refused(f"It is worked out from '{each}'. {reason}")
            needed[each] = self.samples.alike(known[each], points)
        formula = Formula(provided, indicator, options, self.as_at, manifest.area.name)
        return formula.series(needed, self.book, self.fence)

    def _one(self, indicator: Indicator) -> IndicatorResult:
        area = self.portfolio.manifest.area
        points, refusals = self._series(indicator)
        latest = next((each for each in reversed(points) if each.value is not None), None)
        footing = self.samples.footing(indicator, points)
        reason = self.samples.reason(indicator, points)
        held = latest if reason is None else None  # what may be held against anything
        change = change_of(footing, points, area.name, self.book) if reason is None else None
        measures = tuple(self.measures.get(indicator.id, ()))
        positions = [
            position_of(each, indicator, held, self.book, self.ground) for each in measures
        ]
        return IndicatorResult(
            indicator=indicator.id,
            title=str(indicator.title),
            direction=indicator.direction,
            unit=indicator.unit,
            unit_text=indicator.unit_text,
            decimals=indicator.decimals,
            series_status=indicator.series_status,
            numerator=indicator.numerator,
            denominator=indicator.denominator,
            points=points,
            latest=latest,
            change=change,
            trend=trend_of(footing, points) if reason is None else None,
            targets=tuple(each for each in positions if each is not None),
            comparisons=self._comparisons(indicator, held.period if held else None),
            previous_comparisons=self._comparisons(indicator, change.before if change else None),
            refusals=refusals,
            breakdowns=tuple(self._breakdowns(indicator)),
            shown_with=indicator.shown_with,
            caveats=tuple(str(each) for each in indicator.caveats),
            measures=tuple(each.id for each in measures),
            not_compared=reason,
        )

    def _comparisons(self, indicator: Indicator, period: Period | None) -> tuple[Comparison, ...]:
        if period is None:
            return ()
        table, own = self.observations, self.portfolio.manifest.area.code
        found = (
            compare(indicator, table, each, own, period, self.as_at, self.book, self.ground)
            for each in self.portfolio.manifest.comparator_sets
        )
        return tuple(each for each in found if each is not None)

    def _breakdowns(self, indicator: Indicator) -> Iterable[Breakdown]:
        """Yield the newest parts of the whole, one breakdown a dimension."""
        table, area = self.observations, self.portfolio.manifest.area
        by_dimension: dict[str, dict[str, list[int]]] = {}
        for row in table.parts(indicator.id, area.code):
            if len(table.dimensions[row]) == 1:
                ((dimension, part),) = table.dimensions[row].items()
                by_dimension.setdefault(dimension, {}).setdefault(part, []).append(row)
        for dimension, parts in sorted(by_dimension.items()):
            rows = {
                part: latest_by_period(table, each, indicator, self.as_at)
                for part, each in parts.items()
            }
            newest = [each[-1] for each in rows.values() if each]
            if not newest:
                continue
            period = max((table.period[row] for row in newest), key=lambda each: each.last_day)
            prefix = f"indicator/{indicator.id}/{slug(dimension)}"
            chosen = {
                part: point_of(
                    indicator,
                    table,
                    each[-1],
                    f"{prefix}/{slug(part)}",
                    f"{area.name}, {part}",
                    self.book,
                )
                for part, each in sorted(rows.items())
                if each and table.period[each[-1]] == period
            }
            fact = self.book.add(
                f"{prefix}/{period_text(period).replace('/', '-').replace(' ', '-')}",
                f"{indicator.title}: {area.name} by {dimension}, {period}.",
                derived_from=tuple(each.fact for each in chosen.values()),
            )
            yield Breakdown(dimension=dimension, period=period, parts=FrozenMap(chosen), fact=fact)
