"""Titles of charts, which say what is to be seen: a direction and a comparison, never a cause."""

from collections.abc import Mapping, Sequence

from sendframe.model import Comparison, IndicatorResult, Period
from sendframe.statistics import rounded

from ._chart_model import Dot, SeriesRole
from ._phrase import counted, figure_text

__all__ = ["peers_title", "trend_title"]


def trend_title(result: IndicatorResult, compared: Mapping[SeriesRole, Comparison]) -> str:
    """Return what a series shows, such as "Fell to 67.6% in 2024, above England".

    The direction is that from the period before, where the two may be compared; the comparison is
    with the first of those compared with that has a figure for the same period.
    """
    latest = result.latest
    if latest is None or latest.sound is None:
        return result.title
    figure = f"{figure_text(result, latest)} {latest.period.phrase}"
    change = result.change
    title = figure
    if change is not None and change.after == latest.period:
        size = rounded(change.amount, result.decimals)
        title = f"{'Rose to' if size > 0 else 'Fell to' if size < 0 else 'Stayed at'} {figure}"
    for comparison in compared.values():
        if comparison.value is not None and comparison.period == latest.period:
            own = rounded(latest.sound, result.decimals)
            other = rounded(comparison.value, result.decimals)
            side = "above" if own > other else "below" if own < other else "level with"
            return f"{title}, {side} {comparison.title}"
    return title


def peers_title(result: IndicatorResult, own: float, members: Sequence[Dot], period: Period) -> str:
    """Return how many of some areas have a better figure, compared as they are printed."""
    sign = 1 if result.direction == "higher" else -1
    figures = [rounded(dot.value, result.decimals) for dot in members if dot.value is not None]
    mine = rounded(own, result.decimals)
    better = sum(sign * (figure - mine) > 0 for figure in figures)
    count = "None" if better == 0 else "All" if better == len(figures) else str(better)
    verb = "have" if better > 1 else "has"
    near = all(dot.role == "near" for dot in members)
    nouns = ("area like it", "areas like it") if near else ("other area", "other areas")
    areas = counted(len(figures), *nouns)
    return f"{count} of {areas} {verb} a better figure {period.phrase}"
