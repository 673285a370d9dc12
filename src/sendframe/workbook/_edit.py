"""Changes of the values of a document, as JSON."""

import re
import unicodedata
from typing import Any

import attrs

from ._columns import Column
from ._sheets import ValueClass

__all__ = ["in_order", "made_id", "remove_value", "set_kind", "set_value"]

_LONGEST_ID = 48


def made_id(words: str, taken: set[str]) -> str:
    """Return an id made from words, and take it.

    Examples:
        >>> made_id("Café: help early!", set()), made_id("Open it", {"open-it", "open-it-2"})
        ('cafe-help-early', 'open-it-3')
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > _LONGEST_ID:
        cut = slug[: _LONGEST_ID + 1]
        slug = (cut.rpartition("-")[0] or cut)[:_LONGEST_ID].strip("-")
    slug = slug or "row"
    made, number = slug, 1
    while made in taken:
        number += 1
        made = f"{slug}-{number}"
    taken.add(made)
    return made


def set_value(row: dict[str, Any], column: Column, value: Any, words: str | None) -> None:
    """Set the value of a column in the value of its row.

    Args:
        row: The value of the row.
        column: The column.
        value: The new value.
        words: The ``wording`` of new texts; None for none.
    """
    part = row
    for step in column.path[:-1]:
        is_new_text = step not in part and column.reading == "text" and step == column.path[-2]
        part = part.setdefault(step, {})
        if is_new_text and not column.variant:
            part["default"] = value
            if words:
                part["wording"] = words
    part[column.path[-1]] = value
    _mark_items(column, value, words)
    set_kind(row, column)


def _mark_items(column: Column, items: Any, words: str | None) -> None:
    """Give new texts of a cell with several texts their wording; others have it already."""
    if words and column.reading in ("texts", "differences"):
        for item in items:
            text = item if column.reading == "texts" else next(iter(item.values()))
            if set(text) == {"default"}:
                text["wording"] = words


def in_order(value: dict[str, Any], cls: ValueClass) -> None:
    """Put the members of a value in the order of the fields of its class, ``$schema`` first."""
    names = {"$schema": -1, **{name: n for n, name in enumerate(attrs.fields_dict(cls))}}
    members = sorted(value.items(), key=lambda member: names[member[0]])
    value.clear()
    value.update(members)


def remove_value(row: dict[str, Any], column: Column) -> None:
    """Remove the value of a column, and what is empty without it."""
    path = column.path[:-1] if column.reading == "text" and not column.variant else column.path
    parts = [row]
    for step in path[:-1]:
        parts.append(parts[-1].get(step, {}))
    for part, step in zip(reversed(parts), reversed(path), strict=True):
        if step in part and (part is parts[-1] or not part[step] or set(part[step]) == {"kind"}):
            del part[step]
    set_kind(row, column)


def set_kind(row: dict[str, Any], column: Column) -> None:
    """Set the ``kind`` of a value of which there are several, from the members that it has."""
    part: Any = row
    for step in column.union:
        part = part.get(step, {})
    if not column.union or not part:
        return
    names = set(part) - {"kind"}
    ranked = []
    for number, cls in enumerate(column.members):
        fields = attrs.fields_dict(cls)
        needed = {f.name for f in fields.values() if f.default is attrs.NOTHING}
        ranked.append(
            (len(names - set(fields)), len(needed - names), number, fields["kind"].default)
        )
    kind = min(ranked)[3]
    members = {name: value for name, value in part.items() if name != "kind"}
    part.clear()
    part.update(kind=kind, **members)
