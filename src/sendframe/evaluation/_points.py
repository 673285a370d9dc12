"""The area's own figures as points of an evaluation, each noted as a fact."""

from collections.abc import Sequence
from typing import NamedTuple

from sendframe.figures import Figure, Series, fault_by_code
from sendframe.model import Change, Point
from sendframe.statistics import difference

from ._fact_text import figure_text, period_key, sentence_of
from ._facts import FactBook

__all__ = ["Noted", "change_of", "note"]


class Noted(NamedTuple):
    """A figure, and the point that stands for it in the evaluation.

    Attributes:
        figure: The figure.
        point: The point, with its fact.
    """

    figure: Figure
    point: Point


def note(  # noqa: PLR0913  # each is a part of the fact
    figure: Figure,
    prefix: str,
    name: str,
    book: FactBook,
    *,
    source: str | None,
    derived_from: tuple[str, ...] = (),
) -> Noted:
    """Note a figure as a fact, and return it with its point.

    Args:
        figure: The figure.
        prefix: What the id of the fact begins with.
        name: Name of the area, and of the part of it.
        book: Where facts are noted.
        source: Where the figure comes from.
        derived_from: Facts that it was worked out from.
    """
    indicator = figure.indicator
    point = Point(
        period=figure.period,
        value=figure.value,
        symbol=figure.symbol if figure.value is None else None,
        meaning=figure.meaning,
        numerator=figure.numerator,
        denominator=figure.denominator,
        status=figure.status,
        release=figure.release,
        fault=figure.fault,
        fact=f"{prefix}/{period_key(figure.period)}",
    )
    counts = (figure.numerator, figure.denominator)
    statement = sentence_of(
        indicator, name, figure.period, figure.value, counts, figure.symbol, figure.meaning
    )
    if figure.fault is not None and figure.value is not None:
        problem = fault_by_code(figure.fault).sentence(indicator, figure.value, *counts)
        statement += f" It is not used: {problem}."
    book.add(
        point.fact,
        statement,
        value=point.value,
        unit=indicator.unit,
        source=source,
        derived_from=derived_from,
    )
    return Noted(figure, point)


def change_of(series: Series, noted: Sequence[Noted], name: str, book: FactBook) -> Change | None:
    """Return the change from the figure before to the latest, where both may be compared."""
    pair = series.last_two
    if pair is None:
        return None
    indicator = pair[0].indicator
    before, after = (
        next(each.point for each in noted if each.figure.period == figure.period) for figure in pair
    )
    first, last = before.value or 0.0, after.value or 0.0
    by = last - first
    if by == 0:
        words = "did not change"
    else:
        size = difference(abs(by), indicator.decimals, indicator.unit, indicator.unit_text)
        words = f"{'rose' if by > 0 else 'fell'} by {size}"
    fact = book.add(
        f"indicator/{indicator.id}/change",
        f"{indicator.title}: {name} {words}, from {figure_text(first, indicator)} in "
        f"{before.period} to {figure_text(last, indicator)} in {after.period}.",
        value=by,
        unit=indicator.unit,
        derived_from=(before.fact, after.fact),
    )
    return Change(before=before.period, after=after.period, amount=by, fact=fact)
