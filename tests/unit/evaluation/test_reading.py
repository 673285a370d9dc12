"""How a figure is to be read: fault, target, benchmark and change put together in one place."""

import attrs
import pytest

from sendframe.evaluation._reading import movement, reading_of, with_readings
from sendframe.model import (
    CalendarYear,
    Change,
    IndicatorResult,
    Point,
    Reading,
    Score,
    TargetPosition,
)

POINT = Point(period=CalendarYear(year=2024), value=70.0, status="final", fact="f/latest")
RESULT = IndicatorResult(
    indicator="i", title="A rate", direction="higher", unit="percent", decimals=1, latest=POINT
)
TARGET = TargetPosition(measure="m", statement="75% or more", reached=False, fact="f/target")


def score(kind: str, label: str, tone: str, rule: str = "r") -> Score:
    """Return a score of a kind."""
    return Score(
        rule=rule, about="i", band="b", label=label, tone=tone, statement="S.", formula="f",
        source="s", kind=kind, facts=(f"f/{label.replace(' ', '-')}",),
    )  # fmt: skip


def change(amount: float, test: str | None = None) -> Change:
    """Return a change from 2023 to 2024."""
    years = {"before": CalendarYear(year=2023), "after": CalendarYear(year=2024)}
    return Change(**years, amount=amount, test=test, fact="f/change")


def read(**changes: object) -> Reading:
    """Return the reading of the result with some changes."""
    reading = reading_of(RESULT.changed(**changes))
    assert reading is not None
    return reading


def labels(reading: Reading) -> list[str]:
    """Return the words of the marks."""
    return [mark.label for mark in reading.marks]


def test_without_a_figure_there_is_no_reading() -> None:
    """Nothing is said of what is not there."""
    assert reading_of(RESULT.changed(latest=None)) is None


def test_a_rating_that_names_a_target_is_one_by_target() -> None:
    """So that the rule of a plug-in which declares no kind is read like others; one may say so."""
    named = score("other", "off target", "worse").changed(facts=("f/target",))
    unnamed = score("other", "of interest", "better")
    assert labels(read(targets=(TARGET,), scores=(named, unnamed))) == ["off target"]
    declared = named.changed(kind="series")
    assert labels(read(targets=(TARGET,), scores=(declared,))) == []


def test_a_figure_that_contradicts_itself_is_read_as_nothing_else() -> None:
    """Its fault is its only mark, whatever scores there are, and it is not coloured."""
    faulty = POINT.changed(fault="impossible")
    reading = read(latest=faulty, scores=(score("target", "on target", "better"),))
    assert [(mark.label, mark.tone) for mark in reading.marks] == [
        ("contradicts itself", "neutral")
    ]
    assert len(reading.remarks) == 1


def test_the_target_comes_first_then_the_movement_then_the_comparison() -> None:
    """A beyond random variation is a mark; one that could be random is a remark."""
    scores = (
        score("interval", "worse than Ardenia", "worse"),
        score("target", "near target", "between"),
    )
    reading = read(scores=scores, change=change(-9.0, "beyond"))
    assert labels(reading) == ["near target", "worse", "worse than Ardenia"]
    reading = read(scores=scores, change=change(-9.0, "random"))
    assert labels(reading) == ["near target", "worse than Ardenia"]
    assert "could be random variation" in reading.remarks


def test_rules_about_the_own_series_give_no_mark() -> None:
    """“Improving” of 0.7 points would contradict the test of the change."""
    assert labels(read(scores=(score("series", "improving", "better"),))) == []


def test_two_ratings_that_say_the_same_are_one_mark() -> None:
    """A second rating is shown only where its tone differs, a neutral one only alone."""
    scores = (
        score("target", "on target", "better"),
        score("target", "green", "better", "s"),
        score("interval", "similar", "neutral"),
    )
    assert labels(read(scores=scores)) == ["on target"]
    assert labels(read(scores=scores[2:])) == ["similar"]


