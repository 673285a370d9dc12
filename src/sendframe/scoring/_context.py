"""What a scoring rule is told about an indicator, and what it may ask of it."""

import attrs

from sendframe.figures import fault_of, periods_apart, rate_of
from sendframe.model import (
    Comparison,
    Indicator,
    Measure,
    Period,
    Point,
    Refusal,
    SeriesLimits,
    TargetPosition,
)
from sendframe.statistics import ControlLimits, amount, difference, rounded

from ._aim import Aim, Start
from ._among import Among
from ._asked import Asked
from ._needs import Needs

__all__ = ["ScoringContext"]


@attrs.frozen(kw_only=True)
class ScoringContext(Asked):
    """Everything a rule is told. It reads nothing else: no clock, no file, no network.

    Attributes:
        rule: Id of the rule.
        indicator: The indicator.
        points: The area's comparable series up to the latest figure, oldest first; points
            across a comparability break are not in it.
        latest: The latest point, which has a figure or a symbol; None where there is none.
        targets: Where the latest figure stands to each target.
        measures: The measures those targets belong to, by position.
        comparisons: Benchmarks, each with its own past.
        options: What the portfolio chose, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.
        left_out: Points of the area that may not be compared with the latest, oldest first.
        older: Points of the series from a release older than one that restated others of them.

    Hook: ``sendframe_scoring_rules``.
    """

    indicator: Indicator
    points: tuple[Point, ...]
    latest: Point | None
    targets: tuple[TargetPosition, ...]
    measures: tuple[Measure, ...]
    comparisons: tuple[Comparison, ...]
    left_out: tuple[Point, ...] = ()
    older: tuple[Point, ...] = ()

    @property
    def about(self) -> str:
        """Id of what it is about: the indicator."""
        return self.indicator.id

    @property
    def figures(self) -> tuple[Point, ...]:
        """The points of the series that have a figure without a fault, oldest first."""
        return tuple(point for point in self.points if point.sound is not None)

    @property
    def values(self) -> tuple[float, ...]:
        """The figures of the series without a fault, oldest first."""
        return tuple(point.sound for point in self.points if point.sound is not None)

    def printed(self, value: float) -> str:
        """Return a figure as it is printed, with its unit."""
        return amount(value, self.indicator.decimals, self.indicator.unit_text)

    def difference(self, value: float) -> str:
        """Return a difference of two figures as it is printed: of percentages, in points."""
        indicator = self.indicator
        return difference(value, indicator.decimals, indicator.unit, indicator.unit_text)

    def lacks(self, needs: Needs, *, accept_revised: bool = False) -> Refusal | None:
        """Return a refusal by name where something is missing that a rule needs; None otherwise.

        A rule is never asked about figures of a sample that does not bear it.

        Args:
            needs: What the rule needs.
            accept_revised: Whether a series that was revised in part is taken as it is.
        """
        if needs.direction and self.indicator.direction not in ("higher", "lower"):
            return self.refuse(
                "The indicator is to stay in a range: neither higher nor lower is better."
                if self.indicator.direction == "range"
                else "The indicator is neutral: no way is better, so it is not rated."
            )
        if needs.points and (self.latest is None or self.latest.sound is None):
            return self._without_figure()
        if len(self.figures) < needs.points:
            return self._with_too_few(needs.points)
        return self._unsettled() if needs.settled and not accept_revised else None

    def _without_figure(self) -> Refusal:
        latest = self.latest
        if latest is None:
            return self.refuse("There is no figure.")
        if latest.fault is not None:
            title = fault_of(latest.fault).title
            return self.refuse(f"{title[0].upper()}{title[1:]} ({latest.period}).", latest.fact)
        if latest.denominator == 0:
            return self.refuse("The denominator is 0, so there is no rate.", latest.fact)
        said = f"{latest.symbol}: {latest.meaning}" if latest.meaning else f"{latest.symbol}"
        return self.refuse(f"There is no figure for {latest.period} ({said}).", latest.fact)

    def _with_too_few(self, least: int) -> Refusal:
        count = len(self.figures)
        said = f"It takes {least} figures that may be compared, and there "
        said += "is 1." if count == 1 else f"are {count}."
        others = [each for each in self.left_out if each.value is not None]
        if others and self.latest is not None:
            why = self.why_apart(others[-1].period, self.latest.period)
            said += f" Left out: {len(others)}; {why}."
        return self.refuse(said, *(each.fact for each in self.figures))

    def _unsettled(self) -> Refusal | None:
        early = [each for each in self.figures if each.status == "provisional"]
        if early and len(early) < len(self.figures):
            return self.refuse(
                f"The figure of {early[-1].period} is provisional and others are not: the series "
                "may yet change.",
                *(each.fact for each in early),
            )
        if self.older:
            return self.refuse(
                f"Figures were restated, and that of {self.older[-1].period} is from an older "
                "release: they may not stand on one footing.",
                *(each.fact for each in self.older),
            )
        return None

    def aim(self, measure: str | None = None) -> Aim | Refusal:
        """Return what is aimed for, or why no figure can be held against it.

        Args:
            measure: Id of the measure that is meant; needed where several have a target.
        """
        pairs = [
            pair
            for pair in zip(self.targets, self.measures, strict=True)
            if measure in (None, pair[1].id)
        ]
        if not pairs:
            why = (
                "There is no target." if measure is None else f"No target of the measure {measure}."
            )
            return self.refuse(why)
        if len(pairs) > 1:
            return self.refuse("There are several targets; the option 'measure' must name one.")
        position, found = pairs[0]
        direction = found.intended_direction or self.indicator.direction
        if "neutral" in (direction, self.indicator.direction):
            return self.refuse("The indicator is neutral: no way is better, so it is not rated.")
        value = self.latest.sound if self.latest else None
        ends = [each for each in (position.low, position.high) if each is not None]
        if not ends:
            return self.refuse("The target has no number.", position.fact)
        if value is None:
            return self._without_figure()
        if position.gap is None:
            return self.refuse(position.not_compared or "There is no figure.", position.fact)
        return Aim(position, found, direction, _end(direction, position, value), position.gap)

    def beside(self, comparator: str) -> Comparison | Refusal:
        """Return a benchmark of the latest period that has a figure, or why there is none.

        Args:
            comparator: Id of the comparator set.
        """
        for each in self.comparisons:
            latest = self.latest
            alike = latest is not None and latest.period == each.period
            if each.comparator == comparator and each.value is not None and alike:
                return each
        return self.refuse(f"There is no benchmark '{comparator}' for this period.")

    def among(self, comparator: str) -> Among | Refusal:
        """Return the area among those of a comparator set, or why it cannot be set there.

        Figures are rounded to the decimals of the indicator, as they are published: so areas
        that a publication shows with one figure are alike here too.

        Args:
            comparator: Id of the comparator set.
        """
        found = self.beside(comparator)
        if isinstance(found, Refusal):
            return found
        if found.method == "single":
            return self.refuse(f"'{comparator}' is a single area: there are no areas to be among.")
        latest = self.latest
        own = None if latest is None else self.own_rate(latest)
        if latest is None or own is None:
            return self._without_figure()
        places = self.indicator.decimals
        shown = [float(rounded(each, places)) for each in (own, *found.figures)]
        return Among(
            own=shown[0],
            ordered=tuple(sorted(shown)),
            title=found.title,
            missing=tuple(each.name for each in found.members if each.value is None),
            facts=(latest.fact, found.fact),
        )

    def own_rate(self, point: Point) -> float | None:
        """Return a figure as those of other areas are: from its counts, where it has them."""
        factor = self.indicator.factor
        return rate_of(point.sound, point.numerator, point.denominator, factor)

    def why_apart(self, one: Period, other: Period) -> str | None:
        """Return why figures of two periods may not be compared; None where they may."""
        apart = periods_apart(self.indicator, one, other)
        return None if apart is None else apart.sentence

    def baseline(self, measure: Measure, *, accept_revised: bool = False) -> Start | Refusal:
        """Return where a measure starts, or why the latest figure may not be set beside it.

        Args:
            measure: The measure.
            accept_revised: Whether a baseline is taken that the series now gives otherwise.
        """
        start = measure.baseline
        if start is None or start.value is None or start.period is None:
            return self.refuse("The measure has no baseline with a number and a period.")
        if self.latest is None:
            return self._without_figure()
        why = self.why_apart(start.period, self.latest.period)
        if why is not None:
            return self.refuse(f"The baseline may not be set beside the latest figure: {why}.")
        if start.period.last_day > self.latest.period.last_day:
            return self.refuse(f"The baseline of {start.period} is later than the latest figure.")
        now = next((each for each in self.figures if each.period == start.period), None)
        if now is not None and now.value is not None and not accept_revised:
            places = self.indicator.decimals
            if rounded(now.value, places) != rounded(start.value, places):
                return self.refuse(
                    f"The baseline of {self.printed(start.value)} for {start.period} was revised: "
                    f"the series now gives {self.printed(now.value)}.",
                    now.fact,
                )
        return Start(start.value, start.period)

    def clipped(self, value: float) -> float:
        """Return a worked-out limit as far as it can be shown: a percentage from 0 to 100."""
        highest = {"percent": 100.0, "share": 1.0}.get(self.indicator.unit)
        if highest is not None:
            value = min(value, highest)
        return max(value, 0.0) if highest is not None or self.indicator.is_count else value

    def drawn(self, limits: ControlLimits | None) -> SeriesLimits | None:
        """Return limits as a chart shows them; None where there are none."""
        if limits is None or limits.lower is None or limits.upper is None:
            return None
        return SeriesLimits(
            mean=limits.mean,
            lower=self.clipped(limits.lower),
            upper=self.clipped(limits.upper),
            trial=limits.trial,
        )


def _end(direction: str, position: TargetPosition, value: float) -> float:
    """Return the end of a target that is to be reached; there is at least one."""
    ends = [each for each in (position.low, position.high) if each is not None]
    if direction == "higher":
        return ends[0]
    if direction == "lower":
        return ends[-1]
    return min(ends, key=lambda end: abs(end - value))
