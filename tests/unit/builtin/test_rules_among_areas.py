"""Rules that set an area among others: quarters, rank, funnel."""

import pytest

from sendframe.model import (
    Score,
)
from sendframe.scoring import ScoringContext
from sendframe.testing import scoring_context
from tests.unit.builtin.telling import band, told
from tests.unit.scoring.test_guards import reason


def test_quartile_bands_of_all_four_quarters() -> None:
    """A and D have a colour, B and C none."""
    tones = {}
    for own in (1.0, 4.0, 6.0, 9.0):
        found = told(
            "quartile-band",
            scoring_context([own], members=(2.0, 3.0, 5.0, 7.0, 8.0)),
            comparator="others",
        )
        assert isinstance(found, Score)
        tones[found.band] = found.tone
    assert tones == {"D": "worse", "C": "neutral", "B": "neutral", "A": "better"}


def test_a_range_may_be_called_too_small() -> None:
    """Four areas at least, and figures further apart than the portfolio asks for."""
    near = scoring_context([5.0], members=(5.0, 5.5, 6.0))
    assert band(told("quartile-band", near, comparator="others")) == "D"
    small = told("quartile-band", near, comparator="others", smallest_range=1.0)
    assert "too small" in reason(small)
    few = scoring_context([5.0], members=(5.5, 6.0))
    assert "3 areas" in reason(told("quartile-band", few, comparator="others"))
    assert "neutral" in reason(
        told(
            "quartile-band",
            scoring_context([5.0], direction="neutral", members=(1.0,) * 5),
            comparator="others",
        )
    )


def test_rank_asks_which_way_is_better() -> None:
    """Where lower is better the least figure is first; neutral is refused, and so is no set."""
    low = scoring_context([1.0], direction="lower", members=(2.0, 3.0))
    found = told("rank", low, comparator="others")
    assert isinstance(found, Score)
    assert (found.label, found.tone) == ("1 of 3", "neutral")
    neutral = scoring_context([1.0], direction="neutral", members=(2.0, 3.0))
    assert "neutral" in reason(told("rank", neutral, comparator="others"))
    assert "no benchmark" in reason(told("rank", low, comparator="else"))


def funnel(members, value: float = 50.0, **more: object) -> ScoringContext:
    """Return what the funnel is told about an area with 200 cases."""
    return scoring_context([value], **{"denominator": 200, "members": members, **more})


ALIKE = ((500, 1000), (495, 1000), (505, 1000), (500, 1000))


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [
        (50, "higher", "expected"),
        (58, "higher", "better-95"),
        (66, "higher", "better-99.8"),
        (42, "higher", "worse-95"),
        (34, "lower", "better-99.8"),
        (66, "lower", "worse-99.8"),
    ],
)
def test_funnel(value: float, direction: str, expected: str) -> None:
    """Inside 95 per cent, outside it, and outside 99.8, as the direction says."""
    context = funnel(ALIKE, value, direction=direction)
    assert band(told("funnel", context, comparator="others", overdispersion="accept")) == expected


@pytest.mark.parametrize(
    ("context", "why"),
    [
        (funnel(ALIKE, direction="neutral"), "neutral"),
        (funnel(ALIKE, unit="weeks"), "percentage or share"),
        (funnel((50.0, 40.0)), "Area 1: the counts behind the figure are not given."),
        (funnel(ALIKE, denominator=None), "counts behind the figure are not given"),
        (funnel((None,), benchmark=40.0), "Fewer than two areas"),
        (funnel(((5, 10), (8, 10)), 100.0, benchmark=1.0, denominator=0), "denominator is 0"),
        (funnel(()), "no benchmark"),
    ],
)
def test_funnel_refuses(context: ScoringContext, why: str) -> None:
    """It needs a share with the counts of all areas."""
    assert why in reason(told("funnel", context, comparator="others"))


def test_areas_too_far_apart_are_refused_or_said() -> None:
    """Refused unless chosen otherwise; accepted with a warning, adjusted with wide limits."""
    apart = funnel(((900, 1000), (200, 1000), (500, 1000)), 62.0)
    assert "none is special for it" in reason(told("funnel", apart, comparator="others"))
    accepted = told("funnel", apart, comparator="others", overdispersion="accept")
    nearer = funnel(((600, 1000), (400, 1000), (500, 1000)), 52.0)
    adjusted = told("funnel", nearer, comparator="others", overdispersion="adjust")
    wide = told("funnel", apart, comparator="others", overdispersion="adjust")
    assert "over the whole scale" in reason(wide)
    assert isinstance(accepted, Score)
    assert isinstance(adjusted, Score)
    assert (accepted.band, adjusted.band) == ("better-95", "expected")
    assert adjusted.label == "as expected, differences between areas allowed for"
    assert accepted.statement.endswith("so that being outside says little.")
    assert "adjusted for by random effects" in adjusted.formula
    alike = told("funnel", funnel(ALIKE, 52.0), comparator="others", overdispersion="adjust")
    assert isinstance(alike, Score)
    assert "adjusted" not in alike.formula
