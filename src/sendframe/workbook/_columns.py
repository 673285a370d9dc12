"""The columns of a sheet, by rule from its class: type, references, fixed words, docstring."""

import types
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

import attrs

from sendframe.documents import class_descriptions
from sendframe.model import (
    Document,
    FrozenMap,
    PeriodValue,
    RefersTo,
    Text,
    Value,
    When,
)

from ._sheets import BELONGS_TO, HEADINGS, SHEETS, STAYS, STAYS_IN, Sheet, ValueClass, sheet_of

__all__ = [
    "BELONGS",
    "FILE",
    "ID",
    "PARENT",
    "Child",
    "Column",
    "Reading",
    "children_of",
    "columns_of",
    "label",
    "sheets_in",
]

Reading: TypeAlias = Literal[
    "text", "line", "number", "whole number", "yes or no", "choice", "day", "date", "period",
    "link", "links", "lines", "texts", "people", "differences", "key", "parent", "file",
]  # fmt: skip
"""How a cell is read."""

ID, FILE, PARENT, BELONGS = ("id",), ("(file)",), ("(parent)",), ("(belongs to)",)
"""The paths of the columns that are no field of the row itself."""

_FIRST = ("title", "statement", "name", "service", "term", "said", "text", "words", "criterion")
_PLAIN: dict[Any, Reading] = {
    str: "line", bool: "yes or no", int: "whole number", float: "number", date: "day",
}  # fmt: skip


@attrs.frozen
class Column:
    """One column.

    Attributes:
        heading: Its heading, without the sign of a required one.
        path: The steps from the row's value to the cell's.
        reading: How its cells are read.
        about: What the field holds.
        required: Whether no row may be without it.
        choices: The words it may have; none where it is free.
        kinds: The kinds of thing it may refer to.
        owner: The class that has the field.
        field: The field.
        variant: The variant of a text; empty for its default words.
        union: The path of the value whose kind follows from its cells; empty for none.
        members: The classes that it may be of.
    """

    heading: str
    path: tuple[str, ...]
    reading: Reading
    about: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    owner: str = ""
    field: str = ""
    variant: str = ""
    union: tuple[str, ...] = ()
    members: tuple[ValueClass, ...] = ()

    @property
    def name(self) -> str:
        """What the record of an export calls it."""
        return ".".join(self.path)

    def of_variant(self, variant: str) -> "Column":
        """Return the column of a variant of a text."""
        path = (*self.path[:-1], "variants", variant, "text")
        heading = f"{self.heading} ({variant})"
        return attrs.evolve(self, heading=heading, path=path, required=False, variant=variant)


class Child(NamedTuple):
    """An array of a row's value whose members are rows of another sheet."""

    path: tuple[str, ...]
    sheet: Sheet


def label(name: str) -> str:
    """Return the name of a field as a heading.

    Examples:
        >>> label("why_it_matters")
        'Why it matters'
    """
    return name.replace("_", " ").capitalize()


@cache
def columns_of(cls: ValueClass) -> tuple[Column, ...]:
    """Return the columns of the sheet of a class, in their order."""
    found = list(_columns(cls, (), "", required=True, root=cls))
    first = next((column for name in _FIRST for column in found if column.path[0] == name), None)
    sheets = [sheet.cls for sheet in SHEETS]
    has_parent = any(child.sheet.cls is cls for owner in sheets for child in children_of(owner))
    columns = [] if first is None else [first]
    if has_parent:
        columns.append(Column(_parent_heading(cls), PARENT, "parent", "The row it is part of."))
    if cls.__name__ == "Action":
        kinds = tuple(
            sheet.cls.kind_of_thing for sheet in SHEETS if sheet.cls.__name__ in BELONGS_TO
        )
        about = (
            "The plan, priority, commitment, workstream, risk or finding that it is an action of."
        )
        columns.append(Column("Belongs to", BELONGS, "links", about, kinds=kinds))
    columns += [column for column in found if column is not first and column.path != ID]
    has_id = "id" in attrs.fields_dict(cls)
    about = "Made from the words of the row where it is empty. Leave it as it is."
    columns.append(Column("Id" if has_id else "Row", ID, "key", about))
    columns.append(Column("File", FILE, "file", "The document that holds the row."))
    return tuple(columns)


def _parent_heading(cls: ValueClass) -> str:
    owners = [
        sheet.cls for sheet in SHEETS for child in children_of(sheet.cls) if child.sheet.cls is cls
    ]
    rows = [owner for owner in owners if not issubclass(owner, Document)]
    names = [_words_of_class(owner) for owner in rows or owners]
    taken = {label(field.name) for field in attrs.fields(cls)}
    heading = " or ".join(dict.fromkeys(names)).capitalize()
    return f"{heading} it is about" if heading in taken else heading


def _words_of_class(cls: type) -> str:
    words = {"CriterionEntry": "entry", "FollowUp": "follow-up", "Strategy": "plan"}
    words["SelfEvaluation"] = "self-evaluation"
    name = words.get(cls.__name__, cls.__name__)
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


@cache
def children_of(cls: ValueClass) -> tuple[Child, ...]:
    """Return the arrays of a class whose members are rows of sheets of their own."""
    return tuple(_children(cls, ()))


