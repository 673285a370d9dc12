"""What decays in tables that are typed by hand: SFR407 to SFR409."""

from datetime import date

import attrs
import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    Baseline,
    BenchmarkTarget,
    CalendarYear,
    ComparatorSet,
    FinancialYear,
    LevelTarget,
    Measure,
    Notice,
    Observation,
    Portfolio,
    Strategy,
    YearToDate,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, rate, seen, small, text

ALL = Catalogue.discover(third_party=False)


def noticed(portfolio: Portfolio, code: str) -> tuple[Notice, ...]:
    """Return what one check alone finds."""
    catalogue = NoCatalogue(checks={code: ALL.checks[code]})
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue
    )
    assert not found.failures
    assert found.discrepancies == ()
    values = {f"{row.value:g}" for row in portfolio.observations if row.value is not None}
    words = {word.strip("%,.;:") for each in found.notices for word in each.message.split()}
    assert not values & words, "a notice holds a figure, which may be a small one"
    assert all((each.severity, bool(each.help)) == ("note", True) for each in found.notices)
    return found.notices


def figure(year: int, value: float | None, area: str = AREA) -> Observation:
    """Return a rate without counts."""
    return Observation(
        indicator="rate",
        area=area,
        period=CalendarYear(year=year),
        value=value,
        symbol="x" if value is None else None,
        release="r1",
    )


def beside(own: float | None, other: float | None, **more: object) -> Portfolio:
    """Return an area with a figure beside that of its country."""
    return small(rate(**more), figure(2024, own), figure(2024, other, COUNTRY))


@pytest.mark.parametrize(
    ("own", "other", "said"),
    [
        (7.2, 71.5, "the figure for 2024 is about a 10th part of that of Ardenia"),
        (71.5, 7.2, "is about 10 times that of Ardenia"),
        (60.0, 0.5, "is about 100 times that"),
        (90.0, 0.1, "is about 1,000 times that"),
        (71.5, 5.0, "is about 10 times that of Ardenia"),
        (9.0, 60.0, "is about a 10th part of that of Ardenia"),
    ],
)
def test_a_power_of_ten_between_two_figures_is_noticed(own: float, other: float, said: str) -> None:
    """Ten, a hundred or a thousand times the figure of others, or that part of it, is told."""
    (notice,) = noticed(beside(own, other), "SFR407")
    assert said in notice.message
    assert notice.pointer == "/indicators/0"


@pytest.mark.parametrize(
    ("own", "other"),
    [(71.5, 60.0), (10.0, 40.0), (0.0, 5.0), (None, 5.0), (5.0, None), (-5.0, 50.0), (9e5, 5.0)],
)
def test_other_differences_are_not(own: float | None, other: float | None) -> None:
    """Nought, no figure, another sign, and what is no power of ten are how areas differ."""
    assert noticed(beside(own, other), "SFR407") == ()


@pytest.mark.parametrize(
    ("years", "times", "found"), [(1, 10, 1), (2, 10, 2), (3, 10, 0), (3, 100, 3), (4, 10, 0)]
)
def test_a_slip_may_be_repeated(years: int, times: int, found: int) -> None:
    """In two years it is a slip; in three a tenfold difference is how an area differs.

    A hundredfold one is a share in place of a percentage, however long it lasts.
    """
    rows = [
        figure(2020 + year, value, area)
        for year in range(years)
        for value, area in ((70.0 / times, AREA), (70.0, COUNTRY))
    ]
    assert len(noticed(small(rate(), *rows), "SFR407")) == found


def years(*values: float | None, **more: object) -> Portfolio:
    """Return an area with a figure for each year from 2018 on."""
    return small(rate(**more), *(figure(2018 + at, value) for at, value in enumerate(values)))


COUNT = {"unit": "children", "factor": None}


