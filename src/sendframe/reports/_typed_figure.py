"""A printed figure as values, so that whoever lays a report out parses no text."""

from typing import Literal

import attrs

from sendframe.model import BenchmarkPoint, IndicatorResult, Period, Point, short_repr

from ._mark_model import Mark

__all__ = ["TypedFigure", "typed_benchmark", "typed_change", "typed_point"]


@attrs.frozen
class TypedFigure:
    """A figure that a cell or a card prints, as values. It holds disclosed values only.

    Attributes:
        indicator: Id of the indicator.
        value: The figure, unrounded; None where a symbol is printed in its place.
        unit: Its unit, such as ``percent``; ``points`` for a difference of percentages, and
            ``count`` for a numerator or a denominator.
        decimals: Decimal places it is printed with.
        kind: What it is: the ``figure`` of a period; one of its counts, ``numerator`` or
            ``denominator``; a ``change`` from the period before; a ``baseline``, where a measure
            began; or a ``gap`` between the parts of a whole.
        period: Its period; None for a baseline without one.
        numerator: What was counted; None where it is not known or not shown.
        denominator: The denominator; None where it is not known or not shown.
        part: Part of the whole that it is of; empty for the whole.
        comparator: Id of the comparator set that it is of; empty for the area itself.
        symbol: Symbol in place of a figure; None with a figure.
        fault: Code of its fault; None for a figure that does not contradict itself.
        doubts: Codes of the checks that doubt it.
        reading: How it is to be read, in the words and shapes that the report prints.

    Hook: ``sendframe_renderers``.
    """

    __repr__ = short_repr

    indicator: str
    value: float | None
    unit: str
    decimals: int = 0
    kind: Literal["figure", "numerator", "denominator", "change", "baseline", "gap"] = "figure"
    period: Period | None = None
    numerator: float | None = None
    denominator: float | None = None
    part: str = ""
    comparator: str = ""
    symbol: str | None = None
    fault: str | None = None
    doubts: tuple[str, ...] = ()
    reading: tuple[Mark, ...] = ()


def typed_point(
    result: IndicatorResult, point: Point, *, part: str = "", with_reading: bool = False
) -> TypedFigure:
    """Return a point of a series as values.

    Args:
        result: The result of its indicator.
        point: The point.
        part: Part of the whole that it is of; empty for the whole.
        with_reading: Whether the report prints how the latest figure is to be read.
    """
    reading = result.reading if with_reading and point == result.latest else None
    marks = () if reading is None else reading.marks
    return TypedFigure(
        result.indicator,
        point.value,
        result.unit,
        result.decimals,
        period=point.period,
        numerator=point.numerator,
        denominator=point.denominator,
        part=part,
        symbol=point.symbol if point.value is None else None,
        fault=point.fault,
        doubts=point.doubts,
        reading=tuple(Mark(mark.label, mark.shape, mark.tone) for mark in marks),
    )


def typed_benchmark(result: IndicatorResult, comparator: str, point: BenchmarkPoint) -> TypedFigure:
    """Return a benchmark in one period as values.

    Args:
        result: The result of its indicator.
        comparator: Id of the comparator set.
        point: The benchmark.
    """
    return TypedFigure(
        result.indicator,
        point.value,
        result.unit,
        result.decimals,
        period=point.period,
        numerator=point.numerator,
        denominator=point.denominator,
        comparator=comparator,
    )


def typed_change(result: IndicatorResult) -> TypedFigure | None:
    """Return the change of the latest figure as values; None without one."""
    change = result.change
    if change is None:
        return None
    unit = "points" if result.unit == "percent" else result.unit
    return TypedFigure(
        result.indicator, change.amount, unit, result.decimals, "change", period=change.after
    )
