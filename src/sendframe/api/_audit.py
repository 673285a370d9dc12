"""Auditing what was published: which small counts somebody with every edition can work out."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import attrs

from sendframe.disclosure import (
    Audit,
    DisclosurePolicy,
    EarlierEditions,
    Publication,
    audit,
    disclose,
    policy_by_name,
)
from sendframe.evaluation import rows_by_fact
from sendframe.figures import Figures
from sendframe.jsontext import DEFAULT_LIMITS, ParseLimits
from sendframe.model import Portfolio, ShownCell, ShownRecord, older_than, short_repr

from ._evaluation import figures_for
from ._published_files import PrintedText, PublishedFile, published_files

__all__ = ["PublicationAudit", "audit_publications"]

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:e-?\d+)?")


@attrs.frozen
class PublicationAudit:
    """The result of auditing what was published.

    Attributes:
        audit: What it gives away.
        files: How many files, and editions of records, were read.
        figures: How many figures were printed in them, each once an edition.
        not_held: Figures that they print and the portfolio does not hold, as text; sorted. They
            were not audited.
    """

    __repr__ = short_repr

    audit: Audit
    files: int
    figures: int
    not_held: tuple[str, ...] = ()


def audit_publications(
    portfolio: Portfolio,
    files: Iterable[str | os.PathLike[str]],
    *,
    as_at: date | None = None,
    limits: ParseLimits = DEFAULT_LIMITS,
) -> PublicationAudit:
    """Work out which small counts somebody can know who has everything that was published.

    Args:
        portfolio: The documents that it was made from: they state what is counted, what adds up to
            what, and which counts are small.
        files: What was published: reports in JSON, HTML or CSV, evaluations, records of what was
            shown, figures, data packages, and folders of these.
        as_at: The day of what states none; the portfolio's own ``as_at`` unless given.
        limits: How much of each file is accepted.

    Raises:
        InvalidDocument: A file cannot be read, or is none of these.
        LibraryMissing: The solver, which the extra ``audit`` installs, is missing.
        MissingDate: Neither the call nor the portfolio states the day.
        UnknownName: There is no such disclosure policy.
    """
    read = published_files([Path(file) for file in files], limits)
    policy = policy_by_name(portfolio.manifest.disclosure_policy)
    day_of_folder = {file.folder: file.as_at for file in read if file.as_at is not None}
    days: dict[date | None, list[PublishedFile]] = {}
    for file in read:
        day = file.as_at or day_of_folder.get(file.folder) or as_at or portfolio.manifest.as_at
        days.setdefault(day, []).append(file)
    publications: list[Publication] = []
    not_held: set[str] = set()
    for day, of_day in sorted(days.items(), key=lambda item: item[0] or date.min):
        figures = figures_for(portfolio, as_at=day)
        publication, others = _publication(portfolio, figures, of_day, policy)
        publications.append(publication)
        not_held |= others
    return PublicationAudit(
        audit(publications, policy),
        len(read),
        sum(len(publication.printed) for publication in publications),
        tuple(sorted(not_held)),
    )


def _publication(
    portfolio: Portfolio, figures: Figures, files: Iterable[PublishedFile], policy: DisclosurePolicy
) -> tuple[Publication, set[str]]:
    """Return what was printed on one day, and the figures that the portfolio does not hold."""
    manifest = portfolio.manifest
    by_fact = rows_by_fact(figures, manifest.area.code, manifest.comparator_sets)
    by_name = {_row_name(figures, row): row for row in range(len(figures))}
    printed: set[int] = set()
    not_held: set[str] = set()
    revised: dict[int, ShownCell] = {}
    for file in files:
        for text in file.texts:
            printed.update(_rows_printed(figures, by_fact.get(text.fact, ()), text))
        for cell in file.cells:
            row = by_name.get(_cell_name(figures, cell))
            if row is not None:
                printed.add(row)
                revised[row] = cell
            elif any(
                each.id == cell.indicator and each.counts_people for each in figures.indicators
            ):
                not_held.add(f"{cell.indicator} {cell.area} {cell.period}")
    columns = {name: getattr(figures, name)[:] for name in ("value", "numerator", "denominator")}
    for row, cell in revised.items():
        for name, column in columns.items():
            number = getattr(cell, name)
            column[row] = float("nan") if number is None else number
    as_printed = attrs.evolve(figures, **columns)
    told = disclose(as_printed, policy, earlier=_before(portfolio, figures.as_at)).without_proof
    return Publication(as_printed, frozenset(printed), frozenset(told)), not_held


def _before(portfolio: Portfolio, day: date) -> EarlierEditions:
    """Return what the editions before a day showed and hid, as the records of a portfolio have it."""
    return EarlierEditions.of(
        record.changed(
            editions=tuple(each for each in record.editions if older_than(each.as_at, 0, day))
        )
        for record in portfolio.of(ShownRecord)
    )


def _row_name(figures: Figures, row: int) -> tuple[object, ...]:
    return (
        figures.indicator_of(row).id,
        figures.areas[figures.area_of(row)],
        figures.period_of(row),
        figures.dimensions_of(row),
    )


def _cell_name(figures: Figures, cell: ShownCell) -> tuple[object, ...]:
    area = figures.observations.present_code(cell.area)
    return cell.indicator, area, cell.period, cell.dimensions


def _rows_printed(figures: Figures, rows: tuple[int, ...], text: PrintedText) -> Iterator[int]:
    """Yield the rows of which a text prints a number."""
    tokens = [token.replace(",", "") for token in _NUMBER.findall(text.text)]
    for row in rows:
        if len(rows) > 1 and figures.name_of(figures.areas[figures.area_of(row)]) != text.name:
            continue  # an average of several areas, or another of them
        columns = (figures.value, figures.rate, figures.numerator, figures.denominator)
        if any(_states(token, column[row]) for token in tokens for column in columns):
            yield row


def _states(token: str, number: float) -> bool:
    """Say whether a printed number is a number, rounded to the places it is printed with."""
    places: int = 12 if "e" in token else len(token.partition(".")[2])
    return abs(float(token) - number) <= 0.5 * 10.0**-places + 1e-9
