"""Titles of charts, which say what is to be seen: a direction and a comparison, never a cause."""

from collections.abc import Mapping, Sequence

from sendframe.language import N_, ngettext
from sendframe.language import gettext as _
from sendframe.model import Comparison, IndicatorResult, Period
from sendframe.statistics import rounded

from ._chart_model import Dot, SeriesRole
from ._phrase import figure_text

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
        words = N_("Rose to {figure}") if size > 0 else N_("Fell to {figure}")
        title = _(words if size else N_("Stayed at {figure}"), figure=figure)
    for comparison in compared.values():
        if comparison.value is not None and comparison.period == latest.period:
            own = rounded(latest.sound, result.decimals)
            other = rounded(comparison.value, result.decimals)
            words = N_("{title}, above {other}") if own > other else N_("{title}, below {other}")
            return _(
                words if own != other else N_("{title}, level with {other}"),
                title=title,
                other=comparison.title,
            )
    return title


def peers_title(result: IndicatorResult, own: float, members: Sequence[Dot], period: Period) -> str:
    """Return how many of some areas have a better figure, compared as they are printed."""
    sign = 1 if result.direction == "higher" else -1
    figures = [rounded(dot.value, result.decimals) for dot in members if dot.value is not None]
    mine = rounded(own, result.decimals)
    better = sum(sign * (figure - mine) > 0 for figure in figures)
    if all(dot.role == "near" for dot in members):
        areas = ngettext("{number} area like it", "{number} areas like it", len(figures))
    else:
        areas = ngettext("{number} other area", "{number} other areas", len(figures))
    when = period.phrase
    if better == 0:
        return _("None of {areas} has a better figure {when}", areas=areas, when=when)
    if better == len(figures):
        return ngettext(
            "All of {areas} has a better figure {when}",
            "All of {areas} have a better figure {when}",
            better,
            areas=areas,
            when=when,
        )
    return ngettext(
        "{number} of {areas} has a better figure {when}",
        "{number} of {areas} have a better figure {when}",
        better,
        areas=areas,
        when=when,
    )
