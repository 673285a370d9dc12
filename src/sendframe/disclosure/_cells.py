"""Counts of people that figures print, and those that can be worked out from them."""

from collections.abc import Iterable, Mapping
from itertools import count as numbers_from
from typing import Literal

import attrs

from sendframe.figures import Figures
from sendframe.model import Indicator

from ._policy import DisclosurePolicy

__all__ = ["CellSystem", "Cells", "Relation", "Role", "implied_counts", "is_rate", "printed_cells"]

Role = Literal["value", "numerator", "denominator", "rest", "remainder", "step", "total"]
"""What is counted: the figure, its counts; or what is printed nowhere, the rest of a denominator,
a total less its parts, the newest part of a year to date, or a total that is in another table."""

Relation = tuple[int, ...]
"""Cells of which the first is the sum of the others."""


@attrs.frozen(eq=False)
class CellSystem:
    """Cells and the relations between them, as columns.

    Attributes:
        counts: The count of each cell: whole numbers that agree with all relations.
        least: The smallest count that a reader has to reckon with: 1 for a figure, since 0 is
            shown; 0 for what is printed nowhere.
        rows: Rows of the figures that print the cell; none where it is only worked out.
        names: Number of the figure that the cell belongs to, as ``Figures.key`` has it, and its role.
        relations: The relations.
        unknown: Cells that the publisher hid. Their counts here are possible ones.
        known: Cells that are printed in none of the rows, and taken as known to everybody.
    """

    counts: tuple[int, ...]
    least: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    names: tuple[tuple[int, Role], ...]
    relations: tuple[Relation, ...]
    unknown: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()

    def relations_by_cell(self) -> list[list[int]]:
        """Return the positions of the relations of each cell."""
        by_cell: list[list[int]] = [[] for _ in self.counts]
        for position, relation in enumerate(self.relations):
            for cell in relation:
                by_cell[cell].append(position)
        return by_cell

    def cells_of_rows(self) -> dict[int, list[int]]:
        """Return the cells that each row prints."""
        by_row: dict[int, list[int]] = {}
        for cell, rows in enumerate(self.rows):
            for row in rows:
                by_row.setdefault(row, []).append(cell)
        return by_row


@attrs.define(eq=False)
class Cells:
    """Cells while their relations are looked for.

    Attributes:
        counts: The count of each cell.
        least: The smallest count that a reader has to reckon with.
        rows: Rows of the figures that print it.
        names: The figure that it belongs to, and its role.
        relations: Whole and parts of each relation.
        unknown: Cells that the publisher hid.
        known: Cells that are taken as known to everybody.
    """

    counts: list[int] = attrs.Factory(list)
    least: list[int] = attrs.Factory(list)
    rows: list[list[int]] = attrs.Factory(list)
    names: list[tuple[int, Role]] = attrs.Factory(list)
    relations: list[Relation] = attrs.Factory(list)
    unknown: set[int] = attrs.Factory(set)
    known: set[int] = attrs.Factory(set)
    _by_name: dict[tuple[int, Role], int] = attrs.Factory(dict)
    _merged: dict[int, int] = attrs.Factory(dict)

    def add(self, name: tuple[int, Role], count: int, least: int, row: int | None = None) -> int:
        """Add a cell, and return its number.

        Several cells may have one name; `of` returns the first.
        """
        cell = len(self.counts)
        self.counts.append(count)
        self.least.append(least)
        self.rows.append([] if row is None else [row])
        self.names.append(name)
        self._by_name.setdefault(name, cell)
        return cell

    def of(self, key: int, role: Role) -> int | None:
        """Return the cell of a figure; None where there is none."""
        cell = self._by_name.get((key, role))
        return None if cell is None else self.current(cell)

    def current(self, cell: int) -> int:
        """Return the cell that a cell was merged into; itself where it was not."""
        while cell in self._merged:
            cell = self._merged[cell]
        return cell

    def merge(self, first: int, second: int) -> None:
        """Take two cells of the same count for one that is printed in several places."""
        kept, dropped = sorted((self.current(first), self.current(second)))
        if kept != dropped:
            self._merged[dropped] = kept
            self.rows[kept] += self.rows[dropped]
            self.least[kept] = max(self.least[kept], self.least[dropped])

    def relate(self, total_cell: int, parts: Iterable[int], *, leaves: bool | None = None) -> bool:
        """Add a relation if the counts agree with it, and return whether they do.

        What the parts do not come to is a cell of its own. Where the publisher hid one of the
        counts, possible ones are worked out later, and the relation is dropped if there are none.

        Args:
            total_cell: The sum.
            parts: What it is the sum of.
            leaves: Whether the parts may come to less; None where it is not stated.
        """
        total = self.current(total_cell)
        cells = [self.current(part) for part in parts]
        left_over = self.counts[total] - sum(self.counts[cell] for cell in cells)
        if self.unknown.isdisjoint((total, *cells)):
            if left_over < 0 or (left_over and leaves is False):
                return False
            if len(cells) == 1 and not left_over:
                self.merge(total, cells[0])
                return True
        elif not (leaves and left_over > 0):
            self.relations.append((total, *cells))
            return True
        if left_over:
            cells.append(self.add((self.names[total][0], "remainder"), left_over, 0))
        self.relations.append((total, *cells))
        return True

    def numbers(self) -> dict[tuple[int, Role], int]:
        """Return the number in the system of the cell of each figure and role, merged ones too."""
        new = self._new_numbers()
        return {name: new[self.current(cell)] for name, cell in self._by_name.items()}

    def _new_numbers(self) -> dict[int, int]:
        numbers = numbers_from()
        return {cell: next(numbers) for cell in range(len(self.counts)) if cell not in self._merged}

    def system(self) -> CellSystem:
        """Return the cells and relations, numbered without gaps."""
        new = self._new_numbers()
        relations = dict.fromkeys(
            tuple(new[self.current(cell)] for cell in relation) for relation in self.relations
        )
        return CellSystem(
            counts=tuple(self.counts[cell] for cell in new),
            least=tuple(self.least[cell] for cell in new),
            rows=tuple(tuple(sorted(set(self.rows[cell]))) for cell in new),
            names=tuple(self.names[cell] for cell in new),
            relations=tuple(
                relation for relation in relations if len(set(relation)) == len(relation)
            ),
            unknown=frozenset(new[cell] for cell in self.unknown if cell in new),
            known=frozenset(new[self.current(cell)] for cell in self.known),
        )


