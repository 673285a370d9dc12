"""Numbers that cast doubt on each other: SFR415 to SFR418."""

from datetime import date

import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    Baseline,
    CalendarYear,
    DateInWords,
    Day,
    Evaluation,
    FinancialYear,
    LevelTarget,
    Measure,
    MeasureMilestone,
    Month,
    Notice,
    Observation,
    Portfolio,
    Quarter,
    RangeTarget,
    Snapshot,
    Strategy,
    WordsTarget,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, rate, seen, small, text

ALL = Catalogue.discover(third_party=False)
DAY = date(2026, 1, 31)
COUNT = {"unit": "complaints", "unit_text": None, "factor": None, "counts_of": "things"}


def evaluated(portfolio: Portfolio, code: str) -> Evaluation:
    """Return an evaluation with one check."""
    catalogue = NoCatalogue(checks={code: ALL.checks[code]})
    made = evaluate(portfolio, as_at=DAY, catalogue=catalogue)
    assert not made.failures
    return made


def noticed(portfolio: Portfolio, code: str) -> tuple[Notice, ...]:
    """Return what one check alone finds; every notice says what to do."""
    notices = evaluated(portfolio, code).notices
    assert all(notice.help for notice in notices)
    return notices


def figure(period: object, value: float, id_: str = "rate") -> Observation:
    """Return a figure without counts."""
    return seen(2024, None, None, symbol="x").changed(
        indicator=id_, period=period, value=value, symbol=None
    )


def aimed(*rows: Observation, status: str = "adopted", **more: object) -> Portfolio:
    """Return an area with a measure."""
    measure = Measure(**{"id": "m", "statement": text("More"), "indicators": ("rate",), **more})
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status=status,
        measures=(measure,),
    )  # fmt: skip
    return small(rate(), *rows, documents=(plan,))


TARGET = LevelTarget(level=75, due=CalendarYear(year=2026))
START = Baseline(value=60.5, period=CalendarYear(year=2023))
ROWS = (seen(2023, 121, 200), seen(2024, 130, 200))


def steps(*levels: float | None) -> tuple[MeasureMilestone, ...]:
    """Return milestones, one a year."""
    return tuple(
        MeasureMilestone(due=CalendarYear(year=2024 + at), level=level)
        for at, level in enumerate(levels)
    )


@pytest.mark.parametrize(
    ("direction", "levels", "worse"),
    [
        ("higher", (60.4,), ["2024"]),
        ("higher", (60.5,), []),
        ("higher", (60.6,), []),
        ("lower", (60.6,), ["2024"]),
        ("lower", (60.4,), []),
        ("higher", (70.0, 6.5, None, 56.0), ["2025", "2027"]),
        ("range", (10.0,), []),
        ("neutral", (10.0,), []),
        (None, (10.0,), ["2024"]),
    ],
)
def test_a_milestone_is_no_worse_than_the_baseline(
    direction: str | None, levels: tuple[float | None, ...], worse: list[str]
) -> None:
    """Each is compared with the baseline; without its own direction that of the indicator counts."""
    portfolio = aimed(
        *ROWS,
        baseline=START,
        target=TARGET,
        milestones=steps(*levels),
        intended_direction=direction,
    )
    found = noticed(portfolio, "SFR415")
    assert [notice.message for notice in found] == [
        f"the milestone of the measure 'm' for {due} is worse than its baseline" for due in worse
    ]
    assert [str(notice.pointer)[:24] for notice in found] == ["/measures/0/milestones/0"] * (
        len(found) if len(levels) == 1 else 0
    ) or len(levels) > 1


def test_a_measure_without_a_baseline_has_no_worse_milestone() -> None:
    """Nor does one of a plan that has ended."""
    assert noticed(aimed(milestones=steps(1.0), target=TARGET), "SFR415") == ()
    ended = aimed(status="superseded", baseline=START, milestones=steps(1.0), target=TARGET)
    assert noticed(ended, "SFR415") == ()


