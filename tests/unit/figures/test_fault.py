"""Figures that contradict themselves, and those that do not."""

from math import nextafter

import pytest

from sendframe.documents._table import read_table
from sendframe.figures import FAULTS, fault_by_code, figures_of, find_faults, row_faults
from sendframe.model import Indicator
from tests.unit.conftest import AREA, rate, seen
from tests.unit.figures.chosen import DAY, META, chosen, table

NONE = None


def fault(
    value: float | None,
    numerator: float | None = None,
    denominator: float | None = None,
    **more: object,
) -> str | None:
    """Return the code of what is wrong with one figure of a percentage."""
    symbol = "x" if value is None else None
    row = seen(2024, numerator, denominator, symbol="x").changed(value=value, symbol=symbol)
    (figure,) = chosen(row, indicator=rate(**more)).series("rate", AREA)
    return figure.fault


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "expected"),
    [
        (60.0, 66, 110, NONE),
        (71.0, 66, 110, "value-against-counts"),
        (-60.0, NONE, NONE, "impossible"),
        (100 * 166 / 110, 166, 110, "impossible"),
        (100.1, NONE, NONE, "impossible"),
        (152.3, NONE, NONE, "impossible"),
        (152.3, 1523, 1000, "impossible"),
        (0.676, 225, 333, "value-against-counts"),
        (0.676, NONE, NONE, NONE),
        (60.0, 5, 1e-320, "impossible"),
        (100.0, NONE, NONE, NONE),
        (0.0, NONE, NONE, NONE),
        (90.0, 166, 110, "impossible"),
        (-60.0, 66, 110, "impossible"),
        (71.0, 66, NONE, NONE),
        (71.0, NONE, 110, NONE),
        (NONE, 66, 110, NONE),
        (NONE, 0, 0, NONE),
    ],
)
def test_a_share_lies_between_none_and_all_and_agrees_with_its_counts(
    value: float | None, numerator: float | None, denominator: float | None, expected: str | None
) -> None:
    """Of several faults the first counts; a symbol contradicts nothing."""
    assert fault(value, numerator, denominator) == expected


def test_a_table_keeps_value_and_counts_that_disagree() -> None:
    """A table of figures has no rule for which is right: 71 of a row with 66 of 110 is a fault."""
    header = "indicator,area,period_kind,period,value,numerator,denominator"
    row = f"rate,{AREA},calendar_year,2024,71.0,66,110"
    found, problems = read_table(f"{header}\n{row}\n".encode(), "t.csv", META)
    assert problems == []
    (figure,) = figures_of(found, [rate()], as_at=DAY).series("rate", AREA)
    assert (figure.value, figure.numerator, figure.denominator) == (71.0, 66.0, 110.0)
    assert figure.fault == "value-against-counts"


@pytest.mark.parametrize(
    ("value", "decimals", "wrong"),
    [
        (67.6, 1, False),
        (67.5, 1, True),
        (67.7, 1, True),
        (67.57, 2, False),
        (67.56, 2, True),
        (68.0, 0, False),
        (67.0, 0, True),
        (225 / 333 * 100, 6, False),
    ],
)
def test_a_figure_may_be_half_of_its_last_decimal_off(
    value: float, decimals: int, *, wrong: bool
) -> None:
    """225 of 333 is 67.567567…; printed to fewer places it is rounded, and no more than that."""
    assert (fault(value, 225, 333, decimals=decimals) == "value-against-counts") is wrong


@pytest.mark.parametrize(
    ("value", "numerator", "denominator"),
    [(0.3, 1, 400), (0.2, 1, 400), (50.05, 1001, 2000), (0.25, 1, 400)],
)
def test_a_half_may_be_rounded_either_way(
    value: float, numerator: float, denominator: float
) -> None:
    """0.25% is printed as 0.2 or as 0.3, although no binary number is exactly a tenth."""
    assert fault(value, numerator, denominator) is None


@pytest.mark.parametrize(
    ("unit", "factor", "whole"), [("percent", 100.0, 100.0), ("share", 1.0, 1.0)]
)
def test_a_whole_is_a_hundred_per_cent_or_one(unit: str, factor: float, whole: float) -> None:
    """Above it a figure is impossible, unless the indicator may exceed it."""
    more: dict[str, object] = {"unit": unit, "factor": factor}
    assert fault(whole, **more) is None
    assert fault(whole * 1.1, **more) == "impossible"
    assert fault(whole * 1.1, 11, 10, **more) == "impossible"
    assert fault(whole * 1.1, 11, 10, may_exceed=True, **more) is None
    assert fault(-whole, may_exceed=True, **more) == "impossible"