@pytest.mark.parametrize(
    ("values", "more", "wrong"),
    [
        # One figure, at the start, inside and at the end; two in succession; two levels.
        ((6.8, 70.0, 71.0), {}, (2018,)),
        ((68.0, 7.1, 70.0), {}, (2019,)),
        ((68.0, 70.0, 710.0), {"unit": "pounds"}, (2020,)),
        ((68.0, 7.1, 7.3, 70.0, 69.0), {}, (2019, 2020)),
        ((68.0, 70.0, 7.1, 7.3), {}, (2020, 2021)),
        ((68.0, 0.676, 70.0), {}, (2019,)),
        ((68.0, 7.1, 69.0, 7.2, 70.0), {}, (2019, 2021)),
        # From one date to the next only, and across a year without a figure.
        ((70.0, 7.0), {}, (2019,)),
        ((70.0, None, 7.0), {}, (2020,)),
        # About ten: six to fifteen.
        ((60.0, 10.0), {}, (2019,)),
        ((75.0, 5.0), {}, (2019,)),
        ((59.0, 10.0), {}, ()),
        ((76.0, 5.0), {}, ()),
        # A series that varies widely, and a level that is no slip of the usual one.
        ((40.0, 4.0, 12.0, 5.0, 15.0), {}, ()),
        ((68.0, 70.0, 7.1, 20.0, 22.0), {}, ()),
        # Rounding decides about the smallest figures, chance about small counts.
        ((2.0, 0.2), {}, ()),
        ((3.0, 0.3), {}, (2019,)),
        ((7.0, 49.0), COUNT, ()),
        ((7.0, 50.0), COUNT, (2019,)),
        # Below 0 a ratio has no meaning.
        ((-1.0, 70.0, 7.0), {"unit": "score", "factor": None}, ()),
        ((0.0, 70.0), {}, ()),
    ],
)
def test_a_slip_in_the_areas_own_series(
    values: tuple[float | None, ...], more: dict[str, object], wrong: tuple[int, ...]
) -> None:
    """The figures that are not as usual are noticed, each by its year."""
    found = noticed(years(*values, **more), "SFR407")
    texts = [f"the figure for {year} is about" for year in wrong]
    assert len(found) == len(texts)
    assert all(text in each.message for text, each in zip(texts, found, strict=True))
    assert all("the figures beside it" in each.message for each in found)


def test_a_slip_of_a_count_shows_in_the_rate() -> None:
    """23 of 333 beside 225 of 330 is noticed; 3 of 200 beside 30 of 210 may be chance."""
    before, after = seen(2023, 225, 330), seen(2024, 23, 333)
    assert len(noticed(small(rate(), before, after), "SFR407")) == 1
    few = seen(2023, 30, 210), seen(2024, 3, 200)
    assert noticed(small(rate(), *few), "SFR407") == ()


def test_figures_that_may_not_be_compared_show_no_slip() -> None:
    """A year to date is smaller than a whole year, and a fault is told as one."""
    months = figure(2024, 7.0).changed(period=PART)
    assert noticed(small(rate(), figure(2023, 70.0), months), "SFR407") == ()
    faulty = seen(2024, 66, 110, symbol="x").changed(value=7.0, symbol=None)
    assert noticed(small(rate(), figure(2023, 70.0), faulty), "SFR407") == ()


@pytest.mark.parametrize(("own", "found"), [(7.0, 0), (6.0, 1), (70.0, 0)])
def test_an_area_within_the_range_of_others_has_not_slipped(own: float, found: int) -> None:
    """Where one of the others has 7 per cent too, 7 is nothing odd beside a mean of 68."""
    codes = [f"ZZ000000{number}" for number in range(2, 7)]
    group = ComparatorSet(
        id="near", title=text("Near"), kind="custom", areas=tuple(codes), method="median"
    )
    rows = [figure(2024, value, code) for value, code in zip((7, 68, 70, 72, 75), codes)]  # noqa: B905
    portfolio = small(rate(), figure(2024, own), *rows, comparator_sets=(group,))
    assert len(noticed(portfolio, "SFR407")) == found


def aimed(start: float | None, level: float, *values: float, **more: object) -> Portfolio:
    """Return an area with a baseline and a target beside its figures from 2020 on."""
    measure = Measure(
        id="m",
        statement=text("More"),
        indicators=("rate",),
        baseline=None if start is None else Baseline(value=start, period=CalendarYear(year=2019)),
        target=LevelTarget(level=level, due=CalendarYear(year=2026)),
    )
    plan = Strategy(
        id="plan", title=text("Plan"), kind="strategy", area=AREA, status="adopted",
        measures=(measure,),
    )  # fmt: skip
    rows = [figure(2020 + at, value) for at, value in enumerate(values)]
    return small(rate(**more), *rows, documents=(plan,))


