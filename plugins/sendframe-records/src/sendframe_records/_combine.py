"""Figures of several areas added up, from what each area published and nothing else."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import attrs

from sendframe.plugins import (
    FrozenMap,
    Indicator,
    Observations,
    ObservationSet,
    ObservedArea,
    Period,
    Release,
    SymbolMeaning,
    Text,
)
from sendframe.plugins.commands import load_documents

from ._figures import DEFINITIONS, SafeFigures, definitions, disclosed
from ._problem import RecordsProblem

__all__ = ["Combined", "combined"]

_HIDDEN, _NOBODY = "c", "z"
_RELEASE = "combined"

_Key = tuple[str, Period, FrozenMap[str]]


@attrs.frozen(eq=False)
class Combined:
    """Figures of areas and of all together.

    Attributes:
        figures: The figures, after disclosure control over all areas.
        sums: How many sums there are.
        hidden_sums: How many of them are hidden because a part is.
    """

    figures: SafeFigures
    sums: int
    hidden_sums: int


@attrs.define
class _Sum:
    count: float = 0.0
    of: float = 0.0
    is_hidden: bool = False


def combined(files: Sequence[str], *, total: tuple[str, str], as_at: date) -> Combined:
    """Add the counts, numerators and denominators of several areas.

    A sum is computed where every area has the indicator in the period; an area without the group of
    a breakdown has nobody in it. Medians and percentiles are not added. What a sum shows follows
    from what the areas show, and disclosure control looks at all together again.

    Args:
        files: Documents of figures, as `evaluate` writes them, one or more for each area.
        total: Code and name of all areas together.
        as_at: The day that figures are about.

    Raises:
        InvalidDocument: A document is no valid one.
        RecordsProblem: An area is in two documents with the same figure.
        NotSafe: A hidden number could be worked out from the others.
    """
    documents, table = load_documents([DEFINITIONS, *(Path(name) for name in files)])
    sets = [document for document in documents if isinstance(document, ObservationSet)]
    areas = {area.code: area for known in sets for area in known.areas}
    if total[0] in areas:
        message = f"{total[0]} is one of the areas that are added"
        raise RecordsProblem(message)
    added = _sums(table, areas)
    known = _known(sets, areas.values(), total, as_at)
    joined = Observations.joined([_of_release(table), _rows(added, total[0])], sets=(known,))
    hidden = sum(cell.is_hidden for cell in added.values())
    used = [definitions()[id_] for id_ in sorted(set(joined.indicator)) if id_ in definitions()]
    return Combined(disclosed(joined, used, known, as_at=as_at), len(added), hidden)


def _sums(table: Observations, areas: Iterable[str]) -> dict[_Key, _Sum]:
    codes = frozenset(areas)
    groups: dict[_Key, set[str]] = {}
    sums: dict[_Key, _Sum] = {}
    for row in table:
        definition = definitions().get(row.indicator)
        if definition is None or definition.unit == "weeks":
            continue
        key = (row.indicator, row.period, row.dimensions)
        present = groups.setdefault(key, set())
        if row.area in present:
            message = f"{row.indicator} of {row.area} is in two documents"
            raise RecordsProblem(message)
        present.add(row.area)
        cell = sums.setdefault(key, _Sum())
        if row.value is None and row.symbol != _NOBODY:
            cell.is_hidden = True
        elif definition.is_count:
            cell.count += row.value or 0.0
        else:
            cell.count += row.numerator or 0.0
            cell.of += row.denominator or 0.0
    none: FrozenMap[str] = FrozenMap()
    return {
        key: cell
        for key, cell in sums.items()
        if groups.get((key[0], key[1], none), frozenset()) == codes
    }


def _rows(sums: dict[_Key, _Sum], area: str) -> Observations:
    keys = list(sums)
    cells = [_cell(definitions()[key[0]], sums[key]) for key in keys]
    return Observations.of_columns(
        indicator=[key[0] for key in keys],
        area=[area] * len(keys),
        period=[key[1] for key in keys],
        dimensions=[key[2] for key in keys],
        value=[cell[0] for cell in cells],
        symbol=[cell[1] for cell in cells],
        numerator=[cell[2] for cell in cells],
        denominator=[cell[3] for cell in cells],
        status=["management-information"] * len(keys),
        release=[_RELEASE] * len(keys),
    )


_Cell = tuple[float | None, str | None, float | None, float | None]


def _cell(indicator: Indicator, added: _Sum) -> _Cell:
    if added.is_hidden:
        return None, _HIDDEN, None, None
    if indicator.is_count:
        return added.count, None, None, None
    if not added.of:
        return None, _NOBODY, None, 0.0
    value = added.count / added.of * (indicator.factor or 100)
    return value, None, added.count, added.of


def _of_release(table: Observations) -> Observations:
    """Return figures as those of the combined release."""
    return Observations.of_columns(
        indicator=list(table.indicator),
        area=list(table.area),
        period=list(table.period),
        value=list(table.value),
        symbol=list(table.symbol),
        numerator=list(table.numerator),
        denominator=list(table.denominator),
        dimensions=list(table.dimensions),
        status=list(table.status),
        release=[_RELEASE] * len(table),
    )


def _known(
    sets: Sequence[ObservationSet],
    areas: Iterable[ObservedArea],
    total: tuple[str, str],
    as_at: date,
) -> ObservationSet:
    code, name = total
    parts = [ObservedArea(code=a.code, name=a.name, kind=a.kind, within=code) for a in areas]
    symbols: dict[str, SymbolMeaning] = {}
    for known in sets:
        symbols |= known.symbols
    publishers = sorted({release.publisher for known in sets for release in known.releases})
    return ObservationSet(
        id=_RELEASE,
        title=Text(default=f"Figures of {name}, added up from those of its areas"),
        symbols=FrozenMap(dict(sorted(symbols.items()))),
        areas=(
            *sorted(parts, key=lambda area: area.code),
            ObservedArea(code=code, name=name, kind="group"),
        ),
        releases=(
            Release(
                id=_RELEASE,
                title=f"Figures of {name}, added up from those of its areas",
                publisher=", ".join(publishers)[:200],
                published_on=as_at,
                note=f"Sums of {len(parts)} areas; a sum of which a part is hidden is hidden.",
            ),
        ),
    )
