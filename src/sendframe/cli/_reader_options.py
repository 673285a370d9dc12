"""Parse the reader options of ``sendframe import``."""

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

__all__ = ["option_files", "reader_options"]


def reader_options(pairs: Iterable[str]) -> FrozenMap[Json]:
    """Return the options of a reader from ``NAME=VALUE`` and ``NAME=@FILE``.

    Raises:
        click.BadParameter: One has no name or no ``=``, or a name is given twice.
        InvalidDocument: A named file cannot be read or is not valid.
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


def option_files(pairs: Iterable[str]) -> dict[str, str]:
    """Return the option that names each file that is read for ``NAME=@FILE``, by the file."""
    parts = (pair.partition("=") for pair in pairs)
    return {value[1:]: f"--option {name}" for name, _, value in parts if value.startswith("@")}


def _refuse(problem: str) -> NoReturn:
    raise click.BadParameter(problem, param_hint="'--option'")


def _of_file(name: str) -> Json:
    """Return the content of a JSON file; a sendframe document is validated first."""
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
    return freeze(plain_data(load_document(path)))


def _value(text: str) -> Json:
    """Parse a value as JSON, or return it as text if it is not JSON.

    Examples:
        >>> [_value(text) for text in ("2024", "true", "a b", '"2024"', "NaN")]
        [2024, True, 'a b', '2024', 'NaN']
    """
    try:
        value: Any = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return text
    return freeze(value)


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(text)
