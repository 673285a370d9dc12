"""Every value that the fictional example holds, with where it stands."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from sendframe import load
from sendframe.model import FrozenMap, Portfolio, Text, Value

__all__ = ["AS_AT", "EXAMPLE", "Spot", "everything", "example", "parts", "spots", "texts"]

EXAMPLE = Path(__file__).parents[2] / "examples" / "wyeford"
AS_AT = date(2026, 1, 31)


@attrs.frozen
class Spot:
    """One field of one value of the example.

    Attributes:
        owner: The value.
        field: The field.
        hint: What the field takes, or one member of it; of an entry of a list, what the list does.
        held: What stands in it.
        path: Where it stands, for people.
    """

    owner: Value
    field: "attrs.Attribute[Any]"
    hint: Any
    held: Any
    path: str


@cache
def example() -> Portfolio:
    """Return the example; the figures of its table are among its observations."""
    return load(EXAMPLE)


@cache
def everything() -> tuple[tuple[Value, str], ...]:
    """Return the documents, the figures of the table and every value below them, with its path."""
    portfolio = example()
    roots: list[tuple[Value, str]] = [(portfolio.manifest, "portfolio")]
    roots += [(each, each.id) for each in portfolio.documents]
    table = portfolio.observations
    roots += [
        (table[row], str(table.origin(row)))
        for row in range(len(table))
        if table.origin_line[row] is not None
    ]
    return tuple(each for root, name in roots for each in _below(root, name))


def texts() -> Iterator[tuple[Text, str]]:
    """Yield every text of the example with where it stands."""
    return ((each, path) for each, path in everything() if isinstance(each, Text))


def _below(value: Any, path: str) -> Iterator[tuple[Value, str]]:
    if isinstance(value, Value):
        yield value, path
        for field in attrs.fields(type(value)):
            yield from _below(getattr(value, field.name), f"{path}/{field.name}")
    elif isinstance(value, FrozenMap):
        for key, each in value.items():
            yield from _below(each, f"{path}/{key}")
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _below(each, f"{path}/{getattr(each, 'id', index)}")


@cache
def spots() -> tuple[Spot, ...]:
    """Return each field of each value, and each entry of each list and map in it."""
    return tuple(
        Spot(owner, field, hint, each, f"{path}/{field.name}")
        for owner, path in everything()
        for field in attrs.fields(type(owner))
        for hint, each in _entries(field.type, getattr(owner, field.name))
    )


def _entries(hint: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield a value with the type it was given for, or its entries with theirs."""
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    inner = get_args(hint)
    if get_origin(hint) is tuple and isinstance(value, tuple):
        for each in value:
            yield from _entries(inner[0], each)
    elif get_origin(hint) is FrozenMap and isinstance(value, FrozenMap):
        for each in value.values():
            yield from _entries(inner[0], each)
    else:
        yield hint, value


def parts(hint: Any) -> Iterator[Any]:
    """Yield each type that a hint allows, unions taken apart."""
    origin = get_origin(hint)
    if origin is Annotated:
        yield from parts(get_args(hint)[0])
    elif origin in (Union, UnionType):
        for each in get_args(hint):
            yield from parts(each)
    else:
        yield hint
