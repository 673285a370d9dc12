"""What a field takes, and that everything wrong with a value is told at once."""

from datetime import date
from typing import Annotated, Any

import pytest

from sendframe.errors import InvalidValue
from sendframe.model import (
    CalendarYear,
    Evidence,
    FrozenMap,
    Json,
    Outcome,
    ReaderCheck,
    Text,
    Variant,
    freeze,
    problems_of,
)
from sendframe.model._constraint import Length
from sendframe.model._value import Value, value_class


@value_class
class Held(Value):
    """A value with raw JSON beside a number.

    Attributes:
        raw: Raw JSON.
        number: A number.
    """

    raw: Json = None
    number: float = 0.0


def forced(value: Value, **fields: Any) -> Value:
    """Return a value with fields set past its constructor, as no program should."""
    for name, each in fields.items():
        object.__setattr__(value, name, each)
    return value


def test_a_whole_number_becomes_a_float_only_where_a_number_is_meant() -> None:
    """60 is taken for 60.0 in a field of numbers; in raw JSON it stays what it is."""
    held = Held(raw=60, number=60)
    assert (type(held.raw), type(held.number)) == (int, float)


CHECK = ReaderCheck(checked_by="lead", readers="youth forum", checked_on=date(2026, 1, 14))


def test_lists_and_dicts_are_kept_as_tuples_and_maps() -> None:
    """What is kept cannot be changed from outside; raw JSON is frozen to its last part."""
    given, checks = {"friendly": Variant(text="plain")}, [CHECK]
    made = Text(default="words", variants=given, checks=checks)
    given.clear()
    checks.clear()
    assert made == Text(
        default="words",
        variants=FrozenMap({"friendly": Variant(text="plain")}),
        checks=(CHECK,),
    )
    area = Outcome(id="o", statement=Text(default="x"), extensions={"kent": {"a": [1]}})
    assert area.extensions == freeze({"kent": {"a": [1]}})
    assert hash(area) == hash(area.changed())


def test_a_map_has_texts_as_keys() -> None:
    """A dict with other keys is refused like anything else that is no map."""
    with pytest.raises(InvalidValue, match="must be a FrozenMap, not dict"):
        Text(default="words", variants={1: Variant(text="x")})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"statment": 1}, r"Outcome\(\) has no field statment; did you mean statement\?"),
        ({}, r"Outcome\(\) needs statement="),
        ({"statement": Text(default="x"), "zzz": 1}, r"Outcome\(\) has no field zzz$"),
    ],
)
def test_a_name_that_is_no_field_is_told_with_the_nearest(given: dict, message: str) -> None:
    """Before that of the field that is missing because of it."""
    with pytest.raises(TypeError, match=message):
        Outcome(id="o", **given)


def test_everything_wrong_with_a_value_is_told() -> None:
    """A value made past its constructor is told all its problems, each at its place."""
    wrong = forced(Text(default="words"), default="", variants={})
    assert list(problems_of(wrong)) == [
        ("/default", "must have a length of 1 to any"),
        ("/variants", "must be a FrozenMap, not dict"),
    ]


def test_bounds_are_not_held_against_what_has_the_wrong_type() -> None:
    """Of a value of another type that alone is told, not its length or size as well."""
    wrong = forced(Text(default="words"), default=None)
    assert list(problems_of(wrong)) == [("/default", "must be text, not nothing")]
    year = forced(CalendarYear(year=2024), year="2024")
    assert list(problems_of(year)) == [("/year", "must be a whole number, not text")]


def test_problems_of_a_member_stand_under_its_key() -> None:
    """What is wrong in a map is told under the key, escaped as a JSON pointer asks."""
    wrong = forced(Text(default="words"), variants=FrozenMap({"a/b": "no variant"}))
    assert list(problems_of(wrong)) == [("/variants/a~1b", "must be Variant, not text")]
    fine = Text(default="words", variants=FrozenMap({"a/b": Variant(text="other words")}))
    assert list(problems_of(fine)) == []


def test_a_remark_beside_a_type_holds_nothing() -> None:
    """Metadata that is no constraint of ours is passed over, and the constraints still hold."""

    @value_class
    class Remarked(Value):
        """A value with a remark.

        Attributes:
            name: A name.
        """

        name: Annotated[str, "a remark", Length(1, 3)]

    assert Remarked(name="abc").name == "abc"
    with pytest.raises(InvalidValue, match="must have a length of 1 to 3"):
        Remarked(name="abcd")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (None, []),
        (True, []),
        (2**53, [("/raw", "must lie between -9007199254740991 and 9007199254740991")]),
        (float("nan"), [("/raw", "must be a finite number")]),
        ("\ud800", [("/raw", "must not hold half of a surrogate pair")]),
        ([1], [("/raw", "must be frozen JSON, not list")]),
        ((1.5, "a", ({},)), [("/raw/2/0", "must be frozen JSON, not dict")]),
        (
            (set(), b""),
            [
                ("/raw/0", "must be frozen JSON, not set"),
                ("/raw/1", "must be frozen JSON, not bytes"),
            ],
        ),
        (FrozenMap({"a": None, "b": (1, 2.5), "c": FrozenMap({"d": "e"})}), []),
        (
            FrozenMap({"a/b": object(), "c": False}),
            [("/raw/a~1b", "must be frozen JSON, not object")],
        ),
    ],
)
def test_raw_json_is_frozen_to_its_last_member(raw: object, told: list[tuple[str, str]]) -> None:
    """Each member that is no frozen JSON is told at its place, and nothing else is."""
    assert list(problems_of(forced(Held(), raw=raw))) == told


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("publishable", 1, "must be true or false, not a number"),
        ("publishable", "true", "must be true or false, not text"),
        ("indicators", ["a"], "must be a tuple, not list"),
        ("indicators", None, "must be a tuple, not nothing"),
        ("title", "words", "must be Text, not text"),
    ],
)
def test_a_field_takes_its_own_type_alone(field: str, given: object, told: str) -> None:
    """Nothing is turned into what a field asks for, and the problem stands at the field."""
    sound = Evidence(id="e", kind="document", title=Text(default="Paper"))
    assert list(problems_of(forced(sound, **{field: given}))) == [(f"/{field}", told)]
