"""A target that only reduces.

What it checks
    Whether a measure is intended to go down and all its indicators are neutral. That is read from
    ``intended_direction`` of the measure (``lower``) and ``direction`` of each indicator
    (``neutral``), never from words. Numbers of requests, assessments, refusals and plans are
    neutral unless their publisher gives them a polarity. An indicator for which lower is better,
    such as appeals in some publications, is not reported, and neither is a planning assumption
    with the intended direction ``neutral``. Superseded and expired plans are skipped.

Why it matters
    Fewer requests, plans or appeals can mean that families are helped sooner, or that they have
    given up asking. A target that only lowers the number is met in both cases, and more easily in
    the wrong one.

Example:
    "Fewer requests for an EHC needs assessment", shown by the number of requests alone.

How to put it right
    Add indicators that show whether children and young people are better off: waiting times,
    outcomes, what families say. For a number that is only planned for, set ``intended_direction``
    to ``neutral``. The software asks; people decide.

Source
    Children and Families Act 2014, section 36(1): parents, young people and schools may ask for an
    assessment. Local Authority Interactive Tool (DfE): requests, refusals, assessments and
    numbers of plans have no polarity.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl, joined
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each measure that lowers neutral indicators and has no other."""
    by_id = context.portfolio.indicators()
    for measure in context.measures:
        indicators = [by_id[id_] for id_ in measure.indicators if id_ in by_id]
        if measure.intended_direction != "lower" or not indicators:
            continue
        if len(indicators) < len(measure.indicators):
            continue  # an indicator that is not defined may show that children are better off
        if all(indicator.direction == "neutral" for indicator in indicators):
            results = (context.indicators.get(indicator.id) for indicator in indicators)
            titles = joined(f"'{indicator.title}'" for indicator in indicators)
            yield context.diagnostic(
                _(
                    "The measure '{id}' is meant to lower {titles}, for which neither direction is "
                    "better, and it has no other indicator. What will show that children and young "
                    "people are better off?",
                    id=measure.id,
                    titles=titles,
                ),
                at=measure,
                about=measure.id,
                facts=tuple(result.latest.fact for result in results if result and result.latest),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR802",
            "A target that only reduces",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
