"""An attacker with an integer program, who knows every sum, learns no small count from reports."""

import random
from collections.abc import Callable, Sequence

import attrs
import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

from sendframe.api import figures_for
from sendframe.disclosure import (
    POLICIES,
    Audit,
    EarlierEditions,
    Publication,
    ShownFigures,
    audit,
    disclose,
    extended_record,
    policy_by_name,
)
from sendframe.documents import dump
from sendframe.evaluation import evaluate_portfolio
from sendframe.figures import Figures
from sendframe.model import (
    CalendarYear,
    Observation,
    Portfolio,
)
from tests.contract.attacker import (
    LARGEST,
    WIDTH,
    Attacker,
    attacked,
    catalogue,
    one_more_a_breakdown,
    portfolio,
    read_back,
    recovered,
)
from tests.contract.disclosure_shapes import (
    CellName,
    Tables,
    breakdown,
    components,
    made,
    terms,
)
from tests.unit.disclosure.hiding import hide


@pytest.fixture(scope="module")
def seeds(pytestconfig: pytest.Config) -> range:
    """Return one publication for each change, and more before a release."""
    return range(20 if pytestconfig.getoption("thorough") else 2)


def test_no_small_count_is_recovered_from_reports(seeds: range) -> None:
    """None exactly and none to within the width, of all shapes, in two profiles and two formats."""
    total = 0
    for seed in seeds:
        tables = made(seed, instances=3)
        known = read_back(tables, ("annex", "board"))
        assert len(known) > len(tables.counts) / 3
        assert all(tables.counts[cell] == count for cell, count in known.items())
        small_counts, exact, narrow = attacked(tables, known)
        assert (exact, narrow) == (0, 0)
        total += small_counts
    assert total > 25 * len(seeds)


def first_edition(tables: Tables, chance: random.Random) -> Tables:
    """Return the tables as they were when a third of the figures was not known yet."""
    rows = [row for row in tables.rows if chance.random() > 1 / 3]
    return attrs.evolve(tables, rows=rows)


def without_proof(shown: ShownFigures) -> set[str]:
    """Return indicator, period and part of each count that may follow, as the figures have them."""
    return {cell.rsplit(" ", 1)[0] for cell in shown.without_proof}


def test_two_editions_together_give_no_small_count_away(seeds: range) -> None:
    """The second has figures that the first did not know, and reads its record; two profiles each.

    Without the record some counts follow from both: the attack works.
    """
    followed = 0
    for seed in seeds[::2]:
        tables = made(100 + seed, instances=2)
        first = first_edition(tables, random.Random(seed))
        policy = POLICIES["cautious"]
        shown = disclose(figures_for(portfolio(first)), policy)
        record = extended_record(None, shown, profiles=("annex", "board"), policy=policy.id)
        earlier = read_back(first, ("annex", "board"))
        known = earlier | read_back(tables, ("annex", "board"), [record])
        again = EarlierEditions.of([record])
        told = without_proof(disclose(figures_for(portfolio(tables)), policy, earlier=again))
        small_counts, narrow = recovered(tables, known)
        assert small_counts > 20
        assert len(narrow) <= len(told)
        assert {cell[0] for cell, _ in narrow} <= {text.split()[0] for text in told}
        followed += len(recovered(tables, earlier | read_back(tables, ("annex", "board")))[1])
    assert followed > 0


def of_areas(chance: random.Random) -> tuple[Tables, dict[str, str]]:
    """Return a count of a region and of the areas in it, in two years, and what is within what."""
    areas = [f"ZZ000000{number}" for number in range(1, 6)]
    region = "ZZR000001"
    tables = Tables()
    tables.indicator("plans")
    for year in (2023, 2024):
        period = CalendarYear(year=year)
        counts = [chance.choice((1, 2, 4, 9, 25, 40)) for _ in areas]
        names = [
            tables.cell(("plans", str(year), area, "figure"), count)
            for area, count in zip((*areas, region), (*counts, sum(counts)), strict=True)
        ]
        tables.rows += [
            Observation(
                indicator="plans", area=name[2], period=period, value=float(tables.counts[name])
            )
            for name in names
        ]
        tables.sums.append((names[-1], tuple(names[:-1])))
    return tables, dict.fromkeys(areas, region)


