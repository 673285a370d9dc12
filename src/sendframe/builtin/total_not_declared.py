"""Counts add up, and no indicator states it.

What it checks
    Whether the counts of people of one indicator are those of two, three or four others together,
    in each of the periods that they have, which are the same, though the indicator does not declare
    it with `sum_of`. Of several ways in which they add up, one with the fewest parts is named.

    It does not find sums of five and more, sums that leave a remainder, and sums of parts or of other
    areas. Of indicators with the same periods the first 400 by id are compared, and the first 100 as
    four parts.

    Counts can add up by chance. So there must be one period more than there are parts, and each of
    the indicators must have as many different counts. Small counts agree often: all parts but one
    must be 10 or more in each period. Among 60 unrelated indicators with counts up to 500 that is so
    in less than one portfolio of a thousand; more often where counts hardly move.

Why it matters
    Whoever reads the reports sees the sum as well. Where disclosure control does not know it, a small
    count that is hidden follows from the two others.

Example:
    Plans issued were 60, 66 and 71 in three years, those on time 57, 64 and 70, and those late 3, 2
    and 1. The small counts are hidden, and are what is left.

How to put it right
    If it is so by definition, write `sum_of` with the ids of the parts into the indicator that is
    the total. If it is chance, accept the note as an exception.

Source
    A. Hundepool and others, Statistical Disclosure Control, Wiley 2012: linked tables.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import TypeAlias

import attrs

from sendframe.plugins import Check, CheckContext, Diagnostic, Period, hookimpl, joined
from sendframe.plugins import gettext as _

MOST, MOST_OF_FOUR = 400, 100
"""So many indicators with the same periods are compared: the time grows with their square, and for
sums of four with their cube."""

_LARGE = 10

_Row: TypeAlias = tuple[float, ...]
_Parts: TypeAlias = tuple[str, ...]


def run(context: CheckContext) -> Iterator[Diagnostic]:
    """Yield a note for each indicator that is the sum of others and does not declare it."""
    indicators = context.portfolio.indicators()
    counts: dict[str, dict[Period, float]] = {}
    for id_, result in sorted(context.indicators.items()):
        if result.is_count and id_ in indicators and indicators[id_].counts_people:
            points = {point.period: point.sound for point in result.points}
            counts[id_] = {period: value for period, value in points.items() if value is not None}
    declared = {id_ for id_ in counts if indicators[id_].sum_of}
    for total, parts in _sums(counts, declared):
        yield context.diagnostic(
            _(
                "{total}: in each of {number} periods it is {parts} together, and does not "
                "declare it",
                total=context.indicators[total].title,
                number=len(counts[total]),
                parts=joined(f"'{part}'" for part in parts),
            ),
            about=total,
            help=_(
                'If it is their sum, write "sum_of": [{parts}] into it.',
                parts=", ".join(f'"{part}"' for part in parts),
            ),
        )


def _sums(
    counts: Mapping[str, Mapping[Period, float]], declared: set[str]
) -> Iterator[tuple[str, _Parts]]:
    """Yield each series that is the sum of others, with their ids."""
    groups: dict[frozenset[Period], list[str]] = {}
    for id_, series in counts.items():
        groups.setdefault(frozenset(series), []).append(id_)
    for periods, ids in groups.items():
        order = sorted(periods, key=lambda period: (period.first_day, period.last_day))
        rows = {id_: tuple(counts[id_][period] for period in order) for id_ in ids[:MOST]}
        sums = [_Sums.of(rows, number) for number in range(2, 5) if len(order) > number]
        for total, row in rows.items():
            making = (parts for sums_of_some in sums for parts in sums_of_some.making(row))
            parts = None if total in declared else next(making, None)
            if parts is not None:
                yield total, parts


@attrs.frozen
class _Sums:
    """The sums of a number of series: two, three or four.

    Attributes:
        number: How many series are added.
        rows: The series that vary enough, each once. So those pairs of them that have one sum have
            no series in common.
        pairs: The sums of two of them, with their ids.
        firsts: The same sums by their first number.
    """

    number: int
    rows: dict[str, _Row]
    pairs: dict[_Row, list[_Parts]]
    firsts: dict[float, list[_Row]]

    @classmethod
    def of(cls, rows: Mapping[str, _Row], number: int) -> "_Sums":
        """Return the sums of *number* of the series."""
        once = {row: id_ for id_, row in sorted(rows.items())[::-1] if len(set(row)) > number}
        kept = sorted((id_, row) for row, id_ in once.items())
        most = MOST_OF_FOUR if number == 4 else MOST  # noqa: PLR2004  # four parts
        varied = dict(kept[:most])
        pairs: dict[_Row, list[_Parts]] = {}
        firsts: dict[float, list[_Row]] = {}
        for one, other in combinations(varied, 2):
            together = tuple(map(sum, zip(varied[one], varied[other], strict=True)))
            if together not in pairs:
                firsts.setdefault(together[0], []).append(together)
            pairs.setdefault(together, []).append((one, other))
        return cls(number, varied, pairs, firsts)

    def making(self, total: _Row) -> Iterator[_Parts]:
        """Yield the ids of series whose sum is *total*."""
        if len(set(total)) <= self.number:
            return
        for parts in self._candidates(total):
            numbers = zip(*(self.rows[part] for part in parts), strict=True)
            if all(sorted(of_period)[1] >= _LARGE for of_period in numbers):
                yield parts

    def _candidates(self, total: _Row) -> Iterator[_Parts]:
        match self.number:
            case 2:
                yield from self.pairs.get(total, ())
            case 3:
                for part, row in self.rows.items():
                    pairs = self.pairs.get(_less(total, row), ())
                    yield from ((part, *pair) for pair in pairs if part < pair[0])
            case _:
                for first, sums in self.firsts.items():
                    for together in sums if total[0] - first in self.firsts else ():
                        others = self.pairs.get(_less(total, together), ())
                        pairs_of_pairs = product(self.pairs[together], others)
                        yield from (
                            (*first_pair, *second_pair)
                            for first_pair, second_pair in pairs_of_pairs
                            if first_pair[1] < second_pair[0]
                        )


def _less(total: _Row, part: _Row) -> _Row:
    return tuple(count - less for count, less in zip(total, part, strict=True))


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
