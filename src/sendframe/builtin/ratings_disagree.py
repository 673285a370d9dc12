"""Target and statistics disagree.

What it checks
    Whether an indicator is on target and its interval is worse than the benchmark, or it is off
    target and its interval is better.

    It does not find indicators without a score by target or without one by interval.

Why it matters
    A rating against a target ignores chance, and how other areas do. Boards that see both ask better
    questions.

Example:
    The target of 50% is reached, and England's 60% lies above the interval.

How to put it right
    Review the target, or the benchmark. The software asks; people decide.

Source
    NHS Making Data Count on ratings by colour that hide or invent change.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, hookimpl
from sendframe.plugins import gettext as _


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each indicator whose target and interval disagree."""
    for id_, result in sorted(context.indicators.items()):
        by_rule = {score.rule: score for score in result.scores}
        target = by_rule.get("target-tolerance")
        interval = by_rule.get("wilson-comparison")
        if target is None or interval is None:
            continue
        if {target.tone, interval.tone} == {"better", "worse"}:
            yield context.diagnostic(
                _(
                    "{title}: it is {first}, and {second}. Is the target still the right one?",
                    title=result.title,
                    first=target.label,
                    second=interval.label,
                ),
                about=id_,
                facts=(*target.facts, *interval.facts),
            )


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR502",
            "Target and statistics disagree",
            __doc__ or "",
            run,
            severity="note",
            asks=True,
        )
    ]
