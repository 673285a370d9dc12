"""SFR419: counts that add up though no indicator declares it."""

import random
from collections.abc import Sequence

import pytest

from sendframe import evaluate
from sendframe.builtin import total_not_declared
from sendframe.model import CalendarYear, Indicator, IndicatorSet, Observation
from sendframe.plugins import Catalogue
from tests.unit.conftest import AREA, rate, small, text

ISSUED, ON_TIME, LATE = (60, 66, 71), (57, 64, 70), (3, 2, 1)
CATALOGUE = Catalogue.discover(third_party=False)


def found(counts: dict[str, Sequence[int | None]], **more: object) -> list[tuple[str, str, str]]:
    """Return subject, message and help of each note; *more* belongs to the first indicator."""
    indicators = [
        rate(
            "neutral",
            **{"id": id_, "unit": "count", "factor": None, "unit_text": None}
            | {"title": text(id_.capitalize())}
            | (more if id_ == next(iter(counts)) else {}),
        )
        for id_ in counts
    ]
    rows = (
        Observation(
            indicator=id_, area=AREA, period=CalendarYear(year=2022 + number), value=float(count)
        )
        for id_, series in counts.items()
        for number, count in enumerate(series)
        if count is not None
    )
    first: Indicator = indicators[0]
    others = IndicatorSet(id="others", title=text("Others"), indicators=tuple(indicators[1:]))
    evaluation = evaluate(small(first, *rows, documents=(others,)), catalogue=CATALOGUE)
    return [
        (each.about or "", each.message, each.help or "")
        for each in evaluation.notices
        if each.code == "SFR419"
    ]


def test_a_sum_that_nobody_declared_is_reported() -> None:
    """Without a number: the message may be read by more people than the figures."""
    ((about, message, help_),) = found({"issued": ISSUED, "late": LATE, "on-time": ON_TIME})
    assert about == "issued"
    assert message == (
        "Issued: in each of 3 periods it is 'late' and 'on-time' together, and does not declare it"
    )
    assert help_ == 'If it is their sum, write "sum_of": ["late", "on-time"] into it.'


def test_a_declared_sum_is_not_reported() -> None:
    """Nor are counts of things, whose small numbers are shown."""
    counts = {"issued": ISSUED, "late": LATE, "on-time": ON_TIME}
    assert not found(counts, sum_of=("late", "on-time"))
    assert not found(counts, counts_of="things")


ALL = {"a": (31, 36, 44, 40, 39), "b": (57, 64, 70, 75, 81), "c": (3, 2, 1, 4, 5)}
MORE = ALL | {"d": (12, 18, 15, 16, 11)}


def total(counts: dict[str, Sequence[int]], periods: int) -> dict[str, Sequence[int]]:
    """Return some counts and their sum, in the first of the periods."""
    rows = {id_: series[:periods] for id_, series in counts.items()}
    return {"in-all": tuple(map(sum, zip(*rows.values(), strict=True))), **rows}


@pytest.mark.parametrize(("parts", "periods"), [(ALL, 4), (MORE, 5)])
def test_three_and_four_parts_are_found(parts: dict[str, Sequence[int]], periods: int) -> None:
    """In one period more than there are parts; in one less that may be chance."""
    ((about, message, help_),) = found(total(parts, periods))
    assert about == "in-all"
    names = {3: "'a', 'b' and 'c'", 4: "'a', 'b', 'c' and 'd'"}[len(parts)]
    assert f"in each of {periods} periods it is {names} together" in message
    assert f'"sum_of": [{", ".join(f"""{chr(34)}{part}{chr(34)}""" for part in parts)}]' in help_
    assert not found(total(parts, periods - 1))
    assert not found(total(parts, periods), sum_of=tuple(parts))


def test_one_note_is_enough_for_a_total() -> None:
    """That with the fewest parts; a part that is a sum itself has its own."""
    both = tuple(map(sum, zip(ALL["a"], ALL["c"], strict=True)))
    notes = found(total(ALL, 5) | {"late": both})
    assert [(about, help_.count('", "')) for about, _, help_ in notes] == [
        ("in-all", 1),
        ("late", 1),
    ]


def test_all_parts_but_one_are_large() -> None:
    """Small counts agree often by chance."""
    small_one = (5, 6, 9, 8, 7)
    assert not found(total(ALL | {"d": small_one}, 5))
    assert not found(total(ALL | {"a": small_one}, 4))


def test_unrelated_counts_seldom_add_up() -> None:
    """Eighty indicators in five periods with numbers by chance: no note, and in little time."""
    chance = random.Random(17)
    periods = [CalendarYear(year=2020 + number) for number in range(5)]
    counts = {
        f"i{number:02d}": {period: float(chance.randint(1, 500)) for period in periods}
        for number in range(80)
    }
    assert not [*total_not_declared._sums(counts, set())]


@pytest.mark.parametrize(
    "counts",
    [
        {"issued": (60, 66, 72), "late": LATE, "on-time": ON_TIME},  # not in every period
        {"issued": ISSUED[:2], "late": LATE[:2], "on-time": ON_TIME[:2]},  # in two
        {"issued": (60, 60, 60), "late": (3, 3, 3), "on-time": (57, 57, 57)},  # always the same
        {"issued": (9, 7, 8), "late": (3, 2, 1), "on-time": (6, 5, 7)},  # small ones agree often
        {"issued": ISSUED, "late": (*LATE[:2], None), "on-time": ON_TIME},  # other periods
        {"issued": (14, 12, 16), "late": (7, 6, 8)},  # twice another
    ],
)
def test_what_may_be_chance_is_not_reported(counts: dict[str, Sequence[int | None]]) -> None:
    """Too few periods, no change, small counts, other periods."""
    assert not found(counts)


def test_more_indicators_than_the_limit_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first by id are, so that the time has a limit."""
    with monkeypatch.context() as patch:
        patch.setattr(total_not_declared, "MOST_OF_FOUR", 3)
        assert not found(total(MORE, 5))
        assert found(total(ALL, 5))
    monkeypatch.setattr(total_not_declared, "MOST", 2)
    assert not found({"issued": ISSUED, "late": LATE, "on-time": ON_TIME})
