"""Counts that follow from others: what is hidden with a small count, and what is not."""

from datetime import date

import attrs
import pytest

from sendframe.disclosure import POLICIES
from sendframe.model import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    Month,
    Observation,
    Snapshot,
    Term,
    YearToDate,
)
from tests.unit.conftest import rate
from tests.unit.disclosure.hiding import CAUTIOUS, count, hidden, hide, seen_count, seen_rate


def in_release(id_: str, value: float, **dimensions: str) -> Observation:
    """Return one figure of a count that a release has published."""
    return seen_count(id_, value, **dimensions).changed(release="r1")


def test_what_adds_up_to_an_indicator_is_declared() -> None:
    """Issued plans are those on time and those late: 3 late ones would follow from the others."""
    late, on_time = count("late"), count("on-time")
    rows = (seen_count("issued", 60), seen_count("on-time", 57), seen_count("late", 3))
    declared = hide((count("issued", sum_of=("on-time", "late")), on_time, late), *rows)
    assert hidden(declared) == {"late", "on-time"}
    assert declared.without_proof == ()
    assert hidden(hide((count("issued"), on_time, late), *rows)) == {"late"}


def test_what_a_sum_leaves_over_is_a_count_too() -> None:
    """60 issued, 40 on time and 18 late leave 2 of neither: one of the three is hidden."""
    whole = count("issued", sum_of=("on-time", "late"))
    rows = (seen_count("issued", 60), seen_count("on-time", 40), seen_count("late", 18))
    indicators = (whole, count("on-time"), count("late"))
    assert hidden(hide(indicators, *rows)) == {"late"}
    without = attrs.evolve(CAUTIOUS, remainders=False)
    assert hidden(hide(indicators, *rows, policy=without)) == set()


def test_a_sum_that_is_too_large_is_no_relation() -> None:
    """Where parts come to more than the whole nothing follows from them."""
    whole = count("issued", sum_of=("on-time", "late", "absent"))
    rows = (seen_count("issued", 60), seen_count("on-time", 60), seen_count("late", 3))
    assert hidden(hide((whole, count("on-time"), count("late")), *rows)) == {"late"}


def test_a_sum_may_name_a_rate_and_means_its_numerator() -> None:
    """Of children with SEN those with a plan and those with support are rates of all children."""
    any_sen = rate("neutral", id="any", sum_of=("plan", "support"))
    indicators = (any_sen, rate("neutral", id="plan"), rate("neutral", id="support"))
    rows = (
        seen_rate("any", 50, 500),
        seen_rate("plan", 3, 500),
        seen_rate("support", 47, 500),
    )
    shown = hide(indicators, *rows)
    assert hidden(shown) == {"plan", "support"}
    assert shown.without_proof == ()


def test_counts_of_a_rate_are_those_of_the_indicators_it_names() -> None:
    """One count that is printed in two places is hidden in both."""
    named = rate("neutral", id="share", numerator_is="on-time", denominator_is="issued")
    rows = (seen_rate("share", 97, 100), seen_count("on-time", 97), seen_count("issued", 100))
    indicators = (named, count("on-time"), count("issued"))
    assert hidden(hide(indicators, *rows)) == {"share", "on-time"}


def test_a_count_that_a_rate_leaves_out_is_a_count_too() -> None:
    """Requests are 100 and a share is of 98: two are left out of it."""
    named = rate("neutral", id="share", denominator_is="requests")
    rows = (seen_rate("share", 49, 98), seen_count("requests", 100))
    assert hidden(hide((named, count("requests")), *rows)) == {"share"}


@pytest.mark.parametrize(
    ("adds_up", "expected"),
    [
        ({}, {"plans age=a", "plans age=b"}),
        ({"age": "whole"}, {"plans age=a", "plans age=b"}),
        ({"age": "leaves-a-remainder"}, {"plans age=a", "plans age=b"}),
        ({"age": "overlaps"}, {"plans age=a"}),
    ],
)
def test_parts_add_up_to_their_total_unless_they_overlap(
    adds_up: dict[str, str], expected: set[str]
) -> None:
    """A single hidden part takes another with it."""
    rows = (
        seen_count("plans", 63),
        *(seen_count("plans", n, age=name) for name, n in (("a", 3), ("b", 20), ("c", 40))),
    )
    assert hidden(hide((count("plans", adds_up=adds_up),), *rows)) == expected


