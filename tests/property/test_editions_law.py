"""Whatever field of a document changes, comparing tells of it; where nothing does, it is silent."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sendframe.editions import diff_documents, sentence
from sendframe.errors import InvalidValue
from sendframe.model import DOCUMENT_KINDS, Document, Entity, FrozenMap, Value
from sendframe.testing import documents
from tests.property.mutation import drawn

pytestmark = pytest.mark.slow

KINDS = tuple(each for each in DOCUMENT_KINDS if each not in ("evaluation", "profile"))
SILENT = {
    ("Observation", each) for each in ("release", "retrieved_on", "source_file", "source_row")
}
"""A figure that another release gives as well is the same figure."""

Path = tuple[str | int, ...]


def spots(value: Any, path: Path = ()) -> Iterator[tuple[Path, Value, str]]:
    """Yield every field of every value in a document, with the way to the value."""
    if isinstance(value, Value):
        for field in attrs.fields(type(value)):
            yield path, value, field.name
            yield from spots(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from spots(each, (*path, index))
    elif isinstance(value, FrozenMap):
        for key, each in value.items():
            yield from spots(each, (*path, key))


def replaced(value: Any, path: Path, name: str, new: object) -> Any:
    """Return a value in which one field, somewhere below, is another."""
    if not path:
        return value.changed(**{name: new})
    step, rest = path[0], path[1:]
    if isinstance(value, Value):
        assert isinstance(step, str)
        return value.changed(**{step: replaced(getattr(value, step), rest, name, new)})
    if isinstance(value, FrozenMap):
        return FrozenMap(
            {
                key: replaced(each, rest, name, new) if key == step else each
                for key, each in value.items()
            }
        )
    return tuple(
        replaced(each, rest, name, new) if index == step else each
        for index, each in enumerate(value)
    )


class Pool(list[tuple[Document, dict[tuple[type, str], list[Any]]]]):
    """Documents, each with the values of each field in it."""

    def __repr__(self) -> str:
        """Return a short text: Hypothesis shows what a strategy was given."""
        return f"<{len(self)} documents>"


def drawn_documents(kind: str) -> Pool:
    """Return some documents with every field, the same each time."""
    found = Pool()
    for document in drawn(documents(kind, full=True), 30):
        known: dict[tuple[type, str], list[Any]] = {}
        for _, value, name in spots(document):
            known.setdefault((type(value), name), []).append(getattr(value, name))
        found.append((document, known))
    return found


@st.composite
def changes(draw: st.DrawFn, kind: str, some: Pool) -> tuple[Document, Document]:
    """Draw a document, and the same with one field replaced by that of another one."""
    (one, _), (_, known) = draw(st.sampled_from(some)), draw(st.sampled_from(some))
    possible = [
        (path, value, name)
        for path, value, name in spots(one)
        if (type(value).__name__, name) not in SILENT
        and (path or name != "id" or kind != "self-evaluation")
        and (type(value), name) in known
    ]
    path, value, name = draw(st.sampled_from(possible))
    new = draw(st.sampled_from(known[type(value), name]))
    assume(new != getattr(value, name))
    try:
        return one, replaced(one, path, name, new)
    except InvalidValue:
        assume(False)
        raise


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_of_any_field_is_told(kind: str) -> None:
    """Each difference has words, and there is one for whatever field is another."""
    some = drawn_documents(kind)  # outside of the property: drawing them is a property of its own

    @settings(max_examples=30)
    @given(changes(kind, some))
    def law(both: tuple[Document, Document]) -> None:
        found = diff_documents(*both)
        assert found
        assert all(sentence(each) for each in found)
        assert diff_documents(both[1], both[0])

    law()


def with_one_id(value: Any) -> Any:
    """Return a value in which all things of each list have the id of the first."""
    if isinstance(value, Value):
        fields = attrs.fields(type(value))
        return value.changed(
            **{field.name: with_one_id(getattr(value, field.name)) for field in fields}
        )
    if isinstance(value, FrozenMap):
        return FrozenMap({key: with_one_id(member) for key, member in value.items()})
    if not isinstance(value, tuple):
        return value
    first: dict[type, str] = {}
    members = []
    for member in map(with_one_id, value):
        if isinstance(member, Entity):
            members.append(member.changed(id=first.setdefault(type(member), member.id)))
        else:
            members.append(member)
    return tuple(members)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_does_not_differ_from_itself(kind: str) -> None:
    """Nothing is told where nothing changed, ids given more than once or not."""

    @settings(max_examples=30)
    @given(documents(kind))
    def law(document: Document) -> None:
        assert diff_documents(document, document) == ()
        repeated = with_one_id(document)
        assert diff_documents(repeated, repeated) == ()

    law()
