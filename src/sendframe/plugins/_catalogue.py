"""The catalogue of everything that plug-ins contribute, collected when it is first used."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from threading import Lock
from types import MappingProxyType

import attrs
import pluggy

from sendframe.checks import Check
from sendframe.errors import PluginFailure
from sendframe.evaluation import Provided
from sendframe.language import Language
from sendframe.model import Profile
from sendframe.reports import SectionKind
from sendframe.scoring import DerivedIndicator, ScoringRule, SubjectRule

from ._collection import Collection, collect, failure, new_plugin_manager
from ._data_library import DataLibrary
from ._discovery import Installed, installed
from ._entry_point_group import GROUPS, PROJECT, UNREADABLE
from ._language_catalogue import language_of, language_tags
from ._reader import Reader
from ._renderer import Renderer

__all__ = ["Catalogue"]


@attrs.frozen(slots=False)
class Catalogue:
    """The contributions that may be used: rules, checks, kinds of sections, renderers and others.

    Contributions are sorted by id. Several threads may use it at once: no lock is held while a
    plug-in is imported, so that threads cannot wait for each other.

    Attributes:
        plugins: The plug-ins it was made from; none is imported before it is used.
        debug: Whether the error of a failing plug-in is printed to standard error.
        known: All plug-ins that are installed, those included that may not be used here.
        plugin_manager: The pluggy manager of the implementations that are loaded; see `load_all`.
            Each is named after distribution, group and entry point, such as
            ``sendframe:sendframe.checks:SFR301``. Calling ``plugin_manager.hook`` runs the
            implementations again, without isolation and without a check of what they return.

    Hooks: every one.
    """

    plugins: tuple[Installed, ...] = ()
    debug: bool = False
    known: tuple[Installed, ...] = attrs.field(
        default=attrs.Factory(lambda self: self.plugins, takes_self=True), repr=False
    )
    plugin_manager: pluggy.PluginManager = attrs.field(
        factory=new_plugin_manager, init=False, eq=False, repr=False
    )
    _collections: dict[str, Collection] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _parts: dict[tuple[Installed, ...], "Catalogue"] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _lock: Lock = attrs.field(factory=Lock, init=False, eq=False, repr=False)

    @classmethod
    def empty(cls) -> "Catalogue":
        """Return a catalogue without plug-ins."""
        return cls()

    @classmethod
    def discover(
        cls, paths: Iterable[str] | None = None, *, third_party: bool = True, debug: bool = False
    ) -> "Catalogue":
        """Return a catalogue of the plug-ins that are installed and enabled.

        Args:
            paths: Folders to search instead of those of this installation.
            third_party: Whether plug-ins of other distributions than sendframe are included.
            debug: Whether the error of a failing plug-in is printed to standard error.

        Raises:
            InvalidDocument: The user's settings are not valid.
        """
        enabled = (plugin for plugin in installed(paths) if plugin.enabled)
        return cls(tuple(p for p in enabled if p.is_builtin or third_party), debug)

    def allowing(self, names: Iterable[str]) -> "Catalogue":
        """Return a catalogue of sendframe's own plug-ins and of those named; no others.

        Args:
            names: Names of plug-ins, or of their distributions; see `Installed.is_named_in`.
        """
        allowed = tuple(names)
        kept = tuple(p for p in self.plugins if p.is_builtin or p.is_named_in(allowed))
        return self._narrowed(kept)

    def offering(self, kind: str, ids: Iterable[str]) -> "Catalogue":
        """Return a catalogue that imports, of one kind, only plug-ins that may give some ids.

        Args:
            kind: The kind, such as ``renderers``.
            ids: The ids; plug-ins to which none of them would belong are not imported.
        """
        group, wanted = f"{PROJECT}.{kind}", tuple(ids)
        kept = tuple(
            plugin
            for plugin in self.plugins
            if plugin.group != group or any(plugin.may_give(id_) for id_ in wanted)
        )
        return self._narrowed(kept)

    def _narrowed(self, kept: tuple[Installed, ...]) -> "Catalogue":
        """Return a catalogue of some of the plug-ins, the same each time."""
        return self._parts.setdefault(kept, Catalogue(kept, self.debug, self.known))

    def absent(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those names that no installed plug-in has, in the order given."""
        return tuple(
            name for name in names if not any(plugin.is_named_in([name]) for plugin in self.known)
        )

    def load_all(self) -> None:
        """Import every plug-in of the catalogue, and register its hooks in `plugin_manager`.

        A plug-in that fails is not registered; see `failures`, `reader_failures`,
        `renderer_failures` and `section_failures`. What is loaded already is not loaded again.

        Examples:
            >>> catalogue = Catalogue.discover(third_party=False)
            >>> catalogue.load_all()
            >>> catalogue.plugin_manager.has_plugin("sendframe:sendframe.renderers:html")
            True
            >>> len(catalogue.plugin_manager.hook.sendframe_checks()) == len(catalogue.checks)
            True
        """
        for hook in sorted(GROUPS):
            self._collection(hook)

    def _collection(self, hook: str) -> Collection:
        """Return the records of a hook; the first call imports the plug-ins that declare it."""
        if hook not in self._collections:
            declared = {(plugin.distribution, plugin.target) for plugin in self.plugins}
            others = (p for p in self.known if (p.distribution, p.target) in declared)
            collection = collect(hook, self.plugins, others, debug=self.debug)
            with self._lock:
                # Two threads that collect at once get equal results; the first is kept.
                if hook not in self._collections:
                    for name, implementation in collection.implementations:
                        self.plugin_manager.register(implementation, name)
                    self._collections[hook] = collection
        return self._collections[hook]

    @property
    def indicators(self) -> Mapping[str, Provided[DerivedIndicator]]:
        """The derived indicators, by id."""
        return self._collection("sendframe_indicators").records

    @property
    def scoring_rules(self) -> Mapping[str, Provided[ScoringRule | SubjectRule]]:
        """The rules about indicators, and about priorities and criteria, by id."""
        return self._collection("sendframe_scoring_rules").records

    @property
    def checks(self) -> Mapping[str, Provided[Check]]:
        """The checks, by code."""
        return self._collection("sendframe_checks").records

    @property
    def readers(self) -> Mapping[str, Provided[Reader]]:
        """The readers, by id."""
        return self._collection("sendframe_readers").records

    @property
    def renderers(self) -> Mapping[str, Provided[Renderer]]:
        """The renderers, by id."""
        return self._collection("sendframe_renderers").records

    @property
    def sections(self) -> Mapping[str, Provided[SectionKind]]:
        """The kinds of sections of reports, by id."""
        return self._collection("sendframe_sections").records

    @cached_property
    def library(self) -> DataLibrary:
        """The data documents; nothing is imported for them."""
        return DataLibrary(self.plugins)

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages in which reports can be made, sorted."""
        return language_tags(self.plugins)

    def language(self, tag: str) -> Language:
        """Return a language with its messages.

        Args:
            tag: One of `languages`.

        Raises:
            UnknownName: There is no such language.
            PluginFailed: A catalogue of it cannot be used.

        Examples:
            >>> Catalogue.discover(third_party=False).language("en-GB").tag
            'en-GB'
        """
        return language_of(self.plugins, tag)

    @cached_property
    def profiles(self) -> Mapping[str, Provided[Profile]]:
        """The report profiles, by id."""
        profiles = {
            profile.id: Provided(profile, plugin.name, plugin.distribution, plugin.version)
            for plugin, profile in self.library.profiles()
        }
        return MappingProxyType(profiles)

    def _failures_of(self, *hooks: str) -> tuple[PluginFailure, ...]:
        return tuple(failed for hook in hooks for failed in self._collection(hook).failures)

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """The failures of indicators, rules, checks and data documents."""
        unreadable = tuple(
            failure(plugin, "discover", plugin.status)
            for plugin in self.plugins
            if plugin.group == UNREADABLE
        )
        hooks = ("sendframe_indicators", "sendframe_scoring_rules", "sendframe_checks")
        return (*unreadable, *self.library.failures, *self._failures_of(*hooks))

    @property
    def reader_failures(self) -> tuple[PluginFailure, ...]:
        """The failures of readers."""
        return self._failures_of("sendframe_readers")

    @property
    def renderer_failures(self) -> tuple[PluginFailure, ...]:
        """The failures of renderers."""
        return self._failures_of("sendframe_renderers")

    @property
    def section_failures(self) -> tuple[PluginFailure, ...]:
        """The failures of kinds of sections."""
        return self._failures_of("sendframe_sections")
