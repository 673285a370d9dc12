"""A target below a legal duty.

What it checks
    Whether a measure aims for less than the law asks, and no milestone of it, and no later target
    of another measure, reaches what the law asks. What the law asks is the ``level`` of the
    indicator's ``statutory_standard``. Plans that are superseded or expired are left out.

Why it matters
    A step on the way is honest where the way is shown. A target that stops short of a duty, with
    no path to it, tells families that the law will not be kept.

Example:
    75% of plans within 20 weeks by the end of 2026, where the law asks it of every plan to which
    no exception applies; and nothing after 2026.

How to put it right
    Give the measure milestones that lead to the duty, or say in another measure by when it is
    reached. The software asks; people decide.

Source
    Special Educational Needs and Disability Regulations 2014, for the 20 weeks; each indicator
    names its own law.
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Indicator,
    IndicatorResult,
    Measure,
    TargetPosition,
    amount,
    hookimpl,
)


def _reaches(level: float | None, duty: float, direction: str) -> bool:
    """Say whether a level is as good as the law asks."""
    if level is None:
        return False
    return level >= duty if direction == "higher" else level <= duty


def _level(position: TargetPosition, direction: str) -> float | None:
    """Return the least that is aimed for; None where that is no number."""
    return position.low if direction == "higher" else position.high


def _has_path(measure: Measure, duty: float, direction: str) -> bool:
    return any(_reaches(each.level, duty, direction) for each in measure.milestones)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    measures = {each.id: each for each in context.measures}
    for id_, indicator in sorted(context.portfolio.indicators().items()):
        standard, result = indicator.statutory_standard, context.indicators.get(id_)
        if standard is None or standard.level is None or result is None:
            continue
        if indicator.direction in ("higher", "lower"):
            yield from _found(context, indicator, result, standard.level, measures)


def _found(
    context: CheckContext,
    indicator: Indicator,
    result: IndicatorResult,
    duty: float,
    measures: dict[str, Measure],
) -> Iterator[Diagnostic]:
    direction = indicator.direction
    current = [each for each in result.targets if each.measure in measures]
    if any(_reaches(_level(each, direction), duty, direction) for each in current):
        return
    for each in current:
        level, measure = _level(each, direction), measures[each.measure]
        if level is None or _has_path(measure, duty, direction):
            continue
        aim, asked = (
            amount(number, 0 if number.is_integer() else indicator.decimals, indicator.unit_text)
            for number in (level, duty)
        )
        yield context.diagnostic(
            f"{indicator.title}: the target of '{measure.id}' is {aim}, and the law asks "
            f"{asked}. By when, and in which steps, will the duty be met?",
            at=measure.target,
            about=measure.id,
            facts=(each.fact,),
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR801",
            "A target below a legal duty",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
