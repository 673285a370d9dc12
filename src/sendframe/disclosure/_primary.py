"""Which counts are protected whatever else is shown, and how a cell is named in messages."""

from sendframe.figures import Figures
from sendframe.model import period_text

from ._cells import CellSystem
from ._policy import DisclosurePolicy

__all__ = ["cell_name", "is_published", "key_text", "primary_cells"]


def key_text(figures: Figures, key: int) -> str:
    """Return the cell of a figure as text, by its key."""
    area = figures.areas[key % len(figures.areas)]
    parts = figures.dimensions[key // len(figures.areas) % len(figures.dimensions)]
    period = figures.periods[key // figures.cells_of_a_period % len(figures.periods)]
    indicator = figures.indicators[key // figures.cells_of_an_indicator]
    dimensions = "".join(f" {name}={value}" for name, value in parts.items())
    return f"{indicator.id} {area} {period.kind} {period_text(period)}{dimensions}"


def cell_name(figures: Figures, system: CellSystem, cell: int) -> str:
    """Return a cell as text: its figure, and what of it is counted."""
    key, role = system.names[cell]
    return f"{key_text(figures, key)} {role}"


def is_published(figures: Figures, row: int, policy: DisclosurePolicy) -> bool:
    """Say whether an official publisher has published the figure, which must be a total."""
    return (
        policy.fixed == "published-totals"
        and figures.indicator_of(row).series_status == "published"
        and not figures.dimensions_of(row)
        and figures.observations.release[figures.table_row[row]] is not None
    )


def primary_cells(
    figures: Figures, system: CellSystem, policy: DisclosurePolicy
) -> tuple[list[int], set[int]]:
    """Return the small counts that are protected, and the cells that an official publisher shows.

    A count that the publisher hid is protected, and one that is printed nowhere where the policy
    says so. What follows from published totals alone is shown like these.
    """
    fixed_rows = {row for rows in system.rows for row in rows if is_published(figures, row, policy)}
    public = _public_cells(system, fixed_rows)
    primary = [
        cell
        for cell, count in enumerate(system.counts)
        if (cell in system.unknown or policy.is_small(count))
        and (
            fixed_rows.isdisjoint(system.rows[cell])
            if system.rows[cell]
            else policy.remainders and cell not in public
        )
    ]
    return primary, public


def _public_cells(system: CellSystem, fixed_rows: set[int]) -> set[int]:
    """Return the cells that are published totals, or follow from them alone."""
    public = {cell for cell, rows in enumerate(system.rows) if not fixed_rows.isdisjoint(rows)}
    relations_of = system.relations_by_cell()
    unknown = [sum(cell not in public for cell in relation) for relation in system.relations]
    waiting = [position for position, count in enumerate(unknown) if count == 1]
    while waiting:
        for cell in system.relations[waiting.pop()]:
            if cell not in public:
                public.add(cell)
                for position in relations_of[cell]:
                    unknown[position] -= 1
                    if unknown[position] == 1:
                        waiting.append(position)
    return public