def is_rate(indicator: Indicator) -> bool:
    """Say whether the figures of an indicator are counts divided by others."""
    return indicator.is_share or indicator.factor is not None or indicator.unit == "rate"


def implied_counts(
    indicator: Indicator, value: float, numerator: float, denominator: float
) -> tuple[float, float]:
    """Return numerator and denominator; one that is not given follows from the rate.

    NaN means that it is not known.

    Examples:
        >>> from sendframe.model import Text
        >>> rate = Indicator(id="r", title=Text(default="R"), unit="percent", direction="higher")
        >>> implied_counts(rate, 33.3, float("nan"), 9)
        (3.0, 9)
    """
    factor = indicator.factor or (100.0 if indicator.unit == "percent" else None)
    if factor is None or not is_rate(indicator):
        return numerator, denominator
    if numerator != numerator and denominator == denominator and value == value:  # noqa: PLR0124
        return float(round(value * denominator / factor)), denominator
    if denominator != denominator and numerator == numerator and value > 0:  # noqa: PLR0124
        return numerator, float(round(numerator * factor / value))
    return numerator, denominator


def printed_cells(figures: Figures, policy: DisclosurePolicy) -> Cells:
    """Return the cells that figures print, with the rest of each denominator."""
    cells = Cells()
    for index, indicator in enumerate(figures.indicators):
        if indicator.counts_people:
            for row in range(figures.bounds[index], figures.bounds[index + 1]):
                _add_row(cells, figures, row, indicator, policy)
    return cells


def _add_row(
    cells: Cells, figures: Figures, row: int, indicator: Indicator, policy: DisclosurePolicy
) -> None:
    key, value = figures.key[row], figures.value[row]
    if value != value:  # noqa: PLR0124  # NaN: a symbol stands
        meaning = figures.observations.symbol_meaning(figures.table_row[row])
        if meaning is not None and meaning.kind == "suppressed":
            role: Role = "value" if indicator.is_count else "numerator"
            cells.unknown.add(cells.add((key, role), 1, policy.smallest_hidden, row))
        return
    numerator, denominator = implied_counts(
        indicator, value, figures.numerator[row], figures.denominator[row]
    )
    counts: Mapping[Role, float] = {"numerator": numerator, "denominator": denominator}
    if indicator.is_count:
        counts = {"value": value, **counts}
    made = {
        role: cells.add((key, role), int(count), policy.smallest_hidden, row)
        for role, count in counts.items()
        if count >= 0 and count == int(count)
    }
    if len(made) == len(counts) == 2 and not indicator.may_exceed:  # noqa: PLR2004  # a rate
        rest = int(denominator) - int(numerator)
        if rest >= 0:
            unprinted = cells.add((key, "rest"), rest, 0)
            cells.relations.append((made["denominator"], made["numerator"], unprinted))
