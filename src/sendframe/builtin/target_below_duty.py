"""A target below a legal duty.

What it checks
    Whether the target of a measure is below the legal duty, and neither its milestones nor the
    target of another measure reach it. The duty is the ``level`` of the indicator's
    ``statutory_standard``. Superseded and expired plans are skipped.

Why it matters
    A target below a duty is an honest step if the next steps are shown. Without them it tells
    families that the law will not be kept.

Example:
    75% of plans within 20 weeks by the end of 2026, where the law requires it for every plan to
    which no exception applies; and no target after 2026.

How to put it right
    Add milestones that lead to the duty, or another measure with a target that meets it. The
    software asks; people decide.

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
from sendframe.plugins import gettext as _


def _reaches(level: float | None, duty: float, direction: str) -> bool:
    """Return whether a level meets the duty."""
    if level is None:
        return False
    return level >= duty if direction == "higher" else level <= duty


def _level(position: TargetPosition, direction: str) -> float | None:
    """Return the least demanding end of a target; None where it has no number."""
    return position.low if direction == "higher" else position.high


def _has_path(measure: Measure, duty: float, direction: str) -> bool:
    return any(_reaches(milestone.level, duty, direction) for milestone in measure.milestones)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each target below a duty with no further step."""
    measures = {measure.id: measure for measure in context.measures}
    for id_, indicator in sorted(context.portfolio.indicators().items()):
        standard, result = indicator.statutory_standard, context.indicators.get(id_)
        if standard is None or standard.level is None or result is None:
            continue
        yield from _check_indicator(context, indicator, result, standard.level, measures)


def _check_indicator(
    context: CheckContext,
    indicator: Indicator,
    result: IndicatorResult,
    duty: float,
    measures: dict[str, Measure],
) -> Iterator[Diagnostic]:
    direction = indicator.direction
    if direction not in ("higher", "lower"):
        return
    targets = [target for target in result.targets if target.measure in measures]
    if any(_reaches(_level(target, direction), duty, direction) for target in targets):
        return
    for target in targets:
        level, measure = _level(target, direction), measures[target.measure]
        if level is None or _has_path(measure, duty, direction):
            continue
        target_text, duty_text = (
            amount(number, 0 if number.is_integer() else indicator.decimals, indicator.unit_text)
            for number in (level, duty)
        )
        yield context.diagnostic(
            _(
                "{title}: the target of '{id}' is {target}, and the law asks {duty}. "
                "By when, and in which steps, will the duty be met?",
                title=indicator.title,
                id=measure.id,
                target=target_text,
                duty=duty_text,
            ),
            at=measure.target,
            about=measure.id,
            facts=(target.fact,),
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
