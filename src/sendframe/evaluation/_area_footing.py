"""Which figures of many areas may be compared: the one rule, asked once for each footing."""

from collections.abc import Iterator, Sequence

import attrs

from sendframe.figures import Figures, why_not_comparable

__all__ = ["AreaFooting", "footing_of"]


@attrs.frozen(eq=False)
class AreaFooting:
    """The footings of figures: which people they are about. All else is the same in a group.

    Attributes:
        of_row: The footing of each row; empty where all figures have one.
        comparable: By footing, those of the figures that it may be compared with, itself among
            them.
    """

    of_row: Sequence[int]
    comparable: tuple[frozenset[int], ...]

    def is_mixed(self, rows: Sequence[int]) -> bool:
        """Say whether two of some figures of one indicator and period may not be compared."""
        if not self.of_row:
            return False
        footings = {self.of_row[row] for row in rows}
        return any(not footings <= self.comparable[footing] for footing in footings)

    def peers(self, rows: Sequence[int]) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the positions of figures of one footing, and of those they may be compared with.

        Args:
            rows: Rows of one indicator and period.
        """
        footings = [self.of_row[row] for row in rows]
        for footing in sorted(set(footings)):
            comparable = self.comparable[footing]
            yield (
                [place for place, other in enumerate(footings) if other == footing],
                [place for place, other in enumerate(footings) if other in comparable],
            )


def footing_of(figures: Figures) -> AreaFooting:
    """Return the footings of figures; a fault says nothing of it."""
    table = figures.observations
    bases = [table.bases.get(code) for code in table.area.values]
    known = sorted({basis for basis in bases if basis is not None})
    if len(known) < 2 or not len(figures):  # noqa: PLR2004  # one basis is no other
        return AreaFooting((), ())
    numbers = {basis: number for number, basis in enumerate([None, *known])}
    example = attrs.evolve(figures.figure(0), fault=None)
    examples = [attrs.evolve(example, basis=basis) for basis in numbers]
    comparable = tuple(
        frozenset(
            number
            for number, other in enumerate(examples)
            if why_not_comparable(one, other) is None
        )
        for one in examples
    )
    number_of = [numbers[basis] for basis in bases]
    areas = table.area.buffer
    return AreaFooting([number_of[areas[row]] for row in figures.table_row], comparable)
