"""The figures of one area that may be compared with its latest: change, trend, what is left out."""

from datetime import date

import attrs
import pytest

from sendframe.figures import Figure, Series, trend
from sendframe.model import AcademicYear, CalendarYear, ComparabilityBreak
from tests.unit.conftest import AREA, rate, text

BROKEN = rate(
    breaks=(ComparabilityBreak(first_period=CalendarYear(year=2024), reason=text("Counted anew.")),)
)


def figure(year: int, value: float | None = 50.0, **more: object) -> Figure:
    """Return a figure of a calendar year; a symbol where it has no value."""
    symbol = "x" if value is None else None
    one = Figure(rate(), AREA, CalendarYear(year=year), value, rate=value, symbol=symbol)
    return attrs.evolve(one, **more)


def years(figures: tuple[Figure, ...]) -> list[str]:
    """Return the periods of figures."""
    return [str(each.period) for each in figures]


def test_of_no_figures_there_is_an_empty_series() -> None:
    """It has neither a latest figure nor a pair to compare."""
    nothing = Series.of([])
    assert nothing == Series()
    assert (nothing.latest, nothing.last_two, nothing.sound, nothing.older) == (None, None, (), ())


def test_what_may_not_be_compared_with_the_latest_is_left_out_with_its_reason() -> None:
    """Figures before a break and of another kind of period; all others stay, oldest first."""
    figures = [
        figure(2023, indicator=BROKEN),
        figure(2024, period=AcademicYear(start_year=2023), indicator=BROKEN),
        figure(2024, indicator=BROKEN),
        figure(2025, indicator=BROKEN),
    ]
    found = Series.of(figures)
    assert years(found.figures) == ["2024", "2025"]
    assert [(str(each.period), apart.code) for each, apart in found.left_out] == [
        ("2023", "break"),
        ("2023/24", "period"),
    ]
    assert found.latest == figures[-1]


def test_a_fault_and_a_symbol_stay_in_a_series() -> None:
    """They stand in their places, and nothing is worked out from them."""
    found = Series.of([figure(2022, 150.0, fault="impossible"), figure(2023, None), figure(2024)])
    assert years(found.figures) == ["2022", "2023", "2024"]
    assert years(found.sound) == ["2024"]
    assert found.left_out == ()
    assert found.latest == figure(2024)


def test_a_latest_figure_with_a_fault_leaves_out_no_other() -> None:
    """What may not be compared is the figure itself, and not the series."""
    found = Series.of([figure(2023), figure(2024, 150.0, fault="impossible")])
    assert years(found.figures) == ["2023", "2024"]
    assert years(found.sound) == ["2023"]
    assert found.last_two is None


@pytest.mark.parametrize(
    ("before", "after", "there"),
    [
        (figure(2023), figure(2024), True),
        (figure(2023, None), figure(2024), False),
        (figure(2023), figure(2024, None), False),
        (figure(2023, fault="impossible"), figure(2024), False),
        (figure(2023), figure(2024, fault="impossible"), False),
        (figure(2023, indicator=BROKEN), figure(2024, indicator=BROKEN), False),
    ],
)
def test_the_last_two_are_compared_where_both_have_a_sound_figure(
    before: Figure, after: Figure, *, there: bool
) -> None:
    """A symbol, a fault or a break between them, and there is no change."""
    found = Series.of([figure(2021, indicator=before.indicator), before, after]).last_two
    assert found == ((before, after) if there else None)


def release(day: int, id_: str = "r", *, restated: bool = False) -> dict[str, object]:
    """Return what a figure has of a release in January."""
    return {"published_on": date(2025, 1, day), "release": id_, "restated": restated}


def test_figures_older_than_a_restatement_were_not_looked_at_again() -> None:
    """They are from a release before the newest that restated another figure of the area."""
    old, new = figure(2022, **release(1)), figure(2023, **release(9, restated=True))
    assert Series.of([old, new]).older == (old,)
    assert Series.of([old, figure(2023, **release(9))]).older == ()
    same = figure(2022, **release(9))
    assert Series.of([same, new]).older == ()
    assert Series.of([figure(2022, **release(9, "a")), new]).older == (
        figure(2022, **release(9, "a")),
    )
    unknown = figure(2022)
    assert Series.of([unknown, new]).older == (unknown,)


def test_a_restated_figure_that_is_left_out_unsettles_the_others_too() -> None:
    """The release that restated it looked at the series again."""
    before = figure(2023, indicator=BROKEN, **release(9, restated=True))
    after = figure(2024, indicator=BROKEN, **release(1))
    found = Series.of([before, after])
    assert years(found.figures) == ["2024"]
    assert found.older == (after,)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([1.0, 2.0], None),
        ([1.0, 1.0, 1.0], "level"),
        ([1.0, 1.0, 2.0], "rising"),
        ([1.0, 2.0, 3.0], "rising"),
        ([2.0, 1.0, 1.0], "falling"),
        ([3.0, 2.0, 1.0], "falling"),
        ([52.4, 67.6, 53.4], "mixed"),
        ([2.0, 1.0, 3.0], "mixed"),
    ],
)
def test_a_trend_is_that_of_all_steps_together(values: list[float], expected: str | None) -> None:
    """Two figures make no trend; a step without a change turns none round."""
    assert trend(values) == expected
