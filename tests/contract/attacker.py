"""Somebody who works hidden counts out from what reports show, with an integer program of SciPy."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs
import html5lib
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from sendframe import make_reports
from sendframe.model import (
    IndicatorSet,
    Period,
    Portfolio,
    ShownRecord,
)
from sendframe.plugins import Catalogue
from tests.contract.disclosure_shapes import (
    CellName,
    Sum,
    Tables,
    components,
)
from tests.unit.conftest import small, text

LARGEST, WIDTH = 4, 3
NUMBER = re.compile(r"\d[\d,.]*")


@cache
def catalogue() -> Catalogue:
    """Return sendframe's own plug-ins."""
    return Catalogue.discover(third_party=False)


def portfolio(tables: Tables) -> Portfolio:
    """Return a portfolio with the figures of some tables."""
    first, *others = tables.indicators
    documents = (IndicatorSet(id="others", title=text("Others"), indicators=tuple(others)),)
    return small(first, *tables.rows, documents=documents, disclosure_policy="cautious")


def typed(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every typed figure of a report as JSON."""
    if isinstance(value, dict):
        if isinstance(value.get("typed"), dict):
            yield value["typed"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from typed(part)


def numbers_in(words: str) -> set[str]:
    """Return the numbers in a text."""
    return {number.strip(".,") for number in NUMBER.findall(words)}


def strings(value: Any) -> Iterator[str]:
    """Yield every text of a report as JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def plain(period: Period) -> dict[str, Any]:
    """Return a period as a report in JSON has it."""
    return {field.name: getattr(period, field.name) for field in attrs.fields(type(period))}


def read_back(
    tables: Tables, profiles: Sequence[str], records: Sequence[ShownRecord] = ()
) -> dict[CellName, int]:
    """Return the counts that stand in some reports, in JSON; their pages have no other number."""
    periods = {
        json.dumps(plain(row.period), sort_keys=True): str(row.period) for row in tables.rows
    }
    known: dict[CellName, int] = {}
    given = portfolio(tables)
    for report in make_reports(given, profiles, catalogue=catalogue(), records=records):
        (data,) = report.files("json").values()
        contents = json.loads(data)
        for figure in typed(contents):
            period = periods.get(json.dumps(figure["period"], sort_keys=True))
            if period is None or figure["value"] is None:
                continue
            name = (figure["indicator"], period, figure["part"])
            pairs = {role: figure[role] for role in ("numerator", "denominator")}
            for role, value in {figure["kind"]: figure["value"], **pairs}.items():
                if (*name, role) in tables.counts and value is not None:
                    known[*name, role] = round(value)
        (page,) = report.files("html").values()
        tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
        shown = " ".join(" ".join(cell.itertext()) for cell in tree.iter("td"))
        assert numbers_in(shown) <= numbers_in(" ".join(strings(contents)))
    return known


class Attacker:
    """An integer program of one connected system of cells."""

    def __init__(
        self, cells: list[CellName], sums: Sequence[Sum], known: Mapping[CellName, int]
    ) -> None:
        self._index = {cell: number for number, cell in enumerate(cells)}
        own = [each for each in sums if each[0] in self._index]
        matrix = lil_matrix((max(len(own), 1), len(cells)))
        for row, (whole, parts) in enumerate(own):
            matrix[row, self._index[whole]] = 1
            for part in parts:
                matrix[row, self._index[part]] = -1
        self._sums = LinearConstraint(matrix.tocsr(), 0, 0)
        # What is printed and hidden is 1 at least, since 0 is shown.
        least = [known.get(cell, int(cell[3] not in ("rest", "remainder"))) for cell in cells]
        most = [known.get(cell, np.inf) for cell in cells]
        self._bounds = Bounds(np.array(least, float), np.array(most, float))

    def table(self, cell: CellName, *, largest: bool) -> dict[CellName, int] | None:
        """Return the table that fits in which a cell is smallest, or largest; None without limit."""
        aim = np.zeros(len(self._index))
        aim[self._index[cell]] = -1.0 if largest else 1.0
        found = milp(
            aim, constraints=self._sums, bounds=self._bounds, integrality=np.ones(len(aim))
        )
        if found.x is None:
            return None
        return {each: round(found.x[number]) for each, number in self._index.items()}

    def interval(self, cell: CellName) -> tuple[int, float]:
        """Return the smallest and the largest count that a cell can have."""
        low, high = (self.table(cell, largest=largest) for largest in (False, True))
        assert low is not None
        return low[cell], float("inf") if high is None else high[cell]


def recovered(
    tables: Tables, known: Mapping[CellName, int]
) -> tuple[int, list[tuple[CellName, float]]]:
    """Return how many small counts there are, and those known too closely, each with its range."""
    small_counts, narrow = 0, []
    for cells in components(tables.sums, tables.counts):
        attacker = Attacker(cells, tables.sums, known)
        for cell in cells:
            if 0 < tables.counts[cell] <= LARGEST:
                low, high = attacker.interval(cell)
                small_counts += 1
                if high - low < WIDTH:
                    narrow.append((cell, high - low))
    return small_counts, narrow


def attacked(tables: Tables, known: Mapping[CellName, int]) -> tuple[int, int, int]:
    """Return how many small counts there are, are recovered exactly, and to within the width."""
    small_counts, narrow = recovered(tables, known)
    exact = sum(not size for _, size in narrow)
    return small_counts, exact, len(narrow) - exact


def one_more_a_breakdown(tables: Tables) -> dict[CellName, int]:
    """Return what is shown where only one more part of each breakdown is hidden."""
    hidden = {cell for cell, count in tables.counts.items() if 0 < count <= LARGEST}
    for _, parts in tables.sums:
        by_need = all(cell[2] for cell in parts) and len({cell[0] for cell in parts}) == 1
        if by_need and len(hidden.intersection(parts)) == 1:
            others = [cell for cell in parts if cell not in hidden and tables.counts[cell]]
            hidden.update(sorted(others, key=lambda cell: (tables.counts[cell], cell))[:1])
    return {
        cell: count
        for cell, count in tables.counts.items()
        if cell not in hidden and cell[3] not in ("rest", "remainder")
    }