def _children(cls: ValueClass, path: tuple[str, ...]) -> Iterator[Child]:
    for field in attrs.fields(cls):
        hint = _bare(field.type)[0]
        if get_origin(hint) is tuple:
            item = _bare(get_args(hint)[0])[0]
            sheet = sheet_of(item) if isinstance(item, type) else None
            if sheet is not None:
                yield Child((*path, field.name), sheet)
        elif _is_part(hint):
            yield from _children(hint, (*path, field.name))


def _is_part(hint: Any) -> bool:
    """Say whether a field holds a value of its own, which is written in columns of the row."""
    return isinstance(hint, type) and issubclass(hint, Value) and hint is not Text


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without ``None`` and constraints, and its constraints."""
    constraints: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            constraints += hint.__metadata__
            hint = hint.__origin__
            continue
        members = [member for member in get_args(hint) if member is not type(None)]
        if get_origin(hint) in (Union, types.UnionType) and len(members) == 1:
            hint = members[0]
            continue
        return hint, constraints


def _columns(
    cls: ValueClass, path: tuple[str, ...], heading: str, *, required: bool, root: ValueClass
) -> Iterator[Column]:
    """Yield the columns of the fields of a class, which is a part of the row at *path*."""
    _, about = class_descriptions(cls)
    for field in attrs.fields(cls):
        name = field.name
        is_reverse = name == "actions" and cls.__name__ in BELONGS_TO
        if stays(cls, name) or is_reverse or (path and name == "id"):
            continue
        whole = f"{heading} {label(name).lower()}" if heading else label(name)
        column = Column(
            whole,
            (*path, name),
            "line",
            about[name],
            required and field.default is attrs.NOTHING,
            owner=cls.__name__,
            field=name,
        )
        for made in _of_type(field.type, column, root):
            given = HEADINGS.get((root.__name__, *made.path))
            yield attrs.evolve(made, heading=given) if given else made


def stays(cls: type, name: str) -> bool:
    """Say whether a field has no column, for the reason in `STAYS`."""
    return name in STAYS and cls.__name__ in STAYS_IN.get(name, (cls.__name__,))


def _of_type(field_type: Any, column: Column, root: ValueClass) -> Iterator[Column]:
    """Yield the columns of a field of a type; none where it is a tag or has sheets of its own."""
    hint, constraints = _bare(field_type)
    kinds = next((each.kinds for each in constraints if isinstance(each, RefersTo)), ())
    if hint in _PLAIN:
        reading: Reading = "link" if kinds else _PLAIN[hint]
        yield attrs.evolve(column, reading=reading, kinds=kinds)
    elif hint is Text:
        yield attrs.evolve(column, path=(*column.path, "default"), reading="text")
    elif get_origin(hint) is Literal:
        if len(get_args(hint)) > 1:
            yield attrs.evolve(column, reading="choice", choices=get_args(hint))
    elif get_origin(hint) is tuple:
        item, of_item = _bare(get_args(hint)[0])
        yield from _of_array(item, of_item, column)
    elif get_origin(hint) in (Union, types.UnionType):
        yield from _of_union(hint, column, root)
    else:
        yield from _columns(hint, column.path, column.heading, required=column.required, root=root)


def _of_array(item: Any, constraints: tuple[Any, ...], column: Column) -> Iterator[Column]:
    kinds = next((each.kinds for each in constraints if isinstance(each, RefersTo)), ())
    if item is str:
        yield attrs.evolve(column, reading="links" if kinds else "lines", kinds=kinds)
    elif item is Text:
        yield attrs.evolve(column, reading="texts")
    elif item.__name__ == "Responsible":
        yield attrs.evolve(column, reading="people", kinds=("body",))
    elif item.__name__ == "DifferenceMade":
        yield attrs.evolve(column, reading="differences")


def _of_union(hint: Any, column: Column, root: ValueClass) -> Iterator[Column]:
    """Yield the column of a date, or those of all members of another union."""
    members = get_args(hint)
    if all(issubclass(member, PeriodValue) for member in members if member is not type(None)):
        is_when = set(get_args(When)) <= set(members)
        yield attrs.evolve(column, reading="date" if is_when else "period")
        return
    seen: dict[tuple[str, ...], Column] = {}
    for member in members:
        if member is type(None):
            continue
        for made in _columns(member, column.path, column.heading, required=False, root=root):
            seen.setdefault(made.path, made)
    classes = tuple(member for member in members if member is not type(None))
    for made in seen.values():
        yield attrs.evolve(made, union=column.path, members=classes)


def sheets_in(cls: ValueClass) -> tuple[str, ...]:
    """Return the names of the sheets that a document of a class may fill, in their order."""
    found: set[str] = set()

    def walk(part: ValueClass) -> None:
        own = sheet_of(part)
        if own is not None:
            found.add(own.name)
        for child in children_of(part):
            if child.sheet.name not in found:
                walk(child.sheet.cls)

    walk(cls)
    return tuple(sheet.name for sheet in SHEETS if sheet.name in found)


def kept_fields(cls: ValueClass) -> Iterator[str]:
    """Yield the fields of a class that have neither a column nor a sheet."""
    with_column = {column.path[0] for column in columns_of(cls)}
    with_sheet = {child.path[0] for child in children_of(cls)}
    for field in attrs.fields(cls):
        is_reverse = field.name == "actions" and cls.__name__ in BELONGS_TO
        is_map = get_origin(_bare(field.type)[0]) is FrozenMap
        if is_map or not (field.name in with_column | with_sheet or is_reverse):
            yield field.name