def test_a_contradiction_is_one_sentence() -> None:
    """On target and worse than a benchmark: both stand in it."""
    scores = (
        score("target", "on target", "better"),
        score("interval", "worse than Ardenia", "worse"),
    )
    assert read(scores=scores).contradiction == "It is on target, and worse than Ardenia."
    assert read(scores=scores[:1]).contradiction is None


def test_two_rules_that_rate_the_same_target_otherwise_are_one_mark() -> None:
    """Off target beside green would be two marks that contradict each other."""
    scores = (
        score("target", "off target", "worse"),
        score("target", "green", "better", "s"),
        score("interval", "similar", "neutral"),
    )
    reading = read(scores=scores)
    assert labels(reading) == ["rated two ways"]
    assert reading.remarks[0] == "off target, and green"
    assert reading.contradiction is None, "which is told in the remark"


@pytest.mark.parametrize(
    ("direction", "amount", "expected"),
    [
        ("higher", 1.0, "better"),
        ("higher", -1.0, "worse"),
        ("lower", 1.0, "worse"),
        ("lower", -1.0, "better"),
        ("higher", 0.0, "between"),
        ("range", 1.0, "between"),
        ("neutral", 1.0, "neutral"),
        (None, 1.0, "neutral"),
    ],
)
def test_movement_follows_the_direction(
    direction: str | None, amount: float, expected: str
) -> None:
    """Which way is better decides; without one nothing is better or worse."""
    assert movement(RESULT.changed(direction=direction, change=change(amount))) == expected
    assert movement(RESULT) is None


@pytest.mark.parametrize(
    ("test", "remark"),
    [
        ("beyond", "beyond random variation"),
        ("random", "could be random variation"),
        ("too_few", "too few to tell a change"),
    ],
)
def test_a_test_of_change_stands_beside_every_change(test: str, remark: str) -> None:
    """Its result is a remark; without a test, without a change and without a direction there is none."""
    assert remark in read(change=change(2.0, test)).remarks
    for nothing in (change(2.0), change(0.0, test)):
        assert remark not in read(change=nothing).remarks
    assert read(direction="neutral", change=change(2.0, test)).remarks == (
        "neither high nor low is better",
    )
    assert read(direction=None, change=change(2.0, test)).remarks == (
        "which way is better is not stated",
    )


def test_no_target_is_a_remark_only_where_others_have_one() -> None:
    """In a portfolio of published figures alone nothing is missing."""
    with_target = RESULT.changed(indicator="j", targets=(TARGET,))
    alone = with_readings([RESULT])[0].reading
    beside = with_readings([RESULT, with_target])
    assert alone is not None
    assert alone.remarks == ()
    assert [each.reading.remarks if each.reading else None for each in beside] == [
        ("no target",), (),
    ]  # fmt: skip


def test_a_reading_names_the_facts_it_rests_on() -> None:
    """Those of its ratings and that of the change, each once."""
    scores = (score("target", "on target", "better"),)
    reading = read(scores=scores, change=change(2.0, "random"))
    assert reading.facts == ("f/on-target", "f/change")
    assert attrs.asdict(reading)["facts"] == ("f/on-target", "f/change")


def test_a_movement_has_a_shape_and_opposite_ratings_are_named_in_pairs() -> None:
    """A better one is round and a worse one a triangle; only ratings that are opposite are named."""
    shapes = [
        [mark.shape for mark in read(change=change(amount, "beyond")).marks]
        for amount in (9.0, -9.0)
    ]
    assert shapes == [["circle"], ["triangle"]]
    scores = (
        score("target", "on target", "better", "a"),
        score("target", "near target", "between", "b"),
        score("target", "off target", "worse", "c"),
    )
    remarks = read(scores=scores).remarks
    assert [remark for remark in remarks if " and " in remark] == ["on target, and off target"]
