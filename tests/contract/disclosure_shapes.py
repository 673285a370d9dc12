"""Made-up tables of an area, in the shapes in which English SEND figures are published.

Each shape has indicators, figures, and the sums that a reader knows: written down here by hand,
apart from what disclosure control derives.
"""

import random
from collections.abc import Callable, Iterable, Iterator

import attrs

from sendframe.model import (
    AcademicYear,
    CalendarYear,
    FrozenMap,
    Indicator,
    Observation,
    Period,
    Term,
)
from tests.unit.conftest import AREA, rate, text

CellName = tuple[str, str, str, str]
"""Indicator, period as a report prints it, part, and role: figure, numerator or denominator."""

Sum = tuple[CellName, tuple[CellName, ...]]
"""A whole and its parts. A role of its own, such as rest, is printed nowhere."""

NEEDS = ("autism", "hearing", "language", "physical", "social", "vision")
YEAR = CalendarYear(year=2024)


@attrs.define
class Tables:
    """Indicators and figures, and what is known of them.

    Attributes:
        indicators: The indicators.
        rows: Their figures.
        counts: The true count of each cell.
        sums: What adds up to what.
    """

    indicators: list[Indicator] = attrs.Factory(list)
    rows: list[Observation] = attrs.Factory(list)
    counts: dict[CellName, int] = attrs.Factory(dict)
    sums: list[Sum] = attrs.Factory(list)

    def count(self, id_: str, value: int, period: Period = YEAR, part: str = "") -> CellName:
        """Add a figure that is a count."""
        self._add(id_, period, part, value=float(value))
        return self.cell((id_, str(period), part, "figure"), value)

    def share(
        self, id_: str, top: int, bottom: int, period: Period = YEAR
    ) -> tuple[CellName, CellName]:
        """Add a rate with its counts and their rest."""
        self._add(id_, period, "", value=top / bottom * 100, numerator=top, denominator=bottom)
        name = (id_, str(period), "")
        numerator, denominator, rest = (
            self.cell((*name, role), value)
            for role, value in (("numerator", top), ("denominator", bottom), ("rest", bottom - top))
        )
        self.sums.append((denominator, (numerator, rest)))
        return numerator, denominator

    def cell(self, name: CellName, value: int) -> CellName:
        """Add a cell, and return its name."""
        self.counts[name] = value
        return name

    def _add(self, id_: str, period: Period, part: str, **numbers: float) -> None:
        dimensions = FrozenMap({"need": part} if part else {})
        self.rows.append(
            Observation(indicator=id_, area=AREA, period=period, dimensions=dimensions, **numbers)
        )

    def indicator(self, id_: str, **more: object) -> None:
        """Add an indicator that is a count, unless *more* says otherwise."""
        fields = {"unit": "count", "factor": None, "unit_text": None, **more}
        self.indicators.append(rate("neutral", id=id_, title=text(id_), **fields))


def parts_of(chance: random.Random, number: int) -> list[int]:
    """Return counts of which some are small and some nought."""
    sizes = [chance.choice((0, 2, 4, 8, 30)) for _ in range(number)]
    return [chance.randint(0, size) + (size > 8) * 5 for size in sizes]


def breakdown(tables: Tables, chance: random.Random, id_: str) -> None:
    """Add a total and its parts by need; some instances leave a remainder."""
    left = chance.choice((0, 0, 3))
    parts = parts_of(chance, len(NEEDS))
    tables.indicator(id_)
    total = tables.count(id_, sum(parts) + left)
    names = [tables.count(id_, n, part=need) for need, n in zip(NEEDS, parts, strict=True)]
    rest = [tables.cell((id_, str(YEAR), "", "remainder"), left)] if left else []
    tables.sums.append((total, (*names, *rest)))


