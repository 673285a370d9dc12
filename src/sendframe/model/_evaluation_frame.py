"""The tables of an evaluation as data frames."""

from collections.abc import Sequence
from typing import Any

import attrs

from sendframe.errors import UnknownName
from sendframe.frames import FrameLibrary, make_frame

from ._result import BenchmarkPoint, Fact, Point, Refusal, Score
from ._value_frame import FrameColumns, row_columns, value_columns

__all__: list[str] = []

_TABLES = ("comparisons", "facts", "points", "scores")


def evaluation_frame(
    table: str,
    library: FrameLibrary,
    facts: Sequence[Fact],
    indicators: Sequence[Any],
    subjects: Sequence[Any],
) -> Any:
    """Return a table of an evaluation as a frame; see `Evaluation.to_frame`.

    Args:
        table: Which.
        library: The library of the frame.
        facts: The facts.
        indicators: The result of each indicator.
        subjects: The result of each priority and criterion.
    """
    match table:
        case "comparisons":
            columns = _comparisons(indicators)
        case "facts":
            columns = row_columns(Fact, facts)
        case "points":
            columns = _points(indicators)
        case "scores":
            columns = _scores((*indicators, *subjects))
        case _:
            raise UnknownName("table of an evaluation", str(table), _TABLES)
    return make_frame(columns, library)


def _comparisons(results: Sequence[Any]) -> FrameColumns:
    rows = [
        (result.indicator, comparison, point)
        for result in results
        for comparison in result.comparisons
        for point in comparison.points
    ]
    return row_columns(
        BenchmarkPoint,
        [point for _, _, point in rows],
        omit=("members",),
        indicator=[indicator for indicator, _, _ in rows],
        comparator=[comparison.comparator for _, comparison, _ in rows],
        title=[comparison.title for _, comparison, _ in rows],
        method=[comparison.method for _, comparison, _ in rows],
    )


def _points(results: Sequence[Any]) -> FrameColumns:
    rows = [(result.indicator, point) for result in results for point in result.points]
    points = [point for _, point in rows]
    return row_columns(Point, points, indicator=[indicator for indicator, _ in rows])


def _scores(results: Sequence[Any]) -> FrameColumns:
    rows = [row for result in results for row in (*result.scores, *result.refusals)]
    fields = [field for field in attrs.fields(Score) if field.name not in ("limits", "shape")]
    columns = {field.name: [getattr(row, field.name, None) for row in rows] for field in fields}
    columns["statement"] = [
        row.reason if isinstance(row, Refusal) else row.statement for row in rows
    ]
    return value_columns({field.name: field.type for field in fields}, columns)
