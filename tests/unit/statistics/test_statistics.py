"""Formulas against published and worked numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendframe.statistics import amount, rounded, wilson_interval


@pytest.mark.parametrize(
    ("events", "total", "lower", "upper"),
    [
        (81, 263, 0.255289, 0.366210),
        (225, 333, 0.623641, 0.723704),
        (39407, 84866, 0.460990, 0.467701),
    ],
)
def test_wilson_gives_the_worked_numbers(
    events: int, total: int, lower: float, upper: float
) -> None:
    """The Wilson interval gives the bounds worked out elsewhere, to six places."""
    found = wilson_interval(events, total)
    assert round(found.lower, 6) == lower
    assert round(found.upper, 6) == upper


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_proportion(pair: tuple[int, int]) -> None:
    """The interval lies within 0 and 1 and holds the proportion itself."""
    events, total = pair
    found = wilson_interval(events, total)
    assert 0 <= found.lower <= events / total <= found.upper <= 1


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_symmetric(pair: tuple[int, int]) -> None:
    """What happened and what did not have mirrored intervals."""
    events, total = pair
    one, other = wilson_interval(events, total), wilson_interval(total - events, total)
    assert one.lower == pytest.approx(1 - other.upper, abs=1e-12)


def test_wilson_ends_at_one_where_numbers_are_large() -> None:
    """All but one of 2,472,527,193,531,493: rounding alone would lead out of 0 to 1."""
    assert wilson_interval(2472527193531492, 2472527193531493, confidence=0.998).upper == 1.0


@pytest.mark.parametrize(("events", "total"), [(0, 0), (-1, 5), (6, 5)])
def test_wilson_refuses_what_is_no_proportion(events: int, total: int) -> None:
    """No total, and events outside it, are refused."""
    with pytest.raises(ValueError, match="must"):
        wilson_interval(events, total)


@pytest.mark.parametrize("confidence", [0.0, 1.0, -1.0, 2.0])
def test_wilson_refuses_what_is_no_confidence(confidence: float) -> None:
    """A confidence of 0, 1 or beyond is refused."""
    with pytest.raises(ValueError, match="confidence"):
        wilson_interval(1, 2, confidence=confidence)


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "printed"),
    [
        (0.25, 1, None, "0.3"),
        (-0.25, 1, None, "-0.3"),
        (2.5, 0, None, "3"),
        (-0.04, 1, "%", "0.0%"),
        (1234567.0, 0, "plans", "1,234,567 plans"),
        (49.86021823713444, 1, "%", "49.9%"),
    ],
)
def test_numbers_are_rounded_half_up_once(
    value: float, decimals: int, unit: str | None, printed: str
) -> None:
    """Printed numbers are rounded half up, grouped, and never say minus nought."""
    assert amount(value, decimals, unit) == printed


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_rounding_moves_by_half_a_unit_at_most(value: float, decimals: int) -> None:
    """A rounded number is never further away than half of its last place."""
    assert abs(float(rounded(value, decimals)) - value) <= 0.5 * 10**-decimals + 1e-6
