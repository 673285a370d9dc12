"""Constraints that stand beside a type, and the value classes that obey them.

A field's type and its `Annotated` constraints are the one source of truth: from them come
the validator that runs when a value is made, the JSON Schema that is published, and the
reader that turns a document into values. So the three cannot differ.
"""

import math
import re
import types
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    Self,
    TypeVar,
    Union,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
)

import attrs

from sendframe.errors import InvalidValue

from ._frozen import FrozenMap, Json

__all__ = [
    "LARGEST_INTEGER",
    "Examples",
    "Length",
    "Pattern",
    "Range",
    "RefersTo",
    "Value",
    "problems_of",
    "value_class",
]

LARGEST_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6)."""

FIRST_YEAR, LAST_YEAR = 1900, 2199
T = TypeVar("T")
Problem = tuple[str, str]
Checker = Callable[[Any], Iterator[Problem]]


@attrs.frozen
class Pattern:
    """Text must match this regular expression from beginning to end.

    Only syntax that Python, ECMA 262 and Rust read alike may be used, between ``^`` and ``$``.

    Attributes:
        regex: The expression.
        meaning: What it asks for, in words that finish the sentence "must be …".
    """

    regex: str
    meaning: str


@attrs.frozen
class Length:
    """Bounds, both included, of the characters of a text or the members of an array.

    Attributes:
        minimum: The fewest.
        maximum: The most; None for no bound.
    """

    minimum: int = 0
    maximum: int | None = None


@attrs.frozen
class Range:
    """Bounds, both included, of a number.

    Attributes:
        minimum: The least; None for no bound.
        maximum: The greatest; None for no bound.
    """

    minimum: float | None = None
    maximum: float | None = None


@attrs.frozen
class Examples:
    """Values that are well formed, for the schema.

    Attributes:
        values: The examples, as JSON.
    """

    values: tuple[str, ...]


@attrs.frozen
class RefersTo:
    """The text is the id of something that stands elsewhere in the portfolio.

    Attributes:
        kinds: What it may be the id of, by the ``kind_of_thing`` of the class.
    """

    kinds: tuple[str, ...]


class Value:
    """The root of every value of the model: frozen, and valid from birth.

    attrs would compile an ``__init__``, ``__eq__``, ``__hash__`` and ``__repr__`` for each of
    the 150 classes, which takes longer than reading a document. So they stand here, once.
    """

    __slots__ = ()

    kind_of_thing: ClassVar[str] = ""
    """What other values may refer to it as; empty where nothing may."""

    named_by: ClassVar[str] = "id"
    """The field that other values refer to it by."""

    _fields: ClassVar["tuple[attrs.Attribute[Any], ...]"] = ()

    def __init__(self, **given: object) -> None:
        owner = type(self).__name__
        for field, check in zip(self._fields, _checks_of(type(self)), strict=True):
            value = given.pop(field.name, field.default)
            if value is attrs.NOTHING:
                message = f"{owner}() needs {field.name}="
                raise TypeError(message)
            hint: Any = field.type
            if type(value) is int and _is_number(hint):
                value = float(value)  # as type checkers allow: 60 where 60.0 is meant
            for pointer, problem in _below(field.name, check(value)):
                raise InvalidValue(owner, pointer, problem)
            object.__setattr__(self, field.name, value)
        if given:
            message = f"{owner}() has no field {', '.join(sorted(given))}"
            raise TypeError(message)
        for pointer, problem in self.broken_rules():
            raise InvalidValue(owner, pointer, problem)

    def broken_rules(self) -> Iterable[Problem]:
        """Yield what only code can see to be wrong, as (pointer from here, problem).

        Types and constraints are held by the fields themselves. Rules that compare fields
        with each other, such as the order of two dates, stand here.
        """
        return ()

    def changed(self, **changes: object) -> Self:
        """Return a new value with some fields changed; it is checked like any other.

        Examples:
            >>> from sendframe.model import Month
            >>> print(Month(year=2025, month=1).changed(month=2))
            February 2025
        """
        return type(self)(
            **{field.name: getattr(self, field.name) for field in self._fields} | changes
        )

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, field.name) for field in self._fields])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        shown = [
            f"{field.name}={value!r}"
            for field, value in zip(self._fields, self._values(), strict=True)
            if value != field.default
        ]
        return f"{type(self).__name__}({', '.join(shown)})"


@cache
def _is_number(hint: Any) -> bool:
    """Say whether a field's type is a number, with or without constraints or None."""
    if get_origin(hint) is Annotated:
        return _is_number(hint.__origin__)
    if hint == Json:
        return False
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else ()
    return hint is float or any(_is_number(each) for each in members)


