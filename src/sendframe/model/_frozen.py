"""Immutable JSON, and the only mapping type of the model."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeAlias, TypeVar, Union

from ._full_text import is_full_text

__all__ = ["EMPTY", "FrozenMap", "Json", "freeze", "thaw"]

V_co = TypeVar("V_co", covariant=True)


def _same_booleans(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    """Say whether equal members have the same booleans: Python considers true and 1 equal."""
    for first_member, second_member in zip(first, second, strict=True):
        if (type(first_member) is bool) is not (type(second_member) is bool):
            return False
        if (
            isinstance(first_member, tuple)
            and isinstance(second_member, tuple)
            and not _same_booleans(first_member, second_member)
        ):
            return False
    return True


class FrozenMap(Mapping[str, V_co], Generic[V_co]):
    """An immutable, hashable mapping from text to values.

    Keys are sorted, so that equal maps are printed the same. As in JSON,
    1 equals 1.0 and true equals neither.

    Examples:
        >>> dict(FrozenMap({"b": 1, "a": (2, 3)}))
        {'a': (2, 3), 'b': 1}

    Documents: every kind, for members such as ``extensions``.
    """

    __slots__ = ("_data", "_hash")

    _data: dict[str, V_co]
    _hash: int | None

    def __init__(self, data: Mapping[str, V_co] | None = None) -> None:
        pairs = {} if data is None else {key: data[key] for key in sorted(data)}
        object.__setattr__(self, "_data", pairs)
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: str) -> V_co:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(tuple(self._data.items())))
        return hash(self._hash)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            mine, theirs = self._data, other._data
            return mine == theirs and _same_booleans(tuple(mine.values()), tuple(theirs.values()))
        return NotImplemented

    def __setattr__(self, name: str, value: object) -> None:
        message = f"a FrozenMap cannot change: {name}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        message = f"a FrozenMap cannot change: {name}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[type["FrozenMap[V_co]"], tuple[dict[str, V_co]]]:
        return FrozenMap, (self._data,)

    def __repr__(self) -> str:
        return f"FrozenMap({self._data!r})" if is_full_text() else f"<FrozenMap of {len(self)}>"


Json: TypeAlias = Union[bool, int, float, str, "tuple[Json, ...]", "FrozenMap[Json]", None]
"""Frozen JSON: objects are `FrozenMap`, arrays are tuples."""

EMPTY: FrozenMap[Json] = FrozenMap()
"""The empty map, which is the default of ``extensions``."""


def freeze(value: object) -> Json:
    """Return plain JSON data (dicts, lists) as frozen JSON.

    Raises:
        TypeError: Something in *value* is not JSON, or a key is not text.

    Examples:
        >>> dict(freeze({"a": [1, 2]}))
        {'a': (1, 2)}
    """
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            message = "the keys of a JSON object are text"
            raise TypeError(message)
        return FrozenMap({key: freeze(member) for key, member in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(freeze(member) for member in value)
    message = f"not JSON: {type(value).__name__}"
    raise TypeError(message)


def thaw(value: Json) -> object:
    """Return frozen JSON as mutable dicts and lists.

    Examples:
        >>> thaw(FrozenMap({"a": (1, 2)}))
        {'a': [1, 2]}
    """
    if isinstance(value, FrozenMap):
        return {key: thaw(member) for key, member in value.items()}
    if isinstance(value, tuple):
        return [thaw(member) for member in value]
    return value
