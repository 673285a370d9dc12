"""Hashes of the files of a portfolio from which nobody can guess what a report hides."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from sendframe.documents import canonical
from sendframe.figures import Figures
from sendframe.model import Input, period_text

__all__ = ["shown_inputs"]


def shown_inputs(inputs: Iterable[Input], shown: Figures) -> tuple[Input, ...]:
    """Return the files with their hashes; of a file of figures that of what is shown of them.

    From the hash of a whole file a hidden small count can be guessed: whoever has all else tries
    the few numbers that it can be.

    Args:
        inputs: The files.
        shown: The figures that may be shown.
    """
    table = shown.observations
    of_figures: dict[str, list[Any]] = {file: [] for file in table.origin_file.values if file}
    for row, table_row in enumerate(shown.table_row):
        file = table.origin_file[table_row]
        if file is not None:
            of_figures[file].append(_plain(shown, row))
    return tuple(
        file.changed(sha256=sha256(canonical(of_figures[file.path])).hexdigest(), form="shown")
        if file.path in of_figures
        else file
        for file in inputs
    )


def _plain(shown: Figures, row: int) -> list[Any]:
    """Return a figure as it is shown: its cell, its symbol, or its number with its counts."""
    period = shown.period_of(row)
    numbers = (shown.value[row], shown.numerator[row], shown.denominator[row])
    return [
        shown.indicator_of(row).id,
        shown.areas[shown.area_of(row)],
        [period.kind, period_text(period)],
        dict(shown.dimensions_of(row)),
        shown.symbol_of(row)[0],
        [None if number != number else number for number in numbers],  # noqa: PLR0124  # NaN
    ]
