"""Questions that sendframe asks of figures and targets, on real and made-up figures."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import attrs
import pytest

from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CalendarYear,
    ComparatorSet,
    Discrepancy,
    FrozenMap,
    Indicator,
    LevelTarget,
    Measure,
    MeasureMilestone,
    Observation,
    Portfolio,
    RangeTarget,
    RuleChoice,
    Source,
    StatutoryStandard,
    Strategy,
    WordsTarget,
)
from sendframe.plugins import Catalogue
from tests.evaluating import evaluate
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

ALL = Catalogue.discover(third_party=False)
EXTRACT = Path(__file__).parents[2] / "data" / "dfe-timeliness-2023-2024" / "timeliness.csv"
HEREFORDSHIRE = "E06000019"


def asked(portfolio: Portfolio, code: str) -> tuple[Discrepancy, ...]:
    """Return the questions of one check alone."""
    catalogue = NoCatalogue(checks={code: ALL.checks[code]})
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue
    )
    known = {each.id for each in found.facts}
    assert all(set(each.facts) <= known for each in found.discrepancies)
    assert all(each.question.endswith("?") for each in found.discrepancies)
    assert not found.failures
    return found.discrepancies


# Real figures: all areas of England


@cache
def published() -> dict[str, tuple[Observation, ...]]:
    """Return the 20-week rates of every area that has one in both years, as they were published."""
    found: dict[str, list[Observation]] = {}
    with EXTRACT.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            value = row["PC_plans_issued_20_weeks_ex"]
            if value != "x":
                figure = seen(
                    int(row["time_period"]),
                    float(row["plans_issued_20_weeks_ex"]),
                    float(row["plans_issued_den_ex"]),
                    area=row["new_la_code"],
                )
                found.setdefault(row["new_la_code"], []).append(figure.changed(value=float(value)))
    return {area: tuple(rows) for area, rows in sorted(found.items()) if len(rows) == 2}


CHOSEN = RuleChoice(indicator="rate", rule="direction-of-travel")


def as_own(area: str) -> tuple[Observation, ...]:
    """Return the figures of an area as those of the area that a small portfolio is about."""
    return tuple(each.changed(area=AREA) for each in published()[area])


def test_clearing_a_backlog_lowered_the_rate_of_20_of_148_areas() -> None:
    """In 2024 the rate of 20 of 148 areas fell though no fewer plans were on time."""
    found = {area for area in published() if asked(small(rate(), *as_own(area)), "SFR411")}
    assert (len(found), len(published())) == (20, 148)
    assert HEREFORDSHIRE in found
    (question,) = asked(small(rate(), *as_own(HEREFORDSHIRE)), "SFR411")
    assert "the count went from 222 to 225" in question.question


def test_the_band_of_a_real_area_hid_a_fall_of_nine_and_a_half_points() -> None:
    """Herefordshire stayed in quarter B of 151 areas, then of 148, while its rate fell by a ninth."""
    others = tuple(each for each in published() if each != HEREFORDSHIRE)
    everyone = ComparatorSet(
        id="all", title=text("all other areas"), kind="country", areas=others, method="mean"
    )
    rows = [row for area in others for row in published()[area]]
    area = small(
        rate(), *as_own(HEREFORDSHIRE), *rows, comparator_sets=(everyone,), rules=(CHOSEN,)
    )
    (question,) = asked(area, "SFR505")
    assert question.question == (
        "Plans on time: it fell by 9.5 percentage points, from 77.1% in 2023 to 67.6% in 2024, "
        "and stays in quarter B of 148 areas (all other areas). Does the band say enough?"
    )


# A band that hides a fall

FALL = {2023: 80.0, 2024: 70.0}


def figure(year: int, value: float, area: str = AREA) -> Observation:
    """Return a rate without counts."""
    return Observation(
        indicator="rate", area=area, period=CalendarYear(year=year), value=value, release="r1"
    )


NEAR = ("ZZ0000002", "ZZ0000003", "ZZ0000004")
LIKE = ComparatorSet(
    id="like", title=text("Areas like ours"), kind="near", areas=NEAR, method="mean"
)
SAME = ComparatorSet(id="same", title=text("The same"), kind="near", areas=NEAR, method="median")


def among(own: dict[int, float], *others: tuple[float, float], direction: str = "higher", **more):
    """Return a small area among others, each with a figure before and after."""
    rows = [figure(year, value) for year, value in own.items()]
    for area, values in zip(NEAR, others, strict=False):
        rows += [
            figure(year, value, area) for year, value in zip((2023, 2024), values, strict=True)
        ]
    chosen = {"comparator_sets": (LIKE, SAME), "rules": (CHOSEN,), **more}
    return small(rate(direction), *rows, **chosen)


def test_where_nothing_was_asked_or_nothing_is_hidden_there_is_no_question() -> None:
    """No rule of the portfolio is about the indicator; or the band is the last already."""
    assert not asked(among(FALL, (90, 80), (60, 50), (50, 40), rules=()), "SFR505")
    assert not asked(among(FALL, (90, 85), (95, 90), (99, 95)), "SFR505")


def test_a_fall_that_all_areas_share_is_asked_about_once() -> None:
    """Two comparator sets of the same areas lead to one question."""
    (question,) = asked(among(FALL, (90, 80), (60, 50), (50, 40)), "SFR505")
    assert "stays in quarter B of 4 areas (Areas like ours)" in question.question


def test_a_band_that_even_rose_is_asked_about() -> None:
    """Where others fell further the band gets better while children fare worse."""
    (question,) = asked(among(FALL, (90, 60), (85, 60), (50, 40)), "SFR505")
    assert "goes from quarter C to A" in question.question


def test_where_lower_is_better_a_rise_is_asked_about() -> None:
    """A share that should be small and grew is told as a rise."""
    found = asked(
        among({2023: 10.0, 2024: 20.0}, (5, 15), (30, 40), (40, 50), direction="lower"), "SFR505"
    )
    assert "it rose by 10.0 percentage points" in found[0].question


@pytest.mark.parametrize(
    "area",
    [
        among(FALL, (90, 90), (75, 75), (50, 60)),  # its band fell as well
        among({2023: 80.0, 2024: 79.0}, (90, 90), (60, 60), (50, 50)),  # too little
        among({2023: 70.0, 2024: 80.0}, (90, 90), (60, 60), (50, 50)),  # better
        among(FALL, (90, 80), (60, 50)),  # three areas have no quarters
        among({2023: 80.0, 2024: 70.0}, (80, 70), (80, 70), (80, 70)),  # all alike
        among({2024: 70.0}, (90, 80), (60, 50), (50, 40)),  # nothing before
        among(FALL, (90, 80), (60, 50), (50, 40), direction="neutral"),
        among(FALL, (90, 80), (60, 50), (50, 40), comparator_sets=()),
    ],
)
def test_what_no_band_hides_is_not_asked_about(area: Portfolio) -> None:
    """A band that fell, a small change, one for the better, too few areas: nothing to ask."""
    assert asked(area, "SFR505") == ()


def test_an_area_may_say_how_small_a_change_is_asked_about() -> None:
    """With another share a smaller fall is asked about."""
    options = FrozenMap({"SFR505": FrozenMap({"least_share": 0.01})})
    little = ({2023: 80.0, 2024: 79.0}, (90, 90), (60, 60), (50, 50))
    assert len(asked(among(*little, options=options), "SFR505")) == 1


# Targets


def duty(direction: str = "higher", level: float | None = 100) -> Indicator:
    """Return the rate with what the law asks."""
    standard = StatutoryStandard(
        statement=text("The duty."), source=Source(title="The law"), level=level
    )
    return rate(direction, statutory_standard=standard)


DUE = CalendarYear(year=2026)


def aim(level: float, id_: str = "m", **more: object) -> Measure:
    """Return a measure of the rate with a target."""
    return Measure(
        **{
            "id": id_,
            "statement": text("More."),
            "indicators": ("rate",),
            "target": LevelTarget(level=level, due=DUE),
            **more,
        }
    )


def planned(indicator: Indicator, *measures: Measure, status: str = "adopted") -> Portfolio:
    """Return a small area with a plan."""
    plan = Strategy(
        id="plan",
        title=text("Plan"),
        kind="strategy",
        area=AREA,
        status=status,
        measures=measures,
    )
    return small(indicator, seen(2024, 60, 100), documents=(plan,))


def test_a_target_that_stops_short_of_a_duty_is_asked_about() -> None:
    """What is aimed for and what the law asks stand side by side, with the place of the target."""
    (question,) = asked(planned(duty(), aim(75)), "SFR801")
    assert "the target of 'm' is 75%, and the law asks 100%" in question.question
    assert (question.document, question.pointer) == ("plan.json", "/measures/0/target")


def test_a_duty_of_at_most_is_held_against_the_upper_end() -> None:
    """Where the law sets a most, a target above it is asked about, and one below is not."""
    assert len(asked(planned(duty("lower", 6.5), aim(10)), "SFR801")) == 1
    assert asked(planned(duty("lower", 6.5), aim(6)), "SFR801") == ()


def path(level: float | None) -> dict[str, object]:
    """Return a milestone after the target."""
    return {"milestones": (MeasureMilestone(due=CalendarYear(year=2028), level=level),)}


@pytest.mark.parametrize(
    "area",
    [
        planned(duty(), aim(100)),
        planned(duty(), aim(75, **path(100))),
        planned(duty(), aim(75), aim(100, "n", target=LevelTarget(level=100, due=DUE))),
        planned(duty(), aim(0, target=WordsTarget(statement=text("Most.")))),
        planned(duty(level=None), aim(75)),
        planned(rate(), aim(75)),
        planned(duty("neutral"), aim(75)),
        planned(duty(), aim(75), status="superseded"),
        planned(duty(), aim(75), status="expired"),
    ],
)
def test_a_path_to_the_duty_and_no_duty_are_not_asked_about(area: Portfolio) -> None:
    """Reached, led to, said in words, no duty as a level, or a plan that is over: no question."""
    assert asked(area, "SFR801") == ()


def test_a_milestone_that_stops_short_too_is_no_path() -> None:
    """Steps that never reach the duty, or have no level, lead nowhere."""
    for level in (90.0, None):
        assert len(asked(planned(duty(), aim(75, **path(level))), "SFR801")) == 1
    between = RangeTarget(low=70, high=100, due=DUE)
    assert len(asked(planned(duty(), aim(0, target=between)), "SFR801")) == 1


def lowered(direction: str = "neutral", **more: object) -> Portfolio:
    """Return an area that wants a figure lower."""
    return planned(rate(direction), aim(40, **{"intended_direction": "lower", **more}))


def test_a_target_that_only_lowers_a_neutral_figure_is_asked_about() -> None:
    """Which way it is meant to go, and that none is better, is all that is looked at."""
    (question,) = asked(lowered(), "SFR802")
    assert "lower 'Plans on time', for which neither direction is better" in question.question
    assert question.pointer == "/measures/0"
    assert question.facts == ("indicator/rate/2024",)
    assert len(asked(lowered(target=None), "SFR802")) == 1


@pytest.mark.parametrize(
    "area",
    [
        lowered("lower"),
        lowered(intended_direction="neutral"),
        lowered(intended_direction=None),
        lowered(indicators=()),
        lowered(indicators=("rate", "elsewhere")),
    ],
)
def test_a_planning_assumption_and_a_figure_with_a_better_way_are_not(area: Portfolio) -> None:
    """Where lower is better, where the number is only planned for, or more shows it: no question."""
    assert asked(area, "SFR802") == ()


def test_the_fictional_area_has_one_of_each(wyeford: Portfolio) -> None:
    """Each question is asked of the fictional area at least once, and is explained in its readme."""
    page = (Path(__file__).parents[3] / "examples" / "wyeford" / "README.md").read_text("utf-8")
    codes = [code for code, check in ALL.checks.items() if check.record.asks]
    assert len(codes) >= 7
    for code in codes:
        assert asked_of_all(wyeford, code), code
        assert code in page


def asked_of_all(portfolio: Portfolio, code: str) -> Iterator[Discrepancy]:
    """Return the questions of one check, with all rules."""
    catalogue = attrs.evolve(
        NoCatalogue(checks={code: ALL.checks[code]}), scoring_rules=ALL.scoring_rules
    )
    found = evaluate(
        portfolio, portfolio.observations, as_at=date(2026, 1, 31), catalogue=catalogue
    )
    return found.discrepancies


def test_all_codes_of_places_are_nobodys() -> None:
    """The made-up areas of these tests have codes that begin with ZZ."""
    assert all(each.startswith("ZZ") for each in (AREA, OTHER, COUNTRY, *NEAR))
