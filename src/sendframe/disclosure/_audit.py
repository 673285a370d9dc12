"""What somebody can work out who has every edition: the small counts that they know too closely."""

from collections.abc import Iterable, Iterator

import attrs

from sendframe.figures import Figures
from sendframe.model import short_repr

from ._attacker import Attacker, solver
from ._cells import Cells, CellSystem, Role, printed_cells
from ._policy import DisclosurePolicy
from ._primary import cell_name, key_text, primary_cells
from ._relations import relate_all
from ._search import with_possible_counts

__all__ = ["Audit", "NarrowCount", "Publication", "audit"]

_Token = tuple[str, Role, int]
"""A figure, which of its counts, and the count: a figure that was revised is another one."""


@attrs.frozen(eq=False)
class Publication:
    """One edition, and which of its figures were printed.

    Attributes:
        figures: All figures on the day of the edition, those that it hides as well.
        printed: Rows of the figures that were printed.
        without_proof: Counts that were reported with it as without proof, as text.
    """

    __repr__ = short_repr

    figures: Figures
    printed: frozenset[int]
    without_proof: frozenset[str] = frozenset()


@attrs.frozen
class NarrowCount:
    """A small count that what was published gives away.

    Attributes:
        cell: Its figure and which of its counts it is, as text; the count itself is in no message.
        values: How many counts are possible; 1 where it follows exactly.
        without_proof: Whether it was reported as a count without proof when it was published.
    """

    __repr__ = short_repr

    cell: str
    values: int
    without_proof: bool = False


@attrs.frozen
class Audit:
    """The result of an audit.

    Attributes:
        protected: How many small counts there are.
        width: How far apart two possible values of each must be, at least.
        narrow: Those that are known more closely, sorted by their text.
        undecided: Those of which this could not be decided in time, as text; sorted.
    """

    __repr__ = short_repr

    protected: int
    width: int
    narrow: tuple[NarrowCount, ...] = ()
    undecided: tuple[str, ...] = ()

    @property
    def unexpected(self) -> tuple[NarrowCount, ...]:
        """Those that were not reported as counts without proof."""
        return tuple(count for count in self.narrow if not count.without_proof)


@attrs.define(eq=False)
class _Joined:
    """The cells of all editions, as one system.

    A figure with the same count in two editions is one cell. The same holds for a count that is
    printed nowhere and is what is left of the same cells.
    """

    same_as: list[int] = attrs.Factory(list)
    counts: list[int] = attrs.Factory(list)
    least: list[int] = attrs.Factory(list)
    names: list[str] = attrs.Factory(list)
    known: set[int] = attrs.Factory(set)
    protected: dict[int, bool] = attrs.Factory(dict)
    relations: dict[tuple[int, ...], None] = attrs.Factory(dict)
    _by_token: dict[_Token, int] = attrs.Factory(dict)
    _left_over: dict[tuple[int, ...], int] = attrs.Factory(dict)

    def current(self, cell: int) -> int:
        """Return the cell that stands for a cell."""
        while self.same_as[cell] != cell:
            self.same_as[cell] = self.same_as[self.same_as[cell]]
            cell = self.same_as[cell]
        return cell

    def add(self, publication: Publication, policy: DisclosurePolicy) -> None:
        """Add the cells of one edition."""
        figures = publication.figures
        cells = printed_cells(figures, policy)
        relate_all(cells, figures, policy)
        system = with_possible_counts(cells.system())
        first = len(self.counts)
        self.same_as += range(first, first + len(system.counts))
        self.counts += system.counts
        for cell, rows in enumerate(system.rows):
            count = system.counts[cell]
            self.least.append(min(system.least[cell], count))
            self.names.append(cell_name(figures, system, cell))
            if cell in system.known or not publication.printed.isdisjoint(rows):
                self.known.add(first + cell)
        for token, cell in _tokens(figures, cells, system):
            self._unite(self._by_token.setdefault(token, first + cell), first + cell)
        for relation in system.relations:
            self._relate(relation, first, system)
        for cell in primary_cells(figures, system, policy)[0]:
            self.protected[first + cell] = cell in system.unknown

    def _relate(self, relation: tuple[int, ...], first: int, system: CellSystem) -> None:
        joined = tuple(self.current(first + cell) for cell in relation)
        unprinted = [
            position
            for position, cell in enumerate(relation)
            if not system.rows[cell] and cell not in system.known
        ]
        if len(unprinted) == 1:
            (position,) = unprinted
            others = (*joined[:position], -1, *joined[position + 1 :])
            self._unite(self._left_over.setdefault(others, joined[position]), joined[position])
        self.relations[joined] = None

    def _unite(self, one: int, other: int) -> None:
        kept, dropped = sorted((self.current(one), self.current(other)))
        self.same_as[dropped] = kept

    def attacker(self) -> Attacker:
        """Return what a reader of all editions knows."""
        known = {cell: self.counts[cell] for cell in map(self.current, sorted(self.known))}
        least: dict[int, int] = {}
        for cell, smallest in enumerate(self.least):
            current = self.current(cell)
            if current not in known:
                least[current] = max(smallest, least.get(current, smallest))
        current_relations = dict.fromkeys(
            tuple(map(self.current, relation)) for relation in self.relations
        )
        relations = [each for each in current_relations if len(set(each)) == len(each)]
        return Attacker(relations, known, least, solver())


def _tokens(figures: Figures, cells: Cells, system: CellSystem) -> Iterator[tuple[_Token, int]]:
    """Yield what is the same in another edition, with its cell."""
    for (key, role), cell in cells.numbers().items():
        if system.rows[cell] and cell not in system.unknown:
            yield (key_text(figures, key), role, system.counts[cell]), cell


def audit(publications: Iterable[Publication], policy: DisclosurePolicy) -> Audit:
    """Work out what the editions give away, as somebody with an integer program would.

    The reader knows every number that is printed, all relations, that counts are whole and that a
    hidden figure is 1 at least. Each protected count is asked for its smallest and largest value.

    Args:
        publications: The editions.
        policy: The policy that they were published under.

    Raises:
        LibraryMissing: The solver is not installed.
    """
    joined = _Joined()
    told: set[str] = set()
    for publication in publications:
        joined.add(publication, policy)
        told |= publication.without_proof
    told_cells = {joined.current(cell) for cell, name in enumerate(joined.names) if name in told}
    protected: dict[int, str] = {}
    hidden_by_publisher: set[int] = set()
    for cell, is_unknown in joined.protected.items():
        protected.setdefault(joined.current(cell), joined.names[cell])
        if is_unknown:
            hidden_by_publisher.add(joined.current(cell))
    attacker = joined.attacker()
    true = {cell: joined.counts[cell] for cell in attacker.least}
    ranges = attacker.values(protected, policy.width, true)
    narrow = [
        NarrowCount(protected[cell], found[1] - found[0] + 1, cell in told_cells)
        for cell, found in ranges.items()
        if found is not None
        and (cell not in hidden_by_publisher or policy.is_small(max(found[0], 1)))
    ]
    return Audit(
        len(protected),
        policy.width,
        tuple(sorted(narrow, key=lambda count: (count.cell, count.values))),
        tuple(sorted(protected[cell] for cell, found in ranges.items() if found is None)),
    )
