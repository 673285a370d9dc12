"""What is held of a plug-in before any of it runs: metadata, imports, records, data."""

import ast
import inspect
import typing
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sendframe.errors import PluginFailure
from sendframe.plugins import (
    GROUPS,
    Check,
    DerivedIndicator,
    Installed,
    Reader,
    Renderer,
    ScoringRule,
    SubjectRule,
)

from ._ask import ask
from ._subject import CannotTry, Subject

__all__ = [
    "data_is_valid",
    "hooks_are_typed",
    "ids_are_its_own",
    "imports_are_light",
    "is_found",
    "is_quiet_at_discovery",
    "is_typed",
    "manuals_have_substance",
    "options_are_known",
]

_FEWEST_WORDS = 15
_LONGEST_TITLE = 100
_RECORDS: dict[str, tuple[type, ...]] = {
    "sendframe_checks": (Check,),
    "sendframe_indicators": (DerivedIndicator,),
    "sendframe_readers": (Reader,),
    "sendframe_renderers": (Renderer,),
    "sendframe_scoring_rules": (ScoringRule, SubjectRule),
}


def _is_about_ids(reason: str) -> bool:
    return "has the id " in reason or "an id that" in reason or "is given twice" in reason


def is_found(subject: Subject) -> Iterator[str]:
    """It is found, fits this sendframe, and can be imported and collected, alone."""
    for each in subject.failures:
        if not _is_about_ids(each.error_type):
            yield f"{each}; {_advice(subject, each)}"
    given = {(each.provided.plugin, each.hook) for each in subject.contributions}
    hooks = {group: hook for hook, group in GROUPS.items()}
    failed = {each.plugin for each in subject.failures}
    for plugin in subject.with_code:
        if (plugin.name, hooks[plugin.group]) not in given and plugin.name not in failed:
            yield (
                f"the entry point '{plugin.name}' of {plugin.group} ({plugin.target}) gives no "
                f"record: return one, or take the entry point away"
            )


def _advice(subject: Subject, failure: PluginFailure) -> str:
    """Say how to see what is behind a failure."""
    if failure.phase == "discover":
        return "correct the metadata; `sendframe plugins list` shows what is found"
    told = (failure.plugin, failure.distribution)
    targets = {e.target for e in subject.with_code if (e.name, e.distribution) == told}
    code = f"`python -c 'import {', '.join(sorted(targets))}'`"
    if failure.phase == "import":
        return f"{code} shows the error itself"
    return f"see what its functions with `@hookimpl` return after {code}"


def is_quiet_at_discovery(subject: Subject) -> Iterator[str]:
    """Nothing of it is imported when plug-ins are listed and data documents are read."""
    for module in ask(subject, "at discovery"):
        yield (
            f"{module} is imported when plug-ins are listed: a data package must be a top-level "
            f"package of its own, and a .pth file must import nothing"
        )


def imports_are_light(subject: Subject) -> Iterator[str]:
    """Importing it imports no heavy package: that waits for the function that needs it."""
    for found in ask(subject, "at import"):
        target, package = found.split(" ")
        yield (
            f"importing {target} imports {package}: move `import {package}` into the function "
            f"that needs it, so that commands start quickly"
        )


def ids_are_its_own(subject: Subject) -> Iterator[str]:
    """Each id is well formed and begins with the name of its entry point."""
    for each in subject.failures:
        if _is_about_ids(each.error_type):
            yield (
                f"{each}: give it an id that is, or begins with, the name of its entry point, "
                f"of letters, digits, '.' and '-'"
            )


def hooks_are_typed(subject: Subject) -> Iterator[str]:
    """Each hook is implemented by a plain function that declares the records it returns."""
    for plugin, hook, function in subject.implementations():
        wanted = _RECORDS[hook][0].__name__
        where = f"{plugin.target}.{getattr(function, '__name__', '?')}"
        if not inspect.isfunction(function):
            yield (
                f"{where}, which implements {hook}, is a {type(function).__name__}: make it a "
                f"plain function, without a decorator such as lru_cache"
            )
            continue
        if inspect.signature(function).parameters:
            yield f"{where}, which implements {hook}, has parameters: a hook takes none"
        if not {*_RECORDS[hook]} & {*_declared(function)}:
            yield (
                f"{where}, which implements {hook}, does not declare what it returns: write "
                f"`-> list[{wanted}]`"
            )


def _declared(function: Any) -> tuple[Any, ...]:
    """Return the types of the members a function says it returns."""
    try:
        hint = typing.get_type_hints(function).get("return")
    except Exception:  # noqa: BLE001  # a name that is nowhere
        return ()
    return typing.get_args(hint)


def manuals_have_substance(subject: Subject) -> Iterator[str]:
    """Each contribution has a short title, and a manual that says more than the title."""
    for each in subject.contributions:
        title, manual = each.record.title, each.record.manual
        if len(title) > _LONGEST_TITLE or "\n" in title:
            yield f"the title of {each} has more than one line or {_LONGEST_TITLE} characters"
        if len(manual.split()) < _FEWEST_WORDS:
            yield (
                f"the manual of {each} has fewer than {_FEWEST_WORDS} words: say what it does, "
                f"when it refuses or what it leaves out, and where it comes from"
            )


def options_are_known(subject: Subject) -> Iterator[str]:
    """Each contribution can be tried: its options have defaults, or an example gives them."""
    for each in subject.contributions:
        try:
            each.options  # noqa: B018  # making them is what is tried
        except CannotTry:
            name = each.record.options.__name__
            yield (
                f"{each} cannot be tried: give each field of {name} a default, or give the "
                f"{name} in one of its examples"
            )


def is_typed(subject: Subject) -> Iterator[str]:
    """Each package with code has a file py.typed, so that type checkers read its types."""
    tops = {each.target.partition(".")[0] for each in subject.with_code}
    for top in sorted(tops):
        folders = _folders(top)
        if folders and not any((each / "py.typed").is_file() for each in folders):
            yield f"the package {top} has no file py.typed: add an empty one beside __init__.py"


def _folders(top: str) -> list[Path]:
    """Return the folders of a top-level package; none for a module."""
    spec = find_spec(top)
    return [Path(each) for each in (spec.submodule_search_locations or ())] if spec else []


def data_is_valid(subject: Subject) -> Iterator[str]:
    """Its data documents are valid, and their ids begin with the name of the entry point."""
    for each in subject.data_failures:
        yield f"{each}; `sendframe validate FILE` says what is wrong with a document"
    for plugin in subject.with_data:
        yield from _loose(plugin)


def _loose(plugin: Installed) -> Iterator[str]:
    """Yield what is wrong with the package itself."""
    for folder in _folders(plugin.target):
        path = folder / "__init__.py"
        if path.is_file() and not _is_bare(path.read_bytes()):
            yield (
                f"{plugin.target}/__init__.py holds code: a data package is never imported, so "
                f"nothing in it would run"
            )


def _is_bare(source: bytes) -> bool:
    """Say whether a module holds nothing but a docstring."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return all(isinstance(each, ast.Expr) for each in tree.body)
