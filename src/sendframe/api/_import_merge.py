"""Merge the imports of several files into one set of figures."""

from collections.abc import Iterable, Sequence

import attrs

from sendframe.errors import Diagnostic, Location, Related
from sendframe.model import (
    FrozenMap,
    Observations,
    ObservationSet,
    ObservedArea,
    Origin,
    Release,
    SymbolMeaning,
    Text,
)
from sendframe.plugins import Import

__all__ = ["MergedFigures", "merge_imports"]

MOST_REPORTED = 100
_UNKNOWN = Origin()
_CONTENT_COLUMNS = ("value", "symbol", "numerator", "denominator", "status")


@attrs.frozen(eq=False)
class MergedFigures:
    """The merged figures of several files.

    Attributes:
        known: The definitions of symbols, areas and releases; None if no file contains figures.
        table: The figures, by column.
        diagnostics: Figures that two files contain: an error if they differ.
    """

    known: ObservationSet | None
    table: Observations
    diagnostics: tuple[Diagnostic, ...] = ()


def merge_imports(made: Sequence[Import], id: str) -> MergedFigures:  # noqa: A002  # the field's name
    """Merge the figures of several imports, each once.

    Args:
        made: The import of each file, in order.
        id: Id of the set, if more than one file contains figures.
    """
    parts = [(import_.observations, _table_of(import_)) for import_ in made if import_.observations]
    sets = [known for known, _ in parts]
    if not sets:
        return MergedFigures(None, Observations())
    known = sets[0] if not sets[1:] else _joined(sets, id)
    known = known.changed(observations=(), table=None)
    table = Observations.joined([table for _, table in parts], sets=(known,))
    problems: list[Diagnostic] = []
    kept = _kept(table, problems)
    table = table if kept is None else table.take(kept)
    return MergedFigures(known, table, tuple(problems))


def _table_of(made: Import) -> Observations:
    if made.table is not None:
        return made.table
    figures = () if made.observations is None else made.observations.observations
    return Observations.of((observation, _UNKNOWN) for observation in figures)


def _kept(table: Observations, problems: list[Diagnostic]) -> Sequence[int] | None:
    """Return the first row of each figure; None for all. Add those that occur twice to *problems*."""
    identities = table.identities()
    if len(set(identities)) == len(identities):
        return None
    # The last row that is noted for an identity is its first in the table.
    first = dict(zip(reversed(identities), reversed(range(len(identities))), strict=True))
    same = differing = 0
    for row, earlier in enumerate(map(first.__getitem__, identities)):
        if earlier == row:
            continue
        if _contents(table, row) == _contents(table, earlier):
            same += 1
        else:
            differing += 1
            if differing <= MOST_REPORTED:
                problems.append(_duplicate(table, row, earlier))
    if differing > MOST_REPORTED:
        message = f"{differing - MOST_REPORTED:,} more that occur twice and differ are not shown"
        problems.append(Diagnostic("SFR405", message, help="Correct the ones above first."))
    if same:
        count = "1 figure is" if same == 1 else f"{same:,} figures are"
        message = f"{count} present twice with the same value, and kept once"
        help_ = "No action is needed."
        problems.append(Diagnostic("SFR405", message, severity="note", help=help_))
    return sorted(first.values())


def _contents(table: Observations, row: int) -> list[object]:
    return [getattr(table, name)[row] for name in _CONTENT_COLUMNS]


def _place(table: Observations, row: int) -> Location:
    return Location(table.source_file[row], "", table.source_row[row])


def _duplicate(table: Observations, row: int, earlier: int) -> Diagnostic:
    return Diagnostic(
        "SFR405",
        f"the figure of {table.indicator[row]} for {table.area[row]}, {table.period[row]}, "
        "occurs twice and differs",
        _place(table, row),
        help="Read one of the files alone, or leave one of the rows out.",
        related=(Related(_place(table, earlier), "the other one is here"),),
    )


def _joined(sets: Sequence[ObservationSet], id: str) -> ObservationSet:  # noqa: A002  # the field's name
    """Return the merged definitions; symbols with several meanings get the id of their release."""
    titles = dict.fromkeys(str(set_.title) for set_ in sets)
    areas: dict[str, ObservedArea] = {}
    releases: dict[str, Release] = {}
    for set_ in sets:
        for area in set_.areas:
            areas.setdefault(area.code, area)
        for release in set_.releases:
            releases.setdefault(release.id, release)
    return ObservationSet(
        id=id,
        title=Text(default="; ".join(titles)),
        sources=tuple(dict.fromkeys(source for set_ in sets for source in set_.sources)),
        symbols=FrozenMap(_symbols(sets)),
        areas=tuple(areas[code] for code in sorted(areas)),
        releases=tuple(releases[key] for key in sorted(releases)),
        code_lists=tuple(
            {code_list.id: code_list for set_ in sets for code_list in set_.code_lists}.values()
        ),
    )


def _symbols(sets: Iterable[ObservationSet]) -> dict[str, SymbolMeaning]:
    meanings: dict[str, set[SymbolMeaning]] = {}
    known = list(sets)
    for set_ in known:
        for symbol, meaning in set_.symbols.items():
            meanings.setdefault(symbol, set()).add(meaning)
    symbols: dict[str, SymbolMeaning] = {}
    for set_ in known:
        for symbol, meaning in set_.symbols.items():
            if len(meanings[symbol]) == 1:
                symbols[symbol] = meaning
                continue
            for release in set_.releases:
                symbols[f"{release.id} {symbol}"] = meaning
    return dict(sorted(symbols.items()))