@pytest.mark.parametrize(
    ("counts_of", "expected"),
    [(None, "impossible"), ("people", "impossible"), ("things", None), ("money", None)],
)
def test_nobody_is_fewer_than_none(counts_of: str | None, expected: str | None) -> None:
    """A count of people, which it is unless it says otherwise, is never below 0."""
    more: dict[str, object] = {"unit": "children", "factor": None, "counts_of": counts_of}
    assert fault(-1.0, **more) == expected
    assert fault(0.0, **more) is None


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "more", "expected"),
    [
        (67.6, 22.5, 33.3, {}, "impossible"),
        (67.6, 22.5, NONE, {}, "impossible"),
        (67.6, NONE, 33.3, {}, "impossible"),
        (66.7, 22, 33, {}, NONE),
        (67.6, 22.5, 33.3, {"averaged": True}, NONE),
        (67.6, 22.5, 33.3, {"counts_of": "things"}, NONE),
        (67.6, 22.5, 33.3, {"counts_rounded_to": 0.1}, NONE),
        (0.5, 0.5, 1, {"unit": "rate", "factor": 1.0}, "impossible"),
        (2.5, 2.5, 1, {"unit": "weeks", "factor": None}, NONE),
    ],
)
def test_nobody_is_half_a_person(
    value: float,
    numerator: float | None,
    denominator: float | None,
    more: dict[str, object],
    expected: str | None,
) -> None:
    """Counts of people are whole, unless they are averages or rounded; hours and pounds are not."""
    assert fault(value, numerator, denominator, **more) == expected


@pytest.mark.parametrize(
    ("value", "more", "expected"),
    [
        (12.5, {}, "impossible"),
        (12.0, {}, NONE),
        (12.5, {"averaged": True}, NONE),
        (-12.5, {"averaged": True}, "impossible"),
        (12.5, {"counts_of": "money"}, NONE),
    ],
)
def test_a_number_of_people_is_whole(
    value: float, more: dict[str, object], expected: str | None
) -> None:
    """A figure that is itself a count of people follows the same rule."""
    assert fault(value, unit="children", factor=None, **more) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator"), [(-5.0, 10.0), (-1.0, 2.0), (5.0, -10.0), (1.0, -1.0)]
)
def test_no_count_of_people_is_negative(numerator: float, denominator: float) -> None:
    """Documents cannot contain one; columns that were made in another way could."""
    more = {"unit": "rate", "factor": 1.0}
    found = find_faults(
        rate(**more), [-0.5], [numerator], [denominator], [numerator / denominator], [1]
    )
    assert [FAULTS[number - 1].code for number in found] == ["impossible"]


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "rounded_to", "expected"),
    [
        # 5,450 of 91,950 to 5,550 of 91,850 is 5.93 to 6.04 per cent.
        (5.8, 5500, 91900, 100.0, "value-against-counts"),
        (5.9, 5500, 91900, 100.0, NONE),
        (6.0, 5500, 91900, 100.0, NONE),
        (6.1, 5500, 91900, 100.0, "value-against-counts"),
        (6.1, 5500, 91900, 1000.0, NONE),
        (5.9, 5500, 91900, NONE, "value-against-counts"),
        (33.0, 0, 0.4, 1.0, NONE),
        (100.0, 10, 9, 2.0, NONE),
        (100.0, 11, 9, 2.0, NONE),
        (100.0, 12, 9, 2.0, "impossible"),
    ],
)
def test_rounded_counts_allow_for_their_rounding(
    value: float,
    numerator: float,
    denominator: float,
    rounded_to: float | None,
    expected: str | None,
) -> None:
    """Each count may be half of what it is rounded to away, and the rate as much as follows."""
    assert fault(value, numerator, denominator, counts_rounded_to=rounded_to) == expected


@pytest.mark.parametrize(
    ("value", "numerator", "denominator", "rounded_to", "expected"),
    [
        # 0.5 of 1.5 to 1.5 of 0.5 is 33 to 300 per cent.
        (200.0, 1, 1, 1.0, NONE),
        (400.0, 1, 1, 1.0, "value-against-counts"),
        # 0 of 105 to 5 of 95 is 0 to 5.3 per cent.
        (-0.5, 0, 100, 10.0, "value-against-counts"),
        (0.5, 0, 100, 10.0, NONE),
        (5.5, 0, 100, 10.0, "value-against-counts"),
    ],
)
def test_rounded_counts_of_a_rate_are_at_least_nought(
    value: float, numerator: float, denominator: float, rounded_to: float, expected: str | None
) -> None:
    """A rate of events may lie above a hundred, and no rounding leads below nobody."""
    more = {"unit": "rate", "counts_rounded_to": rounded_to}
    assert fault(value, numerator, denominator, **more) == expected


