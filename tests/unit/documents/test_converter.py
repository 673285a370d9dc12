"""The strict converter: one kind of number, and no conversions."""

from datetime import date
from typing import Any

import attrs
import pytest

from sendframe.documents import converter, plain_data
from sendframe.model import (
    AcademicYear,
    EvidenceRegister,
    FrozenMap,
    Json,
    Month,
    Period,
    freeze,
)
from tests.unit.conftest import text


@attrs.frozen
class Options:
    """Options of a made-up rule."""

    years: int = 3
    share: float = 0.5
    strict: bool = False


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"years": 4.0}, Options(years=4)),
        ({"years": 4}, Options(years=4)),
        ({"share": 1}, Options(share=1.0)),
        ({}, Options()),
    ],
)
def test_json_has_one_kind_of_number(given: dict[str, Any], made: Options) -> None:
    """1.0 is the whole number 1, and 1 is the number 1.0: JSON has one kind of number."""
    result = converter().structure(given, Options)
    assert result == made
    assert [type(result.years), type(result.share)] == [int, float]


@pytest.mark.parametrize(
    "given",
    [
        {"years": 4.5},
        {"years": "4"},
        {"years": True},
        {"share": "1"},
        {"share": False},
        {"strict": "false"},
        {"strict": 0},
        {"unknown": 1},
        {"years": None},
    ],
)
def test_nothing_is_made_out_of_another_type(given: dict[str, Any]) -> None:
    """Halves, text, truth values and null are no whole numbers, and unknown keys are refused."""
    with pytest.raises(ExceptionGroup):
        converter().structure(given, Options)


@attrs.frozen
class Raw:
    """Options with a day, a list, a map and raw JSON."""

    since: date | None = None
    areas: tuple[str, ...] = ()
    names: FrozenMap[str] = FrozenMap()
    raw: Json = None


@pytest.mark.parametrize(
    "given",
    [
        {"since": "2026-W01-1"},
        {"since": 20260131},
        {"areas": "ZZ0000001"},
        {"areas": {"0": "ZZ0000001"}},
        {"names": ["a"]},
        {"since": None},
    ],
)
def test_days_lists_and_maps_are_what_json_writes_for_them(given: dict[str, Any]) -> None:
    """A week is no day, text is no list, a list is no map, and null is nothing known."""
    with pytest.raises(ExceptionGroup):
        converter().structure(given, Raw)
    sound = {"since": "2026-01-31", "areas": ["a"], "names": {"a": "b"}, "raw": [{"c": 1.5}]}
    assert converter().structure(sound, Raw) == Raw(
        date(2026, 1, 31), ("a",), FrozenMap({"a": "b"}), (FrozenMap({"c": 1.5}),)
    )


@attrs.frozen
class Span:
    """Options that name two periods, each of any kind."""

    first: Period
    last: Period | None = None


def test_the_kind_says_which_class_is_read() -> None:
    """Of several classes the one whose ``kind`` is written is read, with its own fields."""
    raw = {
        "first": {"kind": "academic_year", "start_year": 2023},
        "last": {"kind": "month", "year": 2025, "month": 3},
    }
    assert converter().structure(raw, Span) == Span(
        AcademicYear(start_year=2023), Month(year=2025, month=3)
    )


@pytest.mark.parametrize(
    "given",
    [
        {"start_year": 2023},
        {"kind": "school_year", "start_year": 2023},
        {"kind": None},
        {"kind": ["academic_year"]},
        "2023/24",
        ["academic_year"],
        None,
    ],
)
def test_a_kind_that_is_none_of_them_is_refused(given: Any) -> None:
    """No class is guessed from its fields: the refusal lists the kinds there are."""
    with pytest.raises(ExceptionGroup) as caught:
        converter().structure({"first": given}, Span)
    (problem,) = caught.value.exceptions
    assert isinstance(problem, TypeError)
    assert "one of the kinds academic_year, calendar_year, " in str(problem)


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "academic_year"},
        {"kind": "academic_year", "start_year": "2023"},
        {"kind": "academic_year", "year": 2023},
    ],
)
def test_a_kind_is_read_as_strictly_as_any_class(given: dict[str, Any]) -> None:
    """A missing field, a value of another type and the field of another kind are refused."""
    with pytest.raises(ExceptionGroup):
        converter().structure({"first": given}, Span)


def test_raw_json_is_written_as_it_was_read() -> None:
    """What a plug-in keeps comes back as plain objects and arrays, each number in its one form."""
    kept = {"plug-in": {"list": [1, 2.0, 2.5, None, True, "a"], "map": {"b": []}}}
    register = EvidenceRegister(id="e", title=text("Evidence"), extensions=freeze(kept))
    written = plain_data(register)["extensions"]
    assert written == kept
    assert isinstance(written["plug-in"]["list"], list)
    assert type(written["plug-in"]["list"][1]) is int
