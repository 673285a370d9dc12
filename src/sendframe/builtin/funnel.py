"""Funnel.

What it does
    Takes all areas of a comparator set and the area itself as one, and asks how far an area of
    this size lies from their common proportion by chance. Inside the limits of 95 per cent it is
    *as expected by chance*; outside them, or outside those of 99.8 per cent, it is *better* or
    *worse*, as the indicator's direction says. With ``overdispersion`` set to ``adjust`` the
    limits allow for how far areas differ beside chance.

When it refuses
    The indicator is neutral or to stay in a range, so no way is better; it is no percentage or
    share. There is no figure, or a denominator of zero; the counts of the area, or of an area of
    the set that has a figure, are not published. Areas lie further apart than chance would have
    them (the measure of overdispersion is more than two standard deviations above 1): then many
    lie outside the limits and none is special for it, unless the portfolio chose an adjustment or
    accepts that. Fewer than two areas have counts, or it happened always or never. People chose
    to take part themselves.

Options
    ``comparator``: id of the comparator set, whose areas all count. ``overdispersion``:
    ``refuse``, ``adjust`` (a variance between areas, by random effects) or ``accept`` (limits of
    chance alone, with a warning); ``refuse`` unless given.

Source
    Funnel limits for proportions of the Office for Health Improvement and Disparities, by
    inversion of the Wilson interval, as in PHEindicatormethods. Overdispersion and its adjustment:
    Spiegelhalter (2005), Statistics in Medicine 24:1185-1202, and Quality and Safety in Health
    Care 14:347-351.
"""

from typing import Literal

import attrs

from sendframe.plugins import (
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
    scoring_context,
    usable_counts,
)
from sendframe.plugins.statistics import (
    FUNNEL_CONFIDENCE,
    between_areas,
    funnel_limits,
    is_overdispersed,
    overdispersion,
)

SOURCE = "Funnel limits for proportions as in PHEindicatormethods; Spiegelhalter (2005)"
NEEDS = Needs(points=1, direction=True)
_WARNING = "; areas differ by more than chance, so that being outside says little"

