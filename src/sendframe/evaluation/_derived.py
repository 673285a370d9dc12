"""Figures that plug-ins work out from other figures of the area, period by period."""

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
from ._points import Noted, note
from ._protocol import Provided

__all__ = ["Formula"]


@attrs.frozen(eq=False)
class Formula:
    """A derived indicator in one portfolio.

    Attributes:
        provided: What works it out.
        indicator: The indicator whose figures it gives.
        options: What the portfolio chose.
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
    ) -> tuple[tuple[Noted, ...], tuple[Refusal, ...]]:
        """Return its figures, oldest first, and why it has none for some periods.

        Args:
            needed: The series of each indicator that it needs.
            book: Where facts are noted.
            isolation: What the formula runs inside.
        """
        found: list[Noted] = []
        refusals: dict[str, Refusal] = {}
        for period, points in self._complete(needed):
            told = DerivedContext(
                indicator=self.indicator,
                period=period,
                points=MappingProxyType(points),
                options=self.options,
                as_at=self.figures.as_at,
                made_by=self.provided.made_by,
            )
            made = isolation.run(self.provided, self.indicator.id, partial(self._value, told))
            if made is None:  # it failed, which is noted once: it would for the other periods
                break
            if isinstance(made, Refusal):
                refusals.setdefault(made.reason, made)
            else:
                found.append(self._point(period, made, points, book))
        return tuple(found), tuple(refusals.values())

    def _complete(
        self, needed: Mapping[str, tuple[Point, ...]]
    ) -> Iterator[tuple[Period, dict[str, Point]]]:
        """Yield the periods in which everything that is needed has a figure, oldest first."""
        by_period: dict[Period, dict[str, Point]] = {}
        for id_, points in needed.items():
            for point in points:
                if point.sound is not None:
                    by_period.setdefault(point.period, {})[id_] = point
        for period in sorted(by_period, key=lambda each: (each.last_day, each.kind)):
            if len(by_period[period]) == len(needed):
                yield period, by_period[period]

    def _value(self, told: DerivedContext) -> float | Refusal:
        made: object = self.provided.record.compute(told)  # whatever a plug-in gives
        if isinstance(made, Refusal):
            if (made.rule, made.about) != (self.indicator.id, self.indicator.id):
                raise NotAccepted("it refuses for another indicator")
            return made
        if isinstance(made, bool) or not isinstance(made, (int, float)) or not math.isfinite(made):
            raise NotAccepted("it gives something else than a finite number or a Refusal")
        return float(made)

    def _point(
        self, period: Period, value: float, points: Mapping[str, Point], book: FactBook
    ) -> Noted:
        """Return a figure that was worked out, as far as it may be shown."""
        indicator, hidden = self.indicator, self.figures.hidden_symbol(self.indicator, value)
        (fault,) = find_faults(indicator, [value], [nan], [nan], [value], [indicator.decimals])
        figure = Figure(
            indicator,
            self.area,
            period,
            value if hidden is None else None,
            rate=value if hidden is None else None,
            decimals=indicator.decimals,
            symbol=None if hidden is None else hidden[0],
            meaning=None if hidden is None else hidden[1],
            status="derived",
            fault=FAULTS[fault - 1].code if fault and hidden is None else None,
            hidden=hidden is not None,
        )
        return note(
            figure,
            f"indicator/{indicator.id}",
            self.name,
            book,
            source=f"worked out by {self.provided.made_by}",
            derived_from=tuple(points[id_].fact for id_ in self.provided.record.needs),
        )
