"""A trend chart from a data frame of one's own."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from sendframe.errors import Diagnostic, InvalidDocument, Location, json_pointer
from sendframe.frames import is_missing, read_frame
from sendframe.language import gettext as _
from sendframe.model import parse_period
from sendframe.statistics import amount

from ._chart_model import ChartPoint, TrendChart

__all__ = ["trend_of"]

_ONE_EACH = {
    "indicator": "figures of several indicators are no series",
    "area": "figures of several areas are no series",
    "period_kind": "periods of different kinds are never joined",
}


def trend_of(  # noqa: PLR0913  # what a chart says, each by its name
    frame: Any,
    *,
    id: str,  # noqa: A002  # as the chart calls it
    title: str,
    unit: str,
    decimals: int = 1,
    area: str = "",
    description: str = "",
    period: str = "period",
    value: str = "value",
) -> TrendChart:
    """Return the trend chart of a data frame: one row for each period, the oldest first.

    Each figure is rounded half up and printed with its unit. A row without a figure is printed as
    "no figure", and a line never crosses it. Where there is a column ``period_kind``, periods are
    read as `Observations.from_frame` reads them.

    Args:
        frame: A frame of polars, pandas, pyarrow or another library that narwhals reads.
        id: Prefix of the ids in the picture; unique on a page.
        title: What is to be seen.
        unit: Unit of the numbers, such as "%".
        decimals: Decimal places printed.
        area: Name at the end of the series.
        description: The text alternative; every figure with its period unless given.
        period: Name of the column of periods.
        value: Name of the column of figures.

    Raises:
        InvalidDocument: The frame is no series; the exception has every problem, with its column
            and its row counted from 0.
        LibraryMissing: narwhals is not installed.
        TypeError: It is no data frame, or a lazy one.
    """
    columns = dict(read_frame(frame))
    problems = [
        Diagnostic(
            "SFR402",
            f"the column {name!r} is missing",
            help=f"Columns are: {', '.join(map(str, columns))}.",
        )
        for name in (period, value)
        if name not in columns
    ]
    for name, problem in _ONE_EACH.items():
        if len(set(columns.get(name, ()))) > 1:
            where = Location(None, json_pointer([name]))
            problems.append(Diagnostic("SFR403", problem, where, help="Filter the frame first."))
    if problems:
        raise InvalidDocument(tuple(problems))
    labels = _labels(columns, period)
    values = columns[value]
    problems = [*_bad_values(values, value), *_bad_labels(labels, period)]
    if problems:
        raise InvalidDocument(tuple(problems))
    points = tuple(
        ChartPoint(str(label), None, _("no figure"))
        if is_missing(number)
        else ChartPoint(str(label), float(number), amount(float(number), decimals, unit))
        for label, number in zip(labels, values, strict=True)
    )
    said = ", ".join(f"{point.text} in {point.label}" for point in points)
    return TrendChart(id, title, description or f"{title}: {said}.", unit, points, area=area)


def _labels(columns: dict[Any, list[Any]], period: str) -> list[object]:
    """Return the label of each period; None where it is none, or none of its kind."""
    cells = [None if is_missing(cell) else cell for cell in columns[period]]
    kinds = columns.get("period_kind", [None])
    if kinds[:1] in ([], [None]):
        return cells
    return [_label(str(kinds[0]), cell) for cell in cells]


def _label(kind: str, cell: object) -> str | None:
    try:
        return str(parse_period(kind, str(cell)))
    except ValueError:
        return None


def _bad_values(values: Sequence[Any], name: str) -> list[Diagnostic]:
    return [
        _problem(row, name, "must be a finite number", "Give a number, or leave the cell empty.")
        for row, cell in enumerate(values)
        if not is_missing(cell) and not (type(cell) in (int, float) and isfinite(cell))
    ]


def _bad_labels(labels: Sequence[object], name: str) -> list[Diagnostic]:
    first: dict[object, int] = {}
    problems = []
    for row, label in enumerate(labels):
        if label is None:
            problems.append(_problem(row, name, "no period of this kind", "Give the period."))
        elif first.setdefault(label, row) != row:
            problem = f"the same period stands in row {first[label]}"
            problems.append(_problem(row, name, problem, "Keep one of the two."))
    return problems


def _problem(row: int, name: str, problem: str, help_: str) -> Diagnostic:
    message = f"{problem} (row {row}, column {name!r})"
    return Diagnostic("SFR403", message, Location(None, json_pointer([row, name])), help=help_)
