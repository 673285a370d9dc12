"""Numerators, denominators and quantiles of indicators, by area, year and group."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import attrs
import narwhals as nw

from ._column import DayInYear, DaysBetween
from ._compile import (
    compile_condition,
    compile_day,
    compile_group,
    days_name,
    is_native,
    moved_name,
)
from ._engine import Engine, Frame
from ._expression import AS_AT, AsAt, Compared, Condition, Day, Expression, Moved
from ._indicator import RecordIndicator
from ._measure import Quantile, Share
from ._record_type import Bands

__all__ = ["Aggregate", "aggregate", "steps"]

_DECIMALS = 9
"""Quantiles are rounded to this, since engines interpolate in different orders."""


@attrs.frozen(order=True)
class Aggregate:
    """What an indicator comes to for an area, a year and a group.

    Attributes:
        indicator: Id of the indicator.
        area: Code of the area.
        year: The calendar year; None for what is counted as at a day.
        dimension: What it is broken down by; None for the total.
        group: The group; None for the total.
        count: Records of the numerator of a share; otherwise those counted.
        of: Records of the denominator of a share; None for others.
        weeks: The quantile in weeks; None for others, and where there are too few records.
    """

    indicator: str
    area: str
    year: int | None
    dimension: str | None
    group: str | None
    count: int
    of: int | None = None
    weeks: float | None = None


def aggregate(
    engine: Engine,
    records: Frame,
    indicators: Sequence[RecordIndicator],
    as_at: date,
    *,
    on_step: Callable[[int], None] | None = None,
) -> list[Aggregate]:
    """Compute indicators of one kind of record.

    Args:
        engine: The engine of the records.
        records: The records, with the column ``area``.
        indicators: The indicators.
        as_at: The day that figures are about; what happened later is left out.
        on_step: Called with 1 after each of `steps` passes over the records.

    Returns:
        The aggregates, sorted. Groups without records are absent.
    """
    parts = list(_parts(indicators))
    times = {
        days_name(part): (
            part.start.name,
            as_at if isinstance(part.stop, AsAt) else part.stop.name,
        )
        for part in parts
        if isinstance(part, DaysBetween)
    }
    moves = {
        moved_name(part): (str(part.start), part.span.days)
        for part in parts
        if isinstance(part, Moved) and is_native(part)
    }
    frame = engine.with_days(engine.with_moved(records, moves), times)
    made: list[Aggregate] = []
    for when, dimension, members in _passes(indicators):
        made += _one_pass(engine, frame, when, dimension, members, as_at)
        if on_step is not None:
            on_step(1)
    return sorted(made, key=_order)


def steps(indicators: Sequence[RecordIndicator]) -> int:
    """Return how many passes over the records indicators take."""
    return sum(1 for _ in _passes(indicators))


def _parts(indicators: Iterable[RecordIndicator]) -> Iterator[Expression]:
    """Yield every expression that indicators are made of, those of their breakdowns as well."""
    for indicator in indicators:
        yield from indicator.expressions()
        for name in indicator.dimensions:
            breakdown = indicator.record.breakdown(name)
            for condition in breakdown.groups.values() if isinstance(breakdown, Bands) else ():
                yield from condition.walk()


def _passes(
    indicators: Sequence[RecordIndicator],
) -> Iterator[tuple[Day | None, str | None, list[RecordIndicator]]]:
    """Yield what is computed together: one day that decides the year, and one breakdown."""
    together: dict[tuple[str, str | None], tuple[Day | None, list[RecordIndicator]]] = {}
    for indicator in indicators:
        when = indicator.measure.when
        for dimension in (None, *indicator.dimensions):
            key = ("" if when is None else str(when), dimension)
            together.setdefault(key, (when, []))[1].append(indicator)
    for (_, dimension), (when, members) in together.items():
        yield when, dimension, members


def _one_pass(  # noqa: PLR0913  # what one pass needs
    engine: Engine,
    frame: Frame,
    when: Day | None,
    dimension: str | None,
    indicators: Sequence[RecordIndicator],
    as_at: date,
) -> Iterator[Aggregate]:
    keys = {"_area": nw.col("area")}
    if when is not None:
        frame = frame.filter(compile_condition(Compared(when, "<=", AS_AT), as_at))
        keys["_year"] = _year(when, as_at)
    if dimension is not None:
        keys["_group"] = compile_group(indicators[0].record.breakdown(dimension), as_at)
    columns = _Columns(as_at)
    wanted = [(indicator, _cells(indicator, columns)) for indicator in indicators]
    flags = [value.alias(name) for name, value in columns.flags.items()]
    values = [value.alias(name) for name, value in columns.values.items()]
    grouped = frame.select(
        *(value.alias(name) for name, value in keys.items()), *flags, *values
    ).group_by(*keys)
    sums = [nw.col(name).sum() for name in columns.flags]
    quantiles = [
        nw.col(value).quantile(level, interpolation="linear").alias(name)
        for name, (value, level) in columns.quantiles.items()
    ]
    names = [*keys, *columns.flags, *columns.quantiles]
    for row in engine.rows(grouped.agg(*sums, *quantiles)):
        cell = dict(zip(names, row, strict=True))
        for indicator, (count, of, weeks) in wanted:
            yield _made(indicator, cell, dimension, (count, of, weeks))


def _made(
    indicator: RecordIndicator,
    cell: dict[str, Any],
    dimension: str | None,
    names: tuple[str, str | None, str | None],
) -> Aggregate:
    count, of, quantile = names
    number = int(cell[count] or 0)
    weeks = None
    measure = indicator.measure
    if quantile is not None and isinstance(measure, Quantile) and number >= measure.fewest:
        weeks = round(float(cell[quantile]) / 7, _DECIMALS)
    return Aggregate(
        indicator=indicator.id,
        area=cell["_area"],
        year=None if "_year" not in cell else int(cell["_year"]),
        dimension=dimension,
        group=cell.get("_group"),
        count=number,
        of=None if of is None else int(cell[of] or 0),
        weeks=weeks,
    )


def _cells(indicator: RecordIndicator, columns: "_Columns") -> tuple[str, str | None, str | None]:
    """Return the columns of the numerator, the denominator and the quantile."""
    measure = indicator.measure
    if isinstance(measure, Share):
        return columns.flag(measure.of & measure.part), columns.flag(measure.of), None
    count = columns.flag(measure.of)
    if isinstance(measure, Quantile):
        return count, None, columns.quantile(measure)
    return count, None, None


@attrs.define
class _Columns:
    """Columns of one pass; equal conditions share one."""

    as_at: date
    flags: dict[str, nw.Expr] = attrs.Factory(dict)
    values: dict[str, nw.Expr] = attrs.Factory(dict)
    quantiles: dict[str, tuple[str, float]] = attrs.Factory(dict)
    _by_text: dict[str, str] = attrs.Factory(dict)

    def flag(self, condition: Condition) -> str:
        """Return the column of 1 where a condition is true, else 0."""
        name = self._by_text.setdefault(str(condition), f"_flag_{len(self._by_text)}")
        if name not in self.flags:
            is_true = compile_condition(condition, self.as_at)
            self.flags[name] = nw.when(is_true).then(nw.lit(1)).otherwise(nw.lit(0))
        return name

    def quantile(self, measure: Quantile) -> str:
        """Return the column of a quantile of the days of some records."""
        text = f"{measure.time} of {measure.of}"
        value = self._by_text.setdefault(text, f"_value_{len(self._by_text)}")
        if value not in self.values:
            counted = compile_condition(measure.of, self.as_at)
            self.values[value] = nw.when(counted).then(nw.col(days_name(measure.time)))
        name = f"_quantile_{len(self.quantiles)}"
        self.quantiles[name] = value, measure.level
        return name


def _year(when: Day, as_at: date) -> nw.Expr:
    day = when.of if isinstance(when, DayInYear) else when
    return compile_day(day, as_at).dt.year()


def _order(made: Aggregate) -> tuple[Any, ...]:
    return (
        made.indicator,
        made.area,
        made.year or 0,
        made.dimension or "",
        made.group or "",
    )