def _name_of(value: object) -> str:
    if isinstance(value, Value):
        return type(value).__name__
    names = {bool: "true or false", int: "a number", float: "a number", str: "text"}
    names |= {type(None): "nothing", tuple: "a tuple", FrozenMap: "a FrozenMap"}
    return names.get(type(value), type(value).__name__)


def _check_text(value: Any) -> Iterator[Problem]:
    if type(value) is not str:
        yield "", f"must be text, not {_name_of(value)}"
    elif any("\ud800" <= each <= "\udfff" for each in value):
        yield "", "must not hold half of a surrogate pair"


def _check_truth(value: Any) -> Iterator[Problem]:
    if type(value) is not bool:
        yield "", f"must be true or false, not {_name_of(value)}"


def _check_integer(value: Any) -> Iterator[Problem]:
    if type(value) is not int:
        yield "", f"must be a whole number, not {_name_of(value)}"
    elif abs(value) > LARGEST_INTEGER:
        yield "", f"must lie between -{LARGEST_INTEGER} and {LARGEST_INTEGER}"


def _check_number(value: Any) -> Iterator[Problem]:
    if type(value) is not float:
        yield "", f"must be a number (float), not {_name_of(value)}"
    elif not math.isfinite(value) or abs(value) > LARGEST_INTEGER:
        yield "", f"must lie between -{LARGEST_INTEGER} and {LARGEST_INTEGER}"


def _check_date(value: Any) -> Iterator[Problem]:
    if type(value) is not date:
        yield "", f"must be a date, not {_name_of(value)}"
    elif not FIRST_YEAR <= value.year <= LAST_YEAR:
        yield "", f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}"


def _check_json(value: Any) -> Iterator[Problem]:
    if isinstance(value, FrozenMap):
        for key, each in value.items():
            yield from _below(key, _check_text(key))
            yield from _below(key, _check_json(each))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _below(index, _check_json(each))
    elif type(value) is str:
        yield from _check_text(value)
    elif type(value) is int:
        yield from _check_integer(value)
    elif type(value) is float:
        if not math.isfinite(value):
            yield "", "must be a finite number"
    elif value is not None and type(value) is not bool:
        yield "", f"must be frozen JSON, not {_name_of(value)}"


def _below(step: str | int, found: Iterable[Problem]) -> Iterator[Problem]:
    token = str(step).replace("~", "~0").replace("/", "~1")
    for pointer, problem in found:
        yield f"/{token}{pointer}", problem


def _check_class(wanted: tuple[type, ...]) -> Checker:
    names = " or ".join(each.__name__ for each in wanted)

    def check(value: Any) -> Iterator[Problem]:
        if type(value) not in wanted:
            yield "", f"must be {names}, not {_name_of(value)}"

    return check


def _check_literal(allowed: tuple[object, ...]) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not str or value not in allowed:
            yield "", f"must be one of {', '.join(map(str, allowed))}"

    return check


def _check_tuple(member: Checker) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not tuple:
            yield "", f"must be a tuple, not {_name_of(value)}"
            return
        for index, each in enumerate(value):
            yield from _below(index, member(each))

    return check


