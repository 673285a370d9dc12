"""Counts add up, and no indicator states it.

What it checks
    Whether the counts of people of one indicator are those of two others together, in each of the
    periods that they have, which are the same and three or more, though the indicator does not
    declare it with `sum_of`.

    Not found are sums of three and more, sums that leave a remainder, sums of parts or of other
    areas, and those of more than 400 indicators with the same periods: the first 400 by id are
    compared.

    Counts can add up by chance. Among 60 unrelated indicators with counts up to 500, in three
    periods, that is so in one portfolio of ten thousand; more often where counts hardly move. Small
    counts agree often: one of the two must be 10 or more in each period, and each of the three must
    have three different counts.

Why it matters
    Whoever reads the reports sees the sum as well. Where disclosure control does not know it, a small
    count that is hidden follows from the two others.

Example:
    Plans issued were 60, 66 and 71 in three years, those on time 57, 64 and 70, and those late 3, 2
    and 1. The small counts are hidden, and are what is left.

How to put it right
    If it is so by definition, write `sum_of` with the ids of both into the indicator that is the
    total. If it is chance, accept the note as an exception.

Source
    A. Hundepool and others, Statistical Disclosure Control, Wiley 2012: linked tables.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from sendframe.plugins import Check, CheckContext, Diagnostic, Period, hookimpl
from sendframe.plugins import gettext as _

MOST = 400
"""So many indicators with the same periods are compared: the time grows with their square."""

_FEWEST_PERIODS = 3
_LARGE = 10

_Series = dict[Period, float]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a note for each indicator that is the sum of two others and does not declare it."""
    indicators = context.portfolio.indicators()
    counts: dict[str, _Series] = {}
    for id_, result in sorted(context.indicators.items()):
        if result.is_count and id_ in indicators and indicators[id_].counts_people:
            points = {point.period: point.sound for point in result.points}
            series = {period: value for period, value in points.items() if value is not None}
            if len(set(series.values())) >= _FEWEST_PERIODS:
                counts[id_] = series
    declared = {id_ for id_ in counts if indicators[id_].sum_of}
    for total, parts in _sums(counts):
        if total not in declared:
            yield context.diagnostic(
                _(
                    "{total}: in each of {number} periods it is {first} and {second} together, "
                    "and does not declare it",
                    total=context.indicators[total].title,
                    number=len(counts[total]),
                    first=f"'{parts[0]}'",
                    second=f"'{parts[1]}'",
                ),
                about=total,
                help=_(
                    'If it is their sum, write "sum_of": ["{first}", "{second}"] into it.',
                    first=parts[0],
                    second=parts[1],
                ),
            )


def _sums(counts: dict[str, _Series]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each series that is the sum of two others, with their ids."""
    groups: dict[frozenset[Period], list[str]] = {}
    for id_, series in counts.items():
        groups.setdefault(frozenset(series), []).append(id_)
    for periods, ids in groups.items():
        order = sorted(periods, key=lambda period: (period.first_day, period.last_day))
        rows = {id_: tuple(counts[id_][period] for period in order) for id_ in ids[:MOST]}
        totals: dict[tuple[float, ...], list[str]] = {}
        for id_, row in rows.items():
            totals.setdefault(row, []).append(id_)
        for first, second in combinations(rows, 2):
            if _is_large(zip(rows[first], rows[second], strict=True)):
                together = tuple(map(sum, zip(rows[first], rows[second], strict=True)))
                for total in totals.get(together, ()):
                    yield total, (first, second)


def _is_large(pairs: Iterable[tuple[float, float]]) -> bool:
    """Say whether one of the two counts is large in each period."""
    return all(max(pair) >= _LARGE for pair in pairs)


@hookimpl.checks
def checks() -> list[Check]:
    """Return the check."""
    return [
        Check(
            "SFR419",
            "Counts add up, and no indicator states it",
            __doc__ or "",
            run,
            severity="note",
        )
    ]
