"""Data documents of plug-ins: found and read as files, never imported."""

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from sendframe.documents import load_document
from sendframe.errors import InvalidDocument, PluginFailure
from sendframe.evaluation import Provided
from sendframe.model import Document, Profile

from ._discovery import Installed
from ._hookspec import DATA_GROUP

__all__ = ["profiles"]


def _files(plugin: Installed) -> Iterator[Path]:
    """Yield the JSON documents of a data package, sorted; nothing of it runs."""
    spec = find_spec(plugin.target)  # of a top-level package, so that no parent is imported
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        yield from sorted(Path(folder).rglob("*.json"))


def _documents(
    plugins: Iterable[Installed], failures: list[PluginFailure]
) -> Iterator[tuple[Installed, Document]]:
    for plugin in sorted(plugins, key=lambda each: each.sort_key):
        if plugin.group != DATA_GROUP:
            continue
        reason = plugin.status
        if plugin.status == "ready" and plugin.target.isidentifier():
            for path in _files(plugin):
                try:
                    yield plugin, load_document(path)
                except InvalidDocument:
                    reason = f"{path.name} is not valid; see sendframe validate"
                    failures.append(_failed(plugin, reason))
        else:
            if plugin.status == "ready":
                reason = "a data package is a top-level package"
            failures.append(_failed(plugin, reason))


def _failed(plugin: Installed, reason: str) -> PluginFailure:
    return PluginFailure(
        plugin=plugin.name,
        distribution=plugin.distribution,
        version=plugin.version,
        phase="discover",
        error_type=reason,
    )


def profiles(
    plugins: Iterable[Installed],
) -> tuple[dict[str, Provided[Profile]], tuple[PluginFailure, ...]]:
    """Return the report profiles that plug-ins bring as data, by id, and what failed."""
    failures: list[PluginFailure] = []
    found: dict[str, Provided[Profile]] = {}
    for plugin, document in _documents(plugins, failures):
        if not isinstance(document, Profile):
            continue
        if document.id in found:
            failures.append(_failed(plugin, f"{document.id} is claimed twice"))
            continue
        found[document.id] = Provided(document, plugin.name, plugin.distribution, plugin.version)
    return dict(sorted(found.items())), tuple(failures)
