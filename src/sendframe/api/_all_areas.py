"""Evaluate all areas of some figures, with the packaged statistical neighbours."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from sendframe.documents import load_documents, load_folder, write_results
from sendframe.errors import MissingDate
from sendframe.evaluation import NEIGHBOURS, AreaEvaluation, area_tables
from sendframe.figures import figures_of
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import (
    AcceptedException,
    ComparatorSet,
    Document,
    FrozenMap,
    Indicator,
    IndicatorSet,
    NeighbourList,
    Observations,
    accepted_on,
    short_repr,
)

from ._areas import LATEST_EDITION, neighbour_lists_of, with_present_codes
from ._document import library_of

if TYPE_CHECKING:
    from sendframe.model import Portfolio
    from sendframe.plugins import Catalogue

__all__ = ["AllAreas", "evaluate_all_areas", "evaluate_areas", "run_all_areas"]

_AUTHORITY = "local-authority"
_NOBODY: Mapping[str, Sequence[str]] = FrozenMap()


@attrs.frozen
class AllAreas:
    """The evaluation of all areas of some figures.

    Attributes:
        tables: The standings, averages and limits.
        without_neighbours: Codes of local authorities for which the edition has no neighbours, sorted; they
            have no row of averages of neighbours.
        missing: Missing plug-ins and data of a portfolio, a sentence each.
        files: The files written, in order; empty if none were written.
    """

    __repr__ = short_repr

    tables: AreaEvaluation
    without_neighbours: tuple[str, ...]
    missing: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()


def evaluate_areas(  # noqa: PLR0913  # each is a choice of its own
    observations: Observations,
    indicators: Iterable[Indicator],
    *,
    as_at: date,
    neighbours: Mapping[str, Sequence[str]] = _NOBODY,
    neighbours_id: str = NEIGHBOURS,
    comparators: Iterable[ComparatorSet] = (),
) -> AreaEvaluation:
    """Compare the figures of many areas, for all periods and indicators at once.

    Of several releases that give a figure, the newest known on the day holds; each row names its
    release. Projected figures are left out, and management information counts only for indicators
    that are. See `sendframe.evaluation.area_tables` for what is compared with what.

    Args:
        observations: The figures, with the kind of each area.
        indicators: The indicators asked for.
        as_at: The day; what was published later, or begins later, is left out.
        neighbours: By code of an area, the codes of those it is compared with.
        neighbours_id: Id of the comparator of an area's own neighbours.
        comparators: Sets of areas that every area is compared with.

    Returns:
        Three tables of columns. They are internal: they have not been through disclosure control.

    Raises:
        InvalidValue: Two indicators have one id, an area is compared with areas of another kind
            than its own or with one area twice, or a comparator set mixes kinds.
    """
    figures = figures_of(observations, indicators, as_at=as_at)
    return area_tables(
        figures, neighbours=neighbours, neighbours_id=neighbours_id, comparators=comparators
    )


def evaluate_all_areas(  # noqa: PLR0913  # keyword arguments
    documents: Iterable[Document],
    observations: Observations,
    *,
    as_at: date,
    edition: str = LATEST_EDITION,
    comparators: Iterable[ComparatorSet] = (),
    asking: str | None = None,
    exceptions: Iterable[AcceptedException] = (),
) -> AllAreas:
    """Compare all areas, periods and indicators of some figures.

    Each area is compared with its statistical neighbours, which are named after the edition, such
    as ``statistical-neighbours-2025``. Figures under a former GSS code belong to the area. Quarter
    bands, which judge, are computed for one area only.

    Args:
        documents: The indicator sets, and any registers of areas and lists of neighbours, which
            take precedence over the packaged ones.
        observations: The figures, with the kind of each area.
        as_at: The day; what was published or begins later is left out.
        edition: The edition of the statistical neighbours.
        comparators: Further sets of areas that every area is compared with.
        asking: Code of the area that gets quarter bands.
        exceptions: Exceptions that this area has accepted: they settle doubts of its figures until
            they expire.

    Returns:
        Tables, which have not been through disclosure control.

    Raises:
        UnknownName: There is no such edition.
        InvalidValue: Areas of different kinds would be compared; see `evaluate_areas`.
    """
    known = tuple(documents)
    table = with_present_codes(observations, known)
    lists = neighbour_lists_of(known, edition)
    areas = sorted({table.present_code(code) for code in table.area.values})
    neighbours = _neighbours(areas, lists, table)
    indicators = {
        indicator.id: indicator
        for document in known
        if isinstance(document, IndicatorSet)
        for indicator in document.indicators
    }
    own = None if asking is None else table.present_code(asking)
    tables = area_tables(
        figures_of(table, indicators.values(), as_at=as_at),
        neighbours=neighbours,
        neighbours_id=f"statistical-neighbours-{edition}",
        comparators=comparators,
        banded=own is not None,
    )
    without_neighbours = (
        code for code in areas if table.kind_of(code) == _AUTHORITY and code not in neighbours
    )
    if own is not None:
        tables = tables.with_bands_of(own)
        accepted = accepted_on(exceptions, as_at)
        if accepted:
            tables = tables.without_accepted_doubts(own, accepted)
    return AllAreas(tables, tuple(without_neighbours))


def _neighbours(
    areas: Iterable[str], lists: Iterable[NeighbourList], table: Observations
) -> Mapping[str, tuple[str, ...]]:
    """Return the neighbours of each area that has some, from the first list that has them."""
    neighbours: dict[str, tuple[str, ...]] = {}
    for neighbour_list in lists:
        for line in neighbour_list.areas:
            codes = tuple(
                dict.fromkeys(table.present_code(neighbour.area) for neighbour in line.neighbours)
            )
            neighbours.setdefault(table.present_code(line.code), codes)
    return {code: neighbours[code] for code in areas if code in neighbours}


def run_all_areas(  # noqa: PLR0913  # keyword arguments
    sources: Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    as_at: date | None = None,
    edition: str = LATEST_EDITION,
    limits: ParseLimits = DEFAULT_LIMITS,
    catalogue: "Catalogue | None" = None,
    strict: bool = False,
    overwrite: bool = False,
) -> AllAreas:
    """Evaluate all areas of a portfolio, or of some documents, and write the tables as CSV.

    Args:
        sources: The folder of a portfolio alone; or documents: observations and the indicator
            sets they belong to. The comparator sets of a portfolio are used, and its own area gets
            quarter bands, and has no doubt that an accepted exception settles.
        folder: Folder for ``standings.csv``, ``averages.csv`` and ``limits.csv``; all are written
            or none.
        as_at: The day; that of the portfolio unless given.
        edition: The edition of the statistical neighbours.
        limits: How much of each document is accepted.
        catalogue: The plug-ins whose data documents a portfolio may use; none of them runs.
        strict: Whether a missing plug-in or data document is an error.
        overwrite: Whether files are replaced that sendframe did not write itself.

    Raises:
        InvalidDocument: A document is not valid; nothing was written.
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such edition.
        CannotWrite: A file could not be written, or is there and sendframe did not write it;
            nothing was changed.
        ExceptionGroup: Something is missing and *strict* is true; nothing was written.
    """
    paths = [Path(source) for source in sources]
    portfolio: Portfolio | None = None
    if len(paths) == 1 and paths[0].is_dir():
        portfolio = load_folder(paths[0], limits, partial(library_of, catalogue))
        documents, table = portfolio.documents, portfolio.observations
    else:
        documents, table = load_documents(paths, limits)
    missing = () if portfolio is None else portfolio.missing
    if strict and missing:
        from ._evaluation import raise_failures  # only then

        raise_failures((), missing)
    manifest = None if portfolio is None else portfolio.manifest
    day = as_at or (manifest.as_at if manifest is not None else None)
    if day is None:
        raise MissingDate
    result = evaluate_all_areas(
        documents,
        table,
        as_at=day,
        edition=edition,
        comparators=() if manifest is None else manifest.comparator_sets,
        asking=None if manifest is None else manifest.area.code,
        exceptions=() if manifest is None else manifest.accepted_exceptions,
    )
    files = write_results(Path(folder), result.tables.to_csv(), kept=paths, overwrite=overwrite)
    return attrs.evolve(result, files=files, missing=missing)
