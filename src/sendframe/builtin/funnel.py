"""Funnel.

What it does
    Computes the common proportion of the area and all areas of a comparator set, and the limits
    within which an area of this size varies around it by chance. Within the 95 per cent limits the
    area is *as expected by chance*. Outside these limits, or outside the 99.8 per cent limits, it
    is *better* or *worse*, by the direction of the indicator. With ``overdispersion`` set to
    ``adjust`` the limits allow for differences between areas that are larger than chance.

When it refuses
    The indicator is neutral or its target is a range, so that neither direction is better; or it is
    not a percentage or share. There is no figure, or the denominator is zero. The counts of the
    area, or of an area of the set with a figure, are not published. Areas differ by more than
    chance (the measure of overdispersion is more than two standard deviations above 1), and the
    portfolio chose neither to adjust for it nor to accept it: then many areas lie outside the
    limits, and being outside has no special meaning. Fewer than two areas have counts, or their
    common proportion is 0 or 1. People chose to take part themselves.

Options
    ``comparator``: id of the comparator set. ``overdispersion``: ``refuse``, ``adjust`` (a variance
    between areas, by random effects) or ``accept`` (limits of chance alone, with a warning);
    ``refuse`` by default.

Source
    Funnel limits for proportions of the Office for Health Improvement and Disparities, by
    inversion of the Wilson interval, as in PHEindicatormethods. Overdispersion and its adjustment:
    Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, and Quality and Safety in Health
    Care 14:347-351.
"""

from typing import Literal

import attrs

from sendframe.plugins import (
    N_,
    Comparison,
    Example,
    Needs,
    Refusal,
    Score,
    ScoringContext,
    ScoringRule,
    Tone,
    amount,
    hookimpl,
    usable_counts,
)
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import (
    FUNNEL_CONFIDENCE,
    between_areas,
    funnel_limits,
    is_overdispersed,
    overdispersion,
)
from sendframe.testing import scoring_context

SOURCE = "Funnel limits for proportions as in PHEindicatormethods; Spiegelhalter (2005)"
NEEDS = Needs(points=1, direction=True)
_WARNING = N_("areas differ by more than chance, so that being outside says little")

Counts = tuple[int, int]


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
        overdispersion: How to treat areas that differ by more than chance.
    """

    comparator: str
    overdispersion: Literal["refuse", "adjust", "accept"] = "refuse"


@attrs.frozen
class _Areas:
    """The area and its comparators, the area first.

    Attributes:
        counts: Numerator and denominator of each area.
        missing: Names of the areas without a figure.
        title: Title of the comparison.
        facts: Ids of the facts.
        measure: The measure of overdispersion; 1 where areas differ by chance alone.
    """

    counts: tuple[Counts, ...]
    missing: tuple[str, ...]
    title: str
    facts: tuple[str, ...]
    measure: float

    @property
    def share(self) -> float:
        """The common proportion of all areas."""
        tops, bottoms = zip(*self.counts, strict=True)
        return float(sum(tops) / sum(bottoms))

    @property
    def are_overdispersed(self) -> bool:
        """Whether the areas differ by more than chance."""
        return is_overdispersed(self.measure, len(self.counts))

    @property
    def outside(self) -> int:
        """The number of areas outside the inner limits of chance alone."""
        limits = [(top / bottom, funnel_limits(self.share, bottom)) for top, bottom in self.counts]
        return sum(not interval.lower <= share <= interval.upper for share, interval in limits)

    @property
    def between(self) -> float:
        """The variance between areas, apart from chance."""
        tops, bottoms = zip(*self.counts, strict=True)
        return between_areas(tops, bottoms) or 0.0


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against the limits of chance around the common proportion."""
    options = context.chosen(Options)
    refusal = context.check_needs(NEEDS)
    if refusal is not None:
        return refusal
    if context.indicator.unit not in ("percent", "share"):
        return context.refuse(_("A funnel of this kind needs a percentage or share."))
    comparison = context.benchmark(options.comparator)
    areas = comparison if isinstance(comparison, Refusal) else _areas(context, comparison)
    if isinstance(areas, Refusal):
        return areas
    if areas.are_overdispersed and options.overdispersion == "refuse":
        return context.refuse(
            _(
                "Areas lie further apart than chance would have them (overdispersion {measure}, "
                "where 1 is chance): {outside} of {number} are outside the 95% limits, and none "
                "is special for it.",
                measure=amount(areas.measure, 1),
                outside=areas.outside,
                number=len(areas.counts),
            ),
            *areas.facts,
        )
    return _scored(context, areas)


def _areas(context: ScoringContext, comparison: Comparison) -> _Areas | Refusal:
    """Return the counts of all areas, or a refusal."""
    latest = context.latest
    if latest is None:
        return context.refuse(_("There is no figure."))
    own = usable_counts(latest.numerator, latest.denominator)
    if isinstance(own, str):
        return context.refuse(own, latest.fact)
    counts = [own]
    for member in comparison.members:
        if member.value is None:
            continue
        theirs = usable_counts(member.numerator, member.denominator)
        if isinstance(theirs, str):
            return context.refuse(
                f"{member.name}: {theirs[:1].lower()}{theirs[1:]}", comparison.fact
            )
        counts.append(theirs)
    measure = overdispersion(*map(list, zip(*counts, strict=True)))
    facts = (latest.fact, comparison.fact)
    if measure is None:
        return context.refuse(_("Fewer than two areas have counts, or they do not differ."), *facts)
    missing = tuple(member.name for member in comparison.members if member.value is None)
    return _Areas(tuple(counts), missing, comparison.title, facts, measure)


