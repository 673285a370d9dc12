"""The derived indicator."""

import attrs
import pytest
from sendframe_council_example.late_plans import ISSUED, LATE, Options, compute, indicators

from sendframe.plugins import DerivedContext, Refusal


def told(late: float, issued: float, options: Options | None = None) -> DerivedContext:
    """Return what the formula is reported, made from the example of the plug-in."""
    context = indicators()[0].examples[0].given[0]
    assert isinstance(context, DerivedContext)
    values = {LATE: late, ISSUED: issued}
    points = {id_: point.changed(value=values[id_]) for id_, point in context.points.items()}
    return attrs.evolve(context, points=points, options=options or Options())


def test_it_is_a_rate_of_each_hundred() -> None:
    """65 of 196 are 33.2 of 100, unrounded; none is nought."""
    assert compute(told(65, 196)) == pytest.approx(33.163265)
    assert compute(told(0, 196)) == 0


@pytest.mark.parametrize(
    ("context", "reason"),
    [
        (told(0, 0), "No plan was issued"),
        (told(1, 4, Options(at_least=5)), "Fewer than 5 plans"),
        (told(5, 4), "do not go together"),
        (told(-1, 4), "do not go together"),
    ],
)
def test_it_refuses_by_name(context: DerivedContext, reason: str) -> None:
    """Nothing to divide by, too few, and counts that do not go together give no figure."""
    result = compute(context)
    assert isinstance(result, Refusal)
    assert reason in result.reason


def test_the_worked_examples_hold() -> None:
    """Each example of the indicator gives what it says."""
    for item in indicators()[0].examples:
        assert compute(*item.given) == item.gives
