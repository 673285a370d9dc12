"""What may be shown: small numbers, second cells, earlier editions, people's words."""

from datetime import date

import attrs
import pytest

from sendframe.disclosure import POLICIES, DisclosedEvaluation, DisclosurePolicy, policy_by_name
from sendframe.documents import dump
from sendframe.errors import UnknownName
from sendframe.evaluation import NoCatalogue
from sendframe.model import (
    CalendarYear,
    ComparatorSet,
    FrozenMap,
    IndicatorSet,
    Observation,
    Portfolio,
    RuleChoice,
    ShownCell,
    ShownEdition,
    ShownRecord,
)
from sendframe.plugins import Catalogue
from tests.evaluating import disclosed, evaluate
from tests.unit.conftest import AREA, COUNTRY, OTHER, rate, seen, small, text

DAY = date(2026, 1, 31)
CAUTIOUS, PUBLISHED = POLICIES["cautious"], POLICIES["published-figures"]


def shown(
    portfolio: Portfolio, policy: DisclosurePolicy = CAUTIOUS, *records: ShownRecord
) -> DisclosedEvaluation:
    """Return what may be shown of a portfolio."""
    return disclosed(portfolio, policy, as_at=DAY, catalogue=NoCatalogue(), records=records)


@pytest.mark.parametrize(
    ("top", "bottom", "hidden"),
    [
        (1, 100, True),
        (4, 100, True),
        (5, 100, False),
        (97, 100, True),
        (0, 100, False),
        (1, 4, True),
    ],
)
def test_small_counts_and_what_is_left_over_are_hidden(
    top: float, bottom: float, hidden: bool
) -> None:
    """Counts of 1 to 4 are hidden, in the numerator and in the rest of the denominator."""
    (result,) = shown(small(rate(), seen(2024, top, bottom))).evaluation.indicators
    (point,) = result.points
    assert (point.value is None) == hidden
    assert (point.symbol == "c") == hidden
    assert hidden == (point.numerator is None and point.denominator is None)


def test_published_totals_are_shown_as_published() -> None:
    """Under the policy for published figures a total of 2 that was published is shown."""
    published = rate(series_status="published")
    (result,) = shown(small(published, seen(2024, 2, 100)), PUBLISHED).evaluation.indicators
    assert result.points[0].numerator == 2


@pytest.mark.parametrize(
    ("row", "more"),
    [
        (seen(2024, 2, 100), {}),
        (seen(2024, 2, 100, release=None), {"series_status": "published"}),
        (
            seen(2024, 2, 100, status="management-information"),
            {"series_status": "management_information"},
        ),
    ],
)
def test_what_nobody_says_was_published_is_never_exempt(
    row: Observation, more: dict[str, str]
) -> None:
    """Without a status, without a release, and in management information, few people are hidden."""
    (result,) = shown(small(rate(**more), row), PUBLISHED).evaluation.indicators
    assert (result.points[0].numerator, result.points[0].symbol) == (None, "c")


def test_without_a_policy_the_cautious_one_holds() -> None:
    """A portfolio that names none hides most: a published total of 2 as well."""
    assert small(rate()).manifest.disclosure_policy is None
    assert policy_by_name(None) == CAUTIOUS
    published = rate(series_status="published")
    (result,) = shown(small(published, seen(2024, 2, 100))).evaluation.indicators
    assert result.points[0].numerator is None


@pytest.mark.parametrize("unit", ["count", "children", "plans", "families"])
@pytest.mark.parametrize(
    ("counts_of", "hidden"), [(None, True), ("people", True), ("things", False), ("money", False)]
)
def test_whatever_is_counted_are_people_unless_it_says_otherwise(
    unit: str, counts_of: str | None, *, hidden: bool
) -> None:
    """Children, plans and families count people; places and pounds do so where nothing says."""
    row = seen(2024, None, None, symbol="x").changed(value=3.0, symbol=None)
    indicator = rate("neutral", unit=unit, factor=None, counts_of=counts_of)
    (result,) = shown(small(indicator, row)).evaluation.indicators
    assert (result.points[0].value is None) is hidden


ALL = ComparatorSet(
    id="all", title=text("All"), kind="custom", areas=(OTHER, COUNTRY), method="mean"
)


