"""Quartile band.

What it does
    Ranks the area's figure among those of a comparator set and itself, and returns its quarter: A
    is the best, D the worst. The quartiles are of type 7. A figure equal to a quartile belongs to
    the quarter below it in number, as published: that is the better quarter where lower is better,
    and the worse one where higher is better. Figures are compared as published, rounded to the
    decimals of the indicator. A band is relative: it can stay the same while the figure falls. Only
    A and D have a colour.

When it refuses
    The indicator is neutral or its target is a range, so that neither direction is better. There is
    no figure; the comparator set has none for this period, or is a single area. Fewer than four
    areas have a figure, or their range is not larger than ``smallest_range``. People chose to take
    part themselves.

Options
    ``comparator``: id of the comparator set. ``smallest_range``: the range of the figures must be
    larger than this; 0 by default.

Source
    Quartile banding of the Local Authority Interactive Tool (DfE), with the default of R's
    ``quantile()``: Hyndman and Fan (1996), definition 7.
"""

import attrs

from sendframe.plugins import (
    Example,
    Needs,
    PeerFigures,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    hookimpl,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import has_bands, quartile_band, quartiles
from sendframe.testing import scoring_context

SOURCE = "Local Authority Interactive Tool (DfE): quartile bands, type 7"
NEEDS = Needs(points=1, direction=True)
_TONES: dict[str, tuple[str, Tone]] = {
    "A": ("circle", "better"),
    "B": ("bar", "neutral"),
    "C": ("bar", "neutral"),
    "D": ("triangle", "worse"),
}


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
        smallest_range: The range of the figures must be larger than this.
    """

    comparator: str
    smallest_range: float = attrs.field(default=0.0, validator=attrs.validators.ge(0))


def score(context: ScoringContext) -> Score | Refusal:
    """Score the quarter of areas in which the latest figure lies."""
    options = context.chosen(Options)
    refusal = context.check_needs(NEEDS)
    if refusal is not None:
        return refusal
    among = context.peers(options.comparator)
    if isinstance(among, Refusal):
        return among
    least, greatest = among.ordered[0], among.ordered[-1]
    count, direction = len(among.ordered), context.indicator.direction
    apart = greatest - least > options.smallest_range
    if not apart or not has_bands(count, least, greatest, direction):
        return context.refuse(
            _(
                "The range of figures is too small for quarters: {count} areas, from {low} "
                "to {high}.",
                count=count,
                low=context.printed(least),
                high=context.printed(greatest),
            ),
            *among.facts,
        )
    return _scored(context, among)


def _scored(context: ScoringContext, among: PeerFigures) -> Score:
    bounds = quartiles(among.ordered)
    band = quartile_band(among.own, bounds, context.indicator.direction) or "B"
    shape, tone = _TONES[band]
    quartile_texts = ", ".join(context.printed(bound) for bound in bounds)
    count = len(among.ordered)
    return context.score(
        band=band,
        label=_("quarter {band} of A to D", band=band),
        shape=shape,
        tone=tone,
        statement=_(
            "{value} among {count} areas: {title} and the area itself{missing}.",
            value=context.printed(among.own),
            count=count,
            title=among.title,
            missing=among.missing_text,
        ),
        formula=_(
            "quartiles {quartiles} of {count} figures",
            quartiles=quartile_texts,
            count=count,
        ),
        source=SOURCE,
        facts=among.facts,
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: a tie on a quartile either way, and too small a range."""
    options = Options("others")
    others = (1.0, 3.0, 4.0, 5.0, None)
    high = scoring_context([2.0], members=others, rule="quartile-band", options=options)
    low = scoring_context(
        [2.0], direction="lower", members=others, rule="quartile-band", options=options
    )
    alike = scoring_context([2.0], members=(2.0,) * 4, rule="quartile-band", options=options)
    facts = ("indicator/sample/2020", "indicator/sample/2020/others")
    statement = "2.0% among 5 areas: Others and the area itself; no figure for Area 5."
    return (
        Example(
            "On the lowest quartile, where higher is better.",
            (high,),
            high.score(
                band="D",
                label="quarter D of A to D",
                shape="triangle",
                tone="worse",
                statement=statement,
                formula="quartiles 2.0%, 3.0%, 4.0% of 5 figures",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "On the lowest quartile, where lower is better.",
            (low,),
            low.score(
                band="A",
                label="quarter A of A to D",
                tone="better",
                statement=statement,
                formula="quartiles 2.0%, 3.0%, 4.0% of 5 figures",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "All alike.",
            (alike,),
            alike.refuse(
                "The range of figures is too small for quarters: 5 areas, from 2.0% to 2.0%.",
                *facts,
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "quartile-band",
            "Quartile band",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="benchmark",
            needs=NEEDS,
        )
    ]
