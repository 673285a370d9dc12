"""From a type with its constraints to a JSON Schema."""

from typing import Annotated

import pytest

from sendframe.documents._schema import _SchemaBuilder
from sendframe.model import Examples, FrozenMap, Json, Length, Pattern, Range, RefersTo

LINE = {"type": "string"}


@pytest.mark.parametrize(
    ("hint", "schema"),
    [
        (Annotated[str, "a remark for readers of the code"], LINE),
        (Annotated[str, "a remark", Length(1, 5)], LINE | {"minLength": 1, "maxLength": 5}),
        (
            Annotated[tuple[str, ...], Length(1)],
            {"type": "array", "items": LINE, "minItems": 1},
        ),
        (Annotated[str, Pattern("^a$", "an a")], LINE | {"pattern": "^a$"}),
        (Annotated[str, RefersTo(("area",))], LINE | {"x-refers-to": ["area"]}),
        (Annotated[str, Examples(("b",))], LINE | {"examples": ["b"]}),
        (FrozenMap[str], {"type": "object", "additionalProperties": LINE}),
        (str | None, LINE),
        (Json, {}),
    ],
)
def test_each_constraint_becomes_its_keyword(hint: object, schema: dict[str, object]) -> None:
    """A constraint is written as its keyword; a remark that is none changes nothing."""
    assert _SchemaBuilder().of_type(hint) == schema


def test_a_bound_of_nought_is_a_bound() -> None:
    """A least number of 0 is written, and takes the place of the least that JSON can keep."""
    result = _SchemaBuilder().of_type(Annotated[int, Range(0, 5)])
    assert (result["minimum"], result["maximum"]) == (0, 5)
