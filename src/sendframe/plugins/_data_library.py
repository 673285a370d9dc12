"""Data documents of plug-ins, read as files and never imported."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from sendframe.documents import (
    ExtensionRules,
    LibraryDocument,
    RawDocument,
    extension_rules,
    read_bytes,
    read_raw,
)
from sendframe.errors import Diagnostic, PluginFailure
from sendframe.jsontext import DEFAULT_LIMITS

from ._discovery import Installed, installed
from ._entry_point_group import DATA_GROUP
from ._id_conflict import conflict
from ._language_catalogue import catalogues_of

if TYPE_CHECKING:
    from sendframe.model import Profile

    from ._collection import Collection

__all__ = ["DataLibrary", "library"]

_MOST_FILES = 1_000
_WITH_OPTIONS = (
    *("sendframe_checks", "sendframe_indicators", "sendframe_sections", "sendframe_renderers"),
)
"""The hooks of contributions whose options stand under ``options`` of a portfolio."""


@attrs.frozen(eq=False, slots=False)
class DataLibrary:
    """The data documents of some plug-ins, read when the first is used.

    Attributes:
        plugins: The plug-ins; those without data documents are ignored.
    """

    plugins: tuple[Installed, ...]

    def allowing(self, names: Iterable[str]) -> "DataLibrary":
        """Return the documents of the named plug-ins and sendframe's own."""
        wanted = tuple(names)
        kept = tuple(
            plugin for plugin in self.plugins if plugin.is_builtin or plugin.is_named_in(wanted)
        )
        return self._allowed.setdefault(kept, DataLibrary(kept))  # what it has read is read once

    @cached_property
    def _allowed(self) -> "dict[tuple[Installed, ...], DataLibrary]":
        return {}

    @cached_property
    def _collected(self) -> "dict[tuple[str, tuple[Installed, ...]], Collection]":
        return {}

    @cached_property
    def _read(self) -> tuple[dict[str, tuple[Installed, RawDocument]], tuple[PluginFailure, ...]]:
        claims: dict[str, list[tuple[Installed, RawDocument]]] = {}
        failures: list[PluginFailure] = []
        for plugin in sorted(self.plugins, key=lambda p: p.sort_key):
            if plugin.group != DATA_GROUP:
                continue
            if not plugin.is_ready:
                failures.append(_failed(plugin, plugin.status))
                continue
            for document in _documents(plugin):
                if isinstance(document, str):
                    failures.append(_failed(plugin, document))
                else:
                    claims.setdefault(document.raw["id"], []).append((plugin, document))
        documents: dict[str, tuple[Installed, RawDocument]] = {}
        for id_, claimants in sorted(claims.items()):
            if len(claimants) == 1:
                documents[id_] = claimants[0]
                continue
            reason = conflict(id_, [plugin for plugin, _ in claimants])
            failures += [_failed(plugin, reason) for plugin, _ in claimants]
        return documents, tuple(dict.fromkeys(failures))

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """The documents and packages that could not be read, with the reason."""
        return self._read[1]

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all documents, sorted."""
        return tuple(self._read[0])

    def document(self, id: str) -> LibraryDocument | None:  # noqa: A002  # the field's name
        """Return a document; None if no plug-in has it."""
        if id not in self._read[0]:
            return None
        plugin, raw = self._read[0][id]
        return LibraryDocument(id, raw, plugin.name)

    def extension(self, name: str) -> ExtensionRules | None:
        """Return the rules for a name of ``extensions``; None if no schema defines it."""
        return self._extensions.get(name)

    @cached_property
    def _extensions(self) -> dict[str, ExtensionRules]:
        extensions = (raw for _, raw in self._read[0].values() if raw.kind == "extension")
        return {raw.raw["name"]: extension_rules(raw.raw) for raw in extensions}

    def names(self) -> tuple[str, ...]:
        """Return the names of all third-party plug-ins and their distributions, sorted."""
        others = [plugin for plugin in self.plugins if not plugin.is_builtin]
        return tuple(sorted({n for plugin in others for n in (plugin.name, plugin.distribution)}))

    def has(self, name: str) -> bool:
        """Return whether a name under ``plugins`` of a portfolio refers to a plug-in here."""
        return any(plugin.is_named_in([name]) for plugin in self.plugins)

    def _of(self, id_: str) -> tuple[Installed, ...]:
        """Return the data plug-ins that may give an id."""
        return tuple(
            plugin
            for plugin in self.plugins
            if plugin.group == DATA_GROUP
            and (id_ == plugin.name or id_.startswith(f"{plugin.name}."))
        )

    def brings(self, id: str) -> bool:  # noqa: A002  # the field's name
        """Return whether a data plug-in here may give an id."""
        return bool(self._of(id))

    def reason(self, id: str) -> str | None:  # noqa: A002  # the field's name
        """Return why data of the plug-in of an id cannot be used; None if all of it can."""
        plugins = {(plugin.name, plugin.distribution) for plugin in self._of(id)}
        failures = (
            failure
            for failure in self.failures
            if (failure.plugin, failure.distribution) in plugins
        )
        return next((str(failure) for failure in failures), None)

    def option_names(self, id: str, *, is_rule: bool) -> tuple[str, ...] | None:  # noqa: A002  # the field's name
        """Return the options of a contribution of sendframe itself; None if it has no such one.

        Only the modules that may give it are imported, and none of another distribution.

        Args:
            id: The id of a rule, or else of a check, derived indicator, kind of section or
                renderer.
            is_rule: Whether it is that of a rule.
        """
        from ._collection import collect  # needs all layers

        own = tuple(plugin for plugin in self.plugins if plugin.is_builtin and plugin.may_give(id))
        for hook in ("sendframe_scoring_rules",) if is_rule else _WITH_OPTIONS:
            if (hook, own) not in self._collected:
                self._collected[hook, own] = collect(hook, own, self.plugins)
            record = self._collected[hook, own].records.get(id)
            if record is not None:
                return tuple(field.name for field in attrs.fields(record.record.options))
        return None

    def of_kind(self, kind: str) -> Iterator[tuple[Installed, RawDocument]]:
        """Yield the documents of one kind, sorted by id, each with its plug-in."""
        return (pair for pair in self._read[0].values() if pair[1].kind == kind)

    def profiles(self) -> "Iterator[tuple[Installed, Profile]]":
        """Yield the report profiles, sorted by id, each with its plug-in."""
        from sendframe.documents import document_of  # needs the model
        from sendframe.model import Profile

        for plugin, raw in self.of_kind("profile"):
            document = document_of(raw)
            if isinstance(document, Profile):
                yield plugin, document


def library() -> DataLibrary:
    """Return what the installed and enabled plug-ins bring as data."""
    return DataLibrary(tuple(plugin for plugin in installed() if plugin.enabled))


def _failed(plugin: Installed, reason: str) -> PluginFailure:
    return PluginFailure(plugin.name, plugin.distribution, plugin.version, "discover", reason)


def _files(plugin: Installed) -> list[Path]:
    """Return the JSON documents of a data package, sorted; nothing of it runs."""
    spec = find_spec(plugin.target)  # of a top-level package, so that no parent is imported
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return [path for folder in folders for path in sorted(Path(folder).rglob("*.json"))]


def _documents(plugin: Installed) -> Iterator[RawDocument | str]:
    """Yield the documents of a plug-in, or the problem of one."""
    try:
        files = _files(plugin)
    except Exception as error:  # noqa: BLE001  # finders of other packages take part
        yield f"its data package cannot be found: {type(error).__name__}"
        return
    if not files and not catalogues_of([plugin]):
        yield f"its data package {plugin.target} contains no JSON document and no catalogue"
    if len(files) > _MOST_FILES:
        yield f"it contains more than {_MOST_FILES:,} documents"
        return
    for path in files:
        shown = f"{plugin.name}:{_relative(path, plugin.target)}"
        data, problems = read_bytes(path, shown=shown, limit=DEFAULT_LIMITS.bytes)
        raw = read_raw(data, shown) if not problems else RawDocument(shown, data, None)
        if problems or not raw.is_sound or raw.kind is None:
            yield f"{shown} is not valid{_first(problems or raw.diagnostics)}"
            continue
        stray = None if plugin.is_builtin else _stray(plugin, raw)
        yield raw if stray is None else f"{shown} {stray}"


def _relative(path: Path, package: str) -> str:
    """Return a file as a path below its package, with ``/`` between folders."""
    parts = path.parts
    start = len(parts) - parts[::-1].index(package) if package in parts else -1
    return "/".join(parts[start:])


def _first(problems: Iterable[Diagnostic]) -> str:
    """Return the first problem of a document, by code and place."""
    errors = [problem for problem in problems if problem.severity != "note"]
    if not errors:
        return ": its kind is unknown"
    first = errors[0]
    return f": {first.code} at {first.location.path}; {len(errors)} in all"


def _stray(plugin: Installed, raw: RawDocument) -> str | None:
    """Return which id of a document does not belong to its plug-in; None if all do."""
    given = [raw.raw["id"], *(name.text for name in (raw.ids.defined if raw.ids else ()))]
    if raw.kind == "extension":
        given.append(raw.raw["name"])
    for id_ in given:
        if id_ != plugin.name and not id_.startswith(f"{plugin.name}."):
            return f"has the id {id_}, which does not begin with {plugin.name}."
    return None
