"""Direction of travel.

What it does
    Subtracts the figure of the period before from the latest one. The result is *improving* if the
    change is for the better, *worsening* if it is for the worse, and *no change* if the figures
    are equal or differ by no more than the option ``allowed``. A change that could be random
    variation, or that rests on too few people to tell, is named so and has no colour; a change
    that no test fits, such as one of a mean, is taken as it is.

When it refuses
    The indicator is neutral, so neither direction is better. There is no earlier figure that may be
    compared: none at all, another type of period, or one before a break in the series. One of
    the last two periods has no figure. The series was revised in part: a provisional figure
    among others that are not, or one from a release older than one that restated others. The
    wording of the question changed, or people chose to take part themselves.

Options
    ``allowed``: the largest change, in the indicator's unit, that counts as none; 0 by default.
    ``accept_revised``: true to score a series that was revised in part.

Source
    Local Authority Interactive Tool (DfE): change from the year before, green where its direction
    matches the polarity, red where it is opposite, uncoloured without polarity or change. That a
    change which could be random has no colour is sendframe's own; the test is that of the change in
    the evaluation: Newcombe (1998), Zou and Donner (2008), and XmR limits.
"""

import attrs

from sendframe.plugins import (
    N_,
    Example,
    Needs,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.testing import scoring_context

SOURCE = "Local Authority Interactive Tool (DfE): change from the year before, by polarity"
NEEDS = Needs(points=2, direction=True, settled=True)
_NOT_TOLD = {
    "random": N_("could be random variation"),
    "too_few": N_("too few to tell a change"),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        allowed: The largest change that counts as none, in the indicator's unit.
        accept_revised: Whether a series that was revised in part is scored.
    """

    allowed: float = 0.0
    accept_revised: bool = False


def score(context: ScoringContext) -> Score | Refusal:
    """Score the change from the period before."""
    options = context.chosen(Options)
    refusal = context.check_needs(NEEDS, accept_revised=options.accept_revised)
    if refusal is not None:
        return refusal
    before, after = context.points[-2:]
    if before.value is None or after.value is None:
        return context.refuse(
            _("One of the last two periods has no figure."), before.fact, after.fact
        )
    by = after.value - before.value
    first, last = context.printed(before.value), context.printed(after.value)
    better = (by > 0) == (context.indicator.direction == "higher")
    tone: Tone
    if abs(by) <= options.allowed:
        band, label, shape, tone = "level", _("no change"), "bar", "neutral"
    elif better:
        band, label, shape, tone = "improving", _("improving"), "circle", "better"
    else:
        band, label, shape, tone = "worsening", _("worsening"), "triangle", "worse"
    doubt = _NOT_TOLD.get(context.change.test or "") if context.change else None
    if doubt is not None and band != "level":
        label, shape, tone = f"{label} ({_(doubt)})", "bar", "neutral"
    return context.score(
        band=band,
        label=label,
        shape=shape,
        tone=tone,
        statement=_(
            "It went from {first} {before} to {last} {after}.",
            first=first,
            before=before.period.phrase,
            last=last,
            after=after.period.phrase,
        ),
        formula=f"{last} \N{MINUS SIGN} {first} = {context.difference(by)}",
        source=SOURCE,
        facts=(before.fact, after.fact),
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: Herefordshire's 20-week rate in 2023 and 2024, and one figure."""
    falling = scoring_context(
        [77.1, 67.6], first_year=2023, rule="direction-of-travel", options=Options()
    )
    single = scoring_context([67.6], first_year=2024, rule="direction-of-travel", options=Options())
    gives = falling.score(
        band="worsening",
        label="worsening",
        shape="triangle",
        tone="worse",
        statement="It went from 77.1% in 2023 to 67.6% in 2024.",
        formula="67.6% \N{MINUS SIGN} 77.1% = \N{MINUS SIGN}9.5 percentage points",
        source=SOURCE,
        facts=("indicator/sample/2023", "indicator/sample/2024"),
    )
    why = "It takes 2 figures that may be compared, and there is 1."
    return (
        Example("Lower than the year before, where higher is better.", (falling,), gives),
        Example("One year alone.", (single,), single.refuse(why, "indicator/sample/2024")),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "direction-of-travel",
            "Direction of travel",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="series",
            needs=NEEDS,
        )
    ]
