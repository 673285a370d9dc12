"""The context that is passed to a scoring rule about an indicator."""

from collections.abc import Mapping

import attrs

from sendframe.figures import fault_by_code, follows_of, rate_of, why_periods_not_comparable
from sendframe.language import gettext as _
from sendframe.language import ngettext
from sendframe.model import (
    Baseline,
    Change,
    Comparison,
    Direction,
    FrozenMap,
    Indicator,
    Measure,
    Period,
    Point,
    Refusal,
    SeriesLimits,
    TargetPosition,
    short_repr,
)
from sendframe.statistics import ControlLimits, amount, difference, rounded

from ._needs import Needs
from ._peers import PeerFigures
from ._rule_context import RuleContext
from ._target import BaselineFigure, RuleTarget

__all__ = ["ScoringContext"]


@attrs.frozen(kw_only=True)
class ScoringContext(RuleContext):
    """All input of a rule about an indicator. A rule reads no clock, no file and no network.

    Attributes:
        rule: Id of the rule.
        kind: What the rule compares figures with, as it declares.
        indicator: The indicator.
        points: The area's series up to the latest figure, oldest first; points that may not be
            compared with the latest are not in it.
        latest: The latest point, with a figure or a symbol; None where there is none.
        targets: The position of the latest figure relative to each target.
        measures: The measures that the targets belong to, in the same order. The baseline of one is
            left out where the latest figure may not be compared with it: `baseline` says why.
        comparisons: Benchmarks with their earlier figures.
        options: Options from the portfolio, as the rule's options class.
        as_at: The day of the evaluation.
        made_by: The plug-in, with distribution and version.
        left_out: Points of the area that may not be compared with the latest, oldest first.
        older: Points of the series from an older release than one that restated others of them.
        change: The change of the latest figure from the one before, and whether it is more than random
            variation; None where there is none.
        limits_from: First period from which the area computes control limits anew; None where they
            are computed from the whole series.

    Hook: ``sendframe_scoring_rules``.
    """

    __repr__ = short_repr

    indicator: Indicator
    points: tuple[Point, ...]
    latest: Point | None
    targets: tuple[TargetPosition, ...]
    measures: tuple[Measure, ...]
    comparisons: tuple[Comparison, ...]
    left_out: tuple[Point, ...] = ()
    older: tuple[Point, ...] = ()
    change: Change | None = None
    limits_from: Period | None = None
    _baselines: Mapping[str, Baseline] = attrs.field(default=FrozenMap(), repr=False)

    @property
    def about(self) -> str:
        """Id of the indicator."""
        return self.indicator.id

    @property
    def figures(self) -> tuple[Point, ...]:
        """The points of the series with a figure that has no fault, oldest first."""
        return tuple(point for point in self.points if point.sound is not None)

    @property
    def values(self) -> tuple[float, ...]:
        """The figures of the series that have no fault, oldest first."""
        return tuple(point.sound for point in self.points if point.sound is not None)

    @property
    def follows(self) -> tuple[bool, ...]:
        """Whether each of `figures` is of the period right after that of the one before it.

        Limits and runs of an XmR chart take notice of periods without a figure by it.
        """
        return follows_of([point.period for point in self.figures])

    def since_limits_began(self) -> "ScoringContext":
        """Return the context with only the points that control limits are computed from.

        These are the points whose first day is not before that of `limits_from`; the others are
        left out. Without `limits_from` the context is returned as it is.
        """
        if self.limits_from is None:
            return self
        first_day = self.limits_from.first_day
        earlier = tuple(point for point in self.points if point.period.first_day < first_day)
        return attrs.evolve(
            self,
            points=self.points[len(earlier) :],
            left_out=(*self.left_out, *earlier),
            older=tuple(point for point in self.older if point.period.first_day >= first_day),
        )

    def printed(self, value: float) -> str:
        """Return a figure as text, rounded and with its unit."""
        return amount(value, self.indicator.decimals, self.indicator.unit_text)

    def difference(self, value: float) -> str:
        """Return a difference of two figures as text: of percentages, in percentage points."""
        indicator = self.indicator
        return difference(value, indicator.decimals, indicator.unit, indicator.unit_text)

    def check_needs(self, needs: Needs, *, accept_revised: bool = False) -> Refusal | None:
        """Return a refusal where something that a rule needs is missing; None otherwise.

        Rules are not called for figures of a sample that is too weak to be scored.

        Args:
            needs: What the rule needs.
            accept_revised: Whether to accept a series that was revised in part.
        """
        if needs.direction and self.indicator.direction not in ("higher", "lower"):
            return self.refuse(
                _("The indicator is to stay in a range: neither higher nor lower is better.")
                if self.indicator.direction == "range"
                else self._why_not_rated
            )
        if needs.points and (self.latest is None or self.latest.sound is None):
            return self._refuse_without_figure()
        if len(self.figures) < needs.points:
            return self._refuse_too_few(needs.points)
        return self._refuse_unsettled() if needs.settled and not accept_revised else None

    @property
    def _why_not_rated(self) -> str:
        if self.indicator.direction is None:
            return _("It is not stated which way is better, so it is not rated.")
        return _("The indicator is neutral: neither direction is better, so it is not rated.")

    def _refuse_without_figure(self) -> Refusal:
        latest = self.latest
        if latest is None:
            return self.refuse(_("There is no figure."))
        if latest.fault is not None:
            title = _(fault_by_code(latest.fault).title)
            return self.refuse(f"{title[0].upper()}{title[1:]} ({latest.period}).", latest.fact)
        if latest.denominator == 0:
            return self.refuse(_("The denominator is 0, so there is no rate."), latest.fact)
        symbol = f"{latest.symbol}: {latest.meaning}" if latest.meaning else f"{latest.symbol}"
        return self.refuse(
            _("There is no figure for {period} ({symbol}).", period=latest.period, symbol=symbol),
            latest.fact,
        )

    def _refuse_too_few(self, least: int) -> Refusal:
        count = len(self.figures)
        message = ngettext(
            "It takes {least} figures that may be compared, and there is {number}.",
            "It takes {least} figures that may be compared, and there are {number}.",
            count,
            least=least,
        )
        others = [point for point in self.left_out if point.value is not None]
        if others and self.latest is not None:
            reason = self.why_not_comparable(others[-1].period, self.latest.period) or _(
                "limits are computed anew from {period}", period=self.limits_from
            )
            left_out = _("Left out: {number}; {reason}.", number=len(others), reason=reason)
            message = f"{message} {left_out}"
        return self.refuse(message, *(point.fact for point in self.figures))

    def _refuse_unsettled(self) -> Refusal | None:
        provisional = [point for point in self.figures if point.status == "provisional"]
        if provisional and len(provisional) < len(self.figures):
            return self.refuse(
                _(
                    "The figure of {period} is provisional and others are not: the series may yet change.",
                    period=provisional[-1].period,
                ),
                *(point.fact for point in provisional),
            )
        if self.older:
            return self.refuse(
                _(
                    "Figures were restated, and that of {period} is from an older release: they may "
                    "not be comparable.",
                    period=self.older[-1].period,
                ),
                *(point.fact for point in self.older),
            )
        return None

    def target(self, measure: str | None = None) -> RuleTarget | Refusal:
        """Return the target, or why the latest figure cannot be compared with it.

        Args:
            measure: Id of the measure; needed where several measures have a target.
        """
        pairs = [
            pair
            for pair in zip(self.targets, self.measures, strict=True)
            if measure in (None, pair[1].id)
        ]
        if not pairs:
            reason = (
                _("There is no target.")
                if measure is None
                else _("No target of the measure {measure}.", measure=measure)
            )
            return self.refuse(reason)
        if len(pairs) > 1:
            return self.refuse(_("There are several targets; the option 'measure' must name one."))
        position, chosen_measure = pairs[0]
        direction = chosen_measure.intended_direction or self.indicator.direction
        if direction is None or {self.indicator.direction, direction} & {None, "neutral"}:
            return self.refuse(self._why_not_rated)
        value = self.latest.sound if self.latest else None
        ends = [end for end in (position.low, position.high) if end is not None]
        if not ends:
            return self.refuse(_("The target has no number."), position.fact)
        if value is None:
            return self._refuse_without_figure()
        if position.gap is None:
            return self.refuse(position.not_compared or _("There is no figure."), position.fact)
        return RuleTarget(
            position,
            chosen_measure,
            direction,
            level := _nearest_end(direction, ends, value),
            position.gap,
            _duty_beyond(self.indicator, direction, level),
        )

    def beside_duty(self, label: str, target: RuleTarget) -> str:
        """Return the words for a figure at or near its target, with what the law requires.

        A target below a duty is a step towards it: to reach it is never called good without the
        duty.

        Args:
            label: The words.
            target: The target.
        """
        if target.duty is None:
            return label
        decimals = 0 if target.duty.is_integer() else self.indicator.decimals
        duty = amount(target.duty, decimals, self.indicator.unit_text)
        return _("{label}, by law {duty}", label=label, duty=duty)

    def benchmark(self, comparator: str) -> Comparison | Refusal:
        """Return the benchmark for the latest period, or why it has no figure.

        Args:
            comparator: Id of the comparator set.
        """
        for comparison in self.comparisons:
            latest = self.latest
            is_latest = latest is not None and latest.period == comparison.period
            if comparison.comparator == comparator and comparison.value is not None and is_latest:
                return comparison
        return self.refuse(
            _("There is no benchmark '{comparator}' for this period.", comparator=comparator)
        )

    def peers(self, comparator: str) -> PeerFigures | Refusal:
        """Return the figures of the area and of a comparator set, or why there are none.

        Figures are rounded to the decimals of the indicator, as they are published, so that areas
        that are published with the same figure are equal here too.

        Args:
            comparator: Id of the comparator set.
        """
        comparison = self.benchmark(comparator)
        if isinstance(comparison, Refusal):
            return comparison
        if comparison.method == "single":
            return self.refuse(
                _(
                    "'{comparator}' is a single area: there are no areas to be among.",
                    comparator=comparator,
                )
            )
        latest = self.latest
        own = None if latest is None else self.own_rate(latest)
        if latest is None or own is None:
            return self._refuse_without_figure()
        decimals = self.indicator.decimals
        figures = [float(rounded(member, decimals)) for member in (own, *comparison.figures)]
        return PeerFigures(
            own=figures[0],
            ordered=tuple(sorted(figures)),
            title=comparison.title,
            missing=tuple(member.name for member in comparison.members if member.value is None),
            facts=(latest.fact, comparison.fact),
        )

    def own_rate(self, point: Point) -> float | None:
        """Return a figure computed as those of other areas: from its counts, where it has them."""
        factor = self.indicator.factor
        return rate_of(point.sound, point.numerator, point.denominator, factor)

    def why_not_comparable(self, first: Period, second: Period) -> str | None:
        """Return why figures of two periods may not be compared; None where they may."""
        comparability = why_periods_not_comparable(self.indicator, first, second)
        return None if comparability is None else comparability.sentence

    def baseline(
        self, measure: Measure, *, accept_revised: bool = False
    ) -> BaselineFigure | Refusal:
        """Return the baseline of a measure, or why the latest figure cannot be compared with it.

        Args:
            measure: The measure.
            accept_revised: Whether to accept a baseline that the series has since restated.
        """
        start = self._baselines.get(measure.id, measure.baseline)
        if start is None or start.value is None or start.period is None:
            return self.refuse(_("The measure has no baseline with a number and a period."))
        if self.latest is None:
            return self._refuse_without_figure()
        reason = self.why_not_comparable(start.period, self.latest.period)
        if reason is not None:
            return self.refuse(
                _(
                    "The baseline may not be compared with the latest figure: {reason}.",
                    reason=reason,
                )
            )
        if start.period.last_day > self.latest.period.last_day:
            return self.refuse(
                _("The baseline of {period} is later than the latest figure.", period=start.period)
            )
        current = next((point for point in self.figures if point.period == start.period), None)
        if current is not None and current.value is not None and not accept_revised:
            decimals = self.indicator.decimals
            if rounded(current.value, decimals) != rounded(start.value, decimals):
                return self.refuse(
                    _(
                        "The baseline of {before} for {period} was revised: the series now gives {now}.",
                        before=self.printed(start.value),
                        period=start.period,
                        now=self.printed(current.value),
                    ),
                    current.fact,
                )
        return BaselineFigure(start.value, start.period)

    def clipped(self, value: float) -> float:
        """Return a limit within the possible range of the unit: a percentage from 0 to 100."""
        highest = {"percent": 100.0, "share": 1.0}.get(self.indicator.unit)
        if highest is not None:
            value = min(value, highest)
        return max(value, 0.0) if highest is not None or self.indicator.is_count else value

    def chart_limits(self, limits: ControlLimits | None) -> SeriesLimits | None:
        """Return limits for a chart of the series; None where there are none."""
        if limits is None or limits.lower is None or limits.upper is None:
            return None
        return SeriesLimits(
            mean=limits.mean,
            lower=self.clipped(limits.lower),
            upper=self.clipped(limits.upper),
            trial=limits.trial,
            since=self.limits_from,
        )


def _duty_beyond(indicator: Indicator, direction: Direction, level: float) -> float | None:
    """Return what the law requires where a level does not reach it."""
    standard = indicator.statutory_standard
    duty = None if standard is None else standard.level
    if duty is None or direction not in ("higher", "lower"):
        return None
    falls_short = level < duty if direction == "higher" else level > duty
    return duty if falls_short else None


def _nearest_end(direction: str, ends: list[float], value: float) -> float:
    """Return the end of a target that is to be reached, of one or both."""
    if direction == "higher":
        return ends[0]
    if direction == "lower":
        return ends[-1]
    return min(ends, key=lambda end: abs(end - value))
