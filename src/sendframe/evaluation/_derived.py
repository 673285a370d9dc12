"""Compute the figures of derived indicators with the formulas of plug-ins, period by period."""

import math
from collections.abc import Iterator, Mapping
from functools import partial
from math import nan
from types import MappingProxyType

import attrs

from sendframe.figures import FAULTS, Figure, Figures, find_faults
from sendframe.model import Indicator, Period, Point, Refusal
from sendframe.scoring import DerivedContext, DerivedIndicator

from ._facts import FactBook
from ._plugin_isolation import NotAccepted, PluginIsolation
from ._points import RecordedFigure, record_figure
from ._protocol import Provided

__all__ = ["Formula"]


@attrs.frozen(eq=False)
class Formula:
    """The formula of a derived indicator in one portfolio.

    Attributes:
        provided: The derived indicator of a plug-in.
        indicator: The indicator to compute.
        options: Options from the portfolio.
        figures: The figures of the evaluation.
        area: Code of the local area.
        name: Its name.
    """

    provided: Provided[DerivedIndicator]
    indicator: Indicator
    options: object
    figures: Figures
    area: str
    name: str

    def series(
        self, needed: Mapping[str, tuple[Point, ...]], book: FactBook, isolation: PluginIsolation
    ) -> tuple[tuple[RecordedFigure, ...], tuple[Refusal, ...]]:
        """Return the computed figures, oldest first, and the refusals for other periods.

        Args:
            needed: The series of each indicator that the formula needs.
            book: The facts of the evaluation, to which those of the figures are added.
            isolation: Runs the formula and records failures.
        """
        recorded: list[RecordedFigure] = []
        refusals: dict[str, Refusal] = {}
        for period, points in self._complete(needed):
            context = DerivedContext(
                indicator=self.indicator,
                period=period,
                points=MappingProxyType(points),
                options=self.options,
                as_at=self.figures.as_at,
                made_by=self.provided.made_by,
            )
            result = isolation.run(self.provided, self.indicator.id, partial(self._value, context))
            if result is None:  # a failure is recorded once: the other periods would fail too
                break
            if isinstance(result, Refusal):
                refusals.setdefault(result.reason, result)
            else:
                recorded.append(self._point(period, result, points, book))
        return tuple(recorded), tuple(refusals.values())

    def _complete(
        self, needed: Mapping[str, tuple[Point, ...]]
    ) -> Iterator[tuple[Period, dict[str, Point]]]:
        """Yield the periods in which every needed indicator has a figure, oldest first."""
        by_period: dict[Period, dict[str, Point]] = {}
        for id_, points in needed.items():
            for point in points:
                if point.sound is not None:
                    by_period.setdefault(point.period, {})[id_] = point
        for period in sorted(by_period, key=lambda period: (period.last_day, period.kind)):
            if len(by_period[period]) == len(needed):
                yield period, by_period[period]

    def _value(self, context: DerivedContext) -> float | Refusal:
        result: object = self.provided.record.compute(context)  # a plug-in may return anything
        if isinstance(result, Refusal):
            if (result.rule, result.about) != (self.indicator.id, self.indicator.id):
                raise NotAccepted("it refuses for another indicator")
            return result
        if (
            isinstance(result, bool)
            or not isinstance(result, (int, float))
            or not math.isfinite(result)
        ):
            raise NotAccepted("it gives something else than a finite number or a Refusal")
        return float(result)

    def _point(
        self, period: Period, value: float, points: Mapping[str, Point], book: FactBook
    ) -> RecordedFigure:
        """Return a computed figure; hidden where disclosure control requires it."""
        indicator, hidden = self.indicator, self.figures.hidden_symbol(self.indicator, value)
        (fault,) = find_faults(indicator, [value], [nan], [nan], [value], [indicator.decimals])
        figure = Figure(
            indicator,
            self.area,
            period,
            value if hidden is None else None,
            rate=value if hidden is None else None,
            symbol=None if hidden is None else hidden[0],
            meaning=None if hidden is None else hidden[1],
            status="derived",
            fault=FAULTS[fault - 1].code if fault and hidden is None else None,
            hidden=hidden is not None,
        )
        return record_figure(
            figure,
            f"indicator/{indicator.id}",
            self.name,
            book,
            source=f"worked out by {self.provided.made_by}",
            derived_from=tuple(points[id_].fact for id_ in self.provided.record.needs),
        )
