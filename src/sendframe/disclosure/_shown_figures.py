"""Hide small numbers in figures, before anything is computed from them."""

import attrs

from sendframe.figures import Figures
from sendframe.language import gettext as _
from sendframe.model import Indicator, short_repr

from ._cells import CellSystem, implied_counts, printed_cells
from ._policy import DisclosurePolicy
from ._primary import cell_name, is_published, key_text, primary_cells
from ._proof import verify
from ._record import EarlierEditions
from ._relations import relate_all
from ._search import Proof, Search, with_possible_counts

__all__ = ["ShownFigures", "disclose"]


@attrs.frozen(eq=False, slots=False)
class ShownFigures(Figures):
    """Figures in which the symbol of the policy replaces those that must be hidden.

    An evaluation of them is public: nothing in it is computed from a hidden number.

    Attributes:
        policy: The policy that was applied.
        without_proof: Hidden cells that may follow from what is shown, as text; sorted. Each is
            small, and no second value of it was found that agrees with everything shown.
    """

    __repr__ = short_repr

    policy: DisclosurePolicy
    without_proof: tuple[str, ...] = ()

    @property
    def hidden_cells(self) -> tuple[str, ...]:
        """The cell of each hidden figure, as text; sorted."""
        rows = (row for row, is_hidden in enumerate(self.hidden) if is_hidden)
        return tuple(sorted(cell_text(self, row) for row in rows))

    def hidden_counts(self, area: str) -> dict[int, frozenset[str]]:
        """Return the whole counts of an area that are hidden, with the indicators they belong to.

        They are those of the table of figures. Nothing that is published may be made from them, but
        for the reason why something is not published.

        Args:
            area: Any code of the area.
        """
        found: dict[int, set[str]] = {}
        table = self.observations
        for indicator in self.indicators:
            for row, _dimensions in self.rows(indicator.id, area):
                at = self.table_row[row]
                if not self.hidden[row]:
                    continue
                for count in (
                    table.numerator[at],
                    table.denominator[at],
                    *([table.value[at]] if indicator.is_count else []),
                ):
                    if count is not None and count.is_integer():
                        found.setdefault(int(count), set()).add(indicator.id)
        return {count: frozenset(indicators) for count, indicators in found.items()}

    def symbol_of(self, row: int) -> tuple[str | None, str | None]:
        """Return the symbol in place of the figure of a row, and its meaning."""
        if self.hidden[row]:
            return self.policy.symbol, _(self.policy.meaning)
        return super().symbol_of(row)

    def hidden_symbol(self, indicator: Indicator, value: float) -> tuple[str, str] | None:
        """Return the symbol and meaning for a derived figure of few people; None where it is shown."""
        if indicator.is_count and indicator.counts_people and self.policy.is_small(value):
            return self.policy.symbol, _(self.policy.meaning)
        return None


def cell_text(figures: Figures, row: int) -> str:
    """Return the cell of a row as text: indicator, area, period and dimensions."""
    return key_text(figures, figures.key[row])


def disclose(
    figures: Figures, policy: DisclosurePolicy, *, earlier: EarlierEditions | None = None
) -> ShownFigures:
    """Hide the figures of few people in all areas and periods, and what they follow from.

    For each small count two tables are searched for that agree with everything shown and differ in
    it by the width of the policy; what differs between them is hidden too. Every such pair is
    verified independently.

    Args:
        figures: The figures.
        policy: The policy to apply.
        earlier: What earlier editions showed and hid. What was hidden stays hidden, and what was
            shown is known to everybody, so that comparing editions reveals nothing.

    Examples:
        >>> from datetime import date
        >>> from sendframe.disclosure import POLICIES
        >>> from sendframe.figures import figures_of
        >>> from sendframe.model import CalendarYear, Observations, Text
        >>> table = Observations.of_columns(
        ...     indicator=["plans"], area=["ZZ0000001"], period=[CalendarYear(year=2024)],
        ...     value=[3.0],
        ... )
        >>> plans = Indicator(
        ...     id="plans", title=Text(default="Plans"), unit="children", direction="neutral"
        ... )
        >>> figures = figures_of(table, [plans], as_at=date(2026, 1, 31))
        >>> figure, = disclose(figures, POLICIES["cautious"]).series("plans", "ZZ0000001")
        >>> figure.value, figure.symbol
        (None, 'c')
    """
    before = earlier or EarlierEditions()
    rows = {
        row
        for row in range(len(figures))
        if _is_small(figures, row, policy) or before.was_hidden(figures, row)
    }
    cells = printed_cells(figures, policy)
    rows |= {
        row for row in relate_all(cells, figures, policy) if not is_published(figures, row, policy)
    }
    system = with_possible_counts(cells.system())
    more, unproved = _protected(figures, system, policy, rows, before)
    columns = {field.name: getattr(figures, field.name) for field in attrs.fields(Figures)}
    return ShownFigures(
        **(columns | figures.columns_without(row for row in more if _has_figure(figures, row))),
        policy=policy,
        without_proof=tuple(sorted(cell_name(figures, system, cell) for cell in unproved)),
    )


