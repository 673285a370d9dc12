"""What the figures of one indicator say, and what rules make of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from sendframe.figures import Figure, Figures, Series, benchmark_series, trend
from sendframe.model import (
    Breakdown,
    Comparison,
    FrozenMap,
    Indicator,
    IndicatorResult,
    IndicatorSet,
    Measure,
    Period,
    Point,
    Portfolio,
    Refusal,
)
from sendframe.scoring import DerivedIndicator

from ._benchmark import benchmark, figures_of_benchmark
from ._derived import Formula
from ._document_facts import DocumentFacts
from ._fact_text import period_key, slug
from ._facts import FactBook
from ._plugin_isolation import PluginIsolation
from ._points import Noted, change_of, note
from ._protocol import EvaluationCatalogue, Provided
from ._sample import Samples
from ._scoring import ScoredSeries, scored
from ._target import measures_of, position_of

__all__ = ["IndicatorBuilder"]


@attrs.frozen(eq=False)
class _Found:
    """What is known about one indicator before rules are asked.

    Attributes:
        result: What its figures say.
        series: The area's figures that may be compared with its latest.
        noted: All of the area's figures, with their points.
        indicator: The indicator, with every point across which nothing is compared.
    """

    result: IndicatorResult
    series: Series
    noted: tuple[Noted, ...]
    indicator: Indicator


@attrs.frozen(eq=False, slots=False)
class IndicatorBuilder:
    """Evaluates indicators of one portfolio.

    Attributes:
        portfolio: The documents.
        figures: The figures.
        catalogue: The rules.
        book: Where facts are noted.
        isolation: What rules run inside.
        documents: Where what stands in documents is noted.
    """

    portfolio: Portfolio
    figures: Figures
    catalogue: EvaluationCatalogue
    book: FactBook
    isolation: PluginIsolation
    documents: DocumentFacts

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
        found = [self._one(indicator) for indicator in self.known.values()]
        kept = [
            each
            for each in found
            if each.result.points
            or each.result.breakdowns
            or each.result.refusals
            or each.result.indicator not in self.optional
        ]
        series = {each.result.indicator: self._scored_series(each) for each in kept}
        results = [each.result for each in kept]
        figures = self._figures_by_fact(kept)
        return scored(
            self.portfolio, results, series, figures,
            self.figures.as_at, self.catalogue, self.isolation,
        )  # fmt: skip

    def _scored_series(self, found: _Found) -> ScoredSeries:
        """Return what rules are asked about one indicator."""
        points = {each.figure.period: each.point for each in found.noted}

        def points_of(figures: Iterable[Figure]) -> tuple[Point, ...]:
            return tuple(points[figure.period] for figure in figures)

        return ScoredSeries(
            indicator=found.indicator,
            points=points_of(found.series.figures),
            left_out=points_of(figure for figure, _ in found.series.left_out),
            older=points_of(found.series.older),
            measures=tuple(self.measures.get(found.indicator.id, ())),
        )

    def _figures_by_fact(self, found: Iterable[_Found]) -> Mapping[str, Figure]:
        """Return the figure behind each fact that a score may name."""
        by_fact: dict[str, Figure] = {}
        for each in found:
            for figure, point in each.noted:
                by_fact[point.fact] = attrs.evolve(figure, indicator=each.indicator)
            latest = each.noted[-1].figure.status if each.noted else "final"
            for comparison in each.result.comparisons:
                by_fact |= figures_of_benchmark(comparison, each.indicator, latest)
        return by_fact

    @cached_property
    def known(self) -> dict[str, Indicator]:
        """The indicators, by id."""
        return self.portfolio.indicators()

    @cached_property
    def ruled(self) -> frozenset[str]:
        """Indicators that the portfolio chose a rule for."""
        return frozenset(each.indicator for each in self.portfolio.manifest.rules if each.indicator)

    def _published(self, indicator: Indicator) -> tuple[Noted, ...]:
        """Return the area's own figures, and note each as a fact."""
        area = self.portfolio.manifest.area
        return tuple(
            note(
                figure,
                f"indicator/{indicator.id}",
                area.name,
                self.book,
                source=self.figures.source(figure),
            )
            for figure in self.figures.series(indicator.id, area.code)
        )

    def _noted(self, indicator: Indicator) -> tuple[tuple[Noted, ...], tuple[Refusal, ...]]:
        """Return the area's figures, published or worked out, and what could not be worked out."""
        noted = self._published(indicator)
        provided = self.catalogue.indicators.get(indicator.id)
        if provided is None or noted:  # figures that were given come before a formula
            return noted, ()
        return self._derived(indicator, provided)

    def _derived(
        self, indicator: Indicator, provided: Provided[DerivedIndicator]
    ) -> tuple[tuple[Noted, ...], tuple[Refusal, ...]]:
        known, manifest = self.known, self.portfolio.manifest
        options = self.isolation.options(provided, manifest.options)
        if options is None:
            return (), ()

        def refused(reason: str) -> tuple[tuple[Noted, ...], tuple[Refusal, ...]]:
            id_, made_by = indicator.id, provided.made_by
            return (), (Refusal(rule=id_, about=id_, reason=reason, made_by=made_by),)

        absent = [f"'{each}'" for each in provided.record.needs if each not in known]
        if absent:
            return refused(f"It is worked out from {' and '.join(absent)}, which nothing defines.")
        needed: dict[str, tuple[Point, ...]] = {}
        for id_ in provided.record.needs:
            noted = self._published(known[id_])
            figures = [each.figure for each in noted]
            reason = self.samples.reason(known[id_], figures)
            if reason is not None:
                return refused(f"It is worked out from '{id_}'. {reason}")
            alike = {figure.period for figure in self.samples.alike(known[id_], figures)}
            needed[id_] = tuple(each.point for each in noted if each.figure.period in alike)
        area = manifest.area
        formula = Formula(provided, indicator, options, self.figures, area.code, area.name)
        return formula.series(needed, self.book, self.isolation)

    def _one(self, indicator: Indicator) -> _Found:
        area = self.portfolio.manifest.area
        noted, refusals = self._noted(indicator)
        figures = [each.figure for each in noted]
        broken = self.samples.with_breaks(indicator, figures)
        reason = self.samples.reason(indicator, figures)
        if broken is not indicator:
            figures = [attrs.evolve(figure, indicator=broken) for figure in figures]
        series = Series.of(figures)
        known = [place for place, figure in enumerate(figures) if figure.value is not None]
        latest = noted[known[-1]].point if known else None
        periods = [figure.period for figure in figures[: known[-1] + 1]] if known else []
        measures = tuple(self.measures.get(indicator.id, ()))
        against = latest if reason is None else None
        positions = [
            position_of(measure, indicator, against, self.book, self.documents)
            for measure in measures
        ]
        result = IndicatorResult(
            indicator=indicator.id,
            title=str(indicator.title),
            direction=indicator.direction,
            unit=indicator.unit,
            unit_text=indicator.unit_text,
            decimals=indicator.decimals,
            series_status=indicator.series_status,
            is_count=indicator.is_count,
            numerator=indicator.numerator,
            denominator=indicator.denominator,
            points=tuple(each.point for each in noted),
            latest=latest,
            change=change_of(series, noted, area.name, self.book) if reason is None else None,
            trend=trend([each.value or 0.0 for each in series.sound]) if reason is None else None,
            targets=tuple(position for position in positions if position is not None),
            comparisons=tuple(self._comparisons(indicator, periods)) if reason is None else (),
            refusals=refusals,
            breakdowns=tuple(self._breakdowns(indicator)),
            shown_with=indicator.shown_with,
            caveats=tuple(str(each) for each in indicator.caveats),
            measures=tuple(measure.id for measure in measures),
            not_compared=reason,
        )
        return _Found(result, series, noted, broken)

    def _comparisons(self, indicator: Indicator, periods: Sequence[Period]) -> Iterable[Comparison]:
        """Yield the benchmarks of some periods; counts have none, since they grow with the area."""
        if not periods or indicator.is_count:
            return
        own = self.portfolio.manifest.area.code
        for comparator in self.portfolio.manifest.comparator_sets:
            peers = benchmark_series(self.figures, comparator, indicator, own=own, periods=periods)
            yield benchmark(peers, indicator, self.figures, self.book, self.documents)

    def _breakdowns(self, indicator: Indicator) -> Iterable[Breakdown]:
        """Yield the newest parts of the whole, one breakdown a dimension."""
        figures, area = self.figures, self.portfolio.manifest.area
        by_dimension: dict[str, dict[str, Figure]] = {}
        for at, part in figures.rows(indicator.id, area.code):
            if len(figures.dimensions[part]) == 1:
                ((dimension, name),) = figures.dimensions[part].items()
                by_dimension.setdefault(dimension, {})[name] = figures.figure(at)  # the newest
        for dimension, parts in sorted(by_dimension.items()):
            period = max((each.period for each in parts.values()), key=lambda each: each.last_day)
            prefix = f"indicator/{indicator.id}/{slug(dimension)}"
            chosen = {
                name: note(
                    figure,
                    f"{prefix}/{slug(name)}",
                    f"{area.name}, {name}",
                    self.book,
                    source=figures.source(figure),
                )
                for name, figure in sorted(parts.items())
                if figure.period == period
            }
            fact = self.book.add(
                f"{prefix}/{period_key(period)}",
                f"{indicator.title}: {area.name} by {dimension}, {period}.",
                derived_from=tuple(each.point.fact for each in chosen.values()),
            )
            yield Breakdown(
                dimension=dimension,
                period=period,
                parts=FrozenMap({name: each.point for name, each in chosen.items()}),
                hidden=tuple(name for name, each in chosen.items() if each.figure.hidden),
                fact=fact,
            )
