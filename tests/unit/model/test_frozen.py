"""The one mapping of the model: frozen, hashable, picklable, and as JSON compares."""

import copy
import pickle
from typing import Any

import pytest
from hypothesis import given

import sendframe.testing
from sendframe.model import EMPTY, FrozenMap, freeze, full_text, thaw


@given(sendframe.testing.json_values())
def test_freezing_and_thawing_are_inverse(raw: Any) -> None:
    """Raw JSON comes back as it was, and the frozen form can be hashed, pickled and copied."""
    frozen = freeze(raw)
    assert thaw(frozen) == raw
    assert hash(frozen) == hash(freeze(copy.deepcopy(raw)))
    again = pickle.loads(pickle.dumps(frozen))  # our own bytes
    assert again == frozen
    assert repr(again) == repr(frozen)
    assert copy.deepcopy(frozen) == frozen


def test_order_of_keys_does_not_matter() -> None:
    """Equal maps are shown alike, hash alike, and stand for one another as keys."""
    one, two = FrozenMap({"b": 1, "a": 2}), FrozenMap({"a": 2, "b": 1})
    assert one == two
    assert repr(one) == repr(two) == "<FrozenMap of 2>"
    assert full_text(one) == full_text(two) == "FrozenMap({'a': 2, 'b': 1})"
    assert len({one, two}) == 1
    assert list(one) == ["a", "b"]


def test_nothing_in_it_can_change() -> None:
    """Members, attributes and the mapping it was made of cannot be changed through it."""
    source = {"a": 1}
    made: Any = FrozenMap(source)
    source["a"] = 2
    assert made == FrozenMap({"a": 1})
    with pytest.raises(TypeError):
        made["a"] = 2
    with pytest.raises(TypeError):
        del made["a"]
    with pytest.raises(AttributeError, match="cannot change"):
        made._data = {}
    with pytest.raises(AttributeError, match="cannot change"):
        del made._data
    with pytest.raises(AttributeError, match="cannot change"):
        made.other = 1


def test_a_hash_survives_a_pickle() -> None:
    """A map that was hashed already is pickled without its hash, which differs by process."""
    made = FrozenMap({"a": ("b",)})
    before = hash(made)
    assert made.__reduce__() == (FrozenMap, ({"a": ("b",)},))
    assert hash(pickle.loads(pickle.dumps(made))) == before  # our own bytes


def test_equality_is_that_of_json() -> None:
    """1 is 1.0, true is not 1, and a plain dict is something else."""
    assert FrozenMap({"a": 1}) == FrozenMap({"a": 1.0})
    assert FrozenMap({"a": True}) != FrozenMap({"a": 1})
    assert FrozenMap({"a": (0, (False,))}) != FrozenMap({"a": (0, (0,))})
    assert FrozenMap({"a": (0, (False,))}) == FrozenMap({"a": (0.0, (False,))})
    assert FrozenMap({"a": FrozenMap({"b": False})}) != FrozenMap({"a": FrozenMap({"b": 0})})
    assert FrozenMap({"a": 1}) != {"a": 1}
    assert FrozenMap({"a": 1}) != FrozenMap({"a": 1, "b": 1})
    assert EMPTY == FrozenMap() == FrozenMap(None) == FrozenMap({})


@pytest.mark.parametrize("value", [{1: 2}, {"a": {None: 1}}, {1}, b"x", object(), [1j]])
def test_what_is_not_json_is_not_frozen(value: object) -> None:
    """Other keys than text and other types than JSON's are a TypeError."""
    with pytest.raises(TypeError):
        freeze(value)


def test_reading() -> None:
    """It is a Mapping: length, membership, items, get."""
    made = FrozenMap({"a": 1, "b": 2})
    assert len(made) == 2
    assert "a" in made
    assert made.get("c") is None
    assert dict(made.items()) == {"a": 1, "b": 2}
    with pytest.raises(KeyError):
        made["c"]
