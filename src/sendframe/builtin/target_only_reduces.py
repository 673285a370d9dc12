"""A target that only reduces.

What it checks
    Whether a measure is meant to go down, and all that shows it are indicators of which no way is
    better. That is read from ``intended_direction`` of the measure (``lower``) and ``direction``
    of each indicator (``neutral``), never from words: numbers of requests, assessments, refusals
    and plans are neutral wherever their publisher gives them no polarity. An indicator of which
    lower is better, as some publish appeals, is not asked about. A planning assumption whose
    intended direction is ``neutral`` is none of this. Plans that are superseded or expired are
    left out.

Why it matters
    Fewer requests, plans or appeals can mean that families are helped sooner, or that they have
    given up asking. A target that only lowers the number is met either way, and most easily the
    wrong way.

Example:
    "Fewer requests for an EHC needs assessment", shown by the number of requests alone.

How to put it right
    Add what would show that children are better off: waits, outcomes, what families say. Where the
    number is only planned for, set ``intended_direction`` to ``neutral``. The software asks; people
    decide.

Source
    Children and Families Act 2014, section 36(1): parents, young people and schools may ask for an
    assessment. Local Authority Interactive Tool (DfE): requests, refusals, assessments and
    numbers of plans have no polarity.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    known = context.portfolio.indicators()
    for measure in context.measures:
        shown = [known[each] for each in measure.indicators if each in known]
        if measure.intended_direction != "lower" or not shown:
            continue
        if len(shown) < len(measure.indicators):
            continue  # what is not known may be what shows that children are better off
        if all(each.direction == "neutral" for each in shown):
            results = (context.indicators.get(each.id) for each in shown)
            titles = " and ".join(f"'{each.title}'" for each in shown)
            yield context.diagnostic(
                f"The measure '{measure.id}' is meant to lower {titles}, of which no way is "
                "better, and nothing else shows it. What will show that children and young people "
                "are better off?",
                at=measure,
                about=measure.id,
                facts=tuple(each.latest.fact for each in results if each and each.latest),
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
