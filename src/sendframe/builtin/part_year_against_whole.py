"""Part of a year compared with a whole one.

What it checks
    Whether figures for a year or term to date are mixed with figures for a period of another
    length: in one series, or as the baseline or pinned benchmark of a measure and its latest
    figure. Superseded and expired plans are skipped.

    It does not find totals to date that were entered as months or snapshots, which SFR418 doubts, and
    baselines without a period.

Why it matters
    Five complaints by September look like fewer than eleven in a year. sendframe compares no two
    such figures, but readers of a table with the columns *baseline* and *latest* do.

Example:
    Baseline: 11 complaints in 2024-25. Latest: 5 complaints from April to September 2025.

How to put it right
    Give the baseline for the same part of the year before, or wait for the whole year.

Source
    Tables of performance indicators that councils have published.
"""

from collections.abc import Iterator

from sendframe.plugins import N_, Check, CheckContext, Diagnostic, Measure, Period, hookimpl
from sendframe.plugins import gettext as _

TO_DATE = ("year_to_date", "term_to_date")
"""Kinds of period that end before the year or term ends."""


def _differ_in_length(first: Period, second: Period) -> bool:
    """Return whether at least one of two periods is to date, and they cannot be compared."""
    if first.kind not in TO_DATE and second.kind not in TO_DATE:
        return False
    return not first.is_comparable_with(second)


def _reference_periods(measure: Measure) -> Iterator[tuple[str, Period]]:
    """Yield the periods of the baseline and of the pinned benchmark of a measure."""
    if measure.baseline is not None and measure.baseline.period is not None:
        yield "baseline", measure.baseline.period
    if measure.target is not None and measure.target.kind == "pinned_benchmark":
        yield "benchmark", measure.target.period


def _check_measure(context: CheckContext, measure: Measure) -> Iterator[Diagnostic]:
    for id_ in measure.indicators:
        result = context.indicators.get(id_)
        if result is None or result.latest is None:
            continue
        for word, period in _reference_periods(measure):
            if _differ_in_length(period, result.latest.period):
                words = N_(
                    "the baseline of '{id}' is for {period}, and the latest figure of '{indicator}' is "
                    "for {latest}"
                )
                if word == "benchmark":
                    words = N_(
                        "the benchmark of '{id}' is for {period}, and the latest figure of "
                        "'{indicator}' is for {latest}"
                    )
                yield context.diagnostic(
                    _(
                        words,
                        id=measure.id,
                        period=period,
                        indicator=id_,
                        latest=result.latest.period,
                    ),
                    at=measure.baseline if word == "baseline" else measure.target,
                    about=measure.id,
                    help=f"Give a {word} for the same part of the year, or leave one of them out.",
                )


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each series or measure that mixes periods to date with others."""
    indicators = context.portfolio.indicators()
    for id_, result in sorted(context.indicators.items()):
        periods = [point.period for point in result.points]
        to_date = [period for period in periods if period.kind in TO_DATE]
        complete = [period for period in periods if period.kind not in TO_DATE]
        if to_date and complete:
            yield context.diagnostic(
                _(
                    "{title}: {to_date} stands in one series with {complete}",
                    title=result.title,
                    to_date=to_date[-1],
                    complete=complete[-1],
                ),
                at=indicators[id_],
                about=id_,
                help="Make two indicators of it: one for whole years, one for parts.",
            )
    for measure in context.measures:
        yield from _check_measure(context, measure)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR409",
            "Part of a year compared with a whole one",
            __doc__ or "",
            run,
            severity="note",
        )
    ]