Counts = tuple[int, int]


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
        overdispersion: What becomes of areas that lie further apart than by chance.
    """

    comparator: str
    overdispersion: Literal["refuse", "adjust", "accept"] = "refuse"


@attrs.frozen
class _Areas:
    """All areas: the area itself first.

    Attributes:
        counts: What was counted in each, and of how many.
        missing: Names of the areas without a figure.
        title: What the comparison is called.
        facts: The facts they rest on.
        measure: How much further they lie apart than by chance.
    """

    counts: tuple[Counts, ...]
    missing: tuple[str, ...]
    title: str
    facts: tuple[str, ...]
    measure: float

    @property
    def share(self) -> float:
        """The proportion of all of them together."""
        tops, bottoms = zip(*self.counts, strict=True)
        return float(sum(tops) / sum(bottoms))

    @property
    def are_apart(self) -> bool:
        """Whether they lie further apart than by chance."""
        return is_overdispersed(self.measure, len(self.counts))

    @property
    def outside(self) -> int:
        """How many of them lie outside the inner limits of chance alone."""
        limits = [(top / bottom, funnel_limits(self.share, bottom)) for top, bottom in self.counts]
        return sum(not each.lower <= own <= each.upper for own, each in limits)

    @property
    def between(self) -> float:
        """How far they differ beside chance, as a variance."""
        tops, bottoms = zip(*self.counts, strict=True)
        return between_areas(tops, bottoms) or 0.0


def score(context: ScoringContext) -> Score | Refusal:
    """Score the latest figure against the limits of chance around all areas."""
    options = context.chosen(Options)
    refusal = context.check_needs(NEEDS)
    if refusal is not None:
        return refusal
    if context.indicator.unit not in ("percent", "share"):
        return context.refuse("A funnel of this kind needs a percentage or share.")
    found = context.benchmark(options.comparator)
    areas = found if isinstance(found, Refusal) else _areas(context, found)
    if isinstance(areas, Refusal):
        return areas
    if areas.are_apart and options.overdispersion == "refuse":
        return context.refuse(
            f"Areas lie further apart than chance would have them (overdispersion "
            f"{amount(areas.measure, 1)}, where 1 is chance): {areas.outside} of "
            f"{len(areas.counts)} are outside the 95% limits, and none is special for it.",
            *areas.facts,
        )
    return _scored(context, areas)


def _areas(context: ScoringContext, found: Comparison) -> _Areas | Refusal:
    """Return the counts of all areas, or why there are none."""
    latest = context.latest
    if latest is None:
        return context.refuse("There is no figure.")
    own = usable_counts(latest.numerator, latest.denominator)
    if isinstance(own, str):
        return context.refuse(own, latest.fact)
    counts = [own]
    for each in found.members:
        if each.value is None:
            continue
        theirs = usable_counts(each.numerator, each.denominator)
        if isinstance(theirs, str):
            return context.refuse(f"{each.name}: {theirs[:1].lower()}{theirs[1:]}", found.fact)
        counts.append(theirs)
    measure = overdispersion(*map(list, zip(*counts, strict=True)))
    facts = (latest.fact, found.fact)
    if measure is None:
        return context.refuse("Fewer than two areas have counts, or they do not differ.", *facts)
    missing = tuple(each.name for each in found.members if each.value is None)
    return _Areas(tuple(counts), missing, found.title, facts, measure)


def _scored(context: ScoringContext, areas: _Areas) -> Score | Refusal:
    (top, bottom), factor = areas.counts[0], context.indicator.factor or 1.0
    adjusted = areas.are_apart and context.chosen(Options).overdispersion == "adjust"
    between = areas.between if adjusted else 0.0
    inner, outer = (
        funnel_limits(areas.share, bottom, confidence=each, between=between)
        for each in FUNNEL_CONFIDENCE
    )
    own = top / bottom
    if adjusted and inner.lower <= 0 and inner.upper >= 1:
        return context.refuse(
            "Areas differ so much that limits which allow for it reach over the whole scale: none "
            f"could lie outside (overdispersion {amount(areas.measure, 1)}).",
            *areas.facts,
        )
    far = not outer.lower <= own <= outer.upper
    limits = outer if far else inner
    tone: Tone
    if inner.lower <= own <= inner.upper:
        band, label, shape, tone = "expected", "as expected by chance", "bar", "neutral"
        if adjusted:
            label = "as expected, differences between areas allowed for"
    elif (own > areas.share) == (context.indicator.direction == "higher"):
        band, label, shape, tone = "better", "better than by chance", "circle", "better"
    else:
        band, label, shape, tone = "worse", "worse than by chance", "triangle", "worse"
    level = "99.8%" if far else "95%"
    low, high, share = (
        context.printed(each * factor) for each in (limits.lower, limits.upper, areas.share)
    )
    inside = "inside" if band == "expected" else "outside"
    note = "" if not areas.missing else f"; no figure for {', '.join(areas.missing)}"
    warning = _WARNING if areas.are_apart and not adjusted else ""
    return context.score(
        band=band if band == "expected" else f"{band}-{level.rstrip('%')}",
        label=label if band == "expected" else f"{label} ({level})",
        shape=shape,
        tone=tone,
        statement=f"{context.printed(own * factor)} lies {inside} the {level} limits, {low} to "
        f"{high}, around {share} of {len(areas.counts)} areas{note}{warning}.",
        formula=f"limits for {bottom:,} around {share}; overdispersion {amount(areas.measure, 1)}"
        f"{', adjusted for by random effects' if adjusted else ''}",
        source=SOURCE,
        facts=areas.facts,
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: outside by chance alone, and areas that lie too far apart."""
    alike = ((50, 100), (48, 100), (52, 100), None)
    apart = ((90, 100), (20, 100), (50, 100))

    def told(
        members: tuple[tuple[int, int] | None, ...], options: Options, value: float = 62.0
    ) -> ScoringContext:
        return scoring_context(
            [value], denominator=200, members=members, rule="funnel", options=options
        )

    plain = Options("others")
    better, wide = told(alike, plain), told(apart, plain)
    adjusted = told(apart, Options("others", "adjust"))
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
