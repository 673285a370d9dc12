"""The rules of an XmR chart: variation and assurance."""

import attrs
import pytest

from sendframe.model import CalendarYear, Score
from sendframe.scoring import ScoringContext
from sendframe.testing import scoring_context
from tests.unit.builtin.telling import band, told
from tests.unit.scoring.test_guards import reason


def series(
    *values: float, direction: str = "higher", target: float | None = None
) -> ScoringContext:
    """Return what a rule is told about a long series."""
    return scoring_context(values, direction=direction, target=target, first_year=2001)


BEFORE = (50.0, 52.0) * 6
WORKED = (1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)


@pytest.mark.parametrize(
    ("direction", "values", "expected", "why"),
    [
        ("higher", (*BEFORE, 70.0), "improvement", "outside"),
        ("lower", (*BEFORE, 70.0), "concern", "outside"),
        ("higher", (*BEFORE, 30.0), "concern", "outside"),
        ("neutral", (*BEFORE, 70.0), "special-high", "outside"),
        ("range", (*BEFORE, 30.0), "special-low", "outside"),
        ("higher", BEFORE, "common-cause", "inside the limits"),
        (
            "higher",
            (60.0, 58.0, 60.0, 58.0, 60.0, *range(40, 54, 2)),
            "improvement",
            "go one way",
        ),
        ("higher", (*(50.0, 52.0) * 8, 56.5, 56.0, 52.5), "improvement", "two of three"),
        ("lower", (*(50.0, 60.0) * 3, *(49.0, 48.0) * 4), "improvement", "seven points"),
    ],
)
def test_variation(direction: str, values, expected: str, why: str) -> None:
    """Which way is better says whether a special cause is an improvement or a concern."""
    found = told("xmr-variation", series(*values, direction=direction))
    assert isinstance(found, Score)
    assert found.band == expected
    assert why in found.statement
    assert (found.tone == "neutral") == (expected[:4] in ("comm", "spec"))


def test_a_rising_trend_below_the_mean_is_an_improvement() -> None:
    """A trend is told by its direction, every other rule by the side of the mean."""
    values = (*(50.0, 60.0) * 6, *range(44, 51))
    found = told("xmr-variation", series(*values))
    assert isinstance(found, Score)
    assert (found.band, "go one way" in found.statement) == ("improvement", True)


def test_limits_are_those_of_the_worked_series() -> None:
    """Mean 1.94; with screening -0.72 to 4.60, without it -3.06 to 6.95; a count is clipped at 0."""
    weeks = scoring_context(WORKED, unit="weeks", decimals=2, first_year=2001)
    wide, near = (told("xmr-variation", weeks, screened=each) for each in (False, True))
    assert isinstance(wide, Score)
    assert isinstance(near, Score)
    assert "(-3.06 weeks to 6.95 weeks, mean 1.94 weeks)" in wide.statement
    assert "(-0.72 weeks to 4.60 weeks, mean 1.94 weeks)" in near.statement
    assert "below 3.267 times" in near.formula
    counts = told("xmr-variation", scoring_context(WORKED, unit="count", decimals=2))
    assert isinstance(counts, Score)
    assert "(0.00 to 6.95, mean 1.94)" in counts.statement


@pytest.mark.parametrize(("points", "icon"), [(11, False), (12, True)])
def test_below_twelve_points_there_is_no_icon(points: int, icon: bool) -> None:
    """Eleven points give trial limits and no band, twelve give one."""
    found = told("xmr-variation", series(*BEFORE[:points]))
    assert isinstance(found, Score) is icon
    if not icon:
        assert "Trial limits" in reason(found)


@pytest.mark.parametrize("values", [(), (50.0,), (None, None)])
def test_a_chart_of_nothing_is_refused(values) -> None:
    """No figure, or a single one, has no limits at all."""
    assert "Trial" not in reason(told("xmr-variation", scoring_context(values)))


@pytest.mark.parametrize(
    ("direction", "target", "expected"),
    [
        ("higher", 60, "fails"),
        ("higher", 40, "passes"),
        ("lower", 60, "passes"),
        ("lower", 40, "fails"),
        ("higher", 51, "hit-or-miss"),
    ],
)
def test_assurance(direction: str, target: float, expected: str) -> None:
    """A target outside the limits is always missed or always met."""
    context = series(*BEFORE, direction=direction, target=target)
    assert band(told("xmr-assurance", context)) == expected


def test_assurance_refuses_what_has_no_better() -> None:
    """A target to stay in a range, no target, and a neutral indicator."""
    context = series(*BEFORE, direction="range", target=51)
    assert "range" in reason(told("xmr-assurance", context))
    assert "no target" in reason(told("xmr-assurance", series(*BEFORE)))
    neutral = series(*BEFORE, direction="neutral", target=51)
    assert "neutral" in reason(told("xmr-assurance", neutral))


AFTER = tuple(value + 20 for value in BEFORE)
"""The same ups and downs, after a service was redesigned: 20 points higher."""


def redesigned(count: int, **fields: object) -> ScoringContext:
    """Return twelve figures and some after a redesign, from which limits are computed anew."""
    context = series(*BEFORE, *AFTER[:count], **fields)
    return attrs.evolve(context, limits_from=CalendarYear(year=2001 + len(BEFORE)))


def test_limits_that_began_anew_know_nothing_of_what_was_before() -> None:
    """The mean is that of the figures since, and the higher level is no signal any more."""
    whole = told("xmr-variation", series(*BEFORE, *AFTER))
    assert band(whole) == "improvement"
    anew = told("xmr-variation", redesigned(12))
    alone = told("xmr-variation", series(*AFTER))
    assert isinstance(anew, Score)
    assert isinstance(alone, Score)
    assert (anew.band, anew.statement.split("(")[1]) == (
        alone.band,
        alone.statement.split("(")[1],
    )
    assert anew.formula.endswith(f"12 points from {2001 + len(BEFORE)} on")
    assert anew.limits is not None
    assert anew.limits.since == CalendarYear(year=2001 + len(BEFORE))


def test_after_limits_began_anew_twelve_figures_are_needed_again() -> None:
    """Below that limits are a trial; below three there are none."""
    trial = told("xmr-variation", redesigned(11))
    assert f"There are 11 points from {2001 + len(BEFORE)} on, and below 12" in reason(trial)
    none = told("xmr-variation", redesigned(2))
    assert "there are 2. Left out: 12; limits are computed anew from" in reason(none)


def test_assurance_uses_the_limits_that_began_anew() -> None:
    """A target between the old and the new level is always missed before, and met since."""
    assert band(told("xmr-assurance", series(*BEFORE, target=60))) == "fails"
    anew = told("xmr-assurance", redesigned(12, target=60))
    assert band(anew) == "passes"
    assert isinstance(anew, Score)
    assert anew.formula.endswith("points from 2013 on")
    assert "Left out: 12" in reason(told("xmr-assurance", redesigned(11, target=60)))
