"""SFR419: counts that add up though no indicator declares it."""

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
    monkeypatch.setattr(total_not_declared, "MOST", 2)
    assert not found({"issued": ISSUED, "late": LATE, "on-time": ON_TIME})
