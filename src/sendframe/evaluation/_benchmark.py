"""Benchmarks as results of an evaluation, each with its method, its members and its facts."""

from collections.abc import Iterator, Sequence
from typing import final

import attrs

from sendframe.figures import (
    METHODS,
    BenchmarkFigure,
    BenchmarkSeries,
    Figure,
    Figures,
    benchmark_series,
)
from sendframe.model import (
    AreaFigure,
    BenchmarkPoint,
    ComparatorSet,
    Comparison,
    Fact,
    FrozenMap,
    Indicator,
    Portfolio,
    short_repr,
)

from ._document_facts import DocumentFacts
from ._fact_text import figure_text, period_key, sentence_of
from ._facts import FactBook

__all__ = ["MemberFacts", "build_benchmark", "figures_of_benchmark"]


def build_benchmark(
    series: BenchmarkSeries,
    indicator: Indicator,
    figures: Figures,
    book: FactBook,
    documents: DocumentFacts,
) -> Comparison:
    """Return a benchmark with one fact for each period."""
    comparator = series.comparator
    title = str(comparator.title)
    source = documents.source(f"{title}; {METHODS[comparator.method]}", comparator)
    points, latest_two = [], series.figures[-2:]
    for benchmark_figure in series.figures:
        fact = book.add(
            _fact_id(indicator.id, comparator.id, benchmark_figure),
            _sentence(indicator, comparator, benchmark_figure, len(series.areas)),
            value=benchmark_figure.value,
            unit=indicator.unit,
            source=source,
        )
        points.append(
            BenchmarkPoint(
                period=benchmark_figure.period,
                value=benchmark_figure.value,
                numerator=benchmark_figure.numerator,
                denominator=benchmark_figure.denominator,
                areas=len(benchmark_figure.rows),
                missing=benchmark_figure.missing,
                left_out=FrozenMap(dict(benchmark_figure.left_out)),
                members=tuple(_members(series, benchmark_figure, figures))
                if benchmark_figure in latest_two
                else (),
                fact=fact,
            )
        )
    return Comparison(
        comparator=comparator.id,
        title=title,
        method=comparator.method,
        points=tuple(points),
    )


def _fact_id(indicator: str, comparator: str, benchmark_figure: BenchmarkFigure) -> str:
    return f"indicator/{indicator}/comparison/{comparator}/{period_key(benchmark_figure.period)}"


def _members(
    series: BenchmarkSeries, benchmark_figure: BenchmarkFigure, figures: Figures
) -> Iterator[AreaFigure]:
    """Yield each area of the set with its figure in one period."""
    figures_used = [figures.figure(row) for row in benchmark_figure.rows]
    by_area = {figure.area: figure for figure in figures_used}
    for area in series.areas:
        name = figures.name_of(area)
        figure = by_area.get(figures.observations.present_code(area))
        if figure is None:
            yield AreaFigure(area=area, name=name)
        else:
            yield AreaFigure(
                area=area,
                name=name,
                value=figure.rate,
                numerator=figure.numerator,
                denominator=figure.denominator,
            )


def _sentence(
    indicator: Indicator, comparator: ComparatorSet, benchmark_figure: BenchmarkFigure, areas: int
) -> str:
    head = f"{indicator.title}: {comparator.title}, {benchmark_figure.period}"
    if benchmark_figure.value is None:
        if benchmark_figure.left_out:
            return f"{head}: no figure that may be compared."
        return f"{head}: no figure."
    areas_text = (
        "" if comparator.method == "single" else f", {len(benchmark_figure.rows)} of {areas} areas"
    )
    return f"{head}: {figure_text(benchmark_figure.value, indicator)} ({METHODS[comparator.method]}{areas_text})."


def figures_of_benchmark(
    comparison: Comparison, indicator: Indicator, status: str
) -> Iterator[tuple[str, Figure]]:
    """Yield the fact of each period and the benchmark's figure, so that it can be compared."""
    for point in comparison.points:
        figure = Figure(indicator, comparison.comparator, point.period, point.value, status=status)
        yield point.fact, figure


@final
@attrs.frozen
class MemberFacts:
    """The figures of single areas behind a benchmark, as facts that are created on demand.

    Attributes:
        portfolio: The documents.
        figures: The figures.
    """

    __repr__ = short_repr

    portfolio: Portfolio
    figures: Figures

    def facts_behind(self, fact: str) -> tuple[Fact, ...]:
        """Return the facts that the fact of a benchmark is computed from; none for other facts."""
        match fact.split("/"):
            case ["indicator", indicator, "comparison", comparator, period]:
                return tuple(self._members(indicator, comparator, period))
        return ()

    def _members(self, indicator: str, comparator: str, wanted_key: str) -> Iterator[Fact]:
        known_indicator = self.portfolio.indicators().get(indicator)
        comparator_sets = [
            item for item in self.portfolio.manifest.comparator_sets if item.id == comparator
        ]
        if known_indicator is None:
            return
        periods = [item for item in self.figures.periods if period_key(item) == wanted_key]
        for comparator_set in comparator_sets:
            own = self.portfolio.manifest.area.code
            series = benchmark_series(
                self.figures, comparator_set, known_indicator, own=own, periods=periods
            )
            yield from self._facts(known_indicator, series.figures)

    def _facts(
        self, indicator: Indicator, benchmark_figures: Sequence[BenchmarkFigure]
    ) -> Iterator[Fact]:
        for benchmark_figure in benchmark_figures:
            for row in benchmark_figure.rows:
                figure = self.figures.figure(row)
                name = self.figures.name_of(figure.area)
                counts = (
                    (figure.numerator, figure.denominator) if figure.denominator else (None, None)
                )
                yield Fact(
                    id=f"indicator/{indicator.id}/area/{figure.area}/{period_key(figure.period)}",
                    statement=sentence_of(indicator, name, figure.period, figure.rate, counts),
                    value=figure.rate,
                    unit=indicator.unit,
                    source=self.figures.source(figure),
                )
