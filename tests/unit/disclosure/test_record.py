"""What earlier editions showed and hid, and what follows from several editions together."""

from datetime import date
from itertools import pairwise

from sendframe.disclosure import EarlierEditions, ShownFigures, extended_record
from sendframe.documents import dump
from sendframe.model import CalendarYear, Observation, ShownCell, ShownRecord, YearToDate
from tests.unit.conftest import AREA, rate
from tests.unit.disclosure.hiding import count, hidden, hide, seen_count, seen_rate

PLANS = (count("plans"),)


def recorded(shown: ShownFigures, record: ShownRecord | None = None) -> ShownRecord:
    """Return a record with one edition more."""
    return extended_record(record, shown, profiles=("board",), policy="cautious", voices=("v",))


def parts(*counts: float) -> tuple[Observation, ...]:
    """Return a total and its parts."""
    rows = [seen_count("plans", n, age=f"a{number}") for number, n in enumerate(counts)]
    return seen_count("plans", sum(counts)), *rows


def test_a_record_has_what_was_shown_and_nothing_that_was_hidden() -> None:
    """A hidden figure is named without its number; figures that count no people are left out."""
    things = count("schools", counts_of="things")
    rows = (*parts(3, 20, 40), seen_count("schools", 7), seen_rate("share", 30, 60))
    shown = hide((*PLANS, things, rate("neutral", id="share")), *rows)
    (edition,) = recorded(shown).editions
    assert (edition.as_at, edition.profiles) == (date(2026, 1, 31), ("board",))
    assert (edition.policy, edition.voices) == ("cautious", ("v",))
    cells = {
        (cell.indicator, *cell.dimensions.values()): (cell.value, cell.numerator, cell.hidden)
        for cell in edition.cells
    }
    assert cells == {
        ("plans",): (63, None, False),
        ("plans", "a0"): (None, None, True),
        ("plans", "a1"): (None, None, True),
        ("plans", "a2"): (40, None, False),
        ("share",): (50, 30, False),
    }
    assert b'"value": 3,' not in dump(recorded(shown))


def test_only_changes_are_added() -> None:
    """The same reports add nothing; another profile adds an edition without cells."""
    shown = hide(PLANS, *parts(3, 20, 40))
    first = recorded(shown)
    assert recorded(shown, first) == first
    other = extended_record(first, shown, profiles=("annex",), policy="cautious")
    assert [len(edition.cells) for edition in other.editions] == [4, 0]
    revised = recorded(hide(PLANS, *parts(3, 20, 41), record=first), first)
    assert [len(edition.cells) for edition in revised.editions] == [4, 2]


def test_what_was_hidden_stays_hidden() -> None:
    """Also where it is no longer small, and on whatever day it is evaluated."""
    first = recorded(hide(PLANS, *parts(3, 20, 40)))
    assert hidden(hide(PLANS, *parts(13, 20, 40), record=first)) == {"plans age=a0", "plans age=a1"}
    assert hidden(hide(PLANS, *parts(13, 20, 40))) == set()


def test_what_was_shown_is_known_to_everybody() -> None:
    """The part that would be hidden with a small one was shown already, so another one is."""
    later = (seen_count("plans", 66), *parts(6, 20, 40)[1:])
    first = recorded(hide(PLANS, *later))
    now = (
        later[0],
        later[1].changed(value=3.0),
        later[2],
        later[3],
        seen_count("plans", 3, age="b"),
    )
    assert hidden(hide(PLANS, *now)) >= {"plans age=a0", "plans age=b"}
    shown = hide(PLANS, *now, record=first)
    assert {"plans age=a1", "plans age=a2"}.isdisjoint(hidden(shown))


def test_a_small_count_that_everybody_can_work_out_is_named() -> None:
    """The total and all other parts were shown before; the first edition's policy hid nothing."""
    cells = [
        ShownCell(indicator="plans", area=AREA, period=CalendarYear(year=2024), value=63.0),
        *(
            ShownCell(
                indicator="plans",
                area=AREA,
                period=CalendarYear(year=2024),
                dimensions={"age": age},
                value=value,
            )
            for age, value in (("a1", 20.0), ("a2", 40.0))
        ),
    ]
    shown = hide(PLANS, *parts(3, 20, 40))
    record = recorded(shown)
    (edition,) = record.editions
    open_record = record.changed(editions=(edition.changed(cells=tuple(cells)),))
    named = hide(PLANS, *parts(3, 20, 40), record=open_record)
    assert named.without_proof == (f"plans {AREA} calendar_year 2024 age=a0 value",)


def test_monthly_editions_of_a_year_to_date_reveal_no_month() -> None:
    """Each edition has a figure more, and knows what those before have shown."""
    record: ShownRecord | None = None
    rows: list[Observation] = []
    for month, until in enumerate((30, 31, 30, 31, 31, 30), start=4):
        period = YearToDate(year_kind="financial", year=2024, until=date(2024, month, until))
        rows.append(seen_count("a", (month - 3) * 3 + 7, period))
        shown = hide((count("a"),), *rows, record=record)
        record = recorded(shown, record)
    assert record is not None
    earlier = EarlierEditions.of((record,))
    assert earlier.hidden.isdisjoint(earlier.shown)
    values = sorted(next(iter(numbers))[0] or 0 for numbers in earlier.shown.values())
    assert all(later - first > 4 for first, later in pairwise(values))
