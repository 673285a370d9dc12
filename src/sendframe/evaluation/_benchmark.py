"""Benchmarks beside the area's own series, each with its method and what it rests on."""

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
    Indicator,
    Portfolio,
)

from ._document_facts import DocumentFacts
from ._fact_text import figure_text, period_key, sentence_of
from ._facts import FactBook

__all__ = ["MemberFacts", "benchmark", "figures_of_benchmark"]


def benchmark(
    series: BenchmarkSeries,
    indicator: Indicator,
    figures: Figures,
    book: FactBook,
    documents: DocumentFacts,
) -> Comparison:
    """Return a benchmark with its past, one fact a period."""
    comparator = series.comparator
    title = str(comparator.title)
    source = documents.source(f"{title}; {METHODS[comparator.method]}", comparator)
    points, newest = [], series.figures[-2:]
    for peer in series.figures:
        fact = book.add(
            _fact_id(indicator.id, comparator.id, peer),
            _sentence(indicator, comparator, peer, len(series.areas)),
            value=peer.value,
            unit=indicator.unit,
            source=source,
        )
        points.append(
            BenchmarkPoint(
                period=peer.period,
                value=peer.value,
                numerator=peer.numerator,
                denominator=peer.denominator,
                areas=len(peer.rows),
                missing=peer.missing,
                members=tuple(_members(series, peer, figures)) if peer in newest else (),
                fact=fact,
            )
        )
    return Comparison(
        comparator=comparator.id,
        title=title,
        method=comparator.method,
        points=tuple(points),
    )


def _fact_id(indicator: str, comparator: str, peer: BenchmarkFigure) -> str:
    return f"indicator/{indicator}/comparison/{comparator}/{period_key(peer.period)}"


def _members(
    series: BenchmarkSeries, peer: BenchmarkFigure, figures: Figures
) -> Iterator[AreaFigure]:
    """Yield each area of the set with its figure in one period."""
    used = [figures.figure(at) for at in peer.rows]
    by_area = {figure.area: figure for figure in used}
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
    indicator: Indicator, comparator: ComparatorSet, peer: BenchmarkFigure, areas: int
) -> str:
    head = f"{indicator.title}: {comparator.title}, {peer.period}"
    if peer.value is None:
        return f"{head}: no figure."
    rests = "" if comparator.method == "single" else f", {len(peer.rows)} of {areas} areas"
    return f"{head}: {figure_text(peer.value, indicator)} ({METHODS[comparator.method]}{rests})."


def figures_of_benchmark(
    comparison: Comparison, indicator: Indicator, status: str
) -> Iterator[tuple[str, Figure]]:
    """Yield the fact of each period with the benchmark as a figure, to be compared like any."""
    for point in comparison.points:
        figure = Figure(indicator, comparison.comparator, point.period, point.value, status=status)
        yield point.fact, figure


@final
@attrs.frozen(eq=False)
class MemberFacts:
    """The figures of single areas behind a benchmark, as facts, made when they are asked for.

    Attributes:
        portfolio: The documents.
        figures: The figures.
    """

    portfolio: Portfolio
    figures: Figures

    def behind(self, fact: str) -> tuple[Fact, ...]:
        """Return the facts that the fact of a benchmark rests on; none for any other fact."""
        match fact.split("/"):
            case ["indicator", indicator, "comparison", comparator, period]:
                return tuple(self._members(indicator, comparator, period))
        return ()

    def _members(self, indicator: str, comparator: str, wanted: str) -> Iterator[Fact]:
        known = self.portfolio.indicators().get(indicator)
        sets = [each for each in self.portfolio.manifest.comparator_sets if each.id == comparator]
        if known is None:
            return
        periods = [each for each in self.figures.periods if period_key(each) == wanted]
        for comparator_set in sets:
            own = self.portfolio.manifest.area.code
            series = benchmark_series(self.figures, comparator_set, known, own=own, periods=periods)
            yield from self._facts(known, series.figures)

    def _facts(self, indicator: Indicator, peers: Sequence[BenchmarkFigure]) -> Iterator[Fact]:
        for peer in peers:
            for at in peer.rows:
                figure = self.figures.figure(at)
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