def benchmark_rows(year: int, top: float) -> tuple[Observation, ...]:
    """Return figures of the area, of one with few people, and of a large one."""
    return (
        seen(year, 50, 100),
        seen(year, top, 100, area=OTHER),
        seen(year, 60, 100, area=COUNTRY),
    )


def test_few_people_of_another_area_are_hidden_too() -> None:
    """A benchmark is of those that are shown, and says that it is without the area with few."""
    area = small(rate(), *benchmark_rows(2024, 2), comparator_sets=(ALL,))
    ((found,),) = (each.comparisons for each in shown(area, PUBLISHED).evaluation.indicators)
    first, second = found.members
    assert (first.value, first.numerator, first.denominator) == (None,) * 3
    assert (second.value, second.numerator) == (60, 60)
    assert (found.value, found.areas, found.missing) == (60, 1, (OTHER,))
    published = small(
        rate(series_status="published"), *benchmark_rows(2024, 2), comparator_sets=(ALL,)
    )
    ((kept,),) = (each.comparisons for each in shown(published, PUBLISHED).evaluation.indicators)
    assert (kept.value, kept.members[0].numerator) == (31, 2)


def test_few_people_of_another_area_are_hidden_in_the_year_before() -> None:
    """2 of 100 in last year's benchmark stand nowhere, and no mean is worked out with them."""
    rows = (*benchmark_rows(2023, 2), *benchmark_rows(2024, 40))
    area = small(rate(), *rows, comparator_sets=(ALL,))
    made = shown(area)
    ((found,),) = (each.comparisons for each in made.evaluation.indicators)
    before, latest = found.points
    assert (before.value, before.areas, before.missing) == (60, 1, (OTHER,))
    assert before.members[0].value is None
    assert (latest.value, latest.areas) == (50, 2)
    assert made.hidden == (f"rate {OTHER} calendar_year 2023",)
    assert not {31.0, 2.0} & {each.value for each in made.evaluation.facts}


def test_nothing_is_worked_out_from_a_hidden_figure() -> None:
    """There is no change to it and no trend with it, and its fact says that it is hidden."""
    found = shown(small(rate(), seen(2022, 50, 100), seen(2023, 60, 100), seen(2024, 2, 100)))
    (result,) = found.evaluation.indicators
    assert result.change is None
    assert result.trend is None
    facts = {each.id: each for each in found.evaluation.facts}
    assert facts["indicator/rate/2024"].value is None
    assert "no figure (c: hidden" in facts["indicator/rate/2024"].statement
    assert "indicator/rate/change" not in facts
    assert facts["indicator/rate/2023"].value == 60


def test_a_figure_that_contradicts_itself_gives_no_hidden_count_away() -> None:
    """What is wrong with it would name its counts; once it is hidden nothing is wrong with it."""
    row = seen(2024, 2, 100, symbol="x").changed(value=71.0, symbol=None)
    found = shown(small(rate(), row))
    (result,) = found.evaluation.indicators
    assert (result.points[0].value, result.points[0].fault) == (None, None)
    assert not any("2 of 100" in each.statement for each in found.evaluation.facts)


def test_the_reason_of_a_refusal_gives_no_hidden_figure_away() -> None:
    """A rule is asked about what is shown: its limits are those of the other figures."""
    area = small(
        rate(series_status="published"),
        *(seen(year, count, 100) for year, count in ((2022, 50), (2023, 60), (2024, 2))),
        rules=(RuleChoice(indicator="rate", rule="xmr-variation"),),
    )
    known = Catalogue.discover(third_party=False)
    made = evaluate(area, area.observations, as_at=DAY, catalogue=known)
    (before,) = made.indicators[0].refusals
    assert before.limits is not None
    hidden = disclosed(area, CAUTIOUS, as_at=DAY, catalogue=known)
    (after,) = hidden.evaluation.indicators[0].refusals
    assert (
        after.reason == "There is no figure for 2024 (c: hidden, so that nobody can be recognised)."
    )
    assert after.limits is None
    open_ = disclosed(area, PUBLISHED, as_at=DAY, catalogue=known)
    (kept,) = open_.evaluation.indicators[0].refusals
    assert kept == before


