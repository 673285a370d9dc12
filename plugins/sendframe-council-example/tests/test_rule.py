"""The scoring rule: Havering's published logic, and what it refuses."""

from collections import Counter
from datetime import date
from typing import Any

import attrs
import pytest
from sendframe_council_example.target_or_improved import Options, rules, score, score_all

from sendframe.plugins import (
    Indicator,
    Measure,
    Point,
    Refusal,
    Score,
    ScoringContext,
    Source,
    StatutoryStandard,
    TargetPosition,
    Text,
    parse_period,
)

_DIRECTIONS: dict[str, tuple[float | None, float | None]] = {
    "higher": (50.0, None),
    "lower": (None, 50.0),
    "range": (40.0, 60.0),
}


def told(
    now: float | None,
    before: float | None,
    *,
    direction: Any = "higher",
    options: Options | None = None,
    quarters: tuple[str, str] = ("2012 Q4", "2013 Q4"),
    **fields: Any,
) -> ScoringContext:
    """Return what the rule is reported of a figure, one a year before, and a target of 50."""
    points = tuple(
        Point(
            period=parse_period("quarter", f"calendar {when}"),
            value=value,
            symbol=None if value is not None else "x",
            status="final",
            fact=f"indicator/i/{when.replace(' ', '-')}",
        )
        for when, value in zip(quarters, (before, now), strict=True)
        if when == quarters[1] or value is not None
    )
    low, high = _DIRECTIONS.get(direction, (50.0, None))
    target = TargetPosition(
        measure="m", statement="the target", low=low, high=high, gap=0, fact="measure/m/target"
    )
    given: dict[str, Any] = {
        "targets": (target,),
        "measures": (Measure(id="m", statement=Text(default="A measure")),),
        **fields,
    }
    return ScoringContext(
        rule="marlbeck.target-or-improved",
        indicator=Indicator(
            id="i", title=Text(default="Figure"), unit="count", direction=direction
        ),
        points=points,
        latest=points[-1],
        comparisons=(),
        options=options or Options(),
        as_at=date(2014, 4, 30),
        made_by="sendframe-council-example",
        **given,
    )


def band(context: ScoringContext) -> str:
    """Return the band of a score; what is reported where there is none."""
    result = score(context)
    return result.band if isinstance(result, Score) else result.reason


@pytest.mark.parametrize(
    ("direction", "now", "before", "expected"),
    [
        ("higher", 50, None, "green"),
        ("higher", 45, None, "green"),
        ("higher", 44, 43, "amber"),
        ("higher", 44, 44, "amber"),
        ("higher", 44, 45, "red"),
        ("lower", 50, None, "green"),
        ("lower", 55, None, "green"),
        ("lower", 56, 57, "amber"),
        ("lower", 56, 56, "amber"),
        ("lower", 56, 55, "red"),
        ("range", 41, None, "green"),
        ("range", 36, None, "green"),
        ("range", 66, None, "green"),
        ("range", 35, 34, "amber"),
        ("range", 35, 64, "red"),
        ("range", 67, 66, "red"),
    ],
)
def test_bands_are_those_published(
    direction: str, now: float, before: float | None, expected: str
) -> None:
    """Within 10 per cent is green; further off, a year ago decides between amber and red."""
    assert band(told(now, before, direction=direction)) == expected


def test_a_target_below_a_duty_is_green_beside_the_duty() -> None:
    """The target is 50, and the law asks for 100: the words name both."""
    law = StatutoryStandard(
        statement=Text(default="All."), source=Source(title="The law"), level=100
    )
    context = told(50, 40)
    indicator = context.indicator.changed(statutory_standard=law)
    result = score(attrs.evolve(context, indicator=indicator))
    assert isinstance(result, Score)
    assert result.label == "on or near target, by law 100"


def test_the_published_shares_come_out() -> None:
    """Of 46 rated, 38 green, 2 amber and 6 red are 83, 4 and 13 per cent, as Havering says."""
    contexts = [told(48, 40)] * 38 + [told(40, 39), told(40, 40)] + [told(40, 41)] * 6
    result = [item for item in score_all(contexts) if isinstance(item, Score)]
    counts = Counter(item.band for item in result)
    assert counts == {"green": 38, "amber": 2, "red": 6}
    shares = {item: round(100 * count / len(result)) for item, count in counts.items()}
    assert shares == {"green": 83, "amber": 4, "red": 13}


def test_many_at_once_are_scored_as_one_by_one() -> None:
    """The form for many gives what the rule gives for each."""
    contexts = [told(48, 40), told(40, 41), told(None, 41)]
    assert list(score_all(contexts)) == [score(item) for item in contexts]


def test_the_tolerance_may_be_in_points() -> None:
    """Per cent of the target and points of the unit are reported apart."""
    assert band(told(43, 60, options=Options(tolerance=7, kind="points"))) == "green"
    assert band(told(43, 60, options=Options(tolerance=7, kind="relative"))) == "red"
    with pytest.raises(ValueError, match="tolerance"):
        Options(tolerance=-1)


@pytest.mark.parametrize(
    ("context", "reason"),
    [
        (told(48, 40, direction="neutral"), "The indicator is neutral"),
        (told(48, 40, targets=(), measures=()), "There is no target"),
        (told(None, 40), "There is no figure"),
        (told(40, None), "no figure of the same period a year before"),
        (told(40, 41, quarters=("2013 Q1", "2013 Q4")), "no figure of the same period"),
        (told(48, 40, options=Options(measure="other")), "There is no target"),
        (
            told(
                48,
                40,
                measures=(
                    Measure(
                        id="m", statement=Text(default="Planned"), intended_direction="neutral"
                    ),
                ),
            ),
            "The measure is neutral",
        ),
    ],
)
def test_what_cannot_be_said_is_refused(context: ScoringContext, reason: str) -> None:
    """Neutral, no figure, no target, and no year before are refused by name."""
    result = score(context)
    assert isinstance(result, Refusal)
    assert reason in result.reason


def test_words_and_several_targets_are_refused() -> None:
    """A target in words has no distance, and of several one must be named."""
    item = told(48, 40)
    words = TargetPosition(measure="m", statement="most of them", fact="measure/m/target")
    assert band(told(48, 40, targets=(words,))) == "The target has no number."
    two = {"targets": item.targets * 2, "measures": item.measures * 2}
    assert "must name one" in band(told(48, 40, **two))


def test_the_worked_examples_hold() -> None:
    """Each example of the rule gives what it says."""
    (rule,) = rules()
    for item in rule.examples:
        assert rule.score(*item.given) == item.gives
