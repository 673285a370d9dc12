"""Two releases of a series side by side: restated, withdrawn, relabelled, added."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.editions import OneSided, count_by_kind, find_revisions, one_sided
from sendframe.figures import fault_by_code
from sendframe.model import (
    CalendarYear,
    FrozenMap,
    Indicator,
    Observation,
    Observations,
    ObservationSet,
    Origin,
    Release,
    Text,
)

PAIR = Path(__file__).parents[2] / "data" / "dfe-release-pair"
AREA, OTHER = "ZZ0000001", "ZZ0000002"


def seen(value: float | str | None, **more: object) -> Observation:
    """Return a figure, or what stands in its place."""
    is_symbol = isinstance(value, str)
    return Observation(
        **{
            "indicator": "rate",
            "area": AREA,
            "period": CalendarYear(year=2024),
            "value": None if is_symbol else value,
            "symbol": value if is_symbol else None,
            **more,
        }
    )


def table(*rows: Observation, releases: tuple[Release, ...] = ()) -> Observations:
    """Return a table of some figures."""
    about = ObservationSet(id="set", title=Text(default="Set"), releases=releases)
    return Observations.of([(each, Origin()) for each in rows], [about])


@pytest.mark.parametrize(
    ("old", "new", "kind", "difference"),
    [
        (seen(60.5), seen(61.0), "restated", 0.5),
        (
            seen(60.0, numerator=3, denominator=5),
            seen(60.0, numerator=6, denominator=10),
            "restated",
            0.0,
        ),
        (seen(60.0, numerator=3), seen(60.0), "restated", 0.0),
        (
            seen("x", numerator=0, denominator=0),
            seen("x", numerator=1, denominator=0),
            "restated",
            None,
        ),
        (seen(60.5), seen("c"), "withdrawn", None),
        (seen(60.5), None, "withdrawn", None),
        (seen("z"), seen("x"), "relabelled", None),
        (seen("x"), seen(4.0), "added", None),
        (None, seen(4.0), "added", None),
    ],
)
def test_what_became_of_a_figure_has_one_name(
    old: Observation | None, new: Observation | None, kind: str, difference: float | None
) -> None:
    """Each change of a value, of its counts or of what stands in its place is told once."""
    others = seen(1.0, area=OTHER), seen(1.0, indicator="another")
    before, after = (table(*others, *filter(None, [each])) for each in (old, new))
    (found,) = find_revisions(before, after)
    assert (found.kind, found.difference) == (kind, difference)
    assert (found.old, found.new) == (old, new)
    assert found.whole_period is False


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (seen(60.5), seen(60.5, status="revised", release=None)),
        (seen("x"), seen("x")),
        (seen("x"), None),
        (None, seen("x")),
        (
            seen(67.56756756756756, numerator=225, denominator=333),
            seen(67.6, numerator=225, denominator=333),
        ),
        (
            seen(68.0, numerator=225, denominator=333),
            seen(67.56756756756756, numerator=225, denominator=333),
        ),
        (seen(0.0, numerator=1, denominator=2500), seen(0.04, numerator=1, denominator=2500)),
        (seen(0.04, numerator=1, denominator=2500), seen(0.0, numerator=1, denominator=2500)),
    ],
)
def test_what_is_no_revision_is_not_told(old: Observation | None, new: Observation | None) -> None:
    """A status, a symbol that comes or goes, and decimals that are cut off revise no figure."""
    before, after = (table(*filter(None, [each])) for each in (old, new))
    assert find_revisions(before, after) == ()


def test_decimals_are_only_forgiven_over_the_same_counts() -> None:
    """Without counts nobody knows whether 67.6 and 67.57 are the same rate, so it is told."""
    assert [each.kind for each in find_revisions(table(seen(67.57)), table(seen(67.6)))] == [
        "restated"
    ]
    with_counts = {"numerator": 225, "denominator": 333}
    (found,) = find_revisions(table(seen(67.5, **with_counts)), table(seen(67.6, **with_counts)))
    assert found.kind == "restated"
    tens = {"numerator": 225, "denominator": 250}
    (found,) = find_revisions(table(seen(90.0, **tens)), table(seen(88.0, **tens)))
    assert found.kind == "restated", "a rate that ends with 0 was not rounded to tens"


def test_a_period_that_only_one_release_holds_is_told_apart() -> None:
    """Where a release reaches further no single figure was revised."""
    longer = table(seen(1.0), seen(2.0, period=CalendarYear(year=2023)))
    shorter = table(seen(1.0))
    assert [(each.kind, each.whole_period) for each in find_revisions(shorter, longer)] == [
        ("added", True)
    ]
    assert [(each.kind, each.whole_period) for each in find_revisions(longer, shorter)] == [
        ("withdrawn", True)
    ]


def test_of_several_releases_in_one_table_the_newest_counts() -> None:
    """A table may hold what was first published as well; the revision of it is not told again."""
    first = Release(id="r1", title="1", publisher="Office", published_on=date(2024, 6, 1))
    second = Release(id="r2", title="2", publisher="Office", published_on=date(2025, 6, 1))
    both = table(seen(1.0, release="r1"), seen(2.0, release="r2"), releases=(first, second))
    (found,) = find_revisions(table(seen(1.0, release="r1"), releases=(first,)), both)
    assert (found.kind, found.difference) == ("restated", 1.0)


def test_a_revised_figure_comes_with_its_fault() -> None:
    """Where its indicator is defined: the older figure agrees with its counts, the newer does not."""
    old, new = (
        table(seen(60.0, numerator=66, denominator=110)),
        table(seen(71.0, numerator=66, denominator=110)),
    )
    rate = Indicator(id="rate", title=Text(default="Rate"), unit="percent", factor=100.0)
    (known,) = find_revisions(old, new, definitions=[rate])
    assert (known.old_fault, known.new_fault) == (None, fault_by_code("value-against-counts"))
    (unknown,) = find_revisions(old, new)
    assert (unknown.old_fault, unknown.new_fault) == (None, None)


def test_what_only_one_release_covers_is_named_and_not_compared() -> None:
    """A release that was read for one area, or without a breakdown, withdraws no figure."""
    part = {"dimensions": FrozenMap({"sex": "female", "age": "10"})}
    old = table(seen(1.0), seen(2.0, area=OTHER), seen(3.0, **part), seen(4.0, indicator="gone"))
    new = table(seen(1.0), seen(5.0, indicator="other", **part))
    assert one_sided(old, new) == (
        OneSided("old", "area", None, OTHER, 1),
        OneSided("old", "breakdown", "rate", "age, sex", 1),
    )
    found = find_revisions(old, new)
    assert {(each.kind, each.indicator, each.whole_period) for each in found} == {
        ("withdrawn", "gone", True),
        ("added", "other", True),
    }
    turned = one_sided(new, old)
    assert [(part.release, part.name) for part in turned] == [("new", OTHER), ("new", "age, sex")]
    assert one_sided(old, old) == ()


def test_indicators_and_areas_can_be_chosen() -> None:
    """Only what was asked for is looked at, and parts of a whole stand after it, by name."""
    part = {"dimensions": FrozenMap({"need": "autism"})}
    old = table(seen(1.0), seen(1.0, area=OTHER), seen(1.0, indicator="a"), seen(1.0, **part))
    new = table(seen(2.0), seen(2.0, area=OTHER), seen(2.0, indicator="a"), seen(2.0, **part))
    assert [each.indicator for each in find_revisions(old, new)] == ["a", "rate", "rate", "rate"]
    assert [each.area for each in find_revisions(old, new, areas=[OTHER])] == [OTHER]
    mine = find_revisions(old, new, indicators=["rate"], areas=[AREA])
    assert [dict(each.dimensions) for each in mine] == [{}, {"need": "autism"}]
    assert count_by_kind(mine) == (("restated", 2),)
    assert count_by_kind(()) == ()


VALUES = st.one_of(st.none(), st.sampled_from(["x", "z"]), st.sampled_from([1.0, 2.0, 2.04, 2.05]))
SETS = st.dictionaries(
    st.tuples(st.sampled_from([2023, 2024]), st.sampled_from([AREA, OTHER])), VALUES, max_size=4
)


def made(figures: dict[tuple[int, str], float | str | None]) -> Observations:
    """Return a table with a figure for each year and area that has one."""
    return table(
        *(
            seen(value, period=CalendarYear(year=year), area=area)
            for (year, area), value in figures.items()
            if value is not None
        )
    )


@given(SETS, SETS)
def test_each_way_tells_the_same_figures(old: dict, new: dict) -> None:
    """From old to new what is added is what is withdrawn from new to old, and nothing else differs."""
    there, back = find_revisions(made(old), made(new)), find_revisions(made(new), made(old))
    turned = {"added": "withdrawn", "withdrawn": "added"}

    def said(found, change) -> set:
        return {(change.get(each.kind, each.kind), each.area, each.period) for each in found}

    assert said(there, {}) == said(back, turned)
    assert find_revisions(made(old), made(old)) == ()
    assert list(there) == sorted(there, key=lambda each: each.indicator)


def released(file: str, columns: tuple[str, str, str], symbols: set[str]) -> Observations:
    """Return the 20-week rate, exceptions left out, as a release of the department holds it."""
    rows = []
    with (PAIR / file).open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            top, bottom, published = (row[each] for each in columns)
            rows.append(
                Observation(
                    indicator="ehc-plans-within-20-weeks",
                    area=row["new_la_code"] or row["country_code"],
                    period=CalendarYear(year=int(row["time_period"])),
                    value=None if published in symbols else float(published),
                    symbol=published if published in symbols else None,
                    numerator=float(top),
                    denominator=float(bottom),
                )
            )
    return table(*rows)


def test_two_releases_of_the_department_agree_on_the_years_that_both_hold() -> None:
    """Three years after, nothing of 2019 to 2021 is restated; one symbol stands for another."""
    old = released("sen2_mi.csv", ("NoExc20weekEHC", "TotNoExcEHC", "NoExc20weekRate"), {"z"})
    new = released(
        "timeliness_20_week.csv",
        ("plans_issued_20_weeks_ex", "plans_issued_den_ex", "PC_plans_issued_20_weeks_ex"),
        {"x"},
    )
    assert len(old) == len(new) == 18
    (found,) = find_revisions(old, new)
    assert (found.kind, found.area, found.period) == (
        "relabelled",
        "E06000053",
        CalendarYear(year=2019),
    )
    assert found.old is not None
    assert found.new is not None
    assert (found.old.symbol, found.new.symbol) == ("z", "x")
    by_year = {each.period: each for each in new if each.area == "E06000019"}
    assert [by_year[CalendarYear(year=year)].numerator for year in (2019, 2020, 2021)] == [
        118.0,
        121.0,
        141.0,
    ]


def test_a_withdrawn_figure_comes_with_the_fault_that_it_had() -> None:
    """And one that was wrong before it was put right."""
    wrong = seen(71.0, numerator=66, denominator=110)
    rate = Indicator(id="rate", title=Text(default="Rate"), unit="percent", factor=100.0)
    right = seen(60.0, numerator=66, denominator=110)
    (found,) = find_revisions(table(wrong), table(right), definitions=[rate])
    assert (found.old_fault, found.new_fault) == (fault_by_code("value-against-counts"), None)


def test_a_revised_figure_comes_with_its_doubts() -> None:
    """Beside its own series, in each release, where its indicator is defined."""
    before = seen(71.0, period=CalendarYear(year=2023))
    old, new = table(before, seen(70.0)), table(before, seen(7.0))
    rate = Indicator(id="rate", title=Text(default="Rate"), unit="percent", direction="higher")
    (known,) = find_revisions(old, new, definitions=[rate])
    assert (known.old_doubts, known.new_doubts) == ((), ("SFR407",))
    (back,) = find_revisions(new, old, definitions=[rate])
    assert (back.old_doubts, back.new_doubts) == (("SFR407",), ())
    (unknown,) = find_revisions(old, new)
    assert (unknown.old_doubts, unknown.new_doubts) == ((), ())