def part(name: str, count: float) -> Observation:
    """Return one part of a count."""
    return Observation(
        indicator="rate",
        area=AREA,
        period=CalendarYear(year=2024),
        value=count,
        dimensions=FrozenMap({"setting": name}),
        release="r1",
    )


def parts(*counts: float) -> Portfolio:
    """Return a portfolio with a count and its parts."""
    rows = [part(f"p{number}", count) for number, count in enumerate(counts)]
    return small(rate("neutral", unit="count", factor=None), *rows)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((3, 10, 20), ("p0", "p1")),
        ((3, 2, 20), ("p0", "p1")),
        ((3, 0, 20), ("p0", "p2")),
        ((30, 10, 20), ()),
    ],
)
def test_a_second_part_is_hidden_where_one_could_be_worked_out(
    counts: tuple[float, ...], hidden: tuple[str, ...]
) -> None:
    """A single hidden part takes the smallest other one with it; parts are never exempt."""
    (result,) = shown(parts(*counts), PUBLISHED).evaluation.indicators
    assert result.breakdowns[0].hidden == hidden


def test_policies_are_found_by_name() -> None:
    """An unknown policy is refused with the names there are."""
    assert policy_by_name("cautious").largest_hidden == 4
    with pytest.raises(UnknownName, match="cautious, published-figures"):
        policy_by_name("none")


@pytest.mark.parametrize(
    ("unit", "counts_of", "hidden"),
    [
        ("percent", None, True),
        ("percent", "things", False),
        ("percentage-points", None, False),
        ("weeks", None, False),
        ("count", None, True),
    ],
)
def test_a_rate_without_counts_is_hidden(unit: str, counts_of: str | None, *, hidden: bool) -> None:
    """50 % of nobody knows how many may be 1 of 2; a gap and a wait are no rates."""
    row = seen(2024, None, None, symbol="x").changed(value=2.0, symbol=None)
    indicator = rate("neutral", unit=unit, factor=None, counts_of=counts_of)
    (result,) = shown(small(indicator, row)).evaluation.indicators
    assert (result.points[0].value is None) == hidden


@pytest.mark.parametrize(
    ("base", "value", "hidden"),
    [(9, 0.0, True), (10, 0.0, False), (100, 4.0, True), (100, 5.0, False), (100, 97.0, True)],
)
def test_a_rate_without_counts_is_shown_where_its_base_is_known(
    base: float, value: float, *, hidden: bool
) -> None:
    """Of 10 or more, by `denominator_is`, and where the count that follows is not small."""
    plans = rate("neutral", id="plans", unit="count", factor=None)
    rows = (
        seen(2024, None, None, symbol="x").changed(value=value, symbol=None),
        seen(2024, None, None, symbol="x").changed(value=base, symbol=None, indicator="plans"),
    )
    counted = IndicatorSet(id="counted", title=text("Counted"), indicators=(plans,))
    area = small(rate(denominator_is="plans"), *rows, documents=(counted,))
    result = next(each for each in shown(area).evaluation.indicators if each.indicator == "rate")
    assert (result.points[0].value is None) == hidden


@pytest.mark.parametrize(
    ("top", "bottom", "value", "hidden"),
    [
        (None, 6, 50.0, True),
        (None, 100, 4.0, True),
        (None, 100, 50.0, False),
        (97, None, 97.0, True),
        (0, None, 0.0, False),
    ],
)
def test_the_other_count_of_a_rate_follows_from_one(
    top: float | None, bottom: float | None, value: float, *, hidden: bool
) -> None:
    """50 % of 6 are 3, and 97 for 97 % are 97 of 100: such a rate is protected like its counts."""
    row = seen(2024, top, bottom, symbol="x").changed(value=value, symbol=None)
    (result,) = shown(small(rate(), row)).evaluation.indicators
    assert (result.points[0].value is None) == hidden


