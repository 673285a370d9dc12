"""Figures as a Frictionless Data Package."""

import os
from collections.abc import Iterable
from pathlib import Path

from sendframe import documents
from sendframe.figures import DOUBTS, row_doubts, row_faults
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import Indicator, Observations

__all__ = ["dump_package", "load_package"]


def dump_package(  # noqa: PLR0913  # each is a choice of its own
    observations: Observations,
    folder: str | os.PathLike[str],
    *,
    id: str,  # noqa: A002  # as the documents call it
    title: str,
    indicators: Iterable[Indicator] | None = None,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write figures as a Frictionless Data Package: all of its files, or none.

    ``datapackage.json`` describes ``figures.csv``, the figures in the order given, and
    ``observations.json``, an observation set with their symbols, areas and releases. Where the
    decimals of a figure are not known, the fewest that keep it are written.

    With *indicators* there are also ``faults.csv`` and ``doubts.csv``, which list each figure that
    contradicts itself, and each one in doubt by its own series, by its row in ``figures.csv``.
    Without them neither is known, and the description of the column ``value`` says so. Doubts
    beside a benchmark or a target, and those of plug-ins, are of an evaluation alone.

    Disclosure control is not applied: a package of `Portfolio.observations` has every figure.

    Args:
        observations: The figures, with the sets that explain them.
        folder: The folder; created if it is missing.
        id: Id of the package and of its observation set.
        title: Its title.
        indicators: The definitions of the indicators, such as those of `Portfolio.indicators`.
        overwrite: Whether it may be written into a folder that is not empty.

    Returns:
        The files written, sorted by name.

    Raises:
        CannotWrite: A file could not be written, or the folder is not empty; nothing was changed.
        InvalidDocument: The figures could not be read again, such as those of an area without a
            name; the exception has every problem, and nothing was written.
        InvalidValue: The id or the title is none.
        TypeError: The figures are no `Observations`.
    """
    given: object = observations
    if not isinstance(given, Observations):
        message = f"dump_package() writes Observations, not {type(given).__name__}"
        raise TypeError(message)
    marks = None
    if indicators is not None:
        known = tuple(indicators)
        faults = enumerate(row_faults(observations, known))
        doubts = row_doubts(observations, known).items()
        marks = {
            "faults": [(row, fault.code, fault.title) for row, fault in faults if fault],
            "doubts": [
                (row, code, DOUBTS[code]) for row, codes in sorted(doubts) for code in codes
            ],
        }
    return documents.dump_package(
        observations, Path(folder), id_=id, title=title, marks=marks, new=not overwrite
    )


def load_package(
    folder: str | os.PathLike[str], *, limits: ParseLimits = DEFAULT_LIMITS
) -> Observations:
    """Return the figures of a Frictionless Data Package that `dump_package` wrote.

    Nothing is fetched, and nothing outside the folder is read. A file with another hash than the
    package describes is refused.

    Args:
        folder: The folder with ``datapackage.json``.
        limits: How much of each file is accepted.

    Raises:
        InvalidDocument: The package has problems; the exception has every problem of a step.
    """
    return documents.load_package(Path(folder), limits)
