"""Plan past its end.

What it checks
    Whether a plan is past its last day, its status says that it is still in force, and no plan
    that is in force supersedes it. The last day is that of `extended_to`, or else of the
    period; a plan without either is skipped. A plan is not in force where its status is `draft`,
    `in-consultation`, `superseded` or `expired`; with any other word it is. Another plan
    supersedes it where one of the two says so in its relations; a draft supersedes nothing yet.

Why it matters
    Families and staff go on reading a plan that nobody follows any more. Areas have extended
    their strategies to wait for a reform; then the new day belongs in the plan.

Example:
    A strategy for 2022 to 2025 is `adopted`, and it is March 2026.

How to put it right
    Set `extended_to` to the day that was agreed, set the status to `expired`, or name the plan
    that supersedes it.

Source
    Gloucestershire extended its strategies of 2022 to 2025 to September 2026, to await reform.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Strategy, hookimpl, over_by
from sendframe.plugins import gettext as _

NOT_IN_FORCE = ("draft", "in-consultation", "superseded", "expired")


def _superseded(plans: list[Strategy]) -> Iterator[str | None]:
    """Yield the id of each plan that a plan in force supersedes."""
    in_force = {plan.id for plan in plans if plan.status not in NOT_IN_FORCE}
    for plan in plans:
        for relation in plan.relations:
            if relation.kind == "supersedes" and plan.id in in_force:
                yield relation.strategy
            elif relation.kind == "superseded-by" and (
                relation.strategy is None or relation.strategy in in_force
            ):
                yield plan.id


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each plan that is over and still in force by its status."""
    plans = list(context.portfolio.of(Strategy))
    superseded = set(_superseded(plans))
    for plan in plans:
        if plan.status in NOT_IN_FORCE or plan.period is None or plan.id in superseded:
            continue
        end = plan.extended_to or plan.period.ends
        if over_by(end, context.as_at):
            yield context.diagnostic(
                _(
                    "the plan '{id}' ended with {end}, its status is still \"{status}\", and no plan "
                    "in force supersedes it",
                    id=plan.id,
                    end=end,
                    status=plan.status,
                ),
                at=plan,
                about=plan.id,
                help="Extend it, set its status to expired, or name the plan that supersedes it.",
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR804",
            "Plan past its end",
            __doc__ or "",
            run,
            severity="warning",
            asks=False,
        )
    ]