def test_a_figure_may_be_as_far_off_as_the_tolerance() -> None:
    """Half of the last decimal and a billionth of it is still no contradiction, one more is."""
    nothing, tolerance = [float("nan")] * 2, 0.5 * (1 + 1e-9)
    rates = [tolerance, nextafter(tolerance, 1)]
    found = find_faults(rate(), [0.0, 0.0], nothing, nothing, rates, [0, 0])
    assert [bool(number) for number in found] == [False, True]


def test_averages_are_printed_as_whole_numbers() -> None:
    """So each may be half a person away: 5.6 of 33.5 is 16.7 per cent, and prints as 6 of 34."""
    assert fault(16.7, 6, 34) == "value-against-counts"
    assert fault(16.7, 6, 34, averaged=True) is None
    assert fault(19.6, 6, 34, averaged=True) == "value-against-counts"


@pytest.mark.parametrize("unit", ["percentage-points", "score", "weeks", "rate"])
def test_other_units_may_lie_anywhere(unit: str) -> None:
    """A gap in points or a change in weeks may be below 0, and a rate above a hundred."""
    assert fault(-60.0, unit=unit, factor=None) is None
    assert fault(1300.0, unit=unit, factor=None) is None


def test_events_may_be_more_than_there_are_people() -> None:
    """A rate per thousand agrees with its counts, or does not; it is no part of a whole."""
    more: dict[str, object] = {"unit": "rate", "factor": 1000.0}
    assert fault(1500.0, 15, 10, **more) is None
    assert fault(1501.0, 15, 10, **more) == "value-against-counts"


def test_columns_of_one_indicator_have_a_column_of_faults() -> None:
    """0 for none, else the place in the list of faults."""
    nan = float("nan")
    found = find_faults(
        rate(),
        values=[60.0, 71.0, 160.0, nan],
        numerators=[66.0, 66.0, nan, nan],
        denominators=[110.0, 110.0, nan, nan],
        rates=[60.0, 60.0, 160.0, nan],
        decimals=[1, 1, 1, 1],
    )
    assert list(found) == [0, 2, 1, 0]
    assert [each.code for each in FAULTS] == ["impossible", "value-against-counts"]


@pytest.mark.parametrize(
    ("code", "counts", "sentence"),
    [
        ("impossible", (None, None), "71.0% is impossible"),
        ("impossible", (166.0, 110.0), "71.0% for 166 of 110 is impossible"),
        (
            "impossible",
            (1_234_567.0, 10.5),
            "71.0% for 1,234,567 of 10.5 is impossible",
        ),
        ("impossible", (None, 110.0), "71.0% is impossible"),
        ("impossible", (22.5, 33.25), "71.0% for 22.5 of 33.25 is impossible"),
        ("value-against-counts", (66.0, 110.0), "71.0% does not agree with its counts, 66 of 110"),
    ],
)
def test_what_is_wrong_is_said_with_the_numbers(
    code: str, counts: tuple[float | None, float | None], sentence: str
) -> None:
    """The figure as it is printed, and its counts where there are both."""
    indicator: Indicator = rate()
    assert fault_by_code(code).sentence(indicator, 71.0, *counts) == sentence


def test_an_unknown_code_is_no_fault() -> None:
    """There is no fault of another code."""
    with pytest.raises(KeyError):
        fault_by_code("unheard-of")


def test_the_faults_of_a_table_are_those_of_every_release() -> None:
    """Also of rows that a later release replaces; of indicators without a definition none."""
    rows = (
        seen(2024, 66, 110, release="b").changed(value=71.0),
        seen(2024, 66, 110, release="a"),
        seen(2023, 66, 110).changed(value=-1.0, indicator="other"),
        seen(2023, 66, 110).changed(value=101.0),
        seen(2022, None, None, symbol="x"),
    )
    found = [fault and fault.code for fault in row_faults(table(*rows), [rate()])]
    assert found == ["value-against-counts", NONE, NONE, "impossible", NONE]
