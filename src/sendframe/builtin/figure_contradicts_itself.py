"""A figure contradicts itself.

What it checks
    Whether each figure of the area, in its series and in the newest period of its breakdowns, and
    each figure of a comparator, is possible and agrees with its counts. A share below 0 or above
    100 per cent is impossible, unless its indicator says that it may exceed the whole
    (`may_exceed`). So is a negative number or a fraction of people, unless it says that its counts
    are averages (`averaged`) or rounded (`counts_rounded_to`), and a part that is larger than what
    it is a part of. A rate may differ from the rate that follows from its counts by half of the
    last decimal place that it was printed with, and by as much as the rounding of its counts allows.

    A share of 1 in place of a percentage is found by its counts; without them SFR407 doubts it
    beside other figures. Not found are wrong figures that are possible and have no counts, or agree
    with them, and parts of a breakdown in older periods.

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


def _place(
    context: CheckContext, indicator: str, period: Period, area: str, point: Point | None = None
) -> tuple[Location | None, str]:
    """Return where a figure was read, as a location and in words; None where no file holds it."""
    figures = context.portfolio.observations
    present = figures.present_code(area)
    for row, value in enumerate(figures.value):
        if (
            value is not None
            and (point is None or (value, figures.release[row]) == (point.value, point.release))
            and figures.origin_file[row] is not None
            and figures.indicator[row] == indicator
            and figures.period[row] == period
            and figures.present_code(figures.area[row]) == present
        ):
            origin = figures.origin(row)
            entry = "" if origin.entry is None else f"/observations/{origin.entry - 1}/value"
            words = f"where it stands ({origin}, column 'value')" if not entry else ""
            return (
                Location(origin.file, entry, origin.line),
                words or f"where it stands ({origin})",
            )
    return None, "at its source"


def _of_others(context: CheckContext, id_: str, result: IndicatorResult) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure of another area that a benchmark does without."""
    names = context.portfolio.observations
    seen: set[tuple[Period, str]] = set()
    for comparison in result.comparisons:
        for point in comparison.points:
            for area, reason in point.left_out.items():
                if reason != "fault" or (point.period, area) in seen:
                    continue
                seen.add((point.period, area))
                location, words = _place(context, id_, point.period, area)
                yield context.diagnostic(
                    f"{result.title}, {point.period}: the figure of {names.name_of(area)} "
                    "contradicts itself, so that no benchmark uses it",
                    at=location,
                    about=id_,
                    help=f"Correct the figure or its counts {words}.",
                    facts=(point.fact,),
                )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each indicator and period with a figure that contradicts itself."""
    indicators, own = context.portfolio.indicators(), context.portfolio.manifest.area.code
    for id_, result in sorted(context.indicators.items()):
        by_period: dict[Period, list[_FaultyPoint]] = {}
        for faulty in _faulty_points(result):
            by_period.setdefault(faulty.point.period, []).append(faulty)
        for period, all_faulty in by_period.items():
            first = all_faulty[0].point
            location, words = _place(context, id_, period, own, first)
            problems = "; ".join(dict.fromkeys(faulty.problem for faulty in all_faulty))
            yield context.diagnostic(
                f"{result.title}, {period}: {problems}",
                at=location or indicators.get(id_),
                about=id_,
                help=f"Correct the figure or its counts {words}.",
                facts=tuple(faulty.point.fact for faulty in all_faulty),
            )
        yield from _of_others(context, id_, result)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR410", "A figure contradicts itself", __doc__ or "", run, severity="warning")]
