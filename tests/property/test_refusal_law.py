"""The law of refusal: for every field, a value of another JSON type is refused by everything."""

from datetime import UTC, date, datetime
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
import cattrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import sendframe.testing
from sendframe.documents import converter
from sendframe.errors import InvalidValue
from sendframe.model import FrozenMap, Json, Value
from sendframe.validation import Engine
from sendframe.validation._engine import python_engine, rust_engine
from tests.property.model_classes import classes, schema_for

pytestmark = pytest.mark.slow

OTHERS: tuple[Any, ...] = (
    None, True, False, 0, 1, 20240301, -1.5, 0.5, "", "false", "12", "3.9", "2026-01-31",
    "2026-W01-1", "text", [], [1], ["text"], [{}], {}, {"kind": "nothing"}, {"0": "a"},
)  # fmt: skip
PYTHON: tuple[Any, ...] = (
    True, 0, 1, -1.5, "", "12", "text", "2026-01-31", b"text", (), ("text",), [], ["text"],
    {}, {"a": "b"}, FrozenMap(), FrozenMap({"a": "b"}), frozenset(), object(), 1j, float("nan"),
    float("inf"), date(2026, 1, 31), datetime(2026, 1, 31, tzinfo=UTC), date(1, 1, 1), "\ud800",
)  # fmt: skip
_KEPT_AS: dict[Any, type] = {tuple: list, FrozenMap: dict}
FIELDS = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
    for cls in classes()
    for field in attrs.fields(cls)  # type: ignore[arg-type]  # every Value is attrs
]


@cache
def engines(cls: type[Value]) -> tuple[Engine, ...]:
    """Return both engines for the schema of a class."""
    return rust_engine(schema_for(cls)), python_engine(schema_for(cls))


@cache
def example(cls: type[Value], *, full: bool) -> Any:
    """Return one value of a class, with every field filled or not, the same each time."""
    found: list[Any] = []

    @settings(
        max_examples=1,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(sendframe.testing.values(cls, full=full))
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found[0]


def accepted(hint: Any) -> tuple[str, type | None]:
    """Return the JSON type and the Python type that a field's type accepts."""
    if get_origin(hint) is Annotated:
        return accepted(hint.__origin__)
    if hint is Json:
        return "any", None
    members = [each for each in get_args(hint) if each is not type(None)]
    if get_origin(hint) is not None and type(None) in get_args(hint):
        return accepted(Union[tuple(members)])  # noqa: UP007  # made here
    origin = get_origin(hint)
    if origin is tuple:
        return "array", tuple
    if origin is FrozenMap:
        return "object", FrozenMap
    simple: dict[Any, tuple[str, type]] = {
        str: ("text", str),
        bool: ("truth", bool),
        int: ("number", int),
        float: ("number", float),
        date: ("text", date),
    }
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type) or any(isinstance(each, type) for each in members):
        return "object", Value
    return "text", str  # a Literal


def json_type(value: Any) -> str:
    """Return the JSON type of raw JSON."""
    names: dict[type, str] = {dict: "object", list: "array", str: "text", bool: "truth"}
    names |= {int: "number", float: "number", type(None): "null"}
    return names[type(value)]


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_value_of_another_json_type_is_refused(cls: type[Value], field: Any) -> None:
    """Both engines and the strict converter refuse null and every other JSON type."""
    some: dict[str, Any] = converter().unstructure(example(cls, full=False))
    rust, python = engines(cls)
    raw = {key: some[key] for key in some if attrs.fields_dict(cls)[key].default is attrs.NOTHING}  # type: ignore[arg-type]
    raw |= {key: some[key] for key in some if key == "kind"}
    wanted, _ = accepted(field.type)
    for other in OTHERS:
        if json_type(other) == wanted:
            continue
        wrong = {**raw, field.name: other}
        assert {fault.path for fault in rust(wrong)} == {(field.name,)}, other
        assert {fault.path for fault in python(wrong)} == {(field.name,)}, other
        with pytest.raises(Exception) as raised:  # noqa: PT011  # cattrs groups what it found
            converter().structure(wrong, cls)
        assert field.name in "; ".join(cattrs.transform_error(raised.value)), other


@pytest.mark.parametrize(("cls", "field"), FIELDS)
def test_a_value_of_another_python_type_is_refused(cls: type[Value], field: Any) -> None:
    """The constructor takes only the exact Python type; None only where it means absent.

    A list is kept as a tuple, and a dict as a mapping.
    """
    given = {each: getattr(example(cls, full=True), each.name) for each in attrs.fields(cls)}  # type: ignore[arg-type]
    fields = {each.name: value for each, value in given.items()}
    assert cls(**fields) == example(cls, full=True)
    _, wanted = accepted(field.type)
    others = [each for each in PYTHON if wanted is None or type(each) is not wanted]
    others += [
        example(each, full=True) for each in (classes()[0], classes()[-1]) if wanted is not Value
    ]
    if wanted in _KEPT_AS:
        others = [each for each in others if type(each) is not _KEPT_AS[wanted]]
    if field.default is not None:
        others.append(None)
    if wanted is float:  # which takes whole numbers too, up to what a float keeps exactly
        others = [each for each in others if type(each) is not int]
        others += [2**53, 10**400]
        others += [float("nan"), float("inf"), 2.0**53]
    if wanted is date:
        others += [date(1899, 12, 31), date(2200, 1, 1)]
    for other in others:
        with pytest.raises(InvalidValue) as raised:
            cls(**{**fields, field.name: other})
        assert raised.value.pointer.startswith(f"/{field.name}"), other


@pytest.mark.parametrize("cls", classes())
def test_an_object_is_an_object(cls: type[Value]) -> None:
    """Nothing but an object is taken for one, even where every member may be left out."""
    rust, python = engines(cls)
    raw = converter().unstructure(example(cls, full=True))
    assert not list(rust(raw))
    assert not list(python(raw))
    assert converter().structure(raw, cls) == example(cls, full=True)
    for other in OTHERS:
        if json_type(other) != "object":
            assert [fault.keyword for fault in rust(other)] == ["type"], other
            assert [fault.keyword for fault in python(other)] == ["type"], other
            with pytest.raises(Exception):  # noqa: B017, PT011  # cattrs raises many kinds
                converter().structure(other, cls)


@pytest.mark.parametrize("cls", classes())
def test_a_key_that_is_not_known_is_refused(cls: type[Value]) -> None:
    """Engines, strict converter and constructor refuse a member that no field is for."""
    raw = {**converter().unstructure(example(cls, full=True)), "no_such_field": 1}
    rust, python = engines(cls)
    assert [fault.member for fault in rust(raw)] == ["no_such_field"]
    assert [fault.member for fault in python(raw)] == ["no_such_field"]
    with pytest.raises(Exception):  # noqa: B017, PT011  # cattrs groups what it found
        converter().structure(raw, cls)
    fields = {each.name: getattr(example(cls, full=True), each.name) for each in attrs.fields(cls)}  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        cls(**fields, no_such_field=1)


def test_none_always_means_absent() -> None:
    """A field that may be None has None as its default, so that null need never be written."""
    for cls in classes():
        for field in attrs.fields(cls):  # type: ignore[arg-type]  # every Value is attrs
            if type(None) in get_args(field.type) and field.type is not Json:
                assert field.default is None, f"{cls.__name__}.{field.name}"
