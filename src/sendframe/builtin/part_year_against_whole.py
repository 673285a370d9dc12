"""Part of a year beside a whole one.

What it checks
    Whether figures for part of a year or term, up to a day, stand beside others of another length:
    in one series, or as the baseline or pinned benchmark of a measure and the latest figure that
    shows it. Plans that are superseded or expired are left out.

Why it matters
    Five complaints by September look like fewer than eleven in a year. Sendframe compares no
    two such figures, but a table with a column *baseline* and a column *latest* invites readers to.

Example:
    Baseline: 11 complaints in 2024-25. Latest: 5 complaints from April to September 2025.

How to put it right
    Give the baseline for the same part of the year before, or wait for the whole year.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator

from sendframe.plugins import Check, CheckContext, Diagnostic, Measure, Period, hookimpl

TO_DATE = ("year_to_date", "term_to_date")
"""Kinds of period that end on a day, and not with the year or term."""


def _is_apart(one: Period, two: Period) -> bool:
    """Say whether one of two periods is a part, and the other is none of the same length."""
    if one.kind not in TO_DATE and two.kind not in TO_DATE:
        return False
    return not one.is_comparable_with(two)


def _starts(measure: Measure) -> Iterator[tuple[str, Period]]:
    """Yield the periods that a measure is to be seen beside."""
    if measure.baseline is not None and measure.baseline.period is not None:
        yield "baseline", measure.baseline.period
    if measure.target is not None and measure.target.kind == "pinned_benchmark":
        yield "benchmark", measure.target.period


def _of_measure(context: CheckContext, measure: Measure) -> Iterator[Diagnostic]:
    for id_ in measure.indicators:
        result = context.indicators.get(id_)
        if result is None or result.latest is None:
            continue
        for word, period in _starts(measure):
            if _is_apart(period, result.latest.period):
                yield context.diagnostic(
                    f"the {word} of '{measure.id}' is for {period}, and the latest figure of "
                    f"'{id_}' is for {result.latest.period}",
                    at=measure.baseline if word == "baseline" else measure.target,
                    about=measure.id,
                    help=f"Give a {word} for the same part of the year, or leave one of them out.",
                )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield what is found."""
    known = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        periods = [each.period for each in result.points]
        parts = [each for each in periods if each.kind in TO_DATE]
        wholes = [each for each in periods if each.kind not in TO_DATE]
        if parts and wholes:
            yield context.diagnostic(
                f"{result.title}: {parts[-1]} stands in one series with {wholes[-1]}",
                at=known[id_],
                about=id_,
                help="Make two indicators of it: one for whole years, one for parts.",
            )
    for measure in context.measures:
        yield from _of_measure(context, measure)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check("SFR409", "Part of a year beside a whole one", __doc__ or "", run, severity="note")
    ]
