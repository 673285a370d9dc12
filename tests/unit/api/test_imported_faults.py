"""Imported figures that contradict themselves are named with their rows."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from sendframe.api._imported_faults import MOST_REPORTED, imported_faults
from sendframe.documents import dump
from sendframe.documents._raw_document import RawDocument, read_raw
from sendframe.errors import Diagnostic, Location
from sendframe.model import CalendarYear, IndicatorSet, Observations
from tests.unit.conftest import AREA, rate, text


def library(*sets: IndicatorSet) -> Any:
    """Return a library with the indicator sets of a plug-in."""

    def of_kind(kind: str) -> Iterator[tuple[None, RawDocument]]:
        assert kind == "indicator-set"
        for each in sets:
            raw = read_raw(dump(each), f"{each.id}.json")
            assert raw.is_sound
            yield None, raw

    return SimpleNamespace(of_kind=of_kind)


KNOWN = library(
    IndicatorSet(id="others", title=text("Others"), indicators=(rate(id="other"),)),
    IndicatorSet(id="known", title=text("Known"), indicators=(rate(), rate(id="unused"))),
)
GIVEN = [
    (71.0, 66.0, 110.0),
    (60.0, 66.0, 110.0),
    (152.3, None, None),
    (0.676, 225.0, 333.0),
    (50.0, 2.5, 5.0),
]


def table(*figures: tuple[float, float | None, float | None], indicator: str = "rate") -> Any:
    """Return figures of several years, as a reader makes them from a file."""
    values, tops, bottoms = zip(*figures, strict=True)
    return Observations.of_columns(
        indicator=[indicator] * len(figures),
        area=[AREA] * len(figures),
        period=[CalendarYear(year=2000 + number) for number in range(len(figures))],
        value=list(values),
        numerator=list(tops),
        denominator=list(bottoms),
        source_file=["published.csv"] * len(figures),
        source_row=[number + 2 for number in range(len(figures))],
    )


def test_each_is_named_with_its_row_and_without_its_numbers() -> None:
    """71.0% for 66 of 110 in row 2, above 100 in row 4, a share of 1 in row 5, half a child."""
    found = list(imported_faults(table(*GIVEN), KNOWN))
    assert [(each.code, each.severity, str(each.location)) for each in found] == [
        ("SFR414", "warning", f"published.csv:{row}") for row in (2, 4, 5, 6)
    ]
    assert found[0].message == (f"rate, {AREA}, 2000: the figure does not agree with its counts")
    assert not any(number in each.message for each in found for number in ("71", "66", "0.676"))


def test_a_row_that_the_reader_warned_of_is_named_once() -> None:
    """Its own message says in which column; one of another code says something else."""
    own = Diagnostic("SFR414", "it differs", Location("published.csv", "", 2), severity="warning")
    other = Diagnostic("kent.cell", "odd", Location("published.csv", "", 4), severity="warning")
    noted = Diagnostic("SFR414", "it differed", Location("published.csv", "", 5), severity="note")
    found = imported_faults(table(*GIVEN), KNOWN, [own, other, noted])
    assert [each.location.line for each in found] == [4, 5, 6]


def test_nothing_is_known_of_indicators_that_no_plugin_defines() -> None:
    """A portfolio that defines them checks their figures."""
    assert list(imported_faults(table(*GIVEN, indicator="local"), KNOWN)) == []


@pytest.mark.parametrize(("more", "lines"), [(0, MOST_REPORTED), (1, MOST_REPORTED + 1)])
def test_beyond_a_hundred_they_are_counted(more: int, lines: int) -> None:
    """So that a column read as another one does not fill the screen."""
    found = list(imported_faults(table(*[(-1.0, None, None)] * (MOST_REPORTED + more)), KNOWN))
    assert len(found) == lines
    assert (found[-1].message == "1 more that contradict themselves are not shown") is bool(more)
