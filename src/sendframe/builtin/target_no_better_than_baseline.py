"""Target no better than its baseline.

What it checks
    Whether the number that a measure aims for is its baseline, or is worse than it. Which way is
    better is the intended direction of the measure, or else the direction that all its indicators
    share; where neither is given, only a target equal to the baseline is reported. Of a range the
    end that is reached first counts. A measure that is meant to stay in a range, or that is
    neutral, is skipped. So is a target that stays where nothing better is possible or asked: at 0
    where lower is better, at the whole of a share, or at the level that the law requires.
    Superseded and expired plans are skipped.

Why it matters
    Such a target is met on the day it is set. It is often a slip: the year before was copied, or
    the sign is wrong.

Example:
    A baseline of 60.5 per cent, a target of 60.5 per cent, and "more plans on time".

How to put it right
    Correct the number. Where the aim is to keep a level, state so in `rationale` and set
    `intended_direction` to `range`, with a range as the target.

Source
    Distance travelled, (current - baseline) / (target - baseline), is not defined where the target
    is the baseline. Committee of Public Accounts, 15 January 2025: reform is hindered by "a lack of
    data, targets and a clear, costed plan".
"""

from collections.abc import Iterator

from sendframe.plugins import N_, Check, CheckContext, Diagnostic, Indicator, Measure, hookimpl
from sendframe.plugins import gettext as _

WHOLE = {"percent": 100.0, "share": 1.0}


def _level(measure: Measure, direction: str | None) -> float | None:
    """Return the level at which the target of a measure is reached; None where it has no number."""
    target = measure.target
    if target is None or target.kind == "words":
        return None
    if target.kind == "level":
        return target.level
    if target.kind == "pinned_benchmark":
        return target.value
    return {"higher": target.low, "lower": target.high}.get(direction or "")


def _is_best(level: float, direction: str | None, indicators: list[Indicator]) -> bool:
    """Say whether nothing better than a level is possible, or is required by law."""
    if direction == "lower" and level == 0:
        return True
    for indicator in indicators:
        standard = indicator.statutory_standard
        required = standard.level if standard else None
        if level == required or (direction == "higher" and level == WHOLE.get(indicator.unit)):
            return True
    return False


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each target that asks for no change or for a step back."""
    by_id = context.portfolio.indicators()
    for measure in context.measures:
        indicators = [by_id[id_] for id_ in measure.indicators if id_ in by_id]
        direction = context.direction_of(measure)
        level = _level(measure, direction)
        start = measure.baseline.value if measure.baseline else None
        if level is None or start is None or direction in ("range", "neutral"):
            continue
        step = level - start if direction == "higher" else start - level
        if step > 0 or (direction is None and step != 0) or _is_best(level, direction, indicators):
            continue
        words = N_("the target of the measure '{id}' is its baseline, {start}")
        if step != 0:
            words = N_(
                "the target of the measure '{id}' is {level}, its baseline is {start}, and higher is "
                "better"
            )
            if direction == "lower":
                words = N_(
                    "the target of the measure '{id}' is {level}, its baseline is {start}, and lower "
                    "is better"
                )
        yield context.diagnostic(
            _(words, id=measure.id, level=format(level, ".12g"), start=format(start, ".12g")),
            at=measure.target,
            about=measure.id,
            help="Correct the target or the baseline, or aim for a range where a level is kept.",
        )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR808",
            "Target no better than its baseline",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
