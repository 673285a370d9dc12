"""Notices about a part of a year beside a whole one, and about areas that do not belong together."""

import attrs
import pytest

from sendframe.model import (
    AcademicYear,
    Baseline,
    BenchmarkTarget,
    ComparatorSet,
    FinancialYear,
    FrozenMap,
    LevelTarget,
    Measure,
    Observations,
    ObservationSet,
    Origin,
    Portfolio,
    Strategy,
)
from tests.unit.builtin.test_figure_notices import (
    PART,
    PART_BEFORE,
    PART_LATER,
    TOTAL,
    figure,
    noticed,
)
from tests.unit.conftest import AREA, COUNTRY, rate, small, text


def measured(start: Baseline | None, latest: object, target: object = None, **more: object):
    """Return an area with a measure that starts somewhere, and a latest figure."""
    measure = Measure(
        id="m",
        statement=text("Fewer."),
        indicators=("rate", "elsewhere"),
        baseline=start,
        target=target,
    )
    plan = Strategy(
        **{
            "id": "plan",
            "title": text("Plan"),
            "kind": "strategy",
            "area": AREA,
            "status": "adopted",
            "measures": (measure,),
            **more,
        }
    )
    rows = () if latest is None else (figure(2024, 5.0).changed(period=latest),)
    return small(rate(), *rows, documents=(plan,))


@pytest.mark.parametrize(
    ("start", "latest"), [(TOTAL, PART), (PART_BEFORE, TOTAL), (PART_LATER, PART)]
)
def test_a_baseline_for_another_length_of_time_is_noticed(start: object, latest: object) -> None:
    """A part beside a whole, and parts of different length, are told with both periods."""
    (notice,) = noticed(measured(Baseline(value=11, period=start), latest), "SFR409")
    assert f"the baseline of 'm' is for {start}" in notice.message
    assert f"is for {latest}" in notice.message
    assert notice.pointer == "/measures/0/baseline"


def test_a_pinned_benchmark_for_a_whole_year_is_noticed_too() -> None:
    """A benchmark of another year is held against the latest figure as a baseline is."""
    pinned = BenchmarkTarget(statement=text("As England."), period=TOTAL, value=9, due=TOTAL)
    (notice,) = noticed(measured(None, PART, pinned), "SFR409")
    assert "the benchmark of 'm'" in notice.message
    assert notice.pointer == "/measures/0/target"


@pytest.mark.parametrize(
    "area",
    [
        measured(Baseline(value=11, period=PART_BEFORE), PART),
        measured(Baseline(value=11, period=TOTAL), FinancialYear(start_year=2023)),
        measured(Baseline(value=11, period=TOTAL), AcademicYear(start_year=2023)),
        measured(Baseline(statement=text("Many.")), PART),
        measured(None, PART, LevelTarget(level=3, due=TOTAL)),
        measured(Baseline(value=11, period=TOTAL), None),
        measured(Baseline(value=11, period=TOTAL), PART, status="superseded"),
    ],
)
def test_like_with_like_and_what_has_no_period_are_not(area: Portfolio) -> None:
    """The same part of another year, whole years, no period, no figure, a plan that is over."""
    assert noticed(area, "SFR409") == ()


def test_one_series_of_parts_and_wholes_is_noticed() -> None:
    """Where one indicator has figures for both lengths the last of each is told."""
    rows = (figure(2024, 11.0).changed(period=TOTAL), figure(2024, 5.0).changed(period=PART))
    (notice,) = noticed(small(rate(), *rows), "SFR409")
    assert f"{PART} stands in one series with {TOTAL}" in notice.message


# Areas that do not belong into a comparator set


def compared(*areas: str, **more: object) -> Portfolio:
    """Return an area with a figure, that of its country, and a set of areas to compare with."""
    chosen = ComparatorSet(
        id="like", title=text("Like ours"), kind="near", areas=areas, method="mean"
    )
    return small(
        rate(), figure(2024, 61), figure(2024, 51, COUNTRY), comparator_sets=(chosen,), **more
    )


def test_areas_that_do_not_belong_into_a_set_are_noticed() -> None:
    """A code of which there is no figure at all, and areas of two kinds together."""
    (absent,) = noticed(compared("ZZ0000009", COUNTRY), "SFR310")
    assert absent.message.endswith("names areas of which there is no figure: ZZ0000009")
    assert absent.about == "like"
    assert noticed(compared(COUNTRY), "SFR310") == ()
    area = compared("ZZ0000009", COUNTRY)
    earlier = figure(2019, 40, "ZZ0000009")
    rows = Observations.of(
        ((row, Origin()) for row in (*area.observations, earlier)), area.of(ObservationSet)
    )
    assert noticed(attrs.evolve(area, observations=rows), "SFR310") == (), "of another period"
    many = [f"ZZ{number:07}" for number in range(100, 112)]
    (absent,) = noticed(compared(*many), "SFR310")
    assert absent.message.endswith("ZZ0000109 and 2 more")
    area = compared(AREA, COUNTRY)
    kinds = FrozenMap({AREA: "local-authority", COUNTRY: "country"})
    mixed = attrs.evolve(area, observations=attrs.evolve(area.observations, kinds=kinds))
    (found,) = noticed(mixed, "SFR310")
    assert found.message.endswith("mixes areas of the kinds country and local-authority")