def _scored(context: ScoringContext, areas: _Areas) -> Score | Refusal:
    (top, bottom), factor = areas.counts[0], context.indicator.factor or 1.0
    adjusted = areas.are_overdispersed and context.chosen(Options).overdispersion == "adjust"
    between = areas.between if adjusted else 0.0
    inner, outer = (
        funnel_limits(areas.share, bottom, confidence=confidence, between=between)
        for confidence in FUNNEL_CONFIDENCE
    )
    own = top / bottom
    if adjusted and inner.lower <= 0 and inner.upper >= 1:
        return context.refuse(
            _(
                "Areas differ so much that limits which allow for it reach over the whole scale: "
                "none could lie outside (overdispersion {measure}).",
                measure=amount(areas.measure, 1),
            ),
            *areas.facts,
        )
    far = not outer.lower <= own <= outer.upper
    limits = outer if far else inner
    tone: Tone
    if inner.lower <= own <= inner.upper:
        band, label, shape, tone = "expected", _("as expected by chance"), "bar", "neutral"
        if adjusted:
            label = _("as expected, differences between areas allowed for")
    elif (own > areas.share) == (context.indicator.direction == "higher"):
        band, label, shape, tone = "better", _("better than by chance"), "circle", "better"
    else:
        band, label, shape, tone = "worse", _("worse than by chance"), "triangle", "worse"
    level = "99.8%" if far else "95%"
    low, high, share = (
        context.printed(bound * factor) for bound in (limits.lower, limits.upper, areas.share)
    )
    words = N_(
        "{value} lies inside the {level} limits, {low} to {high}, around {share} of {number} areas"
    )
    if band != "expected":
        words = N_(
            "{value} lies outside the {level} limits, {low} to {high}, around {share} of {number} "
            "areas"
        )
    value, number = context.printed(own * factor), len(areas.counts)
    parts = [_(words, value=value, level=level, low=low, high=high, share=share, number=number)]
    if areas.missing:
        parts.append(_("no figure for {names}", names=", ".join(areas.missing)))
    if areas.are_overdispersed and not adjusted:
        parts.append(_(_WARNING))
    size, limit = format(bottom, ","), amount(areas.measure, 1)
    formula = _(
        "limits for {size} around {share}; overdispersion {measure}",
        size=size,
        share=share,
        measure=limit,
    )
    if adjusted:
        formula = _("{formula}, adjusted for by random effects", formula=formula)
    return context.score(
        band=band if band == "expected" else f"{band}-{level.rstrip('%')}",
        label=label if band == "expected" else f"{label} ({level})",
        shape=shape,
        tone=tone,
        statement=f"{'; '.join(parts)}.",
        formula=formula,
        source=SOURCE,
        facts=areas.facts,
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: outside by chance alone, and areas that lie too far apart."""
    alike = ((50, 100), (48, 100), (52, 100), None)
    apart = ((90, 100), (20, 100), (50, 100))

    def sample(
        members: tuple[tuple[int, int] | None, ...], options: Options, value: float = 62.0
    ) -> ScoringContext:
        return scoring_context(
            [value], denominator=200, members=members, rule="funnel", options=options
        )

    plain = Options("others")
    better, wide = sample(alike, plain), sample(apart, plain)
    adjusted = sample(apart, Options("others", "adjust"))
    facts = ("indicator/sample/2020", "indicator/sample/2020/others")
    return (
        Example(
            "Above the limits of areas that differ by chance alone.",
            (better,),
            better.score(
                band="better-95",
                label="better than by chance (95%)",
                tone="better",
                statement="62.0% lies outside the 95% limits, 47.9% to 61.7%, around 54.8% of 4 "
                "areas; no figure for Area 4.",
                formula="limits for 200 around 54.8%; overdispersion 1.8",
                source=SOURCE,
                facts=facts,
            ),
        ),
        Example(
            "Areas that lie too far apart.",
            (wide,),
            wide.refuse(
                "Areas lie further apart than chance would have them (overdispersion 26.0, where "
                "1 is chance): 2 of 4 are outside the 95% limits, and none is special for it.",
                *facts,
            ),
        ),
        Example(
            "The same, adjusted for.",
            (adjusted,),
            adjusted.score(
                band="expected",
                label="as expected, differences between areas allowed for",
                shape="bar",
                tone="neutral",
                statement="62.0% lies inside the 95% limits, 4.9% to 100.0%, around 56.8% of 4 "
                "areas.",
                formula="limits for 200 around 56.8%; overdispersion 26.0, adjusted for by random "
                "effects",
                source=SOURCE,
                facts=facts,
            ),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "funnel",
            "Funnel",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="benchmark",
            needs=NEEDS,
        )
    ]
