"""On or near target, or at least no worse than a year ago.

What it does
    Compares the latest figure with the target of a measure. On it, or off it by no more than the
    tolerance, is band *green*. Further off it depends on the figure of the same period a year
    before: no worse than that is *amber*, worse is *red*. Marlbeck, a fictional council, uses it
    so that a board sees which figures far from their target are still on the way.

When it refuses
    The indicator or the measure is neutral, so no way is better. There is no figure, no target, a
    target without a number, or one of several without ``measure``. The figure is off the target,
    and there is none of the same period a year before: whether it is amber or red cannot be said.

Options
    ``tolerance``: how far off still counts as near; 10 unless given. ``kind``: ``relative``, per
    cent of the target, or ``points``, in the indicator's own unit; ``relative`` unless given. 10
    per cent of a target of 75 per cent are 7.5 percentage points. ``measure``: id of the measure
    whose target is meant.

Source
    London Borough of Havering, corporate performance reports 2013/14, as published: green is on or
    within 10% of the target, red more than 10% off and not improved on the same quarter of last
    year, amber more than 10% off and improved or maintained.
"""

import math
from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from sendframe.plugins import (
    Example,
    Point,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    TargetPosition,
    Tone,
    amount,
    difference,
    hookimpl,
)
from sendframe.testing import scoring_context

__all__ = ["Options", "score", "score_all"]

ID = "marlbeck.target-or-improved"
SOURCE = "London Borough of Havering, corporate performance reports 2013/14"

_YEAR = 365
_ABOUT = 15  # days by which the ends of the same period of two years may differ from a year


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        tolerance: How far off the target is still near it.
        kind: Whether that is per cent of the target, or in the indicator's own unit.
        measure: Id of the measure whose target is meant.
    """

    tolerance: float = attrs.field(default=10.0, validator=attrs.validators.ge(0))
    kind: Literal["relative", "points"] = "relative"
    measure: str | None = None


@attrs.frozen
class _Target:
    """The target of a measure, with its tolerance.

    Attributes:
        position: The position of the latest figure relative to the target.
        direction: The direction that is better.
        margin: The distance that still counts as near, in the indicator's unit.
    """

    position: TargetPosition
    direction: str
    margin: float

    def gap(self, value: float) -> float:
        """Return the distance of a figure from the target; 0 inside it."""
        low, high = self.position.low, self.position.high
        below = low - value if low is not None else 0.0
        above = value - high if high is not None else 0.0
        return max(below, above, 0.0)

    def is_no_worse(self, value: float, before: float) -> bool:
        """Return whether a figure is at least as good as another."""
        if self.direction == "range":
            return self.gap(value) <= self.gap(before)
        return value >= before if self.direction == "higher" else value <= before


def _target(context: ScoringContext, value: float) -> _Target | str:
    """Return the target, or why there is none."""
    options = context.chosen(Options)
    pairs = [
        pair
        for pair in zip(context.targets, context.measures, strict=True)
        if options.measure in (None, pair[1].id)
    ]
    if not pairs:
        return "There is no target to set the figure beside."
    if len(pairs) > 1:
        return "There are several targets; the option 'measure' must name one."
    position, measure = pairs[0]
    direction = measure.intended_direction or context.indicator.direction
    if direction is None:
        return "It is not stated which way is better, so it is not rated."
    if direction == "neutral":
        return "The measure is neutral: no way is better, so it is not rated."
    ends = [end for end in (position.low, position.high) if end is not None]
    if not ends:
        return "The target has no number."
    level = min(ends, key=lambda end: abs(end - value))
    share = abs(level) * options.tolerance / 100
    return _Target(position, direction, share if options.kind == "relative" else options.tolerance)


def _year_before(context: ScoringContext) -> Point | None:
    """Return the figure of the same period a year before the latest; None if there is none."""
    latest = context.points[-1].period.last_day
    by_distance = {
        abs((latest - point.period.last_day).days - _YEAR): point
        for point in context.points[:-1]
        if point.value is not None
    }
    nearest = min(by_distance, default=_ABOUT + 1)
    return by_distance[nearest] if nearest <= _ABOUT else None


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against a target and against a year before."""
    if context.indicator.direction in (None, "neutral"):
        return context.refuse("The indicator is neutral, or it is not stated which way is better.")
    latest = context.latest
    if latest is None or latest.value is None:
        return context.refuse("There is no figure to set beside a target.")
    target = _target(context, latest.value)
    if isinstance(target, str):
        return context.refuse(target, latest.fact)
    gap = target.gap(latest.value)
    facts = (latest.fact, target.position.fact)
    value = _printed(context, latest.value)
    off, near = _distance(context, gap), _distance(context, target.margin)
    statement = f"{value} is {off} off the target ({target.position.statement})"
    if gap <= target.margin or math.isclose(gap, target.margin):
        statement = (
            f"{statement}, and up to {near} counts as near." if gap else f"{value} is on target."
        )
        formula = f"distance {off} is within {near}"
        return _scored(context, "green", statement, formula, facts)
    before = _year_before(context)
    if before is None or before.value is None:
        return context.refuse(
            "It is off the target, and there is no figure of the same period a year before to "
            "tell whether it has got worse.",
            *facts,
        )
    kept = target.is_no_worse(latest.value, before.value)
    then = f"{_printed(context, before.value)} {before.period.phrase}"
    statement = f"{statement}, and {'no worse' if kept else 'worse'} than a year before ({then})."
    formula = f"distance {off} is beyond {near}; {value} against {then}"
    return _scored(context, "amber" if kept else "red", statement, formula, (*facts, before.fact))