@pytest.mark.parametrize(
    ("adds_up", "expected"),
    [
        ({}, {"plans age=a", "plans age=b"}),
        ({"age": "leaves-a-remainder"}, {"plans age=a"}),
    ],
)
def test_a_total_that_is_missing_is_taken_as_known(
    adds_up: dict[str, str], expected: set[str]
) -> None:
    """It may be in another table; where some are in no part nothing follows from it."""
    rows = [seen_count("plans", n, age=name) for name, n in (("a", 3), ("b", 20), ("c", 40))]
    assert hidden(hide((count("plans", adds_up=adds_up),), *rows)) == expected


def test_parts_that_the_figures_say_leave_a_large_remainder_need_no_second() -> None:
    """What is in no part makes the small one uncertain enough."""
    rows = (
        seen_count("plans", 100),
        *(seen_count("plans", n, age=name) for name, n in (("a", 3), ("b", 20), ("c", 40))),
    )
    assert hidden(hide((count("plans"),), *rows)) == {"plans age=a"}
    stated = count("plans", adds_up={"age": "whole"})
    assert hidden(hide((stated,), *rows)) == {"plans age=a"}


def test_parts_by_two_dimensions_add_up_to_parts_by_one() -> None:
    """In a table of two by two, one small cell needs another in its row and in its column."""
    cells = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 40}
    rows = (
        seen_count("plans", 93),
        *(seen_count("plans", n, age=age, need=need) for (age, need), n in cells.items()),
        *(seen_count("plans", n, age=age) for age, n in (("a", 23), ("b", 70))),
        *(seen_count("plans", n, need=need) for need, n in (("x", 33), ("y", 60))),
    )
    shown = hide((count("plans"),), *rows)
    assert hidden(shown) == {f"plans age={age} need={need}" for age, need in cells}
    assert shown.without_proof == ()


def test_shares_of_one_whole_have_one_base() -> None:
    """Parts as shares of the same 30: the base is in every row, the counts add up to it."""
    share = rate("neutral", id="share")
    rows = (
        seen_rate("share", 30, 30),
        *(seen_rate("share", n, 30, need=name) for name, n in (("a", 3), ("b", 12), ("c", 15))),
    )
    shown = hide((share,), *rows)
    assert hidden(shown) == {"share need=a", "share need=b"}
    assert shown.without_proof == ()


def test_terms_add_up_to_a_year() -> None:
    """3 in spring would follow from the year and the other terms."""
    year = 2023
    rows = (
        seen_count("suspensions", 63, AcademicYear(start_year=year)),
        *(
            seen_count("suspensions", n, Term(academic_year=year, term=name))
            for name, n in (("autumn", 20), ("spring", 3), ("summer", 40))
        ),
    )
    shown = hide((count("suspensions"),), *rows)
    assert len(shown.hidden_cells) == 2
    assert shown.without_proof == ()


def test_a_year_to_date_is_the_one_before_and_a_step() -> None:
    """10 to May and 12 to June tell of 2 in June; a whole year goes on from there."""
    to_date = [
        seen_count(
            "a", n, YearToDate(year_kind="financial", year=2024, until=date(2024, month, day))
        )
        for month, day, n in ((5, 31, 10), (6, 30, 12), (7, 31, 20))
    ]
    assert len(hide((count("a"),), *to_date).hidden_cells) == 1
    year = seen_count("b", 23, FinancialYear(start_year=2024))
    both = hide((count("a", steps_of="b"), count("b")), to_date[2], year)
    assert len(both.hidden_cells) == 1
    assert hide((count("a"), count("b")), to_date[2], year).hidden_cells == ()


def test_months_add_up_to_a_year_to_date() -> None:
    """The months are those of the indicator that the year to date names."""
    rows = (
        *(seen_count("b", n, Month(year=2024, month=month)) for month, n in ((4, 3), (5, 17))),
        seen_count("a", 20, YearToDate(year_kind="financial", year=2024, until=date(2024, 5, 31))),
    )
    shown = hide((count("a", steps_of="b"), count("b")), *rows)
    assert len(shown.hidden_cells) == 2
    assert shown.without_proof == ()


def test_what_is_counted_on_a_day_does_not_add_up_over_time() -> None:
    """Neither snapshots nor cohorts that are looked at on a day have steps."""
    days = [seen_count("a", n, Snapshot(on=date(2024, 1, day))) for day, n in ((1, 10), (2, 12))]
    assert hide((count("a"),), *days).hidden_cells == ()
    to_date = [
        seen_count(
            "a", n, YearToDate(year_kind="financial", year=2024, until=date(2024, month, 30))
        )
        for month, n in ((6, 10), (9, 12))
    ]
    assert hide((count("a", cohort_basis="snapshot"),), *to_date).hidden_cells == ()


