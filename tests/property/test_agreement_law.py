"""The law of agreement: class and schema accept the same documents, or refuse them both."""

import contextlib
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

import sendframe.testing
from sendframe.documents import converter
from sendframe.documents._structure import broken_rules, structure
from sendframe.errors import InvalidValue
from sendframe.model import DOCUMENT_CLASSES, Value, full_text, problems_of
from sendframe.validation import schema_errors
from tests.property.model_classes import classes
from tests.property.raw_mutation import mutated_documents


def made_by_classes(kind: str, raw: dict[str, Any]) -> Value | None:
    """Make a document through the strict converter and the constructors; None if refused."""
    fields = {key: each for key, each in raw.items() if key != "$schema"}
    with contextlib.suppress(Exception):  # cattrs raises many kinds
        return converter().structure(fields, DOCUMENT_CLASSES[kind])
    return None


@settings(max_examples=400)
@given(mutated_documents())
def test_class_and_schema_agree(mutated: tuple[str, Any]) -> None:
    """A mutated document passes schema and code-only rules just when the classes take it."""
    kind, raw = mutated
    made = made_by_classes(kind, raw)
    if schema_errors(raw, kind):
        event("refused by both")
        assert made is None
        return
    value = structure(DOCUMENT_CLASSES[kind], raw)
    broken = list(broken_rules(value))
    event("refused by a rule only code can hold" if broken else "accepted by both")
    assert (made is None) == bool(broken)
    if made is not None:
        assert made == value
        assert full_text(made) == full_text(value)
        assert list(problems_of(made)) == []


BREAKABLE = [each for each in classes() if each.broken_rules is not Value.broken_rules]


@settings(max_examples=300)
@given(st.data())
def test_a_rule_only_code_can_hold_is_the_same_from_both_sides(data: st.DataObject) -> None:
    """What breaks such a rule is refused by the constructor with the pointer that is reported."""
    cls = data.draw(st.sampled_from(BREAKABLE), label="class")
    one, two = (data.draw(sendframe.testing.values(cls)) for _ in range(2))
    # Fields of one value with those of another: each is sound, together they may not be.
    mine = data.draw(st.sets(st.sampled_from([each.name for each in cls._fields])))
    fields = {
        each.name: getattr(one if each.name in mine else two, each.name) for each in cls._fields
    }
    past = object.__new__(cls)
    for name, value in fields.items():
        object.__setattr__(past, name, value)
    broken = list(past.broken_rules())
    event(f"{cls.__name__}: {'broken' if broken else 'sound'}")
    assert list(broken_rules(past)) == broken
    if not broken:
        assert cls(**fields) == past
        return
    with pytest.raises(InvalidValue) as raised:
        cls(**fields)
    found = (raised.value.pointer, raised.value.problem)
    assert (raised.value.owner, found) == (cls.__name__, broken[0])
