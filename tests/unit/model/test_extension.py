"""What plug-ins keep in documents, read as typed values."""

from datetime import date
from typing import ClassVar, Literal

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    Code,
    Extension,
    FrozenMap,
    Json,
    Priority,
    Text,
    Value,
    freeze,
    value_class,
)


@value_class
class Near(Value):
    """Something near."""

    kind: Literal["near"]
    miles: float


@value_class
class Far(Value):
    """Something far."""

    kind: Literal["far"]
    days: int


@value_class
class Kept(Extension):
    """What the plug-in kent keeps."""

    extension_name: ClassVar[str] = "kent"

    name: str
    count: int = 0
    on: date | None = None
    near: Near | None = None
    place: Near | Far | None = None
    names: tuple[str, ...] = ()
    numbers: FrozenMap[float] = FrozenMap()
    raw: FrozenMap[Json] = FrozenMap()
    anything: Json = None
    code: Code | None = None


def priority(kept: object) -> Priority:
    """Return a priority in which kent keeps something."""
    return Priority(
        id="p1",
        order=1,
        label="priority",
        statement=Text(default="Help early"),
        extensions=freeze({"kent": kept}),
    )


def test_what_is_kept_is_read_as_a_typed_value() -> None:
    """Dates, whole numbers, inner values, lists and maps have their types."""
    found = priority(
        {
            "name": "Thanet",
            "count": 3.0,
            "on": "2026-01-31",
            "near": {"kind": "near", "miles": 2},
            "place": {"kind": "far", "days": 4},
            "names": ["a", "b"],
            "numbers": {"x": 1.5},
            "raw": {"a": [1]},
            "anything": ["b"],
            "code": "a-1",
        }
    ).extension(Kept)
    assert found == Kept(
        name="Thanet",
        count=3,
        on=date(2026, 1, 31),
        near=Near(kind="near", miles=2.0),
        place=Far(kind="far", days=4),
        names=("a", "b"),
        numbers=FrozenMap({"x": 1.5}),
        raw=FrozenMap({"a": (1,)}),
        anything=("b",),
        code="a-1",
    )


def test_nothing_kept_is_none() -> None:
    """A thing in which the plug-in keeps nothing has no extension of it."""
    plain = priority({}).changed(extensions=FrozenMap({"surrey": 1}))
    assert plain.extension(Kept) is None


@pytest.mark.parametrize(
    ("kept", "problem"),
    [
        ("text", "must be an object"),
        ({"name": "a", "size": 3}, "/size: is not known here"),
        ({"count": 3}, "/name: is missing"),
        ({"name": 3}, "/name: must be text"),
        ({"name": "a", "count": 2.5}, "/count: must be a whole number"),
        ({"name": "a", "count": "3"}, "/count: must be a whole number"),
        ({"name": "a", "on": "2026-02-30"}, "/on: must be a date"),
        ({"name": "a", "on": "20260131"}, "/on: must be a date"),
        ({"name": "a", "on": 3}, "/on: must be a date"),
        ({"name": "a", "near": 3}, "must be an object"),
        ({"name": "a", "place": {"kind": "other"}}, "/place: "),
        ({"name": "a", "place": 3}, "/place: "),
        ({"name": "a", "code": "a b"}, "/code: "),
        ({"name": "a", "names": "b"}, "/names: must be a tuple"),
        ({"name": "a", "numbers": 3}, "/numbers: must be a FrozenMap"),
    ],
)
def test_what_does_not_fit_is_refused_where_it_stands(kept: object, problem: str) -> None:
    """Nothing is converted in silence; the class and the place are named."""
    with pytest.raises(InvalidValue) as told:
        priority(kept).extension(Kept)
    assert problem in str(told.value)