def _has_figure(figures: Figures, row: int) -> bool:
    return figures.value[row] == figures.value[row]  # not NaN: no symbol stands


def _is_small(figures: Figures, row: int, policy: DisclosurePolicy) -> bool:
    """Say whether a figure is about so few people that it is hidden.

    Its counts are tested, and the rest as well: 97 of 100 reveals three.
    """
    indicator = figures.indicator_of(row)
    if not indicator.counts_people or is_published(figures, row, policy):
        return False
    value = figures.value[row]
    numerator, denominator = implied_counts(
        indicator, value, figures.numerator[row], figures.denominator[row]
    )
    counts = [numerator, denominator]
    if indicator.is_count:
        counts.append(value)
    elif not indicator.may_exceed:
        counts.append(denominator - numerator)
    return any(policy.is_small(count) for count in counts)


def _protected(
    figures: Figures,
    system: CellSystem,
    policy: DisclosurePolicy,
    hidden_rows: set[int],
    before: EarlierEditions,
) -> tuple[set[int], tuple[int, ...]]:
    """Return all rows to hide, and the small cells that may still follow from what is shown."""
    by_row = system.cells_of_rows()
    primary, public = primary_cells(figures, system, policy)
    hidden = _Hidden(system, by_row, hidden_rows)
    for cell in primary:
        hidden.add(cell)
    shown_before = {row for row in by_row if before.was_shown(figures, row)}
    is_fixed = bytearray(
        cell in public
        or cell in system.known
        or not shown_before.isdisjoint(rows)
        or (
            bool(rows)
            and system.counts[cell] == 0
            and policy.zeros == "shown"
            and cell not in system.unknown
        )
        for cell, rows in enumerate(system.rows)
    )
    search = Search(system, hidden.is_hidden, is_fixed)
    primary.sort(
        key=lambda cell: (-search.connections(cell), -system.counts[cell], system.names[cell])
    )
    proofs: dict[int, Proof] = {}
    unproved: list[int] = []
    for cell in primary:
        proof = search.proof(cell, policy.width)
        if proof is None:
            unproved.append(cell)
            continue
        proofs[cell] = proof
        for moved in dict.fromkeys((*proof[0], *proof[1])):
            search.note_free(hidden.add(moved))
    unproved.extend(verify(system, hidden.is_hidden, proofs, policy.width))
    return hidden.rows, tuple(unproved)


@attrs.define(eq=False)
class _Hidden:
    """The rows that are hidden, and with them the cells that no other row prints."""

    system: CellSystem
    by_row: dict[int, list[int]]
    rows: set[int]
    is_hidden: bytearray = attrs.field(init=False)
    _shown_in: list[int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        known = self.system.known
        self._shown_in = [len(rows) for rows in self.system.rows]
        self.is_hidden = bytearray(
            not rows and cell not in known for cell, rows in enumerate(self.system.rows)
        )
        for row in self.rows:
            self._note(row)

    def add(self, cell: int) -> list[int]:
        """Hide every row that prints a cell, and return the cells that are hidden by that."""
        hidden: list[int] = []
        for row in self.system.rows[cell]:
            if row not in self.rows:
                self.rows.add(row)
                hidden += self._note(row)
        return hidden

    def _note(self, row: int) -> list[int]:
        hidden: list[int] = []
        for cell in self.by_row.get(row, ()):
            self._shown_in[cell] -= 1
            self.is_hidden[cell] = self._shown_in[cell] == 0
            if self.is_hidden[cell]:
                hidden.append(cell)
        return hidden
