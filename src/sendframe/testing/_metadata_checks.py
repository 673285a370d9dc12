"""Conformance checks before any call: metadata, imports, records and data documents."""

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
    SectionKind,
    SubjectRule,
)

from ._fresh_interpreter import run_in_fresh_interpreter
from ._plugin_under_test import CannotRun, PluginUnderTest

__all__ = [
    "data_is_valid",
    "hooks_are_typed",
    "ids_are_its_own",
    "imports_are_light",
    "is_found",
    "is_not_imported_at_discovery",
    "is_typed",
    "manuals_are_long_enough",
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
    "sendframe_sections": (SectionKind,),
}


def _is_about_ids(reason: str) -> bool:
    return "has the id " in reason or "an id that" in reason or "is given twice" in reason


def is_found(under_test: PluginUnderTest) -> Iterator[str]:
    """It is found, fits this version of sendframe, and can be imported and collected."""
    for failure in under_test.failures:
        if not _is_about_ids(failure.error_type):
            yield f"{failure}; {_advice(under_test, failure)}"
    given = {
        (contribution.provided.plugin, contribution.hook)
        for contribution in under_test.contributions
    }
    hooks = {group: hook for hook, group in GROUPS.items()}
    failed = {failure.plugin for failure in under_test.failures}
    for plugin in under_test.with_code:
        if (plugin.name, hooks[plugin.group]) not in given and plugin.name not in failed:
            yield (
                f"the entry point '{plugin.name}' of {plugin.group} ({plugin.target}) returns no "
                f"record: return one, or remove the entry point"
            )


def _advice(under_test: PluginUnderTest, failure: PluginFailure) -> str:
    """Return how to find the cause of a failure."""
    if failure.phase == "discover":
        return "correct the metadata; `sendframe plugins list` shows what is found"
    failed = (failure.plugin, failure.distribution)
    targets = {
        plugin.target
        for plugin in under_test.with_code
        if (plugin.name, plugin.distribution) == failed
    }
    code = f"`python -c 'import {', '.join(sorted(targets))}'`"
    if failure.phase == "import":
        return f"{code} shows the error itself"
    return f"see what its functions with `@hookimpl` return after {code}"


def _imports(under_test: PluginUnderTest) -> dict[str, list[str]]:
    """Return the modules that are imported in a fresh interpreter, which runs once."""
    if "imports" not in under_test.cache:
        under_test.cache["imports"] = run_in_fresh_interpreter(under_test, "imports")
    imports: dict[str, list[str]] = under_test.cache["imports"]
    return imports


def is_not_imported_at_discovery(under_test: PluginUnderTest) -> Iterator[str]:
    """No module of it is imported when plug-ins are listed and data documents are read."""
    for module in _imports(under_test)["at discovery"]:
        yield (
            f"{module} is imported when plug-ins are listed: a data package must be a top-level "
            f"package of its own, and a .pth file must import nothing"
        )


def imports_are_light(under_test: PluginUnderTest) -> Iterator[str]:
    """Importing it imports no heavy package; only the function that needs it does."""
    imports = _imports(under_test)["at import"]
    if _imports(under_test)["at discovery"]:  # which may have imported a heavy package as well
        imports = run_in_fresh_interpreter(under_test, "at import")
    for imported in imports:
        target, package = imported.split(" ")
        yield (
            f"importing {target} imports {package}: move `import {package}` into the function "
            f"that needs it, so that commands start quickly"
        )


def ids_are_its_own(under_test: PluginUnderTest) -> Iterator[str]:
    """Each id is well formed and begins with the name of its entry point."""
    for failure in under_test.failures:
        if _is_about_ids(failure.error_type):
            yield (
                f"{failure}: use an id that is, or begins with, the name of its entry point, "
                f"of letters, digits, '.' and '-'"
            )


def hooks_are_typed(under_test: PluginUnderTest) -> Iterator[str]:
    """Each hook is implemented by a plain function that declares the records it returns."""
    for plugin, hook, function in under_test.implementations():
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
    """Return the types of the members in a function's return annotation."""
    try:
        hint = typing.get_type_hints(function).get("return")
    except Exception:  # noqa: BLE001  # a name that is not defined
        return ()
    return typing.get_args(hint)


def manuals_are_long_enough(under_test: PluginUnderTest) -> Iterator[str]:
    """Each contribution has a short title and a manual that says more than the title."""
    for contribution in under_test.contributions:
        title, manual = contribution.record.title, contribution.record.manual
        if len(title) > _LONGEST_TITLE or "\n" in title:
            yield f"the title of {contribution} has more than one line or {_LONGEST_TITLE} characters"
        if len(manual.split()) < _FEWEST_WORDS:
            yield (
                f"the manual of {contribution} has fewer than {_FEWEST_WORDS} words: say what it does, "
                f"when it refuses or what it leaves out, and its source"
            )


def options_are_known(under_test: PluginUnderTest) -> Iterator[str]:
    """Each contribution can be called: its options have defaults, or an example states them."""
    for contribution in under_test.contributions:
        try:
            contribution.options  # noqa: B018  # raises where there are none
        except CannotRun:
            name = contribution.record.options.__name__
            yield (
                f"{contribution} cannot be called: give each field of {name} a default, or use the "
                f"{name} in one of its examples"
            )


def is_typed(under_test: PluginUnderTest) -> Iterator[str]:
    """Each package with code has a py.typed file, so that type checkers read its types."""
    tops = {plugin.target.partition(".")[0] for plugin in under_test.with_code}
    for top in sorted(tops):
        folders = _folders(top)
        if folders and not any((folder / "py.typed").is_file() for folder in folders):
            yield f"the package {top} has no file py.typed: add an empty one beside __init__.py"


def _folders(top: str) -> list[Path]:
    """Return the folders of a top-level package; none for a module."""
    spec = find_spec(top)
    return [Path(location) for location in (spec.submodule_search_locations or ())] if spec else []


def data_is_valid(under_test: PluginUnderTest) -> Iterator[str]:
    """Its data documents are valid, and their ids begin with the name of the entry point."""
    for failure in under_test.data_failures:
        yield f"{failure}; `sendframe validate FILE` says what is wrong with a document"
    for plugin in under_test.with_data:
        yield from _package_problems(plugin)


def _package_problems(plugin: Installed) -> Iterator[str]:
    """Yield the problems of a data package itself."""
    for folder in _folders(plugin.target):
        path = folder / "__init__.py"
        if path.is_file() and not _is_bare(path.read_bytes()):
            yield (
                f"{plugin.target}/__init__.py contains code: a data package is never imported, so "
                f"nothing in it would run"
            )


def _is_bare(source: bytes) -> bool:
    """Return whether a module contains only a docstring."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return False
    return all(isinstance(statement, ast.Expr) for statement in tree.body)