@pytest.mark.parametrize("code", ["SFR415", "SFR416", "SFR417"])
def test_the_target_of_the_measure_is_marked(code: str) -> None:
    """It is in doubt wherever it is printed, and its position is worked out all the same."""
    portfolio = aimed(
        *ROWS,
        baseline=START.changed(value=50.6),
        target=TARGET.changed(due=CalendarYear(year=2025)),
        milestones=steps(40.0),
    )
    (result,) = evaluated(portfolio, code).indicators
    (target,) = result.targets
    assert (target.doubts, target.reached) == ((code,), False)


@pytest.mark.parametrize(
    ("value", "is_wrong"),
    [
        (60.5, False), (60.0, False), (61.0, False), (59.0, True), (62.0, True), (60.4, True), (60.6, True), (50.6, True),
        (60.54, False), (60.46, False),
    ],
)  # fmt: skip
def test_a_baseline_is_the_figure_of_its_date(value: float, *, is_wrong: bool) -> None:
    """60.5 for 121 of 200, as far as both are printed: in whole numbers that is 60 or 61."""
    portfolio = aimed(*ROWS, baseline=START.changed(value=value), target=TARGET)
    found = noticed(portfolio, "SFR416")
    assert bool(found) is is_wrong
    assert all("is not the figure for 2023" in notice.message for notice in found)
    assert all(notice.pointer == "/measures/0/baseline" for notice in found)


@pytest.mark.parametrize(
    "changes",
    [
        {"baseline": None},
        {"baseline": Baseline(statement=text("Low"))},
        {"baseline": Baseline(value=50.0)},
        {"baseline": Baseline(period=CalendarYear(year=2023))},
        {"baseline": Baseline(value=50.0, period=FinancialYear(start_year=2023))},
        {"baseline": Baseline(value=50.0, period=CalendarYear(year=2020))},
        {"baseline": START.changed(value=50.0), "indicators": ("elsewhere",)},
        {"baseline": START.changed(value=50.0), "status": "expired"},
    ],
)
def test_a_baseline_without_a_figure_beside_it(changes: dict[str, object]) -> None:
    """No number, no period, no figure for it, or an ended plan: nothing is contradicted."""
    assert noticed(aimed(*ROWS, target=TARGET, **changes), "SFR416") == ()


def test_a_baseline_beside_a_fault_is_not_contradicted() -> None:
    """What is wrong then is the figure."""
    faulty = seen(2023, 66, 110, symbol="x").changed(value=71.0, symbol=None)
    assert noticed(aimed(faulty, baseline=START, target=TARGET), "SFR416") == ()


@pytest.mark.parametrize(
    ("due", "years", "is_wrong"),
    [
        (Day(on=date(2026, 1, 30)), (2024,), True),
        (Day(on=date(2026, 1, 31)), (2024,), False),
        (Day(on=date(2026, 2, 1)), (2024,), False),
        (CalendarYear(year=2025), (2024,), True),
        (CalendarYear(year=2025), (2024, 2025), False),
        (CalendarYear(year=2024), (2024,), False),
        (Day(on=date(2024, 12, 30)), (2024,), False),
        (Day(on=date(2025, 1, 1)), (2024,), True),
        (CalendarYear(year=2025), (), True),
    ],
)
def test_a_target_date_that_passed_has_a_figure(
    due: object, years: tuple[int, ...], *, is_wrong: bool
) -> None:
    """On the day after the date; a figure of a period that ends on that date or later settles it."""
    rows = [seen(year, 60, 100) for year in years]
    found = noticed(aimed(*rows, target=TARGET.changed(due=due)), "SFR417")
    assert bool(found) is is_wrong
    assert all("there is no figure for that date or a later one" in each.message for each in found)


