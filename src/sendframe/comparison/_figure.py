"""Figures of two editions: which are new, withdrawn or restated."""

from collections.abc import Iterator

from sendframe.figures import precedence
from sendframe.model import Observation, Observations
from sendframe.statistics import amount

from ._difference import Difference, DifferenceKind
from ._node import Names, called

__all__ = ["figure_differences", "keyed"]

_Key = tuple[object, ...]
_MOST_DECIMALS = 3


def keyed(table: Observations) -> dict[_Key, Observation]:
    """Return figures by what they are about; of several releases the newest holds."""
    keys = zip(table.indicator, table.area, table.period, table.dimensions, strict=True)
    found: dict[_Key, int] = {}
    for row, key in enumerate(keys):
        found[key] = max(found.get(key, row), row, key=lambda at: precedence(table, at))
    return {key: table[row] for key, row in found.items()}


def _shown(figure: Observation) -> str:
    if figure.value is None:
        return str(figure.symbol)
    whole = figure.value.is_integer()
    said = amount(figure.value, 0 if whole else _MOST_DECIMALS)
    if figure.numerator is not None and figure.denominator is not None:
        said += f" ({amount(figure.numerator)} of {amount(figure.denominator)})"
    return said if figure.status == "final" else f"{said}, {figure.status}"


def _content(figure: Observation) -> tuple[object, ...]:
    return (figure.value, figure.symbol, figure.numerator, figure.denominator, figure.status)


def figure_differences(old: Observations, new: Observations, names: Names) -> Iterator[Difference]:
    """Yield figures that were added, withdrawn or restated.

    A figure is the same where indicator, area, period and dimensions are; another release that
    gives the same figure is no difference.

    Args:
        old: The older figures.
        new: The newer figures.
        names: What a reader calls indicators and areas.
    """
    before, after = keyed(old), keyed(new)
    for key, figure in after.items():
        was = before.get(key)
        if was is None:
            yield _told("added", figure, names, None, _shown(figure))
        elif _content(was) != _content(figure):
            yield _told("restated", figure, names, _shown(was), _shown(figure))
    for key, figure in before.items():
        if key not in after:
            yield _told("removed", figure, names, _shown(figure), None)


def _told(
    kind: DifferenceKind,
    figure: Observation,
    names: Names,
    before: str | None,
    after: str | None,
) -> Difference:
    part = ", ".join(f"{key} {value}" for key, value in figure.dimensions.items())
    area = called(names, ("observed-area", "area"), figure.area)
    indicator = called(names, ("indicator",), figure.indicator)
    where = f"{area}, {figure.period}" + (f", {part}" if part else "")
    return Difference(
        kind,
        "figure",
        figure.indicator,
        f"{indicator}: {where}",
        field="value",
        before=before,
        after=after,
        ids=(figure.area,),
    )
