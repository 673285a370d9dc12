"""The ``repr`` of a value: ids, codes, days and counts."""

from datetime import date
from typing import Literal

import attrs
import pytest

from sendframe.model import (
    Action,
    CalendarYear,
    DateInWords,
    FrozenMap,
    Milestone,
    Month,
    Observation,
    Observations,
    Origin,
    Source,
    Text,
    full_text,
    short_repr,
)


@attrs.frozen
class Record:
    """A class without constraints."""

    id: str
    name: str = "a name"
    kind: str = "x"
    state: Literal["open", "closed"] = "open"
    number: int = 0
    is_old: bool = False
    day: date | None = None
    share: float = 0.5
    parts: tuple[str, ...] = ()
    data: bytes = b""
    period: object = None
    inner: object = None
    secret: str = attrs.field(default="", repr=False)

    __repr__ = short_repr


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Record("a"), "<Record 'a'>"),
        (
            Record("a", "Ann", "y", "closed", 3, is_old=True),
            "<Record 'a' kind='y' state='closed' number=3 is_old=True>",
        ),
        (Record("a", day=date(2025, 1, 31), share=3.0), "<Record 'a' day=2025-01-31>"),
        (Record("a", parts=("Ann", "Bob"), data=b"Ann"), "<Record 'a' parts=2>"),
        (Record("a", period=CalendarYear(year=2024)), "<Record 'a' period='2024'>"),
        (Record("a", period=DateInWords(text="when Ann is back")), "<Record 'a'>"),
        (Record("a", inner=Record("b")), "<Record 'a'>"),
        (Text(default="Ann"), "<Text>"),
        (DateInWords(text="when Ann is back"), "<DateInWords>"),
        (Month(year=2025, month=1), "Month(year=2025, month=1)"),
        (Source(title="Ann's letter", link="https://example.org/ann"), "<Source>"),
        (FrozenMap({"Ann": 1}), "<FrozenMap of 1>"),
        (Observations(), "<Observations of 0 rows>"),
    ],
)
def test_what_is_shown(value: object, shown: str) -> None:
    """No text, no figure, no link, and nothing that is as it is by default."""
    assert repr(value) == shown
    assert "secret" not in full_text(value)


def test_parts_are_counted_and_not_shown() -> None:
    """An action has its id, its days and how many of each part it has."""
    action = Action(
        id="open-clubs",
        title=Text(default="Ann's club"),
        due=Month(year=2026, month=7),
        milestones=(
            Milestone(id="m", statement=Text(default="Ann comes."), due=Month(year=2026, month=5)),
        ),
    )
    assert repr(action) == "<Action 'open-clubs' due='July 2026' milestones=1>"


def test_full_text_has_everything() -> None:
    """Also of a table, in which rows are otherwise only counted."""
    figure = Observation(
        indicator="late", area="ZZ0000001", period=CalendarYear(year=2024), value=3.0
    )
    assert repr(figure) == "<Observation indicator='late' area='ZZ0000001' period='2024'>"
    assert "value=3.0" in full_text(figure)
    table = Observations.of([(figure, Origin())])
    assert full_text(table).startswith("Observations(indicator=")
    assert full_text(Record("a", "Ann")).startswith("Record(id='a', name='Ann', ")
