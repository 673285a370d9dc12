"""Write the reference of Python names as Markdown, from the docstrings.

A docstring is Markdown with the sections of Google's style; griffe takes the sections apart.
"""

import importlib
import inspect
import logging
import textwrap
from collections.abc import Iterator
from pathlib import Path

import attrs
import griffe

__all__ = ["MODULES", "write_pages"]

MODULES = {
    "sendframe": "What most programs need: load, validate, evaluate, report, compare, dump.",
    "sendframe.model": "The classes of documents, and what they are made of.",
    "sendframe.plugins": "What authors of plug-ins import: hooks, and the records they return.",
    "sendframe.plugins.sections": "What authors of sections of reports import.",
    "sendframe.reports.charts": "Charts as data, and their drawings and tables.",
    "sendframe.testing": "The test kit for authors of plug-ins.",
    "sendframe.errors": "Diagnostics, locations, and all exceptions.",
}
_OWNERS = ("sendframe.model", "sendframe.errors")
"""Modules with a page of their own, whose names other modules offer as well."""

_TITLES = {"parameters": "Arguments", "attributes": "Fields"}

logging.getLogger("griffe").setLevel(logging.ERROR)  # types stand in the code, not in docstrings


def write_pages(folder: Path) -> None:
    """Write a page for each public module; what stands there already is replaced if it differs."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, purpose in MODULES.items():
        path, text = folder / f"{name}.md", "\n".join(_page(name, purpose)) + "\n"
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def _page(module_name: str, purpose: str) -> Iterator[str]:
    module = importlib.import_module(module_name)
    yield from (f"# {module_name}", "", purpose, "")
    elsewhere: dict[str, list[str]] = {}
    for name in sorted(module.__all__, key=str.lower):
        thing = getattr(module, name)
        owner = next((each for each in _OWNERS if _is_of(thing, each)), module_name)
        if owner != module_name and name in importlib.import_module(owner).__all__:
            elsewhere.setdefault(owner, []).append(name)
        else:
            yield from _entry(name, thing, 2)
    for owner, names in elsewhere.items():
        yield from (f"## From {owner}", "")
        yield from (f"- [{name}]({owner}.md#{name.lower()})" for name in names)
        yield ""


def _is_of(thing: object, module_name: str) -> bool:
    return str(getattr(thing, "__module__", "")).startswith(f"{module_name}.")


def _entry(name: str, thing: object, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {name}", "")
    if callable(thing) and not attrs.has(thing):  # type: ignore[arg-type]  # any object may be asked
        yield from _fenced("python", _signature(name, thing))
    if inspect.isclass(thing) or inspect.isroutine(thing) or inspect.ismodule(thing):
        yield from _text(inspect.getdoc(thing) or "")
    elif members := getattr(thing, "__args__", ()):  # a union of classes
        names = (f"`{getattr(each, '__name__', each)}`" for each in members)
        yield from (f"One of {', '.join(names)}.", "")
    else:  # a constant has no docstring of its own
        yield from _fenced("text", textwrap.shorten(repr(thing), 400, placeholder=" …"))
    if inspect.isclass(thing):
        for each, member in sorted(vars(thing).items()):
            method = getattr(member, "__func__", getattr(member, "fget", member))
            if not each.startswith("_") and inspect.isroutine(method) and method.__doc__:
                yield from _entry(f"{name}.{each}", method, level + 1)


def _signature(name: str, thing: object) -> str:
    try:
        signature = inspect.signature(thing)  # type: ignore[arg-type]  # it is callable
    except ValueError:  # a class that is written in C
        return f"{name}(*args)"
    bare = [
        each.replace(annotation=inspect.Parameter.empty)
        for each in signature.parameters.values()
        if each.name not in ("self", "cls")
    ]
    return f"{name}{signature.replace(parameters=bare, return_annotation=inspect.Signature.empty)}"


def _fenced(language: str, text: str) -> Iterator[str]:
    yield from (f"```{language}", text, "```", "")


def _text(docstring: str) -> Iterator[str]:
    for section in griffe.Docstring(docstring).parse("google"):
        kind, value = section.kind.value, section.value
        if kind == "text":
            yield from (value, "")
            continue
        yield from (f"**{section.title or _TITLES.get(kind, kind.capitalize())}**", "")
        if kind == "examples":
            for part, text in value:
                yield from _fenced("pycon", text) if part.value == "examples" else (text, "")
        elif isinstance(value, list):
            yield from map(_item, value)
            yield ""
        else:
            yield from (value.contents if hasattr(value, "contents") else str(value), "")


def _item(item: griffe.DocstringElement) -> str:
    label = getattr(item, "name", "") or str(item.annotation or "")
    text = textwrap.indent(item.description, "  ").strip()
    return f"- `{label}`: {text}" if label else f"- {text}"
