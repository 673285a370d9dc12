"""Documents of Wyeford in which every text that people write is hostile."""

import csv
import io
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import attrs

from sendframe import load
from sendframe.documents import dump
from sendframe.model import (
    Document,
    FrozenMap,
    Json,
    ObservationSet,
    Pattern,
    Portfolio,
    RefersTo,
    Value,
)

WYEFORD = Path(__file__).parents[2] / "examples" / "wyeford"
TABLE = "local-figures.csv"

PAYLOADS = {
    "pages": (
        "# head\n\n- item\n> quote\n```code```\n| a | b |\n|---|---|\n[a](javascript:alert(6)) "
        "![b](https://example.org/b.png) <https://example.org> www.example.org *c* _d_ ~~e~~ &lt;\n"
        "<script>alert(1)</script><img src=x onerror=alert(2)> \" onload='alert(3)' "
        "</title></style></textarea></p>--> ]]> <!-- <svg onload=alert(4)> "
        '<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="javascript:alert(5)"/></svg>'
    ),
    "programs": (
        "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} %(x)s {0} "
        "Ŵyr y Tŷ, Łódź, żółw, 👩🏽‍🦽 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿, ﷽, ½ ≥ ⅓\n"
        "::error file=a.py,line=1::boo %0A\n::set-output name=x::y "
        "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x08\x7f \x00 end\r\nnew line "
        "turned \u202eround\u202c, held \u2066in\u2069 and \u200fright"
    ),
}
"""Texts that would do harm, or be lost, where a program is careless."""

LONG = "uncharacteristically long " * 770
"""A text of more than 20,000 characters."""

STRUCTURE = {
    ("Manifest", "documents"): "paths of files",
    ("ObservationSet", "table"): "the path of a file",
    ("Picture", "file"): "the path of a file",
    ("Observation", "symbol"): "changed together with the keys of the set's symbols",
    ("ObservationSet", "symbols"): "the same",
    ("TableColumn", "heading"): "a heading of a file, with the place of its date",
}
"""Fields that hold text which is not for readers: they would lead to other files or figures."""

Change = Callable[[str], str]


def is_words(hint: Any) -> bool:
    """Say whether a type is text that people write, not a code, an id, a link or a date."""
    if get_origin(hint) is Annotated:
        told = hint.__metadata__
        return hint.__origin__ is str and not any(isinstance(e, Pattern | RefersTo) for e in told)
    members = get_args(hint)
    return get_origin(hint) is not tuple and any(is_words(each) for each in members)


def is_words_in_list(hint: Any) -> bool:
    """Say whether a type is a list of texts that people write."""
    return get_origin(hint) is tuple and is_words(get_args(hint)[0])


@cache
def text_fields(cls: type) -> frozenset[str]:
    """Return the fields of a class that hold text that people write."""
    fields: Any = attrs.fields
    return frozenset(
        field.name
        for field in fields(cls)
        if (is_words(field.type) or is_words_in_list(field.type))
        and (cls.__name__, field.name) not in STRUCTURE
    )


def changed(value: Any, change: Callable[[str, str], Change]) -> Any:
    """Return a value with each text that people write changed.

    Args:
        value: A value of the model, or something in one.
        change: What changes the texts of a class and field.
    """
    if isinstance(value, Value):
        cls: Any = type(value)
        given: dict[str, Any] = {}
        for field in attrs.fields(cls):
            held = getattr(value, field.name)
            if field.name in text_fields(cls) and held is not None:
                given[field.name] = _words(held, change(cls.__name__, field.name))
            elif field.name == "extensions":
                given[field.name] = _raw(held, change(cls.__name__, field.name))
            else:
                given[field.name] = changed(held, change)
        return cls(**given)
    if isinstance(value, tuple):
        return tuple(changed(each, change) for each in value)
    if isinstance(value, FrozenMap):
        return FrozenMap({key: changed(each, change) for key, each in value.items()})
    return value


def _words(held: Any, change: Change) -> Any:
    if isinstance(held, FrozenMap):
        return FrozenMap({key: change(each) for key, each in held.items()})
    return tuple(map(change, held)) if isinstance(held, tuple) else change(held)


def _raw(held: Json, change: Change) -> Json:
    if isinstance(held, FrozenMap):
        return FrozenMap({key: _raw(each, change) for key, each in held.items()})
    if isinstance(held, tuple):
        return tuple(_raw(each, change) for each in held)
    return change(held) if isinstance(held, str) else held


def bare(payload: str) -> str:
    """Return a payload as a symbol could hold it: short, without white space or controls."""
    return "".join(each for each in payload if each.isprintable() and not each.isspace())[:30]


def with_symbols(document: Document, payload: str) -> Document:
    """Return an observation set in which each symbol has a hostile part as well."""
    if not isinstance(document, ObservationSet):
        return document
    return document.changed(
        symbols=FrozenMap(
            {f"{key}{bare(payload)}": each for key, each in document.symbols.items()}
        ),
        observations=tuple(
            each if each.symbol is None else each.changed(symbol=each.symbol + bare(payload))
            for each in document.observations
        ),
    )


def table(symbols: frozenset[str], payload: str) -> bytes:
    """Return the table of figures with its symbols changed as those of the documents."""
    rows = list(csv.reader(io.StringIO((WYEFORD / TABLE).read_text("utf-8"))))
    place = rows[0].index("value")
    for row in rows[1:]:
        if row[place] in symbols:
            row[place] += bare(payload)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


@cache
def wyeford() -> Portfolio:
    """Return the portfolio of Wyeford as it is."""
    return load(WYEFORD)


def write(folder: Path, change: Callable[[str, str], Change], payload: str = "") -> Path:
    """Write Wyeford with its texts changed, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    found = wyeford()
    names = ("portfolio.json", *found.manifest.documents)
    own = (found.manifest, *found.documents[: len(names) - 1])  # those of plug-ins come after
    for name, document in zip(names, own, strict=True):
        made = with_symbols(changed(document, change), payload)
        (folder / name).write_bytes(dump(made))
    symbols = frozenset(
        key.split(" ")[-1] for each in found.of(ObservationSet) for key in each.symbols
    )
    for picture in found.pictures:
        (folder / picture.path).parent.mkdir(exist_ok=True)
        (folder / picture.path).write_bytes(picture.data)
    (folder / TABLE).write_bytes(table(symbols, payload))
    return folder


def hostile(folder: Path, payload: str) -> Path:
    """Write Wyeford with a payload behind a number of its own in every text."""
    count = iter(range(1, 1_000_000))
    return write(folder, lambda _cls, _field: lambda _old: f"T{next(count)} {payload}", payload)


def long(folder: Path) -> Path:
    """Write Wyeford with a very long text in one place of every field."""
    seen: set[tuple[str, str]] = set()

    def change(cls: str, field: str) -> Change:
        def made(old: str) -> str:
            first = (cls, field) not in seen
            seen.add((cls, field))
            return f"{cls}.{field} {LONG}".rstrip() if first else old

        return made

    return write(folder, change)


def places(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    """Yield class and field of every text that people write in a portfolio."""
    todo: list[Any] = [portfolio.manifest, *portfolio.documents]
    while todo:
        value = todo.pop()
        if isinstance(value, Value):
            cls: Any = type(value)
            for field in attrs.fields(cls):
                held = getattr(value, field.name)
                if field.name in text_fields(cls) and held:
                    yield cls.__name__, field.name
                todo.append(held)
        elif isinstance(value, tuple):
            todo += value
        elif isinstance(value, FrozenMap):
            todo += value.values()
