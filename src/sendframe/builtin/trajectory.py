"""On track against a trajectory.

What it does
    Computes the figure expected on the last day of the latest period. The result is *on track* if
    the latest figure is as good or better, else *behind*. The trajectory is made of straight lines
    from the baseline through each milestone with a level to the target; with ``path`` set to
    ``linear`` milestones are ignored. After its due date the target itself is expected.

When it refuses
    There is no figure, no target with a number and a due date, or no direction: a target that is a
    range has none. There is no baseline with a number and a period, or it is later than the latest
    figure or than the target. Baseline and latest figure have different types of period, or there
    is a break in the series between them. The series now has another figure for the baseline, or
    was revised in part. People chose to take part themselves.

Options
    ``measure``: id of the measure; required if several have a target. ``path``: ``supplied`` (with
    milestones) or ``linear``; ``supplied`` by default. ``accept_revised``: true to score a revised
    baseline or series.

Source
    Council performance reporting: progress is at least what the elapsed part of the time, or an
    agreed milestone, requires. Each level is expected from the last possible day of its due date.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs

from sendframe.plugins import (
    BaselineFigure,
    Day,
    Direction,
    Example,
    Needs,
    Refusal,
    RuleTarget,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    ngettext,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import expected_along
from sendframe.testing import scoring_context

SOURCE = "Council practice: where a straight line, or agreed milestones, lead by that day"
NEEDS = Needs(points=1, settled=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure; required if several have a target.
        path: Whether the trajectory leads through the milestones or straight to the target.
        accept_revised: Whether a revised baseline or series is scored.
    """

    measure: str | None = None
    path: Literal["supplied", "linear"] = "supplied"
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against the trajectory to the target."""
    options = context.chosen(Options)
    target = context.target(options.measure)
    if isinstance(target, Refusal):
        return target
    if target.direction == "range":
        return context.refuse(_("The target is a range: there is no trajectory to it."))
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    if refusal is not None:
        return refusal
    start = context.baseline(target.measure, accept_revised=options.accept_revised)
    return start if isinstance(start, Refusal) else _scored(context, target, start)


def _steps(
    target: RuleTarget, start: BaselineFigure, due: date, path: str
) -> list[tuple[date, float]]:
    """Return the day and level of each point of the trajectory, one for each day."""
    first = start.period.last_day

    def between() -> Iterator[tuple[date, float]]:
        for milestone in target.measure.milestones if path == "supplied" else ():
            if milestone.level is not None and first < milestone.due.last_day < due:
                yield milestone.due.last_day, milestone.level

    return [(first, start.value), *sorted(dict(between()).items()), (due, target.level)]


def _scored(context: ScoringContext, target: RuleTarget, start: BaselineFigure) -> Score | Refusal:
    latest, due = context.latest, target.position.due
    if latest is None or latest.value is None:
        return context.refuse(_("There is no figure."))
    if due is not None and not due.is_dated:
        return context.refuse(
            _("The target is due '{due}', which is no date, so there is no way to it.", due=due),
            target.position.fact,
        )
    if due is None or due.last_day <= start.period.last_day:
        return context.refuse(
            _("The target is not due after its baseline, so there is no way to it."),
            target.position.fact,
        )
    steps = _steps(target, start, due.last_day, context.chosen(Options).path)
    expected = expected_along(latest.period.last_day, steps)
    value, wanted = context.printed(latest.value), context.printed(expected)
    first, level = context.printed(start.value), context.printed(target.level)
    count = len(steps) - 2
    if len(steps) > 2:  # noqa: PLR2004  # a baseline and a target are no milestones
        path_text = ngettext(
            "from {first} {start} by {number} milestone to {level} by {due}",
            "from {first} {start} by {number} milestones to {level} by {due}",
            count,
            first=first,
            start=start.period.phrase,
            level=level,
            due=due,
        )
    else:
        path_text = _(
            "from {first} {start} to {level} by {due}",
            first=first,
            start=start.period.phrase,
            level=level,
            due=due,
        )
    tone: Tone
    if target.is_no_worse(latest.value, expected):
        band, label, shape, tone = "on-track", _("on track"), "circle", "better"
    else:
        band, label, shape, tone = "behind", _("behind"), "triangle", "worse"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_(
            "{value} {when}, where {wanted} was to be reached by then ({path}).",
            value=value,
            when=latest.period.phrase,
            wanted=wanted,
            path=path_text,
        ),
        formula=_(
            "{value} against {wanted}, expected on {day}",
            value=value,
            wanted=wanted,
            day=Day(on=latest.period.last_day),
        ),
        source=SOURCE,
        facts=(latest.fact, target.position.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: on a straight line, by a milestone, and without a baseline."""

    def sample(
        milestones: tuple[tuple[int, float], ...] = (),
        baseline: tuple[int, float] | None = (2020, 60),
        direction: Direction = "higher",
    ) -> ScoringContext:
        return scoring_context(
            [60, 62],
            direction=direction,
            target=66,
            baseline=baseline,
            milestones=milestones,
            rule="trajectory",
            options=Options(),
        )

    line, steps, none = sample(), sample(((2021, 65.0),)), sample(baseline=None)
    neutral = sample(direction="neutral")
    facts = ("indicator/sample/2021", "measure/sample.measure/target")
    return (
        Example(
            "A third of the time, a third of the way.",
            (line,),
            line.score(
                band="on-track",
                label="on track",
                tone="better",
                statement="62.0% in 2021, where 62.0% was to be reached by then "
                "(from 60.0% in 2020 to 66.0% by 2023).",
                formula="62.0% against 62.0%, expected on 31 December 2021",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "A milestone asks for more than a straight line.",
            (steps,),
            steps.score(
                band="behind",
                label="behind",
                shape="triangle",
                tone="worse",
                statement="62.0% in 2021, where 65.0% was to be reached by then "
                "(from 60.0% in 2020 by 1 milestone to 66.0% by 2023).",
                formula="62.0% against 65.0%, expected on 31 December 2021",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Nobody says where it began.",
            (none,),
            none.refuse("The measure has no baseline with a number and a period."),
        ),
        Example(
            "Neither direction is better.",
            (neutral,),
            neutral.refuse(
                "The indicator is neutral: neither direction is better, so it is not rated."
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "trajectory",
            "On track against a trajectory",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="target",
            needs=NEEDS,
        )
    ]
