"""How diagnostics and failures are shown."""

import json
import re
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import attrs
import click

from sendframe.errors import (
    CannotCompare,
    CannotWrite,
    Diagnostic,
    InvalidDocument,
    Location,
    MissingDate,
    PluginFailure,
    SendframeError,
    UnknownName,
)

__all__ = ["EXIT_FOUND", "EXIT_PLUGIN", "EXIT_USAGE", "clean", "guarded", "show", "show_failures"]

EXIT_FOUND, EXIT_USAGE, EXIT_PLUGIN = 1, 2, 3
P = ParamSpec("P")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?')
_PLAIN = re.compile(r"[A-Za-z0-9._:/$-]{0,60}")
_WIDTH = 100
_COLOUR = {"error": "red", "warning": "yellow", "note": "cyan"}


def clean(text: str) -> str:
    """Take out what could steer a terminal: control and direction characters."""
    return _CONTROL.sub("", text)


def _excerpt(lines: list[str], location: Location) -> list[str]:
    """Return a line of the document with a caret below it; free text in it is left out."""
    if location.line is None or location.column is None or location.line > len(lines):
        return []
    line = lines[location.line - 1]
    before, after = line[: location.column - 1], line[location.column - 1 :]
    before, after = _masked(before), _masked(after)
    before = f"…{before[-60:]}" if len(before) > 60 else before  # noqa: PLR2004  # of _WIDTH
    after = after[: _WIDTH - len(before)]
    number = str(location.line)
    gap = " " * len(number)
    pad = re.sub(r"[^\t]", " ", before)
    return [f"  {gap} |", f"  {number} | {before}{after}", f"  {gap} | {pad}^"]


def _masked(text: str) -> str:
    """Replace strings that are neither keys nor ids: they may hold a child's name."""

    def mask(match: re.Match[str]) -> str:
        if match[2] is not None or _PLAIN.fullmatch(match[1]):
            return match[0]
        return '"…"'

    return clean(_STRING.sub(mask, text)).replace("\t", " ")


def _lines_of(file: str | None, cache: dict[str | None, list[str]]) -> list[str]:
    if file not in cache:
        try:
            with Path(file or "").open(encoding="utf-8-sig", errors="replace") as stream:
                cache[file] = stream.read(5_000_000).splitlines()
        except OSError:
            cache[file] = []
    return cache[file]


def _text(diagnostic: Diagnostic, cache: dict[str | None, list[str]]) -> Iterable[str]:
    where, colour = diagnostic.location, _COLOUR[diagnostic.severity]
    label = click.style(f"{diagnostic.severity} {diagnostic.code}", fg=colour, bold=True)
    yield f"{clean(str(where))}: {label}: {clean(diagnostic.message)}"
    if where.file and where.file.endswith(".json"):
        if where.pointer:
            yield f"  at {clean(where.path)}"
        yield from _excerpt(_lines_of(where.file, cache), where)
    if diagnostic.help:
        yield f"  help: {clean(diagnostic.help)}"
    if diagnostic.suggestion:
        yield f"  did you mean: {clean(diagnostic.suggestion)}"
    for other in diagnostic.related:
        yield f"  see {clean(str(other.location))}: {clean(other.message)}"


def as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as plain data, for programs."""

    def place(location: Location) -> dict[str, Any]:
        return {**attrs.asdict(location), "path": location.path}

    data = attrs.asdict(diagnostic, recurse=False)
    data["location"] = place(diagnostic.location)
    data["related"] = [
        {"location": place(each.location), "message": each.message} for each in diagnostic.related
    ]
    data["facts"] = list(diagnostic.facts)
    return data


def show(diagnostics: Iterable[Diagnostic], output_format: str) -> None:
    """Print diagnostics on standard output, as ``text`` or ``json``."""
    found = list(diagnostics)
    if output_format == "json":
        click.echo(json.dumps([as_data(each) for each in found], ensure_ascii=False, indent=2))
        return
    cache: dict[str | None, list[str]] = {}
    for each in found:
        for line in _text(each, cache):
            click.echo(line)
    counts = {word: sum(each.severity == word for each in found) for word in _COLOUR}
    said = [f"{n} {word}{'' if n == 1 else 's'}" for word, n in counts.items() if n]
    click.echo(f"Found {', '.join(said)}." if said else "All is well.")


def show_failures(failures: Iterable[PluginFailure]) -> int:
    """Print plug-in failures on standard error and return the exit code they lead to."""
    count = 0
    for count, each in enumerate(failures, 1):  # noqa: B007  # the count is used after the loop
        click.echo(f"not scored: {clean(str(each))}", err=True)
    return EXIT_PLUGIN if count else 0


def guarded(command: Callable[P, int | None]) -> Callable[P, int | None]:
    """Turn exceptions of sendframe into messages and exit codes."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> int | None:
        try:
            return command(*args, **kwargs)
        except InvalidDocument as error:
            show(error.diagnostics, str(kwargs.get("output_format", "text")))
            return EXIT_FOUND
        except (CannotCompare, MissingDate, UnknownName) as error:
            click.echo(f"{error.code}: {clean(str(error))}", err=True)
            return EXIT_USAGE
        except (CannotWrite, SendframeError) as error:
            click.echo(f"{error.code}: {clean(str(error))}", err=True)
            return EXIT_FOUND

    return run