def test_a_year_to_date_that_falls_is_no_sum() -> None:
    """Where the later count is smaller nothing follows."""
    rows = [
        seen_count(
            "a", n, YearToDate(year_kind="financial", year=2024, until=date(2024, month, 30))
        )
        for month, n in ((6, 12), (9, 10))
    ]
    assert hide((count("a"),), *rows).hidden_cells == ()


def test_localities_add_up_to_their_area() -> None:
    """3 in one locality would follow from the area and the other ones."""
    within = {"ZZ0000012": "ZZ0000011", "ZZ0000013": "ZZ0000011", "ZZ0000014": "ZZ0000011"}
    rows = (
        seen_count("plans", 53, area="ZZ0000011"),
        *(seen_count("plans", n, area=area) for area, n in zip(within, (3, 20, 30), strict=True)),
    )
    shown = hide((count("plans"),), *rows, within=within)
    assert len(shown.hidden_cells) == 2
    assert shown.without_proof == ()
    assert len(hide((count("plans"),), *rows).hidden_cells) == 1


def test_what_the_publisher_hid_is_protected_too() -> None:
    """A hidden part follows from the total and the others, so one more is hidden."""
    rows = (
        seen_count("plans", 63),
        *(seen_count("plans", n, age=name) for name, n in (("a", None), ("b", 20), ("c", 40))),
    )
    shown = hide((count("plans"),), *rows)
    assert hidden(shown) == {"plans age=b"}
    assert shown.without_proof == ()
    alone = hide((count("plans"),), seen_count("plans", None, age="a"))
    assert hidden(alone) == set()


def test_relations_that_what_the_publisher_hid_cannot_satisfy_are_dropped() -> None:
    """A hidden part of parts that come to more than the total follows from nothing."""
    rows = (
        seen_count("plans", 60),
        *(seen_count("plans", n, age=name) for name, n in (("a", None), ("b", 20), ("c", 40))),
    )
    assert hidden(hide((count("plans"),), *rows)) == set()
    stated = count("plans", adds_up={"age": "leaves-a-remainder"})
    many = (seen_count("plans", 100), *rows[1:])
    assert hidden(hide((stated,), *many)) == set()


def test_what_follows_from_published_totals_is_named() -> None:
    """60 issued and 57 on time are published totals: the total gives 3 late ones away."""
    policy = POLICIES["published-figures"]
    published = {"series_status": "published"}
    indicators = (
        count("issued", sum_of=("on-time", "late"), **published),
        count("on-time", **published),
        count("late"),
    )
    figures = (("issued", 60), ("on-time", 57), ("late", 3))
    shown = hide(indicators, *(in_release(id_, n) for id_, n in figures), policy=policy)
    assert hidden(shown) == {"late"}
    assert shown.without_proof == ("late ZZ0000001 calendar_year 2024 value",)
    without_late = hide(indicators, *(in_release(id_, n) for id_, n in figures[:2]), policy=policy)
    assert (without_late.hidden_cells, without_late.without_proof) == ((), ())


def test_a_part_whose_others_are_nought_is_named() -> None:
    """Zeros are shown, so all of a shown total is in the single part that is hidden."""
    policy = POLICIES["published-figures"]
    rows = (
        in_release("plans", 3),
        *(in_release("plans", n, age=name) for name, n in (("a", 3), ("b", 0))),
    )
    shown = hide((count("plans", series_status="published"),), *rows, policy=policy)
    assert hidden(shown) == {"plans age=a"}
    assert shown.without_proof == ("plans ZZ0000001 calendar_year 2024 age=a value",)


def test_counts_that_are_not_whole_take_part_in_no_relation() -> None:
    """A mean of 2.5 people is hidden like 3, and nothing adds up with it."""
    rows = (
        seen_count("plans", 62.5),
        seen_count("plans", 2.5, age="a"),
        seen_count("plans", 60, age="b"),
    )
    assert hidden(hide((count("plans"),), *rows)) == {"plans age=a"}


def test_shares_that_may_exceed_their_whole_have_no_rest() -> None:
    """Plans that ceased of plans that began: 97 of 100 tells of nobody."""
    share = rate("neutral", id="share", may_exceed=True)
    assert hidden(hide((share,), seen_rate("share", 97, 100))) == set()
    assert hidden(hide((rate("neutral", id="share"),), seen_rate("share", 97, 100))) == {"share"}


def test_the_order_of_rows_decides_nothing() -> None:
    """The same figures in another order hide the same cells."""
    rows = (
        seen_count("plans", 63),
        *(seen_count("plans", n, age=name) for name, n in (("a", 3), ("b", 20), ("c", 40))),
        seen_count("plans", 70, CalendarYear(year=2023)),
    )
    forward, backward = (hide((count("plans"),), *some) for some in (rows, rows[::-1]))
    assert forward.hidden_cells == backward.hidden_cells