def score_all(contexts: Sequence[ScoringContext]) -> Iterable[Score | Refusal]:
    """Score many figures at once, in the same order."""
    return tuple(score(context) for context in contexts)


def _printed(context: ScoringContext, value: float) -> str:
    return amount(value, context.indicator.decimals, context.indicator.unit_text)


def _distance(context: ScoringContext, by: float) -> str:
    indicator = context.indicator
    return difference(by, indicator.decimals, indicator.unit, indicator.unit_text)


_SHOWN: dict[str, tuple[str, str, Tone]] = {
    "green": ("on or near target", "circle", "better"),
    "amber": ("off target, no worse than a year ago", "diamond", "between"),
    "red": ("off target, and worse than a year ago", "triangle", "worse"),
}


def _scored(
    context: ScoringContext, band: str, statement: str, formula: str, facts: tuple[str, ...]
) -> Score:
    label, shape, tone = _SHOWN[band]
    target = context.target(context.chosen(Options).measure)
    if band == "green" and not isinstance(target, Refusal):
        label = context.beside_duty(label, target)  # a target may be a step below the law
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=statement,
        formula=formula,
        source=SOURCE,
        facts=facts,
    )


def _example(*rates: float) -> ScoringContext:
    """Return what the rule is told of rates up to 2024 whose target is 75%."""
    return scoring_context(
        rates,
        indicator="on-time",
        rule=ID,
        first_year=2025 - len(rates),
        target=75,
        options=Options(),
        made_by="sendframe-council-example",
    )


def _examples() -> tuple[Example, ...]:
    near, kept, worse = _example(67.5), _example(60.0, 62.0), _example(60.0, 58.0)
    facts = ("indicator/on-time/2024", "measure/on-time.measure/target")
    target = "off the target (75%)"
    return (
        Example(
            "within 10 per cent of the target",
            (near,),
            _scored(
                near,
                "green",
                f"67.5% is 7.5 percentage points {target}, and up to 7.5 percentage points "
                "counts as near.",
                "distance 7.5 percentage points is within 7.5 percentage points",
                facts,
            ),
        ),
        Example(
            "further off, and better than a year before",
            (kept,),
            _scored(
                kept,
                "amber",
                f"62.0% is 13.0 percentage points {target}, and no worse than a year before "
                "(60.0% in 2023).",
                "distance 13.0 percentage points is beyond 7.5 percentage points; 62.0% against "
                "60.0% in 2023",
                (*facts, "indicator/on-time/2023"),
            ),
        ),
        Example(
            "further off, and worse than a year before",
            (worse,),
            _scored(
                worse,
                "red",
                f"58.0% is 17.0 percentage points {target}, and worse than a year before "
                "(60.0% in 2023).",
                "distance 17.0 percentage points is beyond 7.5 percentage points; 58.0% against "
                "60.0% in 2023",
                (*facts, "indicator/on-time/2023"),
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            ID,
            "On or near target, or no worse than a year ago",
            __doc__ or "",
            score,
            Options,
            _examples(),
            score_all,
            kind="target",
        )
    ]
