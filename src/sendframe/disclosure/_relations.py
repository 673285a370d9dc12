"""Which cells are sums of others: parts and totals, counts of rates, periods, areas.

A relation is tried on the figures. What parts do not come to is a cell of its own; where they come
to more, the relation does not hold for these figures and is dropped.
"""

from collections.abc import Iterable, Iterator

from sendframe.figures import Figures
from sendframe.model import Indicator

from ._cells import Cells, Role, is_rate
from ._periods import relate_periods
from ._policy import DisclosurePolicy

__all__ = ["relate_all"]

_ROLES: tuple[Role, ...] = ("value", "numerator", "denominator")


def relate_all(cells: Cells, figures: Figures, policy: DisclosurePolicy) -> set[int]:
    """Add all relations of the figures to their cells.

    Returns:
        Rows of rates without counts, whose base is not known or too small: they are hidden.
    """
    unprotected = set(_rates_without_counts(cells, figures, policy))
    for indicator, parts in _declared(figures):
        for key in _keys(figures, indicator):
            _relate_declared(cells, figures, key, indicator, parts)
    totals = _total_dimensions(figures)
    for indicator in _of_people(figures):
        _relate_parts(cells, figures, indicator, totals)
        _relate_areas(cells, figures, indicator)
    relate_periods(cells, figures)
    return unprotected


def _of_people(figures: Figures) -> Iterator[Indicator]:
    return (indicator for indicator in figures.indicators if indicator.counts_people)


def _keys(figures: Figures, indicator: Indicator) -> Iterable[int]:
    index = figures.indicator_indexes[indicator.id]
    return figures.key[figures.bounds[index] : figures.bounds[index + 1]]


def _counted(cells: Cells, figures: Figures, key: int, id_: str) -> int | None:
    """Return the cell that an indicator counts, at the area, period and dimensions of a figure."""
    index = figures.indicator_indexes.get(id_)
    if index is None:
        return None
    width = figures.cells_of_an_indicator
    other = key % width + index * width
    value = cells.of(other, "value")
    return cells.of(other, "numerator") if value is None else value


def _rates_without_counts(
    cells: Cells, figures: Figures, policy: DisclosurePolicy
) -> Iterator[int]:
    """Yield the rows of rates whose counts are not known; work out those whose base is."""
    for indicator in _of_people(figures):
        if not is_rate(indicator):
            continue
        index = figures.indicator_indexes[indicator.id]
        for row in range(figures.bounds[index], figures.bounds[index + 1]):
            value, key = figures.value[row], figures.key[row]
            if value != value or cells.of(key, "numerator") is not None:  # noqa: PLR0124  # NaN
                continue
            base = None
            if indicator.denominator_is is not None:
                base = _counted(cells, figures, key, indicator.denominator_is)
            if base is None or base in cells.unknown or cells.counts[base] < policy.smallest_base:
                yield row
                continue
            share = value / (indicator.factor or 100.0)
            count = round(share * cells.counts[base])
            top = cells.add((key, "numerator"), max(count, 0), policy.smallest_hidden, row)
            cells.relate(base, (top,))


def _declared(figures: Figures) -> Iterator[tuple[Indicator, tuple[str, ...]]]:
    for indicator in _of_people(figures):
        if indicator.sum_of:
            yield indicator, indicator.sum_of
        if indicator.numerator_is is not None or indicator.denominator_is is not None:
            yield indicator, ()


def _relate_declared(
    cells: Cells, figures: Figures, key: int, indicator: Indicator, parts: tuple[str, ...]
) -> None:
    if parts:
        total = _counted(cells, figures, key, indicator.id)
        counted = [_counted(cells, figures, key, part) for part in parts]
        there = [cell for cell in counted if cell is not None]
        if total is not None and there:
            cells.relate(total, there)
        return
    for role, id_ in (
        ("numerator", indicator.numerator_is),
        ("denominator", indicator.denominator_is),
    ):
        count = cells.of(key, role)  # type: ignore[arg-type]  # the two roles that are named here
        same = None if id_ is None else _counted(cells, figures, key, id_)
        if count is not None and same is not None and count != same:
            # Whichever is larger may hold some that the other leaves out.
            larger, smaller = sorted((count, same), key=lambda cell: -cells.counts[cell])
            cells.relate(larger, (smaller,))


def _relate_parts(
    cells: Cells, figures: Figures, indicator: Indicator, totals: list[list[tuple[str, int]]]
) -> None:
    """Relate the parts by each dimension to their total."""
    width, sets = len(figures.areas), len(figures.dimensions)
    breakdowns: dict[tuple[int, str], list[int]] = {}
    for key in _keys(figures, indicator):
        place = key // width % sets
        for name, total in totals[place]:
            breakdowns.setdefault((key + (total - place) * width, name), []).append(key)
    for (total, name), parts in breakdowns.items():
        adds_up = indicator.adds_up.get(name)
        if adds_up != "overlaps":
            leaves = None if adds_up is None else adds_up == "leaves-a-remainder"
            for role in _ROLES:
                _relate_breakdown(cells, total, role, parts, leaves=leaves)


def _total_dimensions(figures: Figures) -> list[list[tuple[str, int]]]:
    """Return, for each set of dimensions, each of its names with the index of the set without it."""
    bits: dict[tuple[str, str], int] = {}
    for each in figures.dimensions:
        for item in each.items():
            bits.setdefault(item, 1 << len(bits))
    sets = [sum(bits[item] for item in each.items()) for each in figures.dimensions]
    indexes = {bits_of_set: index for index, bits_of_set in enumerate(sets)}
    return [
        [
            (item[0], indexes[bits_of_set - bits[item]])
            for item in each.items()
            if bits_of_set - bits[item] in indexes
        ]
        for each, bits_of_set in zip(figures.dimensions, sets, strict=True)
    ]


def _relate_breakdown(
    cells: Cells, total: int, role: Role, keys: Iterable[int], *, leaves: bool | None
) -> None:
    parts = [cell for key in keys if (cell := cells.of(key, role)) is not None]
    total_cell = cells.of(total, role)
    if role == "denominator" and len({cells.counts[cell] for cell in parts}) == 1 < len(parts):
        # Shares of one whole: each part is printed with the same base.
        same = total_cell is not None and cells.counts[total_cell] == cells.counts[parts[0]]
        for cell in (*parts[1:], *([total_cell] if same and total_cell is not None else [])):
            cells.merge(parts[0], cell)
    elif total_cell is not None and parts:
        cells.relate(total_cell, parts, leaves=leaves)
    elif len(parts) > 1 and not leaves:
        # The total may be in another table, so it is taken as known.
        total_cell = cells.add((total, "total"), sum(cells.counts[cell] for cell in parts), 0)
        cells.known.add(total_cell)
        cells.relations.append((total_cell, *parts))


def _relate_areas(cells: Cells, figures: Figures, indicator: Indicator) -> None:
    """Relate the areas that are parts of an area to it."""
    around = figures.areas_around
    if not around:
        return
    width = len(figures.areas)
    parts: dict[int, list[int]] = {}
    for key in _keys(figures, indicator):
        area = around.get(key % width)
        if area is not None:
            parts.setdefault(key - key % width + area, []).append(key)
    for total, keys in parts.items():
        for role in _ROLES:
            of_parts = [cell for key in keys if (cell := cells.of(key, role)) is not None]
            whole_cell = cells.of(total, role)
            if whole_cell is not None and of_parts:
                cells.relate(whole_cell, of_parts)