def _check_map(member: Checker) -> Checker:
    def check(value: Any) -> Iterator[Problem]:
        if type(value) is not FrozenMap:
            yield "", f"must be a FrozenMap, not {_name_of(value)}"
            return
        for key, each in value.items():
            yield from _below(key, _check_text(key))
            yield from _below(key, member(each))

    return check


def _check_constraint(constraint: object) -> Checker | None:
    if isinstance(constraint, Pattern):
        matches = re.compile(constraint.regex.removeprefix("^").removesuffix("$")).fullmatch
        meaning = constraint.meaning

        def check_pattern(value: Any) -> Iterator[Problem]:
            if matches(value) is None:
                yield "", f"must be {meaning}"

        return check_pattern
    if isinstance(constraint, Length):
        least, most = constraint.minimum, constraint.maximum

        def check_length(value: Any) -> Iterator[Problem]:
            if len(value) < least or (most is not None and len(value) > most):
                yield "", f"must have a length of {least} to {'any' if most is None else most}"

        return check_length
    if isinstance(constraint, Range):
        low, high = constraint.minimum, constraint.maximum

        def check_range(value: Any) -> Iterator[Problem]:
            if (low is not None and value < low) or (high is not None and value > high):
                yield "", f"must lie between {low} and {high}"

        return check_range
    return None


_SIMPLE: dict[object, Checker] = {
    str: _check_text,
    bool: _check_truth,
    int: _check_integer,
    float: _check_number,
    date: _check_date,
    Json: _check_json,
}


def _checker(hint: Any) -> Checker:
    """Build the check of one type, constraints included."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin = get_origin(hint)
    if origin is Annotated:
        return _check_annotated(hint)
    if origin is Literal:
        return _check_literal(get_args(hint))
    if origin is tuple:
        return _check_tuple(_checker(get_args(hint)[0]))
    if origin is FrozenMap:
        return _check_map(_checker(get_args(hint)[0]))
    if origin in (Union, types.UnionType):
        members = tuple(each for each in get_args(hint) if each is not type(None))
        if len(members) == len(get_args(hint)):
            return _check_class(members)
        inner = _checker(Union[members])  # noqa: UP007  # the members are known at run time only

        def check_optional(value: Any) -> Iterator[Problem]:
            if value is not None:
                yield from inner(value)

        return check_optional
    return _check_class((hint,))


def _check_annotated(hint: Any) -> Checker:
    inner = _checker(hint.__origin__)
    constraints = [_check_constraint(each) for each in hint.__metadata__]
    checks = [each for each in constraints if each is not None]

    def check(value: Any) -> Iterator[Problem]:
        wrong = list(inner(value))
        yield from wrong
        if not wrong:
            for each in checks:
                yield from each(value)

    return check


_checks: dict[type[Value], tuple[Checker, ...]] = {}


def _checks_of(cls: type[Value]) -> tuple[Checker, ...]:
    """Return the check of each field of a class; they are built when first needed."""
    found = _checks.get(cls)
    if found is None:
        found = _checks[cls] = tuple(_checker(field.type) for field in cls._fields)
    return found


def problems_of(value: Value) -> Iterator[Problem]:
    """Yield everything wrong with *value* itself, as (pointer, problem).

    Values are valid from birth, so this finds something only in a value that was made
    past its constructor.
    """
    cls = type(value)
    for field, check in zip(cls._fields, _checks_of(cls), strict=True):
        yield from _below(field.name, check(getattr(value, field.name)))
    yield from value.broken_rules()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value_class(cls: type[T]) -> type[T]:
    """Make *cls* a frozen attrs class whose fields check themselves.

    All arguments are by keyword. Instances are compared by value, hashable and picklable.
    """
    made: Any = attrs.frozen(kw_only=True, init=False, eq=False, repr=False)(cls)
    made._fields = attrs.fields(made)
    return cast("type[T]", made)
