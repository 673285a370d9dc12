"""Figures that have changed since somebody put them in simple words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from sendframe.language import gettext as _
from sendframe.model import IndicatorResult, Point, Variant
from sendframe.statistics import amount

__all__ = ["FiguresByFact", "figures_by_fact", "stale_facts"]

FiguresByFact: TypeAlias = Mapping[str, tuple[IndicatorResult, Point]]
"""Each figure of an indicator by the id of its fact."""


def figures_by_fact(results: Iterable[IndicatorResult]) -> FiguresByFact:
    """Return each figure of indicators by the id of its fact."""
    return {point.fact: (result, point) for result in results for point in result.points}


def stale_facts(variant: Variant, figures: FiguresByFact) -> Iterator[tuple[str, str]]:
    """Yield each fact that has changed since words were written, and what has become of it.

    That there is a newer figure is said of the newest fact that the words name of an indicator.
    """
    newest: dict[str, str] = {}
    for simplified in variant.simplifies:
        fact, value = simplified.fact, simplified.value
        if fact not in figures:
            yield (
                fact,
                _("there is no figure '{fact}' any more; it was {value}", fact=fact, value=value),
            )
            continue
        result, point = figures[fact]
        known = newest.setdefault(result.indicator, fact)
        if point.period.last_day > figures[known][1].period.last_day:
            newest[result.indicator] = fact
        if _text(result, point) != value:
            yield (
                fact,
                _(
                    "'{fact}' was {value}, and is {text}",
                    fact=fact,
                    value=value,
                    text=_text(result, point),
                ),
            )
    for fact in newest.values():
        result, point = figures[fact]
        latest = result.latest
        if latest is not None and latest.fact != fact:
            newer = f"{_text(result, latest)} {latest.period.phrase}"
            yield (
                fact,
                _(
                    "'{fact}' was {text}, and there is a newer figure: {newer}",
                    fact=fact,
                    text=_text(result, point),
                    newer=newer,
                ),
            )


def _text(result: IndicatorResult, point: Point) -> str:
    if point.value is None:
        return point.meaning or _("no figure")
    return amount(point.value, result.decimals, result.unit_text)
