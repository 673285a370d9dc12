"""Walks over a report: everything it says, and what that rests on."""

from collections.abc import Iterator

import attrs

from sendframe.reports import ReportModel, Section, Table, TypedFigure

_NO_WORDS = frozenset(
    [
        "anchor",
        "facts",
        "id",
        "kind",
        "language",
        "profile",
        "role",
        "shape",
        "style",
        "tone",
        "weight",
    ]
)


def parts(value: object) -> Iterator[object]:
    """Yield a part of a report and every part below it."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif isinstance(value, TypedFigure):
        return  # it repeats what is printed
    elif attrs.has(type(value)) and not hasattr(type(value), "broken_rules"):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def texts(value: object) -> list[str]:
    """Return every text of a report or of a part of it, ids left out."""
    return [
        text
        for each in parts(value)
        for field in attrs.fields(type(each))
        for text in _texts(getattr(each, field.name))
        if field.name not in _NO_WORDS
    ]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [each for each in value if isinstance(each, str)] if isinstance(value, tuple) else []


def said(value: object) -> str:
    """Return all that a report or a part of it says, a text a line."""
    return "\n".join(texts(value))


def section(model: ReportModel, title: str) -> Section:
    """Return the section with a heading, at whatever depth."""
    (found,) = (e for e in parts(model) if isinstance(e, Section) and e.title == title)
    return found


def tables(value: object) -> list[Table]:
    """Return the tables of a report or of a part of it, in order."""
    return [each for each in parts(value) if isinstance(each, Table)]


def column(table: Table, heading: str) -> list[str]:
    """Return what stands under a heading: the text of each cell, or the word of its mark."""
    index = table.columns.index(heading)
    cells = [row[index] for row in table.rows]
    return [each.mark.label if each.mark else each.text for each in cells]
