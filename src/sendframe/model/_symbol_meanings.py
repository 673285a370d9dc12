"""What the symbols of several sets of figures mean together."""

from collections.abc import Iterable

from ._frozen import FrozenMap
from ._observation import ObservationSet, SymbolMeaning

__all__: list[str] = []


def symbol_meanings(sets: Iterable[ObservationSet]) -> FrozenMap[SymbolMeaning]:
    """Return the meaning of each symbol, for each release of the set that explains it."""
    meanings: dict[str, SymbolMeaning] = {}
    for observation_set in sets:
        for symbol, meaning in observation_set.symbols.items():
            meanings.setdefault(symbol, meaning)
            for release in observation_set.releases:
                meanings.setdefault(f"{release.id} {symbol}", meaning)
        # An explanation for one release takes precedence over one for all.
        meanings |= {key: meaning for key, meaning in observation_set.symbols.items() if " " in key}
    return FrozenMap(meanings)