def test_what_is_missing_of_a_sum_is_left_over() -> None:
    """Without its parts a sum says nothing; without one of them, that one is left over."""
    whole = count("issued", sum_of=("on-time", "late"))
    indicators = (whole, count("on-time"), count("late"))
    assert hidden(hide(indicators, seen_count("issued", 60))) == set()
    rows = (seen_count("issued", 60), seen_count("on-time", 57))
    assert hidden(hide(indicators, *rows)) == {"on-time"}


def test_periods_of_the_same_days_are_one_count() -> None:
    """3 in a financial year are 3 in the year to its last day, and no other is hidden for it."""
    rows = (
        seen_count("a", 20, FinancialYear(start_year=2023)),
        seen_count("b", 20, YearToDate(year_kind="financial", year=2023, until=date(2024, 3, 31))),
        seen_count("b", 18, YearToDate(year_kind="financial", year=2023, until=date(2024, 2, 29))),
    )
    shown = hide((count("a"), count("b", steps_of="a")), *rows)
    assert shown.hidden_cells == ("b ZZ0000001 year_to_date financial 2023 2024-02-29",)
    assert shown.without_proof == ()
    revised = (rows[0].changed(value=21.0), *rows[1:])
    assert len(hide((count("a"), count("b", steps_of="a")), *revised).hidden_cells) == 1


def test_a_rate_with_an_impossible_count_has_no_rest() -> None:
    """110 of 100 is wrong, and says nothing of those left over."""
    assert hidden(hide((rate("neutral", id="share"),), seen_rate("share", 110, 100))) == set()
    assert hidden(hide((rate("neutral", id="share"),), seen_rate("share", 3, 2))) == {"share"}


def test_a_hidden_rate_is_an_unknown_count_too() -> None:
    """A share that the publisher hid has a numerator, which follows from the total and the others."""
    share = rate("neutral", id="share")
    hidden_share = seen_count("share", None, need="a")
    rows = (
        seen_rate("share", 40, 100),
        *(seen_rate("share", n, 100, need=name) for name, n in (("b", 20), ("c", 17))),
        hidden_share,
    )
    assert len(hide((share,), *rows).hidden_cells) == 1


def test_what_follows_in_two_steps_from_published_totals_is_named() -> None:
    """The late ones follow, and from them those that were later still."""
    published = {"series_status": "published"}
    indicators = (
        count("issued", sum_of=("on-time", "late"), **published),
        count("on-time", **published),
        count("late", sum_of=("later", "latest")),
        count("later", **published),
        count("latest"),
    )
    figures = (("issued", 60), ("on-time", 40), ("late", 20), ("later", 17), ("latest", 3))
    rows = [in_release(id_, n) for id_, n in figures]
    shown = hide(indicators, *rows, policy=POLICIES["published-figures"])
    assert shown.without_proof == ("latest ZZ0000001 calendar_year 2024 value",)


def test_a_figure_that_is_not_available_is_no_hidden_one() -> None:
    """The publisher did not hide it, so the others are not hidden for it."""
    rows = [seen_count("plans", n, age=name, symbol="x") for name, n in (("a", None), ("b", 20))]
    assert hidden(hide((count("plans"),), *rows)) == set()


def test_counts_that_are_one_already_stay_one() -> None:
    """A sum of one, which is its numerator too, is printed in both places and hidden in both."""
    share = rate("neutral", id="share", numerator_is="plans")
    whole = count("plans", sum_of=("share",))
    rows = (seen_rate("share", 3, 60), seen_count("plans", 3))
    assert hidden(hide((share, whole), *rows)) == {"share", "plans"}


def test_shares_by_two_dimensions_have_one_base_in_all_their_rows() -> None:
    """The base of each cell is that of its row and of its column."""
    share = rate("neutral", id="share", adds_up={"age": "whole", "need": "whole"})
    cells = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 47}
    rows = [seen_rate("share", n, 100, age=age, need=need) for (age, need), n in cells.items()]
    ages = [seen_rate("share", n, 100, age=age) for age, n in (("a", 23), ("b", 77))]
    needs = [seen_rate("share", n, 100, need=need) for need, n in (("x", 33), ("y", 67))]
    shown = hide((share,), *rows, *ages, *needs)
    assert hidden(shown) == {f"share age={age} need={need}" for age, need in cells}
    assert shown.without_proof == ()
