"""The law of round trips: what is built from the classes validates and comes back the same."""

import pickle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sendframe.testing
from sendframe.documents import canonical, converter, dump, kind_of, plain_data
from sendframe.documents._raw_document import build_document, read_raw
from sendframe.documents._structure import structure
from sendframe.model import DOCUMENT_CLASSES, Document, full_text, problems_of
from sendframe.validation import schema_id

KINDS = sorted(DOCUMENT_CLASSES)


def read(data: bytes, kind: str) -> Document:
    """Read a document that has no problem."""
    raw = read_raw(data, "document.json")
    assert raw.diagnostics == ()
    assert raw.kind == kind
    made, problems = build_document(raw)
    assert problems == ()
    assert made is not None
    return made


def hold(document: Document, kind: str) -> None:
    """Hold every part of the law for one document."""
    assert kind_of(document) == kind
    data = dump(document)
    again = read(data, kind)
    assert again == document
    assert hash(again) == hash(document)
    assert list(problems_of(again)) == []
    assert dump(again) == data
    assert canonical(plain_data(again)) == canonical(plain_data(document))
    raw: dict[str, Any] = plain_data(document)
    assert raw.pop("$schema") == schema_id(kind)
    cls = DOCUMENT_CLASSES[kind]
    strict = converter().structure(raw, cls)
    assert strict == structure(cls, raw) == document
    assert full_text(strict) == full_text(structure(cls, raw))
    copied = pickle.loads(pickle.dumps(document))  # our own bytes
    assert copied == document
    assert hash(copied) == hash(document)
    assert dump(copied) == data


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_generated_document_comes_back_the_same(kind: str, data: st.DataObject) -> None:
    """A document of every kind validates, and value, bytes, hash and pickle survive."""
    hold(data.draw(sendframe.testing.documents(kind)), kind)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8)
@given(data=st.data())
def test_a_document_with_every_field_filled_comes_back_the_same(
    kind: str, data: st.DataObject
) -> None:
    """The law holds for documents in which nothing is left out."""
    hold(data.draw(sendframe.testing.documents(kind, full=True)), kind)


@given(sendframe.testing.json_values(), sendframe.testing.json_values())
def test_equal_documents_give_equal_bytes(one: Any, two: Any) -> None:
    """Documents are equal just when their bytes are, whatever plug-ins keep in them."""
    cls = DOCUMENT_CLASSES["evidence"]
    fixed = {"id": "e", "title": {"default": "Evidence"}}
    first, second = (structure(cls, {**fixed, "extensions": {"x": each}}) for each in (one, two))
    assert (first == second) == (dump(first) == dump(second))


@pytest.mark.parametrize(
    ("one", "two", "equal"),
    [
        (True, 1, False),
        (False, 0, False),
        (False, 0.0, False),
        ([True], [1], False),
        ({"a": [{"b": True}]}, {"a": [{"b": 1.0}]}, False),
        (1, 1.0, True),
        ([2.0], [2], True),
        (0.0, -0.0, True),
        (0, -0.0, True),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
    ],
)
def test_json_numbers_are_one_kind_and_truth_is_another(one: Any, two: Any, *, equal: bool) -> None:
    """In raw JSON 1.0 is 1 and -0.0 is 0, but true is not 1; bytes and hashes say the same."""
    cls = DOCUMENT_CLASSES["evidence"]
    fixed = {"id": "e", "title": {"default": "Evidence"}}
    first, second = (structure(cls, {**fixed, "extensions": {"x": each}}) for each in (one, two))
    assert (first == second) is equal
    assert (dump(first) == dump(second)) is equal
    assert not equal or hash(first) == hash(second)
    assert not equal or canonical(plain_data(first)) == canonical(plain_data(second))
