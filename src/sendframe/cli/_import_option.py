"""Options of a reader, as ``sendframe import`` is given them."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from sendframe.documents import load_document, plain_data, read_bytes
from sendframe.errors import InvalidDocument
from sendframe.jsontext import DEFAULT_LIMITS, parse
from sendframe.model import FrozenMap, Json, freeze

from ._escape import visible

__all__ = ["reader_options"]


def reader_options(pairs: Iterable[str]) -> FrozenMap[Json]:
    """Return the options of a reader from ``NAME=VALUE`` and ``NAME=@FILE``.

    Raises:
        click.BadParameter: One has no name or no ``=``, or a name is given twice.
        InvalidDocument: A file that is named cannot be read, or something in it is wrong.
    """
    options: dict[str, Json] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not name or not equals:
            _refuse(f"{visible(pair)!r} is not NAME=VALUE")
        if name in options:
            _refuse(f"{visible(name)!r} is given twice")
        options[name] = _of_file(value[1:]) if value.startswith("@") else _value(value)
    return FrozenMap(options)


def _refuse(problem: str) -> NoReturn:
    raise click.BadParameter(problem, param_hint="'--option'")


def _of_file(name: str) -> Json:
    """Return what a JSON file holds; a document of ours is looked at as `validate` does."""
    path = Path(name)
    shown = path.as_posix()
    data, problems = read_bytes(path, shown=shown, limit=DEFAULT_LIMITS.bytes)
    if problems:
        raise InvalidDocument(problems)
    raw, problems = parse(data, shown)
    if problems:
        raise InvalidDocument(problems)
    if not isinstance(raw, dict) or "$schema" not in raw:
        return freeze(raw)
    made = plain_data(load_document(path))
    del made["$schema"]
    return freeze(made)


def _value(text: str) -> Json:
    """Return a value as JSON where it is JSON, else as the text it is.

    Examples:
        >>> [_value(each) for each in ("2024", "true", "a b", '"2024"', "NaN")]
        [2024, True, 'a b', '2024', 'NaN']
    """
    try:
        value: Any = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return text
    return freeze(value)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)
