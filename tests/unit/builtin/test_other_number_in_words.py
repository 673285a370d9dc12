"""Simple words whose number is not the one of the figure they name."""

import pytest

from sendframe.model import Notice, SimplifiedFact
from tests.unit.builtin.craft_check import diagnostics, plan
from tests.unit.builtin.plain_check import worded


def reported(words: str, *values: str) -> list[str]:
    """Return what is reported of words that simplify some values."""
    simplifies = tuple(SimplifiedFact(fact=f"fact/{value}", value=value) for value in values)
    introduction = worded(words, simplifies=simplifies)
    found = diagnostics("SFR613", plan(introduction=introduction))
    return [item.message for item in found if isinstance(item, Notice)]


def test_another_number_than_the_figure_is_reported() -> None:
    """With the words, their number and the value that the figure had."""
    (message,) = reported("76 out of 100 plans came in time.", "67.6%")
    assert message == (
        "“76 out of 100 plans came in time.” says 76 of 100, and the figure that it simplifies was "
        "67.6%"
    )


@pytest.mark.parametrize(
    ("words", "value", "is_reported"),
    [
        ("66 out of 100 are.", "67.5%", True),
        ("67 out of 100 are.", "67.5%", False),
        ("68 out of 100 are.", "67.5%", False),
        ("69 out of 100 are.", "67.5%", True),
        ("32 of 100 are not.", "67.6%", False),
        ("7 in 10 are.", "67.6%", False),
        ("Seven out of every ten are.", "67.6%", False),
        ("Two of three are.", "67.6%", False),
        ("One in three is not.", "67.6%", False),
        ("6 in 10 are.", "67.6%", True),
        ("225 of 333 plans are.", "67.6%", False),
        ("6,756 of 10,000 plans are.", "67.6%", False),
        ("6,750 of 10,000 plans are.", "67.6%", True),
        ("680 of 1,000 plans are.", "68%", False),
        ("It was 43 out of 100. Now it is 34 out of 100.", "34.0%", False),
        ("Two thirds are.", "67.6%", False),
        ("We wrote 3 letters in 2024.", "67.6%", False),
        ("We looked at 76 out of 100.", "18 weeks", False),
    ],
)
def test_rounding_the_rest_and_other_words_are_not_reported(
    words: str, value: str, is_reported: bool
) -> None:
    """Either way of rounding a half, what is left of 100, counts, and words without such a number."""
    assert bool(reported(words, value)) == is_reported


def test_each_figure_needs_its_number() -> None:
    """One that fits another figure is not enough, and without a figure there is nothing to fit."""
    assert len(reported("67 out of 100 are.", "67.1%", "12.0%")) == 1
    assert reported("67 out of 100 are.") == []