def test_a_target_date_beside_a_fault_has_no_figure() -> None:
    """A figure that contradicts itself does not say whether the target was reached."""
    faulty = seen(2025, 66, 110, symbol="x").changed(value=71.0, symbol=None)
    due = TARGET.changed(due=CalendarYear(year=2025))
    assert len(noticed(aimed(faulty, target=due), "SFR417")) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"target": None},
        {"target": WordsTarget(statement=text("Better"))},
        {"target": RangeTarget(low=1, high=2, due=DateInWords(text="soon"))},
        {"target": LevelTarget(level=75, due=CalendarYear(year=2024)), "indicators": ()},
        {"target": LevelTarget(level=75, due=CalendarYear(year=2020)), "status": "expired"},
    ],
)
def test_a_target_without_a_date_or_a_figure_to_come(changes: dict[str, object]) -> None:
    """No target, no date, no indicator, or an ended plan: nothing is missing."""
    assert noticed(aimed(*ROWS, **changes), "SFR417") == ()


def months(*values: float, year: int = 2025, first: int = 4) -> list[Observation]:
    """Return monthly counts from a month on."""
    return [
        figure(Month(year=year + (first + at - 1) // 12, month=(first + at - 1) % 12 + 1), value)
        for at, value in enumerate(values)
    ]


def snapshots(*values: float, day: int = 30) -> list[Observation]:
    """Return counts at the end of April and later, or at the beginning of the months after."""
    first = 4 if day == 30 else 5
    return [
        figure(Snapshot(on=date(2025, first + at, day)), value) for at, value in enumerate(values)
    ]


TOTALS = (5.0, 11.0, 16.0, 22.0, 27.0, 34.0)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (months(*TOTALS), "from April 2025 to September 2025"),
        (months(*TOTALS, first=9), "from September 2025 to January 2026"),
        (months(*TOTALS, first=1), "from January 2025 to June 2025"),
        (months(*TOTALS[:4]), "from April 2025 to July 2025"),
        (months(5, 11, 11, 17), "from April 2025 to July 2025"),
        (snapshots(*TOTALS), "from 30 April 2025 to 30 September 2025"),
        (snapshots(*TOTALS, day=1), "from 1 May 2025 to 1 October 2025"),
        (months(7, 6, 5, year=2024) + months(*TOTALS), "from April 2025 to September 2025"),
        (
            [
                figure(Quarter(year_kind="financial", year=2024, quarter=at), value)
                for at, value in enumerate((12.0, 25.0, 36.0, 50.0), 1)
            ],
            "from quarter 1 of 2024-25 to quarter 4 of 2024-25",
        ),
    ],
)
def test_a_total_to_date_is_no_month(rows: list[Observation], said: str) -> None:
    """From the first period of a year on it only rises, by steps as large as the first figure."""
    portfolio = small(rate("lower", **COUNT), *rows)
    (notice,) = noticed(portfolio, "SFR418")
    assert said in notice.message
    (result,) = evaluated(portfolio, "SFR418").indicators
    assert sum(bool(point.doubts) for point in result.points) >= 4


@pytest.mark.parametrize(
    "rows",
    [
        months(5, 6, 4, 7, 5, 8),  # months as they are
        months(500, 512, 519, 530, 544),  # a number that grows
        months(5, 11, 16),  # three figures may rise by chance
        months(1, 2, 3, 4),  # and so may small ones
        months(*TOTALS, first=6),  # it does not begin with a year
        months(5, 11, 10, 22),  # it falls
        months(0, 6, 12, 18),  # no first step
        months(5, 5, 5, 11, 11, 11),  # it stays for more than half of the time
        months(30, 35, 40, 45),  # steps much smaller than the first figure
        months(5, 25, 45, 65),  # and much larger ones
        [figure(CalendarYear(year=2018 + at), value) for at, value in enumerate(TOTALS)],
    ],
)
def test_what_rises_otherwise_is_none(rows: list[Observation]) -> None:
    """Near misses, each by one condition."""
    assert noticed(small(rate("lower", **COUNT), *rows), "SFR418") == ()


def test_a_rate_is_no_total() -> None:
    """Percentages of months may rise as they like."""
    assert noticed(small(rate(), *months(*TOTALS)), "SFR418") == ()
