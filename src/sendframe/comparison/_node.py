"""The things of a document, each with its place, so that two documents can be set side by side."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

import attrs

from sendframe.errors import Location
from sendframe.model import Document, Entity, Text, Value, Voice

__all__ = ["Names", "Node", "called", "is_thing", "thing_of", "title_of", "tree", "words_of"]

Names: TypeAlias = Mapping[tuple[str, str], str]
"""What a reader calls each thing, by its kind and id: things of two kinds may have one id."""

_TITLES = ("title", "statement", "wording", "name", "term", "words", "summary", "checked")


@cache
def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def thing_of(value: Value) -> str:
    """Return what kind of thing a value is, such as ``commitment``."""
    return value.kind_of_thing or _kebab(type(value).__name__)


def is_thing(value: object) -> bool:
    """Say whether a value has an id of its own."""
    return isinstance(value, Entity) or (isinstance(value, Value) and bool(value.kind_of_thing))


def title_of(value: Value) -> str | None:
    """Return what a reader calls a thing; None where it has no words of its own.

    What somebody said is called by who said it and when: their words are theirs.
    """
    if isinstance(value, Voice):
        about = f" about {value.theme}" if value.theme else ""
        when = f", {value.on}" if value.on else ""
        return f"what {value.who.replace('-', ' ')} said{about}{when}"
    return words_of(value)


def words_of(value: Value) -> str | None:
    """Return the words of a thing; None where it has none of its own."""
    for name in _TITLES:
        said = getattr(value, name, None)
        if said is not None:
            return said.default if isinstance(said, Text) else str(said)
    return None


def called(names: Names, kinds: tuple[str, ...], id_: str) -> str:
    """Return what a reader calls a thing of one of some kinds; its id where that is not known.

    Examples:
        >>> called({("body", "forum"): "The forum"}, ("evidence", "body"), "forum")
        'The forum'
    """
    return next((names[kind, id_] for kind in kinds if (kind, id_) in names), id_)


@attrs.frozen(eq=False)
class Node:
    """A thing where it stands.

    Attributes:
        value: The thing.
        location: Document and JSON pointer.
        parent: What it stands in; None for a whole document.
        field: Field of the parent that holds it.
        index: Place in that field, from 0.
        children: The things below it, by field, in order.
    """

    value: Value
    location: Location
    parent: "Node | None" = None
    field: str = ""
    index: int = 0
    children: "dict[str, list[Node]]" = attrs.Factory(dict)

    @property
    def thing(self) -> str:
        """What kind of thing it is."""
        return thing_of(self.value)

    @property
    def id(self) -> str:
        """Its id."""
        return str(getattr(self.value, self.value.named_by))

    def below(self) -> "Iterator[Node]":
        """Yield it and every thing below it, in the order of the document."""
        todo = [self]
        while todo:
            here = todo.pop()
            yield here
            todo += [each for many in reversed(here.children.values()) for each in reversed(many)]


def tree(document: Document, file: str) -> Node:
    """Return a document with every thing in it.

    Args:
        document: The document.
        file: What its locations call it.
    """
    root = Node(document, Location(file))
    todo = [root]
    while todo:
        here = todo.pop()
        for field in attrs.fields(type(here.value)):
            held = getattr(here.value, field.name)
            many = held if isinstance(held, tuple) else (held,)
            if not many or not is_thing(many[0]):
                continue
            pointer = f"{here.location.pointer}/{field.name}"
            nodes = [
                Node(
                    each,
                    Location(file, f"{pointer}/{index}" if isinstance(held, tuple) else pointer),
                    here,
                    field.name,
                    index,
                )
                for index, each in enumerate(many)
            ]
            here.children[field.name] = nodes
            todo += nodes
    return root
