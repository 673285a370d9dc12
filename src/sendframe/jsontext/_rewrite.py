"""Changing values of a JSON text and nothing else.

Only containers on the way to a change are written again, in the style of the text around them;
everything else keeps its bytes.
"""

import json
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import attrs

from ._lexer import TEXT, skip_container, unescape

__all__ = ["is_same", "new_text", "rewrite"]

_BOM = "\ufeff"
_GAP = re.compile(r"[ \t\r\n,:]*+")
_SCALAR = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^\s"\[\]{},:]++', re.DOTALL)
_FIRST_INDENT = re.compile(r"\n([ \t]+)")
_WIDTH = 100
_LAYOUT = b'{\n  "": { "": "" }\n}\n'
_DEEPEST = 2  # objects in objects that are written on one line


def is_same(first: Any, second: Any) -> bool:
    """Return whether two values are the same JSON: 1 is 1.0, and true is neither.

    Examples:
        >>> is_same({"a": 1}, {"a": 1.0}), is_same([1], [True])
        (True, False)
    """
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(
            is_same(value, second[key]) for key, value in first.items()
        )
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(map(is_same, first, second))
    return bool(first == second) and isinstance(first, bool) is isinstance(second, bool)


def new_text(value: Any) -> bytes:
    """Return the text of a new document: short objects are on one line.

    Examples:
        >>> print(new_text({"id": "a", "title": {"default": "A"}, "documents": []}).decode())
        {
          "id": "a",
          "title": { "default": "A" },
          "documents": []
        }
        <BLANKLINE>
    """
    return rewrite(_LAYOUT, {"": {"": ""}}, value)


def rewrite(data: bytes, before: Any, after: Any) -> bytes:
    """Return the text of a document with other values.

    Args:
        data: The text of a valid document.
        before: Its value, as `parse` returns it.
        after: The new value. Members of objects that are there keep their order, and items of
            arrays are followed by their ``id``.

    Examples:
        >>> rewrite(b'{"a": [1,2],  "b": 3}', {"a": [1, 2], "b": 3}, {"a": [1, 2], "b": 4, "c": 5})
        b'{"a": [1,2],  "b": 4, "c": 5}'
    """
    text = data.decode()
    start = len(text) - len(text.removeprefix(_BOM))
    start = _after_gap(text, start)
    end = _end_of(text, start)
    indent = _FIRST_INDENT.search(text)
    style = _Style(
        text,
        unit=indent[1] if indent else "  ",
        newline="\r\n" if "\r\n" in text else "\n",
        opening="{ " if '{ "' in text else "{" if '{"' in text else None,
    )
    return f"{text[:start]}{style.value(start, end, before, after, '')}{text[end:]}".encode()


class _Member(NamedTuple):
    """A member of an object, or an item of an array, and where it is in the text."""

    key: str | None
    start: int
    value_start: int
    end: int


def _after_gap(text: str, at: int) -> int:
    return _GAP.match(text, at).end()  # type: ignore[union-attr]  # it also matches the empty text


def _end_of(text: str, at: int) -> int:
    if text[at] in "{[":
        return skip_container(text, at)
    return _SCALAR.match(text, at).end()  # type: ignore[union-attr]  # the document is valid


def _members(text: str, start: int) -> Iterator[_Member]:
    """Yield the members of the container at an offset."""
    is_object = text[start] == "{"
    at = _after_gap(text, start + 1)
    while text[at] not in "]}":
        first, key = at, None
        if is_object:
            match = TEXT.match(text, at)
            assert match is not None  # noqa: S101  # the document is valid
            key = unescape(match[0][1:-1])
            at = _after_gap(text, match.end())
        end = _end_of(text, at)
        yield _Member(key, first, at, end)
        at = _after_gap(text, end)


