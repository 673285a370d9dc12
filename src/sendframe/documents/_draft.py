"""A document while it is migrated: every value knows where it stood.

A step changes it through a few verbs. What changed is read off the finished draft, and so cannot
differ from what was done.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from sendframe.model import freeze

from ._change import Change, copied
from ._pointer import tokens_of

__all__ = ["Draft", "Misstep"]


_INDEX = re.compile("0|[1-9][0-9]{0,17}")


class Misstep(Exception):
    """A step asked for what cannot be done; its text holds pointers and nothing else."""


@attrs.define(eq=False)
class _Node:
    """A value of the draft.

    Attributes:
        raw: The value as plain JSON; of no meaning once its members stand by themselves.
        origins: Where it, or what it was made of, stood in the old document.
        made: Whether it is not what stood there.
        loss: What it does not say any more.
        members: The values in it, by key or in order, once one of them was asked for.
    """

    raw: Any
    origins: tuple[str, ...] = ()
    made: bool = False
    loss: str | None = None
    members: "dict[str, _Node] | list[_Node] | None" = None

    def open(self) -> "dict[str, _Node] | list[_Node] | None":
        """Return the members, each a value of its own; None for a text, number or literal."""
        if self.members is None and isinstance(self.raw, dict):
            self.members = {key: self._member(key, each) for key, each in self.raw.items()}
        elif self.members is None and isinstance(self.raw, list):
            self.members = [self._member(str(i), each) for i, each in enumerate(self.raw)]
        return self.members

    def _member(self, token: str, raw: Any) -> "_Node":
        if self.made:
            return _Node(raw, self.origins, made=True)
        return _Node(raw, (below(self.origins[0], token),))

    def pairs(self) -> "list[tuple[str, _Node]]":
        """Return the members that stand by themselves, with their keys or numbers."""
        if isinstance(self.members, dict):
            return list(self.members.items())
        return [(str(number), each) for number, each in enumerate(self.members or ())]

    def child(self, token: str) -> "_Node | None":
        """Return a member; None where there is none."""
        members = self.open()
        if isinstance(members, dict):
            return members.get(token)
        if members is None or not _INDEX.fullmatch(token) or int(token) >= len(members):
            return None
        return members[int(token)]

    def plain(self, *, own: bool = False) -> Any:
        """Return the value as plain JSON that shares nothing with the draft.

        Args:
            own: Whether to leave out what was put into a value that was made.
        """
        if self.members is None:
            return copied(self.raw)
        kept = [(key, each) for key, each in self.pairs() if not (own and self.is_foreign(each))]
        if isinstance(self.members, dict):
            return {key: each.plain(own=own) for key, each in kept}
        return [each.plain(own=own) for _, each in kept]

    def is_foreign(self, member: "_Node") -> bool:
        """Say whether a member of a value that was made was put there afterwards."""
        return not (member.made and member.origins == self.origins)

    def sources(self) -> tuple[str, ...]:
        """Return where all that it holds stood, as few pointers as can say it."""
        found = dict.fromkeys(self.origins)
        for _, each in self.pairs():
            for place in each.sources():
                if not any(f"{place}/".startswith(f"{own}/") for own in self.origins):
                    found[place] = None
        return tuple(found)

    def losses(self, *, own: bool = False) -> tuple[str, ...]:
        """Return what it and all that it holds does not say any more.

        Args:
            own: Whether to leave out what was put into a value that was made.
        """
        found = [self.loss] if self.loss else []
        for _, each in self.pairs():
            if not (own and self.is_foreign(each)):
                found += each.losses(own=own)
        return tuple(dict.fromkeys(found))


def below(pointer: str, token: str) -> str:
    """Return the pointer to a member; unlike `pointer_of` whatever its length."""
    return f"{pointer}/{token.replace('~', '~0').replace('/', '~1')}"


def _json(value: Any) -> Any:
    """Return a copy of a value that a step gave.

    Raises:
        Misstep: It is not JSON.
    """
    try:
        freeze(value)
        text = json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (TypeError, ValueError, RecursionError) as error:
        message = "it made a value that is not JSON"
        raise Misstep(message) from error
    return json.loads(text)


def _made(value: Any, *parts: _Node, loses: str | None) -> _Node:
    """Return a value made of others."""
    told = dict.fromkeys(each for node in parts for each in node.losses())
    loss = "; ".join([*told, *([loses] if loses else [])])
    origins = tuple(dict.fromkeys(place for node in parts for place in node.sources()))
    return _Node(_json(value), origins, made=True, loss=loss or None)


class Draft:
    """A document that a step of a migration works on.

    Pointers are those of the draft as it stands when a verb is called. A verb that finds nothing
    at its pointer does nothing: most members may be left out. Nothing is ever overwritten.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._root = _Node(dict(document), ("",))
        self._dropped: list[Change] = []

    # What a step may ask

    def value(self, pointer: str) -> Any:
        """Return a copy of what stands somewhere; None where nothing does."""
        node = self._find(pointer)
        return None if node is None else node.plain()

    def has(self, pointer: str) -> bool:
        """Say whether something stands somewhere."""
        return self._find(pointer) is not None

    def each(self, pointer: str) -> Iterator[str]:
        """Yield the pointers of the members of an object or array as they are now."""
        node = self._find(pointer)
        members = None if node is None else node.open()
        tokens = members if isinstance(members, dict) else range(len(members or ()))
        yield from [below(pointer, str(each)) for each in tokens]

    # What a step may do

    def rename(self, pointer: str, key: str) -> None:
        """Give what stands at *pointer* another key in the same object."""
        holder, token = self._holder(pointer)
        node = self._find(pointer)
        if node is None:
            return
        if not isinstance(holder, dict) or key in holder:
            message = f"{pointer} cannot be renamed: it has no key, or the new key is taken"
            raise Misstep(message)
        pairs = [(key if name == token else name, each) for name, each in holder.items()]
        holder.clear()
        holder.update(pairs)

    def move(self, pointer: str, to: str) -> None:
        """Put what stands at *pointer* somewhere else; ``-`` ends a pointer to the next entry."""
        if self.has(pointer):
            self._put(to, self._take(pointer))

    def convert(
        self, pointer: str, function: Callable[[Any], Any], *, loses: str | None = None
    ) -> None:
        """Say what stands at *pointer* in another form.

        Args:
            pointer: Where it stands, and where the new value will.
            function: Takes a copy of the value and gives the new one.
            loses: What the new form does not say any more; None where it says everything.
        """
        node = self._find(pointer)
        if node is None:
            return
        new = _made(function(node.plain()), node, loses=loses)
        if json.dumps(new.raw, sort_keys=True) != json.dumps(node.plain(), sort_keys=True):
            holder, token = self._holder(pointer)
            place: Any = int(token) if isinstance(holder, list) else token
            holder[place] = new  # type: ignore[index]  # something stands there

    def split(
        self,
        pointer: str,
        parts: Mapping[str, Callable[[Any], Any]],
        *,
        loses: str | None = None,
    ) -> None:
        """Say in several places what stands at *pointer*.

        Args:
            pointer: Where it stands now.
            parts: For each place what takes a copy of the value and gives the part.
            loses: What the parts together do not say any more.
        """
        if self.has(pointer):
            node = self._take(pointer)
            for to, function in parts.items():
                self._put(to, _made(function(node.plain()), node, loses=loses))

    def join(
        self,
        pointers: tuple[str, ...],
        to: str,
        function: Callable[..., Any],
        *,
        loses: str | None = None,
    ) -> None:
        """Say in one place what stands in several.

        Args:
            pointers: Where the parts stand; where none of them is there nothing is done.
            to: Where the whole will stand.
            function: Takes a copy of each part, None for one that is not there.
            loses: What the whole does not say any more.
        """
        if any(self.has(each) for each in pointers):
            new = function(*(self.value(each) for each in pointers))
            nodes = [self._take(each) for each in pointers if self.has(each)]
            self._put(to, _made(new, *nodes, loses=loses))

    def default(self, pointer: str, value: Any) -> None:
        """Put a value where nothing stands."""
        if not self.has(pointer):
            self._put(pointer, _Node(_json(value), made=True))

    def drop(self, pointer: str) -> None:
        """Leave out what stands at *pointer*: it is lost, and told so."""
        if self.has(pointer):
            node = self._take(pointer)
            loss = None if node.plain() in ({}, []) else "everything it said"
            self._dropped += [Change("dropped", each, loss=loss) for each in node.sources()]

    # What became of it

    def plain(self) -> dict[str, Any]:
        """Return the document as it stands, as plain JSON data."""
        found: dict[str, Any] = self._root.plain()
        return found

    def changes(self) -> tuple[Change, ...]:
        """Return everything that differs from the old document, in the order of the new one."""
        return (*_changes(self._root, ""), *self._dropped)

    def origin(self, pointer: str) -> str:
        """Return where something stood in the old document; its object's place where nowhere."""
        node, found = self._root, ""
        tokens = tokens_of(pointer)
        for number, token in enumerate(tokens):
            if node.members is None and not node.made:
                return "".join([found, *(below("", each) for each in tokens[number:])])
            inner = node.child(token)
            if inner is None or not inner.origins:
                return found
            node, found = inner, inner.origins[0]
        return found

    # How

    def _find(self, pointer: str) -> _Node | None:
        node: _Node | None = self._root
        for token in tokens_of(pointer):
            node = None if node is None else node.child(token)
        return node

    def _holder(self, pointer: str) -> "tuple[dict[str, _Node] | list[_Node] | None, str]":
        above, slash, _ = pointer.rpartition("/")
        if not slash:
            message = "the whole document stays where it is"
            raise Misstep(message)
        node = self._find(above)
        return (None if node is None else node.open()), tokens_of(pointer)[-1]

    def _take(self, pointer: str) -> _Node:
        holder, token = self._holder(pointer)
        return holder.pop(token) if isinstance(holder, dict) else holder.pop(int(token))  # type: ignore[union-attr]  # something stands there

    def _put(self, pointer: str, node: _Node) -> None:
        holder, token = self._holder(pointer)
        if isinstance(holder, dict) and token not in holder:
            holder[token] = node
        elif isinstance(holder, list) and token in ("-", str(len(holder))):
            holder.append(node)
        else:
            message = (
                f"nothing can be put at {pointer}: something stands there, or nothing above it"
            )
            raise Misstep(message)


def _changes(node: _Node, at: str) -> Iterator[Change]:
    """Yield what differs among the members of a value, and below them."""
    last = -1  # of the entries of an array that are still in their order
    for key, each in node.pairs():
        new = below(at, key)
        if node.made and not node.is_foreign(each):
            pass  # it was told with the value that was made
        elif each.made:
            value = freeze(each.plain(own=True))
            if not each.origins:
                yield Change("defaulted", None, new, value)
            loss = "; ".join(each.losses(own=True)) or None
            yield from (Change("converted", old, new, value, loss) for old in each.origins)
        else:
            (old,) = each.origins
            above, _, token = old.rpartition("/")
            if node.made or above != node.origins[0]:
                yield Change("moved", old, new)
            elif isinstance(node.members, dict):
                if old != below(above, key):
                    yield Change("renamed", old, new)
            elif int(token) > last:
                last = int(token)
            else:
                yield Change("moved", old, new)
        yield from _changes(each, new)
