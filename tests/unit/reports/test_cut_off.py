"""What was known at the cut-off of an edition, with the day before, the day and the day after."""

from datetime import date

import pytest

from sendframe.model import DateInWords, Day, Month
from sendframe.reports import (
    came_after,
    cut_off_of,
    is_publication_known,
    points_known_on,
    was_known_on,
)
from tests.unit.conftest import seen
from tests.unit.reports.edition_context import (
    AS_AT,
    CUT_OFF,
    about,
    build_context,
    edition,
    evidence,
    figures_of,
    register,
)

BEFORE, AFTER = date(2025, 10, 30), date(2025, 11, 1)


def test_the_cut_off_is_that_of_the_newest_edition() -> None:
    """Without an edition, or a day in it, the day of the evaluation counts."""
    assert cut_off_of(about(edition())) == CUT_OFF
    assert cut_off_of(about(edition(data_cut_off=None))) == AS_AT
    assert cut_off_of(build_context()) == AS_AT


@pytest.mark.parametrize(("day", "known"), [(BEFORE, True), (CUT_OFF, True), (AFTER, False)])
def test_what_is_dated_the_day_after_was_not_known(day: date, known: bool) -> None:
    """What is dated on the cut-off itself was known, and came not after it."""
    assert was_known_on(Day(on=day), CUT_OFF) is known
    assert came_after(Day(on=day), CUT_OFF) is not known


def test_a_month_around_the_cut_off_is_neither() -> None:
    """It was not over, and it did not begin afterwards."""
    month = Month(year=2025, month=10)
    assert not was_known_on(month, date(2025, 10, 15))
    assert not came_after(month, date(2025, 10, 15))


def test_a_date_in_words_was_known() -> None:
    """So was what has no date."""
    words = DateInWords(text="before the summer")
    assert was_known_on(words, CUT_OFF)
    assert was_known_on(None, CUT_OFF)
    assert not came_after(words, CUT_OFF)
    assert not came_after(None, CUT_OFF)


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["2023"]),
        (date(2025, 5, 31), ["2023"]),
        (date(2025, 6, 1), ["2023", "2024"]),
    ],
)
def test_a_figure_is_known_from_the_day_of_its_release(day: date, years: list[str]) -> None:
    """The releases are of 1 January and 1 June 2025."""
    context = build_context(figures=(seen(2023, 20, 40), seen(2024, 30, 40, release="r2")))
    known = points_known_on(context, context.results["rate"], day)
    assert [str(point.period) for point in known] == years


def test_evidence_of_the_time_shows_that_a_figure_was_known() -> None:
    """Observations have their newest release only: what evidence named before was known before."""
    figures = (seen(2023, 20, 40, release="r2"), seen(2024, 30, 40, release="r2"))
    day = date(2025, 3, 1)
    told = figures_of(2023, on=Day(on=day))
    context = build_context(register(told, evidence("other")), figures=figures)
    result = context.results["rate"]
    assert [str(point.period) for point in points_known_on(context, result, day)] == ["2023"]
    assert points_known_on(context, result, date(2025, 2, 28)) == ()
    undated = build_context(register(told.changed(on=None)), figures=figures)
    assert points_known_on(undated, result, day) == ()


def test_a_figure_without_a_release_is_taken_as_known() -> None:
    """That its day of publication is not recorded can be said."""
    context = build_context(figures=(seen(2024, 30, 40, release=None),))
    result = context.results["rate"]
    (point,) = points_known_on(context, result, date(2025, 1, 1))
    assert not is_publication_known(context, point)
    dated = build_context()
    assert is_publication_known(dated, dated.results["rate"].points[0])


def test_a_figure_is_not_known_before_its_period_is_over() -> None:
    """A figure without a day of publication is no exception."""
    context = build_context(figures=(seen(2024, 30, 40, release=None),))
    assert points_known_on(context, context.results["rate"], date(2024, 12, 31)) != ()
    assert points_known_on(context, context.results["rate"], date(2024, 12, 30)) == ()