def test_neighbours_with_last_years_figures_give_no_small_count_away() -> None:
    """First only last year's figures of the neighbours are known; a year later this year's are.

    What follows nevertheless, since the region less the area leaves little, was reported.
    """
    small_counts = reported = 0
    for seed in range(20):
        tables, within = of_areas(random.Random(seed))
        own = {"ZZ0000001", "ZZR000001"}
        first = [row for row in tables.rows if row.area in own or str(row.period) == "2023"]
        known: dict[CellName, int] = {}
        record = None
        for rows in (first, tables.rows):
            shown = hide(tuple(tables.indicators), *rows, within=within, record=record)
            told = without_proof(shown)
            record = extended_record(record, shown, profiles=("annex",), policy="cautious")
            known |= {
                name: tables.counts[name]
                for row in range(len(shown))
                if not shown.hidden[row]
                for name in [("plans", str(shown.period_of(row)), shown.figure(row).area, "figure")]
            }
        found, narrow = recovered(tables, known)
        names = {f"plans {area} calendar_year {year}" for (_, year, area, _), _ in narrow}
        assert names <= told
        small_counts += found
        reported += len(told)
    assert 0 < reported < small_counts / 5


def test_the_attacker_recovers_what_one_more_part_does_not_protect() -> None:
    """The attack works: a fifth of the counts is lost with one more part of each breakdown."""
    tables = made(0, instances=3)
    small_counts, exact, _ = attacked(tables, one_more_a_breakdown(tables))
    assert exact > small_counts / 5


def audited(given: Portfolio, editions: Sequence[tuple[Figures, frozenset[int]]]) -> Audit:
    """Return what the audit says of editions, each with its figures and the rows that it prints."""
    policy = policy_by_name(given.manifest.disclosure_policy)
    return audit((Publication(figures, printed) for figures, printed in editions), policy)


def test_the_audit_finds_what_the_attacker_finds() -> None:
    """Its system is derived from the figures; that of the attacker is written down by hand."""
    tables = made(0, instances=2)
    given = portfolio(tables)
    figures = figures_for(given)
    known = one_more_a_breakdown(tables)
    names = {cell[:3] for cell in known}
    printed = frozenset(
        row
        for row in range(len(figures))
        if (
            figures.indicator_of(row).id,
            str(figures.period_of(row)),
            figures.dimensions_of(row).get("need", ""),
        )
        in names
    )
    found = audited(given, [(figures, printed)]).narrow
    _, exact, narrow = attacked(tables, known)
    assert exact > 10
    assert sum(count.values == 1 for count in found) == exact
    assert sum(count.values > 1 for count in found) == narrow


def fewest_hidden(cells: list[CellName], tables: Tables) -> int:
    """Return the fewest counts that must be hidden beside the small ones, by an integer program.

    For each small count there are two tables, as differences from the true one; a count may differ
    only where it is hidden.
    """
    counts, most = tables.counts, 2 * WIDTH
    small_ones = [cell for cell in cells if 0 < counts[cell] <= LARGEST]
    index = {cell: number for number, cell in enumerate(cells)}
    size, copies = len(cells), 2 * len(small_ones)
    sums = [each for each in tables.sums if each[0] in index]
    rows: list[dict[int, float]] = []
    least: list[float] = []
    greatest: list[float] = []

    def require(row: dict[int, float], low: float, high: float) -> None:
        rows.append(row)
        least.append(low)
        greatest.append(high)

    lower = np.zeros(size * (1 + copies))
    upper = np.ones(size * (1 + copies))
    for cell, number in index.items():
        printed = cell[3] not in ("rest", "remainder")
        lower[number] = 0 < counts[cell] <= LARGEST or not printed
        upper[number] = counts[cell] > 0 or not printed
    for copy in range(copies):
        first = size * (1 + copy)
        for cell, number in index.items():
            lower[first + number] = max(int(cell[3] != "remainder") - counts[cell], -most)
            upper[first + number] = most
            lower[first + number] = min(lower[first + number], 0)
            require({first + number: 1, number: -most}, -np.inf, 0)
            require({first + number: -1, number: -most}, -np.inf, 0)
        for whole, parts in sums:
            row = {first + index[whole]: 1.0} | {first + index[part]: -1.0 for part in parts}
            require(row, 0, 0)
    for number, cell in enumerate(small_ones):
        one, other = (size * (1 + 2 * number + more) + index[cell] for more in (0, 1))
        require({one: 1, other: -1}, WIDTH, np.inf)
    matrix = lil_matrix((len(rows), len(lower)))
    for position, row in enumerate(rows):
        for column, factor in row.items():
            matrix[position, column] = factor
    aim = np.zeros(len(lower))
    aim[:size] = 1
    found = milp(
        aim,
        constraints=LinearConstraint(matrix.tocsr(), least, greatest),
        bounds=Bounds(lower, upper),
        integrality=np.ones(len(aim)),
    )
    assert found.x is not None
    return round(sum(found.x[:size]) - sum(lower[:size]))


