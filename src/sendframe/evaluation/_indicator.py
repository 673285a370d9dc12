"""Build the result of each indicator: its series, change, targets, benchmarks and scores."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from sendframe.figures import Figure, Figures, Series, benchmark_series, trend
from sendframe.language import gettext as _
from sendframe.language import joined
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

from ._benchmark import build_benchmark, figures_of_benchmark
from ._derived import Formula
from ._document_facts import DocumentFacts
from ._fact_text import period_key, slug
from ._facts import FactBook
from ._plugin_isolation import PluginIsolation
from ._points import RecordedFigure, change_of, record_figure
from ._protocol import EvaluationCatalogue, Provided
from ._sample import Samples
from ._scoring import RuleSeries, apply_rules, limits_from
from ._target import measures_of, target_position

__all__ = ["IndicatorResultBuilder"]


@attrs.frozen(eq=False)
class _EvaluatedIndicator:
    """An indicator with its result before rules are applied.

    Attributes:
        result: Its result.
        series: The area's figures that may be compared with its latest.
        recorded: All of the area's figures, with their points.
        indicator: The indicator, with all breaks in its series, those of samples included.
    """

    result: IndicatorResult
    series: Series
    recorded: tuple[RecordedFigure, ...]
    indicator: Indicator


@attrs.frozen(eq=False, slots=False)
class IndicatorResultBuilder:
    """Builds the results of the indicators of one portfolio.

    Attributes:
        portfolio: The documents.
        figures: The figures.
        catalogue: The derived indicators and rules.
        book: The facts of the evaluation.
        isolation: Runs formulas and rules and records failures.
        documents: Adds the facts that are read from documents.
    """

    portfolio: Portfolio
    figures: Figures
    catalogue: EvaluationCatalogue
    book: FactBook
    isolation: PluginIsolation
    documents: DocumentFacts

    @cached_property
    def measures(self) -> dict[str, list[Measure]]:
        """The measures of each indicator."""
        return measures_of(self.portfolio)

    @cached_property
    def limits_from(self) -> dict[str, Period]:
        """From when the area computes control limits anew, by indicator."""
        return limits_from(self.portfolio.manifest)

    @cached_property
    def samples(self) -> Samples:
        """The evidence about samples, for the indicators that come from one."""
        return Samples.of(self.portfolio)

    @cached_property
    def optional(self) -> frozenset[str]:
        """Indicators of plug-ins' sets that the portfolio has no measure and no rule for."""
        wanted = {*self.measures, *self.with_rules}
        return frozenset(
            indicator.id
            for indicator_set in self.portfolio.of(IndicatorSet)
            if indicator_set.id in self.portfolio.taken_in
            for indicator in indicator_set.indicators
            if indicator.id not in wanted
        )

    def build_all(self) -> tuple[IndicatorResult, ...]:
        """Return the result of every indicator, in the order of the indicator sets.

        Of a plug-in's indicator set only those with figures, a measure or a rule: it may contain
        many more.
        """
        evaluated = [self._evaluate(indicator) for indicator in self.indicators.values()]
        kept = [
            item
            for item in evaluated
            if item.result.points
            or item.result.breakdowns
            or item.result.refusals
            or item.result.indicator not in self.optional
        ]
        series = {item.result.indicator: self._rule_series(item) for item in kept}
        results = [item.result for item in kept]
        figures = self._figures_by_fact(kept)
        return apply_rules(
            self.portfolio, results, series, figures,
            self.figures.as_at, self.catalogue, self.isolation,
        )  # fmt: skip

    def _rule_series(self, evaluated: _EvaluatedIndicator) -> RuleSeries:
        """Return the input of rules about one indicator."""
        points = {recorded.figure.period: recorded.point for recorded in evaluated.recorded}

        def points_of(figures: Iterable[Figure]) -> tuple[Point, ...]:
            return tuple(points[figure.period] for figure in figures)

        return RuleSeries(
            indicator=evaluated.indicator,
            points=points_of(evaluated.series.figures),
            left_out=points_of(figure for figure, _ in evaluated.series.left_out),
            older=points_of(evaluated.series.older),
            measures=tuple(self.measures.get(evaluated.indicator.id, ())),
        )

    def _figures_by_fact(self, evaluated: Iterable[_EvaluatedIndicator]) -> Mapping[str, Figure]:
        """Return the figure of each fact that a score may refer to."""
        by_fact: dict[str, Figure] = {}
        for item in evaluated:
            for figure, point in item.recorded:
                by_fact[point.fact] = attrs.evolve(figure, indicator=item.indicator)
            latest = item.recorded[-1].figure.status if item.recorded else "final"
            for comparison in item.result.comparisons:
                by_fact |= figures_of_benchmark(comparison, item.indicator, latest)
        return by_fact

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators, by id."""
        return self.portfolio.indicators()

    @cached_property
    def with_rules(self) -> frozenset[str]:
        """Ids of the indicators that the portfolio chose a rule for."""
        return frozenset(
            choice.indicator for choice in self.portfolio.manifest.rules if choice.indicator
        )

    def _published(self, indicator: Indicator) -> tuple[RecordedFigure, ...]:
        """Return the area's own figures, and add each as a fact."""
        area = self.portfolio.manifest.area
        return tuple(
            record_figure(
                figure,
                f"indicator/{indicator.id}",
                area.name,
                self.book,
                source=self.figures.source(figure),
            )
            for figure in self.figures.series(indicator.id, area.code)
        )

    def _recorded(
        self, indicator: Indicator
    ) -> tuple[tuple[RecordedFigure, ...], tuple[Refusal, ...]]:
        """Return the area's figures, published or computed, and refusals to compute them."""
        recorded = self._published(indicator)
        provided = self.catalogue.indicators.get(indicator.id)
        if provided is None or recorded:  # published figures take precedence over a formula
            return recorded, ()
        return self._derived(indicator, provided)

    def _derived(
        self, indicator: Indicator, provided: Provided[DerivedIndicator]
    ) -> tuple[tuple[RecordedFigure, ...], tuple[Refusal, ...]]:
        indicators, manifest = self.indicators, self.portfolio.manifest
        options = self.isolation.options(provided, manifest.options)
        if options is None:
            return (), ()

        def refused(reason: str) -> tuple[tuple[RecordedFigure, ...], tuple[Refusal, ...]]:
            id_, made_by = indicator.id, provided.made_by
            return (), (Refusal(rule=id_, about=id_, reason=reason, made_by=made_by),)

        undefined = [f"'{id_}'" for id_ in provided.record.needs if id_ not in indicators]
        if undefined:
            return refused(
                _("It is worked out from {names}, which nothing defines.", names=joined(undefined))
            )
        needed: dict[str, tuple[Point, ...]] = {}
        for id_ in provided.record.needs:
            recorded = self._published(indicators[id_])
            figures = [item.figure for item in recorded]
            reason = self.samples.problem(indicators[id_], figures)
            if reason is not None:
                text = _("It is worked out from '{id}'. {reason}", id=id_, reason=reason)
                return refused(text)
            comparable_periods = {
                figure.period
                for figure in self.samples.comparable_figures(indicators[id_], figures)
            }
            needed[id_] = tuple(
                item.point for item in recorded if item.figure.period in comparable_periods
            )
        area = manifest.area
        formula = Formula(provided, indicator, options, self.figures, area.code, area.name)
        return formula.series(needed, self.book, self.isolation)

    def _evaluate(self, indicator: Indicator) -> _EvaluatedIndicator:
        area = self.portfolio.manifest.area
        recorded, refusals = self._recorded(indicator)
        figures = [item.figure for item in recorded]
        broken = self.samples.with_breaks(indicator, figures)
        reason = self.samples.problem(indicator, figures)
        if broken is not indicator:
            figures = [attrs.evolve(figure, indicator=broken) for figure in figures]
        series = Series.of(figures)
        with_value = [index for index, figure in enumerate(figures) if figure.value is not None]
        latest = recorded[with_value[-1]].point if with_value else None
        periods = [figure.period for figure in figures[: with_value[-1] + 1]] if with_value else []
        measures = tuple(self.measures.get(indicator.id, ()))
        compared = latest if reason is None else None
        positions = [
            target_position(measure, indicator, compared, self.book, self.documents)
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
            points=tuple(item.point for item in recorded),
            latest=latest,
            change=change_of(
                series, recorded, area.name, self.book, self.limits_from.get(indicator.id)
            )
            if reason is None
            else None,
            trend=trend([figure.value or 0.0 for figure in series.sound])
            if reason is None
            else None,
            targets=tuple(position for position in positions if position is not None),
            comparisons=tuple(self._comparisons(indicator, periods)) if reason is None else (),
            refusals=refusals,
            breakdowns=tuple(self._breakdowns(indicator)),
            shown_with=indicator.shown_with,
            caveats=tuple(str(figure) for figure in indicator.caveats),
            measures=tuple(measure.id for measure in measures),
            not_compared=reason,
            short_title=str(indicator.short_title) if indicator.short_title else None,
            duty=_duty(indicator),
        )
        return _EvaluatedIndicator(result, series, recorded, broken)

    def _comparisons(self, indicator: Indicator, periods: Sequence[Period]) -> Iterable[Comparison]:
        """Yield the benchmarks of some periods; counts have none, since areas differ in size."""
        if not periods or indicator.is_count:
            return
        own = self.portfolio.manifest.area.code
        for comparator in self.portfolio.manifest.comparator_sets:
            series = benchmark_series(self.figures, comparator, indicator, own=own, periods=periods)
            yield build_benchmark(series, indicator, self.figures, self.book, self.documents)

    def _breakdowns(self, indicator: Indicator) -> Iterable[Breakdown]:
        """Yield a breakdown for each dimension, with the parts of the newest period."""
        figures, area = self.figures, self.portfolio.manifest.area
        by_dimension: dict[str, dict[str, Figure]] = {}
        for row, index in figures.rows(indicator.id, area.code):
            if len(figures.dimensions[index]) == 1:
                ((dimension, name),) = figures.dimensions[index].items()
                by_dimension.setdefault(dimension, {})[name] = figures.figure(row)  # the newest
        for dimension, parts in sorted(by_dimension.items()):
            period = max(
                (figure.period for figure in parts.values()), key=lambda figure: figure.last_day
            )
            prefix = f"indicator/{indicator.id}/{slug(dimension)}"
            recorded_parts = {
                name: record_figure(
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
                derived_from=tuple(item.point.fact for item in recorded_parts.values()),
            )
            yield Breakdown(
                dimension=dimension,
                period=period,
                parts=FrozenMap({name: item.point for name, item in recorded_parts.items()}),
                hidden=tuple(name for name, item in recorded_parts.items() if item.figure.hidden),
                fact=fact,
            )


def _duty(indicator: Indicator) -> str | None:
    """Return what the law requires, in words; None where it says nothing."""
    standard = indicator.statutory_standard
    return str(standard.statement) if standard else None