@attrs.frozen(eq=False)
class _Style:
    """How a text is laid out.

    Attributes:
        text: The text.
        unit: What a line is indented by within a container.
        newline: The line break.
        opening: What an object on one line begins with; None where none is on one line.
    """

    text: str
    unit: str
    newline: str
    opening: str | None

    def value(self, start: int, end: int, before: Any, after: Any, indent: str) -> str:
        """Return the text of a value that is at *start* to *end* now.

        Args:
            start: Where it begins.
            end: Where it ends.
            before: The value that is there.
            after: The new value.
            indent: What the line is indented by that it begins on.
        """
        if is_same(before, after):
            return self.text[start:end]
        are_alike = type(before) is type(after) and isinstance(after, (dict, list))
        if not (are_alike and before and after):
            return self.layout(after, indent)
        members = tuple(_members(self.text, start))
        head, tail = self.text[start : members[0].start], self.text[members[-1].end : end]
        pairs: Iterable[tuple[int | None, Any, Any]]
        if isinstance(after, dict):
            pairs = self._pairs_of_object(members, after)
        else:
            pairs = _pairs_of_array(before, after)
        inner = head.rpartition("\n")[2] if "\n" in head else indent
        separator = f",{self.newline}{inner}" if "\n" in head else ", "
        written = [head]
        last: int | None = -1
        for number, key, value in pairs:
            follows = last is not None and last >= 0 and number == last + 1
            if follows and number is not None:
                written.append(self.text[members[number - 1].end : members[number].start])
            elif written[1:]:
                written.append(separator)
            last = number
            if number is None:
                named = f"{json.dumps(key, ensure_ascii=False)}: " if key is not None else ""
                written.append(named + self.layout(value, inner))
                continue
            member = members[number]
            old = before[number if key is None else key]
            written.append(self.text[member.start : member.value_start])
            written.append(self.value(member.value_start, member.end, old, value, inner))
        whole = "".join([*written, tail])
        if "\n" not in whole and len(indent) + len(whole) > _WIDTH:
            return self.layout(after, indent)
        return whole

    def _pairs_of_object(
        self, members: tuple[_Member, ...], after: dict[str, Any]
    ) -> Iterator[tuple[int | None, Any, Any]]:
        """Yield each member of the new object: its number in the text, its key and its value.

        New members stand behind the one that they follow in the new object.
        """
        numbers = {member.key: number for number, member in enumerate(members)}
        following: dict[str | None, list[str]] = {}
        previous: str | None = None
        for key in after:
            if key in numbers:
                previous = key
            else:
                following.setdefault(previous, []).append(key)
        kept: list[str | None] = [None, *(member.key for member in members if member.key in after)]
        for name in kept:
            if name is not None:
                yield numbers[name], name, after[name]
            for new in following.get(name, ()):
                yield None, new, after[new]

    def layout(self, value: Any, indent: str) -> str:
        """Return the text of a new value, on one line where that is short and usual here."""
        if not isinstance(value, (dict, list)) or not value:
            return json.dumps(value, ensure_ascii=False)
        if self.opening is not None and _depth(value) <= _DEEPEST:
            line = self._on_one_line(value)
            if len(indent) + len(line) <= _WIDTH:
                return line
        inner = indent + self.unit
        if isinstance(value, dict):
            lines = [
                f"{json.dumps(key, ensure_ascii=False)}: {self.layout(member, inner)}"
                for key, member in value.items()
            ]
        else:
            lines = [self.layout(member, inner) for member in value]
        opening, closing = "{}" if isinstance(value, dict) else "[]"
        body = f",{self.newline}{inner}".join(lines)
        return f"{opening}{self.newline}{inner}{body}{self.newline}{indent}{closing}"

    def _on_one_line(self, value: Any) -> str:
        if isinstance(value, dict) and value:
            members = (
                f"{json.dumps(key, ensure_ascii=False)}: {self._on_one_line(member)}"
                for key, member in value.items()
            )
            opening = self.opening or "{"
            return f"{opening}{', '.join(members)}{opening[1:]}}}"
        if isinstance(value, list):
            return f"[{', '.join(map(self._on_one_line, value))}]"
        return json.dumps(value, ensure_ascii=False)


def _depth(value: Any) -> int:
    if isinstance(value, (dict, list)):
        members = value.values() if isinstance(value, dict) else value
        return 1 + max(map(_depth, members), default=0)
    return 0


def _pairs_of_array(before: list[Any], after: list[Any]) -> Iterator[tuple[int | None, None, Any]]:
    """Yield each item of the new array: its number in the old one, None, and its value."""
    matcher = SequenceMatcher(None, [_name(v) for v in before], [_name(v) for v in after], False)
    for _, first, last, new_first, new_last in matcher.get_opcodes():
        for offset in range(new_last - new_first):
            number = first + offset if first + offset < last else None
            yield number, None, after[new_first + offset]


def _name(item: Any) -> tuple[str, str]:
    """Return what an item is recognised by: its id, or else its whole value."""
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return "id", item["id"]
    return "value", json.dumps(item, sort_keys=True)