@pytest.mark.parametrize(
    ("start", "level", "values", "pointers"),
    [
        (6.8, 75.0, (68.0, 70.0), ["/measures/0/baseline"]),
        (680.0, 75.0, (68.0, 70.0), ["/measures/0/baseline"]),
        (68.0, 7.5, (68.0, 70.0), ["/measures/0/target"]),
        (None, 7.5, (68.0, 70.0), ["/measures/0/target"]),
        (None, 0.75, (68.0, 70.0), ["/measures/0/target"]),
        # Both shares of 1: the mark is on the target of the measure.
        (0.68, 0.75, (68.0, 70.0), ["/measures/0/baseline"]),
        # One figure alone may itself be wrong; two of them show that the target is ambitious.
        (None, 60.0, (8.0,), ["/measures/0/target"]),
        (None, 60.0, (8.0, 9.0), []),
        (8.0, 60.0, (8.0, 50.0), []),
        (68.0, 75.0, (68.0, 70.0), []),
        (8.0, 75.0, (8.0, 20.0, 60.0), []),
    ],
)
def test_a_slip_of_a_baseline_or_a_target(
    start: float | None, level: float, values: tuple[float, ...], pointers: list[str]
) -> None:
    """Each is compared with the figures of the area, and an aim for better is no slip."""
    found = noticed(aimed(start, level, *values), "SFR407")
    assert [each.pointer for each in found if "/measures" in str(each.pointer)] == pointers


def test_a_slip_of_a_pinned_benchmark() -> None:
    """It is a target like others."""
    portfolio = aimed(None, 75.0, 68.0, 70.0)
    (plan,) = [item for item in portfolio.documents if isinstance(item, Strategy)]
    (measure,) = plan.measures
    pinned = BenchmarkTarget(
        statement=text("As in Ardenia"),
        value=7.1,
        period=CalendarYear(year=2020),
        due=CalendarYear(year=2026),
    )
    changed = plan.changed(measures=(measure.changed(target=pinned),))
    documents = tuple(changed if item is plan else item for item in portfolio.documents)
    (found,) = noticed(attrs.evolve(portfolio, documents=documents), "SFR407")
    assert "the target of 'm' is about a 10th part of the figures of 'rate'" in found.message


def test_figures_that_follow_from_counts_cannot_have_slipped() -> None:
    """With counts on both sides nothing is told; without those of the other side it is."""
    other = seen(2024, 70, 100, area=COUNTRY)
    assert noticed(small(rate(), seen(2024, 7, 100), other), "SFR407") == ()
    found = noticed(small(rate(), seen(2024, 7, 100), figure(2024, 70.0, COUNTRY)), "SFR407")
    assert len(found) == 1
    assert noticed(small(rate()), "SFR407") == ()


def counted(value: float, top: float | None, bottom: float | None, factor: float | None):
    """Return an area whose figure has counts."""
    row = seen(2024, 1, 2).changed(value=value, numerator=top, denominator=bottom)
    return small(rate(factor=factor), row)


@pytest.mark.parametrize(
    ("value", "top", "bottom", "factor", "words"),
    [
        (0.25, 3, 1200, 1000.0, "a percentage"),
        (2.5, 3, 1200, 100.0, "a rate per 1,000"),
        (0.68, 225, 333, 100.0, "a share of 1"),
        (67.6, 225, 333, 1.0, "a percentage"),
        (25.0, 3, 1200, 100.0, "a rate per 10,000"),
        (250.0, 3, 1200, 100.0, "a rate per 100,000"),
    ],
)
def test_a_rate_that_follows_from_its_counts_by_another_factor_is_noticed(
    value: float, top: float, bottom: float, factor: float, words: str
) -> None:
    """What the figure is, and what its indicator says it is, are told together."""
    (notice,) = noticed(counted(value, top, bottom, factor), "SFR408")
    assert f"the figure for 2024 is {words}, and the unit is" in notice.message


@pytest.mark.parametrize(
    ("value", "top", "bottom", "factor"),
    [
        (67.6, 225, 333, 100.0),
        (68.0, 225, 333, 100.0),
        (67.56756756756756, 225, 333, 100.0),
        (71.0, 225, 333, 100.0),
        (0.0, 0, 333, 100.0),
        (67.6, None, 333, 100.0),
        (67.6, 225, None, 100.0),
        (67.6, 225, 333, None),
        (60.0, 5, 1e-320, 100.0),
    ],
)
def test_what_follows_or_cannot_be_said_is_not(
    value: float, top: float | None, bottom: float | None, factor: float | None
) -> None:
    """Rounded or not, without counts or a factor, or by no usual factor: nothing is told."""
    assert noticed(counted(value, top, bottom, factor), "SFR408") == ()


TOTAL = FinancialYear(start_year=2024)
PART = YearToDate(year_kind="financial", year=2025, until=date(2025, 9, 30))
PART_BEFORE = YearToDate(year_kind="financial", year=2024, until=date(2024, 9, 30))
PART_LATER = YearToDate(year_kind="financial", year=2024, until=date(2024, 12, 31))
