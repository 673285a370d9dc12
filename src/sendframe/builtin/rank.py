"""Rank among comparators.

What it does
    Computes the rank of the area among those of a comparator set and itself, 1 for the best. Equal
    figures share the best of their ranks, and the ranks after it are not given. The result states
    the number of areas and names those without a figure. Figures are compared as published, rounded
    to the decimals of the indicator. A rank has no colour.

When it refuses
    The indicator is neutral or its target is a range, so that neither direction is better. There is
    no figure; the comparator set has none for this period, or is a single area. People chose to
    take part themselves.

Options
    ``comparator``: id of the comparator set.

Source
    Ranks of the Local Authority Interactive Tool (DfE): ties share the best rank ("min").
"""

import attrs

from sendframe.plugins import Example, Needs, Refusal, Score, ScoringContext, ScoringRule, hookimpl
from sendframe.plugins import gettext as _
from sendframe.plugins.statistics import rank
from sendframe.testing import scoring_context

SOURCE = "Local Authority Interactive Tool (DfE): rank, ties share the best place"
NEEDS = Needs(points=1, direction=True)


@attrs.frozen
class Options:
    """Options of the rule.

    Attributes:
        comparator: Id of the comparator set.
    """

    comparator: str


def score(context: ScoringContext) -> Score | Refusal:
    """Score the rank of the latest figure among those of other areas."""
    refusal = context.check_needs(NEEDS)
    if refusal is not None:
        return refusal
    among = context.peers(context.chosen(Options).comparator)
    if isinstance(among, Refusal):
        return among
    place, count = rank(among.own, among.ordered, context.indicator.direction), len(among.ordered)
    alike = among.ordered.count(among.own) - 1
    shared = _(", shared with {number} more", number=alike) if alike else ""
    return context.score(
        band="ranked",
        label=_("{place} of {count}", place=place, count=count),
        shape="bar",
        tone="neutral",
        statement=_(
            "{value} is place {place} of {count}{shared}: {title} and the area itself, the best "
            "first{missing}.",
            value=context.printed(among.own),
            place=place,
            count=count,
            shared=shared,
            title=among.title,
            missing=among.missing_text,
        ),
        formula=_("1 + areas with a better figure, of {count}", count=count),
        source=SOURCE,
        facts=among.facts,
    )


def examples() -> tuple[Example, ...]:
    """Return worked examples: a shared place, and a comparator that is one area."""
    options = Options("others")
    shared = scoring_context([5.0], members=(9.0, 5.0, None, 2.0), rule="rank", options=options)
    alone = scoring_context([5.0], benchmark=4.0, rule="rank", options=options)
    return (
        Example(
            "Two areas share the second place, and one has no figure.",
            (shared,),
            shared.score(
                band="ranked",
                label="2 of 4",
                shape="bar",
                tone="neutral",
                statement="5.0% is place 2 of 4, shared with 1 more: Others and the area itself, "
                "the best first; no figure for Area 3.",
                formula="1 + areas with a better figure, of 4",
                source=SOURCE,
                facts=("indicator/sample/2020", "indicator/sample/2020/others"),
            ),
        ),
        Example(
            "Nobody to be among.",
            (alone,),
            alone.refuse("'others' is a single area: there are no areas to be among."),
        ),
    )


@hookimpl.scoring_rules
def rules() -> list[ScoringRule]:
    """Return the rule."""
    return [
        ScoringRule(
            "rank",
            "Rank among comparators",
            __doc__ or "",
            score,
            Options,
            examples(),
            kind="benchmark",
            needs=NEEDS,
        )
    ]
