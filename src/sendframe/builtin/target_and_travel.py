"""Target, and direction of travel where it is missed.

What it does
    Compares the latest figure with a measure's target. If it reaches the target, or misses it by no
    more than the tolerance, it is *on or near target*. Otherwise it is compared with the same
    period of the year before: *off target, no worse* if it is as good or better, else *off target,
    worse*. The tolerance is that of the measure, or else ``within`` per cent of the target. The
    area can choose its own words, such as green, amber and red.

When it refuses
    There is no figure, no target, a target without a number, or no direction. The figure is off
    target, and the same period of the year before has no figure that may be compared, or the
    series was revised in part. The wording of the question changed, or people chose to take part
    themselves.

Options
    ``measure``: id of the measure; required if several have a target. ``within``: the tolerance in
    per cent of the target, for a measure without its own; 10 by default. ``accept_revised``: true
    to score a series that was revised in part. ``on``, ``no_worse`` and ``worse``: the words
    shown.

Source
    London Borough of Havering, corporate performance reports 2013/14, as published: green is on
    or within 10% of the target; red more than 10% off and not improved on the same quarter of
    last year; amber more than 10% off and improved or maintained.
"""

import attrs

from sendframe.plugins import (
    N_,
    Example,
    Needs,
    Point,
    Refusal,
    RuleTarget,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
    is_one_year_earlier,
)
from sendframe.plugins import gettext as _
from sendframe.testing import scoring_context

SOURCE = "London Borough of Havering, corporate performance reports 2013/14"
NEEDS = Needs(points=1)
SERIES = Needs(points=2, settled=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        measure: Id of the measure; required if several have a target.
        within: The tolerance in per cent of the target, for a measure without its own.
        accept_revised: Whether a series that was revised in part is scored.
        on: Word for a figure on or near its target.
        no_worse: Word for a figure off target that is no worse than a year before.
        worse: Word for a figure off target that is worse than a year before.
    """

    measure: str | None = None
    within: float = attrs.field(default=10.0, validator=attrs.validators.ge(0))
    accept_revised: bool = False
    on: str = attrs.field(default=N_("on or near target"), validator=attrs.validators.min_len(1))
    no_worse: str = attrs.field(
        default=N_("off target, no worse"), validator=attrs.validators.min_len(1)
    )
    worse: str = attrs.field(default=N_("off target, worse"), validator=attrs.validators.min_len(1))


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against a target and against the year before."""
    options = context.chosen(Options)
    target = context.target(options.measure)
    if isinstance(target, Refusal):
        return target
    refusal = context.check_needs(NEEDS)
    if refusal is not None or context.latest is None or context.latest.value is None:
        return refusal or context.refuse(_("There is no figure."))
    margin = target.margin(options.within)
    value, off = context.printed(context.latest.value), context.difference(target.gap)
    formula = _(
        "distance {gap} against tolerance {margin}",
        gap=off,
        margin=context.difference(margin),
    )
    if not target.is_near(margin):
        return _score_off_target(context, target, context.latest, formula)
    statement = target.position.statement
    return context.score(
        band="on",
        label=context.beside_duty(_(options.on), target),
        shape="circle",
        tone="better",
        statement=_("{value} reaches the target ({statement}).", value=value, statement=statement)
        if target.gap == 0
        else _(
            "{value} is {off} off the target ({statement}), within the tolerance.",
            value=value,
            off=off,
            statement=statement,
        ),
        formula=formula,
        source=SOURCE,
        facts=(context.latest.fact, target.position.fact),
    )


def _score_off_target(
    context: ScoringContext, target: RuleTarget, latest: Point, formula: str
) -> Score | Refusal:
    """Score a figure that is off target by more than the tolerance."""
    options = context.chosen(Options)
    refusal = context.check_needs(SERIES, accept_revised=options.accept_revised)
    if refusal is not None:
        return refusal
    before = next(
        (point for point in context.figures if is_one_year_earlier(latest.period, point.period)),
        None,
    )
    if before is None or before.value is None or latest.value is None:
        return context.refuse(
            _("It is off its target, and the same period of the year before has no figure."),
            latest.fact,
            target.position.fact,
        )
    value, then = context.printed(latest.value), context.printed(before.value)
    tone: Tone
    if target.is_no_worse(latest.value, before.value):
        band, label, shape, tone = "no-worse", _(options.no_worse), "diamond", "between"
    else:
        band, label, shape, tone = "worse", _(options.worse), "triangle", "worse"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_(
            "{value} is {gap} off the target ({statement}); {before} it was {then}.",
            value=value,
            gap=context.difference(target.gap),
            statement=target.position.statement,
            before=before.period.phrase,
            then=then,
        ),
        formula=_("{formula}; {value} against {then}", formula=formula, value=value, then=then),
        source=SOURCE,
        facts=(latest.fact, target.position.fact, before.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: within a tenth, and further off on the way up and down."""

    def sample(*values: float) -> ScoringContext:
        return scoring_context(values, target=80, rule="target-and-travel", options=Options())

    near, up, down, single = sample(60, 72), sample(60, 70), sample(75, 70), sample(70)
    facts = ("indicator/sample/2021", "measure/sample.measure/target")
    distance = "distance 10.0 percentage points against tolerance 8.0 percentage points"
    far = "70.0% is 10.0 percentage points off the target (80%); in 2020 it was"
    return (
        Example(
            "Off by a tenth of the target.",
            (near,),
            near.score(
                band="on",
                label="on or near target",
                tone="better",
                statement="72.0% is 8.0 percentage points off the target (80%), "
                "within the tolerance.",
                formula="distance 8.0 percentage points against tolerance 8.0 percentage points",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Far off, and better than a year before.",
            (up,),
            up.score(
                band="no-worse",
                label="off target, no worse",
                shape="diamond",
                tone="between",
                statement=f"{far} 60.0%.",
                formula=f"{distance}; 70.0% against 60.0%",
                source=SOURCE,
                facts=(*facts, "indicator/sample/2020"),
            ),
        ),
        Example(
            "Far off, and worse than a year before.",
            (down,),
            down.score(
                band="worse",
                label="off target, worse",
                shape="triangle",
                tone="worse",
                statement=f"{far} 75.0%.",
                formula=f"{distance}; 70.0% against 75.0%",
                source=SOURCE,
                facts=(*facts, "indicator/sample/2020"),
            ),
        ),
        Example(
            "Far off, and no earlier figure.",
            (single,),
            single.refuse(
                "It takes 2 figures that may be compared, and there is 1.",
                "indicator/sample/2020",
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "target-and-travel",
            "Target, and direction of travel where it is missed",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="target",
            needs=NEEDS,
        )
    ]