def test_a_benchmark_that_was_hidden_before_stays_hidden_in_each_year() -> None:
    """What an earlier edition hid of another area is hidden, in the year before as in the latest."""
    area = small(
        rate(),
        *(seen(year, 60, 100) for year in (2023, 2024)),
        *(seen(year, 500, 1000, area=COUNTRY) for year in (2023, 2024)),
    )
    (open_,) = shown(area).evaluation.indicators
    (comparison,) = open_.comparisons
    assert [(each.period, each.value) for each in comparison.points] == [
        (CalendarYear(year=2023), 50.0),
        (CalendarYear(year=2024), 50.0),
    ]
    cells = tuple(
        ShownCell(indicator="rate", area=COUNTRY, period=CalendarYear(year=year))
        for year in (2023, 2024)
    )
    edition = ShownEdition(as_at=DAY, policy="cautious", cells=cells)
    record = ShownRecord(id="shown", title=text("Shown"), editions=(edition,))
    (closed,) = shown(area, CAUTIOUS, record).evaluation.indicators
    assert [each.value for each in closed.comparisons[0].points] == [None, None]


def test_a_part_by_two_dimensions_takes_no_second_one_with_it() -> None:
    """It belongs to no breakdown, and is hidden by itself."""
    row = part("p0", 3).changed(dimensions=FrozenMap({"age": "5-10", "setting": "p0"}))
    area = small(rate("neutral", unit="count", factor=None), row, part("p1", 10))
    assert shown(area).hidden == (f"rate {AREA} calendar_year 2024 age=5-10 setting=p0",)


def test_a_policy_may_hide_zeros_and_more_than_four() -> None:
    """Its limit, its width and its zeros are fields; the width follows from the limit."""
    strict = attrs.evolve(CAUTIOUS, largest_hidden=9, width=8, zeros="hidden")
    (result,) = shown(parts(9, 0, 50, 80), strict).evaluation.indicators
    assert {"p0", "p1"} <= set(result.breakdowns[0].hidden)
    assert DisclosurePolicy("x", "X", largest_hidden=9).width == 8


def test_a_breakdown_with_nothing_to_take_keeps_one_hidden_part() -> None:
    """Where all others are nought or symbols, there is no second part to hide."""
    assert len(shown(parts(3, 0, 0)).hidden) == 1


@pytest.mark.parametrize(("one", "other"), [(1, 4), (2, 3), (96, 99)])
def test_what_is_shown_is_the_same_whatever_was_hidden(one: float, other: float) -> None:
    """Nothing public depends on a hidden number: not a fact, a rule, a mean or the order of rows."""
    known = Catalogue.discover(third_party=False)

    def public(top: float) -> bytes:
        area = small(
            rate(),
            *benchmark_rows(2023, top),
            *(seen(2024, count, 100, area=code) for count, code in ((top, AREA), (40, OTHER))),
            comparator_sets=(ALL,),
            rules=tuple(
                RuleChoice(indicator="rate", rule=rule)
                for rule in ("xmr-variation", "direction-of-travel")
            ),
        )
        return dump(disclosed(area, CAUTIOUS, as_at=DAY, catalogue=known).evaluation)

    assert public(one) == public(other)


def test_an_evaluation_of_all_figures_hides_nothing_and_has_a_policy_for_words() -> None:
    """What is disclosed has the policy that was applied, what it hid, and what has no proof."""
    area = small(rate(), seen(2024, 2, 100), disclosure_policy="published-figures")
    open_ = DisclosedEvaluation(evaluate(area, as_at=DAY, catalogue=NoCatalogue()), area)
    assert (open_.policy, open_.hidden, open_.without_proof) == (PUBLISHED, (), ())
    assert open_.hidden_counts == {}
    closed = shown(area)
    assert (closed.policy, len(closed.hidden), closed.without_proof) == (CAUTIOUS, 1, ())
    assert closed.hidden_counts == {2: {"rate"}, 100: {"rate"}}


def test_zeros_are_small_where_a_policy_hides_them() -> None:
    """Else 1 is the smallest count that is hidden."""
    shown_, hidden = (attrs.evolve(CAUTIOUS, zeros=zeros) for zeros in ("shown", "hidden"))
    assert (shown_.smallest_hidden, hidden.smallest_hidden) == (1, 0)
    assert (shown_.is_small(0), hidden.is_small(0)) == (False, True)


def test_the_whole_number_of_a_rate_is_no_count() -> None:
    """3 of 50 are 6 per cent, and 6 people are hidden nowhere."""
    figures = shown(small(rate(), seen(2024, 3, 50))).figures
    assert figures is not None
    assert figures.hidden_counts(AREA) == {3: {"rate"}, 50: {"rate"}}
