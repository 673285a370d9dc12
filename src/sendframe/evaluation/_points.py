"""Turn the area's own figures into points of an evaluation, each with its fact."""

from collections.abc import Sequence
from typing import NamedTuple

from sendframe.figures import Figure, Series, fault_by_code
from sendframe.model import Change, Period, Point
from sendframe.statistics import difference

from ._change_test import change_test
from ._fact_text import figure_text, period_key, sentence_of
from ._facts import FactBook

__all__ = ["RecordedFigure", "change_of", "record_figure"]


class RecordedFigure(NamedTuple):
    """A figure, and its point in the evaluation.

    Attributes:
        figure: The figure.
        point: The point, with its fact.
    """

    figure: Figure
    point: Point


def record_figure(  # noqa: PLR0913  # the parts of a fact
    figure: Figure,
    prefix: str,
    name: str,
    book: FactBook,
    *,
    source: str | None,
    derived_from: tuple[str, ...] = (),
) -> RecordedFigure:
    """Add a figure to the facts, and return it with its point.

    Args:
        figure: The figure.
        prefix: Beginning of the fact's id.
        name: Name of the area, and of its part.
        book: The facts of the evaluation.
        source: Source of the figure.
        derived_from: Facts that it was computed from.
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
    return RecordedFigure(figure, point)


def change_of(
    series: Series,
    recorded: Sequence[RecordedFigure],
    name: str,
    book: FactBook,
    limits_from: Period | None,
) -> Change | None:
    """Return the change to the latest figure; None where it may not be compared with the last.

    Control limits are made of the figures from *limits_from* on, or of all where that is None.
    """
    pair = series.last_two
    if pair is None:
        return None
    indicator = pair[0].indicator
    before, after = (
        next(item.point for item in recorded if item.figure.period == figure.period)
        for figure in pair
    )
    first, last = before.value or 0.0, after.value or 0.0
    amount = last - first
    if amount == 0:
        movement = "did not change"
    else:
        size = difference(abs(amount), indicator.decimals, indicator.unit, indicator.unit_text)
        movement = f"{'rose' if amount > 0 else 'fell'} by {size}"
    fact = book.add(
        f"indicator/{indicator.id}/change",
        f"{indicator.title}: {name} {movement}, from {figure_text(first, indicator)} "
        f"{before.period.phrase} to {figure_text(last, indicator)} {after.period.phrase}.",
        value=amount,
        unit=indicator.unit,
        derived_from=(before.fact, after.fact),
    )
    verdict = change_test(series, *pair, limits_from)
    return Change(
        before=before.period,
        after=after.period,
        amount=amount,
        test=verdict.test,
        lower=verdict.interval.lower if verdict.interval else None,
        upper=verdict.interval.upper if verdict.interval else None,
        fact=fact,
    )
