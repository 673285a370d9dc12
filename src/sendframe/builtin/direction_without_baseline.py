"""Direction without a baseline.

What it checks
    Whether a measure that is meant to go up or down states where it starts: a value, or a
    statement in words. Plans that are superseded or expired are skipped, and those that are
    summaries. One diagnostic for each plan counts the measures.

Why it matters
    "More" and "fewer" compare with something. Without a baseline each reader takes another year,
    and published figures are revised: what was true when the plan was agreed is lost.

Example:
    "More young people with an EHC plan are in education or training", with a target of 75 per
    cent and no baseline.

How to put it right
    Add `baseline` with its period. Where nothing was measured at the start, write so in
    `baseline.statement`.

Source
    Distance travelled, (current - baseline) / (target - baseline). Committee of Public Accounts,
    15 January 2025: reform is hindered by "a lack of data, targets and a clear, costed plan".
"""

from collections.abc import Iterator

from sendframe.plugins import (
    Check,
    CheckContext,
    Diagnostic,
    Measure,
    hookimpl,
    ngettext,
    quoted_ids,
)


def _has_baseline(measure: Measure) -> bool:
    """Say whether a measure states where it starts, as a number or in words."""
    baseline = measure.baseline
    return baseline is not None and (baseline.value is not None or baseline.statement is not None)


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each plan with measures that have a direction and no baseline."""
    for plan in context.plans:
        if plan.completeness == "summary":
            continue
        missing = [
            measure.id
            for measure in plan.measures
            if measure.intended_direction in ("higher", "lower") and not _has_baseline(measure)
        ]
        if missing:
            yield context.diagnostic(
                ngettext(
                    "in the plan '{id}', one measure is meant to go up or down and does not say from "
                    "where: {names}",
                    "in the plan '{id}', {number} measures are meant to go up or down and do not say "
                    "from where: {names}",
                    len(missing),
                    id=plan.id,
                    names=quoted_ids(missing),
                ),
                at=plan,
                about=plan.id,
                help="Add a baseline, or state in it that nothing was measured at the start.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR809",
            "Direction without a baseline",
            __doc__ or "",
            run,
            severity="note",
            asks=False,
        )
    ]
