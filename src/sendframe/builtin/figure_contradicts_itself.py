"""A figure contradicts itself.

What it checks
    Whether each figure of the area, in its series and in its breakdowns, is possible and agrees
    with its counts. A share below 0 or above 100 per cent is impossible, unless its indicator
    says that it may exceed the whole. So is a negative number of people, and a part that is
    larger than what it is a part of. A rate may differ from the rate that follows from its counts
    by half of the last decimal place that it was printed with.

Why it matters
    The figure is wrong, or one of its counts is, and a report cannot say which. The figure is
    printed and marked. It is not scored, compared or averaged, so that a rule which needs it gives
    no score.

Example:
    130% of plans issued within 20 weeks; or 50% for 3 of 4 plans.

How to put it right
    Correct the figure or its counts from the published file. Where a share may exceed the whole,
    set `may_exceed` of its indicator. Where the publisher prints the figure so, accept this finding
    in the portfolio, with a reason.

Source
    sendframe's own rules for figures that contradict themselves.
"""

from collections.abc import Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    IndicatorResult,
    Location,
    Period,
    Point,
    fault_by_code,
    hookimpl,
)
from sendframe.plugins import gettext as _


@attrs.frozen
class _FaultyPoint:
    """A point with a fault, and which part of the whole it is.

    Attributes:
        point: The point.
        part: Name of the part; empty for the figure of the whole.
    """

    point: Point
    part: str = ""

    @property
    def problem(self) -> str:
        """What is wrong, without the figure itself, which may be a small number."""
        title = _(fault_by_code(self.point.fault or "").title)
        return f"{self.part}: {title}" if self.part else title


def _faulty_points(result: IndicatorResult) -> Iterator[_FaultyPoint]:
    for point in result.points:
        if point.fault is not None:
            yield _FaultyPoint(point)
    for breakdown in result.breakdowns:
        for part, point in breakdown.parts.items():
            if point.fault is not None:
                yield _FaultyPoint(point, part)


def _place(context: CheckContext, indicator: str, point: Point) -> tuple[Location | None, str]:
    """Return where a figure was read, as a location and in words; None where no file holds it."""
    figures = context.portfolio.observations
    own = figures.present_code(context.portfolio.manifest.area.code)
    for row, value in enumerate(figures.value):
        if (
            value == point.value
            and figures.origin_file[row] is not None
            and figures.indicator[row] == indicator
            and figures.period[row] == point.period
            and figures.release[row] == point.release
            and figures.present_code(figures.area[row]) == own
        ):
            origin = figures.origin(row)
            entry = "" if origin.entry is None else f"/observations/{origin.entry - 1}"
            return Location(origin.file, entry, origin.line), f"where it stands ({origin})"
    return None, "at its source"


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each indicator and period with a figure that contradicts itself."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        by_period: dict[Period, list[_FaultyPoint]] = {}
        for faulty in _faulty_points(result):
            by_period.setdefault(faulty.point.period, []).append(faulty)
        for period, all_faulty in by_period.items():
            location, words = _place(context, id_, all_faulty[0].point)
            problems = "; ".join(dict.fromkeys(faulty.problem for faulty in all_faulty))
            yield context.diagnostic(
                f"{result.title}, {period}: {problems}",
                at=location or indicators.get(id_),
                about=id_,
                help=f"Correct the figure or its counts {words}.",
                facts=tuple(faulty.point.fact for faulty in all_faulty),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR410", "A figure contradicts itself", __doc__ or "", run, severity="warning")]
