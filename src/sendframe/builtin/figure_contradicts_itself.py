"""A figure contradicts itself.

What it checks
    Whether each figure of the area, in its series and in every period of its breakdowns, and each
    figure of a comparator, is possible and agrees with its counts. A share below 0 or above
    100 per cent is impossible, unless its indicator says that it may exceed the whole
    (`may_exceed`). So is a negative number or a fraction of people, unless it says that its counts
    are averages (`averaged`) or rounded (`counts_rounded_to`), and a part that is larger than what
    it is a part of. A rate may differ from the rate that follows from its counts by half of the
    last decimal place that it was printed with, and by as much as the rounding of its counts allows.

    A share of 1 in place of a percentage is found by its counts; without them SFR407 doubts it
    beside other figures. It does not find wrong figures that are possible and have no counts, or agree
    with them, and the parts of other areas.

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

from collections.abc import Iterable, Iterator

import attrs

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    FaultyFigure,
    FrozenMap,
    IndicatorResult,
    Location,
    Origin,
    Period,
    fault_by_code,
    hookimpl,
)
from sendframe.plugins import gettext as _

MOST_NAMED = 10
"""Of so many parts of a period the faults are named, and the others are counted."""

_Key = tuple[str, Period, str, FrozenMap[str]]
_TOTAL: FrozenMap[str] = FrozenMap()


def _by_key(context: CheckContext) -> dict[_Key, FaultyFigure]:
    """Return the figures that contradict themselves by indicator, period, area and part."""
    return {
        (figure.indicator, figure.period, figure.area, figure.dimensions): figure
        for figure in context.faulty_figures
    }


def _problem(fault: str, part: str = "") -> str:
    """Return what is wrong, without the figure itself, which may be a small number."""
    title = _(fault_by_code(fault).title)
    return f"{part}: {title}" if part else title


@attrs.define
class _Faults:
    """What is wrong in one period of one indicator.

    Attributes:
        place: Where the first of the figures was read; None where it was computed.
        problems: What is wrong, the whole before its parts.
        facts: Facts of the figures that have one.
    """

    place: Origin | None
    problems: list[str] = attrs.Factory(list)
    facts: list[str] = attrs.Factory(list)


def _faults_of(
    result: IndicatorResult,
    parts: Iterable[FaultyFigure],
    own: str,
    known: dict[_Key, FaultyFigure],
) -> dict[Period, _Faults]:
    """Return the faults of an indicator of the area by period.

    Args:
        result: The result of the indicator.
        parts: The parts of the area that contradict themselves.
        own: Present code of the area.
        known: All figures that contradict themselves.
    """
    faults: dict[Period, _Faults] = {}

    def add(period: Period, dimensions: FrozenMap[str], problem: str, fact: str | None) -> None:
        figure = known.get((result.indicator, period, own, dimensions))
        of_period = faults.setdefault(period, _Faults(None if figure is None else figure.origin))
        of_period.problems.append(problem)
        of_period.facts += [] if fact is None else [fact]

    for point in result.points:
        if point.fault is not None:
            add(point.period, _TOTAL, _problem(point.fault), point.fact)
    reported: set[tuple[Period, FrozenMap[str]]] = set()
    for breakdown in result.breakdowns:
        for part, point in breakdown.parts.items():
            if point.fault is not None:
                dimensions = FrozenMap({breakdown.dimension: part})
                reported.add((point.period, dimensions))
                add(point.period, dimensions, _problem(point.fault, part), point.fact)
    for figure in parts:
        if (figure.period, figure.dimensions) not in reported:
            name = ", ".join(value for _name, value in sorted(figure.dimensions.items()))
            add(figure.period, figure.dimensions, _problem(figure.fault, name), None)
    return faults


def _place(origin: Origin | None) -> tuple[Location | None, str]:
    """Return where a figure was read, as a location and in words; None where no file holds it."""
    if origin is None or origin.file is None:
        return None, "at its source"
    if origin.entry is None:
        place = Location(origin.file, "", origin.line)
        return place, f"where it stands ({origin}, column 'value')"
    pointer = f"/observations/{origin.entry - 1}/value"
    return Location(origin.file, pointer, origin.line), f"where it stands ({origin})"


def _of_others(
    context: CheckContext, id_: str, result: IndicatorResult, known: dict[_Key, FaultyFigure]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each figure of another area that a benchmark does without."""
    names = context.portfolio.observations
    seen: set[tuple[Period, str]] = set()
    for comparison in result.comparisons:
        for point in comparison.points:
            for area, reason in point.left_out.items():
                if reason != "fault" or (point.period, area) in seen:
                    continue
                seen.add((point.period, area))
                figure = known.get((id_, point.period, names.present_code(area), _TOTAL))
                location, words = _place(None if figure is None else figure.origin)
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
    indicators, table = context.portfolio.indicators(), context.portfolio.observations
    own, known = table.present_code(context.portfolio.manifest.area.code), _by_key(context)
    parts: dict[str, list[FaultyFigure]] = {}
    for figure in context.faulty_figures:
        if figure.dimensions and figure.area == own:
            parts.setdefault(figure.indicator, []).append(figure)
    for id_, result in sorted(context.indicators.items()):
        for period, faults in _faults_of(result, parts.get(id_, ()), own, known).items():
            location, words = _place(faults.place)
            problems = list(dict.fromkeys(faults.problems))
            named = "; ".join(problems[:MOST_NAMED])
            if len(problems) > MOST_NAMED:
                named += f"; and {len(problems) - MOST_NAMED} more"
            yield context.diagnostic(
                f"{result.title}, {period}: {named}",
                at=location or indicators.get(id_),
                about=id_,
                help=f"Correct the figure or its counts {words}.",
                facts=tuple(faults.facts),
            )
        yield from _of_others(context, id_, result, known)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [Check("SFR410", "A figure contradicts itself", __doc__ or "", run, severity="warning")]
