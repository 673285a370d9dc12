"""The base class of all values of the model: frozen, and validated when created."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, ClassVar, Self, TypeVar, cast, dataclass_transform

import attrs

from sendframe.errors import InvalidValue

from ._checking import Checker, Problem, checker_of, is_number, prefix_problems
from ._constraint import LARGEST_INTEGER
from ._frozen import FrozenMap, Json, freeze
from ._full_text import is_full_text
from ._short_repr import short_repr

__all__ = ["Value", "problems_of", "value_class"]

T = TypeVar("T")


class Value:
    """The base class of all values of the model: frozen, and validated when created.

    attrs would compile an ``__init__``, ``__eq__``, ``__hash__`` and ``__repr__`` for each of
    the 150 classes, which takes longer than reading a document. So they are defined here, once.

    Documents: the base class of every part.
    """

    __slots__ = ()

    __attrs_attrs__: ClassVar["tuple[attrs.Attribute[Any], ...]"]
    """What `attrs.fields` returns; for type checkers, since attrs sets it on each class."""

    kind_of_thing: ClassVar[str] = ""
    """Kind by which other values refer to it; empty where none may."""

    named_by: ClassVar[str] = "id"
    """The field that other values refer to it by."""

    _fields: ClassVar["tuple[attrs.Attribute[Any], ...]"] = ()

    def __init__(self, **values: object) -> None:
        owner = type(self).__name__
        for field, check in zip(self._fields, _checks_of(type(self)), strict=True):
            value = values.pop(field.name, field.default)
            if value is attrs.NOTHING:
                raise TypeError(_missing_field(owner, field.name, values, self._fields))
            if type(value) is list:
                value = tuple(value)
            elif type(value) is dict:
                value = _frozen(value, field)
            hint: Any = field.type
            if type(value) is int and abs(value) <= LARGEST_INTEGER and is_number(hint):
                value = float(value)  # as type checkers allow: 60 for 60.0
            for pointer, problem in check(value):
                raise InvalidValue(owner, f"/{field.name}{pointer}", problem)
            object.__setattr__(self, field.name, value)
        if values:
            raise TypeError(_unknown_fields(owner, values, self._fields))
        for pointer, problem in self.broken_rules():
            raise InvalidValue(owner, pointer, problem)

    def broken_rules(self) -> Iterable[Problem]:
        """Yield broken rules that types cannot express, as (pointer from here, problem).

        Types and constraints are checked field by field. Rules that compare fields with each
        other, such as the order of two dates, belong here.
        """
        return ()

    def changed(self, **changes: object) -> Self:
        """Return a new value with some fields changed, which is validated like any other.

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
        if not is_full_text():
            return short_repr(self)
        shown = [
            f"{field.name}={value!r}"
            for field, value in zip(self._fields, self._values(), strict=True)
            if value != field.default
        ]
        return f"{type(self).__name__}({', '.join(shown)})"


def _frozen(value: dict[str, Any], field: "attrs.Attribute[Any]") -> object:
    """Return a dict as the mapping that a field keeps; raw JSON is frozen to its last part."""
    if not all(isinstance(key, str) for key in value):
        return value  # which is refused, with the reason
    return freeze(value) if field.type == FrozenMap[Json] else FrozenMap(value)


def _missing_field(
    owner: str, name: str, values: Iterable[str], fields: "tuple[attrs.Attribute[Any], ...]"
) -> str:
    """Return that a field is needed; or which names are no fields, one of which it may be."""
    known = {field.name for field in fields}
    unknown = [given for given in values if given not in known]
    return _unknown_fields(owner, unknown, fields) if unknown else f"{owner}() needs {name}="


def _unknown_fields(
    owner: str, values: Iterable[str], fields: "Iterable[attrs.Attribute[Any]]"
) -> str:
    """Return what is wrong with names that are no fields, with the nearest that are."""
    known = [field.name for field in fields]
    names = sorted(values)
    near = [match for name in names for match in get_close_matches(name, known, 1)]
    hint = f"; did you mean {' and '.join(dict.fromkeys(near))}?" if near else ""
    return f"{owner}() has no field {', '.join(names)}{hint}"


_checks: dict[type[Value], tuple[Checker, ...]] = {}


def _checks_of(cls: type[Value]) -> tuple[Checker, ...]:
    """Return the checks of the fields of a class, which are built when first needed."""
    checks = _checks.get(cls)
    if checks is None:
        checks = _checks[cls] = tuple(checker_of(field.type) for field in cls._fields)
    return checks


def problems_of(value: Value) -> Iterator[Problem]:
    """Yield everything wrong with *value* itself, as (pointer, problem).

    Values are validated when created, so this yields something only for a value that was
    created without its constructor.
    """
    cls = type(value)
    for field, check in zip(cls._fields, _checks_of(cls), strict=True):
        yield from prefix_problems(field.name, check(getattr(value, field.name)))
    yield from value.broken_rules()


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value_class(cls: type[T]) -> type[T]:
    """Make *cls* a frozen attrs class whose fields are validated when an instance is created.

    All arguments are by keyword. Instances are compared by value, hashable and picklable.
    """
    made: Any = attrs.frozen(kw_only=True, init=False, eq=False, repr=False, weakref_slot=False)(
        cls
    )
    made._fields = attrs.fields(made)
    return cast("type[T]", made)
