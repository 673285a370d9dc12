"""Figures that contradict themselves: SFR410."""

from datetime import date

import attrs
import pytest

from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue
from sendframe.figures import FAULTS
from sendframe.model import FrozenMap, Notice, Observation, Observations, Origin, Portfolio
from sendframe.plugins import Catalogue, CheckContext
from tests.evaluating import evaluate
from tests.unit.conftest import OTHER, rate, seen, small

CHECKS = Catalogue.discover(third_party=False).checks
AS_AT = date(2026, 1, 31)


def notices(portfolio: Portfolio) -> tuple[Notice, ...]:
    """Return what the check reports of a portfolio."""
    catalogue = NoCatalogue(checks={"SFR410": CHECKS["SFR410"]})
    evaluation = evaluate(portfolio, as_at=AS_AT, catalogue=catalogue)
    assert not evaluation.failures
    assert all(notice.severity == "warning" and notice.help for notice in evaluation.notices)
    return evaluation.notices


def wrong(year: int = 2024, value: float = 50.0, top: int = 3, **changes: object) -> Observation:
    """Return a figure that does not agree with its counts unless they are changed."""
    return seen(year, top, 4).changed(value=value, **changes)


def read_from(portfolio: Portfolio, *origins: Origin) -> Portfolio:
    """Return a portfolio whose figures were read from files."""
    rows = zip(portfolio.observations, origins, strict=True)
    sets = [each for each in portfolio.documents if hasattr(each, "observations")]
    return attrs.evolve(portfolio, observations=Observations.of(rows, sets))


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        (wrong(), "the figure does not agree with its counts"),
        (wrong(value=130.0), "the figure is impossible"),
        (wrong(value=-1.0), "the figure is impossible"),
        (wrong(value=125.0, top=5), "the figure is impossible"),
    ],
)
def test_a_figure_that_contradicts_itself_is_reported(figure: Observation, fault: str) -> None:
    """The notice names indicator, period and fault, and none of the numbers."""
    (notice,) = notices(read_from(small(rate(), figure), Origin()))
    assert notice.message == f"Plans on time, 2024: {fault}"
    assert fault in {known.title for known in FAULTS}
    assert (notice.about, notice.pointer) == ("rate", "/indicators/0")
    assert notice.help == "Correct the figure or its counts at its source."


def test_sound_figures_and_those_of_other_areas_are_not() -> None:
    """A rounded figure, a symbol, and a fault in another area's figure give no notice."""
    rounded = seen(2022, 1, 3).changed(value=33.3)
    symbol = seen(2023, None, None, symbol="x")
    assert notices(small(rate(), rounded, symbol, wrong(area=OTHER))) == ()
    assert notices(small(rate(may_exceed=True), wrong(value=125.0, top=5))) == ()


def test_each_period_has_one_notice() -> None:
    """Two periods have two; a period in which the whole and a part are wrong has one."""
    part = wrong(dimensions=FrozenMap({"need": "autism"}))
    other = wrong(value=130.0, dimensions=FrozenMap({"need": "speech"}))
    area = small(rate(), wrong(2023), wrong(), part, other)
    first, second = notices(area)
    assert first.message == "Plans on time, 2023: the figure does not agree with its counts"
    assert second.message == (
        "Plans on time, 2024: the figure does not agree with its counts; "
        "autism: the figure does not agree with its counts; speech: the figure is impossible"
    )


def test_the_place_of_the_figure_is_named() -> None:
    """An entry of a document by its pointer, a row of a table by file and line."""
    area = small(rate(), seen(2022, 3, 4), wrong(2023), wrong(2024))
    area = read_from(
        area,
        Origin("figures.json", entry=1),
        Origin("figures.json", entry=2),
        Origin("table.csv", line=7),
    )
    entry, row = notices(area)
    assert (entry.document, entry.pointer) == ("figures.json", "/observations/1/value")
    assert row.document == "table.csv"
    assert (
        row.help
        == "Correct the figure or its counts where it stands (table.csv, line 7, column 'value')."
    )


def test_a_diagnostic_names_line_and_facts() -> None:
    """Called from Python, it has the line of the table and the fact of each figure."""
    area = read_from(small(rate(), wrong()), Origin("table.csv", line=7))
    evaluation = evaluate(area, as_at=AS_AT, catalogue=NoCatalogue())
    results = {result.indicator: result for result in evaluation.indicators}
    context = CheckContext("SFR410", area, AS_AT, results, (), "sendframe")
    found: list[Diagnostic] = list(CHECKS["SFR410"].record.run(context))
    assert [(each.location.file, each.location.line) for each in found] == [("table.csv", 7)]
    assert [each.facts for each in found] == [("indicator/rate/2024",)]
