"""Figures that contradict themselves: SFR410."""

from datetime import date

import attrs
import pytest

from sendframe.errors import Diagnostic
from sendframe.evaluation import NoCatalogue
from sendframe.figures import FAULTS
from sendframe.model import FrozenMap, Notice, Observation, Observations, Origin, Portfolio
from sendframe.plugins import Catalogue, CheckContext
from tests.contract.counting import lines_run
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


def test_parts_of_older_periods_have_notices() -> None:
    """Those of one dimension and of several, each with its place; not those of another area."""
    need, both = FrozenMap({"need": "autism"}), FrozenMap({"need": "autism", "sex": "girls"})
    rows = (
        seen(2024, 3, 4), seen(2024, 3, 4, dimensions=need),
        wrong(2022, dimensions=need), wrong(2021, dimensions=both),
        wrong(2020, dimensions=need, area=OTHER),
    )  # fmt: skip
    places = (Origin("figures.csv", line=line) for line in range(2, 7))
    found = notices(read_from(small(rate(), *rows), *places))
    fault = "the figure does not agree with its counts"
    assert {(each.message, each.line) for each in found} == {
        (f"Plans on time, 2022: autism: {fault}", 4),
        (f"Plans on time, 2021: autism, girls: {fault}", 5),
    }


def test_a_part_that_a_later_release_corrects_has_none() -> None:
    """Only the figure that counts on the day is looked at."""
    need = FrozenMap({"need": "autism"})
    right = seen(2022, 3, 4, dimensions=need, release="r2")
    assert notices(small(rate(), wrong(2022, dimensions=need), right, seen(2024, 3, 4))) == ()


@pytest.mark.parametrize(("parts", "words"), [(10, ""), (11, "; and 1 more")])
def test_many_parts_of_a_period_are_counted(parts: int, words: str) -> None:
    """The first are named, so that a column that was read as another one gives a short message."""
    rows = [wrong(2020, dimensions=FrozenMap({"need": f"n{number:02}"})) for number in range(parts)]
    (notice,) = notices(small(rate(), seen(2024, 3, 4), *rows))
    assert notice.message.count("its counts") == 10
    assert notice.message.endswith(f"its counts{words}")


def test_the_work_grows_with_the_figures() -> None:
    """Twice as many faulty periods are twice the work, and not four times."""

    def work(periods: int) -> int:
        rows = [
            wrong(1900 + number, dimensions=FrozenMap({"need": part}))
            for number in range(periods)
            for part in ("autism", "speech")
        ]
        area = small(rate(), *rows, *(wrong(1900 + number) for number in range(periods)))
        evaluation = evaluate(area, as_at=AS_AT, catalogue=NoCatalogue())
        results = {result.indicator: result for result in evaluation.indicators}
        context = CheckContext("SFR410", area, AS_AT, results, (), "sendframe")
        return lines_run(lambda: list(CHECKS["SFR410"].record.run(context)))

    few, some, many = map(work, (20, 40, 80))
    assert many - some <= 2.2 * (some - few)


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
