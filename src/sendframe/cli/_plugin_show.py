"""Describe a plug-in or one of its contributions, for ``sendframe plugins show``."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import attrs
import click

from sendframe.errors import PluginFailure
from sendframe.plugins import (
    DATA_GROUP,
    GROUPS,
    Catalogue,
    Check,
    DerivedIndicator,
    Installed,
    Provided,
    installed,
)

from ._escape import visible

__all__ = ["describe"]

_KIND_NAMES = {
    "checks": "check",
    "indicators": "derived indicator",
    "readers": "reader",
    "renderers": "renderer",
    "scoring_rules": "scoring rule",
    "sections": "kind of section",
}


def describe(id_: str) -> str:
    """Return the description of a plug-in or of one contribution.

    Args:
        id_: Id of a contribution, or the name of a plug-in or of its distribution.

    Raises:
        click.BadParameter: Nothing has that id or name; the message lists similar ones.
    """
    plugins = installed()
    enabled = tuple(plugin for plugin in plugins if plugin.enabled)
    mine = tuple(plugin for plugin in enabled if plugin.group == DATA_GROUP or plugin.may_give(id_))
    catalogue = Catalogue(mine, known=enabled)
    for kind, words in _KIND_NAMES.items():
        offered: Mapping[str, Provided[Any]] = getattr(catalogue, kind)
        if id_ in offered:
            return _text(_contribution(words, offered[id_]))
    document = catalogue.library.document(id_)
    if document is not None:
        kind = f"{id_}: a document of the kind '{document.raw.kind}'"
        return _text([kind, f"Provided by {document.plugin}."])
    named = tuple(plugin for plugin in plugins if plugin.is_named_in([id_]))
    if named:
        return _text(_plugin(named, enabled))
    refused = [str(failure) for failure in _failures(catalogue) if _is_about(failure, id_, mine)]
    refused += [_line(plugin) for plugin in plugins if not plugin.enabled and plugin.may_give(id_)]
    if refused:
        first = f"'{id_}' cannot be used, because of this:"
        return _text([first, *(f"    {reason}" for reason in refused)])
    similar = _similar(id_, plugins)
    hint = (
        f"Similar names: {', '.join(similar)}."
        if similar
        else "`sendframe plugins list` lists all."
    )
    problem = f"no plug-in or contribution is called '{visible(id_)}'. {hint}"
    raise click.BadParameter(problem, param_hint="'ID'")


def _line(plugin: Installed) -> str:
    group = plugin.group.removeprefix("sendframe.")
    return f"{plugin.name} ({plugin.distribution} {plugin.version}): {group}, {plugin.status}"


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


def _failures(catalogue: Catalogue) -> tuple[PluginFailure, ...]:
    failures = (
        *catalogue.failures,
        *catalogue.reader_failures,
        *catalogue.renderer_failures,
        *catalogue.section_failures,
    )
    return tuple(dict.fromkeys(failures))


def _is_about(failure: PluginFailure, id_: str, plugins: tuple[Installed, ...]) -> bool:
    """Return whether a failure is the reason why an id is missing."""
    if failure.contribution is not None:
        return failure.contribution == id_
    failed = (failure.plugin, failure.distribution)
    return any(
        (plugin.name, plugin.distribution) == failed and plugin.may_give(id_) for plugin in plugins
    )


def _similar(id_: str, plugins: tuple[Installed, ...]) -> tuple[str, ...]:
    """Return up to five similar names."""
    names = {plugin.name for plugin in plugins} | {plugin.distribution for plugin in plugins}
    return tuple(get_close_matches(id_, sorted(names), n=5))


def _contribution(words: str, provided: Provided[Any]) -> Iterator[str]:
    record = provided.record
    manual = inspect.cleandoc(record.manual)
    yield f"{record.id}: {record.title}"
    yield f"A {words}, by {provided.made_by}."
    if isinstance(record, DerivedIndicator) and record.needs:
        yield f"needs: {', '.join(record.needs)}"
    if isinstance(record, Check):
        yield f"severity: {record.severity}"
    fields = attrs.fields(record.options)
    if fields and "Options" not in (line.strip() for line in manual.splitlines()):
        yield ""
        yield "Options"
        for field in fields:
            unless = "" if field.default is attrs.NOTHING else f" ({field.default!r} unless given)"
            yield f"    {field.name}{unless}"
    yield ""
    yield from manual.splitlines()
    for example in record.examples:
        yield ""
        yield f"Example: {example.title}"


def _plugin(named: tuple[Installed, ...], enabled: tuple[Installed, ...]) -> Iterator[str]:
    catalogue = Catalogue(tuple(plugin for plugin in named if plugin.enabled), known=enabled)
    library = catalogue.library
    for plugin in named:
        group = plugin.group.removeprefix("sendframe.")
        yield _line(plugin)
        if plugin.group == DATA_GROUP:
            for id_ in library.ids():
                document = library.document(id_)
                if document is not None and document.plugin == plugin.name:
                    yield f"    {id_}: a document of the kind '{document.raw.kind}'"
        elif plugin.group in GROUPS.values():
            offered: Mapping[str, Provided[Any]] = getattr(catalogue, group)
            for id_, provided in offered.items():
                if (provided.plugin, provided.distribution) == (plugin.name, plugin.distribution):
                    yield f"    {id_}: {provided.record.title}"
    for failure in _failures(catalogue):
        yield f"    {failure}"
