"""Larger copies of an example: with everything several times, and with longer texts."""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

__all__ = ["multiplied", "with_long_texts"]

_LISTS = frozenset(
    [
        "actions",
        "challenges",
        "criteria",
        "entries",
        "findings",
        "indicators",
        "measures",
        "priorities",
        "replies",
        "risks",
        "voices",
    ]
)
"""Members of these lists are copied."""

_ONE_OF_EACH = frozenset(("priorities", "shown_with"))
"""Lists of references to which no copies are added."""

_TEXTS = frozenset(
    [
        "answer",
        "became",
        "because",
        "reason",
        "recommendation",
        "said",
        "statement",
        "text",
        "title",
        "why_it_matters",
    ]
)
_OF_FIGURES = frozenset(("indicators.json", "observations.json", "portfolio.json", "scales.json"))
_MOST_LETTERS = 1900
_ORDERS = 20
"""More than there are priorities in a plan."""


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from _objects(member)
    elif isinstance(value, list):
        for member in value:
            yield from _objects(member)


def _ids_of_copied(documents: Iterable[Any]) -> set[str]:
    """Return the ids of what is copied, and of all that is inside it."""
    return {
        inner["id"]
        for data in documents
        for owner in _objects(data)
        for name in _LISTS
        for member in owner.get(name, ())
        if isinstance(member, dict)
        for inner in _objects(member)
        if "id" in inner
    }


class _Copies:
    """Adds copies of the things with some ids to lists, so many times."""

    def __init__(self, ids: set[str], times: int) -> None:
        self.ids, self.numbers = ids, range(1, times)

    def renamed(self, value: Any, number: int) -> Any:
        """Return a copy in which each of the ids ends in a number."""
        if isinstance(value, str):
            return f"{value}-{number}" if value in self.ids else value
        if isinstance(value, list):
            return [self.renamed(member, number) for member in value]
        if not isinstance(value, dict):
            return value
        copy = {name: self.renamed(member, number) for name, member in value.items()}
        if {"code", "wording"} <= value.keys():  # a criterion
            copy["code"] = f"{value['code']}{chr(97 + number)}"
        if "order" in value:
            copy["order"] = value["order"] + _ORDERS * number
        return copy

    def grown(self, value: Any, name: str = "") -> Any:
        """Return a value with the copies in its lists."""
        if isinstance(value, dict):
            return {key: self.grown(member, key) for key, member in value.items()}
        if not isinstance(value, list):
            return value
        members = [self.grown(member) for member in value]
        copied = [member for member in members if self.is_copied(member, name)]
        return members + [self.renamed(member, n) for n in self.numbers for member in copied]

    def is_copied(self, member: Any, name: str) -> bool:
        """Whether a member of the list of a name is copied."""
        if isinstance(member, str):
            return member in self.ids and name not in _ONE_OF_EACH
        is_figure = name == "observations" and member["indicator"] in self.ids
        return is_figure or name in _LISTS


def multiplied(source: Path, folder: Path, times: int) -> Path:
    """Write an example in which each thing stands several times, the copies with other ids."""
    shutil.copytree(source, folder)
    raw = {file: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.json"))}
    copies = _Copies(_ids_of_copied(raw.values()), times)
    for file, data in raw.items():
        file.write_text(json.dumps(copies.grown(data)), "utf-8")
    return folder


def with_long_texts(source: Path, folder: Path, times: int) -> Path:
    """Write an example whose texts stand several times one after the other."""
    shutil.copytree(source, folder)

    def longer(value: Any, name: str = "") -> Any:
        if isinstance(value, str) and " " in value and name in {*_TEXTS, "default"}:
            return " ".join([value] * times)[:_MOST_LETTERS].rstrip()
        if isinstance(value, dict):
            return {key: longer(member, key) for key, member in value.items()}
        return [longer(member) for member in value] if isinstance(value, list) else value

    for file in sorted(folder.glob("*.json")):
        if file.name not in _OF_FIGURES:
            data = json.loads(file.read_text("utf-8"))
            long = {name: longer(member, name) for name, member in data.items() if name != "title"}
            file.write_text(json.dumps({**data, **long}), "utf-8")
    return folder