def sen(tables: Tables, chance: random.Random, id_: str) -> None:
    """Add SEN, EHC plans and SEN support, each with a total and parts by need."""
    ids = [f"{id_}-{name}" for name in ("sen", "plans", "support")]
    tables.indicator(ids[0], sum_of=(ids[1], ids[2]))
    tables.indicator(ids[1])
    tables.indicator(ids[2])
    plans, support = parts_of(chance, len(NEEDS)), parts_of(chance, len(NEEDS))
    both = [first + second for first, second in zip(plans, support, strict=True)]
    rows = []
    for each, parts in zip(ids, (both, plans, support), strict=True):
        total = tables.count(each, sum(parts))
        names = [tables.count(each, n, part=need) for need, n in zip(NEEDS, parts, strict=True)]
        tables.sums.append((total, tuple(names)))
        rows.append([total, *names])
    tables.sums += [(whole, (first, second)) for whole, first, second in zip(*rows, strict=True)]


def issued(tables: Tables, chance: random.Random, id_: str) -> None:
    """Add plans issued, on time and late, and the share on time, over five years."""
    on_time, late, share = (f"{id_}-{name}" for name in ("on-time", "late", "share"))
    tables.indicator(id_, sum_of=(on_time, late))
    tables.indicator(on_time)
    tables.indicator(late)
    tables.indicator(share, unit="percent", factor=100.0, numerator_is=on_time, denominator_is=id_)
    for year in range(2020, 2025):
        first, second = chance.randint(5, 60), chance.choice((0, 1, 3, 9, 40))
        period = CalendarYear(year=year)
        whole = tables.count(id_, first + second, period)
        part = tables.count(on_time, first, period)
        tables.sums.append((whole, (part, tables.count(late, second, period))))
        numerator, denominator = tables.share(share, first, first + second, period)
        tables.sums += [(part, (numerator,)), (whole, (denominator,))]


def terms(tables: Tables, chance: random.Random, id_: str) -> None:
    """Add three terms and the year, three times."""
    tables.indicator(id_)
    for start in range(2021, 2024):
        counts = [chance.choice((2, 3, 9, 20, 31)) for _ in range(3)]
        year = tables.count(id_, sum(counts), AcademicYear(start_year=start))
        names = ("autumn", "spring", "summer")
        parts = [
            tables.count(id_, n, Term(academic_year=start, term=name))
            for name, n in zip(names, counts, strict=True)
        ]
        tables.sums.append((year, tuple(parts)))


def rests(tables: Tables, chance: random.Random, id_: str) -> None:
    """Add a share of which the rest is small in some years, and a count that is its base."""
    tables.indicator(id_, unit="percent", factor=100.0, denominator_is=f"{id_}-base")
    tables.indicator(f"{id_}-base")
    for year in range(2020, 2025):
        bottom = chance.randint(40, 120)
        top = bottom - chance.choice((1, 2, 4, 6, 20))
        period = CalendarYear(year=year)
        _, denominator = tables.share(id_, top, bottom, period)
        tables.sums.append((tables.count(f"{id_}-base", bottom, period), (denominator,)))


SHAPES: tuple[Callable[[Tables, random.Random, str], None], ...] = (
    breakdown, sen, issued, terms, rests,
)  # fmt: skip


def made(seed: int, instances: int) -> Tables:
    """Return some tables of each shape."""
    chance, tables = random.Random(seed), Tables()  # no secret
    for shape in SHAPES:
        for number in range(instances):
            shape(tables, chance, f"{shape.__name__}-{number}")
    return tables


def components(sums: Iterable[Sum], cells: Iterable[CellName]) -> Iterator[list[CellName]]:
    """Yield the cells that are connected by sums, for one system each."""
    neighbours: dict[CellName, list[CellName]] = {cell: [] for cell in cells}
    for whole, parts in sums:
        for part in parts:
            neighbours[whole].append(part)
            neighbours[part].append(whole)
    seen: set[CellName] = set()
    for start in neighbours:
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            cell = waiting.pop()
            group.append(cell)
            fresh = [each for each in neighbours[cell] if each not in seen]
            seen.update(fresh)
            waiting += fresh
        yield group