def hidden_names(shown: ShownFigures) -> set[tuple[str, str, str]]:
    """Return indicator, period and part of each hidden figure."""
    figures = [shown.figure(row) for row in range(len(shown)) if shown.hidden[row]]
    return {
        (figure.indicator.id, str(figure.period), figure.dimensions.get("need", ""))
        for figure in figures
    }


def test_little_is_hidden_needlessly(record_property: Callable[[str, object], None]) -> None:
    """Of counts in two linked kinds of sum, hardly more are hidden than an integer program needs."""
    tables = Tables()
    chance = random.Random(7)
    for number in range(6):
        breakdown(tables, chance, f"breakdown-{number}")
        terms(tables, chance, f"terms-{number}")
    shown = disclose(figures_for(portfolio(tables)), POLICIES["cautious"])
    hidden = hidden_names(shown)
    ours = optimum = 0
    for cells in components(tables.sums, tables.counts):
        if any(0 < tables.counts[cell] <= LARGEST for cell in cells):
            optimum += fewest_hidden(cells, tables)
            ours += sum(cell[:3] in hidden and tables.counts[cell] > LARGEST for cell in cells)
    record_property("hidden", f"{ours}, where {optimum} are needed")
    assert 0 < optimum <= ours <= 1.2 * optimum


def test_a_table_that_fits_gives_the_same_evaluation() -> None:
    """Whatever is true of those that agree with what is shown: every public byte is the same."""
    tables = made(1, instances=1)
    given = portfolio(tables)
    shown = disclose(figures_for(given), POLICIES["cautious"])
    hidden = hidden_names(shown)
    known = {
        cell: count
        for cell, count in tables.counts.items()
        if cell[:3] not in hidden and cell[3] != "rest" and cell[3] != "remainder"
    }
    other = dict(tables.counts)
    for cells in components(tables.sums, tables.counts):
        attacker = Attacker(cells, tables.sums, known)
        small_ones = [cell for cell in cells if 0 < tables.counts[cell] <= LARGEST]
        for table in [attacker.table(cell, largest=False) for cell in small_ones[:1]]:
            other.update(table or {})
    assert other != tables.counts
    rows = []
    for row in tables.rows:
        name = (row.indicator, str(row.period), row.dimensions.get("need", ""))
        top, bottom = (other.get((*name, role)) for role in ("numerator", "denominator"))
        rows.append(
            row.changed(value=float(other[*name, "figure"]))
            if top is None or bottom is None
            else row.changed(value=top / bottom * 100, numerator=top, denominator=bottom)
        )
    fits = portfolio(attrs.evolve(tables, rows=rows))
    figures = figures_for(fits)
    mask = [row for row in range(len(figures)) if shown.hidden[row]]
    columns = {field.name: getattr(figures, field.name) for field in attrs.fields(Figures)}
    masked = ShownFigures(**(columns | figures.columns_without(mask)), policy=shown.policy)
    first, second = (
        dump(evaluate_portfolio(documents, some, catalogue=catalogue()))
        for documents, some in ((given, shown), (fits, masked))
    )
    assert first == second
