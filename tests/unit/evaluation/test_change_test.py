"""Whether a change is more than random variation."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.evaluation._change_test import ChangeVerdict, change_test
from sendframe.figures import Figure, Series
from sendframe.model import CalendarYear, Indicator, Month, Snapshot
from sendframe.statistics import difference_interval
from tests.unit.conftest import AREA, rate

COUNT = rate(id="late", unit="count", unit_text=None, factor=None, direction="lower")


def share(year: int, numerator: float, denominator: float, indicator: Indicator) -> Figure:
    """Return the figure of a share with its counts."""
    value = 100 * numerator / denominator if denominator else None
    return Figure(
        indicator, AREA, CalendarYear(year=year), value, rate=value,
        numerator=float(numerator), denominator=float(denominator),
    )  # fmt: skip


def verdict(*figures: Figure) -> ChangeVerdict:
    """Return the test of the change between the last two figures."""
    return change_test(Series.of(figures), *figures[-2:])


def counts(first: float, second: float) -> ChangeVerdict:
    """Return the test of the change of a count."""
    figures = (
        Figure(COUNT, AREA, CalendarYear(year=2023 + index), float(value), rate=float(value))
        for index, value in enumerate((first, second))
    )
    return verdict(*figures)


def test_the_fall_of_herefordshire_is_beyond_random_variation() -> None:
    """222 of 288 and 225 of 333: the interval of the change lies below zero, in per cent."""
    found = verdict(share(2023, 222, 288, rate()), share(2024, 225, 333, rate()))
    assert found.test == "beyond"
    assert found.interval is not None
    assert (round(found.interval.lower, 1), round(found.interval.upper, 1)) == (-16.4, -2.4)


def test_a_rise_that_includes_zero_could_be_random() -> None:
    """104 of 172 and 131 of 196 are 6.4 points apart, and could be the same."""
    found = verdict(share(2023, 104, 172, rate()), share(2024, 131, 196, rate()))
    assert found.test == "random"


@pytest.mark.parametrize(("total", "test"), [(9, "too_few"), (10, "random"), (11, "random")])
def test_fewer_than_ten_people_are_too_few(total: int, test: str) -> None:
    """Of nine people nothing is told, of ten it is."""
    assert verdict(share(2023, 5, 50, rate()), share(2024, 1, total, rate())).test == test


def test_without_counts_there_are_too_few_to_tell() -> None:
    """A share whose counts are not published, and a rate that is no share, have no test."""
    bare = [attrs.evolve(share(2023 + n, 5, 50, rate()), numerator=None) for n in (0, 1)]
    assert verdict(*bare).test == "too_few"
    weeks = rate(unit="weeks", unit_text="weeks", factor=1.0)
    assert verdict(share(2023, 500, 50, weeks), share(2024, 600, 50, weeks)).test == "too_few"


def test_counts_of_people_are_compared_as_events() -> None:
    """From 108 to 66 is beyond random variation, from 57 to 50 is not, and 9 are too few."""
    assert counts(108, 66).test == "beyond"
    assert counts(57, 50).test == "random"
    assert counts(57, 9).test == "too_few"
    assert counts(57, 10.5).test == "too_few"


@pytest.mark.parametrize("counted", ["things", "money"])
def test_what_is_no_independent_event_has_no_test(counted: str) -> None:
    """Sessions of the same child, and pounds, follow no such law."""
    sessions = rate(counts_of=counted)
    found = verdict(share(2023, 5_600, 6_400, sessions), share(2024, 5_000, 6_400, sessions))
    assert found == ChangeVerdict()


def test_twelve_figures_are_read_as_a_series() -> None:
    """The last of twelve is a signal where it lies outside the limits; of eleven it is a share."""

    def months(last: float, number: int) -> ChangeVerdict:
        values = [50.0 + (n % 2) for n in range(number - 1)]
        figures = [
            Figure(rate(), AREA, Month(year=2024, month=n + 1), value, rate=value)
            for n, value in enumerate([*values, last])
        ]
        return verdict(*figures)

    assert months(80.0, 12).test == "beyond"
    assert months(51.0, 12).test == "random"
    assert months(80.0, 11).test == "too_few"


def test_a_signal_before_the_latest_says_nothing_of_it() -> None:
    """The eleventh of twelve months lies outside the limits; the twelfth is back among the others."""
    figures = [
        Figure(rate(), AREA, Month(year=2024, month=n + 1), value, rate=value)
        for n, value in enumerate([50.0, 51.0] * 5 + [80.0, 52.0])
    ]
    assert verdict(*figures[:-1], attrs.evolve(figures[-1], value=80.0)).test == "beyond"
    assert verdict(*figures).test == "random"


@pytest.mark.parametrize(
    ("day", "test"),
    [
        (date(2023, 12, 31), "random"),
        (date(2024, 1, 1), "random"),
        (date(2024, 1, 2), "too_few"),
    ],
)
def test_limits_that_began_anew_know_nothing_of_what_was_before(day: date, test: str) -> None:
    """A level that rose before that day is no signal; with eleven figures since there is no chart."""
    figures = [
        Figure(
            rate(),
            AREA,
            Month(year=2023 + n // 12, month=n % 12 + 1),
            value + n % 2,
            rate=value + n % 2,
        )
        for n, value in enumerate([30.0] * 12 + [50.0] * 12)
    ]
    series = Series.of(figures)
    assert change_test(series, *figures[-2:]).test == "beyond"
    assert change_test(series, *figures[-2:], Snapshot(on=day)).test == test


@given(
    st.tuples(st.integers(0, 500), st.integers(10, 500)).filter(lambda pair: pair[0] <= pair[1]),
    st.tuples(st.integers(0, 500), st.integers(10, 500)).filter(lambda pair: pair[0] <= pair[1]),
)
def test_a_share_is_tested_by_the_interval_of_the_difference(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    """It is beyond random variation exactly where Newcombe's interval leaves out zero."""
    found = verdict(share(2023, *before, rate()), share(2024, *after, rate()))
    expected = difference_interval(after, before)
    assert (found.test == "random") == (expected.lower <= 0 <= expected.upper)
