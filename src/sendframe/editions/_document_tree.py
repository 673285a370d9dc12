"""The things of a document as a tree of nodes with locations."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

import attrs

from sendframe.errors import Location
from sendframe.language import gettext as _
from sendframe.model import Document, Entity, Text, Value, Voice

__all__ = [
    "Node",
    "Titles",
    "document_tree",
    "is_thing",
    "own_words",
    "thing_of",
    "title_by_id",
    "title_of",
]

Titles: TypeAlias = Mapping[tuple[str, str], str]
"""Title of each thing by its kind and id; things of two kinds may have the same id."""

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
    """Return the title of a thing; None where it has no text of its own.

    The title of a voice is who spoke and when, not the words that were said.
    """
    if isinstance(value, Voice):
        people = _(value.who.replace("-", " "))
        if value.theme:
            title = _("what {people} said about {theme}", people=people, theme=value.theme)
        else:
            title = _("what {people} said", people=people)
        return f"{title}, {value.on}" if value.on else title
    return own_words(value)


def own_words(value: Value) -> str | None:
    """Return the text of a thing's title, statement or name; None where it has none."""
    for name in _TITLES:
        text = getattr(value, name, None)
        if text is not None:
            return text.default if isinstance(text, Text) else str(text)
    return None


def title_by_id(titles: Titles, kinds: tuple[str, ...], id_: str) -> str:
    """Return the title of a thing of one of some kinds; its id where the title is not known.

    Examples:
        >>> title_by_id({("body", "forum"): "The forum"}, ("evidence", "body"), "forum")
        'The forum'
    """
    return next((titles[kind, id_] for kind in kinds if (kind, id_) in titles), id_)


@attrs.frozen(eq=False)
class Node:
    """A thing in the tree of its document.

    Attributes:
        value: The thing.
        location: Document and JSON pointer.
        parent: The thing that contains it; None for the document itself.
        field: Field of the parent that contains it.
        index: Position in that field, from 0.
        children: The things in it, by field, in order.
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
        """Yield the node and every node below it, in the order of the document."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending += [
                child
                for children in reversed(node.children.values())
                for child in reversed(children)
            ]


def document_tree(document: Document, file: str) -> Node:
    """Return the tree of every thing in a document.

    Args:
        document: The document.
        file: File name of the document, for locations.
    """
    root = Node(document, Location(file))
    pending = [root]
    while pending:
        node = pending.pop()
        for field in attrs.fields(type(node.value)):
            content = getattr(node.value, field.name)
            members = content if isinstance(content, tuple) else (content,)
            if not members or not is_thing(members[0]):
                continue
            pointer = f"{node.location.pointer}/{field.name}"
            nodes = [
                Node(
                    member,
                    Location(file, f"{pointer}/{index}" if isinstance(content, tuple) else pointer),
                    node,
                    field.name,
                    index,
                )
                for index, member in enumerate(members)
            ]
            node.children[field.name] = nodes
            pending += nodes
    return root
