"""Which figures got worse or better, and in which order a page names them."""

from collections.abc import Iterable

import attrs

from sendframe.model import IndicatorResult, short_repr

from ._context import BuildContext, once_a_report
from ._figure_words import is_behind, place_among, points_after

__all__ = ["Movements", "doubted", "is_secondary", "movements"]


@attrs.frozen
class Movements:
    """Figures by what happened to them, each in one group at most, the most important first.

    Attributes:
        worse: Worse than before.
        better: Better than before.
        watch: Neither, but the worst of its group of areas or off its target; and counts with a
            target of which no direction is better.
        behind: Without an earlier figure, and worse than a benchmark.
        ahead: Without an earlier figure, and better than a benchmark.
        growing: Counts of which no direction is better, that changed beyond random variation.
    """

    __repr__ = short_repr

    worse: tuple[IndicatorResult, ...] = ()
    better: tuple[IndicatorResult, ...] = ()
    watch: tuple[IndicatorResult, ...] = ()
    behind: tuple[IndicatorResult, ...] = ()
    ahead: tuple[IndicatorResult, ...] = ()
    growing: tuple[IndicatorResult, ...] = ()

    @property
    def moved(self) -> tuple[IndicatorResult, ...]:
        """Those that are worse, then those that are better."""
        return (*self.worse, *self.better)


@once_a_report
def doubted(context: BuildContext) -> frozenset[str]:
    """Return the ids of indicators with a figure or target that is in doubt or has a fault."""
    return frozenset(
        result.indicator
        for result in context.evaluation.indicators
        if any(point.doubts or point.fault for point in result.points)
        or any(target.doubts for target in result.targets)
    )


@once_a_report
def _secondary(context: BuildContext) -> frozenset[str]:
    """Return the ids of figures that are read with another one."""
    results = context.results
    found: set[str] = set()
    for result in results.values():
        for id_ in result.shown_with:
            companion = results.get(id_)
            if companion is None or result.is_count:
                continue
            if not companion.is_count:
                found.add(result.indicator)
            elif is_behind(companion, result):
                found.add(id_)
    return frozenset(found)


def is_secondary(context: BuildContext, result: IndicatorResult) -> bool:
    """Whether a figure is read with another one: a count behind a rate, or another form of it."""
    return result.indicator in _secondary(context)


@once_a_report
def movements(context: BuildContext) -> Movements:
    """Return the figures by what happened to them.

    Left out are figures that contradict themselves or are doubted, and those that are read with
    another one. Within a group, changes beyond random variation come first, then those further
    from their target, then the order of the indicator sets.
    """
    doubts = doubted(context)
    groups: dict[str, list[IndicatorResult]] = {}
    for result in context.evaluation.indicators:
        if result.latest is None or result.latest.sound is None or result.indicator in doubts:
            continue
        if not is_secondary(context, result):
            group = _group(context, result)
            if group:
                groups.setdefault(group, []).append(result)
    ordered = {name: tuple(_in_order(results)) for name, results in groups.items()}
    return Movements(**ordered)


def _group(context: BuildContext, result: IndicatorResult) -> str:
    """Return the name of the group a figure belongs to; an empty text for none."""
    reading, change = result.reading, result.change
    movement = reading.movement if reading else None
    tones = [mark.tone for mark in reading.marks] if reading else []
    if movement == "worse":
        return "worse"
    if movement == "neutral":
        if change is not None and change.test == "beyond" and result.is_count:
            return "growing"
        return "watch" if result.targets and result.is_count else ""
    place = place_among(context, result)
    is_worst = place is not None and place.is_worst
    if movement == "better":
        return "watch" if is_worst else "better"
    # Whichever rule scores it, and if none does; of an older figure than the newest nothing is said.
    is_newest = result.latest is not None and not points_after(result, result.latest)
    is_off = is_newest and any(target.reached is False for target in result.targets)
    if movement == "between":
        is_rated_off = tones and tones[0] in ("worse", "between")
        return "watch" if is_worst or is_off or is_rated_off else ""
    if tones and change is None:
        group = {"worse": "behind", "better": "ahead"}.get(tones[0], "")
        return "watch" if is_off and group != "behind" else group
    return "watch" if is_off else ""


def _in_order(results: Iterable[IndicatorResult]) -> list[IndicatorResult]:
    """Return figures in the order in which a page names them."""

    def rank(result: IndicatorResult) -> tuple[bool, bool, float]:
        change = result.change
        gaps = [target.gap for target in result.targets if target.gap]
        beyond = change is not None and change.test == "beyond"
        size = _relative_change(result) if result.direction in (None, "neutral") else 0.0
        return not beyond, not result.targets, -max(gaps, default=0.0) - size

    return sorted(results, key=rank)


def _relative_change(result: IndicatorResult) -> float:
    """Return how much a count changed, as a share of what it was before."""
    change, latest = result.change, result.latest
    if change is None or latest is None or latest.value is None:
        return 0.0
    before = latest.value - change.amount
    return abs(change.amount / before) if before else 0.0
